//! What is folded, what is kept out, and where separators stood.

use super::{wide::ALIKE, *};

fn compact(text: &str) -> String {
    Compact::of(text).unwrap().as_str().to_owned()
}

#[test]
fn folds_what_prints_alike() {
    assert_eq!(compact("１２３－ａＢ"), "123AB");
    assert_eq!(compact("٩٤٦-١٤٩-٢٠٠"), "946149200");
    assert_eq!(compact("۹٤۹"), "949");
    assert_eq!(compact("МК 4020"), "MK4020");
    assert_eq!(compact("a\u{a0}1\u{2013}2"), "A12");
    assert_eq!(compact("X731324[8]"), "X7313248");
}

/// Symbols and punctuation within the blocks of living scripts pass for letters, which is the milder mistake.
#[test]
fn no_letter_is_a_sign() {
    for c in ('\u{80}'..=char::MAX).filter(|c| c.is_alphabetic()) {
        let folded = fold_wide(c);
        let rare = matches!(c, 'µ' | '\u{2b9}'..='\u{36f}' | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{303f}');
        assert!(folded != OTHER || rare || c >= '\u{10000}', "{c} {:x}", c as u32);
        let upper = c.to_uppercase().next().unwrap();
        if !matches!(folded, LETTER | OTHER) && ALIKE.contains(upper) {
            assert_eq!(folded, fold_wide(upper), "{c}");
        }
    }
}

#[test]
fn keeps_out_what_reads_differently() {
    for text in ["3²", "Ⅷ", "①", "¥", "😴", "Ю1", "12;3", "12°3"] {
        assert_eq!(compact(text), "", "{text}");
    }
}

#[test]
fn reads_over_the_signs_of_a_number() {
    for (text, number, bare) in [
        ("45 01 № 123456", "4501123456", "45 01 123456"),
        ("75№1234567", "751234567", "75 1234567"),
        ("N° 20.123.456", "20123456", "20.123.456"),
        ("nº123", "123", "123"),
        ("#AB123456", "AB123456", "AB123456"),
        (" AB:123_456# ", "AB123456", "AB 123 456"),
        ("##", "", "##"),
        ("N 12", "N12", "N 12"),
    ] {
        assert_eq!(compact(text), number, "{text}");
        assert_eq!(without_signs(text), bare, "{text}");
        assert_eq!(without_signs(bare), bare, "{text}");
    }
}

#[test]
fn remembers_where_separators_stood() {
    let gaps = |text: &str| Compact::of(text).unwrap().gaps();
    for (text, bits) in [
        ("1234", 0),
        (" 12-34 ", 0b100),
        ("1 2 3 4", 0b1110),
        ("12--(34)", 0b100),
        ("", 0),
        ("-", 0),
    ] {
        assert_eq!(gaps(text), bits, "{text}");
    }
    let number = Compact::of("ES 123-4").unwrap();
    assert_eq!(number.without(b"ES").unwrap().gaps(), 0b1000);
    let padded = Compact::of("12-3L").unwrap().padded(6);
    assert_eq!((padded.as_str(), padded.gaps()), ("00123L", 0b10000));
    assert_eq!(padded.kinds(), Compact::of("00123L").unwrap().kinds());
}

#[test]
fn debug_shows_no_number() {
    assert_eq!(format!("{:?}", Compact::of("123-45").unwrap()), "5 characters");
}

/// What is folded is told from a separator by being greater than the place of any bit.
#[test]
fn each_separator_has_a_bit_of_its_own() {
    use separator as s;
    let kinds = [s::SPACE, s::DASH, s::DOT, s::SLASH, s::COMMA, s::BRACKET, s::LEADING, s::PLUS];
    let places = kinds.map(bit);
    assert_eq!(places, [0, 1, 2, 3, 4, 5, 6, 7]);
    assert!(places.iter().all(|place| *place <= SEPARATORS));
}
