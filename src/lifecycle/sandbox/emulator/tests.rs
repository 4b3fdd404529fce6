//! Customers created, patched and kept apart.

use super::*;
use crate::lifecycle::value::Value;

/// 2026-01-31T10:00:00Z.
const NOW: i64 = 1_769_853_600_000;
const BODY: &str =
    r#"{"type":"INDIVIDUAL","email":"jane@example.com","firstName":"Jane","lastName":"Smith"}"#;

fn emulator() -> Emulator {
    Emulator::new(Policy::DEFAULT, "seed", "https://app.example.com/verify/")
}

fn create(emulator: &mut Emulator) -> String {
    let answer = emulator.create(BODY, None, NOW).unwrap();
    answer.body.text("id").unwrap().to_owned()
}

/// Nothing can be asked for later of a customer that does not exist.
#[test]
fn a_customer_is_not_created_without_what_it_needs() {
    for (body, said) in [
        (r#"{"type":"INDIVIDUAL","email":"jane@example.com","firstName":"Jane"}"#, "lastName"),
        (r#"{"type":"INDIVIDUAL","email":" ","firstName":"Jane","lastName":"Smith"}"#, "email"),
        (r#"{"email":"jane@example.com"}"#, "type"),
        ("{", "the body"),
    ] {
        let mut sandbox = emulator();
        let problem = sandbox.create(body, Some("key"), NOW).unwrap_err();
        assert_eq!((problem.status, problem.code), (400, "BAD_REQUEST"));
        let start = format!("Validation failed: {said} ");
        assert!(problem.message.starts_with(&start), "{body}: {}", problem.message);
        // Nothing of it is kept, and the key may come with a better body.
        assert!(sandbox.take_effects().is_empty() && sandbox.remembered("key").is_none());
        assert!(
            sandbox.list(None, Some(9)).unwrap().body.get("data").unwrap().entries().is_empty()
        );
        assert_eq!(sandbox.create(BODY, Some("key"), NOW).unwrap().status, 201);
    }
}

/// A sandbox that is started again with the same seed makes the same ids again; one that a stored customer has is passed over.
#[test]
fn no_customer_gets_the_id_of_another() {
    let mut first = emulator();
    let ids = [create(&mut first), create(&mut first), create(&mut first)];
    let mut second = emulator();
    for id in &ids[1..] {
        second.restore(first.customer(id).unwrap().clone());
    }
    // Two were restored, so the next number is the third one's.
    let new = create(&mut second);
    assert!(!ids.contains(&new), "{new}");
    let all = second.list(None, Some(9)).unwrap().body;
    assert_eq!(all.get("data").unwrap().entries().len(), 3);
    assert_eq!(second.customer(&ids[2]), first.customer(&ids[2]), "and keeps its own");
}

/// A body with a key twice says two things, and which of them was meant nobody knows.
#[test]
fn a_patch_says_each_thing_once() {
    let mut sandbox = emulator();
    let id = create(&mut sandbox);
    for (body, said) in [
        (r#"{"kycData":{"phoneNumber":"bad","phoneNumber":"+14155551234"}}"#, "phoneNumber"),
        (r#"{"kycData":{"nationality":"US"},"kycData":{"phoneNumber":"+14155551234"}}"#, "kycData"),
    ] {
        let problem = sandbox.patch(&id, body, NOW).unwrap_err();
        assert_eq!(problem.message, format!("Validation failed: {said} must be given only once"));
    }
    assert_eq!(sandbox.customer(&id).unwrap().kyc, Value::EMPTY);
}

/// What is refused is the patch that would make the data too large, not every one behind it.
#[test]
fn patches_never_add_up_to_more_than_can_be_judged() {
    let many = |from: usize| {
        let keys: Vec<String> = (from..from + 1_500).map(|key| format!("\"x{key}\":1")).collect();
        format!("{{\"kycData\":{{{}}}}}", keys.join(","))
    };
    let long = |key| format!("{{\"kycData\":{{\"{key}\":\"{}\"}}}}", "x".repeat(40_000));
    for (first, second, said) in [
        (long("a"), long("b"), "must be at most 65536 bytes"),
        (many(0), many(2_000), "must hold at most 2000 values"),
    ] {
        let mut sandbox = emulator();
        let id = create(&mut sandbox);
        sandbox.patch(&id, &first, NOW).unwrap();
        let problem = sandbox.patch(&id, &second, NOW).unwrap_err();
        assert_eq!(
            (problem.status, problem.message.ends_with(said)),
            (400, true),
            "{}",
            problem.message
        );
        sandbox.patch(&id, r#"{"kycData":{"legalLastName":"Smith"}}"#, NOW).unwrap();
    }
}
