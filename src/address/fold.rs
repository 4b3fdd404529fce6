//! Letters without case, accents and width, so that spellings can be compared. Only what names of places and post-office words
//! need: Latin with its European and Vietnamese accents, Greek, Cyrillic. Cheaper in wasm than the whole of Unicode.
//!
//! Source: unverified (made with the canonical decompositions of Unicode 14; `đ`, `ł`, `ø` and their like, which have none, by
//! their look).

/// The letters from U+00C0 to U+017F, and from U+1EA0 to U+1EF9.
const ACCENTED: (&str, &str) = (
    "\
aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg\
gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    "\
aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy",
);

/// The ASCII character a full-width one stands for; any other as it is.
///
/// ```
/// assert_eq!(kyc_rules::address::fold::narrow('Ａ'), 'A');
/// assert_eq!(kyc_rules::address::fold::narrow('\u{3000}'), ' ');
/// ```
#[must_use]
pub fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        _ => c,
    }
}

/// The digit a character stands for, in the scripts whose digits forms are filled in with.
///
/// ```
/// assert_eq!(kyc_rules::address::fold::digit('٣'), Some('3'));
/// assert_eq!(kyc_rules::address::fold::digit('x'), None);
/// ```
#[must_use]
pub fn digit(c: char) -> Option<char> {
    // The zeros of Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada, Malayalam, Thai, Lao,
    // Myanmar, Khmer and full width.
    const ZEROS: [u16; 15] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
        0x17e0, 0xff10,
    ];
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let value = ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(u32::from(*zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// A letter in small, without its accent; any other character as it is, full width narrowed.
///
/// ```
/// use kyc_rules::address::fold::plain;
/// assert_eq!("ŠÉộЖΣＢ".chars().map(plain).collect::<String>(), "seoжσb");
/// ```
#[must_use]
pub fn plain(c: char) -> char {
    let code = u32::from(c);
    let from = |table: &str, start: u32| {
        let place = usize::try_from(code.checked_sub(start)?).ok()?;
        table.as_bytes().get(place).map(|byte| char::from(*byte))
    };
    let up = |by: u32| code.checked_add(by).and_then(char::from_u32).unwrap_or(c);
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '\u{c0}'..='\u{17f}' => from(ACCENTED.0, 0xc0).unwrap_or(c),
        '\u{1ea0}'..='\u{1ef9}' => from(ACCENTED.1, 0x1ea0).unwrap_or(c),
        'ơ' | 'Ơ' => 'o',
        'ư' | 'Ư' => 'u',
        'ș' | 'Ș' | 'ẞ' => 's',
        'ț' | 'Ț' => 't',
        'ə' | 'Ə' => 'e',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'Ί' | 'ϊ' | 'Ϊ' | 'ΐ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'Ύ' | 'ϋ' | 'Ϋ' | 'ΰ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'ё' | 'Ё' => 'е',
        '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => up(0x20),
        '\u{400}'..='\u{40f}' => up(0x50),
        _ => narrow(c).to_ascii_lowercase(),
    }
}

/// Whether two texts have the same letters and digits, case, accents, spaces and punctuation aside.
///
/// ```
/// use kyc_rules::address::fold::same_words;
/// assert!(same_words("Côte d'Ivoire", "COTE D’IVOIRE"));
/// assert!(!same_words("Niger", "Nigeria"));
/// ```
#[must_use]
pub fn same_words(left: &str, right: &str) -> bool {
    let words = |text| str::chars(text).filter(|c| super::text::is_word_char(*c)).map(plain);
    words(left).eq(words(right))
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use super::{plain, same_words};

    /// The letters of the scripts that are folded.
    fn letters() -> impl Iterator<Item = char> {
        let blocks = [
            '\u{c0}'..='\u{21b}',
            '\u{386}'..='\u{3ce}',
            '\u{400}'..='\u{45f}',
            '\u{1e9e}'..='\u{1ef9}',
        ];
        let folded = |c: &char| !matches!(c, '\u{180}'..='\u{217}') || "ƠơƯưƏ".contains(*c);
        blocks.into_iter().flatten().filter(|c| c.is_alphabetic()).filter(folded)
    }

    #[test]
    fn capitals_and_small_letters_are_one() {
        let mut apart = Vec::new();
        for c in letters() {
            let small: Vec<char> = c.to_lowercase().collect();
            // Of `İ` the small form is two characters, of which the first is the letter.
            if plain(c) != plain(small[0]) {
                apart.push(c);
            }
        }
        assert!(apart.is_empty(), "{apart:?}");
    }

    #[test]
    fn what_is_plain_stays_so() {
        for c in letters().chain('\0'..='\u{bf}').chain('\u{ff01}'..='\u{ff5e}') {
            assert_eq!(plain(plain(c)), plain(c), "{c:?}");
        }
    }

    #[test]
    fn letters_lose_their_accents_in_every_language_of_addresses() {
        let plain = |text: &str| text.chars().map(plain).collect::<String>();
        for (written, expected) in [
            ("Đường Trần Hưng Đạo", "duong tran hung dao"),
            ("Căsuţa ŞTEFAN, Căsuța ȘTEFAN, Țara", "casuta stefan, casuta stefan, tara"),
            ("Şəki, ŞƏKİ", "seki, seki"),
            ("Ταχυδρομείο ΘΥΡΊΔΑΣ", "ταχυδρομειο θυριδασ"),
            (
                "Αΐδιος Προϋπόθεση ΜΑΪΟΥ Ώρα Ή Έτος Ό Ύδρα",
                "αιδιοσ προυποθεση μαιου ωρα η ετοσ ο υδρα",
            ),
            ("Ёлка ёлка Їжак ЂУРЂЕВ", "елка елка їжак ђурђев"),
            ("Łódź Ålesund Straße STRAẞE", "lodz alesund strase strase"),
        ] {
            assert_eq!(plain(written), expected);
        }
    }

    #[test]
    fn spellings_of_a_name_are_the_same_words() {
        for (left, right) in [
            ("Орёл", "ОРЕЛ"),
            ("ОРЁЛ", "орёл"),
            ("Saint-Denis", "saint denis"),
            ("L’Aquila", "L'AQUILA"),
            ("Ｔｏｋｙｏ", "tokyo"),
            ("", " -"),
        ] {
            assert!(same_words(left, right), "{left} {right}");
        }
        for (left, right) in [("Niger", "Nigeria"), ("Орел", "Омск"), ("1", "2"), ("a", "")]
        {
            assert!(!same_words(left, right), "{left} {right}");
        }
    }
}
