//! The laws of normalizing, on every shared vector and on variants of it as people write them: a second time changes nothing,
//! and the copy draws no more issues, and no weightier ones, than what it was made from.

use std::{fs, path::Path};

use kyc_rules::{
    date,
    field_id::{Form, Id},
    fields::FIELDS,
    normalize::normalize,
    policy::Policy,
    record::{Record, Slot},
    report::Report,
    source::json,
    validate::Validator,
};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Case<'a> {
    path: Option<String>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    mode: Option<String>,
    #[serde(borrow)]
    payload: Option<&'a RawValue>,
    today: Option<String>,
    #[serde(borrow)]
    policy: Option<&'a RawValue>,
}

/// Other ways in which people write a text.
const VARIANTS: [fn(&str) -> String; 7] = [
    str::to_owned,
    |text| format!("  {text}\u{a0}"),
    str::to_lowercase,
    str::to_uppercase,
    |text| text.replace(' ', "\u{3000}"),
    // Something that shows nothing, between a letter and its mark.
    |text| text.replacen('e', "e\u{ad}\u{301}", 1),
    // Full width.
    |text| {
        text.chars()
            .map(|c| match c {
                '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
                c => c,
            })
            .collect()
    },
];

/// How often each weight stands in a report: errors, missings, warnings.
fn weights(report: &Report) -> [usize; 3] {
    let count = |name| report.issues.iter().filter(|issue| issue.severity.name() == name).count();
    [count("error"), count("missing"), count("warning")]
}

/// One record of a form: what breaks a law, in words.
fn broken(record: &Record<'_>, form: Form, validator: &Validator<'_>) -> Option<String> {
    let before = validator.whole(record, form);
    let mut copy = record.clone();
    let changes = normalize(&mut copy, form, validator);
    let after = validator.whole(&copy, form);
    let again = normalize(&mut copy, form, validator);
    if !again.is_empty() {
        return Some(format!("changes twice: {again:?}"));
    }
    if after.issues.len() > before.issues.len() || weights(&after) > weights(&before) {
        let codes = |report: &Report| -> Vec<_> {
            report
                .issues
                .iter()
                .map(|issue| format!("{} {}", issue.path(), issue.code.name()))
                .collect()
        };
        let new: Vec<_> =
            codes(&after).into_iter().filter(|code| !codes(&before).contains(code)).collect();
        return Some(format!("{changes:?}: new {new:?}"));
    }
    None
}

/// Every text of a record in another way of writing.
fn rewrite(record: &mut Record<'_>, form: Form, variant: fn(&str) -> String) {
    for field in FIELDS.iter().filter(|field| field.id.form() == form) {
        let documents =
            if field.id.document_column().is_some() { record.documents.len() } else { 1 };
        for at in 0..documents {
            let index = field.id.document_column().map(|_| at);
            if let Some(text) = record.slot(field.id, index).text().map(variant)
                && let Some(place) = record.slot_mut(field.id, index)
            {
                *place = Slot::of(text);
            }
        }
    }
}

#[test]
fn a_normalized_copy_is_no_worse_and_normal() {
    let mut tried = 0;
    let mut wrong = Vec::new();
    for folder in ["payload", "rules"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(folder);
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let text = fs::read_to_string(&file).unwrap();
            let cases: Vec<Case<'_>> = serde_json::from_str(&text).unwrap();
            for (at, case) in cases.iter().enumerate() {
                for (way, variant) in VARIANTS.iter().enumerate() {
                    tried += 1;
                    if let Some(how) = try_case(case, *variant) {
                        let name = file.file_name().unwrap().to_string_lossy().into_owned();
                        wrong.push(format!("{name}[{at}] variant {way}: {how}"));
                    }
                }
            }
        }
    }
    println!("{tried} payloads");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

fn try_case(case: &Case<'_>, variant: fn(&str) -> String) -> Option<String> {
    let policy =
        case.policy.map_or_else(Policy::default, |text| Policy::from_json(text.get()).unwrap());
    let today = date::parse(case.today.as_deref().unwrap_or("2026-01-31")).unwrap();
    let validator = Validator::new(today, &policy);
    let (form, mut record) = match &case.path {
        None => {
            let form = match case.mode.as_deref() {
                Some("customer") => Form::Customer,
                _ => Form::Kyc,
            };
            (form, json::read(case.payload.map_or("null", RawValue::get), form, &policy.limits))
        }
        Some(path) => {
            let (id, index) = Id::at_path(path).unwrap();
            let document = index.or_else(|| id.document_column().map(|_| 0));
            let data = case.data.map_or("{}", RawValue::get);
            let mut record = json::read(data, id.form(), &policy.limits);
            let value = case.value.map_or("null", RawValue::get);
            *record.slot_mut(id, document).unwrap() = json::value(value, &policy.limits).unwrap();
            if id.form() == Form::Kyc && id.document_column().is_some() {
                *record.slot_mut(Id::Documents, None).unwrap() = Slot::List;
            }
            if id.field().path.starts_with("address.") {
                *record.slot_mut(Id::Address, None).unwrap() = Slot::Object;
            }
            (id.form(), record)
        }
    };
    rewrite(&mut record, form, variant);
    broken(&record, form, &validator)
}
