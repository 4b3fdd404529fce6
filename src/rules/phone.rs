//! A phone number in E.164: `+`, a calling code in use, the national number, all digits, nothing between them.
//!
//! Source: KYC integration guide, "phoneNumber" (E.164 format); ITU-T E.164 (11/2010), 6.2 (at most 15 digits); libphonenumber's
//! metadata for the lengths a country uses and the ranges it assigns. A number of a length its country does not use can't be
//! true; one outside every assigned range may be of a range assigned since, so it is a warning unless the policy says otherwise.
//! Not checked: whether the number is in service, or whose it is.

use alloc::string::String;

use crate::{
    code::{Code, Severity},
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
    phone::{Phone, Reason, e164, parse},
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
    reads: &[Id::Country],
    check,
    canonical,
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

/// The number in E.164: the spaces, the trunk prefix and whatever else was typed taken out, the calling code of the address's
/// country put in front where there is none. `None` where that could be another number than the one meant: one that has an
/// extension, that its country does not have, or, read by the address's country, that is in no assigned range.
fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    if e164(value).valid {
        return None;
    }
    let written_out = parse(value, None).ok().filter(Phone::is_possible);
    let phone = written_out
        .or_else(|| parse(value, scope.text(Id::Country)).ok().filter(Phone::is_valid))
        .filter(|phone| {
            phone.extension().is_none() && phone.e164() != value && is_settled(phone)
        })?;
    Some(String::from(phone.e164()))
}

/// Whether a number reads the same again: one that is in no assigned range may lose what looks like a trunk prefix each time.
fn is_settled(phone: &Phone) -> bool {
    phone.is_valid() || parse(phone.e164(), None).is_ok_and(|again| again.e164() == phone.e164())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        policy::Policy,
        record::{Record, Slot},
    };

    #[test]
    fn a_service_number_longer_than_the_standard_lets_it_be_is_only_a_warning() {
        let policy = Policy::default();
        let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
        let scope = Scope::alone(today, &policy);
        // German 0800 numbers may have fifteen digits behind the calling code, E.164 has as many with it.
        assert_eq!(check("+498001234567890", &scope), Ok(()));
        let long = check("+4980012345678901", &scope).unwrap_err();
        assert_eq!((long.code, long.severity), (Code::PhoneTooLong, Severity::Warning));
        let longer = check("+49800123456789012345", &scope).unwrap_err();
        assert_eq!((longer.code, longer.severity), (Code::PhoneTooLong, Severity::Error));
    }

    #[test]
    fn writes_the_number_that_was_meant_and_no_other() {
        let policy = Policy::default();
        let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
        let mut record = Record::default();
        *record.slot_mut(Id::Country, None).unwrap() = Slot::of("GB");
        let scope = Scope { record: &record, ..Scope::alone(today, &policy) };
        for (value, canonical) in [
            ("+44 (0)20 7946 0958", Some("+442079460958")),
            ("+4402079460958", Some("+442079460958")),
            (" +442079460958", Some("+442079460958")),
            ("020 7946 0958", Some("+442079460958")),
            ("0049 30 123456", Some("+4930123456")),
            ("+442979460958", None),
            ("+44 2979 460958", Some("+442979460958")),
            // Not in an assigned range, so perhaps of another country than the address.
            ("029 7946 0958", None),
            ("+442079460958", None),
            ("+78001234567", None),
            ("020 7946 0958 ext. 5", None),
            ("call me", None),
            // Found by fuzzing: a zero would go with each reading.
            ("+46006155234", None),
            ("+6300~000005230530", None),
        ] {
            assert_eq!(super::canonical(value, &scope).as_deref(), canonical, "{value}");
        }
    }
}
