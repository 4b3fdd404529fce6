//! What the number of a document may look like: the bounds that hold everywhere, and the formats of countries and states.

use core::ops::RangeInclusive;

use super::passports;
use crate::{
    national_id::{Compact, Groups, OTHER, Packed, format, pack, separator},
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
        _ => kind != "PASSPORT",
    })
}

/// Driving licences of other countries.
const LICENCES: &[([u8; 2], &str); 2] = &[(*b"AU", "x{6,10}"), (*b"NZ", "aad{6}")];

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
    Some(is_written(PASSPORTS.find(country)?, number, separator::SPACE))
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
        let formats = OF_STATES.find(state)?;
        return Some(is_written(formats, number, separator::SPACE | separator::DASH));
    }
    Some(is_written(OF_COUNTRIES.find(country)?, number, separator::SPACE))
}

/// Whether a number has one of these formats and no separators but these and those the formats show.
fn is_written(formats: &[u8], number: &Compact, separators: u8) -> bool {
    let Some((shown, formats)) = formats.split_first() else { return false };
    number.separators() & !(separators | shown) == 0 && format::matches(formats, number)
}

/// Packs a table of formats by country or state.
macro_rules! packed {
    ($name:ident, $table:expr) => {
        const $name: Groups = {
            const PACKED: Packed<{ $table.len() }> = pack::formats($table);
            static BYTES: [u8; PACKED.bytes.len] = PACKED.bytes.all();
            static STARTS: [u16; $table.len()] = PACKED.starts;
            Groups { bytes: &BYTES, starts: &STARTS }
        };
    };
}

packed!(PASSPORTS, passports::FORMATS);
packed!(OF_STATES, licences::UNITED_STATES);
packed!(OF_COUNTRIES, LICENCES);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [&passports::FORMATS[..], licences::UNITED_STATES, LICENCES] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
    }

    #[test]
    fn what_stands_in_a_number_depends_on_who_prints_it() {
        let fit = |kind, number| characters_fit(kind, &Compact::of(number).unwrap());
        for (number, passport, licence) in [
            ("c01x 0006h-1", true, true),
            // The filler of a zone, copied along with the number, is a separator.
            ("C01X0006H<", true, true),
            // Washington's licences; cards in letters of their country.
            ("WDL*AB123", false, true),
            ("ЄА123456", false, true),
            ("ÑA123456", false, true),
            ("A123456!", false, false),
            ("A12😀456", false, false),
        ] {
            assert_eq!(fit("PASSPORT", number), passport, "{number}");
            assert_eq!(fit("DRIVERS_LICENSE", number), licence, "{number}");
            assert_eq!(fit("NATIONAL_ID", number), licence, "{number}");
        }
    }
}
