//! What the tests of the rules of places share.

#[path = "../../tests/shared/mod.rs"]
mod vectors;

use std::{string::String, vec::Vec};

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
    vectors::rows(file).unwrap_or_default()
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
        assert_eq!(vectors::unescape(cell), text, "{cell}");
    }
}
