//! A document's number: letters and digits, as many as its type may have anywhere; passports not one character repeated.
//!
//! Source: ICAO 9303-3 (8th ed. 2021), 4 for the characters of a passport number; the lengths are bounds that hold in every
//! country, not any one country's.
//!
//! Not checked: whether the document exists.

use alloc::{borrow::ToOwned, string::String};

use crate::{
    code::Code,
    document::number::{characters_fit, lengths},
    field::{Finding, Param, Rule, Scope},
    fields::Id,
    national_id::Compact,
    text,
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "document_number",
    codes: &[Code::DocumentNumberFormat, Code::DocumentNumberRepeated, Code::TextOuterSpace],
    reads: &[Id::DocumentType],
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
    let kind = document_type(scope);
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
    if text::trim(value).len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    Ok(())
}

fn limit(bound: usize) -> Param {
    Param::Number(u32::try_from(bound).unwrap_or(u32::MAX))
}

/// The document's type as the table spells it.
fn document_type<'a>(scope: &Scope<'a>) -> &'a str {
    let written = scope.text(Id::DocumentType).map(text::trim).unwrap_or_default();
    match Id::DocumentType.field().kind {
        crate::field::Kind::Choice(choices) => choices
            .aliases
            .iter()
            .find(|(alias, _)| *alias == written)
            .map_or(written, |(_, meant)| meant),
        _ => written,
    }
}

/// The number without outer blanks.
fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    let trimmed = text::trim(value);
    (trimmed.len() != value.len()).then(|| trimmed.to_owned())
}
