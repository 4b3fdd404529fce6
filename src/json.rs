//! A bounded pull reader over JSON text: RFC 8259 to the letter, one pass, no allocation for strings without escapes. Size,
//! depth and number of values are limited, so no text can hurt.

use alloc::borrow::Cow;

use crate::{
    code::Code,
    finding::{Finding, Param},
    policy::Limits,
    record::Slot,
};

mod string;

/// A finding about a limit that was passed.
pub(crate) fn limited(code: Code, limit: usize) -> Finding {
    Finding::new(code).with("max", number(limit))
}

/// A finding about the byte, counted from 0, at which the text stops being JSON.
pub(crate) fn syntax(at: usize) -> Finding {
    Finding::new(Code::JsonSyntax).with("at", number(at.saturating_add(1)))
}

fn number(n: usize) -> Param {
    Param::Number(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A pull reader over JSON text.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    nodes: usize,
    limits: Limits,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, limits: &Limits) -> Self {
        Self { text, at: 0, depth: 0, nodes: 0, limits: *limits }
    }

    /// What is wrong at the current place.
    pub(crate) fn syntax(&self) -> Finding {
        syntax(self.at)
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    /// Passes over white space.
    #[inline]
    pub(crate) fn space(&mut self) {
        match self.rest() {
            [first, ..] if *first > b' ' => {}
            // As behind a colon.
            [b' ', next, ..] if *next > b' ' => self.step(1),
            rest => self.step(blank_length(rest)),
        }
    }

    /// Enters an object or list; whether it has a first member.
    pub(crate) fn open(&mut self, close: u8) -> Result<bool, Finding> {
        self.node()?;
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.limits.depth {
            return Err(limited(Code::JsonTooDeep, self.limits.depth));
        }
        self.step(1);
        self.space();
        let empty = self.peek() == Some(close);
        if empty {
            self.leave();
        }
        Ok(!empty)
    }

    /// Behind a member: whether there is another.
    #[inline]
    pub(crate) fn next_or_close(&mut self, close: u8) -> Result<bool, Finding> {
        self.space();
        match self.peek() {
            Some(b',') => {
                self.step(1);
                self.space();
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.leave();
                Ok(false)
            }
            _ => Err(self.syntax()),
        }
    }

    fn leave(&mut self) {
        self.step(1);
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether the next key is this one, letter by letter; then it and its colon are passed over.
    #[inline]
    pub(crate) fn is_key(&mut self, key: &str) -> Result<bool, Finding> {
        let is_next = match self.rest().split_first() {
            Some((b'"', rest)) => rest
                .split_at_checked(key.len())
                .is_some_and(|(next, rest)| next == key.as_bytes() && rest.first() == Some(&b'"')),
            _ => false,
        };
        if is_next {
            self.step(key.len().wrapping_add(2));
            self.colon()?;
        }
        Ok(is_next)
    }

    /// A key and its colon; a key that is no Unicode text comes back empty.
    pub(crate) fn key(&mut self) -> Result<Cow<'a, str>, Finding> {
        if self.peek() != Some(b'"') {
            return Err(self.syntax());
        }
        let key = match self.string()? {
            Slot::Text(key) => key,
            _ => Cow::Borrowed(""),
        };
        self.colon()?;
        Ok(key)
    }

    #[inline]
    fn colon(&mut self) -> Result<(), Finding> {
        self.space();
        if self.peek() != Some(b':') {
            return Err(self.syntax());
        }
        self.step(1);
        self.space();
        Ok(())
    }

    /// A value of any kind. Of an object or list, only that it is one.
    pub(crate) fn slot(&mut self) -> Result<Slot<'a>, Finding> {
        match self.peek() {
            Some(b'{') => self.skip_members(b'}').map(|()| Slot::Object),
            Some(b'[') => self.skip_members(b']').map(|()| Slot::List),
            first => {
                self.node()?;
                match first {
                    Some(b'"') => self.string(),
                    Some(b'n') => self.word("null", Slot::Null),
                    Some(b't') => self.word("true", Slot::Flag(true)),
                    Some(b'f') => self.word("false", Slot::Flag(false)),
                    _ => self.number(),
                }
            }
        }
    }

    /// Passes over a value.
    pub(crate) fn skip(&mut self) -> Result<(), Finding> {
        self.slot().map(|_| ())
    }

    // Recursion: slot → skip_members → slot, never deeper than the depth limit.
    fn skip_members(&mut self, close: u8) -> Result<(), Finding> {
        let mut more = self.open(close)?;
        while more {
            if close == b'}' {
                self.key()?;
            }
            self.skip()?;
            more = self.next_or_close(close)?;
        }
        Ok(())
    }

    fn node(&mut self) -> Result<(), Finding> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > self.limits.nodes {
            return Err(limited(Code::JsonTooManyValues, self.limits.nodes));
        }
        Ok(())
    }

    fn word(&mut self, word: &str, slot: Slot<'a>) -> Result<Slot<'a>, Finding> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.syntax());
        }
        self.step(word.len());
        Ok(slot)
    }

    /// RFC 8259, 6. The number itself is of no use to any field.
    fn number(&mut self) -> Result<Slot<'a>, Finding> {
        self.optional(b"-");
        if !self.optional(b"0") && self.digits() == 0 {
            return Err(self.syntax());
        }
        if self.optional(b".") && self.digits() == 0 {
            return Err(self.syntax());
        }
        if self.optional(b"eE") {
            self.optional(b"+-");
            if self.digits() == 0 {
                return Err(self.syntax());
            }
        }
        Ok(Slot::Number)
    }

    /// A whole number below 2^32, at its first digit.
    pub(crate) fn integer(&mut self) -> Result<u32, Finding> {
        let start = self.at;
        self.slot()?;
        let digits = self.text.get(start..self.at).unwrap_or_default();
        digits.parse().map_err(|_| syntax(start))
    }

    /// A number as it is written.
    pub(crate) fn number_text(&mut self) -> Result<&'a str, Finding> {
        let start = self.at;
        match self.slot()? {
            Slot::Number => Ok(self.text.get(start..self.at).unwrap_or_default()),
            _ => Err(syntax(start)),
        }
    }

    /// A string that is Unicode text.
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>, Finding> {
        let start = self.at;
        match self.slot()? {
            Slot::Text(text) => Ok(text),
            _ => Err(syntax(start)),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self) -> Result<bool, Finding> {
        let start = self.at;
        match self.slot()? {
            Slot::Flag(flag) => Ok(flag),
            _ => Err(syntax(start)),
        }
    }

    /// Whether nothing but white space is left.
    pub(crate) fn is_done(&mut self) -> bool {
        self.space();
        self.peek().is_none()
    }

    fn optional(&mut self, any_of: &[u8]) -> bool {
        let there = self.peek().is_some_and(|byte| any_of.contains(&byte));
        if there {
            self.step(1);
        }
        there
    }

    fn digits(&mut self) -> usize {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.step(digits);
        digits
    }
}

/// How many bytes of white space come first. Lines mostly begin with spaces, of which it passes over eight at a time. A call of its
/// own: spread into its callers it would leave those no registers.
#[inline(never)]
fn blank_length(bytes: &[u8]) -> usize {
    const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
    let mut rest = bytes;
    loop {
        rest = match rest {
            [b' ', tail @ ..] => match rest.first_chunk() {
                Some(word) => {
                    let other = u64::from_le_bytes(*word) ^ SPACES;
                    rest.get((other.trailing_zeros() >> 3) as usize..).unwrap_or_default()
                }
                None => tail,
            },
            [b'\n' | b'\r' | b'\t', tail @ ..] => tail,
            _ => return bytes.len().wrapping_sub(rest.len()),
        };
    }
}

#[cfg(test)]
mod tests;
