//! National identifiers and tax numbers: a registry of schemes as data, one small engine that runs it, and the schemes that a
//! country and a `nationalIdType` stand for.
//!
//! ```
//! use kyc_rules::national_id::{hint, scheme};
//! let pesel = scheme("PL.pesel").unwrap().check("44051401359");
//! assert!(pesel.valid && pesel.birth_date.unwrap().could_be("1944-05-14"));
//! assert_eq!(hint("BR", Some("TIN")).unwrap().label, "CPF");
//! ```
//!
//! A valid number is not a true one: whether it was issued, and to whom, only its issuer knows.

mod aliases;
mod answer;
mod buffer;
mod compact;
mod country;
mod date;
#[cfg(feature = "docs")]
mod describe;
mod engine;
pub(crate) mod format;
pub(crate) mod pack;
mod primitives;
#[cfg(test)]
mod promises;
mod scheme;
mod schemes;
mod words;

pub use answer::answer;
pub(crate) use buffer::Groups;
pub use compact::{CAPACITY, Compact};
pub(crate) use compact::{OTHER, separator, without_signs};
pub use country::{Hint, hint, schemes_for};
pub(crate) use country::{Verdict, issues_ssn, judge, written};
pub use date::BirthDate;
pub(crate) use pack::Packed;
pub use scheme::{Holder, Outcome, Scheme, Strength};

/// Every scheme, sorted by country.
///
/// ```
/// assert!(kyc_rules::national_id::all().count() > 250);
/// ```
pub fn all() -> impl Iterator<Item = Scheme> {
    (0..schemes::ALL.starts.len()).flat_map(country::at)
}

/// A scheme by its name, or by one of the names that other lists use for it.
///
/// ```
/// use kyc_rules::national_id::scheme;
/// assert_eq!(scheme("CH.avs").unwrap().name(), "CH.ahv");
/// assert!(scheme("XX.none").is_none());
/// ```
#[must_use]
pub fn scheme(name: &str) -> Option<Scheme> {
    let named = |name: &str| country::own(name.get(..2)?).find(|scheme| scheme.name() == name);
    named(name).or_else(|| {
        let (_, meant) = aliases::ALIASES.iter().find(|(alias, _)| *alias == name)?;
        named(meant)
    })
}

/// The names that other lists use for a scheme.
///
/// ```
/// assert_eq!(kyc_rules::national_id::aliases("IT.codicefiscale").next(), Some("IT.cf"));
/// ```
pub fn aliases(name: &str) -> impl Iterator<Item = &'static str> {
    aliases::ALIASES.iter().filter(move |(_, meant)| *meant == name).map(|(alias, _)| *alias)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_country_and_found() {
        let names: Vec<_> = all().map(|scheme| scheme.name()).collect();
        assert!(names.is_sorted_by(|a, b| a[..2] <= b[..2]), "{names:?}");
        for name in names {
            assert!(name.is_ascii() && name.as_bytes()[2] == b'.', "{name}");
            assert_eq!(scheme(name).map(|scheme| scheme.name()), Some(name));
        }
    }

    #[test]
    fn aliases_stand_for_schemes_and_are_none() {
        for (alias, meant) in aliases::ALIASES {
            assert!(all().any(|scheme| scheme.name() == *meant), "{meant}");
            assert!(all().all(|scheme| scheme.name() != *alias), "{alias}");
        }
    }

    #[test]
    fn every_example_passes() {
        let failing: Vec<_> = all()
            .filter(|scheme| !scheme.check(scheme.example()).valid)
            .map(|scheme| (scheme.name(), scheme.example(), scheme.check(scheme.example()).code))
            .collect();
        assert!(failing.is_empty(), "{failing:?}");
        for scheme in all() {
            let told = scheme.check(scheme.example()).birth_date.is_some();
            assert!(scheme.tells_birth_date() || !told, "{scheme:?}");
        }
    }

    #[test]
    fn a_scheme_goes_by_its_other_names_too() {
        for (alias, meant) in aliases::ALIASES {
            assert_eq!(scheme(alias).map(|scheme| scheme.name()), Some(*meant), "{alias}");
            assert!(super::aliases(meant).any(|other| other == *alias), "{alias}");
        }
        for none in ["", "D", "DE", "DE.", "DE.none", "de.idnr", "XX.idnr", "ÄÖ.x"] {
            assert!(scheme(none).is_none(), "{none}");
        }
        assert_eq!(super::aliases("CH.avs").count(), 0, "an alias has none itself");
    }
}
