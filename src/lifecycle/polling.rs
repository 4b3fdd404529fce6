//! When to ask for a customer's status again, for those who cannot take webhooks. It decides; it asks nothing.
//!
//! Source: KYC integration guide, "Polling" (50 times, every 30 s). A review takes 1 to 7 business days, so there the guide's plan
//! always ends in its timeout; the default here goes on for ten days, ever more slowly.

use crate::lifecycle::status::{CustomerStatus, Turn};

/// A plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The first wait, in milliseconds.
    pub interval: u64,
    /// How long it stays the same, in milliseconds since polling began.
    pub steady: u64,
    /// The longest wait it then grows to, by a half each time.
    pub longest: u64,
    /// How often to ask at most.
    pub most: u32,
    /// When to give up, in milliseconds since polling began.
    pub deadline: u64,
    /// Whether to go on asking while it is the customer's turn.
    pub waits_for_customer: bool,
    /// How much of a wait is spread at random, in percent.
    pub jitter: u8,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Ask again after that many milliseconds.
    Wait(u64),
    /// Stop.
    Stop(Reason),
}

/// Why to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The verification is over.
    Settled,
    /// Only the customer can go on: ask for data, and poll after the next submission.
    AskCustomer,
    /// The plan is at its end.
    TimedOut,
    /// A status that has no place here.
    Unexpected,
}

impl Reason {
    /// Its name: `ask_customer`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::AskCustomer => "ask_customer",
            Self::TimedOut => "timed_out",
            Self::Unexpected => "unexpected",
        }
    }
}

/// What is known when the next step is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The status just read.
    pub status: &'a CustomerStatus,
    /// How often it has been read, this time counted.
    pub asked: u32,
    /// Milliseconds since polling began.
    pub elapsed: u64,
    /// What the API's Retry-After asked for, in milliseconds.
    pub retry_after: Option<u64>,
    /// Anything random.
    pub random: u32,
}

impl Plan {
    /// The guide's: 50 times, every 30 s.
    pub const GUIDE: Self = Self {
        interval: 30_000,
        steady: u64::MAX,
        longest: 30_000,
        most: 50,
        deadline: u64::MAX,
        waits_for_customer: true,
        jitter: 0,
    };

    /// Every 30 s for ten minutes, then ever more slowly up to a quarter of an hour, for ten days; a tenth at random.
    pub const PATIENT: Self = Self {
        interval: 30_000,
        steady: 600_000,
        longest: 900_000,
        most: u32::MAX,
        deadline: 864_000_000,
        waits_for_customer: false,
        jitter: 10,
    };

    /// The next step.
    ///
    /// ```
    /// use kyc_rules::lifecycle::{polling::{Moment, Plan, Reason, Step}, status::CustomerStatus};
    /// let status = CustomerStatus::UnderReview;
    /// let moment = Moment { status: &status, asked: 1, elapsed: 0, retry_after: None, random: 0 };
    /// assert_eq!(Plan::GUIDE.next(&moment), Step::Wait(30_000));
    /// assert_eq!(Plan::GUIDE.next(&Moment { asked: 50, ..moment }), Step::Stop(Reason::TimedOut));
    /// let status = CustomerStatus::NeedsAdditionalInformation;
    /// assert_eq!(Plan::PATIENT.next(&Moment { status: &status, ..moment }), Step::Stop(Reason::AskCustomer));
    /// ```
    #[must_use]
    pub fn next(&self, moment: &Moment<'_>) -> Step {
        match (moment.status, moment.status.turn()) {
            (CustomerStatus::Deactivated | CustomerStatus::Created, _)
                if self.waits_for_customer =>
            {
                return Step::Stop(Reason::Unexpected);
            }
            (_, Turn::Nobody) => return Step::Stop(Reason::Settled),
            (_, Turn::Customer) if !self.waits_for_customer => {
                return Step::Stop(Reason::AskCustomer);
            }
            (CustomerStatus::Unknown(_), _) if self.waits_for_customer => {
                return Step::Stop(Reason::Unexpected);
            }
            _ => {}
        }
        if moment.asked >= self.most || moment.elapsed >= self.deadline {
            return Step::Stop(Reason::TimedOut);
        }
        // A half more each time is the same as half the time since the steady part ended.
        let grown = moment.elapsed.saturating_sub(self.steady) / 2;
        let wait = self.interval.max(grown.min(self.longest));
        let most = wait.saturating_mul(u64::from(self.jitter)) / 100;
        let spread = most.saturating_mul(u64::from(moment.random)) >> 32;
        let wait = wait.saturating_add(spread);
        Step::Wait(wait.max(moment.retry_after.unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(plan: &Plan) -> (u32, u64, u64, Reason) {
        let (mut asked, mut elapsed, mut longest) = (0_u32, 0, 0);
        loop {
            asked += 1;
            let status = CustomerStatus::UnderReview;
            let random = asked.wrapping_mul(2_654_435_761);
            match plan.next(&Moment { status: &status, asked, elapsed, retry_after: None, random })
            {
                Step::Stop(reason) => return (asked, elapsed, longest, reason),
                Step::Wait(wait) => {
                    elapsed += wait;
                    longest = longest.max(wait);
                }
            }
        }
    }

    #[test]
    fn the_guides_plan_asks_fifty_times() {
        assert_eq!(run(&Plan::GUIDE), (50, 49 * 30_000, 30_000, Reason::TimedOut));
    }

    #[test]
    fn the_patient_plan_outlasts_a_review() {
        let (asked, elapsed, longest, reason) = run(&Plan::PATIENT);
        assert!(elapsed >= 864_000_000 && longest <= 990_000 && asked < 1_100, "{asked} {longest}");
        assert_eq!(reason, Reason::TimedOut);
    }

    #[test]
    fn statuses_stop_it() {
        let next = |plan: &Plan, name| {
            let status = CustomerStatus::parse(name);
            plan.next(&Moment {
                status: &status,
                asked: 1,
                elapsed: 0,
                retry_after: Some(45_000),
                random: 0,
            })
        };
        for (name, guide, patient) in [
            ("ACTIVE", Step::Stop(Reason::Settled), Step::Stop(Reason::Settled)),
            ("REJECTED", Step::Stop(Reason::Settled), Step::Stop(Reason::Settled)),
            ("DEACTIVATED", Step::Stop(Reason::Unexpected), Step::Stop(Reason::Settled)),
            ("CREATED", Step::Stop(Reason::Unexpected), Step::Stop(Reason::AskCustomer)),
            ("NEW", Step::Stop(Reason::Unexpected), Step::Wait(45_000)),
            ("NEEDS_ADDITIONAL_INFORMATION", Step::Wait(45_000), Step::Stop(Reason::AskCustomer)),
        ] {
            assert_eq!(next(&Plan::GUIDE, name), guide, "{name}");
            assert_eq!(next(&Plan::PATIENT, name), patient, "{name}");
        }
    }
}
