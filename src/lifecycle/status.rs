//! What a customer's status allows.
//!
//! Source: KYC integration guide, "Customer state flow", "PATCH not allowed" and "Polling".

use alloc::string::String;

use crate::policy::Policy;

/// Where a customer stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CustomerStatus {
    /// `CREATED`: nothing submitted yet.
    Created,
    /// `UNDER_REVIEW`: submitted, and locked until the review ends.
    UnderReview,
    /// `NEEDS_ADDITIONAL_INFORMATION`: the customer's turn.
    NeedsAdditionalInformation,
    /// `ACTIVE`: verified.
    Active,
    /// `REJECTED`.
    Rejected,
    /// `DEACTIVATED`: the end.
    Deactivated,
    /// A status this version does not know, kept as it was written.
    Unknown(String),
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The customer's: data is to be submitted.
    Customer,
    /// The provider's: a review is under way.
    Provider,
    /// Nobody's: there is nothing to wait for.
    Nobody,
}

/// Every status the guide has, with its name.
pub(crate) const STATUSES: [(CustomerStatus, &str); 6] = [
    (CustomerStatus::Created, "CREATED"),
    (CustomerStatus::UnderReview, "UNDER_REVIEW"),
    (CustomerStatus::NeedsAdditionalInformation, "NEEDS_ADDITIONAL_INFORMATION"),
    (CustomerStatus::Active, "ACTIVE"),
    (CustomerStatus::Rejected, "REJECTED"),
    (CustomerStatus::Deactivated, "DEACTIVATED"),
];

impl CustomerStatus {
    /// The status of that name, exactly as the API writes it; any other is kept as [`Self::Unknown`].
    ///
    /// ```
    /// use kyc_rules::lifecycle::status::CustomerStatus;
    /// assert_eq!(CustomerStatus::parse("ACTIVE"), CustomerStatus::Active);
    /// assert_eq!(CustomerStatus::parse("ON_HOLD").name(), "ON_HOLD");
    /// ```
    #[must_use]
    pub fn parse(name: &str) -> Self {
        STATUSES
            .into_iter()
            .find(|(_, known)| *known == name)
            .map_or_else(|| Self::Unknown(name.into()), |(status, _)| status)
    }

    /// Its name, as the API writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Created => "CREATED",
            Self::UnderReview => "UNDER_REVIEW",
            Self::NeedsAdditionalInformation => "NEEDS_ADDITIONAL_INFORMATION",
            Self::Active => "ACTIVE",
            Self::Rejected => "REJECTED",
            Self::Deactivated => "DEACTIVATED",
            Self::Unknown(name) => name,
        }
    }

    /// Whether the API takes a PATCH: in `CREATED` and `NEEDS_ADDITIONAL_INFORMATION`, and by policy in `REJECTED`.
    ///
    /// ```
    /// use kyc_rules::{lifecycle::status::CustomerStatus, policy::Policy};
    /// assert!(CustomerStatus::Rejected.can_patch(&Policy::DEFAULT));
    /// assert!(!CustomerStatus::UnderReview.can_patch(&Policy::DEFAULT));
    /// ```
    #[must_use]
    pub const fn can_patch(&self, policy: &Policy) -> bool {
        match self {
            Self::Created | Self::NeedsAdditionalInformation => true,
            Self::Rejected => policy.patch_when_rejected,
            _ => false,
        }
    }

    /// Whether the customer may use the platform's services: in `ACTIVE` alone.
    #[must_use]
    pub const fn can_transact(&self) -> bool {
        matches!(self, Self::Active)
    }

    /// Whether asking again brings nothing new by itself. Not the same as locked: a rejected customer may submit again.
    #[must_use]
    pub const fn is_terminal_for_polling(&self) -> bool {
        matches!(self, Self::Active | Self::Rejected | Self::Deactivated)
    }

    /// Whose turn it is. Of a status this version does not know: the provider's, since asking again may tell.
    #[must_use]
    pub const fn turn(&self) -> Turn {
        match self {
            Self::Created | Self::NeedsAdditionalInformation => Turn::Customer,
            Self::UnderReview | Self::Unknown(_) => Turn::Provider,
            Self::Active | Self::Rejected | Self::Deactivated => Turn::Nobody,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_there_and_back() {
        for (status, name) in STATUSES {
            assert_eq!(status.name(), name);
            assert_eq!(CustomerStatus::parse(name), status);
        }
        assert_eq!(CustomerStatus::parse("active"), CustomerStatus::Unknown("active".into()));
    }

    #[test]
    fn the_guides_list_of_statuses_that_take_a_patch() {
        let strict = Policy { patch_when_rejected: false, ..Policy::DEFAULT };
        let patchable = |policy: &Policy| {
            let names = STATUSES.into_iter().filter(|(status, _)| status.can_patch(policy));
            names.map(|(_, name)| name).collect::<Vec<_>>()
        };
        let guide = ["CREATED", "NEEDS_ADDITIONAL_INFORMATION", "REJECTED"];
        assert_eq!(patchable(&Policy::DEFAULT), guide);
        assert_eq!(patchable(&strict), guide[..2]);
        assert!(!CustomerStatus::parse("NEW").can_patch(&Policy::DEFAULT));
    }

    #[test]
    fn a_status_that_is_not_known_keeps_its_name() {
        for name in ["ON_HOLD", "active", ""] {
            let status = CustomerStatus::parse(name);
            assert_eq!(status.name(), name);
            assert_eq!(status, CustomerStatus::Unknown(name.into()));
            // Asking again may tell more.
            assert_eq!(status.turn(), Turn::Provider);
            assert!(!status.is_terminal_for_polling() && !status.can_transact());
        }
    }
}
