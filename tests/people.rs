//! Names, e-mail addresses, free text and image links: the laws of their canonical forms, every code point, and the scores
//! against the vectors of other projects where they are at hand.

mod shared;

use std::fs;

use kyc_rules::{
    code::Severity,
    field::{Rule, Scope},
    policy::Policy,
    rules::{email, free_text, https_url, name},
    text,
};
use time::{Date, Month};

static RULES: [&Rule; 4] = [&name::RULE, &email::RULE, &free_text::RULE, &https_url::RULE];

/// Calls back with a scope of the vectors' day.
fn with_scope<T>(run: impl FnOnce(&Scope<'_>) -> T) -> T {
    let policy = Policy::default();
    let today = Date::from_calendar_date(2026, Month::January, 31).unwrap();
    run(&Scope::alone(today, &policy))
}

fn severity(rule: &Rule, value: &str, scope: &Scope<'_>) -> Option<Severity> {
    (rule.check)(value, scope).err().map(|finding| finding.severity)
}

/// The canonical form says no less of a value, has no weightier finding, and is its own canonical form.
fn holds_the_laws(rule: &Rule, value: &str, scope: &Scope<'_>) -> Result<(), &'static str> {
    let Some(canonical) = (rule.canonical)(value, scope) else { return Ok(()) };
    if canonical == value {
        return Err("says it changed what it did not");
    }
    if (rule.canonical)(&canonical, scope).is_some() {
        return Err("changes twice");
    }
    if text::is_blank(&canonical) {
        return if text::is_blank(value) { Ok(()) } else { Err("leaves nothing") };
    }
    if severity(rule, &canonical, scope) > severity(rule, value, scope) {
        return Err("is worse");
    }
    Ok(())
}

#[test]
fn canonical_forms_hold_their_laws_on_every_vector() {
    with_scope(|scope| {
        for rule in RULES {
            let path =
                format!("{}/tests/vectors/rules/{}.json", env!("CARGO_MANIFEST_DIR"), rule.name);
            let cases: Vec<serde_json::Value> =
                serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            for case in &cases {
                let value = case["value"].as_str().unwrap();
                for value in
                    [value.to_owned(), format!(" \u{a0}{value}\t"), format!("\u{feff}{value}  x")]
                {
                    assert_eq!(
                        holds_the_laws(rule, &value, scope),
                        Ok(()),
                        "{}: {value:?}",
                        rule.name
                    );
                }
            }
        }
    });
}

#[test]
fn every_code_point_is_answered() {
    with_scope(|scope| {
        for c in '\0'..=char::MAX {
            for (rule, value) in [
                (RULES[0], format!("J{c}n")),
                (RULES[0], format!("{c}")),
                (RULES[1], format!("a{c}@b{c}.com")),
                (RULES[2], format!("{c} a{c}")),
                (RULES[3], format!("https://a{c}b.com/{c}.jpg")),
            ] {
                let _ = (rule.check)(&value, scope);
                if value.chars().count() > 1 {
                    assert_eq!(
                        holds_the_laws(rule, &value, scope),
                        Ok(()),
                        "{}: {value:?}",
                        rule.name
                    );
                }
            }
        }
    });
}

#[test]
fn names_of_other_projects_are_judged_as_they_say() {
    let Some(rows) = shared::rows("names.tsv") else { return };
    with_scope(|scope| {
        for row in &rows {
            let [_, value, expected, _] = &row[..] else { panic!("{row:?}") };
            let got = severity(&name::RULE, value, scope);
            let is_right = match expected.as_str() {
                "valid" => got != Some(Severity::Error),
                _ => got.is_some() || text::is_blank(value),
            };
            assert!(is_right, "{row:?}: {got:?}");
        }
        println!("{} names", rows.len());
    });
}

#[test]
fn addresses_of_other_projects_are_judged_as_they_say() {
    let Some(rows) = shared::rows("email.tsv") else { return };
    with_scope(|scope| {
        for row in &rows {
            let [value, expected, _, _] = &row[..] else { panic!("{row:?}") };
            let got = severity(&email::RULE, value, scope);
            assert_eq!(got != Some(Severity::Error), expected == "valid", "{row:?}: {got:?}");
        }
        println!("{} addresses", rows.len());
    });
}
