//! The shared vectors' phone numbers: what libphonenumber 9.0.43 says of them, and where we differ on purpose. Both ways: a
//! difference that is not in `phone_expected_differences.tsv` fails, and so does one that stands there and is none any more.
//! Skipped where the vectors are not.

mod shared;

use std::collections::BTreeMap;

use kyc_rules::phone::parse;
use shared::unescape;

/// One row.
struct Row {
    input: String,
    region: String,
    expected: Answer,
}

/// What is said of a number; of one that is not valid, only that.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    valid: bool,
    e164: String,
    region: String,
    kind: String,
}

fn rows() -> Option<Vec<Row>> {
    let row = |cells: &Vec<String>| {
        let valid = cells[2] == "1";
        let of_valid = |at: usize| if valid { cells[at].clone() } else { String::new() };
        Row {
            expected: Answer { valid, e164: of_valid(5), region: of_valid(3), kind: of_valid(4) },
            input: cells[0].clone(),
            region: cells[1].clone(),
        }
    };
    Some(shared::rows("phone.tsv")?.iter().map(row).collect())
}

fn answer(input: &str, region: &str) -> Answer {
    let phone = parse(input, Some(region).filter(|region| !region.is_empty()));
    let nothing =
        Answer { valid: false, e164: String::new(), region: String::new(), kind: String::new() };
    phone.ok().filter(kyc_rules::phone::Phone::is_valid).map_or(nothing, |phone| Answer {
        valid: true,
        e164: phone.e164().to_owned(),
        region: phone.region().unwrap_or_default().to_owned(),
        kind: phone.kind().name().to_owned(),
    })
}

#[test]
fn agrees_with_libphonenumber_where_it_means_to() {
    let Some(rows) = rows() else {
        println!("skipped: no shared vectors here");
        return;
    };
    let list = include_str!("phone_expected_differences.tsv");
    let mut expected: BTreeMap<(String, String), &str> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            ((unescape(cells[0]), unescape(cells[1])), cells[2])
        })
        .collect();
    // Rows of plain `+digits`, of other text without Latin letters, of text with them: seen and agreed.
    let mut counts = [(0_u32, 0_u32); 3];
    let mut unexpected = Vec::new();
    for Row { input, region, expected: answer_expected } in rows {
        let plain = input
            .strip_prefix('+')
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|c| c.is_ascii_digit()));
        let latin = input.bytes().any(|c| c.is_ascii_alphabetic());
        let class = if plain { 0 } else { 1 + usize::from(latin) };
        counts[class].0 += 1;
        let got = answer(&input, &region);
        if got == answer_expected {
            counts[class].1 += 1;
        } else if expected.remove(&(input.clone(), region.clone())).is_none() {
            unexpected
                .push(format!("{input:?} {region}: {got:?}, libphonenumber {answer_expected:?}"));
        }
    }
    println!("+digits: {} of {}", counts[0].1, counts[0].0);
    println!("other text without Latin letters: {} of {}", counts[1].1, counts[1].0);
    println!("text with Latin letters: {} of {}", counts[2].1, counts[2].0);
    assert!(unexpected.is_empty(), "{} differ:\n{}", unexpected.len(), unexpected.join("\n"));
    assert!(expected.is_empty(), "no longer different: {expected:?}");
    assert_eq!(counts[0].0, counts[0].1, "every plain number is answered as libphonenumber does");
    assert!(counts[1].1 * 1000 >= counts[1].0 * 995, "99.5 % of text without Latin letters");
}
