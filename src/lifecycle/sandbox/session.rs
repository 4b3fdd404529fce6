//! The sandbox behind one question-and-answer call: what a page, a test or another language needs of it, as plain values in and
//! out. It keeps the webhooks and nothing else that the emulator does not.
//!
//! Source: docs/sandbox.md, which names the server's requests after which the questions are named.

use alloc::{string::String, vec::Vec};

use crate::{
    lifecycle::{
        problem::Problem,
        sandbox::{
            answer::Answer,
            emulator::{Effect, Emulator},
        },
        transition::Event,
        value::Value,
    },
    policy::Policy,
};

/// A sandbox that is asked.
#[derive(Debug)]
pub struct Session {
    emulator: Emulator,
}

impl Session {
    /// An empty sandbox; see [`Emulator::new`].
    #[must_use]
    pub fn new(policy: Policy, seed: &str, link: &str) -> Self {
        Self { emulator: Emulator::new(policy, seed, link) }
    }

    /// Asks. `given` holds `now` (milliseconds since 1970) and, as the question needs them: `id`; `body`, JSON text or a value;
    /// `key`, an idempotency key; `cursor` and `limit`; `decision`, `requirements` and `reason`.
    ///
    /// Questions: `create`, `get`, `list`, `patch`, `deactivate`, `review` (ends a review at once: `approve`, `reject`, or
    /// `request` with `requirements`), `advance`, `data` (what was submitted so far).
    ///
    /// Answers `status` and `body` as the API does, `events`: the webhooks' bodies since the last question, and `due`: when the
    /// next review ends, where there is one. An unknown question is answered like an unknown route, with 404.
    ///
    /// ```
    /// use kyc_rules::{lifecycle::{sandbox::session::Session, value::Value}, policy::{Limits, Policy}};
    /// let mut sandbox = Session::new(Policy::DEFAULT, "seed", "https://app.example.com/verify/");
    /// let given = r#"{"now":1769853600000,"body":{"type":"INDIVIDUAL","email":"a@example.com","firstName":"A","lastName":"B"}}"#;
    /// let answer = sandbox.ask("create", &Value::parse(given, &Limits::DEFAULT).unwrap());
    /// assert_eq!(answer.get("status").and_then(Value::as_integer), Some(201));
    /// ```
    pub fn ask(&mut self, question: &str, given: &Value) -> Value {
        let now = given.get("now").and_then(Value::as_integer).unwrap_or(0);
        let id = given.text("id").unwrap_or_default();
        self.emulator.advance(now);
        let answer = match question {
            "create" => self.emulator.create(&body(given), given.text("key"), now),
            "get" => self.emulator.get(id),
            "list" => self.emulator.list(given.text("cursor"), limit(given)),
            "patch" => self.emulator.patch(id, &body(given), now),
            "deactivate" => self.emulator.deactivate(id, now),
            "review" => self.review(id, given, now),
            "data" => self.data(id),
            "advance" => Ok(Answer { status: 200, body: Value::EMPTY }),
            _ => Err(Problem::not_found()),
        };
        let answer = match answer {
            Ok(answer) => answer,
            Err(problem) => Answer { status: problem.status, body: read_back(&problem) },
        };
        let due = self.emulator.next_due().map_or(Value::Null, Value::number_of);
        Value::EMPTY
            .with("status", Value::number_of(i64::from(answer.status)))
            .with("body", answer.body)
            .with("events", Value::List(self.events()))
            .with("due", due)
    }

    fn events(&mut self) -> Vec<Value> {
        let effects = self.emulator.take_effects().into_iter();
        effects
            .filter_map(|effect| match effect {
                Effect::Send(message) => Some(message.body),
                _ => None,
            })
            .collect()
    }

    fn data(&self, id: &str) -> Result<Answer, Problem> {
        let customer = self.emulator.customer(id).ok_or_else(Problem::not_found)?;
        Ok(Answer { status: 200, body: customer.kyc.clone() })
    }

    fn review(&mut self, id: &str, given: &Value, now: i64) -> Result<Answer, Problem> {
        let event = match given.text("decision") {
            Some("approve") => Event::Approved,
            Some("reject") => Event::Rejected,
            Some("request") => Event::InformationRequested,
            _ => {
                let message = "Validation failed: decision must be approve, reject or request";
                return Err(Problem::new(400, "BAD_REQUEST", message));
            }
        };
        let asked = given.get("requirements").map(Value::entries).unwrap_or_default();
        let codes = asked.iter().filter_map(Value::as_text).map(String::from).collect();
        self.emulator.decide(id, event, codes, given.text("reason"), now)
    }
}

/// The body as JSON text: text stays as it is, so that what is no JSON reaches the emulator too.
fn body(given: &Value) -> String {
    match given.get("body") {
        Some(Value::Text(text)) => text.clone(),
        Some(value) => value.to_json(),
        None => String::new(),
    }
}

/// The `limit` that was given; what is no whole number is none that a page may have.
fn limit(given: &Value) -> Option<i64> {
    let limit = given.get("limit").filter(|limit| **limit != Value::Null)?;
    Some(limit.as_integer().unwrap_or(0))
}

/// An error as a value: what its JSON says.
fn read_back(problem: &Problem) -> Value {
    Value::parse(&problem.to_json(), &crate::lifecycle::value::ANSWER_LIMITS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUSTOMER: &str =
        r#"{"type":"INDIVIDUAL","email":"a@example.com","firstName":"Jane","lastName":"Smith"}"#;

    fn ask(sandbox: &mut Session, question: &str, given: Value) -> (Option<i64>, Value) {
        let given = given.with("now", Value::number_of(1_769_853_600_000));
        let mut answer = sandbox.ask(question, &given);
        (answer.get("status").and_then(Value::as_integer), answer.take("body"))
    }

    fn parse(text: &str) -> Value {
        Value::parse(text, &Policy::DEFAULT.limits).unwrap()
    }

    fn with_id(body: &Value) -> Value {
        Value::EMPTY.with("id", body.get("id").cloned().unwrap_or_default())
    }

    /// As text or as a value; text that is no JSON is refused as the API refuses it.
    #[test]
    fn a_body_is_taken_in_either_way() {
        let mut sandbox = Session::new(Policy::DEFAULT, "seed", "https://app.example.com/");
        for body in [Value::text_of(CUSTOMER), parse(CUSTOMER)] {
            let (status, customer) = ask(&mut sandbox, "create", Value::EMPTY.with("body", body));
            assert_eq!((status, customer.text("firstName")), (Some(201), Some("Jane")));
        }
        for given in [
            Value::EMPTY,
            Value::EMPTY.with("body", Value::text_of("{")),
            Value::EMPTY.with("body", Value::Null),
        ] {
            let (status, problem) = ask(&mut sandbox, "create", given);
            assert_eq!((status, problem.text("error")), (Some(400), Some("BAD_REQUEST")));
        }
    }

    #[test]
    fn what_was_submitted_so_far_can_be_asked_for() {
        let mut sandbox = Session::new(Policy::DEFAULT, "seed", "https://app.example.com/");
        let body = Value::EMPTY.with("body", Value::text_of(CUSTOMER));
        let (_, customer) = ask(&mut sandbox, "create", body);
        let data = |sandbox: &mut Session| ask(sandbox, "data", with_id(&customer));
        assert_eq!(data(&mut sandbox), (Some(200), Value::EMPTY));
        for (patch, stored) in [
            (r#"{"nationality":"US","address":{"city":"Austin"}}"#, None),
            (
                r#"{"address":{"country":"US"}}"#,
                Some(r#"{"nationality":"US","address":{"city":"Austin","country":"US"}}"#),
            ),
            // Refused, so nothing of it is kept.
            (
                r#"{"address":{"country":"USA"}}"#,
                Some(r#"{"nationality":"US","address":{"city":"Austin","country":"US"}}"#),
            ),
        ] {
            let body = Value::EMPTY.with("kycData", parse(patch));
            ask(&mut sandbox, "patch", with_id(&customer).with("body", body));
            let (status, kept) = data(&mut sandbox);
            assert_eq!((status, kept.to_json().as_str()), (Some(200), stored.unwrap_or(patch)));
        }
        let (status, problem) = ask(&mut sandbox, "data", Value::EMPTY);
        assert_eq!((status, problem.text("error")), (Some(404), Some("NOT_FOUND")));
    }
}
