//! Two texts, parted by U+001E, as a patch and what it changes: judged as RFC 7396 merges them.
#![no_main]

use kyc_rules::{
    code::Code,
    date,
    field_id::{Form, Id},
    lifecycle::{patch::merge, value::Value},
    policy::Policy,
    record::Slot,
    report::Report,
    source::json,
    validate::Validator,
};
use libfuzzer_sys::fuzz_target;

type Said = Vec<(Option<Id>, Option<u16>, Code)>;

/// What a patch takes away is an error, in the whole it is missing; what the reader said is said of the patch alone.
fn said(report: &Report) -> Said {
    let issues = report.issues.iter().map(|issue| match issue.code {
        Code::CannotBeRemoved => (issue.field, issue.index, Code::Required),
        code => (issue.field, issue.index, code),
    });
    issues.filter(|(_, _, code)| !matches!(code, Code::UnknownKey | Code::DuplicateKey)).collect()
}

fuzz_target!(|text: &str| {
    let Some((patch, stored)) = text.split_once('\u{1e}') else { return };
    let policy = Policy::default();
    let validator = Validator::new(date::parse("2026-01-31").unwrap(), &policy);
    let read = |text| json::read(text, Form::Kyc, &policy.limits);
    let (new, old) = (read(patch), read(stored));
    let ours = validator.patch(&new, Some(&old));
    assert!(ours.issues.len() <= policy.limits.issues);
    let parse = |text| Value::parse(text, &policy.limits);
    let (Ok(changes), Ok(mut merged)) = (parse(patch), parse(stored)) else { return };
    // Envelopes, keys said twice, half surrogate pairs and an address that is none are the reader's matter.
    let plain = |record: &kyc_rules::record::Record<'_>| {
        record.root == Slot::Object
            && record.faults.iter().all(|fault| fault.code == Code::UnknownKey)
            && matches!(record.slot(Id::Address, None), Slot::Absent | Slot::Null | Slot::Object)
    };
    if !plain(&new) || !plain(&old) || text.contains("\\u") || text.contains("kycData") {
        return;
    }
    merge(&mut merged, changes);
    let merged = merged.to_json();
    let record = read(&merged);
    if record.unreadable.is_some() {
        return;
    }
    // Keys that nobody knows stand in the whole, and what has too many issues is not told to its end.
    let whole = validator.whole(&record, Form::Kyc);
    if !ours.truncated && !whole.truncated {
        assert_eq!(said(&ours), said(&whole), "{merged}");
    }
});
