//! `nationalIdNumber` and `documents[].number` against the shared vectors, through the engine, where the folder with them exists.

mod shared;

use kyc_rules::{
    code::Severity,
    field_id::Id,
    national_id::{self, Holder},
    policy::Policy,
    record::{Record, Slot},
    validate::Validator,
};
use shared::rows;

/// The issues of a field, given the others.
fn ask(id: Id, value: &str, others: &[(Id, &str)]) -> Vec<(Severity, &'static str)> {
    let mut record = Record::EMPTY;
    let document = id.document_column().map(|_| 0);
    for (other, text) in others.iter().chain(&[(id, value)]) {
        let place = other.document_column().map(|_| 0);
        *record.slot_mut(*other, place).unwrap() = Slot::of(*text);
    }
    let policy = Policy::default();
    let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
    let issues = Validator::new(today, &policy).field(&record, id, document);
    let issues = issues.iter().filter(|issue| issue.field == Some(id));
    issues.map(|issue| (issue.severity, issue.code.name())).collect()
}

#[test]
fn no_valid_number_of_a_person_is_refused_under_either_type() {
    let (Some(vectors), Some(mutations)) =
        (rows("national_id.tsv"), rows("national_id_mutations.tsv"))
    else {
        return;
    };
    let mut asked = 0;
    for row in vectors.iter().chain(&mutations) {
        let [country, kind, category, value, expected, ..] = row.as_slice() else {
            panic!("{row:?}")
        };
        if expected != "valid" || category == "E" {
            continue;
        }
        for number_type in ["NATIONAL_ID", "TIN"] {
            let others = [
                (Id::NationalIdType, number_type),
                (Id::NationalIdIssuingCountry, country.as_str()),
            ];
            let issues = ask(Id::NationalIdNumber, value, &others);
            asked += 1;
            assert!(
                issues.iter().all(|(severity, _)| *severity == Severity::Warning),
                "{country}.{kind} {number_type}: {issues:?}"
            );
        }
    }
    println!("{asked} valid numbers, none refused");
}

#[test]
fn examples_get_no_issue_where_they_are_asked_for() {
    for scheme in national_id::all().filter(|scheme| scheme.holder() != Holder::Entity) {
        for kind in ["NATIONAL_ID", "TIN"] {
            let others =
                [(Id::NationalIdType, kind), (Id::NationalIdIssuingCountry, scheme.country())];
            let issues = ask(Id::NationalIdNumber, scheme.example(), &others);
            let sample = issues.iter().all(|(_, code)| *code == "national_id.placeholder");
            assert!(sample, "{} {kind}: {issues:?}", scheme.name());
        }
    }
}

#[test]
fn passport_numbers_are_flagged_as_the_shared_rows_say() {
    let Some(rows) = rows("passport.tsv") else { return };
    let mut right = 0;
    for row in &rows {
        let [country, value, expected, ..] = row.as_slice() else { panic!("{row:?}") };
        let others =
            [(Id::DocumentType, "PASSPORT"), (Id::DocumentIssuingCountry, country.as_str())];
        let issues = ask(Id::DocumentNumber, value, &others);
        if expected == "valid" {
            let refused = issues.iter().any(|(severity, _)| *severity != Severity::Warning);
            assert!(!refused, "{country} {value:?}: {issues:?}");
            if !issues.is_empty() {
                println!("warned: {country} {value:?}");
            }
            right += 1;
        } else if issues.is_empty() {
            println!("unflagged: {country} {value:?}");
        } else {
            right += 1;
        }
    }
    println!("passports: {right} of {}", rows.len());
    assert!(right * 100 >= rows.len() * 98);
}

#[test]
fn driving_licences_are_flagged_as_the_shared_rows_say() {
    let Some(rows) = rows("drivers_license.tsv") else { return };
    let mut right = 0;
    for row in &rows {
        let [country, state, value, expected, ..] = row.as_slice() else { panic!("{row:?}") };
        let mut others = vec![
            (Id::DocumentType, "DRIVERS_LICENSE"),
            (Id::DocumentIssuingCountry, country.as_str()),
            (Id::Country, country.as_str()),
        ];
        if !state.is_empty() {
            others.push((Id::StateCode, state.as_str()));
        }
        let issues = ask(Id::DocumentNumber, value, &others);
        let refused = issues.iter().any(|(severity, _)| *severity != Severity::Warning);
        let ok = if expected == "valid" { !refused } else { !issues.is_empty() };
        if !ok || (expected == "valid" && !issues.is_empty()) {
            println!("{country} {state} {value:?} is {expected}: {issues:?}");
        }
        right += usize::from(ok);
    }
    println!("licences: {right} of {}", rows.len());
    assert!(right * 100 >= rows.len() * 98);
}

#[test]
fn junk_is_refused_by_every_scheme() {
    let Some(text) = shared::text("junk.json") else { return };
    let junk: Vec<String> = serde_json::from_str(&text).unwrap();
    for scheme in national_id::all() {
        for value in &junk {
            assert!(!scheme.check(value).valid, "{} {value:?}", scheme.name());
        }
    }
    println!("{} junk strings refused by {} schemes", junk.len(), national_id::all().count());
}
