//! A nationality, by the country's code.
//!
//! Source: as for countries; that Antarctica and six groups of islands have no permanent population is unverified (agrees with the
//! notes of ISO 3166-1's users). Not checked: whether the country gives its own nationality (Hong Kong does not, but people
//! name it).

use crate::{
    code::Code,
    country::Country,
    field::{Rule, Scope},
    finding::Finding,
    rules::country,
};

/// The rule of `nationality`.
pub static RULE: Rule = Rule {
    name: "nationality",
    codes: &[
        Code::CountryUnknown,
        Code::CountryLowerCase,
        Code::CountryAlpha3,
        Code::CountryNotIso,
        Code::CountryName,
        Code::TextOuterSpace,
        Code::CountryUninhabited,
    ],
    reads: &[],
    check,
    canonical: country::canonical,
};

/// Judges a nationality.
///
/// # Errors
/// Those of countries ([`country::check`]), and `country.uninhabited`, a warning.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::nationality::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("US"), Ok(()));
/// assert_eq!(code("QQ"), Err(Code::CountryUnknown));
/// assert_eq!(code("us"), Err(Code::CountryLowerCase));
/// assert_eq!(code("USA"), Err(Code::CountryAlpha3));
/// assert_eq!(code("UK"), Err(Code::CountryNotIso));
/// assert_eq!(code("US "), Err(Code::TextOuterSpace));
/// assert_eq!(code("AQ"), Err(Code::CountryUninhabited));
/// assert_eq!(code("United States"), Err(Code::CountryName));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    country::check(value, scope)?;
    match Country::from_alpha2(value) {
        Some(country) if !country.is_inhabited() => Err(Code::CountryUninhabited.into()),
        _ => Ok(()),
    }
}
