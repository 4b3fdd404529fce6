//! A value as JSON text: read, within limits, and written.

use alloc::{string::String, vec::Vec};

use super::Value;
use crate::{
    code::Code,
    finding::Finding,
    json::{Reader, limited},
    policy::Limits,
    report::write_string,
};

impl Value {
    /// Reads JSON text.
    ///
    /// # Errors
    /// [`Code::JsonSyntax`], [`Code::JsonTooLarge`], [`Code::JsonTooDeep`] or [`Code::JsonTooManyValues`].
    ///
    /// ```
    /// use kyc_rules::{lifecycle::value::Value, policy::Limits};
    /// let value = Value::parse(r#"{"a":[1,"b",null]}"#, &Limits::DEFAULT).unwrap();
    /// assert_eq!(value.to_json(), r#"{"a":[1,"b",null]}"#);
    /// assert!(Value::parse("{", &Limits::DEFAULT).is_err());
    /// ```
    pub fn parse(text: &str, limits: &Limits) -> Result<Self, Finding> {
        Self::parse_noting(text, limits).map(|(value, _)| value)
    }

    /// The same, and whether an object in it has a key twice: of what is not ours to judge, the last one stands; of what is, it
    /// says two things.
    pub(crate) fn parse_noting(text: &str, limits: &Limits) -> Result<(Self, bool), Finding> {
        if text.len() > limits.text {
            return Err(limited(Code::JsonTooLarge, limits.text));
        }
        let mut reader = Reader::new(text, limits);
        reader.space();
        let mut has_twins = false;
        let value = read(&mut reader, &mut has_twins)?;
        if reader.is_done() { Ok((value, has_twins)) } else { Err(reader.syntax()) }
    }

    /// The value as JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Appends the value as JSON text.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(text) => out.push_str(text),
            Self::Text(text) => write_string(out, text),
            Self::List(entries) => {
                out.push('[');
                for (at, entry) in entries.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    entry.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    write_string(out, key);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

// Recursion: never deeper than the reader's limit of depth.
fn read(reader: &mut Reader<'_>, has_twins: &mut bool) -> Result<Value, Finding> {
    Ok(match reader.peek() {
        Some(b'{') => {
            let mut object = Value::EMPTY;
            let mut more = reader.open(b'}')?;
            while more {
                let key = reader.key()?.into_owned();
                let value = read(reader, has_twins)?;
                *has_twins |= !push_member(&mut object, key, value);
                more = reader.next_or_close(b'}')?;
            }
            object
        }
        Some(b'[') => {
            let mut entries = Vec::new();
            let mut more = reader.open(b']')?;
            while more {
                entries.push(read(reader, has_twins)?);
                more = reader.next_or_close(b']')?;
            }
            Value::List(entries)
        }
        Some(b'"') => Value::Text(reader.text()?.into_owned()),
        Some(b't' | b'f') => Value::Flag(reader.flag()?),
        Some(b'n') => {
            reader.skip()?;
            Value::Null
        }
        _ => Value::Number(reader.number_text()?.into()),
    })
}

/// Whether the key is new. Of one said twice the last stands, as in `JSON.parse`. Up to a few dozen keys are looked through; of an
/// object with more, only the last of them, so that reading stays linear.
fn push_member(object: &mut Value, key: String, value: Value) -> bool {
    const LOOKED_THROUGH: usize = 64;
    if let Value::Object(members) = object {
        let twin = members.iter_mut().rev().take(LOOKED_THROUGH).find(|(name, _)| *name == key);
        match twin {
            Some((_, place)) => {
                *place = value;
                return false;
            }
            None => members.push((key, value)),
        }
    }
    true
}
