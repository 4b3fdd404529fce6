//! `data/phone/fingerprints.csv`: a hash of each region's rules, so that an update of the metadata shows in the diff as the
//! regions it changes.

use std::{collections::BTreeMap, fmt::Write, path::Path};

use super::{
    super::File,
    metadata::{Desc, Layout, Metadata, Region},
};

const PATH: &str = "data/phone/fingerprints.csv";

/// The fingerprints; says which regions differ from those checked in.
pub(crate) fn file(root: &Path, metadata: &Metadata) -> anyhow::Result<File> {
    let mut text = String::from("region,calling_code,numbers,layouts\n");
    for (code, names) in &metadata.codes {
        for name in names {
            let region = metadata.region(*code, name);
            writeln!(text, "{name},{code},{:016x},{:016x}", numbers(region), layouts(region))?;
        }
    }
    let before = std::fs::read_to_string(root.join(PATH)).unwrap_or_default();
    let (before, now) = (rows(&before), rows(&text));
    let keys: std::collections::BTreeSet<_> = before.keys().chain(now.keys()).collect();
    let changed: Vec<String> = keys
        .into_iter()
        .filter(|key| before.get(*key) != now.get(*key))
        .map(|(code, region)| format!("{region} (+{code})"))
        .collect();
    match changed.as_slice() {
        [] => println!("rules as in {PATH}"),
        changed => println!("rules changed: {}", changed.join(", ")),
    }
    Ok(File { path: PATH.into(), bytes: text.into_bytes() })
}

/// The rows by calling code and region.
fn rows(text: &str) -> BTreeMap<(u16, &str), &str> {
    text.lines()
        .skip(1)
        .filter_map(|line| {
            let (region, rest) = line.split_once(',')?;
            let (code, hashes) = rest.split_once(',')?;
            Some(((code.parse().ok()?, region), hashes))
        })
        .collect()
}

/// What decides whether a number is valid, and how it is parsed.
fn numbers(region: &Region) -> u64 {
    let mut hash = Hash::new();
    for text in [&region.idd, &region.np, &region.npp, &region.npt, &region.ld] {
        hash.text(text.as_deref().unwrap_or("-"));
    }
    for (kind, desc) in &region.types {
        hash.text(kind);
        if let Some(Desc { p, len, loc, .. }) = desc {
            hash.text(p);
            hash.text(&format!("{len:?} {loc:?}"));
        }
    }
    hash.0
}

/// What decides how it is written.
fn layouts(region: &Region) -> u64 {
    let mut hash = Hash::new();
    hash.text(region.ext.as_deref().unwrap_or("-"));
    for Layout { p, f, ld, np, opt, cc } in region.formats.iter().chain(&region.intl) {
        hash.text(&format!("{p} {f} {ld:?} {np:?} {opt} {cc:?}"));
    }
    hash.0
}

/// FNV-1a, which is short, and all that is asked of it is to differ.
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn text(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
