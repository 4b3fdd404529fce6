//! What the number of a document may look like.

use core::ops::RangeInclusive;

use crate::national_id::{Compact, OTHER};

/// How many characters a document's number has, separators taken out: wide enough for every country.
///
/// ```
/// use kyc_rules::document::number::lengths;
/// assert_eq!(lengths("PASSPORT"), 5..=20);
/// ```
#[must_use]
pub fn lengths(kind: &str) -> RangeInclusive<usize> {
    match kind {
        "PASSPORT" => 5..=20,
        "DRIVERS_LICENSE" => 1..=20,
        "UTILITY_BILL" | "BANK_STATEMENT" | "LEASE_AGREEMENT" => 1..=40,
        _ => 4..=24,
    }
}

/// Whether a number holds only letters, digits and separators. Passports print `A`–`Z` and `0`–`9` only (ICAO 9303-3);
/// cards and licences may print the letters of their country, and Washington's licences hold `*`.
pub(crate) fn characters_fit(kind: &str, number: &Compact) -> bool {
    number.bytes().iter().all(|byte| match *byte {
        byte if byte.is_ascii_alphanumeric() => true,
        OTHER => false,
        b'<' => true,
        _ => kind != "PASSPORT",
    })
}
