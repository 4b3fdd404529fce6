//! The tiny matcher: a pattern is a row of bytes, one a character. No regular expressions, no allocation, linear time.

use crate::tables::postal::CLASSES;

/// A code as written: capital letters, digits and separators.
#[derive(Clone, Copy)]
pub(crate) struct Buffer {
    bytes: [u8; Self::ROOM],
    used: u8,
}

impl Buffer {
    /// The longest code is `11936-12345`; more room, since people write more separators than are needed.
    const ROOM: usize = 24;
    const EMPTY: Self = Self { bytes: [0; Self::ROOM], used: 0 };

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.bytes()).unwrap_or("")
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.used)).unwrap_or_default()
    }

    /// Its letters and digits.
    pub(crate) fn compact(&self) -> impl Iterator<Item = u8> {
        self.bytes().iter().copied().filter(u8::is_ascii_alphanumeric)
    }

    /// The same with its letters and digits only.
    fn without_separators(&self) -> Self {
        let mut out = Self::EMPTY;
        for byte in self.compact() {
            // There is room: it is no longer than this one.
            let _ = out.push(byte);
        }
        out
    }

    /// Adds a byte; `None` when there is no room for it.
    fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(usize::from(self.used))? = byte;
        self.used = self.used.checked_add(1)?;
        Some(())
    }

    /// The same behind some letters, which are not empty.
    pub(crate) fn after(&self, lead: &str) -> Option<Self> {
        let mut out = Self::EMPTY;
        for byte in lead.bytes().chain(self.bytes().iter().copied()) {
            out.push(byte)?;
        }
        (!lead.is_empty()).then_some(out)
    }

    /// What stands behind some letters, which are not empty, and the separators that follow them.
    pub(crate) fn without(&self, prefix: &str) -> Option<Self> {
        let mut wanted = prefix.bytes();
        let mut next = wanted.next()?;
        let mut bytes = self.bytes().iter().copied();
        for byte in bytes.by_ref() {
            if !byte.is_ascii_alphanumeric() {
                continue;
            }
            if byte != next {
                return None;
            }
            let Some(following) = wanted.next() else { break };
            next = following;
        }
        let mut out = Self::EMPTY;
        for byte in bytes.skip_while(|byte| !byte.is_ascii_alphanumeric()) {
            out.push(byte)?;
        }
        Some(out)
    }
}

impl core::fmt::Debug for Buffer {
    /// Never the code itself.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} characters", self.used)
    }
}

/// Reading what people type.
pub(crate) mod read {
    use super::Buffer;
    use crate::address::fold::{digit, narrow};

    /// A character as the byte it stands for: a capital letter, a digit, or a separator.
    pub(crate) fn one(c: char) -> Option<u8> {
        let c = match c {
            '0'..='9' | 'A'..='Z' | 'a'..='z' | ' ' | '-' | '.' => c,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{3000}' => ' ',
            _ => digit(c).unwrap_or(narrow(c)),
        };
        let byte = u8::try_from(c).ok()?.to_ascii_uppercase();
        (byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.'))
            .then_some(byte)
    }

    /// A text, and whether it needed more than capital letters to be read; `None` where it can't be a code anywhere.
    pub(crate) fn all(text: &str) -> Option<(Buffer, bool)> {
        // The postal mark of Japan.
        let bare = text.trim_start_matches('〒');
        let mut out = Buffer::EMPTY;
        let mut odd = bare.len() != text.len();
        for c in bare.chars() {
            odd |= !c.is_ascii();
            out.push(one(c)?)?;
        }
        Some((out, odd))
    }
}

/// The set of characters a byte of a pattern stands for.
fn set_of(pattern: u8) -> u64 {
    let class = match pattern {
        b'a'..=b'z' => pattern.wrapping_sub(b'a'),
        b':'..=b'@' => pattern.wrapping_sub(b':').wrapping_add(26),
        _ => return bit_of(pattern),
    };
    CLASSES.get(usize::from(class)).copied().unwrap_or(0)
}

/// The bit of a digit or capital letter.
fn bit_of(byte: u8) -> u64 {
    let place = match byte {
        b'0'..=b'9' => byte.wrapping_sub(b'0'),
        b'A'..=b'Z' => byte.wrapping_sub(b'A').wrapping_add(10),
        _ => return 0,
    };
    1_u64.checked_shl(u32::from(place)).unwrap_or(0)
}

fn is_separator(pattern: u8) -> bool {
    matches!(pattern, b' ' | b'-')
}

/// Alternatives of a pattern, between `|`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Forms(pub(crate) &'static str);

impl Forms {
    /// The letters the first alternative begins with.
    pub(crate) fn lead(self) -> &'static str {
        let end = self.0.bytes().take_while(u8::is_ascii_uppercase).count();
        self.0.get(..end).unwrap_or("")
    }

    /// The canonical form of what is written, and whether its separators are those of a form or left out.
    pub(crate) fn find(self, written: &Buffer) -> Option<(Buffer, bool)> {
        let compact = written.without_separators();
        let code = compact.bytes();
        let bare = code.len() == written.bytes().len();
        let mut found: Option<(Buffer, bool)> = None;
        let mut rest = self.0.as_bytes();
        while !rest.is_empty() {
            let (form, after) = first_form(rest);
            rest = after;
            let mut left = code;
            let fits =
                form.iter().all(|pattern| is_separator(*pattern) || takes(*pattern, &mut left));
            if !fits || !left.is_empty() {
                continue;
            }
            let filled = fill(form, code)?;
            let exact = bare || filled.bytes() == written.bytes();
            match &mut found {
                Some((_, any)) => *any |= exact,
                None => found = Some((filled, exact)),
            }
            if exact {
                break;
            }
        }
        found
    }
}

/// What stands before the first `|`, and behind it.
fn first_form(forms: &[u8]) -> (&[u8], &[u8]) {
    let end = forms.iter().position(|byte| *byte == b'|').unwrap_or(forms.len());
    let (form, after) = forms.split_at_checked(end).unwrap_or((forms, &[]));
    (form, after.get(1..).unwrap_or_default())
}

/// Takes a character that the pattern stands for off the code.
fn takes(pattern: u8, code: &mut &[u8]) -> bool {
    let Some((byte, rest)) = code.split_first() else { return false };
    *code = rest;
    *byte == pattern || set_of(pattern) & bit_of(*byte) != 0
}

/// The code with the separators of the form it fits.
fn fill(form: &[u8], code: &[u8]) -> Option<Buffer> {
    let mut out = Buffer::EMPTY;
    let mut characters = code.iter();
    for pattern in form {
        let byte = if is_separator(*pattern) { pattern } else { characters.next()? };
        out.push(*byte)?;
    }
    Some(out)
}

/// Whether a code begins as one of the alternatives has it; any does where there are none.
pub(crate) fn begins_like(forms: &str, code: &Buffer) -> bool {
    let compact = code.without_separators();
    let mut rest = forms.as_bytes();
    while !rest.is_empty() {
        let (form, after) = first_form(rest);
        rest = after;
        let mut left = compact.bytes();
        if form.iter().all(|pattern| takes(*pattern, &mut left)) {
            return true;
        }
    }
    forms.is_empty()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_code_shows_its_length_and_never_itself() {
        let (code, _) = read::all("sw1a 1aa").unwrap();
        assert_eq!(alloc::format!("{code:?}"), "8 characters");
    }
}
