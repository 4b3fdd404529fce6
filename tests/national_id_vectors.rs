//! The schemes against the shared vectors, where the folder with them exists.

mod shared;

use std::collections::BTreeMap;

use kyc_rules::national_id::{Holder, scheme};
use shared::rows;

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
            Some(found) => assert_eq!(found.holder() == Holder::Entity, row[2] == "E", "{name}"),
        }
    }
    assert!(percent(known, all) >= 98.0, "{known} of {all}");
}
