//! A country by its ISO 3166-1 alpha-2 code, in capital letters.
//!
//! Source: ISO 3166-1 as npm `iso-3166` 4.4.0 lists it; `XK`, user-assigned, by `policy.kosovo`. Codes that show what was meant
//! (small letters, alpha-3, `UK`, `EL`) are errors of their own. Not checked: whether the person has to do with the country.

use alloc::string::{String, ToString};

use crate::{
    address::{
        fold::{digit, narrow},
        text::is_word_char,
    },
    code::{Code, Severity},
    country::Country,
    field::{Rule, Scope},
    finding::{Finding, Param},
    policy::Policy,
    text::trim,
};

/// The rule of `address.country` and the issuing countries.
pub static RULE: Rule = Rule { name: "country", codes: CODES, reads: &[], check, canonical };

/// What [`check`] can give.
pub(super) const CODES: &[Code] = &[
    Code::CountryUnknown,
    Code::CountryLowerCase,
    Code::CountryAlpha3,
    Code::CountryNotIso,
    Code::CountryName,
    Code::TextOuterSpace,
];

/// Judges a country code.
///
/// # Errors
/// `country.lower_case`, `country.alpha3` (also the codes of machine-readable zones), `country.not_iso` with the ISO code as
/// `suggestion`, `country.name`, `text.outer_space`, an error here; else `country.unknown`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::country::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("US"), Ok(()));
/// assert_eq!(code("QQ"), Err(Code::CountryUnknown));
/// assert_eq!(code("us"), Err(Code::CountryLowerCase));
/// assert_eq!(code("USA"), Err(Code::CountryAlpha3));
/// assert_eq!(code("UK"), Err(Code::CountryNotIso));
/// assert_eq!(code("US "), Err(Code::TextOuterSpace));
/// assert_eq!(code("United States"), Err(Code::CountryName));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    if Country::from_alpha2(value).is_some_and(|it| taken(it, scope.policy)) {
        return Ok(());
    }
    let Some(country) = Country::meant(value).filter(|it| taken(*it, scope.policy)) else {
        let name = is_name(trim(value));
        return Err(if name { Code::CountryName } else { Code::CountryUnknown }.into());
    };
    let trimmed = trim(value);
    let letters = trimmed.bytes().all(|byte| byte.is_ascii_alphabetic());
    let code = if trimmed == country.alpha2() {
        return Err(Finding::new(Code::TextOuterSpace).weighing(Severity::Error));
    } else if trimmed.eq_ignore_ascii_case(country.alpha2()) {
        Code::CountryLowerCase
    } else if letters && trimmed.len() == 3 {
        Code::CountryAlpha3
    } else if is_code(trimmed) {
        Code::CountryNotIso
    } else {
        Code::CountryName
    };
    let finding = Finding::new(code);
    // Of a code that differs in letters only, what it should be is the value: that is for who asks to have it normalized.
    Err(match code {
        Code::CountryNotIso => finding.with("suggestion", Param::Text(country.alpha2())),
        _ => finding,
    })
}

/// Whether a text is at most three letters, dots and width aside.
fn is_code(text: &str) -> bool {
    let letters = text.chars().filter(|c| !matches!(c, '.' | ' ')).map(narrow);
    letters.clone().count() <= 3 && letters.into_iter().all(|c| c.is_ascii_alphabetic())
}

/// Whether a text is words of more letters than a code has.
fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| is_word_char(*c)).count();
    letters > 3
        && !text.chars().any(|c| digit(c).is_some())
        && !text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
}

fn taken(country: Country, policy: &Policy) -> bool {
    country.is_iso() || policy.kosovo
}

/// The alpha-2 code of the country that is meant.
#[must_use]
pub fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    let country = Country::meant(value).filter(|it| taken(*it, scope.policy))?;
    (country.alpha2() != value).then(|| country.alpha2().to_string())
}
