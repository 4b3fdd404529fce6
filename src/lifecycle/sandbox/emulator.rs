//! The emulator: what it holds, a reviewer's decisions and the time that passes, each with its effects; the API's requests stand in
//! `requests`.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

pub use requests::LONGEST_PAGE;

use crate::{
    lifecycle::{
        instant,
        problem::Problem,
        sandbox::{
            answer::Answer,
            customer::Customer,
            keys::{Keys, Remembered},
            outbox::Message,
            review::{self, End},
        },
        status::CustomerStatus,
        transition::{Event, after},
        webhook::hmac::{sha256, to_hex},
    },
    policy::Policy,
    validate::Validator,
};

mod requests;

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

    /// Puts a stored idempotency key back; the oldest first.
    pub fn restore_key(&mut self, key: &str, remembered: Remembered) {
        self.effects.extend(self.keys.remember(key, remembered).map(Effect::Forget));
    }

    /// What an idempotency key was answered.
    #[must_use]
    pub fn remembered(&self, key: &str) -> Option<&Remembered> {
        self.keys.get(key)
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
