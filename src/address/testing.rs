//! What the tests of the rules of places share.

use std::{path::Path, string::String, vec::Vec};

use time::{Date, Month};

use crate::{
    field::{Rule, Scope},
    field_id::Id,
    finding::Finding,
    policy::Policy,
    record::{Record, Slot},
};

/// Rows of a shared vectors file, where the folder is at hand.
pub(crate) fn shared(file: &str) -> Vec<Vec<String>> {
    let folder = std::env::var_os("KYC_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), Into::into);
    let Ok(text) = std::fs::read_to_string(folder.join("vectors").join(file)) else {
        std::println!("skipped: no shared vectors here");
        return Vec::new();
    };
    let row = |line: &str| line.split('\t').map(unescape).collect();
    text.split('\n').filter(|line| !line.is_empty()).skip(1).map(row).collect()
}

/// Undoes `\\`, `\t`, `\n`, `\r`, `\uXXXX` and `\u{X}`.
fn unescape(cell: &str) -> String {
    let mut out = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('u') => {
                let rest = chars.as_str();
                let (digits, after) = match rest.strip_prefix('{').and_then(|it| it.split_once('}'))
                {
                    Some(found) => found,
                    None => rest.split_at(4),
                };
                let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                out.push(code.unwrap_or('\u{fffd}'));
                chars = after.chars();
            }
            other => out.extend(other),
        }
    }
    out
}

/// Hands a scope with these siblings to a function.
pub(crate) fn with_siblings<T>(siblings: &[(Id, &str)], run: impl FnOnce(&Scope<'_>) -> T) -> T {
    let policy = Policy::default();
    let today = Date::from_calendar_date(2026, Month::January, 31).unwrap();
    let mut record = Record::default();
    for (id, text) in siblings {
        *record.slot_mut(*id, None).unwrap() = Slot::of(*text);
    }
    run(&Scope { record: &record, ..Scope::alone(today, &policy) })
}

/// What a rule says of a value beside these siblings.
pub(crate) fn judge(rule: &Rule, value: &str, siblings: &[(Id, &str)]) -> Option<Finding> {
    with_siblings(siblings, |scope| (rule.check)(value, scope).err())
}

/// The canonical form of a value beside these siblings.
pub(crate) fn canonical(rule: &Rule, value: &str, siblings: &[(Id, &str)]) -> Option<String> {
    with_siblings(siblings, |scope| (rule.canonical)(value, scope))
}

#[test]
fn cells_are_unescaped_as_the_vectors_write_them() {
    for (cell, text) in [
        ("plain", "plain"),
        (r"a\\tb", r"a\tb"),
        (r"a\tb\nc\rd", "a\tb\nc\rd"),
        (r"\u00e9t\u{e9}", "été"),
        (r"\u{1f600}!", "😀!"),
        // Half of a pair is no character.
        (r"\ud83d.", "\u{fffd}."),
    ] {
        assert_eq!(unescape(cell), text, "{cell}");
    }
}
