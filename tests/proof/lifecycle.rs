//! What mutants of the lifecycle showed to be held by nobody.

use kyc_rules::{
    field_id::{Form, Id, Parent},
    fields::FIELDS,
    lifecycle::{
        api_error::parse,
        instant,
        next_required::{Progress, Step, next_required},
        polling,
        problem::title,
        retry::{Failure, LONGEST_RETRY_AFTER, Retry, decide},
        status::CustomerStatus,
        webhook::{
            event,
            reduce::{Known, News},
            signature::{Delivery, Fault, Scheme, TOLERANCE, sign, verify},
        },
    },
    policy::Policy,
    source::json,
    validate::Validator,
};

use crate::suites::today;

/// What is still asked for of this data.
fn asked_for(data: &str) -> Progress {
    let policy = Policy::default();
    let record = json::read(data, Form::Kyc, &policy.limits);
    next_required(&record, &CustomerStatus::Created, &Validator::new(today(), &policy))
}

#[test]
fn every_status_of_an_api_has_its_title() {
    let known: Vec<&str> = (400..600).map(title).filter(|title| *title != "Error").collect();
    assert_eq!(known.len(), 18, "{known:?}");
    assert_eq!((title(404), title(410), title(503)), ("Not Found", "Gone", "Service Unavailable"));
}

/// A server that says when to come back has done nothing, whatever was asked of it.
#[test]
fn a_server_that_asks_to_wait_is_asked_again() {
    let failure = Failure {
        status: Some(503),
        retry_after: Some("2"),
        idempotent: false,
        retries: 0,
        refreshed: false,
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
    let done = |data: &str| asked_for(data).steps.iter().map(|step| step.done).sum::<u32>();
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
        let status = CustomerStatus::parse(name);
        assert_eq!(status.is_terminal_for_polling(), ends, "{name}");
        assert_eq!(status.can_transact(), name == "ACTIVE", "{name}");
    }
}

/// RFC 9110, 5.6.7: the preferred form, and nothing like it.
#[test]
fn dates_of_headers_are_read() {
    assert_eq!(instant::parse_http("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777_000));
    for other in [
        "",
        "06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 31 Feb 1994 08:49:37 GMT",
    ] {
        assert_eq!(instant::parse_http(other), None, "{other}");
    }
}

/// An event without a time is old where it leads away from another status than the customer has.
#[test]
fn an_event_without_a_time_is_placed_by_where_it_came_from() {
    let policy = Policy::default();
    let event = |id: &str, old: &str, new: &str| {
        let body = format!(
            r#"{{"id":"{id}","type":"customer.state_changed","payload":{{"customerId":"c","oldStatus":"{old}","newStatus":"{new}"}}}}"#
        );
        event::parse(body.as_bytes()).unwrap()
    };
    let mut known = Known::new(CustomerStatus::Active);
    assert_eq!(known.reduce(&event("1", "CREATED", "UNDER_REVIEW"), &policy), News::Stale);
    assert_eq!(known.reduce(&event("2", "ACTIVE", "CREATED"), &policy), News::Gap);
    assert_eq!(known.reduce(&event("3", "CREATED", "UNDER_REVIEW"), &policy), News::New);
}

/// What is logged of an API's error has its place and none of its words, which may hold a value.
#[test]
fn a_logged_error_has_no_words() {
    let body =
        r#"{"message":"Validation failed: phoneNumber must not be 4155551234, nor phoneNumber"}"#;
    let error = parse(400, body);
    let logged = format!("{error:?}");
    assert!(logged.contains("400 ") && logged.contains("PhoneNumber"), "{logged}");
    assert!(!logged.contains("4155551234"), "{logged}");
}

/// Each field once, and each document's apart.
#[test]
fn a_field_is_named_once() {
    let issue = |path: &str| format!(r#"{{"path":{path},"message":"m"}}"#);
    let issues = [
        r#"["documents",0,"number"]"#,
        r#"["documents",1,"number"]"#,
        r#"["documents",0,"type"]"#,
        r#"["documents",0,"number"]"#,
    ];
    let issues: Vec<String> = issues.into_iter().map(issue).collect();
    let body =
        format!(r#"{{"code":"X","message":"bad","details":{{"issues":[{}]}}}}"#, issues.join(","));
    let fields: Vec<_> =
        parse(400, &body).fields.iter().map(|field| (field.field, field.index)).collect();
    assert_eq!(
        fields,
        [(Id::DocumentNumber, Some(0)), (Id::DocumentNumber, Some(1)), (Id::DocumentType, Some(0))]
    );
}

/// An address that is not there is asked for by its parts; one that is there, by those that are missing.
#[test]
fn an_address_is_asked_for_by_its_parts() {
    let open = |data: &str| {
        let mut steps = asked_for(data).steps.into_iter();
        let step = steps.find(|step| step.step == Step::Address).unwrap();
        step.open.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
    };
    let parts = [Id::AddressLine1, Id::City, Id::Country, Id::Locale];
    assert_eq!(open("{}"), parts);
    assert_eq!(open(r#"{"address":7}"#), parts);
    assert_eq!(
        open(r#"{"address":{"city":"Dublin","country":"IE","locale":"en-IE"}}"#)[0],
        Id::AddressLine1
    );
}

/// The guide's webhook, as old as is tolerated and a moment older, in seconds and in milliseconds.
#[test]
fn a_webhook_is_as_old_as_is_tolerated() {
    let (secret, now) = ("whsec_c2VjcmV0", 1_769_853_600_000_i64);
    let headers = sign(&Scheme::STANDARD, b"{}", "evt_1", secret, now);
    let headers: Vec<(&str, &str)> =
        headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let delivery = Delivery { body: b"{}", headers: &headers };
    let at = |now: i64| verify(&Scheme::STANDARD, &delivery, &[secret], now, TOLERANCE);
    let most = i64::try_from(TOLERANCE).unwrap();
    assert_eq!(at(now + most), Ok(()));
    assert_eq!(at(now + most + 1), Err(Fault::TooOld));
    assert_eq!(at(now - most), Ok(()));
    assert_eq!(at(now - most - 1), Err(Fault::TooNew));
}

#[test]
fn reasons_to_stop_polling_have_names() {
    use polling::Reason;
    let reasons = [Reason::Settled, Reason::AskCustomer, Reason::TimedOut, Reason::Unexpected];
    assert_eq!(reasons.map(Reason::name), ["settled", "ask_customer", "timed_out", "unexpected"]);
}

#[test]
fn faults_of_a_webhook_have_names() {
    let names = [
        Fault::MissingHeader,
        Fault::MalformedHeader,
        Fault::TooOld,
        Fault::TooNew,
        Fault::NoSecret,
        Fault::Mismatch,
    ]
    .map(Fault::name);
    assert_eq!(
        names,
        ["missing_header", "malformed_header", "too_old", "too_new", "no_secret", "mismatch"]
    );
}

/// RFC 3339 with offsets on either side of UTC, and fractions of any length.
#[test]
fn instants_are_read_in_any_zone() {
    let noon = instant::parse("2026-01-31T12:00:00Z").unwrap();
    for (text, beside) in [
        ("2026-01-31T14:00:00+02:00", 0),
        ("2026-01-31T06:30:00-05:30", 0),
        ("2026-01-31t12:00:00z", 0),
        ("2026-01-31 12:00:00.5Z", 500),
        ("2026-01-31T12:00:00.123456Z", 123),
    ] {
        assert_eq!(instant::parse(text), Some(noon + beside), "{text}");
    }
}

/// The longest wait that is waited for, and a second more.
#[test]
fn a_server_may_ask_for_so_long_and_no_longer() {
    let asked = |seconds: u64| {
        let header = seconds.to_string();
        let failure = Failure {
            status: Some(429),
            retry_after: Some(&header),
            idempotent: true,
            retries: 0,
            refreshed: false,
            now: 0,
            random: 0,
        };
        decide(&failure)
    };
    let longest = LONGEST_RETRY_AFTER / 1000;
    assert_eq!(asked(longest), Retry::After(LONGEST_RETRY_AFTER));
    assert_eq!(asked(longest + 1), Retry::Never);
}
