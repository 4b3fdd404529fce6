//! The metadata's example numbers typed key by key, against the `AsYouTypeFormatter` of `phonenumbers`.
//!
//! Ours is no copy of it: it is told the whole text at each key, so that it can be typed into anywhere, and lays out sooner. Both
//! should show the same nearly always where a number starts with a plus; how often they do is what this measures.

use std::{collections::BTreeMap, path::Path};

use anyhow::ensure;
use kyc_rules::phone::as_you_type;

use super::ask_python;
use crate::generate::phone::metadata::Metadata;

/// Of a thousand keys, how many must show the same.
const ALIKE: usize = 985;
/// How many differences of each kind are shown.
const SHOWN: usize = 5;

pub(super) fn run(root: &Path, metadata: &Metadata) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    for (code, names) in &metadata.codes {
        for name in names.iter().filter(|name| name.len() == 2) {
            let types = metadata.region(*code, name).types.values().flatten();
            let numbers = types.filter_map(|desc| desc.ex.as_deref());
            lines.extend(numbers.map(|number| format!("+{code}{number}\t{name}")));
        }
    }
    let mut kinds = BTreeMap::<&str, usize>::new();
    ask_python(root, "pypi_typing.py", &lines, |line, theirs| {
        let (number, region) = line.split_once('\t').unwrap_or((line, ""));
        for (at, theirs) in theirs.split('\t').enumerate() {
            let typed = number.get(..=at).unwrap_or(number);
            let ours = as_you_type(typed, 0, Some(region)).text;
            // A space behind the calling code, before there is anything behind it, is in nobody's way.
            let theirs = theirs.trim_end();
            let kind = match () {
                () if ours == theirs => "alike",
                () if at + 1 == number.len() => "another layout of the whole number",
                () if groups(&ours) > groups(theirs) => "laid out sooner",
                () => "laid out later",
            };
            let count = kinds.entry(kind).or_default();
            *count += 1;
            if kind != "alike" && *count <= SHOWN {
                println!("{region}: {typed}: we show {ours:?}, they show {theirs:?}");
            }
        }
    })?;
    let all: usize = kinds.values().sum();
    for (kind, count) in &kinds {
        println!("{kind:<36} {count:>9}");
    }
    println!("{all} keys of {} numbers", lines.len());
    let alike = kinds.get("alike").copied().unwrap_or_default();
    ensure!(alike * 1000 >= all * ALIKE, "{alike} of {all} keys show the same");
    Ok(())
}

fn groups(shown: &str) -> usize {
    shown.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count()
}
