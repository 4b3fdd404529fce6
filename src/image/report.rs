//! What is said of a file: issues, what could not be looked at, and the facts; the same in every runtime, byte for byte in JSON.

use alloc::{string::String, vec::Vec};

use super::{bytes::find_byte, code::ImageCode, facts::Facts, quality::Quality, sniff::Format};
use crate::{code::Severity, text::push_number};

mod json;

/// A parameter of an issue: a limit, a measure, a format, those that are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    None,
    Number(u32),
    Format(Format),
    Formats(&'static [Format]),
}

impl Value {
    /// As words: a number, a name, `JPG, PNG or PDF`.
    fn push(self, out: &mut String) {
        match self {
            Self::None => {}
            Self::Number(number) => push_number(out, number),
            Self::Format(format) => out.push_str(format.name()),
            Self::Formats(formats) => {
                let mut left = formats.len();
                for format in formats {
                    out.push_str(format.name());
                    left = left.wrapping_sub(1);
                    out.push_str(match left {
                        0 => "",
                        1 => " or ",
                        _ => ", ",
                    });
                }
            }
        }
    }
}

/// One thing a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageIssue {
    /// The reason.
    pub code: ImageCode,
    /// How much it weighs.
    pub severity: Severity,
    /// What the file has, where the sentence says it: `{found}`.
    pub(super) found: Value,
    /// What it should have: the other name in the sentence.
    pub(super) limit: Value,
}

impl ImageIssue {
    /// The English sentence a form shows.
    #[must_use]
    pub fn message(&self) -> String {
        let mut out = String::new();
        let mut rest = self.code.reason().form;
        while let Some((before, name, after)) = braces(rest) {
            out.push_str(before);
            self.param(name).push(&mut out);
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// The parameter of a name in the sentence.
    fn param(&self, name: &str) -> Value {
        if name == "found" { self.found } else { self.limit }
    }
}

/// What stands before the first name in braces, the name, and what stands behind it.
fn braces(text: &str) -> Option<(&str, &str, &str)> {
    let open = find_byte(text.as_bytes(), b'{')?;
    let close = find_byte(text.as_bytes(), b'}')?;
    let name = text.get(open.wrapping_add(1)..close)?;
    Some((text.get(..open)?, name, text.get(close.wrapping_add(1)..)?))
}

/// What is said of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageReport {
    /// What is to be said, errors first.
    pub issues: Vec<ImageIssue>,
    /// What could not be looked at: a picture without a word here is not therefore good.
    pub unverified: Vec<&'static str>,
    /// What the headers say.
    pub facts: Facts,
    /// The dots per inch at which the document is shown at most, where its type is known.
    pub effective_dpi: Option<u32>,
    /// What was measured, where pixels were given.
    pub quality: Option<Quality>,
}

impl ImageReport {
    /// Whether nothing speaks against sending it: no error. It may still be refused for what nobody can see from here.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        self.issues.iter().all(|issue| issue.severity != Severity::Error)
    }
}
