//! Whether an event is news. Webhooks come twice, and out of order.

use alloc::{string::String, vec::Vec};

use crate::{
    lifecycle::{status::CustomerStatus, transition::may_follow, webhook::event::Event},
    policy::Policy,
};

/// What is known of one customer from its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The last status.
    pub status: CustomerStatus,
    /// When it was reached, in milliseconds since 1970, where that is known.
    pub since: Option<i64>,
    /// Ids of events that were seen, the newest last; at most [`REMEMBERED`].
    pub seen: Vec<String>,
}

/// How many event ids are kept.
pub const REMEMBERED: usize = 64;

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// News: act on it.
    New,
    /// Seen before.
    Duplicate,
    /// Older than what is known: something later came first.
    Stale,
    /// News of the status that is known already.
    Unchanged,
    /// News, though that status cannot follow the one known: an event is missing. Act on it, and read the customer.
    Gap,
}

impl News {
    /// Its name: `stale`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Duplicate => "duplicate",
            Self::Stale => "stale",
            Self::Unchanged => "unchanged",
            Self::Gap => "gap",
        }
    }
}

impl Known {
    /// A customer in this status, of which no event was seen.
    #[must_use]
    pub const fn new(status: CustomerStatus) -> Self {
        Self { status, since: None, seen: Vec::new() }
    }

    /// Takes an event in, and says what it is.
    ///
    /// ```
    /// use kyc_rules::{
    ///     lifecycle::{status::CustomerStatus, webhook::{event::parse, reduce::{Known, News}}},
    ///     policy::Policy,
    /// };
    /// let body = br#"{"id":"e1","createdAt":"2026-01-31T10:00:00Z","type":"customer.state_changed",
    ///     "payload":{"customerId":"c","newStatus":"UNDER_REVIEW"}}"#;
    /// let event = parse(body).unwrap();
    /// let mut known = Known::new(CustomerStatus::Created);
    /// assert_eq!(known.reduce(&event, &Policy::DEFAULT), News::New);
    /// assert_eq!(known.reduce(&event, &Policy::DEFAULT), News::Duplicate);
    /// ```
    pub fn reduce(&mut self, event: &Event, policy: &Policy) -> News {
        if !event.id.is_empty() {
            if self.seen.contains(&event.id) {
                return News::Duplicate;
            }
            if self.seen.len() >= REMEMBERED {
                self.seen.remove(0);
            }
            self.seen.push(event.id.clone());
        }
        let order = event.occurred_at.zip(self.since).map(|(at, since)| at.cmp(&since));
        let gap = !may_follow(&self.status, &event.new_status, policy);
        let comes_from_elsewhere = event.old_status.as_ref().is_some_and(|old| *old != self.status);
        let is_old = match order {
            Some(order) if order.is_ne() => order.is_lt(),
            // At the very same time, what the event says it came from tells whether it is next or was before.
            Some(_) => comes_from_elsewhere,
            // Without a time, that and whether it could follow.
            None => event.occurred_at.is_none() && gap && comes_from_elsewhere,
        };
        if is_old {
            return News::Stale;
        }
        self.since = event.occurred_at.or(self.since);
        if self.status == event.new_status {
            return News::Unchanged;
        }
        self.status = event.new_status.clone();
        if gap { News::Gap } else { News::New }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, at: i64, to: CustomerStatus) -> Event {
        Event {
            id: id.into(),
            kind: "customer.state_changed".into(),
            customer_id: "c".into(),
            old_status: None,
            new_status: to,
            occurred_at: Some(at),
            reason: None,
            requirements: Vec::new(),
        }
    }

    /// Whatever order they come in, and however often: the last status is the latest one's.
    #[test]
    fn every_order_ends_at_the_latest() {
        use CustomerStatus as S;
        let events = [
            event("1", 1, S::UnderReview),
            event("2", 2, S::NeedsAdditionalInformation),
            event("3", 3, S::UnderReview),
            event("4", 4, S::Active),
        ];
        for order in 0..256_usize {
            let mut known = Known::new(S::Created);
            for round in [order, 0b11_10_01_00] {
                for at in 0..4 {
                    known.reduce(&events[round >> (2 * at) & 3], &Policy::DEFAULT);
                }
            }
            assert_eq!(known.status, S::Active, "{order}");
            assert!(known.seen.len() == 4);
        }
    }

    /// APIs write whole seconds: two events of one second come in either order.
    #[test]
    fn events_of_one_moment_end_alike_in_either_order() {
        use CustomerStatus as S;
        let step = |id: &str, from, to| Event { old_status: Some(from), ..event(id, 5, to) };
        for [one, two] in [
            [step("1", S::UnderReview, S::Active), step("2", S::Active, S::Deactivated)],
            [step("1", S::UnderReview, S::Rejected), step("2", S::Rejected, S::Deactivated)],
            [
                step("1", S::UnderReview, S::Active),
                step("2", S::Active, S::NeedsAdditionalInformation),
            ],
        ] {
            for order in [[&one, &two], [&two, &one]] {
                let mut known = Known::new(S::UnderReview);
                known.since = Some(4);
                for event in order {
                    known.reduce(event, &Policy::DEFAULT);
                }
                assert_eq!(known.status, two.new_status);
            }
        }
    }

    #[test]
    fn a_missing_event_is_told() {
        use CustomerStatus as S;
        let mut known = Known::new(S::Created);
        assert_eq!(known.reduce(&event("4", 4, S::Active), &Policy::DEFAULT), News::Gap);
        assert_eq!(known.reduce(&event("1", 1, S::UnderReview), &Policy::DEFAULT), News::Stale);
        assert_eq!(known.reduce(&event("5", 5, S::Active), &Policy::DEFAULT), News::Unchanged);
    }

    #[test]
    fn what_an_event_is_has_a_name() {
        use CustomerStatus as S;
        let mut known = Known::new(S::Created);
        let mut name = |id, at, to| known.reduce(&event(id, at, to), &Policy::DEFAULT).name();
        assert_eq!(name("1", 10, S::UnderReview), "new");
        assert_eq!(name("1", 10, S::UnderReview), "duplicate");
        assert_eq!(name("2", 9, S::Created), "stale");
        assert_eq!(name("3", 11, S::UnderReview), "unchanged");
        assert_eq!(name("4", 12, S::Created), "gap");
    }

    /// However many events come: the last ones are known again, and no more are kept.
    #[test]
    fn the_oldest_event_is_forgotten_first() {
        let mut known = Known::new(CustomerStatus::UnderReview);
        let mut reduce = |number: usize| {
            let at = i64::try_from(number).unwrap();
            let event = event(&number.to_string(), at, CustomerStatus::UnderReview);
            (known.reduce(&event, &Policy::DEFAULT), known.seen.len())
        };
        for number in 0..REMEMBERED {
            assert_eq!(reduce(number), (News::Unchanged, number + 1));
        }
        assert_eq!(reduce(0), (News::Duplicate, REMEMBERED));
        assert_eq!(reduce(REMEMBERED), (News::Unchanged, REMEMBERED));
        assert_eq!(reduce(1), (News::Duplicate, REMEMBERED));
        // Its time tells that it is an old one, though its id is gone.
        assert_eq!(reduce(0), (News::Stale, REMEMBERED));
    }

    #[test]
    fn an_event_without_an_id_is_never_a_duplicate() {
        let mut known = Known::new(CustomerStatus::Created);
        let event = event("", 1, CustomerStatus::UnderReview);
        assert_eq!(known.reduce(&event, &Policy::DEFAULT), News::New);
        assert_eq!(known.reduce(&event, &Policy::DEFAULT), News::Unchanged);
        assert!(known.seen.is_empty());
    }
}
