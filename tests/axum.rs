//! The extractor `KycJson`, and `axum-valid` on the crate `validator`'s trait.
#![expect(clippy::unwrap_used, reason = "a test")]

use axum::{
    Json, Router,
    body::{Body, to_bytes},
    extract::Request,
    routing::post,
};
use axum_valid::Valid;
use kyc_rules::{
    axum::{KycJson, Rules},
    field_id::Form,
    model::{Customer, KycData},
    policy::Policy,
    record::Record,
    validate::Validator,
};
use time::{Date, Month};
use tower::ServiceExt;
use validator::{Validate, ValidateArgs};

fn today() -> Date {
    Date::from_calendar_date(2026, Month::January, 31).unwrap()
}

fn app() -> Router {
    let create = |KycJson { data, .. }: KycJson<Customer>| async move { data.first_name.unwrap() };
    let submit = |KycJson { data, report, .. }: KycJson<KycData>| async move {
        format!("{} {}", report.verdict.name(), data.documents.map_or(0, |list| list.len()))
    };
    let valid = |Valid(Json(data)): Valid<Json<KycData>>| async move {
        data.nationality.unwrap_or_default()
    };
    Router::new()
        .route("/customers", post(create))
        .route("/kyc", post(submit))
        .route("/valid", post(valid))
        .with_state(Rules::new(Policy::DEFAULT, today))
}

/// The status, the type and the body of an answer.
fn ask(path: &str, headers: &[(&str, &str)], body: &str) -> (u16, String, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let request = headers
        .iter()
        .fold(Request::post(path), |request, (name, value)| request.header(*name, *value));
    let request = request.body(Body::from(body.to_owned())).unwrap();
    runtime.block_on(async {
        let response = app().oneshot(request).await.unwrap();
        let kind = response.headers().get("content-type").map(|kind| kind.to_str().unwrap().into());
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, kind.unwrap_or_default(), String::from_utf8(bytes.to_vec()).unwrap())
    })
}

const JSON: (&str, &str) = ("content-type", "application/json");

fn sample() -> String {
    include_str!("sample.json").to_owned()
}

#[test]
fn what_is_well_formed_reaches_the_handler() {
    assert_eq!(ask("/kyc", &[JSON], &sample()).2, "ready 1");
    let enveloped = format!("{{\"kycData\":{}}}", sample());
    assert_eq!(ask("/kyc", &[JSON], &enveloped).2, "ready 1");
    assert_eq!(ask("/kyc", &[JSON], r#"{"nationality":"US"}"#).2, "incomplete 0");
    let body =
        r#"{"type":"INDIVIDUAL","email":"jane@example.com","firstName":"Jane","lastName":"Smith"}"#;
    assert_eq!(ask("/customers", &[JSON], body).2, "Jane");
}

#[test]
fn what_is_not_is_refused_in_the_guides_words() {
    let (status, kind, body) = ask("/kyc", &[JSON], r#"{"phoneNumber":"4155551234"}"#);
    assert_eq!((status, kind.as_str()), (400, "application/json"));
    assert_eq!(
        body,
        r#"{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}"#
    );
    let accept = ("accept", "application/problem+json");
    let (status, kind, body) = ask("/kyc", &[JSON, accept], r#"{"phoneNumber":5}"#);
    assert_eq!((status, kind.as_str()), (400, "application/problem+json"));
    assert!(body.contains(r#""pointer":"/phoneNumber""#), "{body}");
    // Of a customer, what is missing is refused too.
    assert_eq!(ask("/customers", &[JSON], r#"{"type":"INDIVIDUAL"}"#).0, 400);
    for bad in ["", "{", "[]", "5", r#"{"kycData":5}"#, "\u{0}"] {
        assert_eq!(ask("/kyc", &[JSON], bad).0, 400, "{bad}");
    }
    assert_eq!(ask("/kyc", &[], &sample()).0, 415);
    assert_eq!(ask("/kyc", &[("content-type", "text/plain")], &sample()).0, 415);
    assert_eq!(ask("/kyc", &[JSON], &" ".repeat(70_000)).0, 413);
}

#[test]
fn axum_valid_takes_the_typed_payload() {
    let (status, _, body) = ask("/valid", &[JSON], r#"{"nationality":"US"}"#);
    assert_eq!((status, body.as_str()), (200, "US"));
    let (status, _, body) = ask("/valid", &[JSON], r#"{"phoneNumber":"4155550199"}"#);
    assert_eq!(status, 400);
    assert!(body.contains("phoneNumber") && !body.contains("4155550199"), "{body}");
}

#[test]
fn errors_stand_where_derived_ones_would() {
    let data = KycData {
        address: Some(kyc_rules::model::Address {
            country: Some("XX".into()),
            ..kyc_rules::model::Address::default()
        }),
        documents: Some(vec![
            kyc_rules::model::Document::default(),
            kyc_rules::model::Document {
                document_type: Some("LIBRARY_CARD".into()),
                ..kyc_rules::model::Document::default()
            },
        ]),
        ..KycData::default()
    };
    let policy = Policy::DEFAULT;
    let errors = data.validate_with_args(&Validator::new(today(), &policy)).unwrap_err();
    let json = serde_json::to_value(&errors).unwrap();
    assert_eq!(json["address"]["country"][0]["code"], "country.unknown", "{json}");
    assert!(json["documents"]["1"]["type"][0]["params"]["allowed"].is_array(), "{json}");
    assert!(!json.to_string().contains("LIBRARY_CARD"));
    assert!(KycData::default().validate().is_ok(), "what is missing is no error");
    assert!(Customer::default().validate().is_err(), "but of a customer to be created it is");
}

#[test]
fn rules_are_the_default_policy_on_this_day_and_show_no_more_of_themselves() {
    let rules = Rules::default();
    assert_eq!(*rules.policy, Policy::DEFAULT);
    // The calendar it asks runs: the report says the day, which is none of the past.
    let report = rules.validator().whole(&Record::EMPTY, Form::Kyc);
    assert!(report.as_of.year() >= 2026, "{}", report.as_of);
    assert!(format!("{rules:?}").contains("minimum_age"));
}

#[test]
fn a_body_that_is_no_text_is_refused_as_such() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let request = Request::post("/kyc").header(JSON.0, JSON.1);
    let request = request.body(Body::from(vec![b'{', 0xff, b'}'])).unwrap();
    let (status, body) = runtime.block_on(async {
        let response = app().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        (status, to_bytes(response.into_body(), usize::MAX).await.unwrap())
    });
    assert_eq!(status, 400);
    assert!(String::from_utf8_lossy(&body).contains("could not be read as UTF-8"));
}
