//! What the number of a document may look like: the bounds that hold everywhere, and the formats of countries and states.

use core::ops::RangeInclusive;

use super::passports;
use crate::{
    national_id::{Compact, OTHER, pattern, separator},
    tables::licences,
};

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

/// Driving licences of other countries, in the language of the national ID schemes.
static LICENCES: &[([u8; 2], &str)] = &[(*b"AU", "x{6,10}"), (*b"NZ", "aad{6}")];

/// Whether a passport's number is in a format its country is known to print; `None` for a country whose formats are not known.
///
/// ```
/// use kyc_rules::{document::number::is_passport_of, national_id::Compact};
/// let number = Compact::of("PB0036440").unwrap();
/// assert_eq!(is_passport_of("SI", &number), Some(true));
/// assert_eq!(is_passport_of("US", &number), Some(false));
/// assert_eq!(is_passport_of("SL", &number), None);
/// ```
#[must_use]
pub fn is_passport_of(country: &str, number: &Compact) -> Option<bool> {
    Some(is_written(find(passports::FORMATS, country)?, number, separator::SPACE))
}

/// Whether a driving licence's number is in a format that its country, or a state of the United States, is known to print;
/// `None` where its formats are not known.
///
/// ```
/// use kyc_rules::{document::number::is_licence_of, national_id::Compact};
/// let number = Compact::of("D1234567").unwrap();
/// assert_eq!(is_licence_of("US", "CA", &number), Some(true));
/// assert_eq!(is_licence_of("US", "TX", &number), Some(false));
/// assert_eq!(is_licence_of("CA", "", &number), None);
/// ```
#[must_use]
pub fn is_licence_of(country: &str, state: &str, number: &Compact) -> Option<bool> {
    if country.eq_ignore_ascii_case("US") {
        let format = find(&licences::UNITED_STATES, state)?;
        return Some(is_written(format, number, separator::SPACE | separator::DASH));
    }
    Some(is_written(find(LICENCES, country)?, number, separator::SPACE))
}

/// Whether a number has a format and no separators but these and those the format shows.
fn is_written(format: &str, number: &Compact, separators: u8) -> bool {
    let unusual = number.separators() & !(separators | pattern::separators(format));
    unusual == 0 && pattern::matches(format, number.bytes())
}

/// The format of a country or state, in a table sorted by its code.
fn find(table: &[([u8; 2], &'static str)], code: &str) -> Option<&'static str> {
    let [a, b] = *code.as_bytes() else { return None };
    let code = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    let at = table.binary_search_by_key(&code, |(code, _)| *code).ok()?;
    table.get(at).map(|(_, format)| *format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [passports::FORMATS, &licences::UNITED_STATES, LICENCES] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
    }
}
