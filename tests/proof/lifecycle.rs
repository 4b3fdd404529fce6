//! What mutants of the lifecycle showed to be held by nobody.

use kyc_rules::{
    field_id::{Form, Id, Parent},
    fields::FIELDS,
    lifecycle::{
        api_error::parse,
        next_required::{Step, next_required},
        problem::title,
        retry::{Failure, Retry, decide},
        status::CustomerStatus,
    },
    policy::Policy,
    source::json,
    validate::Validator,
};

use crate::suites::today;

#[test]
fn every_status_of_an_api_has_its_title() {
    let known: Vec<&str> = (400..600).map(title).filter(|title| *title != "Error").collect();
    assert_eq!(known.len(), 16, "{known:?}");
    assert_eq!((title(404), title(503)), ("Not Found", "Service Unavailable"));
}

/// A server that says when to come back has done nothing, whatever was asked of it.
#[test]
fn a_server_that_asks_to_wait_is_asked_again() {
    let failure = Failure {
        status: Some(503),
        retry_after: Some("2"),
        idempotent: false,
        retries: 0,
        now: 0,
        random: 0,
    };
    assert!(matches!(decide(&failure), Retry::After(2_000..)));
    assert_eq!(decide(&Failure { retry_after: None, ..failure }), Retry::AfterReading);
}

/// A path given as a list of keys, where the message names no field.
#[test]
fn a_list_of_keys_is_a_path() {
    let body = r#"{"code":"X","message":"bad","details":{"issues":[{"path":["documents",0,"number"],"message":"m"}]}}"#;
    let fields: Vec<_> =
        parse(400, body).fields.iter().map(|field| (field.field, field.index)).collect();
    assert_eq!(fields, [(Id::DocumentNumber, Some(0))]);
}

#[test]
fn every_field_of_the_form_has_its_step() {
    let steps: Vec<_> = FIELDS
        .iter()
        .filter(|field| field.parent == Parent::Kyc)
        .map(|field| (field.path, Step::of(field.id)))
        .collect();
    let step = |path| steps.iter().find(|(other, _)| *other == path).and_then(|(_, step)| *step);
    assert_eq!(step("nationality"), Some(Step::Personal));
    assert_eq!(step("address"), Some(Step::Address));
    assert_eq!(step("nationalIdType"), Some(Step::NationalId));
    assert_eq!(step("nationalIdIssuingCountry"), Some(Step::NationalId));
    assert_eq!(step("employmentStatus"), Some(Step::Employment));
    assert_eq!(step("documents"), Some(Step::Documents));
}

/// Yes and no are answers alike.
#[test]
fn a_no_is_an_answer() {
    let policy = Policy::default();
    let done = |data: &str| {
        let record = json::read(data, Form::Kyc, &policy.limits);
        let progress =
            next_required(&record, &CustomerStatus::Created, &Validator::new(today(), &policy));
        progress.steps.iter().map(|step| step.done).sum::<u32>()
    };
    assert_eq!(done("{}"), 0);
    assert_eq!(done(r#"{"isIntermediary":false}"#), 1);
    assert_eq!(done(r#"{"isIntermediary":true}"#), 1);
    assert_eq!(done(r#"{"nationality":" "}"#), 0);
}

#[test]
fn asking_ends_where_nothing_more_comes_by_itself() {
    for (name, ends) in [
        ("CREATED", false),
        ("UNDER_REVIEW", false),
        ("NEEDS_ADDITIONAL_INFORMATION", false),
        ("ACTIVE", true),
        ("REJECTED", true),
        ("DEACTIVATED", true),
        ("ON_HOLD", false),
    ] {
        assert_eq!(CustomerStatus::parse(name).is_terminal_for_polling(), ends, "{name}");
    }
}
