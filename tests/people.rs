//! Names, e-mail addresses, free text and image links: the laws of their canonical forms, every code point, and the scores
//! against the vectors of other projects where they are at hand.

use std::{env, fs, path::PathBuf};

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

/// The folder of shared vectors, where there is one.
fn shared(file: &str) -> Option<String> {
    let folder = env::var_os("KYC_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let text = fs::read_to_string(folder.join("vectors").join(file)).ok();
    if text.is_none() {
        println!("skipped: no shared vectors {file}");
    }
    text
}

/// Undoes the escapes of the shared vectors.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('u') => {
                let rest = chars.as_str();
                let (digits, length) =
                    match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
                        Some((digits, _)) => (digits, digits.len() + 2),
                        None => (&rest[..4], 4),
                    };
                out.push(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).unwrap());
                chars = rest[length..].chars();
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

#[test]
fn names_of_other_projects_are_judged_as_they_say() {
    let Some(text) = shared("names.tsv") else { return };
    with_scope(|scope| {
        let mut rows = 0;
        for line in text.lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [_, value, expected, _] = columns[..] else { panic!("{line}") };
            let value = unescape(value);
            let got = severity(&name::RULE, &value, scope);
            let is_right = match expected {
                "valid" => got != Some(Severity::Error),
                _ => got.is_some() || text::is_blank(&value),
            };
            assert!(is_right, "{line}: {got:?}");
            rows += 1;
        }
        println!("{rows} names");
    });
}

#[test]
fn addresses_of_other_projects_are_judged_as_they_say() {
    let Some(text) = shared("email.tsv") else { return };
    with_scope(|scope| {
        let mut rows = 0;
        for line in text.lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [value, expected, _, _] = columns[..] else { panic!("{line}") };
            let got = severity(&email::RULE, &unescape(value), scope);
            assert_eq!(got != Some(Severity::Error), expected == "valid", "{line}: {got:?}");
            rows += 1;
        }
        println!("{rows} addresses");
    });
}
