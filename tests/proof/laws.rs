//! Laws: what must hold of any payload, whatever the rules say of it. Tried on every vector.

use kyc_rules::{
    code::{Code, Severity},
    field::{Kind, Presence},
    field_id::{Form, Id},
    fields::FIELDS,
    issue::Issue,
    report::{Report, Verdict},
    source::json,
    validate::Validator,
};
use serde_json::{Map, Value};

use crate::{
    numbers::Numbers,
    rewritten::{plain, write},
    suites::{self, Case},
};

fn judge(case: &Case, text: &str) -> Report {
    let validator = Validator::new(case.today, &case.policy);
    validator.whole(&json::read(text, case.form, &case.policy.limits), case.form)
}

/// Tries a law on every vector: says how it is broken, if it is.
fn hold(law: impl Fn(&Case) -> Option<String>) {
    let cases = suites::all();
    let wrong: Vec<String> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case.name, law(case)?))).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn differ(before: &Report, after: &Report) -> Option<String> {
    (before.to_json() != after.to_json())
        .then(|| format!("{}\n  {}", before.to_json(), after.to_json()))
}

#[test]
fn the_order_of_keys_says_nothing() {
    hold(|case| {
        let mut numbers = Numbers(case.name.len() as u64);
        let shuffled = write(&case.payload, &mut |members| numbers.shuffle(members), &plain);
        differ(&judge(case, &case.payload.to_string()), &judge(case, &shuffled))
    });
}

#[test]
fn space_between_tokens_says_nothing() {
    hold(|case| {
        let spaced =
            write(&case.payload, &mut |_| {}, &|text| format!("\r\n\t {} \n", plain(text)));
        // It counts towards the limit on the whole text, as it must.
        let fits = spaced.len() <= case.policy.limits.text;
        fits.then(|| differ(&judge(case, &case.payload.to_string()), &judge(case, &spaced)))?
    });
}

#[test]
fn a_letter_escaped_is_the_letter() {
    hold(|case| {
        let escape = |text: &str| {
            let units: Vec<_> = text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
            format!("\"{}\"", units.concat())
        };
        let escaped = write(&case.payload, &mut |_| {}, &escape);
        let fits = escaped.len() <= case.policy.limits.text;
        fits.then(|| differ(&judge(case, &case.payload.to_string()), &judge(case, &escaped)))?
    });
}

#[test]
fn the_verdict_is_that_of_the_weightiest_issue() {
    hold(|case| {
        let report = judge(case, &case.payload.to_string());
        let has = |severity| report.issues.iter().any(|issue| issue.severity == severity);
        let verdict = match (has(Severity::Error), has(Severity::Missing)) {
            (true, _) => Verdict::Invalid,
            (_, true) => Verdict::Incomplete,
            _ => Verdict::Ready,
        };
        (verdict != report.verdict && !report.truncated).then(|| report.to_json())
    });
}

#[test]
fn picking_every_field_is_the_whole() {
    hold(|case| {
        let validator = Validator::new(case.today, &case.policy);
        let text = case.payload.to_string();
        let record = json::read(&text, case.form, &case.policy.limits);
        let every: Vec<Id> = FIELDS.iter().map(|field| field.id).collect();
        differ(&validator.whole(&record, case.form), &validator.pick(&record, case.form, &every))
    });
}

#[test]
fn a_field_alone_is_judged_as_in_the_whole() {
    hold(|case| {
        let validator = Validator::new(case.today, &case.policy);
        let text = case.payload.to_string();
        let record = json::read(&text, case.form, &case.policy.limits);
        let whole = validator.whole(&record, case.form);
        if whole.truncated
            || record.unreadable.is_some()
            || record.documents.len() > case.policy.limits.documents
        {
            return None;
        }
        for field in FIELDS.iter().filter(|field| field.id.form() == case.form) {
            let in_documents = field.id.document_column().is_some();
            for at in 0..if in_documents { record.documents.len() } else { 1 } {
                let document = in_documents.then_some(at);
                let value = record.slot(field.id, document);
                let is_text = value.text().is_some_and(|text| !kyc_rules::text::is_blank(text));
                if !is_text || !matches!(field.kind, Kind::Text { .. } | Kind::Choice(_)) {
                    continue;
                }
                let own = |issue: &&Issue| {
                    issue.field == Some(field.id)
                        && issue.index.map(usize::from) == document
                        // Said of the document as a whole, or by the reader.
                        && field_says(issue.code)
                };
                let alone = validator.field(&record, field.id, document);
                let alone: Vec<_> = alone.iter().filter(own).collect();
                let within: Vec<_> = whole.issues.iter().filter(own).collect();
                if alone != within {
                    return Some(format!("{}: {alone:?} alone, {within:?} within", field.path));
                }
            }
        }
        None
    });
}

/// Whether a code is one that a field's own value draws.
fn field_says(code: Code) -> bool {
    FIELDS.iter().any(|field| match field.kind {
        Kind::Text { rule, .. } => rule.codes.contains(&code),
        Kind::Choice(_) => code.name().starts_with("choice"),
        _ => false,
    }) && !code.name().starts_with("documents.")
}

/// A member taken out of a payload and put back: what was good must not have made an error but where another rule reads it.
#[test]
fn adding_a_good_field_adds_no_error_of_its_own() {
    hold(|case| {
        let text = case.payload.to_string();
        let with = judge(case, &text);
        let Value::Object(members) = &case.payload else { return None };
        if with.truncated || members.contains_key("kycData") {
            return None;
        }
        for field in FIELDS.iter().filter(|field| field.id.form() == case.form) {
            if field.id.document_column().is_some()
                || with.issues.iter().any(|issue| issue.field == Some(field.id))
            {
                continue;
            }
            let Some(less) = without(&case.payload, field.path) else { continue };
            let before = judge(case, &less.to_string());
            let is_new = |issue: &&Issue| {
                issue.severity == Severity::Error
                    && !before.issues.contains(issue)
                    && issue.field.is_some_and(|other| !depends(other, field.id))
            };
            if let Some(new) = with.issues.iter().find(is_new) {
                return Some(format!("{} added: {}", field.path, new.path()));
            }
        }
        None
    });
}

/// Whether a field, or its presence, depends on another one.
fn depends(field: Id, on: Id) -> bool {
    let field = field.field();
    let reads = matches!(field.kind, Kind::Text { rule, .. } if rule.reads.contains(&on));
    let used = matches!(field.presence, Presence::WhereCountryUses(_)) && on == Id::Country;
    // An object that is taken out takes its members along.
    reads || used || on == Id::Address || on == Id::Documents
}

fn without(payload: &Value, path: &str) -> Option<Value> {
    let mut payload = payload.clone();
    let (holder, key) = match path.rsplit_once('.') {
        Some((holder, key)) => (payload.get_mut(holder)?, key),
        None => (&mut payload, path),
    };
    holder.as_object_mut()?.remove(key)?;
    Some(payload)
}

/// Every part of a good payload is free of errors, and what it lacks is missing.
#[test]
fn no_part_of_a_good_payload_is_an_error() {
    let mut numbers = Numbers(1);
    let sample = suites::sample();
    let case = Case {
        name: String::new(),
        form: Form::Kyc,
        payload: Value::Null,
        policy: kyc_rules::policy::Policy::default(),
        today: suites::today(),
    };
    for _ in 0..2_000 {
        let part = thin(&sample, &mut numbers);
        let report = judge(&case, &part.to_string());
        let errors = report.issues.iter().filter(|issue| issue.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{part}");
        let complete = part == sample;
        assert!(
            complete || report.verdict == Verdict::Incomplete || is_optional_gone(&part),
            "{part}"
        );
    }
}

/// Only what is optional is gone from the sample.
fn is_optional_gone(part: &Value) -> bool {
    let mut part = part.clone();
    let Some(address) = part.get_mut("address").and_then(Value::as_object_mut) else {
        return false;
    };
    address.insert("addressLine2".into(), "Apt 4B".into());
    part == suites::sample()
}

/// The value with members left out here and there.
pub(crate) fn thin(value: &Value, numbers: &mut Numbers) -> Value {
    match value {
        Value::Object(members) => {
            let few = 1 + numbers.below(8);
            let mut kept = Map::new();
            for (key, value) in members {
                if numbers.below(few) != 0 || few == 1 {
                    kept.insert(key.clone(), thin(value, numbers));
                }
            }
            Value::Object(kept)
        }
        Value::Array(entries) => entries.iter().map(|entry| thin(entry, numbers)).collect(),
        other => other.clone(),
    }
}
