//! What the engine answers: a verdict and its issues, the same in every runtime, byte for byte in JSON.

use alloc::{string::String, vec::Vec};

use time::Date;

use crate::{
    code::Severity,
    finding::Param,
    issue::{Issue, heaviest},
    scan::plain_length,
    text::{push_number, push_padded},
};

/// The version of the rules: that of the crate.
pub const RULES_VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the API would do with the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Accepted: `UNDER_REVIEW`.
    Ready,
    /// Accepted: `NEEDS_ADDITIONAL_INFORMATION`.
    Incomplete,
    /// Refused: 400 `BAD_REQUEST`.
    Invalid,
}

impl Verdict {
    /// `ready`, `incomplete` or `invalid`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Incomplete => "incomplete",
            Self::Invalid => "invalid",
        }
    }

    fn of(issues: &[Issue]) -> Self {
        match heaviest(issues) {
            Some(Severity::Error) => Self::Invalid,
            Some(Severity::Missing) => Self::Incomplete,
            Some(Severity::Warning) | None => Self::Ready,
        }
    }
}

/// What the engine answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the API would do.
    pub verdict: Verdict,
    /// What is to be said, in form order.
    pub issues: Vec<Issue>,
    /// Whether there were more issues than the policy's limit.
    pub truncated: bool,
    /// The date it was judged by.
    pub as_of: Date,
}

impl Report {
    /// A report on these issues.
    #[must_use]
    pub fn new(mut issues: Vec<Issue>, limit: usize, as_of: Date) -> Self {
        let verdict = Verdict::of(&issues);
        let truncated = issues.len() > limit;
        issues.truncate(limit);
        Self { verdict, issues, truncated, as_of }
    }

    /// The report as JSON, keys in this order: `verdict`, `issues`, `truncated`, `rulesVersion`, `dataVersion`, `asOf`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(256);
        out.push_str("{\"verdict\":\"");
        out.push_str(self.verdict.name());
        out.push_str("\",\"issues\":");
        write_issues(&mut out, &self.issues, true);
        out.push_str(",\"truncated\":");
        out.push_str(if self.truncated { "true" } else { "false" });
        out.push_str(",\"rulesVersion\":\"");
        out.push_str(RULES_VERSION);
        out.push_str("\",\"dataVersion\":\"");
        out.push_str(crate::tables::DATA_VERSION);
        out.push_str("\",\"asOf\":\"");
        write_date(&mut out, self.as_of);
        out.push_str("\"}");
        out
    }
}

/// Issues as a JSON array; `pointer` is left out where it is not wanted.
pub fn write_issues(out: &mut String, issues: &[Issue], pointer: bool) {
    out.push('[');
    for (at, issue) in issues.iter().enumerate() {
        out.push_str(if at == 0 { "{\"path\":" } else { ",{\"path\":" });
        write_string(out, &issue.path());
        if pointer {
            out.push_str(",\"pointer\":");
            write_string(out, &issue.pointer());
        }
        out.push_str(",\"code\":\"");
        out.push_str(issue.code.name());
        out.push_str("\",\"severity\":\"");
        out.push_str(issue.severity.name());
        out.push_str("\",\"message\":");
        write_string(out, &issue.message());
        out.push_str(",\"params\":");
        write_params(out, &issue.params);
        out.push('}');
    }
    out.push(']');
}

/// Parameters as a JSON object.
pub fn write_params(out: &mut String, params: &[(&'static str, Param)]) {
    out.push('{');
    for (at, (name, param)) in params.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { "," });
        write_string(out, name);
        out.push(':');
        match param {
            Param::Number(number) => push_number(out, *number),
            Param::Text(text) => write_string(out, text),
            Param::List(list) => {
                out.push('[');
                for (at, text) in list.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { "," });
                    write_string(out, text);
                }
                out.push(']');
            }
        }
    }
    out.push('}');
}

/// A string as JSON writes it, escaped as `JSON.stringify` escapes.
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    let (plain, rest) = text.split_at_checked(plain_length(text.as_bytes())).unwrap_or(("", text));
    out.push_str(plain);
    for c in rest.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => {
                out.push_str("\\u00");
                for digit in [u32::from(c) >> 4, u32::from(c) & 15] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A date as `YYYY-MM-DD`.
pub fn write_date(out: &mut String, date: Date) {
    push_padded(out, u32::try_from(date.year()).unwrap_or(0), 4);
    out.push('-');
    push_padded(out, u32::from(u8::from(date.month())), 2);
    out.push('-');
    push_padded(out, u32::from(date.day()), 2);
}
