//! How fast, beside what people would use instead: natively by criterion, and through the packed package in Node.

use std::{fmt::Write, path::Path};

use anyhow::Context;
use serde::Deserialize;

use super::readme::grouped;
use crate::{sh::sh, toolchain::Tools};

/// A line of `benches/rivals.mjs`: a race, or a rival's bytes.
#[derive(Deserialize)]
struct Line {
    rival: String,
    #[serde(flatten)]
    kind: Kind,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Kind {
    Race { what: String, ours: usize, theirs: usize, ratio: f64 },
    Bytes { raw: usize, gzip: usize, brotli: usize },
}

/// The tables, in Markdown; the package must be packed.
pub(super) fn tables(root: &Path, tools: &Tools) -> anyhow::Result<String> {
    let folder = root.join("benches");
    sh("npm").words("ci --silent --no-audit --no-fund").dir(&folder).run()?;
    let said = tools.sh("node").arg("benches/rivals.mjs").silent().read()?;
    let lines: Vec<Line> = said
        .lines()
        .map(|line| serde_json::from_str(line).context("rivals.mjs said something else"))
        .collect::<anyhow::Result<_>>()?;
    let mut races = String::from(
        "| through npm, in Node | a second | rival | a second | ratio |\n|---|---:|---|---:|---:|\n",
    );
    let mut bytes =
        String::from("| rival, bundled | raw | gzip | brotli |\n|---|---:|---:|---:|\n");
    for Line { rival, kind } in &lines {
        let _ = match kind {
            Kind::Race { what, ours, theirs, ratio } => writeln!(
                races,
                "| {what} | {} | {rival} | {} | {ratio} |",
                grouped(*ours),
                grouped(*theirs)
            ),
            Kind::Bytes { raw, gzip, brotli } => writeln!(
                bytes,
                "| {rival} | {} | {} | {} |",
                grouped(*raw),
                grouped(*gzip),
                grouped(*brotli)
            ),
        };
    }
    Ok(format!(
        "{races}\nIn one process, turn by turn; medians of nine rounds.\n\n{}\nBy criterion, on one core of a shared machine; the \
         middle of its three figures.\n\n{bytes}",
        native(&folder)?
    ))
}

/// Criterion's figures: `group/name  thrpt: [low middle high]`.
fn native(folder: &Path) -> anyhow::Result<String> {
    let said = sh("cargo")
        .words("bench --quiet --bench native -- --warm-up-time 1 --measurement-time 3 --noplot")
        .dir(folder)
        .silent()
        .read()?;
    let mut table = String::from("| natively, one core | a second |\n|---|---:|\n");
    let mut name = String::new();
    for line in said.lines() {
        if let Some((before, _)) = line.split_once("time:") {
            let before = before.trim();
            if !before.is_empty() {
                before.clone_into(&mut name);
            }
        } else if let Some((_, figures)) = line.split_once("thrpt:") {
            let mut words = figures.trim().trim_start_matches('[').split_whitespace().skip(2);
            let (Some(middle), Some(unit)) = (words.next(), words.next()) else { continue };
            let unit = match unit.chars().next() {
                Some('M') => " million",
                Some('K') => ",000",
                _ => "",
            };
            let number: f64 = middle.parse().context("criterion printed another unit")?;
            let shown = if unit == ",000" { format!("{number:.0}") } else { middle.to_owned() };
            let _ = writeln!(table, "| {} | {shown}{unit} |", name.replace('/', ": "));
        } else if line.contains('/') && !line.starts_with(' ') {
            line.trim().clone_into(&mut name);
        }
    }
    Ok(table)
}
