//! `cargo xtask demo`: from a fresh clone to the guide's sample judged in the terminal and the page in a browser.

use std::{fs, path::Path};

use anyhow::{Context, bail};

use crate::{pack, serve, toolchain::Tools};

/// Where the page and the package it imports are put together: a folder that any static host can serve.
pub(crate) const FOLDER: &str = "dist/demo";

/// The day the sample's documents are looked at, since they expire.
const TODAY: &str = "2026-01-31";

/// `cargo xtask demo [--build] [--port N]`: `--build` assembles it without serving it.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let build_only = args.iter().any(|arg| arg == "--build");
    let tools = Tools::ready(root)?;
    pack::pack(root, &tools)?;
    assemble(root)?;
    if build_only {
        return Ok(());
    }
    println!("\nThe guide's sample, on {TODAY}:\n");
    let judged =
        tools.sh("cargo").words("kyc check tests/sample.json --today").arg(TODAY).status()?;
    // 1 would be a verdict other than `ready`; more is no verdict at all.
    if !judged.success() && judged.code() != Some(1) {
        bail!("the sample could not be judged: {judged}");
    }
    serve::run(root, args)
}

/// Puts `www-demo` and the package, as `kyc-rules/`, into [`FOLDER`].
pub(crate) fn assemble(root: &Path) -> anyhow::Result<()> {
    let folder = root.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {FOLDER}"))?;
    }
    copy(&root.join("www-demo"), &folder).context("cannot copy www-demo")?;
    copy(&root.join(pack::FOLDER), &folder.join("kyc-rules")).context("cannot copy the package")
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}
