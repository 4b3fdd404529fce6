//! The document describes every field, spelling and route that the server has.

use kyc_rules::{
    field_id::{COUNT, Form, Parent},
    fields::FIELDS,
    lifecycle::{instant, problem::Problem},
    policy::Policy,
    source::json::read,
    validate::Validator,
};
use serde_json::{Value, json};

use crate::route::Route;

fn described() -> Value {
    serde_json::from_str(&super::document("http://127.0.0.1:1")).unwrap()
}

/// What the rules refuse of a submission.
fn refused(kyc: &Value) -> Option<Problem> {
    let (policy, text) = (Policy::DEFAULT, kyc.to_string());
    let record = read(&text, Form::Kyc, &policy.limits);
    let today = instant::date(1_769_853_600_000);
    Problem::of(&Validator::new(today, &policy).patch(&record, None))
}

#[test]
fn every_field_is_described() {
    let document = described();
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["KycData"]["properties"]["employmentStatus"]["enum"][0], "EMPLOYED");
    let count: usize = ["NewCustomer", "KycData", "Address", "Document"]
        .iter()
        .map(|name| schemas[name]["properties"].as_object().unwrap().len())
        .sum();
    assert_eq!(count, COUNT);
}

#[test]
fn null_removes_what_the_schema_says() {
    let document = described();
    let schemas = &document["components"]["schemas"];
    for field in FIELDS.iter().filter(|field| field.parent != Parent::Customer) {
        let (schema, sent) = match field.parent {
            Parent::Address => ("Address", json!({"address": {field.key: null}})),
            Parent::Document => ("Document", json!({"documents": [{field.key: null}]})),
            _ => ("KycData", json!({field.key: null})),
        };
        let described = &schemas[schema]["properties"][field.key];
        let takes_null = described["type"].as_array().is_some_and(|types| types[1] == "null");
        let refused = refused(&sent).map(|problem| problem.message);
        assert_eq!(takes_null, refused.is_none(), "{}: {refused:?}", field.path);
        let choices = described["enum"].as_array();
        assert!(
            choices.is_none_or(|all| all.contains(&Value::Null) == takes_null),
            "{}",
            field.path
        );
    }
}

#[test]
fn every_spelling_that_passes_is_described() {
    let document = described();
    let spellings = &document["components"]["schemas"]["Document"]["properties"]["type"]["enum"];
    let spellings = spellings.as_array().unwrap();
    assert!(spellings.contains(&json!("NATIONAL_ID_CARD")));
    for spelling in spellings {
        assert_eq!(refused(&json!({"documents": [{"type": spelling}]})), None, "{spelling}");
    }
}

/// Every path and method that the server takes, and no other; all but this document itself.
#[test]
fn every_route_is_described() {
    let document = described();
    let paths = document["paths"].as_object().unwrap();
    for (path, item) in paths {
        let route = Route::of(&path.replace("{id}", "x"));
        assert_eq!(route.name(), path.replace("{id}", ":id"));
        let methods = route.methods().split(", ").filter(|method| *method != "HEAD");
        let methods: Vec<String> = methods.map(str::to_lowercase).collect();
        let described = item.as_object().unwrap().keys().filter(|key| *key != "parameters");
        assert!(described.eq(&methods), "{path}");
        for method in methods {
            let answers = item[&method]["responses"].as_object().unwrap();
            assert!(answers.contains_key("405"), "{path} {method}");
        }
    }
    assert_eq!(paths.len(), 13);
}
