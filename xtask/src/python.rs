//! Python with packages of `PyPI`, in an environment of its own under `target`: for comparing with others' libraries.

use std::path::{Path, PathBuf};

use crate::sh::sh;

/// The interpreter of the environment of that name, with these packages, which are installed where they are not yet.
pub(crate) fn with(root: &Path, name: &str, packages: &str) -> anyhow::Result<PathBuf> {
    let folder = root.join("target/python").join(name);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let installed = folder.join("packages.txt");
    if std::fs::read_to_string(&installed).is_ok_and(|before| before == packages) {
        return Ok(python);
    }
    sh("python3").words("-m venv").arg(&folder).run()?;
    sh(&python)
        .words("-m pip install --quiet --disable-pip-version-check")
        .words(packages)
        .run()?;
    std::fs::write(&installed, packages)?;
    Ok(python)
}
