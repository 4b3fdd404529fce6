//! A phone number in E.164: `+`, a calling code in use, the national number, all digits, nothing between them.
//!
//! Source: KYC integration guide, "phoneNumber" (E.164 format); ITU-T E.164 (11/2010), 6.2 (at most 15 digits); libphonenumber's
//! metadata for the lengths a country uses and the ranges it assigns. A number of a length its country does not use can't be
//! true; one outside every assigned range may be of a range assigned since, so it is a warning unless the policy says otherwise.
//! Not checked: whether the number is in service, or whose it is.

use crate::{
    code::{Code, Severity},
    field::{Finding, Param, Rule, Scope, no_canonical},
    phone::{Reason, e164},
    policy::PhonePolicy,
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "phone",
    codes: &[
        Code::PhoneNotE164,
        Code::PhoneUnknownCallingCode,
        Code::PhoneTooShort,
        Code::PhoneTooLong,
        Code::PhoneInvalidLength,
        Code::PhoneLocalOnly,
        Code::PhoneUnassigned,
        Code::PhoneIncomplete,
    ],
    reads: &[],
    check,
    canonical: no_canonical,
};

/// The longest number of E.164, with its `+`.
const LONGEST: usize = 16;

/// Judges a phone number as the API takes it.
///
/// # Errors
/// The [`Code`] of what is wrong. [`Code::PhoneUnassigned`] says in `at` which digit, counted from 1 behind the `+`, no number in
/// use has at its place.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::phone::check};
/// let (today, policy) = (time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap(), Policy::default());
/// let scope = Scope::alone(today, &policy);
/// let code = |value| check(value, &scope).map_err(|finding| finding.code);
///
/// assert_eq!(code("+442079460958"), Ok(()));
/// assert_eq!(code("+44 20 7946 0958"), Err(Code::PhoneNotE164));
/// assert_eq!(code("+9992079460958"), Err(Code::PhoneUnknownCallingCode));
/// assert_eq!(code("+4420"), Err(Code::PhoneTooShort));
/// assert_eq!(code("+4420794609581"), Err(Code::PhoneTooLong));
/// assert_eq!(code("+4612345678901"), Err(Code::PhoneInvalidLength));
/// assert_eq!(code("+4479460958"), Err(Code::PhoneLocalOnly));
/// assert_eq!(code("+442979460958"), Err(Code::PhoneUnassigned));
/// assert_eq!(code("+44207946095"), Err(Code::PhoneIncomplete));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let verdict = e164(value);
    let Some(reason) = verdict.reason else {
        // libphonenumber knows service numbers longer than E.164 lets numbers be.
        return match value.len() {
            0..=LONGEST => Ok(()),
            _ => Err(Finding::new(Code::PhoneTooLong).weighing(Severity::Warning)),
        };
    };
    let unassigned = match scope.policy.phone {
        PhonePolicy::Possible => Severity::Warning,
        PhonePolicy::Valid => Severity::Error,
    };
    let finding = match reason {
        Reason::UnknownCallingCode => Finding::new(Code::PhoneUnknownCallingCode),
        Reason::TooShort => Finding::new(Code::PhoneTooShort),
        Reason::TooLong => Finding::new(Code::PhoneTooLong),
        Reason::InvalidLength => Finding::new(Code::PhoneInvalidLength),
        Reason::LocalOnly => Finding::new(Code::PhoneLocalOnly),
        Reason::Incomplete => Finding::new(Code::PhoneIncomplete).weighing(unassigned),
        Reason::Unassigned => {
            let at = Param::Number(verdict.at.map_or(0, u32::from));
            Finding::new(Code::PhoneUnassigned).weighing(unassigned).with("at", at)
        }
        _ => Finding::new(Code::PhoneNotE164),
    };
    Err(finding)
}
