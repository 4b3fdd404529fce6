//! The types of documents: their spellings, and which show a photo, have a back or prove an address.

use crate::{field::Choices, rules::choice};

/// The types of documents and their other spellings. The guide spells three of them and names the others in prose.
pub static DOCUMENT_TYPES: Choices = Choices {
    values: &[
        "PASSPORT",
        "DRIVERS_LICENSE",
        "NATIONAL_ID",
        "RESIDENCE_PERMIT",
        "STATE_ID",
        "UTILITY_BILL",
        "BANK_STATEMENT",
        "LEASE_AGREEMENT",
    ],
    aliases: &[
        ("DRIVER_LICENSE", "DRIVERS_LICENSE"),
        ("DRIVING_LICENCE", "DRIVERS_LICENSE"),
        ("DRIVING_LICENSE", "DRIVERS_LICENSE"),
        ("ID_CARD", "NATIONAL_ID"),
        ("IDENTITY_CARD", "NATIONAL_ID"),
        ("NATIONAL_ID_CARD", "NATIONAL_ID"),
        ("RESIDENCE_CARD", "RESIDENCE_PERMIT"),
        ("RESIDENT_PERMIT", "RESIDENCE_PERMIT"),
        ("STATE_ID_CARD", "STATE_ID"),
        ("LEASE", "LEASE_AGREEMENT"),
        ("RENTAL_AGREEMENT", "LEASE_AGREEMENT"),
    ],
};

/// Documents that show a photo of their holder.
pub const PHOTO_IDS: &[&str] =
    &["PASSPORT", "DRIVERS_LICENSE", "NATIONAL_ID", "RESIDENCE_PERMIT", "STATE_ID"];
/// Photo IDs that have a back.
pub const CARDS: &[&str] = &["DRIVERS_LICENSE", "NATIONAL_ID", "RESIDENCE_PERMIT", "STATE_ID"];
/// Documents that prove an address.
pub const PROOFS_OF_ADDRESS: &[&str] = &["UTILITY_BILL", "BANK_STATEMENT", "LEASE_AGREEMENT"];

/// The type a spelling means: `NATIONAL_ID` for `NATIONAL_ID_CARD`. `None` for a spelling the table does not know.
///
/// ```
/// use kyc_rules::document::kind::of;
/// assert_eq!(of("PASSPORT"), Some("PASSPORT"));
/// assert_eq!(of("NATIONAL_ID_CARD"), Some("NATIONAL_ID"));
/// assert_eq!(of("LIBRARY_CARD"), None);
/// ```
#[must_use]
pub fn of(spelling: &str) -> Option<&'static str> {
    choice::meant(spelling, &DOCUMENT_TYPES)
}
