//! The emulator: the requests create, get, list and PATCH, a reviewer's decisions and the time that passes, each with its effects.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use crate::{
    code::Severity,
    field_id::Form,
    issue::Issue,
    lifecycle::{
        instant,
        problem::Problem,
        sandbox::{
            answer::Answer,
            customer::Customer,
            keys::{Keys, Remembered},
            outbox::Message,
            review::{self, End},
            submission::{judge, said_twice, unread},
        },
        status::CustomerStatus,
        transition::{Event, after},
        value::Value,
        webhook::hmac::{sha256, to_hex},
    },
    policy::Policy,
    report::Verdict,
    source::json,
    validate::Validator,
};

/// The most customers of a page.
pub const LONGEST_PAGE: usize = 100;

/// What is to be done about what happened, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// A customer is new or has changed: store it.
    Store(String),
    /// A webhook is to be sent.
    Send(Message),
    /// An idempotency key was used: store what it was answered.
    Remember(String),
    /// An idempotency key is too old to be remembered: drop it.
    Forget(String),
}

/// The emulator's state.
#[derive(Debug)]
pub struct Emulator {
    policy: Policy,
    /// What makes the ids: the same seed gives the same ones.
    seed: String,
    link: String,
    count: u64,
    customers: BTreeMap<String, Customer>,
    /// Reviews by when they end.
    reviews: BTreeSet<(i64, String)>,
    keys: Keys,
    effects: Vec<Effect>,
}

impl Emulator {
    /// An empty sandbox. `seed`: what its ids are made from; another one each time where they must not come twice. `link`: what `verificationLink` starts with.
    #[must_use]
    pub fn new(policy: Policy, seed: &str, link: &str) -> Self {
        Self {
            policy,
            seed: seed.into(),
            link: link.into(),
            count: 0,
            customers: BTreeMap::new(),
            reviews: BTreeSet::new(),
            keys: Keys::default(),
            effects: Vec::new(),
        }
    }

    /// Puts a stored customer back; nothing is sent for it.
    pub fn restore(&mut self, customer: Customer) {
        if let Some(ends) = customer.review_ends {
            self.reviews.insert((ends, customer.id.clone()));
        }
        self.count = self.count.saturating_add(1);
        self.customers.insert(customer.id.clone(), customer);
    }

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

    /// Puts a stored idempotency key back; the oldest first.
    pub fn restore_key(&mut self, key: &str, remembered: Remembered) {
        self.effects.extend(self.keys.remember(key, remembered).map(Effect::Forget));
    }

    /// What an idempotency key was answered.
    #[must_use]
    pub fn remembered(&self, key: &str) -> Option<&Remembered> {
        self.keys.get(key)
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

    /// Closes a customer.
    ///
    /// # Errors
    /// 404, or 409 for one that is closed already.
    pub fn deactivate(&mut self, id: &str, now: i64) -> Result<Answer, Problem> {
        self.get(id)?;
        if !self.change(id, Event::Deactivated, now, |_| {}) {
            return Err(Problem::new(409, "CONFLICT", "The customer is deactivated already"));
        }
        self.get(id)
    }

    /// Ends a review by hand, now, or asks an active customer for more: [`Event::Approved`], [`Event::Rejected`] with a `reason`,
    /// [`Event::InformationRequested`] with codes or fields' paths.
    ///
    /// # Errors
    /// 404, or 409 where the customer's status does not allow it.
    pub fn decide(
        &mut self,
        id: &str,
        event: Event,
        requirements: Vec<String>,
        reason: Option<&str>,
        now: i64,
    ) -> Result<Answer, Problem> {
        let status = self.customers.get(id).ok_or_else(Problem::not_found)?.status.clone();
        let moved = self.change(id, event, now, |customer| {
            customer.asked |= event == Event::InformationRequested;
            customer.requirements = requirements;
            customer.reason = reason.map(String::from);
        });
        if !moved {
            let message = ["The customer's status does not allow this: ", status.name()].concat();
            return Err(Problem::new(409, "CONFLICT", &message));
        }
        self.get(id)
    }

    /// Ends the reviews whose time has come, each at its own time.
    pub fn advance(&mut self, now: i64) {
        while let Some((ends, id)) = self.reviews.first().cloned().filter(|(ends, _)| *ends <= now)
        {
            self.reviews.remove(&(ends, id.clone()));
            let Some(customer) = self.customers.get(&id) else { continue };
            let End { event, requirements, reason } = End::of(customer);
            self.change(&id, event, ends, |customer| {
                customer.asked |= event == Event::InformationRequested;
                customer.requirements = requirements;
                customer.reason = reason;
            });
        }
    }

    /// When the next review ends.
    #[must_use]
    pub fn next_due(&self) -> Option<i64> {
        self.reviews.first().map(|(ends, _)| *ends)
    }

    /// What is to be done since the last time this was asked.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        core::mem::take(&mut self.effects)
    }

    /// A customer by its id.
    #[must_use]
    pub fn customer(&self, id: &str) -> Option<&Customer> {
        self.customers.get(id)
    }

    /// Moves a customer, and announces it where the status is another one; whether the event was allowed.
    fn change(
        &mut self,
        id: &str,
        event: Event,
        now: i64,
        edit: impl FnOnce(&mut Customer),
    ) -> bool {
        let message_id = self.id("evt_");
        let Some(customer) = self.customers.get_mut(id) else { return false };
        let Some(status) = after(&customer.status, event, &self.policy) else { return false };
        let old = core::mem::replace(&mut customer.status, status);
        if let Some(ends) = customer.review_ends.take() {
            self.reviews.remove(&(ends, id.into()));
        }
        if customer.status == CustomerStatus::Active {
            customer.requirements.clear();
        }
        edit(customer);
        customer.updated_at = now;
        if let Some(ends) = customer.review_ends {
            self.reviews.insert((ends, id.into()));
        }
        self.effects.push(Effect::Store(id.into()));
        if old != customer.status {
            let body = review::announcement(&message_id, customer, &old, now);
            let customer_id = id.into();
            let message = Message { id: message_id, customer_id, body, attempts: 0, due: now };
            self.effects.push(Effect::Send(message));
        }
        true
    }

    fn validator(&self, now: i64) -> Validator<'_> {
        Validator::new(instant::date(now), &self.policy)
    }

    fn id(&mut self, prefix: &str) -> String {
        self.count = self.count.saturating_add(1);
        let digest = sha256(&[self.seed.as_bytes(), &self.count.to_be_bytes()]);
        let mut id = String::from(prefix);
        id.push_str(&to_hex(digest.get(..6).unwrap_or_default()));
        id
    }
}

#[cfg(test)]
mod tests;
