//! The day a document was issued: a real day, not in the future, not after the document expires; of a proof of address, not
//! long ago. `today` should be the customer's calendar date, or one that form and server agree on: at the date line they are a
//! day apart.
//!
//! Source: the guide, "Proof of address … issueDate"; the 90 days are `policy.proof_of_address_days` (unverified; agrees with
//! providers that ask for one of the last three months). A lease is exempt while it says it is in force, by an `expirationDate`
//! that is not past: leases are signed once and prove an address for their term. Not checked: whether the date is the one on
//! the document.

use crate::{
    code::Code,
    date,
    document::kind,
    document::kind::PROOFS_OF_ADDRESS,
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
};

/// The rule of `documents[].issueDate`.
pub static RULE: Rule = Rule {
    name: "issue_date",
    codes: &[
        Code::DateFormat,
        Code::DateNotReal,
        Code::DocumentIssueInFuture,
        Code::DocumentDatesSwapped,
        Code::DocumentTooOld,
    ],
    reads: &[Id::DocumentType, Id::DocumentExpirationDate],
    check,
    canonical: date::canonical,
};

/// Judges an issue date on `scope.today`.
///
/// # Errors
/// `date.format`, `date.not_real` with the `part`, `document.issue_in_future`, `document.dates_swapped`;
/// `document.too_old` with `max` (of a proof of address) is a warning.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::issue_date::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("2025-12-01"), Ok(()));
/// assert_eq!(code("1 Dec 2025"), Err(Code::DateFormat));
/// assert_eq!(code("2025-13-01"), Err(Code::DateNotReal));
/// assert_eq!(code("2026-02-01"), Err(Code::DocumentIssueInFuture));
/// // `Code::DocumentDatesSwapped` needs an expiration date and `Code::DocumentTooOld` a proof of address:
/// // tests/vectors/rules/issue_date.json.
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    let issued = date::judge(value)?;
    if issued > scope.today {
        return Err(Code::DocumentIssueInFuture.into());
    }
    let expiry = scope.text(Id::DocumentExpirationDate).and_then(|text| date::parse(text).ok());
    if expiry.is_some_and(|expiry| issued > expiry) {
        return Err(Code::DocumentDatesSwapped.into());
    }
    let kind = scope.text(Id::DocumentType).and_then(kind::of);
    let max = scope.policy.proof_of_address_days;
    let in_force =
        kind == Some("LEASE_AGREEMENT") && expiry.is_some_and(|expiry| expiry >= scope.today);
    if date::days_between(issued, scope.today) > i32::from(max)
        && kind.is_some_and(|kind| PROOFS_OF_ADDRESS.contains(&kind))
        && !in_force
    {
        let max = Param::Number(max.into());
        return Err(Finding::new(Code::DocumentTooOld).with("max", max));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use time::{Date, Month};

    use super::*;
    use crate::{
        address::testing::shared,
        code::Severity,
        policy::Policy,
        record::{Record, Slot},
    };

    #[test]
    fn agrees_with_the_shared_dates() {
        let policy = Policy::default();
        let today = Date::from_calendar_date(9999, Month::December, 31).unwrap();
        let mut record = Record::default();
        *record.slot_mut(Id::DocumentType, Some(0)).unwrap() = Slot::of("UTILITY_BILL");
        let scope = Scope { record: &record, document: Some(0), ..Scope::alone(today, &policy) };
        for row in shared("dates.tsv") {
            let refused = check(&row[0], &scope).is_err_and(|it| it.severity != Severity::Warning);
            assert_eq!(refused, row[1] == "invalid", "{}", row[0]);
        }
    }

    #[test]
    fn agrees_with_the_shared_ages() {
        let policy = Policy::default();
        for row in shared("age.tsv") {
            let scope = Scope::alone(date::parse(&row[1]).unwrap(), &policy);
            let refused = crate::rules::birth_date::check(&row[0], &scope)
                .is_err_and(|it| it.severity != Severity::Warning);
            assert_eq!(refused, row[3] == "invalid", "{}", row[0]);
            let age = date::age_on(date::parse(&row[0]).unwrap(), scope.today);
            assert_eq!(Ok(age), row[2].parse());
        }
    }
}
