//! 234 believable addresses of 78 countries, three or more of each of 64, each with a broken twin. Streets and places are public
//! ones, put together for the purpose; formats are those libaddressinput publishes.

use kyc_rules::{
    country::Country,
    field_id::{Form, Id},
    policy::Policy,
    report::Report,
    source::json,
    validate::Validator,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use time::{Date, Month};

#[derive(Deserialize)]
struct Entry {
    format: String,
    address: Map<String, Value>,
    verdict: String,
    issues: Vec<String>,
    twin: Twin,
}

/// The same address with one field changed, or taken away where the value is `null`.
#[derive(Deserialize)]
struct Twin {
    field: String,
    value: Option<String>,
    code: String,
}

fn entries() -> Vec<Entry> {
    serde_json::from_str(include_str!("addresses.json")).unwrap()
}

fn judge(address: &Map<String, Value>) -> Report {
    let policy = Policy::default();
    let today = Date::from_calendar_date(2026, Month::January, 31).unwrap();
    let text = serde_json::json!({ "address": address }).to_string();
    let record = json::read(&text, Form::Kyc, &policy.limits);
    Validator::new(today, &policy).pick(&record, Form::Kyc, &[Id::Address])
}

/// `field code` of each issue.
fn said(report: &Report) -> Vec<String> {
    let name = |path: String| path.strip_prefix("address.").unwrap_or(&path).to_owned();
    report.issues.iter().map(|it| format!("{} {}", name(it.path()), it.code.name())).collect()
}

#[test]
fn addresses_are_ready_or_incomplete_for_the_right_reason() {
    let mut wrong = Vec::new();
    let mut ready = 0;
    for entry in entries() {
        let report = judge(&entry.address);
        let code = entry.address["country"].as_str().unwrap();
        assert!(Country::from_alpha2(code).is_some() && entry.format.contains(code));
        if report.verdict.name() != entry.verdict || said(&report) != entry.issues {
            wrong.push(format!("{:?}: {:?}", entry.address, said(&report)));
        }
        ready += usize::from(entry.verdict == "ready");
    }
    println!("{ready} of {} ready", entries().len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_broken_twin_is_caught() {
    let mut wrong = Vec::new();
    for Entry { mut address, issues, twin, .. } in entries() {
        match &twin.value {
            Some(value) => address.insert(twin.field.clone(), Value::from(value.as_str())),
            None => address.remove(&twin.field),
        };
        let said = said(&judge(&address));
        let expected = format!("{} {}", twin.field, twin.code);
        if issues.contains(&expected) || !said.contains(&expected) {
            wrong.push(format!("{address:?}: {expected}, got {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_three_of_sixty_countries() {
    let mut count = std::collections::BTreeMap::<String, usize>::new();
    for entry in entries() {
        *count.entry(entry.address["country"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    assert!(count.values().filter(|found| **found >= 3).count() >= 60);
    assert!(count.values().sum::<usize>() >= 200);
}
