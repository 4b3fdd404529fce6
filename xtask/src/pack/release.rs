//! What goes out with the package, and what is held before it does: sums, the lists of parts, the list of files, npm's own word.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{FOLDER, crate_version, sbom, tarball_path};
use crate::{
    sh::{Sh, sh},
    toolchain::Tools,
};

/// Every file that the package holds. One that is not named here does not go out.
const FILES: &str = include_str!("files.txt");
/// What `exports` has besides modules.
const UNTYPED: &[&str] = &[
    "image.wasm",
    "image.worker.js",
    "kyc.wasm",
    "lifecycle.wasm",
    "mrz.wasm",
    "national-id.wasm",
    "phone.wasm",
    "sandbox.wasm",
];
/// The most that a user downloads, in bytes.
const MOST: u64 = 4_000_000;

/// Writes the lists of parts and `SHA256SUMS` beside the tarball.
pub(super) fn accompany(root: &Path, tarball: &Path) -> anyhow::Result<()> {
    let folder = root.join("dist/npm");
    let version = crate_version(root)?;
    let mut files = vec![tarball.to_path_buf()];
    for (name, text) in [("npm", sbom::of_package(root)?), ("crate", sbom::of_crate(root)?)] {
        let file = folder.join(format!("kyc-rules-{version}.{name}.cdx.json"));
        fs::write(&file, text)?;
        files.push(file);
    }
    let mut sums = String::new();
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        sums.push_str(&format!("{}  {name}\n", sum(file)?));
    }
    fs::write(folder.join("SHA256SUMS"), &sums)?;
    print!("{sums}");
    Ok(())
}

/// The SHA-256 of a file, as `sha256sum` writes it.
pub(crate) fn sum(file: &Path) -> anyhow::Result<String> {
    let digest = Sha256::digest(fs::read(file)?);
    let mut text = String::new();
    for byte in digest {
        text.push_str(&format!("{byte:02x}"));
    }
    Ok(text)
}

/// Holds the tarball to the list, the `exports` to the tarball, and lets npm go through publishing it.
pub(crate) fn check(root: &Path, tools: &Tools) -> anyhow::Result<()> {
    let tarball = tarball_path(root)?;
    let listed = sh("tar").words("--list --gzip --file").arg(&tarball).read()?;
    let held: BTreeSet<String> =
        listed.lines().map(|path| path.trim_start_matches("package/").to_owned()).collect();
    let locales = locales(root)?;
    let wanted: BTreeSet<String> = FILES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .flat_map(|line| match line.split_once("{locale}") {
            None => vec![line.to_owned()],
            Some((before, after)) => {
                locales.iter().map(|name| format!("{before}{name}{after}")).collect()
            }
        })
        .collect();
    let strange: Vec<_> = held.difference(&wanted).collect();
    let lacking: Vec<_> = wanted.difference(&held).collect();
    ensure!(
        strange.is_empty() && lacking.is_empty(),
        "in the tarball and not in xtask/src/pack/files.txt: {strange:?}; the other way round: {lacking:?}"
    );
    let package = root.join(FOLDER);
    let manifest: Value = serde_json::from_str(&fs::read_to_string(package.join("package.json"))?)?;
    exports(&manifest["exports"], &held)?;
    let bytes = fs::metadata(&tarball)?.len();
    ensure!(bytes < MOST, "the tarball has {bytes} bytes, over {MOST}");
    dry_run(tools, &package)?;
    println!("{} files, {bytes} bytes", held.len());
    Ok(())
}

/// The types as every way of resolving finds them; files that are no modules have none.
pub(crate) fn types(root: &Path, tools: &Tools) -> anyhow::Result<Sh> {
    Ok(tools
        .sh("attw")
        .arg(tarball_path(root)?)
        .words("--format table-flipped --no-emoji --no-color --exclude-entrypoints")
        .args(UNTYPED))
}

fn locales(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join("pkg-template/src/locales/generated"))? {
        let path: PathBuf = entry?.path();
        if path.extension().is_some_and(|end| end == "js") {
            names.push(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// What `exports` leads to is there.
fn exports(value: &Value, held: &BTreeSet<String>) -> anyhow::Result<()> {
    match value {
        Value::String(target) => {
            let target = target.trim_start_matches("./");
            let is_held = match target.split_once('*') {
                Some((start, end)) => {
                    held.iter().any(|file| file.starts_with(start) && file.ends_with(end))
                }
                None => held.contains(target),
            };
            ensure!(is_held, "exports leads to {target}, which is not packed");
        }
        Value::Object(conditions) => {
            for inner in conditions.values() {
                exports(inner, held)?;
            }
        }
        _ => bail!("exports holds {value}"),
    }
    Ok(())
}

/// `npm publish`, all but the last step; it must have nothing to say about the manifest.
fn dry_run(tools: &Tools, package: &Path) -> anyhow::Result<()> {
    let output = tools
        .sh("npm")
        .words("publish --dry-run --json --access public")
        .dir(package)
        .silent()
        .into_command()
        .output()
        .context("no npm")?;
    let said = String::from_utf8_lossy(&output.stderr);
    // Who tries it need not be who may publish.
    let complaint = said
        .lines()
        .filter(|line| line.contains("npm warn") || line.contains("npm error"))
        .find(|line| !line.contains("requires you to be logged in"));
    ensure!(
        output.status.success() && complaint.is_none(),
        "npm publish --dry-run: {}",
        complaint.unwrap_or("it failed")
    );
    Ok(())
}
