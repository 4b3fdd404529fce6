//! The native driver of the shared vectors. The same files drive the wasm in Node and in Chromium; with `KYC_VECTORS_OUT` set,
//! the answers go to that file, so that the three can be compared byte for byte.

use std::{fs, path::Path};

use kyc_rules::{
    code::Code,
    date,
    field_id::{Form, Id},
    issue::Issue,
    lifecycle::problem::Problem,
    normalize::{Change, normalize},
    policy::Policy,
    record::{Record, Slot},
    report::{write_issues, write_string},
    source::json,
    validate::Validator,
};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A case; which keys it has says whether it asks about a field or a payload.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case<'a> {
    name: Option<String>,
    // A field's.
    path: Option<String>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    codes: Option<Vec<String>>,
    // A payload's.
    mode: Option<String>,
    #[serde(borrow)]
    payload: Option<&'a RawValue>,
    #[serde(borrow)]
    stored: Option<&'a RawValue>,
    verdict: Option<String>,
    issues: Option<Vec<String>>,
    // Both.
    today: Option<String>,
    #[serde(borrow)]
    policy: Option<&'a RawValue>,
}

/// What was expected, what came, and the answer as every runtime writes it.
struct Outcome {
    expected: Vec<String>,
    got: Vec<String>,
    answer: String,
}

#[test]
fn every_vector_is_answered_as_it_says() {
    let mut answers = String::new();
    let mut cases = 0;
    let mut wrong = Vec::new();
    for folder in ["payload", "rules"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(folder);
        let mut files: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let suite: Vec<Case<'_>> = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            for (at, case) in suite.iter().enumerate() {
                let Outcome { expected, got, answer } = judge(case);
                if expected != got {
                    let name = case.name.as_deref().or(case.path.as_deref()).unwrap_or_default();
                    let value = case.value.map_or("", |value| value.get());
                    let file = file.file_name().unwrap().to_string_lossy().into_owned();
                    wrong.push(format!(
                        "{file}[{at}] {name} {value}: expected {expected:?}, got {got:?}"
                    ));
                }
                answers.push_str(&answer);
                answers.push('\n');
                cases += 1;
            }
        }
    }
    if let Ok(out) = std::env::var("KYC_VECTORS_OUT") {
        fs::write(out, &answers).unwrap();
    }
    println!("{cases} cases");
    assert!(wrong.is_empty(), "{} of {cases} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn judge(case: &Case<'_>) -> Outcome {
    let policy =
        case.policy.map_or_else(Policy::default, |text| Policy::from_json(text.get()).unwrap());
    let today = date::parse(case.today.as_deref().unwrap_or("2026-01-31")).unwrap();
    let validator = Validator::new(today, &policy);
    if case.path.is_some() {
        judge_field(case, &validator)
    } else {
        judge_payload(case, &validator)
    }
}

fn judge_field(case: &Case<'_>, validator: &Validator<'_>) -> Outcome {
    let path = case.path.as_deref().unwrap();
    let (id, index) = Id::at_path(path).unwrap_or_else(|| panic!("no field {path}"));
    let document = index.or_else(|| id.document_column().map(|_| 0));
    let limits = &validator.policy().limits;
    let mut record =
        case.data.map_or(Record::EMPTY, |data| json::read(data.get(), id.form(), limits));
    *record.slot_mut(id, document).unwrap() =
        json::value(case.value.map_or("null", RawValue::get), limits).unwrap();
    let issues = validator.field(&record, id, document);
    // A vector is about its own field; what it does to others is in the answer all the same.
    let own = issues.iter().filter(|issue| issue.field == Some(id));
    let got = own.map(|issue| issue.code.name().to_owned()).collect();
    let mut answer = String::from("{\"issues\":");
    write_issues(&mut answer, &issues, false);
    let api: Vec<_> = issues.iter().map(Issue::api_message).collect();
    answer.push_str(",\"api\":");
    answer.push_str(&serde_json::to_string(&api).unwrap());
    answer.push_str(",\"normalized\":");
    match (validator.canonical(&record, id, document), record.slot(id, document)) {
        (Some(text), _) => write_string(&mut answer, &text),
        (None, Slot::Text(text)) => write_string(&mut answer, text),
        (None, Slot::Flag(flag)) => answer.push_str(if *flag { "true" } else { "false" }),
        (None, _) => answer.push_str("null"),
    }
    answer.push('}');
    Outcome { expected: case.codes.clone().expect("a field's case says its codes"), got, answer }
}

fn judge_payload(case: &Case<'_>, validator: &Validator<'_>) -> Outcome {
    let limits = &validator.policy().limits;
    // serde reads `null` for an absent RawValue.
    let payload = case.payload.map_or("null", RawValue::get);
    let mode = case.mode.as_deref().unwrap_or("whole");
    let report = match mode {
        "whole" => validator.whole(&json::read(payload, Form::Kyc, limits), Form::Kyc),
        "customer" => validator.whole(&json::read(payload, Form::Customer, limits), Form::Customer),
        "patch" => {
            let stored = case.stored.map(|stored| json::read(stored.get(), Form::Kyc, limits));
            validator.patch(&json::read(payload, Form::Kyc, limits), stored.as_ref())
        }
        mode => panic!("no mode {mode}"),
    };
    let mut got = vec![report.verdict.name().to_owned()];
    got.extend(
        report
            .issues
            .iter()
            .map(|issue| format!("{} {}", issue.path(), issue.code.name()).trim().to_owned()),
    );
    let mut expected = vec![case.verdict.clone().expect("a payload's case says its verdict")];
    expected.extend(case.issues.clone().unwrap_or_default());
    let form = if mode == "customer" { Form::Customer } else { Form::Kyc };
    let mut answer = report.to_json();
    answer.truncate(answer.len() - 1);
    answer.push_str(",\"changes\":");
    answer.push_str(&serde_json::to_string(&changes(payload, form, validator)).unwrap());
    let problem = Problem::of(&report);
    let none = || "null".to_owned();
    answer.push_str(",\"error\":");
    answer.push_str(&problem.as_ref().map_or_else(none, Problem::to_json));
    answer.push_str(",\"problem\":");
    answer.push_str(
        &problem.as_ref().map_or_else(none, |problem| problem.to_problem_json(Some("/1"))),
    );
    answer.push('}');
    Outcome { expected, got, answer }
}

/// What normalizing changes, a line each.
fn changes(payload: &str, form: Form, validator: &Validator<'_>) -> Vec<String> {
    let mut record = json::read(payload, form, &validator.policy().limits);
    let changes = normalize(&mut record, form, validator);
    let place = |change: &Change| {
        let index = change.index.map(|at| u16::try_from(at).unwrap());
        // A path is what an issue at that place would have.
        Issue::new(Some(change.field), index, Code::Required.into()).path()
    };
    changes.iter().map(|change| format!("{} {}", place(change), change.kind.name())).collect()
}
