//! National identifiers and tax numbers of persons.

mod check;
mod compact;
mod date;
mod pattern;
mod primitives;
mod scheme;
mod schemes;
pub(crate) mod us;

pub(crate) use compact::OTHER;
pub use compact::{CAPACITY, Compact};
pub use date::BirthDate;
pub use scheme::{Holder, Outcome, Scheme, Strength};

use crate::code::{Code, Severity};

/// What the schemes of a country say of a number: nothing, or why not and how much that weighs.
pub(crate) type Judgement = Result<(), (Code, Severity)>;

/// Countries whose people have the United States' numbers.
const UNITED_STATES: &[&str] = &["US", "AS", "GU", "MP", "PR", "VI"];

/// Whether a country issues Social Security numbers: the United States and their territories.
pub(crate) fn issues_ssn(country: &str) -> bool {
    UNITED_STATES.iter().any(|code| code.eq_ignore_ascii_case(country))
}

/// Judges a number by the schemes of a country; `None` where no scheme of it is known.
pub(crate) fn judge(country: &str, kind: &str, number: &Compact) -> Option<Judgement> {
    if !issues_ssn(country) {
        return None;
    }
    let digits = number.bytes();
    let nine = digits.len() == 9 && digits.iter().all(u8::is_ascii_digit);
    if kind == "SSN" {
        return Some(match () {
            () if !nine => Err((Code::NationalIdFormat, Severity::Error)),
            () if us::SSN_SPECIMENS.contains(&number.as_str()) => {
                Err((Code::NationalIdPlaceholder, Severity::Warning))
            }
            () if !us::ssn_range(digits) => Err((Code::NationalIdNotIssued, Severity::Error)),
            () => Ok(()),
        });
    }
    let taxpayer = nine && (us::ssn_range(digits) || us::itin_range(digits));
    if taxpayer { Some(Ok(())) } else { Some(Err((Code::NationalIdUnlikely, Severity::Warning))) }
}

/// Every scheme, sorted by country.
pub fn all() -> impl Iterator<Item = &'static Scheme> {
    schemes::COUNTRIES.iter().copied().flatten()
}

/// A scheme by its name.
#[must_use]
pub fn scheme(name: &str) -> Option<&'static Scheme> {
    all().find(|scheme| scheme.name == name)
}
