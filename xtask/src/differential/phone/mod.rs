//! `cargo xtask differential phone [N]`: phone numbers, against `phonenumbers` of `PyPI` in the version our tables were made from.
//! Numbers of plain `+digits` must be answered alike to the last; of all others at most one in ten thousand may differ, and
//! each is listed. Then the metadata's example numbers are typed, key by key.

#![expect(clippy::cast_possible_truncation, reason = "digits and small counts")]

mod numbers;
mod typing;

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, ensure};
use kyc_rules::{
    phone::{Phone, Reason, e164, parse},
    tables::phone::VERSION,
};

use self::numbers::{Maker, Typed};
use crate::{generate::phone::metadata::Metadata, python};

/// How many numbers are judged if none are asked for.
const NUMBERS: usize = 1_000_000;
/// How many differences are shown.
const SHOWN: usize = 40;

/// Runs the test.
pub(super) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let count =
        args.first().map_or(Ok(NUMBERS), |count| count.parse().context("how many numbers"))?;
    let metadata = Metadata::read(&root.join("data/phone/metadata.json"))?;
    ensure!(metadata.version == VERSION, "the tables are of {VERSION}: run cargo xtask gen phone");
    let mut maker = Maker::new(&metadata, 0x6b79_6321)?;
    let numbers: Vec<Typed> = (0..count).map(|at| maker.make(at)).collect();

    let mut classes = BTreeMap::<&str, (usize, usize)>::new();
    let mut shown = 0;
    let lines: Vec<String> =
        numbers.iter().map(|typed| format!("{}\t{}", typed.text, typed.region)).collect();
    let mut typed = numbers.iter();
    ask_python(root, "pypi_phone.py", &lines, |_, theirs| {
        let Some(typed) = typed.next() else { return };
        let counts = classes.entry(typed.class).or_default();
        counts.0 += 1;
        if let Some(difference) = difference(typed, theirs) {
            counts.1 += 1;
            shown += 1;
            if shown <= SHOWN {
                println!("{:?} in {:?} ({}): {difference}", typed.text, typed.region, typed.class);
            }
        }
    })?;

    println!("{:<28} {:>9} {:>9}", "", "numbers", "differ");
    for (class, (all, differ)) in &classes {
        println!("{class:<28} {all:>9} {differ:>9}");
    }
    let (plain, others): (Vec<_>, Vec<_>) =
        classes.iter().partition(|(class, _)| class.starts_with("+digits"));
    let differ = |classes: &[(&&str, &(usize, usize))]| {
        classes.iter().map(|(_, counts)| counts.1).sum::<usize>()
    };
    let wrong = differ(&plain).saturating_add(differ(&others));
    println!("{} numbers, {wrong} differ", numbers.len());
    ensure!(differ(&plain) == 0, "{} plain numbers differ", differ(&plain));
    let all: usize = others.iter().map(|(_, counts)| counts.0).sum();
    ensure!(differ(&others) * 10_000 <= all, "{} of {all} others differ", differ(&others));
    typing::run(root, &metadata)
}

/// What we say of a number otherwise than Python.
fn difference(typed: &Typed, theirs: &str) -> Option<String> {
    let ours = parse(&typed.text, Some(typed.region.as_str()).filter(|region| !region.is_empty()));
    let Ok(ours) = ours else {
        return (theirs != "E").then(|| format!("we refuse, they say {theirs}"));
    };
    let verdict = e164(ours.e164());
    if verdict != *ours.verdict() {
        return Some(format!("the parser says {:?}, the walk {verdict:?}", ours.verdict()));
    }
    let answer = answer(&ours, theirs);
    (answer != theirs).then(|| format!("we say {answer}, they say {theirs}"))
}

/// Our answer in Python's words.
fn answer(phone: &Phone, theirs: &str) -> String {
    let theirs: Vec<&str> = theirs.split('\t').collect();
    let possible = match phone.reason() {
        // What is valid may still be of a length its calling code's main region has only within an area.
        None => theirs.get(4).copied().unwrap_or_default(),
        Some(Reason::Unassigned | Reason::Incomplete) => "IS_POSSIBLE",
        Some(Reason::LocalOnly) => "IS_POSSIBLE_LOCAL_ONLY",
        Some(Reason::TooShort) => "TOO_SHORT",
        Some(Reason::TooLong) => "TOO_LONG",
        Some(Reason::InvalidLength) => "INVALID_LENGTH",
        Some(_) => "?",
    };
    [
        phone.e164(),
        if phone.is_valid() { "1" } else { "0" },
        phone.region().unwrap_or_default(),
        phone.kind().name(),
        possible,
        phone.extension().unwrap_or_default(),
        &phone.national(),
        &phone.international(),
    ]
    .join("\t")
}

/// Hears what a script of Python's package says of every line.
fn ask_python(
    root: &Path,
    script: &str,
    lines: &[String],
    hear: impl FnMut(&str, &str),
) -> anyhow::Result<()> {
    let python = python::with(root, "phone", &format!("phonenumbers=={VERSION}"))?;
    python::ask(&python, &root.join("xtask/src/differential/phone").join(script), lines, hear)
}
