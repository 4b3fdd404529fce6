//! The crate `phonenumber` beside ours, on the shared vectors' plain numbers: every disagreement belongs to a class that
//! `docs/phone.md` explains. Skipped where the vectors are not.
#![cfg(feature = "phonenumber")]

mod shared;

use std::collections::BTreeMap;

use kyc_rules::phone::parse;

/// What the crate and libphonenumber (the vector) say of a number, in a word.
fn class(theirs: Option<(bool, String)>, valid: bool, canonical: &str) -> &'static str {
    match theirs {
        None if valid => "the crate cannot read a valid number",
        Some((said, _)) if said != valid => {
            if valid {
                "the crate refuses a valid number"
            } else {
                "the crate takes a number of no range"
            }
        }
        Some((_, written)) if valid && written != canonical => "the crate changes the digits",
        None | Some(_) => "agree",
    }
}

#[test]
fn disagreements_with_the_crate_are_known() {
    let Some(rows) = shared::rows("phone.tsv") else { return };
    let mut classes = BTreeMap::<&str, (u32, String)>::new();
    for row in rows {
        let [number, _, valid, _, _, canonical, ..] = &row[..] else { continue };
        let plain = number
            .strip_prefix('+')
            .is_some_and(|rest| rest.len() > 3 && rest.bytes().all(|c| c.is_ascii_digit()));
        if !plain {
            continue;
        }
        let valid = valid == "1";
        assert_eq!(
            parse(number, None).is_ok_and(|phone| phone.is_valid()),
            valid,
            "we agree with libphonenumber on all"
        );
        let theirs = phonenumber::parse(None, number)
            .ok()
            .map(|read| (read.is_valid(), read.format().mode(phonenumber::Mode::E164).to_string()));
        let entry = classes.entry(class(theirs, valid, canonical)).or_default();
        entry.0 += 1;
        if entry.1.len() < 160 {
            entry.1.push(' ');
            entry.1.push_str(number);
        }
    }
    for (class, (count, examples)) in &classes {
        println!("{count:>6}  {class}:{examples}");
    }
    let all: u32 = classes.values().map(|(count, _)| count).sum();
    let agreed = classes.get("agree").map_or(0, |(count, _)| *count);
    assert!(
        agreed * 100 >= all * 95,
        "{agreed} of {all}: the crate has changed; read docs/phone.md again"
    );
}
