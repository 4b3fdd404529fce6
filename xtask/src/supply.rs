//! What is built on and what is sent out: sources and licences of the dependencies (`deny.toml` has the list), their minimum Rust, the names
//! of what the bare crate needs, the size and contents of what `cargo publish` would send.
//!
//! `cargo deny` says the same and more, in `cargo xtask proof`; this needs nothing but cargo, and so runs with every test.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, bail, ensure};
use serde_json::Value;

use crate::sh::sh;

/// Where packages come from: cargo's own registry.
const REGISTRY: &str = "registry+";
/// What the crate needs without features. Anything more wants a line in `docs/decisions.md`.
const CORE: &[&str] = &["deranged", "kyc-rules", "num-conv", "powerfmt", "time", "time-core"];
/// The most that may be sent, in bytes.
const MOST: u64 = 2_000_000;
/// What a package may hold.
const SENT: &[&str] = &[
    "src/",
    "README.md",
    "CHANGELOG.md",
    "NOTICE",
    "LICENSE-",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo_vcs_info.json",
];

/// `cargo xtask supply`.
pub(crate) fn run(root: &Path, _: &[String]) -> anyhow::Result<()> {
    check(root)
}

/// Holds all of it.
pub(crate) fn check(root: &Path) -> anyhow::Result<()> {
    dependencies(root)?;
    core(root)?;
    package(root)
}

/// Every dependency of the workspace: from the registry, under a licence of the list, within the minimum Rust.
fn dependencies(root: &Path) -> anyhow::Result<()> {
    let text = sh("cargo").words("metadata --format-version 1 --locked").dir(root).read()?;
    let metadata: Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let own = |package: &Value| package["source"].is_null();
    let minimum = packages.iter().find(|package| own(package) && package["name"] == "kyc-rules");
    let minimum = version(
        minimum.and_then(|package| package["rust_version"].as_str()).context("no minimum Rust")?,
    )?;
    let deny = fs::read_to_string(root.join("deny.toml"))?;
    let allowed = deny
        .lines()
        .find_map(|line| line.strip_prefix("allow = ["))
        .context("no list of licences")?;
    let allowed: BTreeSet<&str> =
        allowed.trim_end_matches(']').split(", ").map(|name| name.trim_matches('"')).collect();
    let shipped = shipped(root)?;
    let mut wrong = Vec::new();
    for package in packages.iter().filter(|package| !own(package)) {
        let name = package["name"].as_str().unwrap_or_default();
        let source = package["source"].as_str().unwrap_or_default();
        if !source.starts_with(REGISTRY) {
            wrong.push(format!("{name} comes from {source}"));
        }
        // What is not sent out is ours alone to worry about.
        if !shipped.contains(name) {
            continue;
        }
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_free(licence, &allowed) {
            wrong.push(format!("{name}: licence {licence}"));
        }
        if let Some(wants) = package["rust_version"].as_str()
            && version(wants)? > minimum
        {
            wrong.push(format!("{name} wants Rust {wants}, beyond our minimum"));
        }
    }
    println!("{} packages, {} of them can be in what is sent", packages.len(), shipped.len());
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The names of what the crate can be built of, with every feature.
fn shipped(root: &Path) -> anyhow::Result<BTreeSet<String>> {
    tree(root, "--all-features")
}

fn tree(root: &Path, features: &str) -> anyhow::Result<BTreeSet<String>> {
    let text = sh("cargo")
        .words("tree --locked --package kyc-rules --edges normal --prefix none --format {p}")
        .arg(features)
        .dir(root)
        .read()?;
    Ok(text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

fn core(root: &Path) -> anyhow::Result<()> {
    let names = tree(root, "--no-default-features")?;
    let wanted: BTreeSet<String> = CORE.iter().map(|name| (*name).to_owned()).collect();
    ensure!(names == wanted, "the crate without features needs {names:?}");
    Ok(())
}

/// Whether one side of every choice is a licence of the list.
fn is_free(licence: &str, allowed: &BTreeSet<&str>) -> bool {
    let plain = licence.replace('/', " OR ").replace(['(', ')'], "");
    // `A OR B AND C`: the names beside AND must all be free, of those beside OR one.
    plain.split(" AND ").all(|all| all.split(" OR ").any(|one| allowed.contains(one.trim())))
}

fn version(text: &str) -> anyhow::Result<(u32, u32)> {
    let mut parts = text.split('.').map(str::parse);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => Ok((major, minor)),
        _ => bail!("no version: {text}"),
    }
}

/// What `cargo publish` would send.
fn package(root: &Path) -> anyhow::Result<()> {
    let cargo =
        || sh("cargo").words("package --package kyc-rules --locked --allow-dirty").dir(root);
    let list = cargo().arg("--list").read()?;
    let strange = list.lines().find(|file| !SENT.iter().any(|sent| file.starts_with(sent)));
    ensure!(strange.is_none(), "{} would be sent", strange.unwrap_or_default());
    cargo().words("--no-verify --quiet").run()?;
    let folder = root.join("target/package");
    let sent = fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let sent = sent.filter(|path| path.extension().is_some_and(|extension| extension == "crate"));
    let mut sent: Vec<_> = sent.collect();
    sent.sort();
    let [file] = &sent[..] else { bail!("{} packages in {}", sent.len(), folder.display()) };
    let bytes = fs::metadata(file)?.len();
    println!("{} files, {bytes} bytes", list.lines().count());
    ensure!(bytes < MOST, "the package has {bytes} bytes, over {MOST}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_free;

    #[test]
    fn licences() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"].into();
        for free in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/GPL-3.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "GPL-3.0 OR MIT",
        ] {
            assert!(is_free(free, &allowed), "{free}");
        }
        for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0"] {
            assert!(!is_free(not, &allowed), "{not}");
        }
    }
}
