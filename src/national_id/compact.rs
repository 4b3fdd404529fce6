//! A number without its separators: upper case, ASCII digits, and a note of what stood between.
//!
//! Forms of one character that print alike are folded into one (full-width letters, the digits of other scripts, every dash),
//! since a number copied off a card or typed on a phone holds them; nothing that reads differently is.

use alloc::string::String;

use crate::unicode::{is_alphabetic, upper};

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

impl Compact {
    pub(crate) const EMPTY: Self =
        Self { bytes: [0; CAPACITY], len: 0, separators: 0, sign_at_six: false };

    /// The same without these characters at its front; `None` where they are not there.
    pub(crate) fn without(&self, front: &[u8]) -> Option<Self> {
        let rest = self.bytes().strip_prefix(front)?;
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
        compact.read(text).then_some(compact)
    }

    /// Takes a number in, into one that is empty; whether it fits.
    pub(crate) fn read(&mut self, text: &str) -> bool {
        // Nearly every number is ASCII; one that is not is read again, character by character.
        let folded = text.bytes().map(|byte| ASCII.get(usize::from(byte)).copied());
        self.take(folded).unwrap_or_else(|| self.read_wide(text))
    }

    #[cold]
    fn read_wide(&mut self, text: &str) -> bool {
        *self = Self::EMPTY;
        let wide = |c: char| {
            let ascii = u8::try_from(c).ok().and_then(|byte| ASCII.get(usize::from(byte)));
            ascii.copied().unwrap_or_else(|| fold_wide(c))
        };
        self.take(text.chars().map(|c| Some(wide(c)))).unwrap_or(false)
    }

    /// Takes folded characters in: `Some` whether there is room for them; `None` where one is.
    #[inline]
    fn take(&mut self, folded: impl Iterator<Item = Option<u8>>) -> Option<bool> {
        let (mut len, mut separators, mut signs) = (0_u8, 0_u8, 0_u8);
        for byte in folded {
            let byte = byte?;
            if byte > SEPARATORS {
                let Some(here) = self.bytes.get_mut(usize::from(len)) else { return Some(false) };
                *here = byte;
                len = len.wrapping_add(1);
            } else {
                let kind = 1_u8.wrapping_shl(u32::from(byte));
                if len == 0 && kind != separator::SPACE {
                    separators |= separator::LEADING;
                }
                if kind & (separator::DASH | separator::PLUS) != 0 {
                    signs = signs.saturating_add(1);
                    self.sign_at_six = signs == 1 && len == 6;
                }
                separators |= kind;
            }
        }
        (self.len, self.separators) = (len, separators);
        Some(true)
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

/// What each ASCII character is folded into: itself, a capital, [`OTHER`], or for a separator the place of its bit.
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it")]
static ASCII: [u8; 128] = {
    let mut table = [OTHER; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b' ' | b'\t' => SPACE,
            b'-' => DASH,
            b'.' => DOT,
            b'/' => SLASH,
            b',' => COMMA,
            b'(' | b')' | b'[' | b']' | b'<' => BRACKET,
            b'+' => PLUS,
            b'&' | b'*' => byte,
            _ if byte.is_ascii_alphanumeric() => byte.to_ascii_uppercase(),
            _ => OTHER,
        };
        byte += 1;
    }
    table
};

/// The greatest place of a separator's bit: what is folded into more is kept.
const SEPARATORS: u8 = 7;
const SPACE: u8 = bit(separator::SPACE);
const DASH: u8 = bit(separator::DASH);
const DOT: u8 = bit(separator::DOT);
const SLASH: u8 = bit(separator::SLASH);
const COMMA: u8 = bit(separator::COMMA);
const BRACKET: u8 = bit(separator::BRACKET);
const PLUS: u8 = bit(separator::PLUS);

#[expect(clippy::cast_possible_truncation, reason = "at most 7")]
const fn bit(kind: u8) -> u8 {
    kind.trailing_zeros() as u8
}

/// The first of ten digits, in the scripts whose digits are in everyday use.
const ZEROS: &str = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０";
/// Letters of other scripts that look like a Latin capital, each before the letter it looks like.
const ALIKE: &str = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

fn fold_wide(c: char) -> u8 {
    let code = c as u32;
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => return DASH,
        '·' | '․' | '・' | '．' => return DOT,
        '⁄' | '∕' | '／' => return SLASH,
        '（' | '）' => return BRACKET,
        'Ñ' | 'ñ' => return ENYE,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            let letter = u8::try_from(code.wrapping_sub(0xfee0)).unwrap_or(OTHER);
            return letter.to_ascii_uppercase();
        }
        _ if crate::text::is_blank_char(c) => return SPACE,
        _ => {}
    }
    for zero in ZEROS.chars() {
        if let Some(digit @ 0..=9) = code.checked_sub(zero as u32) {
            return b'0'.wrapping_add(u8::try_from(digit).unwrap_or(0));
        }
    }
    let upper = upper(c);
    let mut pairs = ALIKE.chars();
    while let (Some(foreign), Some(latin)) = (pairs.next(), pairs.next()) {
        if foreign == upper {
            return u8::try_from(latin).unwrap_or(LETTER);
        }
    }
    if is_alphabetic(c) { LETTER } else { OTHER }
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
