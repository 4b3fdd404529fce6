//! No value leaves: every vector of this repository with a marker in each of its texts and keys, and none in what is said of it.

use kyc_rules::{field_id::Form, source::json, validate::Validator, wire};
use serde_json::{Map, Value};

use crate::suites::{self, Case};

const CANARY: &str = "zqcanaryzq";

/// Ways to put the marker into a text, so that each rule stumbles over another part of it.
const WAYS: [fn(&str) -> String; 4] = [
    |text| format!("{text}{CANARY}"),
    |text| format!("{CANARY}{text}"),
    |text| {
        let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        let (head, tail) = text.split_at(middle);
        format!("{head}{CANARY}{tail}")
    },
    |_| CANARY.to_owned(),
];

fn is_leak(text: &str) -> bool {
    text.to_lowercase().contains(CANARY)
}

/// The same payload with the marker in every text, and in the names of members that nobody knows.
fn marked(value: &Value, way: fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(way(text)),
        Value::Array(entries) => entries.iter().map(|entry| marked(entry, way)).collect(),
        Value::Object(members) => {
            let mut marks: Map<String, Value> =
                members.iter().map(|(key, value)| (key.clone(), marked(value, way))).collect();
            if let Some(key) = members.keys().next() {
                marks.insert(way(key), Value::Null);
            }
            Value::Object(marks)
        }
        other => other.clone(),
    }
}

fn payloads() -> impl Iterator<Item = (Case, String)> {
    suites::all().into_iter().flat_map(|case| {
        WAYS.map(|way| {
            let text = marked(&case.payload, way).to_string();
            let case = Case {
                name: case.name.clone(),
                policy: case.policy.clone(),
                payload: Value::Null,
                ..case
            };
            (case, text)
        })
    })
}

#[test]
fn no_report_on_a_vector_shows_a_value() {
    let (mut tried, mut said) = (0, 0);
    for (case, text) in payloads() {
        let validator = Validator::new(case.today, &case.policy);
        let record = json::read(&text, case.form, &case.policy.limits);
        let mut reports = vec![validator.whole(&record, case.form)];
        if case.form == Form::Kyc {
            reports.push(validator.patch(&record, None));
            reports.push(validator.patch(&record, Some(&record)));
        }
        for report in &reports {
            said += report.issues.len();
            for text in [report.to_json(), wire::report(report), format!("{report:?} {record:?}")] {
                assert!(!is_leak(&text), "{}: {text}", case.name);
            }
        }
        // And broken off in the middle, where the reader gives up.
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        let report = validator.whole(&json::read(&half, case.form, &case.policy.limits), case.form);
        assert!(!is_leak(&report.to_json()), "{}: {}", case.name, report.to_json());
        tried += 1;
    }
    println!("{tried} payloads, {said} issues");
    assert!(said > tried);
}

/// The command line, as a batch on a server runs it: what it prints, and what it complains of.
#[cfg(feature = "cli")]
#[test]
fn the_command_line_shows_no_value() {
    let lines: Vec<String> =
        payloads().map(|(_, text)| text).filter(|text| text.len() < 60_000).collect();
    for args in [["check", "--ndjson"], ["value", "--ndjson"]] {
        let output = crate::command::kyc(&args, lines.join("\n").as_bytes());
        let (said, complained) =
            (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(!is_leak(&said) && !is_leak(&complained), "{args:?}");
        if args[0] == "check" {
            assert_eq!(said.lines().count(), lines.len(), "{complained}");
        }
    }
}
