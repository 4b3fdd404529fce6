//! What each character of what people type is to a phone number.
//!
//! Source: the punctuation libphonenumber takes (`VALID_PUNCTUATION`), and beside it marks of direction and spaces of any
//! width, which come along when a number is pasted; Unicode's decimal digits.

use super::{reason::Reason, world::Code};
use crate::tables::phone::ZEROS;

/// What a character is to a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A digit of any script.
    Digit(u8),
    /// A plus sign.
    Plus,
    /// Stands between digits and says nothing.
    Punctuation,
    /// May stand before or behind a number, not within.
    Edge,
    /// A letter, or nothing known.
    Other,
}

/// What a character is to a phone number.
#[inline(never)]
pub(crate) fn sign(c: char) -> Sign {
    match c {
        '0'..='9' => Sign::Digit((u32::from(c) & 15) as u8),
        '+' | '\u{ff0b}' | '\u{fe62}' => Sign::Plus,
        c if is_punctuation(c) => Sign::Punctuation,
        c if is_edge(c) => Sign::Edge,
        c => decimal(c).map_or(Sign::Other, Sign::Digit),
    }
}

/// Dashes, dots, slashes, brackets, tildes, stars; spaces, and what shows nothing.
#[rustfmt::skip] // Ranges read best side by side.
const fn is_punctuation(c: char) -> bool {
    matches!(c,
        '-' | ' ' | '.' | '/' | '(' | ')' | '[' | ']' | '~' | '*'
        | '\u{a0}' | '\u{ad}' | '\u{b7}' | '\u{61c}' | '\u{1680}'
        | '\u{2000}'..='\u{2015}' | '\u{202a}'..='\u{202f}' | '\u{2043}' | '\u{2053}'
        | '\u{205f}'..='\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{2212}' | '\u{223c}'
        | '\u{3000}' | '\u{30fc}' | '\u{fe58}' | '\u{fe63}' | '\u{feff}'
        | '\u{ff08}' | '\u{ff09}' | '\u{ff0d}'..='\u{ff0f}' | '\u{ff3b}' | '\u{ff3d}' | '\u{ff5e}')
}

/// Other punctuation, arrows, pictures of telephones: no letters, no numbers.
#[rustfmt::skip]
const fn is_edge(c: char) -> bool {
    matches!(c,
        '\0'..='*' | ',' | ':'..='@' | '\\' | '^'..='`' | '{'..='\u{a9}' | '«'..='±' | '´' | '¶'..='¸' | '»' | '¿'
        | '\u{2016}'..='\u{206f}' | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2bff}'
        | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '\u{1f300}'..='\u{1faff}')
}

/// The value of a decimal digit of any script.
fn decimal(c: char) -> Option<u8> {
    let wanted = u32::from(c);
    let after = ZEROS.partition_point(|zero| *zero <= wanted);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    u8::try_from(wanted.checked_sub(*zero)?).ok().filter(|value| *value < 10)
}

/// Whether a character is a digit.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(sign(c), Sign::Digit(_))
}

/// Whether a character may stand around a number without being part of it.
pub(crate) fn is_around(c: char) -> bool {
    matches!(sign(c), Sign::Punctuation | Sign::Edge)
}

/// A text without the characters of a kind at its start. One function for all kinds: each of its own would be as large again.
#[inline(never)]
pub(crate) fn trim_start(text: &str, is: fn(char) -> bool) -> &str {
    text.trim_start_matches(is)
}

/// A text without the characters of a kind at its end.
#[inline(never)]
pub(crate) fn trim_end(text: &str, is: fn(char) -> bool) -> &str {
    text.trim_end_matches(is)
}

/// The most digits that are looked at: more than any prefix, calling code and number together.
const MOST: usize = 40;

/// Digits by value.
#[derive(Clone, Copy)]
pub(crate) struct Digits {
    values: [u8; MOST],
    length: usize,
}

impl Digits {
    /// None yet.
    pub(crate) const EMPTY: Self = Self { values: [0; MOST], length: 0 };

    /// Adds one.
    pub(crate) fn push(&mut self, value: u8) -> Result<(), Reason> {
        let place = self.values.get_mut(self.length).ok_or(Reason::TooLong)?;
        *place = value;
        self.length = self.length.wrapping_add(1);
        Ok(())
    }

    /// Adds several.
    pub(crate) fn extend(&mut self, values: &[u8]) -> Result<(), Reason> {
        values.iter().try_for_each(|value| self.push(*value))
    }

    /// Adds those of a calling code.
    pub(crate) fn push_code(&mut self, code: Code) -> Result<(), Reason> {
        let number = code.number;
        let digits = [number / 100, number / 10 % 10, number % 10];
        let zeros = digits.len().saturating_sub(code.width());
        digits.iter().skip(zeros).try_for_each(|digit| self.push((digit & 15) as u8))
    }

    /// The values.
    pub(crate) fn values(&self) -> &[u8] {
        self.values.get(..self.length).unwrap_or(&[])
    }
}

/// Digits of text that holds nothing but them and what may stand between.
pub(crate) fn digits(text: &str) -> Result<Digits, Reason> {
    let mut digits = Digits::EMPTY;
    for c in text.chars() {
        match sign(c) {
            Sign::Digit(value) => digits.push(value)?,
            Sign::Punctuation => {}
            _ => return Err(Reason::NotANumber),
        }
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_digits_of_every_script_and_no_letter() {
        for (text, value) in
            [("5", 5), ("５", 5), ("٥", 5), ("۵", 5), ("५", 5), ("৫", 5), ("๕", 5), ("𝟝", 5)]
        {
            assert_eq!(text.chars().map(sign).collect::<Vec<_>>(), [Sign::Digit(value)], "{text}");
        }
        for c in "²½ⅤⅣ①㈤五〇OoªµЖаא".chars() {
            assert_eq!(sign(c), Sign::Other, "{c}");
        }
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphanumeric() && *c != '\u{30fc}') {
            assert!(matches!(sign(c), Sign::Other | Sign::Digit(_)), "{c:?} {:?}", sign(c));
        }
    }
}
