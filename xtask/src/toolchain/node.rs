//! The JavaScript tools: `npm ci` from the project's own lock file.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::sh::{sh, which};

/// The folder of the tools' programs.
pub(crate) fn ready(root: &Path) -> anyhow::Result<PathBuf> {
    install(root, "")?;
    Ok(root.join("node_modules/.bin"))
}

/// Installs what the lock file of a folder names, where that is not done yet.
pub(crate) fn install(folder: &Path, options: &str) -> anyhow::Result<()> {
    let lock_file = folder.join("package-lock.json");
    let lock = std::fs::read(&lock_file)
        .with_context(|| format!("cannot read {}", lock_file.display()))?;
    // A copy of the lock file, written last, tells what is installed.
    let installed = folder.join("node_modules/.installed.json");
    if std::fs::read(&installed).ok().as_deref() != Some(lock.as_slice()) {
        if which("npm").is_none() {
            bail!("no npm: install Node.js 20 or newer, with npm");
        }
        sh("npm")
            .words("ci --no-audit --no-fund --loglevel=error")
            .words(options)
            .dir(folder)
            .run()?;
        std::fs::write(&installed, &lock).context("cannot write into node_modules")?;
    }
    Ok(())
}
