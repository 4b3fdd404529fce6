//! No value leaves: a canary in every field, and none in anything the rules say, show or print.

use kyc_rules::{
    field_id::{Form, Id},
    fields::FIELDS,
    policy::Policy,
    record::{Document, Record, Slot},
    report::write_issues,
    source::json,
    validate::Validator,
    wire,
};
use time::{Date, Month};

/// A marker in many guises, so that every kind of rule sees one that it refuses, and one that it takes.
const CANARIES: &[&str] = &[
    "Canaryzq",
    "canaryzq@canaryzq.example",
    "https://canaryzq.example/canaryzq.jpg",
    "http://canaryzq",
    "+canaryzq",
    "CANARYZQ1",
    "canaryzq\u{7}",
    "<canaryzq>",
    "canaryzq-canaryzq",
    "canaryzq canaryzq 123",
];

fn is_leak(text: &str) -> bool {
    text.to_lowercase().contains("canaryzq")
}

fn validator(policy: &Policy) -> Validator<'_> {
    Validator::new(Date::from_calendar_date(2026, Month::January, 31).unwrap(), policy)
}

/// A record with the same text in every field.
fn full_of(text: &str) -> Record<'_> {
    let mut record = Record::EMPTY;
    record.documents.push(Document { entry: Slot::Object, ..Document::default() });
    for field in &FIELDS {
        *record.slot_mut(field.id, Some(0)).unwrap() = match field.id {
            Id::Address => Slot::Object,
            Id::Documents => Slot::List,
            _ => Slot::of(text),
        };
    }
    record
}

#[test]
fn no_report_shows_a_value() {
    let policy = Policy::default();
    let validator = validator(&policy);
    for canary in CANARIES {
        let record = full_of(canary);
        assert!(!is_leak(&format!("{record:?}")), "Debug of a record");
        let mut said = 0;
        for form in [Form::Kyc, Form::Customer] {
            for report in [
                validator.whole(&record, form),
                validator.patch(&record, None),
                validator.patch(&record, Some(&record)),
            ] {
                said += report.issues.len();
                for text in [report.to_json(), format!("{report:?}"), wire::report(&report)] {
                    assert!(!is_leak(&text), "{text}");
                }
                for issue in &report.issues {
                    let texts =
                        [issue.message(), issue.api_message(), issue.path(), issue.pointer()];
                    assert!(!texts.iter().any(|text| is_leak(text)), "{texts:?}");
                }
            }
        }
        assert!(said > 0, "{canary}: some rule refuses it");
        for field in &FIELDS {
            let mut out = String::new();
            let document = field.id.document_column().map(|_| 0);
            write_issues(&mut out, &validator.field(&record, field.id, document), true);
            assert!(!is_leak(&out), "{out}");
        }
    }
}

#[test]
fn no_key_is_shown_either() {
    let policy = Policy::default();
    for key in ["canaryzq", "legalFirstNameCanaryzq", "\\u0063anaryzq"] {
        for holder in ["{KEY}", "{\"address\":{KEY}}", "{\"documents\":[{KEY}]}"] {
            let text = holder.replace("{KEY}", &format!("{{\"{key}\":\"canaryzq\"}}"));
            for form in [Form::Kyc, Form::Customer] {
                let record = json::read(&text, form, &policy.limits);
                let report = validator(&policy).whole(&record, form);
                assert!(!is_leak(&report.to_json()) && !is_leak(&format!("{report:?}")), "{text}");
            }
        }
    }
}

#[test]
fn broken_json_is_not_quoted() {
    let policy = Policy::default();
    for text in [
        "canaryzq",
        "{\"a\":canaryzq}",
        "{\"legalFirstName\":\"canaryzq",
        "[\"canaryzq\",]",
        "\"canaryzq\"",
    ] {
        let report =
            validator(&policy).whole(&json::read(text, Form::Kyc, &policy.limits), Form::Kyc);
        assert!(!report.issues.is_empty() && !is_leak(&report.to_json()), "{text}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn typed_payloads_show_nothing_in_debug() {
    use kyc_rules::model::{Customer, KycData};
    let data = r#"{"legalFirstName":"canaryzq","address":{"city":"canaryzq"},"documents":[{"number":"canaryzq"}]}"#;
    let data: KycData = serde_json::from_str(data).unwrap();
    assert!(!is_leak(&format!("{data:?} {:?} {:?}", data.address, data.documents)));
    let customer: Customer = serde_json::from_str(r#"{"email":"canaryzq"}"#).unwrap();
    assert!(!is_leak(&format!("{customer:?}")));
}
