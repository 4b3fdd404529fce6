//! The life of a customer: the package's entry `./lifecycle`. One export: the name of a question and its particulars as JSON in,
//! the answer as JSON out.

use alloc::{string::String, vec::Vec};

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    lifecycle::{
        api_error, instant,
        patch::merge,
        polling::{Moment, Plan, Step},
        requirement::{self, Audience, Requirement},
        retry::{Failure, Retry, decide},
        status::{CustomerStatus, Turn},
        transition::may_follow,
        value::{ANSWER_LIMITS, Value},
        webhook::{
            event::{self, Event},
            reduce::Known,
            signature::{Delivery, Scheme, verify},
        },
    },
    policy::Policy,
};

/// Answers a question. Empty for particulars that cannot be read, within limits, as JSON; `null` for a question that nothing is known of.
#[wasm_bindgen]
#[must_use]
pub fn lifecycle(question: &str, particulars: &str) -> String {
    let limits = crate::policy::Limits { text: usize::MAX, ..ANSWER_LIMITS };
    let Ok(mut given) = Value::parse(particulars, &limits) else { return String::new() };
    let answer = match question {
        "status" => status(&given),
        "follows" => Value::Flag(may_follow(
            &status_of(&given, "from"),
            &status_of(&given, "to"),
            &policy(&given),
        )),
        "merge" => merged(&mut given),
        "requirements" => requirements(given.get("codes").map(Value::entries).unwrap_or_default()),
        "error" => error(&given),
        "retry" => retry(&given),
        "poll" => poll(&given),
        "verify" => verified(&given),
        "event" => event(&given),
        "reduce" => reduced(&given),
        _ => Value::Null,
    };
    answer.to_json()
}

fn policy(given: &Value) -> Policy {
    let patch_when_rejected = !matches!(given.get("patchWhenRejected"), Some(Value::Flag(false)));
    Policy { patch_when_rejected, ..Policy::DEFAULT }
}

fn status_of(given: &Value, key: &str) -> CustomerStatus {
    CustomerStatus::parse(given.text(key).unwrap_or_default())
}

fn word(text: &str) -> Value {
    Value::text_of(text)
}

fn whole(given: &Value, key: &str) -> Option<u64> {
    given.get(key)?.as_integer().and_then(|number| u64::try_from(number).ok())
}

fn small(given: &Value, key: &str) -> u32 {
    whole(given, key).and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}

fn long(number: u64) -> Value {
    Value::number_of(i64::try_from(number).unwrap_or(i64::MAX))
}

fn status(given: &Value) -> Value {
    let status = status_of(given, "status");
    Value::EMPTY
        .with("canPatch", Value::Flag(status.can_patch(&policy(given))))
        .with("canTransact", Value::Flag(status.can_transact()))
        .with("isTerminalForPolling", Value::Flag(status.is_terminal_for_polling()))
        .with("isKnown", Value::Flag(!matches!(status, CustomerStatus::Unknown(_))))
        .with(
            "turn",
            word(match status.turn() {
                Turn::Customer => "customer",
                Turn::Provider => "provider",
                Turn::Nobody => "nobody",
            }),
        )
}

fn merged(given: &mut Value) -> Value {
    let mut target = given.take("stored");
    merge(&mut target, given.take("patch"));
    target
}

fn requirements(codes: &[Value]) -> Value {
    let known = codes.iter().filter_map(Value::as_text).map(requirement::of);
    Value::List(known.map(|requirement| shown(&requirement)).collect())
}

fn shown(requirement: &Requirement) -> Value {
    let fields = requirement.fields.iter().map(|id| word(id.path()));
    Value::EMPTY
        .with("code", word(&requirement.code))
        .with("key", word(requirement.key))
        .with("fields", Value::List(fields.collect()))
        .with("retryable", Value::Flag(requirement.retryable))
        .with(
            "audience",
            word(if requirement.audience == Audience::Customer { "customer" } else { "internal" }),
        )
        .with("message", word(requirement.message))
}

fn error(given: &Value) -> Value {
    let status = u16::try_from(small(given, "status")).unwrap_or(0);
    let error = api_error::parse(status, given.text("body").unwrap_or_default());
    let fields = error.fields.iter().map(|field| {
        let mut shown = Value::EMPTY
            .with("field", word(field.field.path()))
            .with("message", word(&field.message));
        if let Some(index) = field.index.and_then(|index| u64::try_from(index).ok()) {
            shown.set("index", long(index));
        }
        shown
    });
    let mut shown = Value::EMPTY
        .with("status", long(u64::from(error.status)))
        .with("kind", word(error.kind.name()))
        .with("code", word(&error.code))
        .with("message", word(&error.message))
        .with("fields", Value::List(fields.collect()));
    if let Some(status) = &error.customer_status {
        shown.set("customerStatus", word(status.name()));
    }
    shown
}

fn retry(given: &Value) -> Value {
    let failure = Failure {
        status: whole(given, "status").and_then(|status| u16::try_from(status).ok()),
        retries: small(given, "retries"),
        refreshed: matches!(given.get("refreshed"), Some(Value::Flag(true))),
        retry_after: given.text("retryAfter"),
        idempotent: matches!(given.get("idempotent"), Some(Value::Flag(true))),
        now: given.get("now").and_then(Value::as_integer).unwrap_or(0),
        random: small(given, "random"),
    };
    let name = |name| Value::EMPTY.with("do", word(name));
    match decide(&failure) {
        Retry::Never => name("give_up"),
        Retry::After(wait) => name("retry").with("after", long(wait)),
        Retry::AfterRefresh => name("refresh_token"),
        Retry::AfterReading => name("read_first"),
    }
}

fn poll(given: &Value) -> Value {
    let plan = if given.text("plan") == Some("guide") { Plan::GUIDE } else { Plan::PATIENT };
    let status = status_of(given, "status");
    let moment = Moment {
        status: &status,
        asked: small(given, "asked"),
        elapsed: whole(given, "elapsed").unwrap_or(0),
        retry_after: whole(given, "retryAfter"),
        random: small(given, "random"),
    };
    match plan.next(&moment) {
        Step::Wait(wait) => Value::EMPTY.with("wait", long(wait)),
        Step::Stop(reason) => Value::EMPTY.with("stop", word(reason.name())),
    }
}

/// A body crosses as a string of a character a byte, so that bytes which are no text cross too.
fn bytes(given: &Value) -> Vec<u8> {
    let text = given.text("body").unwrap_or_default();
    text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
}

fn verified(given: &Value) -> Value {
    let scheme = given.get("scheme").unwrap_or(&Value::Null);
    let base = match scheme.text("format") {
        Some("standard") => Scheme::STANDARD,
        Some("pairs") => Scheme::STRIPE,
        _ => Scheme::HEX,
    };
    let named = |key: &str| scheme.text(key);
    let scheme = Scheme {
        format: base.format,
        signature: named("signature").unwrap_or(base.signature),
        timestamp: named("timestamp").unwrap_or(base.timestamp),
        id: named("id").unwrap_or(base.id),
    };
    let headers: Vec<(&str, &str)> = match given.get("headers") {
        Some(Value::Object(members)) => members
            .iter()
            .filter_map(|(key, value)| Some((key.as_str(), value.as_text()?)))
            .collect(),
        _ => Vec::new(),
    };
    let secrets: Vec<&str> = given
        .get("secrets")
        .map(Value::entries)
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_text)
        .collect();
    let now = given.get("now").and_then(Value::as_integer).unwrap_or(0);
    let tolerance = whole(given, "tolerance").unwrap_or(0);
    let body = bytes(given);
    let delivery = Delivery { body: &body, headers: &headers };
    match verify(&scheme, &delivery, &secrets, now, tolerance) {
        Ok(()) => Value::EMPTY.with("ok", Value::Flag(true)),
        Err(fault) => Value::EMPTY.with("ok", Value::Flag(false)).with("fault", word(fault.name())),
    }
}

fn event(given: &Value) -> Value {
    match event::parse(&bytes(given)) {
        Ok(event) => Value::EMPTY.with("ok", Value::Flag(true)).with("event", shown_event(&event)),
        Err(unread) => {
            Value::EMPTY.with("ok", Value::Flag(false)).with("fault", word(unread.name()))
        }
    }
}

fn shown_event(event: &Event) -> Value {
    let mut shown = Value::EMPTY
        .with("id", word(&event.id))
        .with("type", word(&event.kind))
        .with("customerId", word(&event.customer_id))
        .with("newStatus", word(event.new_status.name()))
        .with("requirements", Value::List(event.requirements.iter().map(self::shown).collect()));
    if let Some(old) = &event.old_status {
        shown.set("oldStatus", word(old.name()));
    }
    if let Some(at) = event.occurred_at {
        shown.set("occurredAt", Value::Text(instant::write(at)));
    }
    if let Some(reason) = &event.reason {
        shown.set("reason", word(reason));
    }
    shown
}

/// `known`: `{ status, since, seen }`; `event`: as [`event`] shows it.
fn reduced(given: &Value) -> Value {
    let (none, policy) = (Value::Null, policy(given));
    let known = given.get("known").unwrap_or(&none);
    let said = given.get("event").unwrap_or(&none);
    let mut state = Known::new(status_of(known, "status"));
    state.since = known.text("since").and_then(instant::parse);
    let seen = known.get("seen").map(Value::entries).unwrap_or_default();
    state.seen = seen.iter().filter_map(Value::as_text).map(String::from).collect();
    let event = Event {
        id: said.text("id").unwrap_or_default().into(),
        kind: String::new(),
        customer_id: String::new(),
        old_status: said.text("oldStatus").map(CustomerStatus::parse),
        new_status: status_of(said, "newStatus"),
        occurred_at: said.text("occurredAt").and_then(instant::parse),
        reason: None,
        requirements: Vec::new(),
    };
    let news = state.reduce(&event, &policy);
    let seen = state.seen.iter().map(|id| word(id)).collect();
    let mut known =
        Value::EMPTY.with("status", word(state.status.name())).with("seen", Value::List(seen));
    if let Some(since) = state.since {
        known.set("since", Value::Text(instant::write(since)));
    }
    Value::EMPTY.with("news", word(news.name())).with("known", known)
}
