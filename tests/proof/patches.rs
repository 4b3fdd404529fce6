//! A patch beside what it makes, on every vector.

use kyc_rules::{code::Code, field_id::Form, report::Report, source::json, validate::Validator};
use serde_json::{Map, Value};

use crate::{
    laws::thin,
    numbers::Numbers,
    suites::{self, Case},
};

/// A patch is judged as the whole that it makes of what is stored: RFC 7396 on the JSON, beside the engine's on its records.
#[test]
fn a_patch_is_judged_as_what_it_makes() {
    let patches: Vec<Case> = suites::all()
        .into_iter()
        .filter(|case| {
            case.form == Form::Kyc
                && case.payload.is_object()
                && case.payload.get("kycData").is_none()
        })
        .collect();
    let limits = kyc_rules::policy::Limits::DEFAULT;
    let mut numbers = Numbers(7);
    let mut tried = 0;
    for case in &patches {
        let stored = thin(&suites::sample(), &mut numbers);
        let patch = thin(&case.payload, &mut numbers);
        // What is no object cannot be merged into: the guide's API has no such state.
        if patch.get("address").is_some_and(|address| !address.is_object() && !address.is_null()) {
            continue;
        }
        let mut merged = stored.clone();
        rfc7396(&mut merged, &patch);
        let validator = Validator::new(case.today, &case.policy);
        let (patch, stored, merged) = (patch.to_string(), stored.to_string(), merged.to_string());
        let patch = json::read(&patch, Form::Kyc, &limits);
        let ours = validator.patch(&patch, Some(&json::read(&stored, Form::Kyc, &limits)));
        let whole = validator.whole(&json::read(&merged, Form::Kyc, &limits), Form::Kyc);
        if whole.truncated || ours.truncated {
            continue;
        }
        // A required field that the patch removes is an error; in the whole it is missing.
        let said = |report: &Report| -> Vec<_> {
            let issues = report.issues.iter().map(|issue| match issue.code {
                Code::CannotBeRemoved => (issue.field, issue.index, Code::Required, Vec::new()),
                Code::Required => (issue.field, issue.index, issue.code, Vec::new()),
                code => (issue.field, issue.index, code, issue.params.clone()),
            });
            // What the table does not know is said of the patch alone.
            issues.filter(|(_, _, code, _)| *code != Code::UnknownKey).collect()
        };
        assert_eq!(said(&ours), said(&whole), "{}: {merged}", case.name);
        tried += 1;
    }
    assert!(tried > 1_000, "{tried}");
}

fn rfc7396(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let target = target.as_object_mut().unwrap();
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            rfc7396(target.entry(key).or_insert(Value::Null), value);
        }
    }
}
