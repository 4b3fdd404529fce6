//! Any text as the packed string of the boundary: read or refused, and what is read is answered.
#![no_main]

use kyc_rules::{
    date, fields::Form, normalize::normalize, policy::Policy, source::packed, validate::Validator,
    wire,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, &str)| {
    let (customer, text) = input;
    let form = if customer { Form::Customer } else { Form::Kyc };
    let policy = Policy::default();
    // A printable separator beside U+001F, which generators seldom hit.
    let text = text.replace('~', "\u{1f}");
    let Some(mut record) = packed::read(&text, form, &policy.limits) else { return };
    assert!(record.documents.len() <= policy.limits.documents + 1);
    let validator = Validator::new(date::parse("2026-01-31").unwrap(), &policy);
    let report = validator.whole(&record, form);
    assert!(!wire::report(&report).is_empty());
    let changes = normalize(&mut record, form, &validator);
    let _ = wire::changes(&changes, &record);
    assert!(normalize(&mut record, form, &validator).is_empty());
});
