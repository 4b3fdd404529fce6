//! What mutants of the sandbox showed to be asked by other suites alone: the server's, and those in Node.

use kyc_rules::{
    lifecycle::{
        sandbox::{
            answer::Answer,
            emulator::{Effect, Emulator},
            keys::{LONGEST_KEY, REMEMBERED_KEYS, Remembered},
            outbox::{Message, Outbox},
            session::Session,
        },
        value::Value,
        webhook::hmac::sha256,
    },
    policy::Policy,
};

/// 2026-01-31T10:00:00Z.
const NOW: i64 = 1_769_853_600_000;
const LINK: &str = "https://app.example.com/verify/";
const CUSTOMER: &str =
    r#"{"type":"INDIVIDUAL","email":"a@example.com","firstName":"Jane","lastName":"Smith"}"#;

fn emulator() -> Emulator {
    Emulator::new(Policy::DEFAULT, "seed", LINK)
}

fn session() -> Session {
    Session::new(Policy::DEFAULT, "seed", LINK)
}

fn ask(sandbox: &mut Session, question: &str, given: &str) -> Value {
    sandbox.ask(question, &Value::parse(given, &Policy::DEFAULT.limits).unwrap())
}

#[test]
fn the_next_attempt_is_the_first_that_is_due() {
    let mut outbox = Outbox::default();
    assert_eq!(outbox.next_due(), None);
    for (id, due) in [("b", 70), ("a", 40)] {
        let message = Message {
            id: id.into(),
            customer_id: "c".into(),
            body: Value::EMPTY,
            attempts: 0,
            due,
        };
        outbox.push(message);
    }
    assert_eq!(outbox.next_due(), Some(40));
}

#[test]
fn an_idempotency_key_has_a_length() {
    for (length, status) in [(0, 400), (1, 201), (LONGEST_KEY, 201), (LONGEST_KEY + 1, 400)] {
        let mut sandbox = emulator();
        let answer = sandbox.create(CUSTOMER, Some(&"k".repeat(length)), NOW);
        let found = answer.map_or_else(|problem| problem.status, |answer| answer.status);
        assert_eq!(found, status, "{length}");
    }
}

/// The oldest key makes room, and not one before there is need.
#[test]
fn as_many_keys_are_remembered_as_is_said() {
    let mut sandbox = emulator();
    let answer = Answer { status: 201, body: Value::EMPTY };
    for number in 0..=REMEMBERED_KEYS {
        if number == REMEMBERED_KEYS {
            assert!(sandbox.remembered("0").is_some());
            assert!(sandbox.take_effects().is_empty());
        }
        let remembered = Remembered { body: sha256(&[]), answer: answer.clone() };
        sandbox.restore_key(&number.to_string(), remembered);
    }
    assert!(sandbox.remembered("0").is_none() && sandbox.remembered("1").is_some());
    let effects = sandbox.take_effects();
    assert!(matches!(&effects[..], [Effect::Forget(key)] if key == "0"), "{effects:?}");
}

/// Time passes without a question of its own, too.
#[test]
fn a_sandbox_is_told_the_time() {
    let mut sandbox = session();
    let now = Value::EMPTY.with("now", Value::number_of(NOW));
    let status = |answer: &Value| answer.get("status").and_then(Value::as_integer);
    assert_eq!(status(&sandbox.ask("advance", &now)), Some(200));
    assert_eq!(status(&sandbox.ask("nonsense", &now)), Some(404));
}

/// The reviewer's desk: each decision leads where it says, and another is none.
#[test]
fn a_reviewer_decides() {
    for (decision, status, customer) in [
        ("approve", 200, Some("ACTIVE")),
        ("reject", 200, Some("REJECTED")),
        ("request", 200, Some("NEEDS_ADDITIONAL_INFORMATION")),
        ("maybe", 400, None),
    ] {
        let mut sandbox = session();
        let mut ask = |question: &str, given: &str| ask(&mut sandbox, question, given);
        let created = ask("create", &format!(r#"{{"now":{NOW},"body":{CUSTOMER}}}"#));
        let id = created.get("body").and_then(|body| body.text("id")).unwrap().to_owned();
        let data = include_str!("../sample.json");
        ask("patch", &format!(r#"{{"now":{NOW},"id":"{id}","body":{{"kycData":{data}}}}}"#));
        let given = format!(
            r#"{{"now":{NOW},"id":"{id}","decision":"{decision}","requirements":["PROOF_OF_ADDRESS"]}}"#
        );
        let answer = ask("review", &given);
        assert_eq!(answer.get("status").and_then(Value::as_integer), Some(status), "{decision}");
        if customer.is_some() {
            let got = ask("get", &format!(r#"{{"now":{NOW},"id":"{id}"}}"#));
            assert_eq!(
                got.get("body").and_then(|body| body.text("status")),
                customer,
                "{decision}"
            );
        }
    }
}

/// Who was asked for more by hand is approved after the answer, whatever the address says; else the address asks once itself.
#[test]
fn an_address_asks_for_more_once() {
    let customer = CUSTOMER.replace("a@example.com", "test-rfi@example.com");
    let data = include_str!("../sample.json");
    for (by_hand, then) in [(true, "ACTIVE"), (false, "NEEDS_ADDITIONAL_INFORMATION")] {
        let mut sandbox = session();
        let mut ask = |question: &str, given: &str| ask(&mut sandbox, question, given);
        let created = ask("create", &format!(r#"{{"now":{NOW},"body":{customer}}}"#));
        let id = created.get("body").and_then(|body| body.text("id")).unwrap().to_owned();
        let patch = format!(r#"{{"now":{NOW},"id":"{id}","body":{{"kycData":{data}}}}}"#);
        ask("patch", &patch);
        if by_hand {
            let asked = r#""decision":"request","requirements":["address.city"]"#;
            ask("review", &format!(r#"{{"now":{NOW},"id":"{id}",{asked}}}"#));
            ask("patch", &patch);
        }
        let later = NOW + 60_000;
        let got = ask("get", &format!(r#"{{"now":{later},"id":"{id}"}}"#));
        let status = got.get("body").and_then(|body| body.text("status"));
        assert_eq!(status, Some(then), "by hand: {by_hand}");
    }
}

/// A page of the list has as many customers as were asked for, and 20 where none were; no other numbers than the server takes.
#[test]
fn a_list_has_pages() {
    let mut sandbox = session();
    let mut ask = |question: &str, given: &str| ask(&mut sandbox, question, given);
    for _ in 0..25 {
        ask("create", &format!(r#"{{"now":{NOW},"body":{CUSTOMER}}}"#));
    }
    for (given, most) in [("{}", 20), (r#"{"limit":null}"#, 20), (r#"{"limit":3}"#, 3)] {
        let page = ask("list", given);
        let list = page.get("body").and_then(|body| body.get("data"));
        assert_eq!(list.map(|list| list.entries().len()), Some(most), "{given}");
    }
    for given in [r#"{"limit":0}"#, r#"{"limit":101}"#, r#"{"limit":-1}"#, r#"{"limit":"3"}"#] {
        let status = ask("list", given).get("status").and_then(Value::as_integer);
        assert_eq!(status, Some(400), "{given}");
    }
}
