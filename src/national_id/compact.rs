//! A number without its separators: upper case, ASCII digits, and a note of what stood between.
//!
//! Forms of one character that print alike are folded into one (full-width letters, the digits of other scripts, every dash),
//! since a number copied off a card or typed on a phone holds them; nothing that reads differently is.

use alloc::string::String;

use signs::takes_sign;
pub(crate) use signs::without_signs;
use wide::fold_wide;

mod signs;
mod wide;

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
    /// Which characters are digits, and which are letters `A`–`Z`: a bit each, from the lowest on.
    digits: u64,
    letters: u64,
    /// Which characters a separator stood before, the first one aside: a bit each.
    gaps: u64,
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
    pub(crate) const EMPTY: Self = Self {
        bytes: [0; CAPACITY],
        digits: 0,
        letters: 0,
        gaps: 0,
        len: 0,
        separators: 0,
        sign_at_six: false,
    };

    /// The same without these characters at its front; `None` where they are not there.
    pub(crate) fn without(&self, front: &[u8]) -> Option<Self> {
        let rest = self.bytes().strip_prefix(front)?;
        let mut stripped = Self { separators: self.separators, ..Self::EMPTY };
        for (to, from) in stripped.bytes.iter_mut().zip(rest) {
            *to = *from;
        }
        stripped.len = u8::try_from(rest.len()).unwrap_or(0);
        let gone = u32::try_from(front.len()).unwrap_or(0);
        stripped.digits = self.digits.wrapping_shr(gone);
        stripped.letters = self.letters.wrapping_shr(gone);
        stripped.gaps = self.gaps.wrapping_shr(gone) & !1;
        Some(stripped)
    }

    /// The same with zeros before it up to a length.
    pub(crate) fn padded(&self, length: usize) -> Self {
        let zeros = length.saturating_sub(self.bytes().len());
        let text = core::iter::repeat_n(b'0', zeros).chain(self.bytes().iter().copied());
        let mut padded = Self::EMPTY;
        // What was folded folds to itself, and fits where it is short.
        padded.take(text);
        padded.separators = self.separators;
        padded.gaps = self.gaps.wrapping_shl(u32::try_from(zeros).unwrap_or(0));
        padded
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
        let folded =
            text.bytes().map(|byte| FOLDED.get(usize::from(byte)).copied().unwrap_or(WIDE));
        self.take(folded).unwrap_or_else(|| self.read_wide(text))
    }

    #[cold]
    fn read_wide(&mut self, text: &str) -> bool {
        *self = Self::EMPTY;
        let wide = |c: char| {
            let narrow = u8::try_from(c).ok().and_then(|byte| FOLDED.get(usize::from(byte)));
            narrow.copied().filter(|folded| *folded != WIDE).unwrap_or_else(|| fold_wide(c))
        };
        let mut rest = text.chars().peekable();
        let signs = core::iter::from_fn(|| {
            Some(if takes_sign(&mut rest)? { BRACKET } else { wide(rest.next()?) })
        });
        self.take(signs).unwrap_or(false)
    }

    /// Takes folded characters in: `Some` whether there is room for them; `None` where one is [`WIDE`].
    #[inline]
    fn take(&mut self, folded: impl Iterator<Item = u8>) -> Option<bool> {
        let (mut len, mut separators, mut signs) = (0_u8, 0_u8, 0_u8);
        let (mut digits, mut letters, mut gaps, mut bit) = (0_u64, 0_u64, 0_u64, 1_u64);
        for byte in folded {
            if byte > SEPARATORS {
                if byte.is_ascii_digit() {
                    digits |= bit;
                } else if byte.is_ascii_uppercase() {
                    letters |= bit;
                } else if byte == WIDE {
                    return None;
                }
                let Some(here) = self.bytes.get_mut(usize::from(len)) else { return Some(false) };
                *here = byte;
                len = len.wrapping_add(1);
                bit = bit.wrapping_add(bit);
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
                gaps |= bit;
            }
        }
        // Only what stands between two characters.
        self.gaps = gaps & bit.wrapping_sub(1) & !1;
        (self.len, self.separators) = (len, separators);
        (self.digits, self.letters) = (digits, letters);
        Some(true)
    }

    /// How many characters it has.
    pub(crate) const fn len(&self) -> u32 {
        self.len as u32
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

    /// Which characters are digits, letters, and either: a bit each, from the lowest on.
    #[inline]
    pub(crate) const fn kinds(&self) -> [u64; 3] {
        [self.digits, self.letters, self.digits | self.letters]
    }

    /// What stood between the characters.
    pub(crate) const fn separators(&self) -> u8 {
        self.separators
    }

    /// Which characters a separator stood before, the first one aside: a bit each, from the lowest on.
    pub(crate) const fn gaps(&self) -> u64 {
        self.gaps
    }

    /// Whether one dash or plus stood between, behind the sixth character.
    pub(crate) const fn sign_at_six(&self) -> bool {
        self.sign_at_six
    }
}

/// Stands in the table of folded bytes for what is not ASCII.
const WIDE: u8 = 0xff;

/// What each ASCII character is folded into: itself, a capital, [`OTHER`], or for a separator the place of its bit.
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it")]
static FOLDED: [u8; 256] = {
    let mut table = [WIDE; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b' ' | b'\t' => SPACE,
            b'-' => DASH,
            b'.' => DOT,
            b'/' => SLASH,
            b',' => COMMA,
            b'(' | b')' | b'[' | b']' | b'<' | b'#' | b':' | b'_' => BRACKET,
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

#[cfg(test)]
mod tests;
