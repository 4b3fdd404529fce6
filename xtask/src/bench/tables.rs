//! What each generated table costs: its literals, compressed.

use std::{fmt::Write, fs, path::Path};

use anyhow::Context;

use crate::sizes;

/// The tables of `src/tables` and their sizes, in Markdown.
pub(super) fn table(root: &Path) -> anyhow::Result<String> {
    let folder = root.join("src/tables");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .context("cannot read src/tables")?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut text =
        String::from("| table | what | raw | gzip | brotli |\n|---|---|---:|---:|---:|\n");
    for file in files.iter().filter(|file| !file.ends_with("mod.rs")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(file)?;
        let (what, bytes) = match std::str::from_utf8(&bytes) {
            Ok(source) if name.ends_with(".rs") => (first_sentence(source), literals(source)),
            _ => ("A compiled automaton, as it is", bytes),
        };
        let size = sizes::of_bytes(&bytes)?;
        let _ = writeln!(
            text,
            "| `{name}` | {what} | {} | {} | {} |",
            size.raw, size.gzip, size.brotli
        );
    }
    text.push_str(
        "\nBytes of a table's literals, alone; `country_names` and `subdivision_names` are linked by the features of those names only, \
         `phone_formats` in the stead of `phone_machines`.\n",
    );
    Ok(text)
}

fn first_sentence(source: &str) -> &str {
    let line = source.lines().find_map(|line| line.strip_prefix("//! ")).unwrap_or_default();
    let end = line.find(". ").or_else(|| line.find(':'));
    end.and_then(|end| line.get(..end)).unwrap_or(line).trim_end_matches('.')
}

/// A table without its comments and indentation.
fn literals(source: &str) -> Vec<u8> {
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n").into_bytes()
}
