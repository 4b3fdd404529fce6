//! `cargo xtask differential image`: makes the test files, and holds what we say of each to exiftool, pdfinfo, pdfimages, Pillow and
//! scikit-image; then the same on photos that packages ship. Wants Python, and Debian's `libimage-exiftool-perl poppler-utils qpdf
//! ghostscript`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};

use crate::{python, sh::sh};

/// From `PyPI`: what makes the files, and what they are compared with.
const PYPI: &str = "Pillow scikit-image numpy img2pdf reportlab fpdf2 pikepdf";

/// Crates that ship photos.
const CRATES: &str = "jpeg-decoder@0.3.2 kamadak-exif@0.6.1";

/// `cargo xtask differential image`.
pub(crate) fn run(root: &Path, _: &[String]) -> anyhow::Result<()> {
    let folder = root.join("target/differential/image");
    let python = python::with(root, "image", PYPI)?;
    let files = folder.join("files");
    sh(&python).arg(root.join("tests/images/make.py")).arg(&files).run()?;
    sh("cargo").words("build --quiet --release --features cli --bin kyc").dir(root).run()?;
    println!("\n== files of our own");
    let own = compare(root, &python, &files, "files");
    println!("\n== photos that packages ship");
    let shipped = compare(root, &python, &photos(&folder, &python)?, "photos");
    println!("\n== how often a measure is wrong, and what is certain, on files of our own");
    sh("cargo")
        .words("test --quiet --features decode --test image_corpus -- --nocapture")
        .env("KYC_IMAGES", &files)
        .dir(root)
        .run()?;
    own.and(shipped)
}

/// Reports of every file in a folder, beside others' words for them.
fn compare(root: &Path, python: &Path, files: &Path, set: &str) -> anyhow::Result<()> {
    let mut command = std::process::Command::new(root.join("target/release/kyc"));
    command.args(["image", "--json"]);
    for path in listed(files)? {
        if path.extension().is_some_and(|extension| extension != "tsv") {
            command.arg(path);
        }
    }
    let output = command.output().context("kyc image")?;
    ensure!(output.status.code() == Some(1), "kyc image ended with {}", output.status);
    let reports = files.with_extension("ndjson");
    fs::write(&reports, output.stdout)?;
    let script = root.join("xtask/src/differential/image.py");
    sh(python).arg(script).arg(files).arg(&reports).arg(set).run()
}

/// The photos of scikit-image and of the crates, in one folder.
fn photos(folder: &Path, python: &Path) -> anyhow::Result<PathBuf> {
    let photos = folder.join("photos");
    fs::create_dir_all(&photos)?;
    let home = "import skimage.data; print(skimage.data.__path__[0])";
    let home = sh(python).arg("-c").arg(home).silent().read()?;
    let project = folder.join("crates");
    if !project.join("vendor").exists() {
        fs::create_dir_all(project.join("src"))?;
        fs::write(project.join("src/lib.rs"), "")?;
        let manifest = "[package]\nname = \"photos\"\nedition = \"2024\"\n[workspace]\n";
        fs::write(project.join("Cargo.toml"), manifest)?;
        sh("cargo").words("add --quiet").words(CRATES).dir(&project).run()?;
        sh("cargo").words("vendor --quiet --versioned-dirs").dir(&project).silent().run()?;
    }
    copy(Path::new(home.trim()), "skimage", &photos)?;
    for of in listed(&project.join("vendor"))? {
        let name = of.file_name().unwrap_or_default().to_string_lossy().into_owned();
        copy(&of, &name, &photos)?;
    }
    Ok(photos)
}

/// Copies the pictures in a folder and those below it.
fn copy(from: &Path, prefix: &str, to: &Path) -> anyhow::Result<()> {
    for path in listed(from)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_dir() {
            copy(&path, prefix, to)?;
        } else if matches!(extension.as_str(), "jpg" | "jpeg" | "png") {
            fs::copy(&path, to.join(format!("{prefix}-{name}")))?;
        }
    }
    Ok(())
}

fn listed(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
