//! `data/FINGERPRINTS.csv`: file, size and SHA-256 of every generated table, so that a review sees at a glance which changed.

use std::{fmt::Write as _, path::Path};

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::File;

/// The file as the tables on disk want it, `made` taken before what is on disk.
pub(super) fn make(root: &Path, made: &[File]) -> anyhow::Result<File> {
    let folder = root.join("src/tables");
    let mut lines = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let name = entry?.file_name();
        let path = Path::new("src/tables").join(&name);
        if made.iter().any(|file| file.path == path) {
            continue;
        }
        let bytes = std::fs::read(root.join(&path))?;
        // An automaton has no first line to say so.
        let binary = path.extension().is_some_and(|extension| extension == "bin");
        if binary || bytes.starts_with(b"// @generated") {
            lines.push(line(&path, &bytes));
        }
    }
    let tables = made.iter().filter(|file| file.path.starts_with("src/tables"));
    lines.extend(tables.map(|file| line(&file.path, &file.bytes)));
    lines.sort_unstable();
    let text = format!("file,bytes,sha256\n{}\n", lines.join("\n"));
    Ok(File { path: "data/FINGERPRINTS.csv".into(), bytes: text.into_bytes() })
}

fn line(path: &Path, bytes: &[u8]) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut out = format!("{path},{},", bytes.len());
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
