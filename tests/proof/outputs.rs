//! What reports say to the letter: every kind of detail, in the order of the form. The vectors compare codes; this compares the rest.

use kyc_rules::{
    field_id::{Form, Id},
    normalize::normalize,
    policy::Policy,
    record::{Record, Slot},
    report::write_params,
    source::json,
    validate::Validator,
    wire,
};

use crate::suites::today;

/// Faults of every kind, in two documents and beside them.
const FAULTY: &str = r#"{"legalFirstName":"x\ud800","legalLastName":"Smith ","phoneNumber":"+1415555","dateOfBirth":"1990-02-30",
    "nationality":"usa","address":{"addressLine1":"P.O. Box 1","city":5,"country":"US","stateCode":"CX","postalCode":"9410","locale":"en_US","citty":1},
    "nationalIdType":"SNN","employmentStatus":"employed","isIntermediary":"no","legalFirstNam":1,"zzzz":2,"legalLastName":"Twice",
    "documents":[{"type":"passport","number":"p 1234567","issuingCountry":"us","expirationDate":"31.12.2030","frontImageUrl":"http://example.com/a.jpg"},
    7,{"type":"UTILITY_BILL","issueDate":"2025-01-02","frontImageUrl":" https://bank.com/a.jpg"}]}"#;

/// What is said of it: a line an issue, a line a change.
fn said() -> String {
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let mut record = json::read(FAULTY, Form::Kyc, &policy.limits);
    let report = validator.whole(&record, Form::Kyc);
    let mut lines = vec![format!("{} {}", report.verdict.name(), report.issues.len())];
    for issue in &report.issues {
        let mut params = String::new();
        write_params(&mut params, &issue.params);
        let (place, pointer) = (issue.path(), issue.pointer());
        lines.push(format!(
            "{place} {pointer} {} {} {params}",
            issue.code.name(),
            issue.severity.name()
        ));
        // The report has the same, and the words.
        let json = format!(
            "\"path\":\"{place}\",\"pointer\":\"{pointer}\",\"code\":\"{}\"",
            issue.code.name()
        );
        let json = [
            &json,
            ",\"severity\":\"",
            issue.severity.name(),
            "\",\"message\":\"",
            &issue.message(),
        ]
        .concat();
        assert!(report.to_json().contains(&json), "{json}");
        assert!(report.to_json().contains(&format!("\"params\":{params}}}")), "{params}");
    }
    let changes = normalize(&mut record, Form::Kyc, &validator);
    for change in &changes {
        lines.push(format!("{:?} {:?} {}", change.field, change.index, change.kind.name()));
    }
    lines.push(wire::changes(&changes, &record).replace('\u{1e}', "|"));
    lines.join("\n") + "\n"
}

#[test]
fn every_detail_is_said_as_it_was() {
    let before = include_str!("faulty.txt");
    assert!(said() == before, "tests/proof/faulty.txt differs from:\n{}", said());
}

/// Through serde a report says the same as by itself, key by key in the same order: servers send either.
#[cfg(feature = "serde_json")]
#[test]
fn serde_writes_the_same_report() {
    use kyc_rules::finding::Param;

    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let record = json::read(FAULTY, Form::Kyc, &policy.limits);
    let report = validator.whole(&record, Form::Kyc);
    assert_eq!(serde_json::to_string(&report).unwrap(), report.to_json());
    // Details of each kind are among them: a number, a text, a list.
    let kinds = |param: &Param| match param {
        Param::Number(_) => 0,
        Param::Text(_) => 1,
        Param::List(_) => 2,
    };
    let mut seen: Vec<_> =
        report.issues.iter().flat_map(|it| &it.params).map(|(_, it)| kinds(it)).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, [0, 1, 2]);
}

/// What a composed letter becomes, where the build has the table for it.
#[cfg(feature = "nfc")]
#[test]
fn a_letter_and_its_mark_are_put_together() {
    let policy = Policy::default();
    let mut record = json::read("{\"legalFirstName\":\"Zoe\u{308}\"}", Form::Kyc, &policy.limits);
    let changes = normalize(&mut record, Form::Kyc, &Validator::new(today(), &policy));
    assert_eq!(changes.iter().map(|change| change.kind.name()).collect::<Vec<_>>(), ["unicode"]);
}

/// Hindi's letters with a dot come apart in that form (they are excluded from composition): a line that fits must fit afterwards.
#[cfg(feature = "nfc")]
#[test]
fn what_would_grow_when_put_together_stays_as_it_is() {
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let line = "\u{938}\u{95c}\u{915} ".repeat(24);
    let mut record = Record::EMPTY;
    *record.slot_mut(Id::Address, None).unwrap() = Slot::Object;
    *record.slot_mut(Id::AddressLine1, None).unwrap() = Slot::of(line.trim().to_owned());
    let fits = |record: &Record<'_>| validator.field(record, Id::AddressLine1, None).is_empty();
    assert!(fits(&record));
    assert!(normalize(&mut record, Form::Kyc, &validator).is_empty());
    assert!(fits(&record));
}

/// A document that is reached for is an object, and so are those before it.
#[test]
fn documents_are_made_as_objects() {
    let mut record = Record::EMPTY;
    *record.slot_mut(Id::DocumentNumber, Some(2)).unwrap() = Slot::of("1");
    assert!(record.documents.iter().all(|document| document.entry == Slot::Object));
    assert_eq!(record.documents.len(), 3);
}

/// JSON's own escapes, and those of what has none; the rest as it is (RFC 8259, 7).
#[test]
fn strings_are_escaped_as_json_has_it() {
    let all: String = (0..0x2100).filter_map(char::from_u32).collect();
    let mut out = String::new();
    kyc_rules::report::write_string(&mut out, &all);
    assert_eq!(out, serde_json::to_string(&all).unwrap());
}

/// `Debug` says what stands somewhere, never the value.
#[test]
fn what_stands_somewhere_is_said_without_the_value() {
    let said = [
        Slot::Absent,
        Slot::Null,
        Slot::Text("Jane".into()),
        Slot::BrokenText,
        Slot::Flag(true),
        Slot::Number,
        Slot::Object,
        Slot::List,
    ]
    .map(|slot| format!("{slot:?}"));
    assert_eq!(said, ["absent", "null", "text", "broken text", "flag", "number", "object", "list"]);
}
