//! A date of birth: a real day, of somebody old enough on the day of judging.
//!
//! Source: the guide, "Date of birth … ISO 8601 date (YYYY-MM-DD)" and "Customer must be at least 18 years old". Somebody born
//! on 29 February completes a year on 1 March of years without that day, on which jurisdictions differ by one day; this is
//! the later. Not checked: whether it is the date on the documents (a check of its own).

use crate::{
    code::Code,
    date,
    field::{Rule, Scope},
    finding::{Finding, Param},
};

/// The rule of `dateOfBirth`.
pub static RULE: Rule = Rule {
    name: "birth_date",
    codes: &[
        Code::DateFormat,
        Code::DateNotReal,
        Code::BirthDateInFuture,
        Code::BirthDateUnderAge,
        Code::BirthDateUnlikely,
    ],
    reads: &[],
    check,
    canonical: date::canonical,
};

/// Judges a date of birth on `scope.today`.
///
/// # Errors
/// `date.format`, `date.not_real` with the `part`, `date_of_birth.in_future`, `date_of_birth.under_age` with `min`;
/// `date_of_birth.unlikely` with `max` is a warning.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::birth_date::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("1990-05-15"), Ok(()));
/// assert_eq!(code("5/15/1990"), Err(Code::DateFormat));
/// assert_eq!(code("1990-02-30"), Err(Code::DateNotReal));
/// assert_eq!(code("2026-02-01"), Err(Code::BirthDateInFuture));
/// assert_eq!(code("2008-02-01"), Err(Code::BirthDateUnderAge));
/// assert_eq!(code("1890-05-15"), Err(Code::BirthDateUnlikely));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let birth = date::judge(value)?;
    if birth > scope.today {
        return Err(Code::BirthDateInFuture.into());
    }
    let min = scope.policy.minimum_age;
    if date::age_on(birth, scope.today) < min {
        let min = Param::Number(min.into());
        return Err(Finding::new(Code::BirthDateUnderAge).with("min", min));
    }
    let max = scope.policy.unlikely_age;
    if date::add_years(birth, max).is_some_and(|last| last < scope.today) {
        let max = Param::Number(max.into());
        return Err(Finding::new(Code::BirthDateUnlikely).with("max", max));
    }
    Ok(())
}
