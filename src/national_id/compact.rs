//! A number without its separators: upper case, ASCII digits, and a note of what stood between.
//!
//! Forms of one character that print alike are folded into one (full-width letters, the digits of other scripts, every dash),
//! since a number copied off a card or typed on a phone holds them; nothing that reads differently is.

use alloc::string::String;

/// The most characters a number may have once its separators are out. No scheme has more.
pub const CAPACITY: usize = 40;

/// Stands for a letter of a script that numbers are not written in here.
pub(crate) const LETTER: u8 = 0x1a;
/// Stands for a character that is no letter, digit or separator.
pub(crate) const OTHER: u8 = 0x15;
/// Stands for `Ñ`, which Mexican and Spanish numbers hold.
pub(crate) const ENYE: u8 = b'~';

/// What stood between the characters, a bit a kind.
pub(crate) mod separator {
    pub(crate) const SPACE: u8 = 1;
    pub(crate) const DASH: u8 = 2;
    pub(crate) const DOT: u8 = 4;
    pub(crate) const SLASH: u8 = 8;
    pub(crate) const COMMA: u8 = 16;
    pub(crate) const BRACKET: u8 = 32;
    /// A separator other than a space stood before the first character.
    pub(crate) const LEADING: u8 = 64;
    pub(crate) const PLUS: u8 = 128;
}

/// A number without its separators.
#[derive(Clone, Copy)]
pub struct Compact {
    bytes: [u8; CAPACITY],
    len: u8,
    separators: u8,
    /// One dash or plus, behind the sixth character: the sign of the century in Finland and Sweden.
    sign_at_six: bool,
}

impl core::fmt::Debug for Compact {
    /// Says how long the number is, never the number.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} characters", self.len)
    }
}

/// How a character of a number is shown.
pub(crate) const fn shown(byte: u8) -> char {
    if byte == ENYE { 'Ñ' } else { byte as char }
}

enum Folded {
    Keep(u8),
    Separator(u8),
}

impl Compact {
    pub(crate) const EMPTY: Self =
        Self { bytes: [0; CAPACITY], len: 0, separators: 0, sign_at_six: false };

    /// The same without these characters at its front; `None` where they are not there.
    pub(crate) fn without(&self, front: &str) -> Option<Self> {
        let rest = self.bytes().strip_prefix(front.as_bytes())?;
        let mut stripped = Self { separators: self.separators, ..Self::EMPTY };
        for (to, from) in stripped.bytes.iter_mut().zip(rest) {
            *to = *from;
        }
        stripped.len = u8::try_from(rest.len()).unwrap_or(0);
        Some(stripped)
    }

    /// Takes the separators out; `None` where more than [`CAPACITY`] characters are left.
    ///
    /// ```
    /// use kyc_rules::national_id::Compact;
    /// assert_eq!(Compact::of(" 111.444.777–35 ").unwrap().as_str(), "11144477735");
    /// assert!(Compact::of(&"1".repeat(41)).is_none());
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut compact = Self::EMPTY;
        let mut signs = 0_u8;
        for c in text.chars() {
            match fold(c) {
                Folded::Keep(byte) => {
                    *compact.bytes.get_mut(usize::from(compact.len))? = byte;
                    compact.len = compact.len.wrapping_add(1);
                }
                Folded::Separator(kind) => {
                    if compact.len == 0 && kind != separator::SPACE {
                        compact.separators |= separator::LEADING;
                    }
                    if kind & (separator::DASH | separator::PLUS) != 0 {
                        signs = signs.saturating_add(1);
                        compact.sign_at_six = signs == 1 && compact.len == 6;
                    }
                    compact.separators |= kind;
                }
            }
        }
        Some(compact)
    }

    /// The characters, ASCII; a character that no number holds stands as a control character.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// The characters as text; empty where one of them is no letter, digit or sign that numbers hold.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes();
        if bytes.iter().any(|byte| matches!(*byte, LETTER | OTHER)) {
            return "";
        }
        core::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The characters as text, `Ñ` written as such; empty where [`Compact::as_str`] is.
    pub(crate) fn text(&self) -> String {
        self.as_str().bytes().map(shown).collect()
    }

    /// What stood between the characters.
    pub(crate) const fn separators(&self) -> u8 {
        self.separators
    }

    /// Whether one dash or plus stood between, behind the sixth character.
    pub(crate) const fn sign_at_six(&self) -> bool {
        self.sign_at_six
    }
}

fn fold(c: char) -> Folded {
    use separator::{BRACKET, COMMA, DASH, DOT, PLUS, SLASH, SPACE};
    if let Ok(byte) = u8::try_from(c)
        && byte.is_ascii()
    {
        return match byte {
            b'a'..=b'z' => Folded::Keep(byte.to_ascii_uppercase()),
            b' ' | b'\t' => Folded::Separator(SPACE),
            b'-' => Folded::Separator(DASH),
            b'.' => Folded::Separator(DOT),
            b'/' => Folded::Separator(SLASH),
            b',' => Folded::Separator(COMMA),
            b'+' => Folded::Separator(PLUS),
            b'(' | b')' | b'[' | b']' => Folded::Separator(BRACKET),
            b'0'..=b'9' | b'A'..=b'Z' | b'&' | b'*' | b'<' => Folded::Keep(byte),
            _ => Folded::Keep(OTHER),
        };
    }
    fold_wide(c)
}

/// The first of ten digits, in the scripts whose digits are in everyday use.
const ZEROS: &str = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０";
/// Letters of other scripts that look like a Latin capital, each before the letter it looks like.
const ALIKE: &str = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

#[cold]
fn fold_wide(c: char) -> Folded {
    use separator::{BRACKET, DASH, DOT, SLASH, SPACE};
    let code = c as u32;
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            return Folded::Separator(DASH);
        }
        '·' | '․' | '・' | '．' => return Folded::Separator(DOT),
        '⁄' | '∕' | '／' => return Folded::Separator(SLASH),
        '（' | '）' => return Folded::Separator(BRACKET),
        'Ñ' | 'ñ' => return Folded::Keep(ENYE),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            let letter = u8::try_from(code.wrapping_sub(0xfee0)).unwrap_or(OTHER);
            return Folded::Keep(letter.to_ascii_uppercase());
        }
        _ if crate::text::is_blank_char(c) => return Folded::Separator(SPACE),
        _ => {}
    }
    for zero in ZEROS.chars() {
        if let Some(digit @ 0..=9) = code.checked_sub(zero as u32) {
            return Folded::Keep(b'0'.wrapping_add(u8::try_from(digit).unwrap_or(0)));
        }
    }
    let upper = c.to_uppercase().next().unwrap_or(c);
    let mut pairs = ALIKE.chars();
    while let (Some(foreign), Some(latin)) = (pairs.next(), pairs.next()) {
        if foreign == upper {
            return Folded::Keep(u8::try_from(latin).unwrap_or(LETTER));
        }
    }
    Folded::Keep(if c.is_alphabetic() { LETTER } else { OTHER })
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn keeps_out_what_reads_differently() {
        for text in ["3²", "Ⅷ", "①", "¥", "😴", "Ю1", "12:3"] {
            assert_eq!(compact(text), "", "{text}");
        }
    }

    #[test]
    fn debug_shows_no_number() {
        assert_eq!(format!("{:?}", Compact::of("123-45").unwrap()), "5 characters");
    }
}
