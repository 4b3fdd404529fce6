//! What the package and the crate are made of, as `CycloneDX` 1.6: crates with their sums, and the data that the tables come from. Without
//! the hour or a serial number, so that the same sources give the same list.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::crate_version;
use crate::sh::sh;

/// Features of the crate that the modules are built with.
const MODULES: &str =
    "wasm-kyc,wasm-image,wasm-lifecycle,wasm-mrz,wasm-national-id,wasm-phone,wasm-sandbox";
/// The licences of data that are SPDX's.
const SPDX: &[&str] = &["Apache-2.0", "CC-BY-4.0", "MIT", "Unicode-3.0"];
const TARGET: &str = "wasm32-unknown-unknown";

/// The npm package: what is compiled into its modules.
pub(super) fn of_package(root: &Path) -> anyhow::Result<String> {
    let linked =
        tree(root, &format!("--no-default-features --features {MODULES} --target {TARGET}"))?;
    let version = crate_version(root)?;
    let mut parts = vec![component("cargo", "kyc-rules", &version, &own_licence(), None, true)];
    parts.extend(crates(root, &linked, &linked)?);
    parts.extend(data(root)?);
    document("npm", &version, &parts)
}

/// The crate: what any of its features can bring; what is not there without features is optional.
pub(super) fn of_crate(root: &Path) -> anyhow::Result<String> {
    let all = tree(root, "--all-features --target all")?;
    let core = tree(root, "--no-default-features")?;
    let mut parts = crates(root, &all, &core)?;
    parts.extend(data(root)?);
    document("cargo", &crate_version(root)?, &parts)
}

fn document(kind: &str, version: &str, components: &[Value]) -> anyhow::Result<String> {
    let own = component(kind, "kyc-rules", version, &own_licence(), None, true);
    let all: Vec<&Value> = components.iter().map(|part| &part["bom-ref"]).collect();
    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": own },
        "dependencies": [{ "ref": own["bom-ref"], "dependsOn": all }],
        "components": components,
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn own_licence() -> String {
    "MIT OR Apache-2.0".to_owned()
}

fn component(
    kind: &str,
    name: &str,
    version: &str,
    licence: &str,
    sum: Option<&str>,
    required: bool,
) -> Value {
    let link = format!("pkg:{kind}/{name}@{version}");
    let mut part = json!({
        "type": "library",
        "bom-ref": link,
        "name": name,
        "version": version,
        "scope": if required { "required" } else { "optional" },
        "licenses": [{ "expression": licence.replace('/', " OR ") }],
        "purl": link,
    });
    if let Some(sum) = sum {
        part["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    part
}

/// Names, with versions and licences, of what is linked.
fn tree(root: &Path, how: &str) -> anyhow::Result<BTreeMap<(String, String), String>> {
    let text = sh("cargo")
        .words(
            "tree --locked --package kyc-rules --edges normal,no-proc-macro --prefix none --format",
        )
        .arg("{p}\t{l}")
        .words(how)
        .dir(root)
        .read()?;
    let mut found = BTreeMap::new();
    for line in text.lines() {
        let (package, licence) =
            line.split_once('\t').context("cargo tree wrote something else")?;
        let mut words = package.split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        // A part seen before has a mark behind its licence.
        let licence = licence.trim_end_matches(" (*)").to_owned();
        found.insert((name.to_owned(), version.trim_start_matches('v').to_owned()), licence);
    }
    ensure!(!found.is_empty(), "cargo tree found nothing");
    Ok(found)
}

fn crates(
    root: &Path,
    all: &BTreeMap<(String, String), String>,
    core: &BTreeMap<(String, String), String>,
) -> anyhow::Result<Vec<Value>> {
    let lock = fs::read_to_string(root.join("Cargo.lock"))?;
    let mut parts = Vec::new();
    for ((name, version), licence) in all {
        if name == "kyc-rules" {
            continue;
        }
        let head = format!("name = \"{name}\"\nversion = \"{version}\"\n");
        let sum = lock
            .split("[[package]]\n")
            .find(|package| package.starts_with(&head))
            .and_then(|package| package.split_once("checksum = \"")?.1.split('"').next());
        let sum = sum.with_context(|| format!("Cargo.lock has no sum of {name} {version}"))?;
        let required = core.contains_key(&(name.clone(), version.clone()));
        parts.push(component("cargo", name, version, licence, Some(sum), required));
    }
    Ok(parts)
}

/// The sources of the tables, as `data/SOURCES.toml` has them.
fn data(root: &Path) -> anyhow::Result<Vec<Value>> {
    let text = fs::read_to_string(root.join("data/SOURCES.toml"))?;
    let mut parts = Vec::new();
    for source in text.split("[[source]]").skip(1) {
        let value = |key: &str| {
            let start = format!("{key} = \"");
            source
                .lines()
                .find_map(|line| line.strip_prefix(&start)?.strip_suffix('"'))
                .with_context(|| format!("a source in data/SOURCES.toml has no {key}"))
        };
        let file = value("file")?;
        parts.push(json!({
            "type": "data",
            "bom-ref": format!("data/{file}"),
            "name": file,
            "version": value("version")?,
            "description": value("origin")?,
            "scope": "required",
            "licenses": [licence(value("licence")?)],
            "hashes": [{ "alg": "SHA-256", "content": value("sha256")? }],
        }));
    }
    ensure!(!parts.is_empty(), "data/SOURCES.toml has no source");
    Ok(parts)
}

/// A licence by its SPDX expression, or in words where it has none.
fn licence(text: &str) -> Value {
    let is_known = text.split(" OR ").all(|name| SPDX.contains(&name));
    if is_known { json!({ "expression": text }) } else { json!({ "license": { "name": text } }) }
}
