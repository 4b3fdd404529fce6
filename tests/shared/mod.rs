//! The shared vectors, where the folder with them exists: `KYC_SHARED`, else `../shared`.

use std::{fs, path::PathBuf};

/// A file of the shared vectors; `None`, and a printed line, where there is none.
pub(crate) fn text(file: &str) -> Option<String> {
    let shared =
        std::env::var_os("KYC_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let text = fs::read_to_string(shared.join("vectors").join(file)).ok();
    if text.is_none() {
        println!("skipped: no {file} in the shared vectors");
    }
    text
}

/// Its rows of unescaped cells, without the header.
pub(crate) fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let text = text(file)?;
    let rows = text.lines().skip(1).filter(|line| !line.is_empty());
    Some(rows.map(|line| line.split('\t').map(unescape).collect()).collect())
}

/// Undoes `\\`, `\t`, `\n`, `\r`, `\uXXXX` and `\u{X}`.
pub(crate) fn unescape(cell: &str) -> String {
    let mut text = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => text.push('\t'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('u') => {
                let rest = chars.as_str();
                let hex = match rest.strip_prefix('{') {
                    Some(braced) => braced.split('}').next().unwrap(),
                    None => &rest[..4],
                };
                let skip = if rest.starts_with('{') { hex.len() + 2 } else { 4 };
                let code = u32::from_str_radix(hex, 16).unwrap();
                text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                chars = rest[skip..].chars();
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}
