//! A document's number: letters and digits, as many as its type may have anywhere; passports not one character repeated. What
//! its country or state is not known to print is a warning.
//!
//! Source: ICAO 9303-3 (8th ed. 2021), 4 for the characters of a passport number; the lengths are bounds that hold in every
//! country, not any one country's.
//!
//! Not checked: whether the document exists.

use alloc::string::String;

use crate::{
    code::Code,
    document::{
        kind,
        number::{characters_fit, is_licence_of, is_passport_of, lengths},
    },
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
    national_id::{Compact, without_signs},
    text,
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "document_number",
    codes: &[
        Code::DocumentNumberFormat,
        Code::DocumentNumberRepeated,
        Code::DocumentNumberIsNationalId,
        Code::DocumentNumberUnlikely,
        Code::TextOuterSpace,
    ],
    reads: &[
        Id::DocumentType,
        Id::DocumentIssuingCountry,
        Id::StateCode,
        Id::Country,
        Id::NationalIdType,
        Id::NationalIdNumber,
    ],
    check,
    canonical,
};

/// Judges the number of a document by its type.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::document_number::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let scope = Scope::alone(today, &policy);
/// assert!(check("P12345678", &scope).is_ok());
/// assert_eq!(check("P1234!", &scope).unwrap_err().code, Code::DocumentNumberFormat);
/// assert_eq!(check(" P12345678", &scope).unwrap_err().code, Code::TextOuterSpace);
/// ```
///
/// # Errors
/// The weightiest finding.
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let kind = scope.text(Id::DocumentType).map(text::trim).and_then(kind::of).unwrap_or_default();
    let bounds = lengths(kind);
    let format = || {
        Finding::new(Code::DocumentNumberFormat)
            .with("min", limit(*bounds.start()))
            .with("max", limit(*bounds.end()))
    };
    let number = Compact::of(value).ok_or_else(format)?;
    let bytes = number.bytes();
    if !bounds.contains(&bytes.len()) || !characters_fit(kind, &number) {
        return Err(format());
    }
    if kind == "PASSPORT" && bytes.iter().all(|byte| Some(byte) == bytes.first()) {
        return Err(Code::DocumentNumberRepeated.into());
    }
    if is_national_id(kind, &number, scope) {
        return Err(Code::DocumentNumberIsNationalId.into());
    }
    if is_known_to_print(kind, &number, scope) == Some(false) {
        return Err(Code::DocumentNumberUnlikely.into());
    }
    if text::trim(value).len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    Ok(())
}

/// Whether the number is the one of `nationalIdNumber` where that is another: no passport shows it for its own, and no document
/// a Social Security number. Cards do, and so do the licences of many countries.
fn is_national_id(kind: &str, number: &Compact, scope: &Scope<'_>) -> bool {
    let ssn = scope.text(Id::NationalIdType).map(text::trim) == Some("SSN");
    (kind == "PASSPORT" || ssn)
        && scope
            .text(Id::NationalIdNumber)
            .and_then(Compact::of)
            .is_some_and(|id| id.bytes() == number.bytes())
}

/// Whether the issuing country is known to print such numbers; for licences of the United States, the state of the address,
/// which is where people have theirs from. `None` where nothing is known.
fn is_known_to_print(kind: &str, number: &Compact, scope: &Scope<'_>) -> Option<bool> {
    let country = scope.text(Id::DocumentIssuingCountry).map(text::trim)?;
    match kind {
        "PASSPORT" => is_passport_of(country, number),
        "DRIVERS_LICENSE" => {
            let resident = scope.text(Id::Country).map(text::trim);
            let here = resident.is_none_or(|resident| resident.eq_ignore_ascii_case(country));
            let state = scope.text(Id::StateCode).map(text::trim).filter(|_| here);
            is_licence_of(country, state.unwrap_or_default(), number)
        }
        _ => None,
    }
}

fn limit(bound: usize) -> Param {
    Param::Number(u32::try_from(bound).unwrap_or(u32::MAX))
}

/// The number without outer blanks and the signs that a number follows.
fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    let bare = without_signs(value);
    (bare != value).then_some(bare)
}
