//! What is said of a PATCH: the report on what it makes of the stored data, and the refusals of bodies that cannot be read.

use crate::{
    code::Code,
    field_id::{Form, Id},
    finding::Finding,
    issue::Issue,
    lifecycle::{patch::merge, problem::Problem, value::Value},
    policy::Limits,
    report::Report,
    source::json,
    validate::Validator,
};

/// What is to be said of the stored data after the patch, and that data.
pub(super) fn judge(
    stored: &Value,
    patch: &Value,
    validator: &Validator<'_>,
    limits: &Limits,
) -> (Report, Value) {
    let (stored_text, patch_text) = (stored.to_json(), patch.to_json());
    let stored_record = json::read(&stored_text, Form::Kyc, limits);
    let record = json::read(&patch_text, Form::Kyc, limits);
    let mut merged = stored.clone();
    merge(&mut merged, patch.clone());
    // Two that are within the limits may make one that is not, of which no patch could be judged any more. A value takes
    // two bytes at least, and most customers' are far from it.
    if stored_text.len().saturating_add(patch_text.len()) > limits.nodes {
        let text = merged.to_json();
        let whole = json::read(&text, Form::Kyc, limits);
        if whole.unreadable.is_some() {
            return (validator.whole(&whole, Form::Kyc), merged);
        }
    }
    (validator.patch(&record, Some(&stored_record)), merged)
}

/// 400 for a body with a key twice, which says two things.
pub(super) fn said_twice(body: &str, limits: &Limits) -> Problem {
    let record = json::read(body, Form::Kyc, limits);
    let fault = record.faults.iter().find(|fault| fault.code == Code::DuplicateKey);
    let (field, index) = fault.map_or((None, None), |fault| (fault.field, fault.index));
    refused(field, index, Code::DuplicateKey.into())
}

/// 400 for a body that is no JSON, or too much of it.
pub(super) fn unread(finding: Finding) -> Problem {
    refused(None, None, finding)
}

/// 400, for one reason.
fn refused(field: Option<Id>, index: Option<u16>, finding: Finding) -> Problem {
    let issue = Issue::new(field, index, finding);
    let problem = Problem::validation(core::slice::from_ref(&issue));
    problem.unwrap_or_else(|| Problem::new(400, "BAD_REQUEST", ""))
}
