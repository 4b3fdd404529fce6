//! The wasm's own tests: the exports, called as JavaScript calls them, in Node and in a browser.

use kyc_rules::wasm::kyc;
use wasm_bindgen_test::wasm_bindgen_test;

/// A packed payload of a form: tokens parted by U+001F.
fn packed(tokens: &[&str]) -> String {
    tokens.join("\u{1f}")
}

const CUSTOMER: [&str; 5] =
    ["{,0,0", "\"INDIVIDUAL", "\"jane.smith@example.com", "\"Jane", "\"Smith"];

#[wasm_bindgen_test]
fn a_complete_customer_is_ready() {
    assert_eq!(kyc::check(&packed(&CUSTOMER), 2, 2026_01_31, ""), "r");
}

#[wasm_bindgen_test]
fn an_empty_customer_is_incomplete() {
    let answer = kyc::check(&packed(&["{,0,0", "", "", "", ""]), 2, 2026_01_31, "");
    assert_eq!(answer.split('\u{1e}').count(), 5, "the verdict and four issues: {answer}");
    assert!(answer.starts_with('i'));
}

#[wasm_bindgen_test]
fn a_text_with_the_separator_is_refused_whole() {
    let mut tokens = CUSTOMER;
    tokens[3] = "\"Ja\u{1f}ne";
    assert_eq!(kyc::check(&packed(&tokens), 2, 2026_01_31, ""), "!");
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
    let answer = kyc::check_field(&packed(&["{,0,0", "", "\"jane", "", ""]), 1, 0, 2026_01_31, "");
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
