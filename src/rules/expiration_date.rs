//! The day a document expires: a real day, not past. The document is valid through that day.
//!
//! Source: the guide, "Current - Not expired". That a document ends within 30 days, or a passport more than 15 years ahead, is
//! worth a second look (unverified; agrees with passports being issued for 10 years at most, in a few countries 15).
//! `9999-12-31`, by which permanent cards say "never", is legal. Not checked: how long a country issues its cards for.

use crate::{
    code::Code,
    date,
    document::kind,
    document::kind::PROOFS_OF_ADDRESS,
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
};

/// Below this many days left, a review may end after the document does.
const SOON_DAYS: u16 = 30;
/// No country issues passports for longer.
const PASSPORT_YEARS: u16 = 15;

/// The rule of `documents[].expirationDate`.
pub static RULE: Rule = Rule {
    name: "expiration_date",
    codes: &[
        Code::DateFormat,
        Code::DateNotReal,
        Code::DocumentExpired,
        Code::DocumentExpiresSoon,
        Code::DocumentExpiryUnlikely,
    ],
    reads: &[Id::DocumentType],
    check,
    canonical: date::canonical,
};

/// Judges an expiration date on `scope.today`.
///
/// # Errors
/// `date.format`, `date.not_real` with the `part`, `document.expired`; `document.expires_soon` with `days` (not of a proof of
/// address) and `document.expiry_unlikely` (of a passport) are warnings.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::expiration_date::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("2030-12-31"), Ok(()));
/// assert_eq!(code("9999-12-31"), Ok(()));
/// assert_eq!(code("12/2030"), Err(Code::DateFormat));
/// assert_eq!(code("2030-06-31"), Err(Code::DateNotReal));
/// assert_eq!(code("2026-01-30"), Err(Code::DocumentExpired));
/// assert_eq!(code("2026-01-31"), Err(Code::DocumentExpiresSoon));
/// // `Code::DocumentExpiryUnlikely` needs a document of type PASSPORT: tests/vectors/rules/expiration_date.json.
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let expiry = date::judge(value)?;
    let left = date::days_between(scope.today, expiry);
    if left < 0 {
        return Err(Code::DocumentExpired.into());
    }
    let kind = scope.text(Id::DocumentType).and_then(kind::of);
    if left < i32::from(SOON_DAYS) && !kind.is_some_and(|kind| PROOFS_OF_ADDRESS.contains(&kind)) {
        let days = Param::Number(SOON_DAYS.into());
        return Err(Finding::new(Code::DocumentExpiresSoon).with("days", days));
    }
    if kind == Some("PASSPORT")
        && date::add_years(scope.today, PASSPORT_YEARS).is_some_and(|last| expiry > last)
    {
        return Err(Code::DocumentExpiryUnlikely.into());
    }
    Ok(())
}
