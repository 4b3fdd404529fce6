//! The vectors of this repository as payloads: those of whole payloads as they are, and the guide's sample with each field's value
//! in its place.

use std::{fs, path::Path};

use kyc_rules::{date, field_id::Form, policy::Policy};
use serde_json::{Map, Value, value::RawValue};
use time::Date;

/// A payload, and what it is judged by.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) form: Form,
    pub(crate) payload: Value,
    pub(crate) policy: Policy,
    pub(crate) today: Date,
}

pub(crate) fn sample() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample.json");
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

pub(crate) fn today() -> Date {
    date::parse("2026-01-31").unwrap()
}

/// Every vector as a payload.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in ["payload", "rules"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(folder);
        let mut files: Vec<_> =
            fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let suite: Vec<&RawValue> = serde_json::from_str(&text).unwrap();
            // What holds half a surrogate pair is no `Value`; tests/vectors.rs has those.
            let suite =
                suite.iter().filter_map(|case| serde_json::from_str::<Value>(case.get()).ok());
            for (at, case) in suite.enumerate() {
                let name = format!("{}[{at}]", file.file_stem().unwrap().to_string_lossy());
                cases.extend(read(name, &case));
            }
        }
    }
    assert!(cases.len() > 2_000, "{}", cases.len());
    cases
}

fn read(name: String, case: &Value) -> Option<Case> {
    let policy = case
        .get("policy")
        .map_or_else(Policy::default, |policy| Policy::from_json(&policy.to_string()).unwrap());
    let today = case
        .get("today")
        .and_then(Value::as_str)
        .map_or_else(today, |day| date::parse(day).unwrap());
    let (form, payload) = match case.get("path").and_then(Value::as_str) {
        None => {
            let is_customer = case.get("mode").is_some_and(|mode| mode == "customer");
            (if is_customer { Form::Customer } else { Form::Kyc }, case.get("payload")?.clone())
        }
        Some(path) => (form(path), place(path, case)?),
    };
    Some(Case { name, form, payload, policy, today })
}

fn form(path: &str) -> Form {
    kyc_rules::field_id::Id::at_path(path).unwrap().0.form()
}

/// The sample with the case's siblings and its value.
fn place(path: &str, case: &Value) -> Option<Value> {
    let mut payload = if form(path) == Form::Kyc { sample() } else { Value::Object(Map::new()) };
    if let Some(data) = case.get("data") {
        merge(&mut payload, data);
    }
    let value = case.get("value").cloned().unwrap_or(Value::Null);
    let mut here = &mut payload;
    let path = path.replace("[]", "[0]");
    for part in path.split(['.', '[']) {
        here = if let Ok(at) = part.trim_end_matches(']').parse::<usize>() {
            if !here.is_array() {
                *here = Value::Array(Vec::new());
            }
            let list = here.as_array_mut()?;
            while list.len() <= at {
                list.push(Value::Object(Map::new()));
            }
            &mut list[at]
        } else {
            if !here.is_object() {
                *here = Value::Object(Map::new());
            }
            here.as_object_mut()?.entry(part).or_insert(Value::Null)
        };
    }
    *here = value;
    Some(payload)
}

/// Objects merge; all else replaces. Unlike RFC 7396, `null` stays.
fn merge(target: &mut Value, with: &Value) {
    match (target, with) {
        (Value::Object(target), Value::Object(with)) => {
            for (key, value) in with {
                merge(target.entry(key).or_insert(Value::Null), value);
            }
        }
        (target, with) => *target = with.clone(),
    }
}
