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
mod check;
mod compact;
mod country;
mod date;
pub(crate) mod pattern;
mod primitives;
mod scheme;
mod schemes;

pub use compact::{CAPACITY, Compact};
pub(crate) use compact::{OTHER, separator};
pub use country::{Hint, hint, schemes_for};
pub(crate) use country::{Verdict, issues_ssn, judge, written};
pub use date::BirthDate;
pub use scheme::{Holder, Outcome, Scheme, Strength};

/// Every scheme, sorted by country.
///
/// ```
/// assert!(kyc_rules::national_id::all().count() > 250);
/// ```
pub fn all() -> impl Iterator<Item = &'static Scheme> {
    schemes::COUNTRIES.iter().copied().flatten()
}

/// A scheme by its name, or by one of the names that other lists use for it.
///
/// ```
/// use kyc_rules::national_id::scheme;
/// assert_eq!(scheme("CH.avs").unwrap().name, "CH.ahv");
/// assert!(scheme("XX.none").is_none());
/// ```
#[must_use]
pub fn scheme(name: &str) -> Option<&'static Scheme> {
    let named = |name: &str| all().find(|scheme| scheme.name == name);
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
    fn names_are_sorted_and_belong_to_their_country() {
        for (country, next) in schemes::COUNTRIES.iter().zip(schemes::COUNTRIES.iter().skip(1)) {
            assert!(country[0].country() < next[0].country(), "{}", country[0].name);
        }
        for country in schemes::COUNTRIES {
            for scheme in *country {
                assert_eq!(scheme.country(), country[0].country(), "{}", scheme.name);
                assert!(
                    scheme.name.is_ascii() && scheme.name.as_bytes()[2] == b'.',
                    "{}",
                    scheme.name
                );
            }
        }
    }

    #[test]
    fn aliases_stand_for_schemes_and_are_none() {
        for (alias, meant) in aliases::ALIASES {
            assert!(all().any(|scheme| scheme.name == *meant), "{meant}");
            assert!(all().all(|scheme| scheme.name != *alias), "{alias}");
        }
    }

    #[test]
    fn every_example_passes() {
        let failing: Vec<_> = all()
            .filter(|scheme| !scheme.check(scheme.example).valid)
            .map(|scheme| (scheme.name, scheme.example, scheme.check(scheme.example).code))
            .collect();
        assert!(failing.is_empty(), "{failing:?}");
        for scheme in all() {
            let told = scheme.check(scheme.example).birth_date.is_some();
            assert!(scheme.tells_birth_date() || !told, "{}", scheme.name);
        }
    }
}
