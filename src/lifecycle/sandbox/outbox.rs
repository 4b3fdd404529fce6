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

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn message(id: &str, due: i64) -> Message {
        Message { id: id.into(), customer_id: "c".into(), body: Value::EMPTY, attempts: 0, due }
    }

    fn due(outbox: &Outbox, now: i64) -> Vec<&str> {
        outbox.due(now).map(|message| message.id.as_str()).collect()
    }

    #[test]
    fn messages_are_due_at_their_time_in_the_order_they_came() {
        let mut outbox = Outbox::default();
        for (id, at) in [("c", 20), ("b", 10), ("a", 10)] {
            outbox.push(message(id, at));
        }
        assert!(due(&outbox, 9).is_empty());
        assert_eq!(due(&outbox, 10), ["b", "a"]);
        assert_eq!(due(&outbox, 20), ["b", "a", "c"]);
        assert_eq!(outbox.next_due(), Some(10));
    }

    /// At once, then after 5, 30 and 60 seconds, counted from when the attempt failed.
    #[test]
    fn a_message_is_tried_four_times_and_given_up() {
        let mut outbox = Outbox::default();
        outbox.push(message("e", 0));
        let mut now = 0;
        for (attempts, wait) in (1..).zip(RETRIES) {
            // The receiver took a second to fail.
            now += 1_000;
            assert_eq!(outbox.tried("e", false, now), Some(Outcome::Again(now + wait)));
            assert_eq!(outbox.message("e").map(|message| message.attempts), Some(attempts));
            assert!(due(&outbox, now + wait - 1).is_empty());
            now += wait;
            assert_eq!(due(&outbox, now), ["e"]);
        }
        assert_eq!(outbox.tried("e", false, now), Some(Outcome::GivenUp));
        assert!(outbox.message("e").is_none() && outbox.next_due().is_none());
        assert_eq!(outbox.tried("e", true, now), None, "it is gone");
    }

    #[test]
    fn what_arrived_is_not_sent_again() {
        let mut outbox = Outbox::default();
        outbox.push(message("a", 0));
        outbox.push(message("b", 0));
        assert_eq!(outbox.tried("a", true, 5), Some(Outcome::Delivered));
        assert_eq!(outbox.tried("none", true, 5), None);
        assert_eq!(due(&outbox, i64::MAX), ["b"]);
    }

    #[test]
    fn of_two_messages_of_one_id_the_later_is_sent() {
        let mut outbox = Outbox::default();
        outbox.push(message("e", 10));
        outbox.push(Message { attempts: 2, ..message("e", 40) });
        assert!(due(&outbox, 39).is_empty());
        assert_eq!(due(&outbox, 40), ["e"]);
        assert_eq!(outbox.message("e").map(|message| message.attempts), Some(2));
    }

    #[test]
    fn a_logged_message_has_no_body() {
        let body = Value::EMPTY.with("customerId", Value::text_of("customer_1"));
        let sent = Message { body, attempts: 2, ..message("evt_1", 0) };
        assert_eq!(format!("{sent:?}"), "evt_1 after 2 attempts");
    }
}
