//! The review: how long it takes, how it ends, and the webhook that says so.
//!
//! Source: KYC integration guide, "Testing in sandbox" (the four test e-mails; about 30 s, 5 minutes for the delayed one) and
//! "Webhooks" (the envelope).

use alloc::{string::String, vec::Vec};

use crate::{
    lifecycle::{
        instant,
        sandbox::customer::{Customer, texts},
        status::CustomerStatus,
        transition::Event,
        value::Value,
    },
    rules::email::{Scenario, sandbox_scenario},
};

/// How long a review takes, in milliseconds: about 30 s.
pub const REVIEW: i64 = 30_000;
/// How long it takes for `test-delay@example.com`: 5 minutes.
pub const LONG_REVIEW: i64 = 300_000;

/// How a review ends.
pub(super) struct End {
    pub(super) event: Event,
    /// Codes of what is asked for.
    pub(super) requirements: Vec<String>,
    pub(super) reason: Option<String>,
}

impl End {
    /// The end that the customer's e-mail address asks for.
    pub(super) fn of(customer: &Customer) -> Self {
        let (event, requirement, reason) = match scenario(customer) {
            Some(Scenario::Rejected) => (Event::Rejected, None, Some("Rejected by the sandbox")),
            // Once: the answer to it is approved.
            Some(Scenario::Rfi) if !customer.asked => {
                (Event::InformationRequested, Some("PROOF_OF_ADDRESS"), None)
            }
            _ => (Event::Approved, None, None),
        };
        Self {
            event,
            requirements: requirement.into_iter().map(String::from).collect(),
            reason: reason.map(String::from),
        }
    }
}

/// How long a customer's review takes, in milliseconds.
pub(super) fn length(customer: &Customer) -> i64 {
    match scenario(customer) {
        Some(Scenario::Delay) => LONG_REVIEW,
        _ => REVIEW,
    }
}

fn scenario(customer: &Customer) -> Option<Scenario> {
    customer.profile.text("email").and_then(sandbox_scenario)
}

/// The webhook's body, in the guide's envelope.
pub(super) fn announcement(id: &str, customer: &Customer, old: &CustomerStatus, now: i64) -> Value {
    let mut payload = Value::EMPTY
        .with("customerId", Value::text_of(customer.id.as_str()))
        .with("oldStatus", Value::text_of(old.name()))
        .with("newStatus", Value::text_of(customer.status.name()));
    if let Some(reason) = &customer.reason {
        payload.set("reason", Value::text_of(reason.as_str()));
    }
    if customer.status == CustomerStatus::NeedsAdditionalInformation {
        payload.set("requiredDocuments", texts(&customer.requirements));
    }
    Value::EMPTY
        .with("id", Value::text_of(id))
        .with("type", Value::text_of("customer.state_changed"))
        .with("createdAt", Value::Text(instant::write(now)))
        .with("payload", payload)
}
