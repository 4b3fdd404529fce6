//! The machine-readable zone of a document, its two or three lines in one text: an extension of the payload, by policy.
//!
//! Source: ICAO Doc 9303 Parts 3 to 7 (2021), as `src/mrz` has them. That it says something else than the other fields is a
//! warning: the document decides, not the field. Not checked: whether the document is real; names in scripts without a
//! transliteration in the standard.

use alloc::string::String;

use crate::{
    code::Code,
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
    mrz::{Check, MrzFault, Note, compare, parse},
};

/// The rule of `documents[].mrz`.
pub static RULE: Rule = Rule {
    name: "mrz",
    codes: &[
        Code::MrzNotAccepted,
        Code::MrzFormat,
        Code::MrzCheckDigit,
        Code::MrzMismatch,
        Code::MrzUnknownIssuer,
    ],
    reads: &[
        Id::LegalFirstName,
        Id::LegalLastName,
        Id::LegalMiddleName,
        Id::DateOfBirth,
        Id::Nationality,
        Id::DocumentType,
        Id::DocumentNumber,
        Id::DocumentIssuingCountry,
        Id::DocumentExpirationDate,
    ],
    check,
    canonical,
};

/// Judges a zone, where the policy takes one.
///
/// # Errors
/// `mrz.format` with the `line` where one is to blame; `mrz.not_accepted`, `mrz.check_digit` with what `failed`, `mrz.mismatch`
/// with the `fields` that say something else, and `mrz.unknown_issuer` are warnings.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::mrz::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy { mrz: true, ..Policy::default() };
/// let code = |value: &str| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// let names = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
/// let data = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
/// assert_eq!(code(&format!("{names}\n{data}")), Ok(()));
/// assert_eq!(code(names), Err(Code::MrzFormat));
/// assert_eq!(code(&format!("{names}\n{}", data.replace("1204159", "1304159"))), Err(Code::MrzCheckDigit));
/// assert_eq!(code(&format!("{}\n{data}", names.replace("UTO", "UTP"))), Err(Code::MrzUnknownIssuer));
/// // `Code::MrzMismatch` needs another field: tests/vectors/rules/mrz.json.
/// let policy = Policy::default();
/// let finding = check(names, &Scope::alone(today, &policy)).unwrap_err();
/// assert_eq!(finding.code, Code::MrzNotAccepted);
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    if !scope.policy.mrz {
        return Err(Code::MrzNotAccepted.into());
    }
    let zone = parse(&[value]).map_err(|fault| {
        let finding = Finding::new(Code::MrzFormat);
        match fault {
            MrzFault::Shape => finding,
            MrzFault::Length { line } | MrzFault::Character { line } => {
                finding.with("line", Param::Number(line.into()))
            }
        }
    })?;
    if !zone.is_valid() {
        let failed = zone.failed().map(Check::name).collect();
        return Err(Finding::new(Code::MrzCheckDigit).with("failed", Param::List(failed)));
    }
    let fields = compare::mismatches(&zone, scope);
    if !fields.is_empty() {
        return Err(Finding::new(Code::MrzMismatch).with("fields", Param::List(fields)));
    }
    let unknown = |note| matches!(note, Note::UnknownIssuer | Note::UnknownNationality);
    if zone.notes().any(unknown) {
        return Err(Code::MrzUnknownIssuer.into());
    }
    Ok(())
}

/// The lines as printed.
fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    if !scope.policy.mrz {
        return None;
    }
    parse(&[value]).ok().map(|zone| zone.to_text()).filter(|text| text != value)
}
