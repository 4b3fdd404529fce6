use super::*;

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
        ("{", "kycData"),
    ] {
        let mut sandbox = emulator();
        let problem = sandbox.create(body, Some("key"), NOW).unwrap_err();
        assert_eq!((problem.status, problem.code), (400, "BAD_REQUEST"));
        let start = format!("Validation failed: {said} ");
        assert!(problem.message.starts_with(&start), "{body}: {}", problem.message);
        // Nothing of it is kept, and the key may come with a better body.
        assert!(sandbox.take_effects().is_empty() && sandbox.remembered("key").is_none());
        assert!(sandbox.list(None, 9).body.get("data").unwrap().entries().is_empty());
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
    let all = second.list(None, 9).body;
    assert_eq!(all.get("data").unwrap().entries().len(), 3);
    assert_eq!(second.customer(&ids[2]), first.customer(&ids[2]), "and keeps its own");
}
