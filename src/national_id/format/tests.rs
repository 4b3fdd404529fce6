//! What the language of formats says: what matches, how numbers are laid out, what people are shown.

use super::*;
use crate::national_id::{buffer::Buffer, compact::separator};

fn number(text: &str) -> Compact {
    Compact::of(text).unwrap()
}

fn compiled(format: &str) -> Vec<u8> {
    let mut buffer = Buffer::<256>::new();
    compile(format, &mut buffer);
    buffer.written().to_vec()
}

#[test]
fn formats_match_what_they_say() {
    for (format, good, bad) in [
        ("ddd.ddd-d", "1234567", "123456"),
        ("a{1,2}[1-9]d{0,5}", "D1", "DR034"),
        ("d{10}|[59]ddd0d{8}", "5123012345678", "6123012345678"),
        ("[ACF-H]dx?", "G1", "D1"),
        ("d{3,8}-d", "1234", "123"),
        ("d{1,2}.ddd.ddd-[0-9K]", "7092881K", "709288K1"),
        ("7*", "71", "17"),
        ("ooL", "1ML", "1AL"),
        ("[A-Z&~]{4}d{2}", "A&ÑB12", "A&12"),
        ("a-?d{7}", "J8369854", "J836985"),
        (
            "d{20}d{20}",
            "1234567890123456789012345678901234567890",
            "123456789012345678901234567890123456789",
        ),
    ] {
        let compiled = compiled(format);
        assert!(matches(&compiled, &number(good)), "{format} {good}");
        assert!(!matches(&compiled, &number(bad)), "{format} {bad}");
        assert!(!matches(&compiled, &number("")), "{format}");
    }
}

#[test]
fn numbers_are_laid_out_as_the_format_shows() {
    for (format, bare, written) in [
        ("ddd.ddd-d", "1234567", "123.456-7"),
        ("a{1,2}d{3}([0-9A])", "AB1234", "AB123(4)"),
        ("ad{2}(d?d?)", "A12", "A12"),
        ("dd-?a|ddd", "123", "123"),
        ("dd-*", "12AB3", "12-AB3"),
    ] {
        let (laid, _) = laid_out(&compiled(format), &number(bare)).unwrap();
        assert_eq!(String::from_utf8(laid).unwrap(), written, "{format}");
    }
    assert_eq!(laid_out(&compiled("dd"), &number("A1")), None);
    let loose = |format, bare| laid_out(&compiled(format), &number(bare)).unwrap().1;
    assert_eq!(loose("d{2}-d{3}", "12345"), 0);
    assert_eq!(loose("ad{2,5}a", "A1234B"), 0b11100);
    assert_eq!(loose("d{1,2}.ddd", "1234"), 0, "one character is no part to part");
}

#[test]
fn masks_show_the_first_alternative_at_its_longest() {
    for (format, shown, numeric) in [
        ("ddd.ddd-d|d", "000.000-0", true),
        ("a{1,2}[1-9]d{0,2}", "AA000", false),
        ("CHE-dd[0-9A]", "CHE-00*", false),
        ("[1-6]d?", "00", true),
        ("dd-*", "00-*", false),
    ] {
        assert_eq!(mask(&compiled(format)), shown.as_bytes(), "{format}");
        assert_eq!(is_numeric(&compiled(format)), numeric, "{format}");
    }
}

#[test]
fn separators_are_read_outside_of_classes() {
    assert_eq!(separators("d-[A-C]/d"), separator::DASH | separator::SLASH);
    for (format, shown) in [
        ("d d", separator::SPACE),
        ("d.d", separator::DOT),
        ("d{1,2},d", separator::COMMA),
        ("d(d)", separator::BRACKET),
        ("d+d", separator::PLUS),
        ("[ .,+/-]d{1,2}", 0),
    ] {
        assert_eq!(separators(format), shown, "{format}");
    }
}
