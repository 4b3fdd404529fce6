//! The names a customer was created with, beside the legal names of the KYC data: a slip of the pen in one of them, or another
//! person's data.
//!
//! Source: KYC integration guide, "Create customer" (`firstName`, `lastName`) and "Personal information" (`legalFirstName`,
//! `legalLastName`). Not checked: short forms and nicknames. One word in common is enough, in any script that ICAO 9303
//! transliterates, so that a second last name, a middle name that people go by or the order of names draws nothing.

use alloc::vec::Vec;

use crate::{
    code::Code,
    field_id::Id,
    issue::Issue,
    record::Record,
    scan::{parts, pieces},
    text::is_space,
    transliteration::{agrees, icao},
};

/// Compares the names of a create-customer body with those of the KYC data: a warning at `legalFirstName` or `legalLastName`
/// (`name.differs_from_account`) where both are given and have no word in common.
///
/// ```
/// use kyc_rules::{account, field_id::Form, policy::Policy, source::json};
///
/// let limits = Policy::default().limits;
/// let account = json::read(r#"{"firstName":"Zoë","lastName":"Müller"}"#, Form::Customer, &limits);
/// let same = json::read(r#"{"legalFirstName":"Zoe Marie","legalLastName":"MUELLER-Schmidt"}"#, Form::Kyc, &limits);
/// assert!(account::check(&account, &same).is_empty());
/// let other = json::read(r#"{"legalFirstName":"Zoe","legalLastName":"Miller"}"#, Form::Kyc, &limits);
/// assert_eq!(account::check(&account, &other)[0].path(), "legalLastName");
/// ```
#[must_use]
pub fn check(account: &Record<'_>, kyc: &Record<'_>) -> Vec<Issue> {
    // Given and family names change places between cultures and forms, so each may be found anywhere.
    let legal: Vec<&str> = [Id::LegalFirstName, Id::LegalMiddleName, Id::LegalLastName]
        .into_iter()
        .filter_map(|id| kyc.slot(id, None).text())
        .collect();
    [(Id::FirstName, Id::LegalFirstName), (Id::LastName, Id::LegalLastName)]
        .into_iter()
        .filter(|(given, own)| {
            let given = account.slot(*given, None).text();
            let own = kyc.slot(*own, None).text();
            given.zip(own).is_some_and(|(given, _)| !shares_a_word(given, &legal))
        })
        .map(|(_, own)| Issue::new(Some(own), None, Code::NameNotLegalName.into()))
        .collect()
}

/// Whether a name has a word that one of the others has, in any spelling that ICAO 9303 recommends; also where a letter has no
/// transliteration.
fn shares_a_word(name: &str, others: &[&str]) -> bool {
    others.iter().any(|other| {
        icao(other).is_none_or(|other| {
            parts(&other, b' ').any(|theirs| {
                words(name).any(|ours| agrees(ours, theirs, false).unwrap_or(true))
                    || icao(name).is_none_or(|name| parts(&name, b' ').any(|ours| ours == theirs))
            })
        })
    })
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    pieces(name, |c| is_space(c) || c == '-').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{field_id::Form, policy::Policy, source::json};

    fn differ(account: &str, kyc: &str) -> Vec<String> {
        let limits = Policy::default().limits;
        let account = json::read(account, Form::Customer, &limits);
        let kyc = json::read(kyc, Form::Kyc, &limits);
        check(&account, &kyc).iter().map(Issue::path).collect()
    }

    #[test]
    fn one_word_in_common_is_enough() {
        for (first, last, legal_first, legal_last) in [
            ("Jane", "Smith", "Jane", "Smith"),
            ("jane", "SMITH", "Jane Marie", "Smith Jones"),
            ("Xiaoming", "Wang", "Wang", "Xiaoming"),
            ("Ксения", "Щукина", "Kseniia", "Shchukina"),
            ("小明", "王", "Xiaoming", "Wang"),
            ("José", "Núñez", "Jose", "Nunez"),
            ("Jürgen", "Müller", "Jurgen", "Muller"),
        ] {
            let account = format!(r#"{{"firstName":"{first}","lastName":"{last}"}}"#);
            let kyc =
                format!(r#"{{"legalFirstName":"{legal_first}","legalLastName":"{legal_last}"}}"#);
            assert!(differ(&account, &kyc).is_empty(), "{account} {kyc}");
        }
    }

    #[test]
    fn other_names_are_told_and_absent_ones_are_not() {
        let account = r#"{"firstName":"Jane","lastName":"Smith"}"#;
        assert_eq!(
            differ(account, r#"{"legalFirstName":"John","legalLastName":"Doe"}"#),
            ["legalFirstName", "legalLastName"]
        );
        assert!(differ(account, r#"{"legalFirstName":"Jane"}"#).is_empty());
        assert!(differ("{}", r#"{"legalFirstName":"Jane","legalLastName":"Doe"}"#).is_empty());
        assert!(differ(account, "null").is_empty());
    }
}
