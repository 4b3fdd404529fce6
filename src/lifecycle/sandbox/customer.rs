//! A customer of the sandbox.

use alloc::{string::String, vec::Vec};

use crate::lifecycle::{instant, status::CustomerStatus, value::Value};

/// A customer.
#[derive(Clone, PartialEq, Eq)]
pub struct Customer {
    /// Its id: `customer_` and twelve hex digits.
    pub id: String,
    /// What create-customer sent: `type`, `email`, `firstName`, `lastName`.
    pub profile: Value,
    /// What was submitted so far.
    pub kyc: Value,
    /// Where it stands.
    pub status: CustomerStatus,
    /// What is asked for: codes, or the fields' paths.
    pub requirements: Vec<String>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// Whether more information was asked for already.
    pub asked: bool,
    /// When the review ends, in milliseconds since 1970, while there is one.
    pub review_ends: Option<i64>,
    /// When it was created.
    pub created_at: i64,
    /// When it last changed.
    pub updated_at: i64,
}

impl core::fmt::Debug for Customer {
    /// Its id and status alone.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {}", self.id, self.status.name())
    }
}

/// The members of create-customer that an answer repeats.
const PROFILE: [&str; 4] = ["type", "email", "firstName", "lastName"];

impl Customer {
    /// The customer as the API shows it. `link`: what `verificationLink` starts with. The submitted data is not repeated: who
    /// asks for a status needs none of it.
    #[must_use]
    pub fn shown(&self, link: &str) -> Value {
        let member = |key: &str| self.profile.get(key).cloned().unwrap_or_default();
        let mut shown = Value::EMPTY
            .with("id", Value::text_of(self.id.as_str()))
            .with("type", member("type"))
            .with("status", Value::text_of(self.status.name()));
        for key in PROFILE.into_iter().skip(1) {
            shown.set(key, member(key));
        }
        let link = [link, &self.id].concat();
        shown.set("verificationLink", Value::Text(link));
        shown.set("createdAt", Value::Text(instant::write(self.created_at)));
        shown.set("updatedAt", Value::Text(instant::write(self.updated_at)));
        if !self.requirements.is_empty() {
            shown.set("requirements", texts(&self.requirements));
        }
        if let Some(reason) = &self.reason {
            shown.set("reason", Value::text_of(reason.as_str()));
        }
        shown
    }

    /// The whole customer, to be stored.
    #[must_use]
    pub fn stored(&self) -> Value {
        let mut stored = Value::EMPTY
            .with("id", Value::text_of(self.id.as_str()))
            .with("profile", self.profile.clone())
            .with("kyc", self.kyc.clone())
            .with("status", Value::text_of(self.status.name()))
            .with("requirements", texts(&self.requirements))
            .with("asked", Value::Flag(self.asked))
            .with("createdAt", Value::number_of(self.created_at))
            .with("updatedAt", Value::number_of(self.updated_at));
        if let Some(reason) = &self.reason {
            stored.set("reason", Value::text_of(reason.as_str()));
        }
        if let Some(ends) = self.review_ends {
            stored.set("reviewEnds", Value::number_of(ends));
        }
        stored
    }

    /// A customer out of what was stored; `None` where that is none.
    #[must_use]
    pub fn restored(stored: &Value) -> Option<Self> {
        let asked = stored.get("requirements").map(Value::entries).unwrap_or_default();
        Some(Self {
            id: stored.text("id")?.into(),
            profile: stored.get("profile")?.clone(),
            kyc: stored.get("kyc")?.clone(),
            status: CustomerStatus::parse(stored.text("status")?),
            requirements: asked.iter().filter_map(Value::as_text).map(String::from).collect(),
            reason: stored.text("reason").map(String::from),
            asked: stored.get("asked") == Some(&Value::Flag(true)),
            review_ends: stored.get("reviewEnds").and_then(Value::as_integer),
            created_at: stored.get("createdAt")?.as_integer()?,
            updated_at: stored.get("updatedAt")?.as_integer()?,
        })
    }
}

/// Strings as a list.
pub(crate) fn texts(texts: &[String]) -> Value {
    Value::List(texts.iter().map(|text| Value::text_of(text.as_str())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejected() -> Customer {
        Customer {
            id: "customer_1".into(),
            profile: Value::EMPTY
                .with("type", Value::text_of("INDIVIDUAL"))
                .with("email", Value::text_of("jane@example.com"))
                .with("firstName", Value::text_of("Jane")),
            kyc: Value::EMPTY.with("nationality", Value::text_of("US")),
            status: CustomerStatus::Rejected,
            requirements: Vec::from(["PROOF_OF_ADDRESS".into(), "address.city".into()]),
            reason: Some("Rejected by the sandbox".into()),
            asked: true,
            review_ends: Some(1_769_853_630_000),
            created_at: 1_769_853_600_000,
            updated_at: 1_769_853_600_250,
        }
    }

    #[test]
    fn what_is_stored_comes_back() {
        let plain = Customer {
            requirements: Vec::new(),
            reason: None,
            asked: false,
            review_ends: None,
            status: CustomerStatus::parse("ON_HOLD"),
            ..rejected()
        };
        for customer in [rejected(), plain] {
            assert_eq!(Customer::restored(&customer.stored()), Some(customer));
        }
        for member in ["id", "profile", "kyc", "status", "createdAt", "updatedAt"] {
            let Value::Object(mut members) = rejected().stored() else { panic!("an object") };
            members.retain(|(key, _)| key != member);
            assert_eq!(Customer::restored(&Value::Object(members)), None, "{member}");
        }
    }

    #[test]
    fn a_customer_is_shown_without_its_data() {
        let shown = rejected().shown("https://app.example.com/verify/");
        assert_eq!(
            shown.to_json(),
            r#"{"id":"customer_1","type":"INDIVIDUAL","status":"REJECTED","email":"jane@example.com","firstName":"Jane","lastName":null,"verificationLink":"https://app.example.com/verify/customer_1","createdAt":"2026-01-31T10:00:00Z","updatedAt":"2026-01-31T10:00:00.250Z","requirements":["PROOF_OF_ADDRESS","address.city"],"reason":"Rejected by the sandbox"}"#
        );
        let approved = Customer { reason: None, requirements: Vec::new(), ..rejected() };
        let shown = approved.shown("");
        assert!(shown.get("reason").is_none() && shown.get("requirements").is_none());
    }

    #[test]
    fn a_logged_customer_is_an_id_and_a_status() {
        assert_eq!(format!("{:?}", rejected()), "customer_1 REJECTED");
    }
}
