//! The answer to a packed payload: how a report crosses back out of wasm in one copy. Names and words are added on the other
//! side, from tables made of the same rows.
//!
//! First the verdict's letter (`r`eady, `i`ncomplete, in`v`alid), `+` behind it where the report is truncated; then for each
//! issue U+001E and `field,index,code,severity,params`: the field's and the code's place in their tables, severity as its first
//! letter, empty for the payload itself, for no index, and for no parameters (else a JSON object).

use alloc::string::String;

use crate::{
    code::Severity,
    issue::Issue,
    normalize::Change,
    record::Record,
    report::{Report, Verdict, write_params},
    text::push_number,
};

/// What parts the issues.
pub const ISSUE: char = '\u{1e}';

/// The answer for a packed payload that was not what its header announced.
pub const MISPACKED: &str = "!";

/// A report for the wire.
#[must_use]
pub fn report(report: &Report) -> String {
    let mut out = String::with_capacity(64);
    out.push(match report.verdict {
        Verdict::Ready => 'r',
        Verdict::Incomplete => 'i',
        Verdict::Invalid => 'v',
    });
    if report.truncated {
        out.push('+');
    }
    push_issues(&mut out, &report.issues);
    out
}

/// What normalizing changed, for the wire: `field,index,kind,length,text` behind a U+001E each. The text says its own length, in
/// UTF-16 code units, since it may hold anything.
#[must_use]
pub fn changes(changes: &[Change], record: &Record<'_>) -> String {
    let mut out = String::new();
    for change in changes {
        let text = record.slot(change.field, change.index).text().unwrap_or_default();
        let units = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        out.push(ISSUE);
        push_number(&mut out, change.field as u32);
        out.push(',');
        if let Some(index) = change.index.and_then(|index| u32::try_from(index).ok()) {
            push_number(&mut out, index);
        }
        for number in [change.kind as u32, units] {
            out.push(',');
            push_number(&mut out, number);
        }
        out.push(',');
        out.push_str(text);
    }
    out
}

/// Issues for the wire.
pub fn push_issues(out: &mut String, issues: &[Issue]) {
    for issue in issues {
        out.push(ISSUE);
        if let Some(id) = issue.field {
            push_number(out, id as u32);
        }
        out.push(',');
        if let Some(index) = issue.index {
            push_number(out, u32::from(index));
        }
        out.push(',');
        push_number(out, issue.code as u32);
        out.push_str(match issue.severity {
            Severity::Error => ",e,",
            Severity::Missing => ",m,",
            Severity::Warning => ",w,",
        });
        if !issue.params.is_empty() {
            write_params(out, &issue.params);
        }
    }
}
