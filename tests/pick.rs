//! Some fields of a form: a page of it.

use kyc_rules::{
    field_id::{Form, Id},
    policy::Policy,
    source::json,
    validate::Validator,
};

/// What is said of these fields of a payload: a path and a code each.
fn said(payload: &str, fields: &[Id]) -> Vec<String> {
    let policy = Policy::default();
    let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
    let record = json::read(payload, Form::Kyc, &policy.limits);
    let report = Validator::new(today, &policy).pick(&record, Form::Kyc, fields);
    report.issues.iter().map(|issue| format!("{} {}", issue.path(), issue.code.name())).collect()
}

#[test]
fn members_of_an_address_are_missing_with_it_and_without() {
    for payload in ["{}", r#"{"address":null}"#, r#"{"address":{}}"#] {
        assert_eq!(said(payload, &[Id::City]), ["address.city required"], "{payload}");
    }
    assert_eq!(said("{}", &[Id::Address]), ["address required"]);
    assert_eq!(said(r#"{"address":"x"}"#, &[Id::City]), ["address wrong_type"]);
    assert_eq!(
        said(r#"{"address":{"country":"usa"}}"#, &[Id::PhoneNumber]),
        ["phoneNumber required"]
    );
}

#[test]
fn members_of_documents_are_judged_alone() {
    let payload = r#"{"documents":[{"type":"PASSPORT","number":""},{"type":"CAT"}]}"#;
    assert_eq!(said(payload, &[Id::DocumentNumber]), ["documents[0].number required"]);
    assert_eq!(said(payload, &[Id::DocumentType]), ["documents[1].type choice.unknown"]);
    assert_eq!(said("{}", &[Id::DocumentNumber]), ["documents required"]);
    assert!(said(payload, &[Id::Documents]).len() > 5);
}
