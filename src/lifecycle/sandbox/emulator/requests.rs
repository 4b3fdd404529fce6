//! The API's requests: create, get, list and PATCH, each with its answer.

use alloc::vec::Vec;

use super::{Effect, Emulator};
use crate::{
    code::Severity,
    field_id::Form,
    issue::Issue,
    lifecycle::{
        problem::Problem,
        sandbox::{
            answer::Answer,
            customer::Customer,
            keys::Remembered,
            review,
            submission::{judge, said_twice, unread},
        },
        status::CustomerStatus,
        transition::Event,
        value::Value,
        webhook::hmac::sha256,
    },
    report::Verdict,
    source::json,
};

/// The most customers of a page.
pub const LONGEST_PAGE: usize = 100;

impl Emulator {
    /// `POST /customers`. With an idempotency key, the same request again gets the first one's answer.
    ///
    /// # Errors
    /// 400 for a body that is no customer, 422 for a key that came with another body.
    ///
    /// ```
    /// use kyc_rules::{lifecycle::sandbox::emulator::Emulator, policy::Policy};
    /// let mut sandbox = Emulator::new(Policy::DEFAULT, "seed", "https://app.example.com/verify/");
    /// let body = r#"{"type":"INDIVIDUAL","email":"test-success@example.com","firstName":"Test","lastName":"Success"}"#;
    /// let answer = sandbox.create(body, Some("key"), 1_769_853_600_000).unwrap();
    /// assert_eq!((answer.status, answer.body.text("status")), (201, Some("CREATED")));
    /// assert_eq!(sandbox.create(body, Some("key"), 1_769_853_600_000).unwrap(), answer);
    /// assert!(sandbox.create("{}", None, 1_769_853_600_000).is_err());
    /// ```
    pub fn create(&mut self, body: &str, key: Option<&str>, now: i64) -> Result<Answer, Problem> {
        let digest = sha256(&[body.as_bytes()]);
        if let Some(first) = key.map_or(Ok(None), |key| self.keys.first_answer(key, &digest))? {
            return Ok(first);
        }
        let record = json::read(body, Form::Customer, &self.policy.limits);
        let report = self.validator(now).whole(&record, Form::Customer);
        // Nothing can be asked for later of a customer that does not exist: what is missing is refused.
        let mut issues = report.issues;
        for issue in issues.iter_mut().filter(|issue| issue.severity == Severity::Missing) {
            issue.severity = Severity::Error;
        }
        if let Some(mut problem) = Problem::validation(&issues) {
            if let Some(reason) = problem.message.strip_prefix("Validation failed: kycData") {
                problem.message = ["Validation failed: the body", reason].concat();
            }
            return Err(problem);
        }
        let profile = Value::parse(body, &self.policy.limits).map_err(unread)?;
        let mut id = self.id("customer_");
        while self.customers.contains_key(&id) {
            id = self.id("customer_");
        }
        let customer = Customer {
            id: id.clone(),
            profile,
            kyc: Value::EMPTY,
            status: CustomerStatus::Created,
            requirements: Vec::new(),
            reason: None,
            asked: false,
            review_ends: None,
            created_at: now,
            updated_at: now,
        };
        let answer = Answer { status: 201, body: customer.shown(&self.link) };
        self.customers.insert(id.clone(), customer);
        self.effects.push(Effect::Store(id));
        if let Some(key) = key {
            self.restore_key(key, Remembered { body: digest, answer: answer.clone() });
            self.effects.push(Effect::Remember(key.into()));
        }
        Ok(answer)
    }

    /// `GET /customers/:id`.
    ///
    /// # Errors
    /// 404.
    pub fn get(&self, id: &str) -> Result<Answer, Problem> {
        let customer = self.customers.get(id).ok_or_else(Problem::not_found)?;
        Ok(Answer { status: 200, body: customer.shown(&self.link) })
    }

    /// `GET /customers`: those behind `cursor`, by id, and `nextCursor` where there are more. `limit`: how many a page has, 1 to
    /// [`LONGEST_PAGE`]; 20 where nothing is said.
    ///
    /// # Errors
    /// 400 for another `limit`.
    pub fn list(&self, cursor: Option<&str>, limit: Option<i64>) -> Result<Answer, Problem> {
        use core::ops::Bound::{Excluded, Unbounded};
        let limit = usize::try_from(limit.unwrap_or(20)).unwrap_or(0);
        if !(1..=LONGEST_PAGE).contains(&limit) {
            let message = "Validation failed: limit must be 1 to 100";
            return Err(Problem::new(400, "BAD_REQUEST", message));
        }
        let from = cursor.map_or(Unbounded, Excluded);
        let mut rest = self.customers.range::<str, _>((from, Unbounded)).map(|(_, found)| found);
        let page: Vec<&Customer> = rest.by_ref().take(limit).collect();
        let shown = page.iter().map(|customer| customer.shown(&self.link)).collect();
        let mut body = Value::EMPTY.with("data", Value::List(shown));
        if let Some(last) = page.last().filter(|_| rest.next().is_some()) {
            body.set("nextCursor", Value::text_of(last.id.as_str()));
        }
        Ok(Answer { status: 200, body })
    }

    /// `PATCH /customers/:id` with `{"kycData": …}`: merges, and judges the whole. Ready data goes to review; incomplete data is
    /// asked for; anything malformed is refused, and nothing of it kept.
    ///
    /// # Errors
    /// 404, 400 `PATCH_NOT_ALLOWED`, 400 `BAD_REQUEST`.
    pub fn patch(&mut self, id: &str, body: &str, now: i64) -> Result<Answer, Problem> {
        let customer = self.customers.get(id).ok_or_else(Problem::not_found)?;
        if !customer.status.can_patch(&self.policy) {
            return Err(Problem::patch_not_allowed(&customer.status));
        }
        let (value, has_twins) = Value::parse_noting(body, &self.policy.limits).map_err(unread)?;
        if has_twins {
            return Err(said_twice(body, &self.policy.limits));
        }
        let Some(data @ Value::Object(_)) = value.get("kycData") else {
            return Err(Problem::new(
                400,
                "BAD_REQUEST",
                "Validation failed: kycData must be an object",
            ));
        };
        let (report, kyc) = judge(&customer.kyc, data, &self.validator(now), &self.policy.limits);
        if let Some(problem) = Problem::of(&report) {
            return Err(problem);
        }
        let ready = report.verdict == Verdict::Ready;
        let event = if ready { Event::SubmittedComplete } else { Event::SubmittedIncomplete };
        let missing = report.issues.iter().filter(|issue| issue.severity == Severity::Missing);
        let requirements = missing.map(Issue::path).collect();
        self.change(id, event, now, |customer| {
            customer.kyc = kyc;
            customer.requirements = requirements;
            customer.reason = None;
            customer.asked |= !ready;
            if ready {
                customer.review_ends = Some(now.saturating_add(review::length(customer)));
            }
        });
        self.get(id)
    }
}
