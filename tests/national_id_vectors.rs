//! The schemes against the shared vectors, where the folder with them exists.

use std::{collections::BTreeMap, fs, path::PathBuf};

use kyc_rules::national_id::{Holder, scheme};

/// A file of the shared vectors as rows of unescaped cells, without the header; `None`, and a printed line, where there is none.
fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let shared =
        std::env::var_os("KYC_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let Ok(text) = fs::read_to_string(shared.join("vectors").join(file)) else {
        println!("skipped: no {file} in the shared vectors");
        return None;
    };
    let rows = text.lines().skip(1).filter(|line| !line.is_empty());
    Some(rows.map(|line| line.split('\t').map(unescape).collect()).collect())
}

fn unescape(cell: &str) -> String {
    let mut text = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => text.push('\t'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('u') => {
                let rest = chars.as_str();
                let hex = match rest.strip_prefix('{') {
                    Some(braced) => braced.split('}').next().unwrap(),
                    None => &rest[..4],
                };
                let skip = if rest.starts_with('{') { hex.len() + 2 } else { 4 };
                let code = u32::from_str_radix(hex, 16).unwrap();
                text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                chars = rest[skip..].chars();
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

/// Rows right and rows in all, by scheme; the wrong ones are printed.
fn score(file: &str, rows: &[Vec<String>]) -> BTreeMap<String, (u32, u32)> {
    let mut scores = BTreeMap::new();
    for row in rows {
        let [country, kind, category, value, expected, ..] = row.as_slice() else {
            panic!("{row:?}")
        };
        let name = format!("{country}.{kind}");
        let Some(scheme) = scheme(&name) else {
            println!("{file}: unknown {name} ({category})");
            continue;
        };
        let outcome = scheme.check(value);
        let right = outcome.valid == (expected == "valid");
        if !right {
            println!("{file}: {name} {value:?} is {expected}: {outcome:?}");
        }
        let score = scores.entry(name).or_insert((0, 0));
        score.0 += u32::from(right);
        score.1 += 1;
    }
    scores
}

fn percent(right: u32, all: u32) -> f64 {
    100.0 * f64::from(right) / f64::from(all)
}

fn total(scores: &BTreeMap<String, (u32, u32)>) -> f64 {
    let (right, all) =
        scores.values().fold((0, 0), |sum, score| (sum.0 + score.0, sum.1 + score.1));
    percent(right, all)
}

#[test]
fn schemes_answer_the_shared_rows() {
    let Some(rows) = rows("national_id.tsv") else { return };
    let scores = score("national_id.tsv", &rows);
    let macro_average = scores.values().map(|(right, all)| percent(*right, *all)).sum::<f64>()
        / f64::from(u32::try_from(scores.len()).unwrap());
    println!("{} rows: {:.2} %, macro {macro_average:.2} %", rows.len(), total(&scores));
    for (name, (right, all)) in &scores {
        if percent(*right, *all) < 97.0 {
            println!("under 97 %: {name} {right}/{all}");
        }
    }
    assert!(total(&scores) >= 99.7 && macro_average >= 99.0);
}

#[test]
fn schemes_answer_the_shared_mutations() {
    let Some(rows) = rows("national_id_mutations.tsv") else { return };
    let scores = score("national_id_mutations.tsv", &rows);
    println!("{} mutations: {:.2} %", rows.len(), total(&scores));
    assert!(total(&scores) >= 99.5);
}

#[test]
fn almost_every_personal_scheme_is_known() {
    let Some(rows) = rows("schemes.tsv") else { return };
    let (mut known, mut all) = (0, 0);
    for row in &rows {
        let name = format!("{}.{}", row[0], row[1]);
        let found = scheme(&name);
        if row[2] != "E" {
            all += 1;
            known += u32::from(found.is_some());
        }
        match found {
            None => println!("unknown: {name} ({})", row[2]),
            Some(found) => assert_eq!(found.holder == Holder::Entity, row[2] == "E", "{name}"),
        }
    }
    assert!(percent(known, all) >= 98.0, "{known} of {all}");
}
