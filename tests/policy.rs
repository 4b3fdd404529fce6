//! A policy in JSON: what each key does, and that no slip of the pen goes unseen.

use kyc_rules::{
    code::Code,
    field_id::Form,
    finding::Param,
    policy::{AddressPolicy, Limits, NamePolicy, PhonePolicy, Policy},
    source::json,
};

#[test]
fn every_key_is_read() {
    let text = r#" {"minimumAge":21,"unlikelyAge":110,"proofOfAddressDays":60,"reviewDays":3,
        "address":"guide","phone":"valid","names":"latin","kosovo":false,"patchWhenRejected":false,"mrz":true,
        "nationalIdTypes":["NIF","CURP"],
        "limits":{"text":1000,"depth":4,"nodes":50,"documents":2,"issues":7}} "#;
    let expected = Policy {
        minimum_age: 21,
        unlikely_age: 110,
        proof_of_address_days: 60,
        review_days: 3,
        address: AddressPolicy::Guide,
        phone: PhonePolicy::Valid,
        names: NamePolicy::Latin,
        kosovo: false,
        patch_when_rejected: false,
        mrz: true,
        national_id_types: vec!["NIF".into(), "CURP".into()],
        limits: Limits { text: 1000, depth: 4, nodes: 50, documents: 2, issues: 7 },
    };
    assert_eq!(Policy::from_json(text), Ok(expected));
}

#[test]
fn what_is_not_said_is_the_default() {
    for text in ["", "  ", "{}", "\"countryAware\"", r#"{"nationalIdTypes":[],"limits":{}}"#] {
        assert_eq!(Policy::from_json(text), Ok(Policy::default()), "{text}");
    }
    assert_eq!(Policy::from_json("\"guide\""), Ok(Policy::guide()));
    // The first of two words, said aloud.
    let said = r#"{"address":"countryAware","phone":"possible","names":"unicode"}"#;
    assert_eq!(Policy::from_json(said), Ok(Policy::DEFAULT));
}

#[test]
fn a_key_that_there_is_not_is_refused_with_the_nearest() {
    for (text, nearest) in [
        (r#"{"minimalAge":21}"#, Some("minimumAge")),
        (r#"{"limits":{"document":2}}"#, Some("documents")),
        (r#"{"qqqqqqqqqqqq":1}"#, None),
    ] {
        let finding = Policy::from_json(text).unwrap_err();
        assert_eq!(finding.code, Code::UnknownKey, "{text}");
        let near = finding.params.iter().find(|(name, _)| *name == "nearest");
        assert_eq!(near.map(|(_, param)| param.clone()), nearest.map(Param::Text), "{text}");
    }
}

#[test]
fn a_value_that_is_none_of_the_key_s_is_refused() {
    for text in [
        "5",
        "[]",
        "\"strict\"",
        "{} {}",
        "{\"minimumAge\":18",
        r#"{"minimumAge":"18"}"#,
        r#"{"minimumAge":-1}"#,
        r#"{"minimumAge":70000}"#,
        r#"{"address":"loose"}"#,
        r#"{"phone":true}"#,
        r#"{"kosovo":"yes"}"#,
        r#"{"nationalIdTypes":"NIF"}"#,
        r#"{"nationalIdTypes":[1]}"#,
        r#"{"limits":5}"#,
        r#"{"limits":{"text":"long"}}"#,
    ] {
        assert_eq!(Policy::from_json(text).unwrap_err().code, Code::JsonSyntax, "{text}");
    }
}

#[test]
fn reading_goes_no_deeper_than_the_stack_allows_whatever_a_policy_says() {
    let policy = Policy::from_json(r#"{"limits":{"depth":1000000}}"#).unwrap();
    assert_eq!(policy.limits.depth, 64);
    let deep = ["[".repeat(100), "]".repeat(100)].concat();
    let record = json::read(&deep, Form::Kyc, &policy.limits);
    assert_eq!(record.unreadable.unwrap().code, Code::JsonTooDeep);
}
