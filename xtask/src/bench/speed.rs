//! How fast, beside what people would use instead: natively by criterion, and through the packed package in Node.

use std::{fmt::Write, path::Path};

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::readme::grouped;
use crate::{sh::sh, toolchain::Tools};

/// A line of `benches/rivals.mjs`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    /// The payload, as one of them judges it.
    Payload(Box<Payload>),
    /// A check beside a rival's.
    Race { what: String, ours: usize, rival: String, theirs: usize, ratio: f64 },
    /// A phone library's bytes, bundled.
    Bytes { rival: String, brotli: usize },
}

/// Calls a second, and how many times as fast we are.
#[derive(Deserialize)]
struct Speed {
    rate: usize,
    ratio: f64,
}

impl Speed {
    fn shown(&self) -> String {
        format!("{} ({})", grouped(self.rate), self.ratio)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payload {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// Brotli bytes with the looser phone metadata.
    loose: usize,
    /// Milliseconds.
    start: f64,
    valid: Speed,
    five: Speed,
    unread: Speed,
    good: usize,
    mutations: usize,
    /// How many mutations are beyond those that all must refuse.
    of: usize,
    accepted: usize,
    refused: usize,
    exact: usize,
    beside: usize,
    more: usize,
    warned: usize,
    /// How many of them only we catch.
    only: usize,
    in_messages: usize,
    in_errors: usize,
}

/// What the rivals' table needs, and what its columns say.
const PAYLOADS: &str = "| the guide's payload by | raw | gzip | brotli | cold start | valid/s | 5 issues/s | exact path | beyond | in messages | in errors |\n\
     |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";

/// Installs the rivals.
pub(super) fn install(root: &Path) -> anyhow::Result<()> {
    sh("npm").words("ci --silent --no-audit --no-fund").dir(root.join("benches")).run()
}

/// The tables, in Markdown; the package must be packed.
pub(super) fn tables(root: &Path, tools: &Tools) -> anyhow::Result<String> {
    install(root)?;
    Ok(format!("{}\n{}", rivals(tools, &[])?, native(&root.join("benches"))?)
        + "\nBy criterion, on one core of a shared machine; the middle of its three figures.\n")
}

/// What `benches/rivals.mjs` says, as tables.
pub(super) fn rivals(tools: &Tools, args: &[&str]) -> anyhow::Result<String> {
    let said = tools.sh("node").arg("benches/rivals.mjs").args(args).silent().read()?;
    let mut races = String::from(
        "| phones through npm | a second | rival | a second | ratio |\n|---|---:|---|---:|---:|\n",
    );
    let mut bytes = Vec::new();
    let mut payloads = Vec::new();
    for line in said.lines() {
        match serde_json::from_str(line).context("rivals.mjs said something else")? {
            Line::Payload(payload) => payloads.push(payload),
            Line::Race { what, ours, rival, theirs, ratio } => {
                let (ours, theirs) = (grouped(ours), grouped(theirs));
                let _ = writeln!(races, "| {what} | {ours} | {rival} | {theirs} | {ratio} |");
            }
            Line::Bytes { rival, brotli } => bytes.push(format!("{rival} {}", grouped(brotli))),
        }
    }
    let mut text = payload_table(&payloads)?;
    if !bytes.is_empty() {
        let _ = writeln!(text, "\n{races}\nBundled, by brotli: {}.", bytes.join(", "));
    }
    Ok(text)
}

fn payload_table(payloads: &[Box<Payload>]) -> anyhow::Result<String> {
    let ours = payloads.first().context("rivals.mjs measured nothing")?;
    let mut text = String::from(PAYLOADS);
    for it in payloads {
        // Where one fails a mutation that all must refuse, the figures compare nothing.
        ensure!(
            it.accepted == it.good && it.refused == it.mutations,
            "{} refuses {} of {} and accepts {} of {}",
            it.name,
            it.refused,
            it.mutations,
            it.accepted,
            it.good
        );
        let beside = if it.beside > 0 { format!(" (+{})", it.beside) } else { String::new() };
        let warned = if it.warned > 0 { format!(" + {}", it.warned) } else { String::new() };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {:.1} ms | {} | {} | {}{beside} | {}{warned} | {} | {} |",
            it.name,
            grouped(it.raw),
            grouped(it.gzip),
            grouped(it.brotli),
            it.start,
            it.valid.shown(),
            it.five.shown(),
            it.exact,
            it.more,
            it.in_messages,
            it.in_errors,
        );
    }
    let loose: Vec<_> = payloads
        .iter()
        .filter(|it| it.loose != it.brotli)
        .map(|it| format!("{} {}", it.name, grouped(it.loose)))
        .collect();
    let unread = payloads.iter().skip(1).map(|it| it.unread.ratio).fold(f64::INFINITY, f64::min);
    let _ = writeln!(
        text,
        "\n[`benches/rivals`](benches/rivals): all accept the same {} payloads and refuse the same {} mutations. Sizes as bundled by \
         esbuild, with libphonenumber-js max but where phones are loose; with its looser `min`, by brotli: {}. Cold start: import and \
         first answer in a fresh process, beyond Node's own start. In brackets, how many times as fast we are; our five issues unread are {} \
         a second, {unread} times the fastest rival. Exact path: mutations whose path is named (issues elsewhere). Beyond: of {} more mistakes, \
         how many are refused + warned of; {} nobody but us. In messages, in errors: mutations whose message, or whose error object when logged, holds the \
         person's value. Medians, turn by turn.",
        ours.good,
        ours.mutations,
        loose.join(", "),
        grouped(ours.unread.rate),
        ours.of,
        ours.only
    );
    Ok(text)
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
