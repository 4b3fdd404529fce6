//! `cargo xtask differential image`: makes the test files, and holds what we say of each to exiftool, pdfinfo, pdfimages, Pillow and
//! scikit-image. Wants Python, and Debian's `libimage-exiftool-perl poppler-utils qpdf ghostscript`.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use crate::sh::sh;

/// From `PyPI`: what makes the files, and what they are compared with.
const PYPI: &str = "Pillow scikit-image numpy img2pdf reportlab fpdf2 pikepdf";

/// `cargo xtask differential image`.
pub(crate) fn run(root: &Path, _: &[String]) -> anyhow::Result<()> {
    let folder = root.join("target/differential/image");
    let venv = folder.join("python");
    let python: PathBuf =
        venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        sh("python3").words("-m venv").arg(&venv).run()?;
    }
    sh(&python).words("-m pip install --quiet --disable-pip-version-check").words(PYPI).run()?;
    let files = folder.join("files");
    sh(&python).arg(root.join("tests/images/make.py")).arg(&files).run()?;
    sh("cargo").words("build --quiet --release --features cli --bin kyc").dir(root).run()?;
    let mut command = std::process::Command::new(root.join("target/release/kyc"));
    command.args(["image", "--json"]);
    for entry in std::fs::read_dir(&files)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension != "tsv") {
            command.arg(path);
        }
    }
    let output = command.output().context("kyc image")?;
    ensure!(output.status.code() == Some(1), "kyc image ended with {}", output.status);
    let reports = folder.join("reports.ndjson");
    std::fs::write(&reports, output.stdout)?;
    sh(&python)
        .arg(root.join("xtask/src/differential/image.py"))
        .arg(&files)
        .arg(&reports)
        .run()?;
    sh("cargo")
        .words("test --features decode --test image_corpus -- --nocapture")
        .env("KYC_IMAGES", &files)
        .dir(root)
        .run()
}
