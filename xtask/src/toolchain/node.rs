//! The JavaScript tools: `npm ci` from the project's own lock file.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::sh::{sh, which};

/// The folder of the tools' programs.
pub(crate) fn ready(root: &Path) -> anyhow::Result<PathBuf> {
    let lock_file = root.join("package-lock.json");
    let lock = std::fs::read(&lock_file).context("cannot read package-lock.json")?;
    let modules = root.join("node_modules");
    // A copy of the lock file, written last, tells what is installed.
    let installed = modules.join(".installed.json");
    if std::fs::read(&installed).ok().as_deref() != Some(lock.as_slice()) {
        if which("npm").is_none() {
            bail!("no npm: install Node.js 20 or newer, with npm");
        }
        sh("npm").words("ci --no-audit --no-fund --loglevel=error").dir(root).run()?;
        std::fs::write(&installed, &lock).context("cannot write into node_modules")?;
    }
    Ok(modules.join(".bin"))
}
