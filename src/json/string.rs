//! Strings: as they stand where they have no escapes, as nearly all are, and else put together.

use alloc::{borrow::Cow, string::String};

use super::Reader;
use crate::{finding::Finding, record::Slot, scan::plain_length};

impl<'a> Reader<'a> {
    /// A value that is a string without escapes, as nearly all are; `None` where something else stands here.
    #[inline]
    pub(crate) fn plain_value(&mut self) -> Option<&'a str> {
        if self.nodes >= self.limits.nodes {
            return None;
        }
        let plain = self.plain()?;
        self.nodes = self.nodes.wrapping_add(1);
        Some(plain)
    }

    #[inline]
    fn plain(&mut self) -> Option<&'a str> {
        let Some((b'"', rest)) = self.rest().split_first() else { return None };
        let start = self.at.wrapping_add(1);
        let end = start.wrapping_add(plain_length(rest));
        let plain = self.text.get(start..end)?;
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end.wrapping_add(1);
        Some(plain)
    }

    /// A string, at its opening quote: borrowed where it has no escapes.
    pub(super) fn string(&mut self) -> Result<Slot<'a>, Finding> {
        if let Some(plain) = self.plain() {
            return Ok(Slot::Text(Cow::Borrowed(plain)));
        }
        self.step(1);
        self.string_with_escapes()
    }

    #[cold]
    fn string_with_escapes(&mut self) -> Result<Slot<'a>, Finding> {
        let mut out = String::new();
        let mut broken = false;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.step(1);
                    return Ok(if broken { Slot::BrokenText } else { Slot::Text(Cow::Owned(out)) });
                }
                Some(b'\\') => match self.escape()? {
                    Some(c) => out.push(c),
                    None => broken = true,
                },
                Some(byte) if byte >= b' ' => {
                    let start = self.at;
                    self.step(plain_length(self.rest()));
                    out.push_str(self.text.get(start..self.at).unwrap_or_default());
                }
                _ => return Err(self.syntax()),
            }
        }
    }

    /// An escape, at its backslash; `None` for half a surrogate pair.
    fn escape(&mut self) -> Result<Option<char>, Finding> {
        self.step(1);
        let c = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.step(1);
                let unit = self.hex4()?;
                return self.code_unit(unit);
            }
            _ => return Err(self.syntax()),
        };
        self.step(1);
        Ok(Some(c))
    }

    fn code_unit(&mut self, unit: u16) -> Result<Option<char>, Finding> {
        if (0xd800..0xdc00).contains(&unit) && self.rest().starts_with(b"\\u") {
            let behind_first = self.at;
            self.step(2);
            let second = self.hex4()?;
            if let Some(Ok(c)) = char::decode_utf16([unit, second]).next() {
                return Ok(Some(c));
            }
            // The second is no low surrogate: it stands for itself, and is read again as such.
            self.at = behind_first;
        }
        Ok(char::from_u32(u32::from(unit)))
    }

    fn hex4(&mut self) -> Result<u16, Finding> {
        let mut unit = 0_u16;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit.and_then(|digit| u16::try_from(digit).ok()) else {
                return Err(self.syntax());
            };
            unit = unit.wrapping_shl(4) | digit;
            self.step(1);
        }
        Ok(unit)
    }
}
