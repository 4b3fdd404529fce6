//! The types of documents: the spelling of the table behind any spelling it accepts.

use crate::{field::Kind, fields::Id, rules::choice};

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
    let Kind::Choice(choices) = Id::DocumentType.field().kind else { return None };
    choice::meant(spelling, choices)
}
