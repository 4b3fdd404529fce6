//! What a webhook says: three envelopes, one event.
//!
//! Source: KYC integration guide, "Webhooks" (`customer.state_changed`, `payload.oldStatus`, `newStatus`, `requiredDocuments`,
//! `reason`); unverified (the envelopes of related providers, as documented by them).

use alloc::{string::String, vec::Vec};

use crate::{
    lifecycle::{
        instant,
        requirement::{self, Requirement},
        status::CustomerStatus,
        value::{ANSWER_LIMITS, Value},
    },
    scan::cut,
};

/// A change of a customer's status.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// The event's id, to know it again; empty where the envelope has none.
    pub id: String,
    /// Its type: `customer.state_changed`.
    pub kind: String,
    /// The customer.
    pub customer_id: String,
    /// The status before, where the envelope says it.
    pub old_status: Option<CustomerStatus>,
    /// The status after.
    pub new_status: CustomerStatus,
    /// When it happened, in milliseconds since 1970, where the envelope says it.
    pub occurred_at: Option<i64>,
    /// The provider's reason; somebody else's words.
    pub reason: Option<String>,
    /// What is asked for.
    pub requirements: Vec<Requirement>,
}

impl core::fmt::Debug for Event {
    /// Without the customer and the provider's words.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("event to ")?;
        f.write_str(self.new_status.name())
    }
}

/// Why a webhook's body says no change of status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no JSON object.
    NotJson,
    /// It is an event of another type: answer 200, and do nothing.
    OtherType,
    /// The customer or the status is not in it.
    Incomplete,
}

impl Unread {
    /// Its name: `other_type`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::OtherType => "other_type",
            Self::Incomplete => "incomplete",
        }
    }
}

/// Reads a verified body.
///
/// # Errors
/// [`Unread`].
///
/// ```
/// use kyc_rules::lifecycle::{status::CustomerStatus, webhook::event::parse};
/// let body = br#"{"type":"customer.state_changed","payload":{"customerId":"customer_1","oldStatus":"UNDER_REVIEW",
///     "newStatus":"NEEDS_ADDITIONAL_INFORMATION","requiredDocuments":["PROOF_OF_ADDRESS"]}}"#;
/// let event = parse(body).unwrap();
/// assert_eq!(event.new_status, CustomerStatus::NeedsAdditionalInformation);
/// assert_eq!(event.requirements[0].key, "proof_of_address");
/// ```
pub fn parse(body: &[u8]) -> Result<Event, Unread> {
    let text = core::str::from_utf8(body).map_err(|_| Unread::NotJson)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = Value::parse(text, &ANSWER_LIMITS).map_err(|_| Unread::NotJson)?;
    if !matches!(value, Value::Object(_)) {
        return Err(Unread::NotJson);
    }
    let kind = value.text("type").unwrap_or_default();
    if !cut(kind, b'.').is_some_and(|(about, _)| matches!(about, "customer" | "verification")) {
        return Err(Unread::OtherType);
    }
    let holders = ["payload", "resource", "data"];
    let payload = holders.iter().find_map(|key| value.get(key)).ok_or(Unread::Incomplete)?;
    let metadata = value.get("metadata");
    let said = |keys: &[&str]| keys.iter().find_map(|key| payload.text(key));
    let new_status = said(&["newStatus", "customerStatus", "status"]);
    let customer_id = said(&["customerId", "id"]);
    let (Some(new_status), Some(customer_id)) = (new_status, customer_id) else {
        return Err(Unread::Incomplete);
    };
    let id = metadata.and_then(|data| data.text("eventId"));
    let id = id.or_else(|| value.text("id")).or_else(|| value.text("eventId"));
    let time = metadata.and_then(|data| data.text("occurredAt"));
    let time = time.or_else(|| ["createdAt", "occurredAt"].iter().find_map(|key| value.text(key)));
    let time = time.or_else(|| payload.text("updatedAt"));
    let asked = ["requiredDocuments", "verificationIssues", "requirements"]
        .iter()
        .filter_map(|key| payload.get(key))
        .flat_map(Value::entries)
        .filter_map(|entry| entry.as_text().or_else(|| entry.text("code")));
    Ok(Event {
        id: id.unwrap_or_default().into(),
        kind: kind.into(),
        customer_id: customer_id.into(),
        old_status: said(&["oldStatus", "previousStatus"]).map(CustomerStatus::parse),
        new_status: CustomerStatus::parse(new_status),
        occurred_at: time.and_then(instant::parse),
        reason: said(&["reason"]).map(String::from),
        requirements: asked.map(requirement::of).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_envelopes_say_the_same() {
        let bodies: [&str; 3] = [
            r#"{"id":"e1","createdAt":"2026-01-31T10:00:00Z","type":"customer.state_changed","payload":{"customerId":"c1","oldStatus":"UNDER_REVIEW","newStatus":"ACTIVE"}}"#,
            r#"{"type":"customer.status_changed","payload":{"customerId":"c1","previousStatus":"UNDER_REVIEW","newStatus":"ACTIVE"},"metadata":{"eventId":"e1","occurredAt":"2026-01-31T10:00:00Z"}}"#,
            r#"{"id":"e1","apiVersion":"v1","type":"customer.updated","createdAt":"2026-01-31T10:00:00Z","resource":{"customerId":"c1","customerStatus":"ACTIVE","verificationIssues":[]}}"#,
        ];
        for body in bodies {
            let event = parse(body.as_bytes()).unwrap();
            assert_eq!((event.id.as_str(), event.customer_id.as_str()), ("e1", "c1"));
            assert_eq!(event.new_status, CustomerStatus::Active);
            assert_eq!(event.occurred_at, Some(1_769_853_600_000));
        }
    }

    #[test]
    fn what_is_no_such_event() {
        for (body, why) in [
            (&b"\xff"[..], Unread::NotJson),
            (b"[]", Unread::NotJson),
            (b"{}", Unread::OtherType),
            (br#"{"type":"payment.sent"}"#, Unread::OtherType),
            (br#"{"type":"customer.created"}"#, Unread::Incomplete),
            (br#"{"type":"customer.created","payload":{"customerId":"c"}}"#, Unread::Incomplete),
        ] {
            assert_eq!(parse(body).unwrap_err(), why);
        }
    }

    #[test]
    fn a_logged_event_shows_neither_customer_nor_reason() {
        let body = br#"{"id":"e1","type":"customer.state_changed","payload":{"customerId":"customer_1","newStatus":"REJECTED","reason":"Jane is on a list"}}"#;
        let event = parse(body).unwrap();
        assert_eq!(event.reason.as_deref(), Some("Jane is on a list"));
        assert_eq!(format!("{event:?}"), "event to REJECTED");
    }

    #[test]
    fn why_a_body_says_nothing_has_a_name() {
        let why = |body: &[u8]| parse(body).unwrap_err().name();
        assert_eq!(why(b"not JSON"), "not_json");
        assert_eq!(why(br#"{"type":"invoice.paid"}"#), "other_type");
        assert_eq!(why(br#"{"type":"customer.updated","data":{"id":"c"}}"#), "incomplete");
    }
}
