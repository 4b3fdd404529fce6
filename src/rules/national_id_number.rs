//! A national ID or tax number: by the schemes of its country where they are known, else 4 to 32 letters, digits and
//! separators with at least one digit.
//!
//! Source: KYC integration guide, "Required data fields"; the schemes' own sources stand in docs/national-ids.md.
//!
//! Not checked: whether the number was given to anyone, and to whom.

use alloc::string::String;

use crate::{
    code::{Code, Severity},
    field::{Rule, Scope},
    field_id::Id,
    finding::Finding,
    national_id::{self, Compact, OTHER, Verdict},
    text,
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "national_id_number",
    codes: &[
        Code::NationalIdFormat,
        Code::NationalIdCheckDigit,
        Code::NationalIdUnlikely,
        Code::NationalIdNotIssued,
        Code::NationalIdPlaceholder,
        Code::NationalIdTypeCountry,
        Code::NationalIdBirthDate,
        Code::TextOuterSpace,
    ],
    reads: &[Id::NationalIdType, Id::NationalIdIssuingCountry, Id::DateOfBirth],
    check,
    canonical,
};

/// The fewest and the most characters of a number whose scheme is not known.
const GENERIC: core::ops::RangeInclusive<usize> = 4..=32;

/// Judges a national ID number by the issuing country and the type beside it.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::national_id_number::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let scope = Scope::alone(today, &policy);
/// assert!(check("AB 204-857/93", &scope).is_ok());
/// assert_eq!(check("n/a", &scope).unwrap_err().code, Code::NationalIdFormat);
/// assert_eq!(check("123-45-6789", &scope).unwrap_err().code, Code::NationalIdPlaceholder);
/// assert_eq!(check(" AB 20485793 ", &scope).unwrap_err().code, Code::TextOuterSpace);
/// ```
///
/// # Errors
/// The weightiest finding.
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let (country, kind) = asked(scope);
    if kind == "SSN" && !national_id::issues_ssn(country) {
        return Err(Code::NationalIdTypeCountry.into());
    }
    let number = Compact::of(value).ok_or(Code::NationalIdFormat)?;
    let born = scope.text(Id::DateOfBirth).map(text::trim);
    match national_id::judge(country, kind, &number, born) {
        Verdict::Good => {}
        Verdict::Unknown => generic(&number)?,
        Verdict::OtherBirthDate => return Err(Code::NationalIdBirthDate.into()),
        Verdict::Bad(code, severity) => {
            if severity != Severity::Error {
                generic(&number)?;
            }
            return Err(Finding::new(code).weighing(severity));
        }
    }
    if is_placeholder(number.bytes()) {
        return Err(Code::NationalIdPlaceholder.into());
    }
    if text::trim(value).len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    Ok(())
}

/// The issuing country and the type that stand beside the number. Without a country, `SSN` means the United States.
fn asked<'a>(scope: &Scope<'a>) -> (&'a str, &'a str) {
    let trimmed = |id| scope.text(id).map(text::trim).unwrap_or_default();
    let (country, kind) = (trimmed(Id::NationalIdIssuingCountry), trimmed(Id::NationalIdType));
    (if kind == "SSN" && country.is_empty() { "US" } else { country }, kind)
}

/// What every number must be, wherever it comes from.
fn generic(number: &Compact) -> Result<(), Code> {
    let bytes = number.bytes();
    let plausible = GENERIC.contains(&bytes.len())
        && bytes.iter().any(u8::is_ascii_digit)
        && !bytes.iter().any(|byte| matches!(*byte, OTHER | b'&' | b'*' | b'<'));
    if plausible { Ok(()) } else { Err(Code::NationalIdFormat) }
}

/// Whether the digits are one digit over and over, or count up or down from an end: what people type to get past a form.
fn is_placeholder(bytes: &[u8]) -> bool {
    if bytes.len() < 7 || !bytes.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let steps = |step: u8| {
        bytes.iter().zip(bytes.iter().skip(1)).all(|(a, b)| {
            let next = a.wrapping_sub(b'0').wrapping_add(step) % 10;
            b.wrapping_sub(b'0') == next
        })
    };
    let first = bytes.first().copied().unwrap_or_default();
    steps(0)
        || (steps(1) && matches!(first, b'0' | b'1'))
        || (steps(9) && matches!(first, b'9' | b'0'))
}

/// The number as its country writes it, where that is known; else without outer blanks and the signs that a number follows.
fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    let (country, kind) = asked(scope);
    let bare = national_id::without_signs(value);
    let written =
        Compact::of(&bare).and_then(|number| national_id::written(country, kind, &number));
    let canonical = written.unwrap_or(bare);
    (canonical != value).then_some(canonical)
}
