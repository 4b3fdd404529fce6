//! The sizes on record, `xtask/sizes.tsv`: an entry may grow by 2 % unseen, and by more only in a change that says so.

use std::{fs, path::Path};

use anyhow::{Context, bail};

use super::{AIMS, ENTRIES, bundle, import};
use crate::{pack, sizes, toolchain::Tools};

const FILE: &str = "xtask/sizes.tsv";
const HEAD: &str =
    "# Brotli bytes of each entry of the npm package; written by: cargo xtask bench --write\n";

/// Fails where an entry of the packed package outgrew its record; how many were compared.
pub(crate) fn check(root: &Path, tools: &Tools) -> anyhow::Result<u32> {
    let text =
        fs::read_to_string(root.join(FILE)).with_context(|| format!("cannot read {FILE}"))?;
    let mut compared = 0;
    let mut now = plain(root)?;
    for entry in ENTRIES.iter().filter(|entry| AIMS.iter().any(|aim| aim.entry == entry.name)) {
        now.push((import(entry), sizes::of(&bundle(root, tools, entry)?)?.brotli));
    }
    for (name, now) in now {
        let on_record = find(&text, &name)
            .with_context(|| format!("{FILE} has no {name}: run `cargo xtask bench --write`"))?;
        println!("{name}: {now} bytes by brotli, {on_record} on record");
        if outgrown(now, on_record) {
            bail!(
                "{name} grew from {on_record} to {now} bytes. If it must: a line in CHANGELOG.md, and `cargo xtask bench --write`"
            );
        }
        compared += 1;
    }
    Ok(compared)
}

/// The entries without a wasm of their own, and their bytes beside the main entry's.
fn plain(root: &Path) -> anyhow::Result<Vec<(String, usize)>> {
    let file = |name: &&str| root.join(pack::FOLDER).join(format!("{name}.js"));
    let size = |name| Ok((format!("kyc-rules/{name}"), sizes::of(&file(name))?.brotli));
    pack::PLAIN.iter().map(size).collect()
}

/// Writes the record anew.
pub(super) fn write(root: &Path, sizes: &[(&str, usize)]) -> anyhow::Result<()> {
    let mut text = String::from(HEAD);
    let plain = plain(root)?;
    let plain = plain.iter().map(|(name, brotli)| (name.as_str(), *brotli));
    for (name, brotli) in sizes.iter().copied().chain(plain) {
        text.push_str(&format!("{name}\t{brotli}\n"));
    }
    fs::write(root.join(FILE), text).with_context(|| format!("cannot write {FILE}"))
}

fn find(text: &str, name: &str) -> Option<usize> {
    text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t')?.parse().ok())
}

/// Whether it is more than 2 % over.
fn outgrown(now: usize, on_record: usize) -> bool {
    now * 100 > on_record * 102
}

#[cfg(test)]
mod tests {
    use super::{HEAD, find, outgrown};

    #[test]
    fn two_per_cent_are_let_pass() {
        assert!(!outgrown(10_200, 10_000));
        assert!(outgrown(10_201, 10_000));
        assert!(!outgrown(9_000, 10_000));
    }

    #[test]
    fn names_are_read_whole() {
        let text = format!("{HEAD}kyc-rules\t100\nkyc-rules/phone\t200\n");
        assert_eq!(find(&text, "kyc-rules"), Some(100));
        assert_eq!(find(&text, "kyc-rules/phone"), Some(200));
        assert_eq!(find(&text, "kyc-rules/p"), None);
    }
}
