//! A JSON value as a tree: what a provider sends and a sandbox stores. Bounded like every reader here; its `Debug` shows
//! no value.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{policy::Limits, text::push_number};

mod json;

/// The limits a provider's answer is read with: 1 MiB, 32 levels, 20,000 values.
pub const ANSWER_LIMITS: Limits = Limits {
    text: 1_048_576,
    depth: 32,
    nodes: 20_000,
    documents: Limits::DEFAULT.documents,
    issues: Limits::DEFAULT.issues,
};

/// A JSON value.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object: its members in their order, each key once.
    Object(Vec<(String, Self)>),
}

impl fmt::Debug for Value {
    /// Says what it is, never what it holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Flag(_) => "flag",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        })
    }
}

impl Value {
    /// An object without members.
    pub const EMPTY: Self = Self::Object(Vec::new());

    /// A string value.
    pub fn text_of(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A whole number's value.
    #[must_use]
    pub fn number_of(number: i64) -> Self {
        let mut out = String::new();
        if number < 0 {
            out.push('-');
        }
        push_long(&mut out, number.unsigned_abs());
        Self::Number(out)
    }

    /// A member of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => {
                members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// A member's string; `None` where it is absent or no string.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    /// The string, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, where it is a list; else none.
    #[must_use]
    pub fn entries(&self) -> &[Self] {
        match self {
            Self::List(entries) => entries,
            _ => &[],
        }
    }

    /// The whole number, where it is one.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(text) => match text.strip_prefix('-') {
                Some(digits) => signed(digits, true),
                None => signed(text, false),
            },
            _ => None,
        }
    }

    /// Takes a member out of an object, where `null` is left; `null` where there is none.
    #[must_use]
    pub fn take(&mut self, key: &str) -> Self {
        let Self::Object(members) = self else { return Self::Null };
        let member = members.iter_mut().find(|(name, _)| name == key);
        member.map(|(_, value)| core::mem::take(value)).unwrap_or_default()
    }

    /// Puts a member into an object, in place of one of that key; what is no object becomes one.
    pub fn set(&mut self, key: &str, value: Self) {
        if !matches!(self, Self::Object(_)) {
            *self = Self::EMPTY;
        }
        if let Self::Object(members) = self {
            match members.iter_mut().find(|(name, _)| name == key) {
                Some((_, place)) => *place = value,
                None => members.push((key.into(), value)),
            }
        }
    }

    /// The same object with one member more.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, key: &str, value: Self) -> Self {
        self.set(key, value);
        self
    }
}

/// The number that these digits are, below zero where `is_negative`.
fn signed(digits: &str, is_negative: bool) -> Option<i64> {
    if digits.is_empty() {
        return None;
    }
    digits.bytes().try_fold(0_i64, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| i64::from(digit & 15))?;
        number.checked_mul(10)?.checked_add(if is_negative { digit.wrapping_neg() } else { digit })
    })
}

/// A whole number that is nothing but digits. The standard library's way is 600 bytes of wasm for each type.
pub(crate) fn whole(digits: &str) -> Option<i64> {
    signed(digits, false)
}

/// Appends a number of up to 64 bits.
pub(crate) fn push_long(out: &mut String, number: u64) {
    const BILLION: u64 = 1_000_000_000;
    let high = number / BILLION;
    if high > 0 {
        push_long(out, high);
        crate::text::push_padded(out, u32::try_from(number % BILLION).unwrap_or(0), 9);
    } else {
        push_number(out, u32::try_from(number).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests;
