//! `wasm-pack` and `wasm-bindgen`: taken from `PATH` where the version is right, else built by `cargo install` into the cache.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::sh::sh;

const WASM_PACK: &str = "0.15.1";

/// The folders that hold the programs (none for those on `PATH`).
pub(crate) fn ready(root: &Path, cache: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let bindgen = locked(root, "wasm-bindgen")?;
    let wanted =
        [("wasm-pack", "wasm-pack", WASM_PACK), ("wasm-bindgen-cli", "wasm-bindgen", &bindgen)];
    let mut folders = Vec::new();
    for (package, program, version) in wanted {
        if is(program, version) {
            continue;
        }
        let home = cache.join(format!("{package}-{version}"));
        let folder = home.join("bin");
        if !is(&folder.join(program).to_string_lossy(), version) {
            install(package, version, &home)?;
        }
        folders.push(folder);
    }
    Ok(folders)
}

/// Whether this program says it is of this version.
fn is(program: &str, version: &str) -> bool {
    sh(program)
        .arg("--version")
        .read()
        .is_ok_and(|said| said.split_whitespace().last() == Some(version))
}

/// The first try keeps to the versions that the package's authors locked; a registry may have lost one of them.
fn install(package: &str, version: &str, home: &Path) -> anyhow::Result<()> {
    let cargo = || {
        sh("cargo")
            .words("install --quiet --force --version")
            .arg(version)
            .arg(package)
            .arg("--root")
            .arg(home)
            // Away from the project and from what the caller set for it.
            .dir(std::env::temp_dir())
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS")
    };
    cargo().arg("--locked").run().or_else(|_| cargo().run())
}

/// The version of a package in `Cargo.lock`.
fn locked(root: &Path, package: &str) -> anyhow::Result<String> {
    let lock =
        std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock has no {package}"))
}
