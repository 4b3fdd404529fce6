//! The scripts in `tests/scenarios`: the same steps and the same events wherever the sandbox runs.

use kyc_rules::{
    lifecycle::{
        sandbox::{
            emulator::{Effect, Emulator},
            session::Session,
        },
        transition::Event,
        value::Value,
        webhook::event,
    },
    policy::{Limits, Policy},
};
use serde_json::Value as Json;

/// 2026-01-31T10:00:00Z.
const START: i64 = 1_769_853_600_000;

fn scripts() -> Vec<Json> {
    serde_json::from_str(include_str!("scenarios/guide.json")).expect("a list of scripts")
}

fn sandbox() -> Emulator {
    Emulator::new(Policy::DEFAULT, "scenarios", "https://app.example.com/verify-customer/")
}

/// The changes of status announced since last asked, each read as a receiver reads it.
fn announced(sandbox: &mut Emulator) -> Vec<[String; 2]> {
    let effects = sandbox.take_effects();
    let sent = effects.into_iter().filter_map(|effect| match effect {
        Effect::Send(message) => Some(message.body.to_json()),
        _ => None,
    });
    sent.map(|body| {
        let event = event::parse(body.as_bytes()).expect("an event");
        let old = event.old_status.expect("the status before");
        [old.name().to_owned(), event.new_status.name().to_owned()]
    })
    .collect()
}

#[test]
fn every_script_gives_its_events() {
    for script in scripts() {
        let name = script["name"].as_str().expect("a name");
        let mut sandbox = sandbox();
        let (mut now, mut id, mut events) = (START, String::new(), Vec::new());
        for step in script["steps"].as_array().expect("steps") {
            let body = step["body"].to_string();
            let answer = match step["do"].as_str().expect("what to do") {
                "create" => sandbox.create(&body, None, now),
                "patch" => sandbox.patch(&id, &body, now),
                "deactivate" => sandbox.deactivate(&id, now),
                "advance" => {
                    now += 1000 * step["seconds"].as_i64().expect("seconds");
                    sandbox.advance(now);
                    sandbox.get(&id)
                }
                _ => sandbox.get(&id),
            };
            let (status, said) = match &answer {
                Ok(answer) => (answer.status, answer.body.to_json()),
                Err(problem) => (problem.status, problem.to_json()),
            };
            let said: Json = serde_json::from_str(&said).expect("JSON");
            if let Some(expected) = step["status"].as_u64() {
                assert_eq!(u64::from(status), expected, "{name}: {said}");
            }
            if let Some(error) = step.get("error") {
                assert_eq!(said, *error, "{name}");
            }
            if let Some(status) = step.get("customer") {
                assert_eq!(said["status"], *status, "{name}: {said}");
                id = said["id"].as_str().expect("an id").to_owned();
            }
            events.extend(announced(&mut sandbox));
        }
        assert_eq!(serde_json::to_value(&events).expect("JSON"), script["events"], "{name}");
    }
}

#[test]
fn a_session_says_the_same() {
    for script in scripts() {
        let name = script["name"].as_str().expect("a name");
        let link = "https://app.example.com/verify-customer/";
        let mut session = Session::new(Policy::DEFAULT, "scenarios", link);
        let (mut now, mut id, mut events) = (START, String::new(), Vec::new());
        for step in script["steps"].as_array().expect("steps") {
            let question = step["do"].as_str().expect("what to do");
            now += 1000 * step["seconds"].as_i64().unwrap_or(0);
            let given = serde_json::json!({"now": now, "id": id, "body": step["body"]});
            let given = Value::parse(&given.to_string(), &Limits::DEFAULT).expect("JSON");
            let mut answers = vec![session.ask(question, &given)];
            if question == "advance" {
                answers.push(session.ask("get", &given));
            }
            for answer in &answers {
                for event in answer.get("events").expect("events").entries() {
                    let status = |key| event.get("payload").expect("a payload").text(key);
                    events.push(
                        [status("oldStatus"), status("newStatus")].map(|s| s.map(String::from)),
                    );
                }
            }
            let answer = answers.pop().expect("an answer");
            let said = answer.get("body").expect("a body");
            if let Some(expected) = step["status"].as_i64() {
                assert_eq!(
                    answer.get("status").and_then(Value::as_integer),
                    Some(expected),
                    "{name}"
                );
            }
            if let Some(error) = step.get("error") {
                assert_eq!(serde_json::from_str::<Json>(&said.to_json()).expect("JSON"), *error);
            }
            if let Some(status) = step["customer"].as_str() {
                assert_eq!(said.text("status"), Some(status), "{name}");
                id = said.text("id").expect("an id").to_owned();
            }
        }
        assert_eq!(serde_json::to_value(&events).expect("JSON"), script["events"], "{name}");
    }
}

#[test]
fn a_reviewer_decides() {
    let mut sandbox = sandbox();
    let created = sandbox.create(CUSTOMER, None, START).expect("created");
    let id = created.body.text("id").expect("an id").to_owned();
    let early = sandbox.decide(&id, Event::Approved, Vec::new(), None, START).unwrap_err();
    assert_eq!(early.status, 409);
    let body = format!(r#"{{"kycData":{}}}"#, include_str!("sample.json"));
    sandbox.patch(&id, &body, START).expect("submitted");
    let asked = vec!["DOCUMENT_MISSING_BACK".to_owned()];
    let answer =
        sandbox.decide(&id, Event::InformationRequested, asked, None, START).expect("asked");
    assert_eq!(answer.body.text("status"), Some("NEEDS_ADDITIONAL_INFORMATION"));
    assert_eq!(answer.body.get("requirements").expect("requirements").entries().len(), 1);
    assert_eq!(sandbox.next_due(), None);
    sandbox.patch(&id, r#"{"kycData":{}}"#, START).expect("answered");
    let answer =
        sandbox.decide(&id, Event::Rejected, Vec::new(), Some("why"), START).expect("done");
    assert_eq!(answer.body.text("reason"), Some("why"));
}

#[test]
fn the_error_is_the_guides_byte_for_byte() {
    let mut sandbox = sandbox();
    let created = sandbox.create(CUSTOMER, None, START).expect("created");
    let id = created.body.text("id").expect("an id").to_owned();
    let problem = sandbox.patch(&id, r#"{"kycData":{"phoneNumber":"555"}}"#, START).unwrap_err();
    assert_eq!(
        problem.to_json(),
        r#"{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}"#
    );
    for body in ["", "{", "[]", "{}", r#"{"kycData":null}"#, r#"{"kycData":[]}"#] {
        assert_eq!(sandbox.patch(&id, body, START).unwrap_err().status, 400, "{body}");
    }
    assert_eq!(sandbox.patch("nobody", "{}", START).unwrap_err().status, 404);
}

const CUSTOMER: &str = r#"{"type":"INDIVIDUAL","email":"jane.smith@example.com","firstName":"Jane","lastName":"Smith"}"#;

#[test]
fn idempotency_keys_make_one_customer() {
    let mut sandbox = sandbox();
    let first = sandbox.create(CUSTOMER, Some("k"), START).expect("created");
    assert_eq!(sandbox.create(CUSTOMER, Some("k"), START + 5).expect("the same"), first);
    let other = CUSTOMER.replace("Jane", "Janet");
    assert_eq!(sandbox.create(&other, Some("k"), START).unwrap_err().status, 422);
    assert_ne!(sandbox.create(CUSTOMER, None, START).expect("another"), first);
    assert_eq!(
        sandbox.list(None, Some(10)).unwrap().body.get("data").expect("a page").entries().len(),
        2
    );
}

#[test]
fn what_is_stored_comes_back() {
    let mut before = sandbox();
    let created = before.create(CUSTOMER, None, START).expect("created");
    let id = created.body.text("id").expect("an id").to_owned();
    let body = format!(r#"{{"kycData":{}}}"#, include_str!("sample.json"));
    before.patch(&id, &body, START).expect("submitted");
    let stored = before.customer(&id).expect("the customer").stored().to_json();
    let stored = Value::parse(&stored, &Policy::DEFAULT.limits).expect("JSON");
    let restored = kyc_rules::lifecycle::sandbox::customer::Customer::restored(&stored);
    let mut after = sandbox();
    after.restore(restored.expect("a customer"));
    assert_eq!(after.get(&id), before.get(&id));
    after.advance(START + 30_000);
    assert_eq!(announced(&mut after), [["UNDER_REVIEW".to_owned(), "ACTIVE".to_owned()]]);
}

#[test]
fn pages_cover_everyone_once() {
    let mut sandbox = sandbox();
    for _ in 0..25 {
        sandbox.create(CUSTOMER, None, START).expect("created");
    }
    let (mut cursor, mut seen) = (None, Vec::new());
    loop {
        let page = sandbox.list(cursor.as_deref(), Some(10)).unwrap().body;
        let data = page.get("data").expect("a page").entries();
        seen.extend(data.iter().filter_map(|customer| customer.text("id").map(String::from)));
        cursor = page.text("nextCursor").map(String::from);
        if cursor.is_none() {
            break;
        }
    }
    seen.dedup();
    assert_eq!(seen.len(), 25);
}
