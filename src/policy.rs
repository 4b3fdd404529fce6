//! What an integrator may set. Everything else is the guide's.

use alloc::{string::String, vec::Vec};

/// What an integrator may set. [`Policy::default`] is country-aware; [`Policy::guide`] takes the guide to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The age in years from which a customer is accepted: 18.
    pub minimum_age: u16,
    /// The age in years above which a date of birth is more likely a slip: 120.
    pub unlikely_age: u16,
    /// How many days old a proof of address may be before a warning: 90.
    pub proof_of_address_days: u16,
    /// How many days a review may take, for image links that end before it does: 7.
    pub review_days: u16,
    /// Which parts of an address must be there.
    pub address: AddressPolicy,
    /// What a phone number that is possible but in no assigned range gets.
    pub phone: PhonePolicy,
    /// Which letters names may have.
    pub names: NamePolicy,
    /// Whether `XK`, a user-assigned code, is taken for Kosovo: yes.
    pub kosovo: bool,
    /// Whether data may be changed after a rejection, as the guide's code does: yes.
    pub patch_when_rejected: bool,
    /// Whether `documents[].mrz` is an accepted extension of the payload: no.
    pub mrz: bool,
    /// Spellings of `nationalIdType` taken beside the guide's, as a provider names them.
    pub national_id_types: Vec<String>,
    /// Bounds on the input.
    pub limits: Limits,
}

/// Which parts of an address must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressPolicy {
    /// `state`, `stateCode` and `postalCode` where the country uses them.
    CountryAware,
    /// All of them everywhere, as the guide's table says.
    Guide,
}

/// What a phone number that is possible but in no assigned range gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhonePolicy {
    /// A warning.
    Possible,
    /// An error.
    Valid,
}

/// Which letters names may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePolicy {
    /// The letters of every script.
    Unicode,
    /// Latin letters; others get a warning that a transliteration is needed.
    Latin,
}

/// Bounds on the input. What goes past them is refused, not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// JSON text in bytes: 65,536.
    pub text: usize,
    /// Levels of nesting: 8.
    pub depth: usize,
    /// JSON values in all: 2,000.
    pub nodes: usize,
    /// Documents: 20.
    pub documents: usize,
    /// Issues in a report, then `truncated`: 100.
    pub issues: usize,
}

impl Limits {
    /// The limits of the design.
    pub const DEFAULT: Self =
        Self { text: 65_536, depth: 8, nodes: 2_000, documents: 20, issues: 100 };
}

impl Policy {
    /// Country-aware, the default.
    pub const DEFAULT: Self = Self {
        minimum_age: 18,
        unlikely_age: 120,
        proof_of_address_days: 90,
        review_days: 7,
        address: AddressPolicy::CountryAware,
        phone: PhonePolicy::Possible,
        names: NamePolicy::Unicode,
        kosovo: true,
        patch_when_rejected: true,
        mrz: false,
        national_id_types: Vec::new(),
        limits: Limits::DEFAULT,
    };

    /// The guide to the letter: every field its table marks as required is required in every country.
    #[must_use]
    pub fn guide() -> Self {
        Self { address: AddressPolicy::Guide, ..Self::DEFAULT }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}
