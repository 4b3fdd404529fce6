//! Which status follows which, and on what.
//!
//! Source: KYC integration guide, "Customer state flow" and "Test scenarios"; the design, where the guide's picture leaves
//! statuses out.

use alloc::string::String;

use crate::{
    lifecycle::status::{CustomerStatus, STATUSES},
    policy::Policy,
};

/// What moves a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Data was submitted that leaves nothing missing.
    SubmittedComplete,
    /// Data was submitted, and some is missing.
    SubmittedIncomplete,
    /// The review approved.
    Approved,
    /// The review, or a later re-verification, asks for more.
    InformationRequested,
    /// The review rejected.
    Rejected,
    /// The customer was closed.
    Deactivated,
}

/// The status after an event; `None` where the event is not allowed there.
///
/// ```
/// use kyc_rules::{lifecycle::{status::CustomerStatus, transition::{Event, after}}, policy::Policy};
/// let next = after(&CustomerStatus::Created, Event::SubmittedComplete, &Policy::DEFAULT);
/// assert_eq!(next, Some(CustomerStatus::UnderReview));
/// assert_eq!(after(&CustomerStatus::Deactivated, Event::Approved, &Policy::DEFAULT), None);
/// ```
#[must_use]
pub fn after(from: &CustomerStatus, event: Event, policy: &Policy) -> Option<CustomerStatus> {
    use CustomerStatus as S;
    match (from, event) {
        (S::Deactivated | S::Unknown(_), _) => None,
        (_, Event::Deactivated) => Some(S::Deactivated),
        (_, Event::SubmittedComplete) if from.can_patch(policy) => Some(S::UnderReview),
        (_, Event::SubmittedIncomplete) if from.can_patch(policy) => {
            Some(S::NeedsAdditionalInformation)
        }
        (S::UnderReview, Event::Approved) => Some(S::Active),
        (S::UnderReview, Event::Rejected) => Some(S::Rejected),
        (S::UnderReview | S::Active, Event::InformationRequested) => {
            Some(S::NeedsAdditionalInformation)
        }
        _ => None,
    }
}

/// Whether one status may follow another. Of statuses this version does not know, nothing is refused.
#[must_use]
pub fn may_follow(from: &CustomerStatus, to: &CustomerStatus, policy: &Policy) -> bool {
    if matches!(from, CustomerStatus::Unknown(_)) || matches!(to, CustomerStatus::Unknown(_)) {
        return true;
    }
    EVENTS.iter().any(|event| after(from, *event, policy).as_ref() == Some(to))
}

const EVENTS: [Event; 6] = [
    Event::SubmittedComplete,
    Event::SubmittedIncomplete,
    Event::Approved,
    Event::InformationRequested,
    Event::Rejected,
    Event::Deactivated,
];

/// The transitions as a Mermaid state diagram.
#[must_use]
pub fn mermaid(policy: &Policy) -> String {
    let mut out = String::from("stateDiagram-v2\n  [*] --> CREATED\n");
    for (from, from_name) in STATUSES {
        for (to, to_name) in STATUSES {
            if may_follow(&from, &to, policy) {
                for part in ["  ", from_name, " --> ", to_name, "\n"] {
                    out.push_str(part);
                }
            }
        }
    }
    out.push_str("  DEACTIVATED --> [*]\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_transitions_are_those_of_the_design() {
        let diagram = mermaid(&Policy::DEFAULT);
        let expected = "stateDiagram-v2
  [*] --> CREATED
  CREATED --> UNDER_REVIEW
  CREATED --> NEEDS_ADDITIONAL_INFORMATION
  CREATED --> DEACTIVATED
  UNDER_REVIEW --> NEEDS_ADDITIONAL_INFORMATION
  UNDER_REVIEW --> ACTIVE
  UNDER_REVIEW --> REJECTED
  UNDER_REVIEW --> DEACTIVATED
  NEEDS_ADDITIONAL_INFORMATION --> UNDER_REVIEW
  NEEDS_ADDITIONAL_INFORMATION --> NEEDS_ADDITIONAL_INFORMATION
  NEEDS_ADDITIONAL_INFORMATION --> DEACTIVATED
  ACTIVE --> NEEDS_ADDITIONAL_INFORMATION
  ACTIVE --> DEACTIVATED
  REJECTED --> UNDER_REVIEW
  REJECTED --> NEEDS_ADDITIONAL_INFORMATION
  REJECTED --> DEACTIVATED
  DEACTIVATED --> [*]
";
        assert_eq!(diagram, expected);
        let strict = Policy { patch_when_rejected: false, ..Policy::DEFAULT };
        assert!(!may_follow(&CustomerStatus::Rejected, &CustomerStatus::UnderReview, &strict));
        assert!(may_follow(
            &CustomerStatus::Active,
            &CustomerStatus::parse("SUSPENDED"),
            &Policy::DEFAULT
        ));
    }
}
