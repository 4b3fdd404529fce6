//! Webhooks on their way: what is to be sent, and when to try again.
//!
//! Source: unverified (agrees with the schedule a related provider documents: at once, then after 5, 30 and 60 s).

use alloc::{collections::BTreeMap, string::String};

use crate::lifecycle::value::Value;

/// How long after a failure the next attempt is made, in milliseconds. After the last, a message is given up.
pub const RETRIES: [i64; 3] = [5_000, 30_000, 60_000];

/// A webhook to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The event's id: the same at every attempt, so that the receiver knows it again.
    pub id: String,
    /// The customer it is about.
    pub customer_id: String,
    /// The body.
    pub body: Value,
    /// How often it was tried.
    pub attempts: usize,
    /// When to try next, in milliseconds since 1970.
    pub due: i64,
}

impl core::fmt::Debug for Message {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} after {} attempts", self.id, self.attempts)
    }
}

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It arrived.
    Delivered,
    /// It did not, and is tried again then.
    Again(i64),
    /// It did not, and that was the last attempt.
    GivenUp,
}

/// The messages not delivered yet, by when they are due; those due together in the order in which they came about.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    count: u64,
    messages: BTreeMap<Place, Message>,
    places: BTreeMap<String, Place>,
}

/// When a message is due, and its number.
type Place = (i64, u64);

impl Outbox {
    /// Puts a message in; one of the same id gives way.
    pub fn push(&mut self, message: Message) {
        self.count = self.count.saturating_add(1);
        let place = (message.due, self.count);
        if let Some(old) = self.places.insert(message.id.clone(), place) {
            self.messages.remove(&old);
        }
        self.messages.insert(place, message);
    }

    /// The messages whose time has come.
    pub fn due(&self, now: i64) -> impl Iterator<Item = &Message> {
        self.messages.range(..=(now, u64::MAX)).map(|(_, message)| message)
    }

    /// A message by its id.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages.get(self.places.get(id)?)
    }

    /// When the next attempt is due.
    #[must_use]
    pub fn next_due(&self) -> Option<i64> {
        self.messages.first_key_value().map(|((due, _), _)| *due)
    }

    /// Takes in what became of an attempt: whether the receiver answered 2xx. `None` for a message that is not here.
    ///
    /// ```
    /// use kyc_rules::lifecycle::{sandbox::outbox::{Message, Outbox, Outcome}, value::Value};
    /// let mut outbox = Outbox::default();
    /// outbox.push(Message { id: "evt_1".into(), customer_id: "c".into(), body: Value::EMPTY, attempts: 0, due: 0 });
    /// assert_eq!(outbox.tried("evt_1", false, 0), Some(Outcome::Again(5_000)));
    /// assert_eq!(outbox.due(4_999).count(), 0);
    /// assert_eq!(outbox.tried("evt_1", true, 5_000), Some(Outcome::Delivered));
    /// assert_eq!(outbox.next_due(), None);
    /// ```
    pub fn tried(&mut self, id: &str, arrived: bool, now: i64) -> Option<Outcome> {
        let mut message = self.messages.remove(&self.places.remove(id)?)?;
        let wait = RETRIES.get(message.attempts).filter(|_| !arrived);
        message.attempts = message.attempts.saturating_add(1);
        let Some(wait) = wait else {
            return Some(if arrived { Outcome::Delivered } else { Outcome::GivenUp });
        };
        message.due = now.saturating_add(*wait);
        let outcome = Outcome::Again(message.due);
        self.push(message);
        Some(outcome)
    }
}
