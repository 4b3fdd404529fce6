//! What holds of every rule of places, whatever the value: a canonical form is stable and never judged worse, and no input makes
//! a rule panic or take long.

use alloc::{format, string::String, vec::Vec};

use super::testing::{canonical, judge};
use crate::{
    code::Severity,
    country::Country,
    field::Rule,
    field_id::Id,
    rules::{address_line, city, country, locale, nationality, postal_code, state, subdivision},
};

static RULES: [&Rule; 8] = [
    &country::RULE,
    &nationality::RULE,
    &subdivision::RULE,
    &state::RULE,
    &postal_code::RULE,
    &city::RULE,
    &address_line::RULE,
    &locale::RULE,
];

/// Values that are good somewhere, and pieces that are good nowhere.
const SEEDS: [&str; 60] = [
    "US",
    "us",
    "USA",
    "UK",
    "U.S.",
    "D",
    "XK",
    "CA",
    "US-CA",
    "us-ca",
    "or",
    "IN-OR",
    "13",
    "1",
    "75C",
    "California",
    "東京都",
    "CDMX",
    "94102",
    "94102 1234",
    "sw1a1aa",
    "D-12345",
    "LT 04340",
    "１５４−００２３",
    "〒154-0023",
    "C.P. 06000",
    "N/A",
    "00000",
    "1073",
    "SW1A",
    "104-056",
    "h3z-2y7",
    "en_US",
    "EN-us",
    "zh_hant_tw",
    "en-GB-oed",
    "english",
    "x-foo",
    "PO Box 12",
    "ص.ب ١٢",
    "Boxgatan 5",
    "a/k 5",
    "São Paulo",
    "6 October City",
    "12",
    "-",
    "…",
    "\u{202e}x",
    "a\u{200f}b",
    "a\tb",
    "a\r\n b",
    "\u{fffd}",
    "<b>",
    "😀",
    "é",
    "e\u{301}",
    "ı",
    "\u{0}",
    "_",
    "ZZ9 9ZZ",
];

fn weight(rule: &Rule, value: &str, siblings: &[(Id, &str)]) -> u8 {
    match judge(rule, value, siblings) {
        None => 0,
        Some(finding) => {
            assert!(rule.codes.contains(&finding.code), "{}: {:?}", rule.name, finding.code);
            1 + u8::from(finding.severity == Severity::Error)
        }
    }
}

fn holds(rule: &Rule, value: &str, siblings: &[(Id, &str)]) {
    if crate::text::is_blank(value) {
        return;
    }
    let before = weight(rule, value, siblings);
    let Some(form) = canonical(rule, value, siblings) else { return };
    assert_ne!(form, value, "{}", rule.name);
    assert!(!crate::text::is_blank(&form), "{} {value:?}", rule.name);
    assert_eq!(canonical(rule, &form, siblings), None, "{} {value:?} {form:?}", rule.name);
    let after = weight(rule, &form, siblings);
    assert!(after <= before, "{} {value:?} {form:?} {siblings:?}", rule.name);
}

/// Seeds as they are, with blanks around, two of them together, and cut.
fn values() -> Vec<String> {
    let mut all = Vec::new();
    for seed in SEEDS {
        all.push(String::from(seed));
        all.push(format!(" {seed}"));
        all.push(format!("{seed}\u{200f} "));
        all.push(seed.to_lowercase());
        let mut cut: Vec<char> = seed.chars().collect();
        cut.pop();
        all.push(cut.into_iter().collect());
        for other in ["-", "CA", " 1", ", PO Box 5", "\u{200e}"] {
            all.push(format!("{seed}{other}"));
        }
    }
    all
}

#[test]
fn canonical_forms_are_stable_and_no_worse() {
    let values = values();
    for rule in RULES {
        let mut countries: Vec<&str> = Vec::from(["", "QQ", "us", "UK"]);
        if rule.reads.contains(&Id::Country) {
            countries.extend(Country::all().map(Country::alpha2));
        }
        for country in countries {
            let states: &[&str] = if rule.reads.contains(&Id::StateCode) {
                &["", "CA", "AE", "13", "or"]
            } else {
                &[""]
            };
            for code in states {
                let siblings = [(Id::Country, country), (Id::StateCode, *code)];
                for value in &values {
                    holds(rule, value, &siblings);
                }
            }
        }
    }
}

#[test]
fn long_and_strange_values_end() {
    let mut strange: Vec<String> = [
        "a",
        "-",
        "1",
        " ",
        "PO Box ",
        "é",
        "\u{301}",
        "\u{200f}",
        "а/я ",
        "en-",
        "a-bcdef-",
        "😀",
        "\u{0}",
        "私書箱",
    ]
    .iter()
    .map(|piece| piece.repeat(20_000))
    .collect();
    strange.push((0..=0x2_ffff).filter_map(char::from_u32).collect());
    for rule in RULES {
        for country in ["", "US", "FI", "JP"] {
            for value in &strange {
                holds(rule, value, &[(Id::Country, country), (Id::StateCode, value)]);
            }
        }
    }
}
