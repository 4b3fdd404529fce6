//! The wasm's own tests: the exports, called as JavaScript calls them, in Node and in a browser.

use kyc_rules::wasm::kyc;
use wasm_bindgen_test::wasm_bindgen_test;

/// The packed body of create-customer with these texts in its first fields.
fn packed(texts: &[&str]) -> String {
    let mut packed = String::from("{");
    for (place, text) in ('0'..).zip(texts) {
        let length = u8::try_from(text.len()).unwrap();
        packed.extend([place, '"', char::from(length), '\0']);
        packed.push_str(text);
    }
    packed
}

const CUSTOMER: [&str; 4] = ["INDIVIDUAL", "jane.smith@example.com", "Jane", "Smith"];

#[wasm_bindgen_test]
fn a_complete_customer_is_ready() {
    assert_eq!(kyc::check(&packed(&CUSTOMER), 2, 2026_01_31, ""), "r");
}

#[wasm_bindgen_test]
fn an_empty_customer_is_incomplete() {
    let answer = kyc::check(&packed(&[]), 2, 2026_01_31, "");
    assert_eq!(answer.split('\u{1e}').count(), 5, "the verdict and four issues: {answer}");
    assert!(answer.starts_with('i'));
}

#[wasm_bindgen_test]
fn what_is_not_packed_is_refused_whole() {
    for broken in ["", "x", "{0", "{0\"\u{5}\0Jane", "{4\"\0\0", "{d", "{z"] {
        assert_eq!(kyc::check(broken, 2, 2026_01_31, ""), "!");
    }
}

#[wasm_bindgen_test]
fn no_date_and_no_policy_are_answered() {
    for (today, policy) in
        [(0, ""), (2026_02_30, ""), (2026_01_31, "{"), (2026_01_31, "{\"minimalAge\":1}")]
    {
        assert!(kyc::check(&packed(&CUSTOMER), 2, today, policy).starts_with('v'));
    }
}

#[wasm_bindgen_test]
fn a_field_is_judged_alone() {
    let answer = kyc::check_field(&packed(&["INDIVIDUAL", "jane"]), 1, 0, 2026_01_31, "");
    assert!(answer.contains(",e,"), "{answer}");
    assert_eq!(kyc::check_field(&packed(&CUSTOMER), 1, 0, 2026_01_31, ""), "");
    assert_eq!(kyc::check_field(&packed(&CUSTOMER), 999, 0, 2026_01_31, ""), "", "no such field");
}

#[wasm_bindgen_test]
fn versions_are_told() {
    assert!(kyc::version().starts_with(env!("CARGO_PKG_VERSION")));
    assert_eq!(kyc::policy_fault("\"guide\""), "");
    assert_ne!(kyc::policy_fault("x"), "");
}

#[cfg(feature = "serde-wasm-bindgen")]
mod js_value {
    use js_sys::JSON;
    use kyc_rules::{
        field_id::Form, policy::Policy, source::json, validate::Validator, wasm::js_value,
    };
    use time::{Date, Month};
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::wasm_bindgen_test;

    /// Reports on a text, read as JSON text and as the JavaScript value it stands for.
    fn both(text: &str, form: Form) -> (String, String) {
        let policy = Policy::default();
        let today = Date::from_calendar_date(2026, Month::January, 31).unwrap();
        let validator = Validator::new(today, &policy);
        let of_text = validator.whole(&json::read(text, form, &policy.limits), form);
        let value = JSON::parse(text).unwrap();
        let of_value = validator.whole(&js_value::payload(value, form, &policy.limits), form);
        let said = JSON::stringify(&js_value::report(&of_value)).unwrap();
        (of_text.to_json(), said.into())
    }

    #[wasm_bindgen_test]
    fn an_object_is_read_as_its_text() {
        for text in [
            r#"{"phoneNumber":5,"nationality":"usa","isIntermediary":"no","address":[],"documents":[{"type":"PASSPORT"},7]}"#,
            r#"{"kycData":{"legalFirstName":"Jane","adress":{}}}"#,
            "null",
            "[]",
            "{\"documents\":[[[[[[[[[]]]]]]]]]}",
        ] {
            let (of_text, of_value) = both(text, Form::Kyc);
            assert_eq!(of_text, of_value);
        }
        let (of_text, of_value) = both(r#"{"type":"INDIVIDUAL","email":true}"#, Form::Customer);
        assert_eq!(of_text, of_value);
    }

    #[wasm_bindgen_test]
    fn what_is_no_data_is_told_without_it() {
        let policy = Policy::default();
        let function = js_sys::Function::new_no_args("return 'canary'");
        let record = js_value::payload(JsValue::from(function), Form::Kyc, &policy.limits);
        assert!(record.unreadable.is_some());
    }
}
