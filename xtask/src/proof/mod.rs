//! `cargo xtask proof [NAME…]`: what is too long for every change: whole domains, worst cases, long differentials, cargo-deny,
//! the minimum Rust, mutants, coverage. What each found stands in `docs/proof.md`, which it writes; a part that was not run this time keeps
//! its figures and their date.

mod parts;

use std::{collections::BTreeMap, fs, path::Path, time::Instant};

use anyhow::{Context, bail, ensure};
use parts::{
    coverage, deny, folders, fuzzed, links, memory, modules, msrv, own, pictures, tested, worst,
};

pub(crate) use parts::tool;

use crate::{mutants, sh::sh};

/// A part: its name, what it shows, and how: what it found, in a line or a few.
struct Part {
    name: &'static str,
    shows: &'static str,
    run: fn(&Path) -> anyhow::Result<String>,
}

const PARTS: &[Part] = &[
    Part {
        name: "dates",
        shows: "All 10^8 texts `dddd-dd-dd`, against the calendar stated on its own",
        run: |root| tested(root, "proof", "all_dates", " dates, "),
    },
    Part {
        name: "ssn",
        shows: "All 10^9 social security numbers, against the SSA's rule stated on its own",
        run: |root| tested(root, "national_id_exhaustive", "every_social", " numbers, "),
    },
    Part {
        name: "json-serde",
        shows: "JSON texts, a few bytes changed, against `serde_json`",
        run: |root| tested(root, "proof", "ten_million_texts", " texts, "),
    },
    Part {
        name: "json-node",
        shows: "JSON texts, a few characters changed, against `JSON.parse` and `serde_json`",
        run: |root| own(root, &["differential", "json", "10000000"], " texts, "),
    },
    Part {
        name: "dates-python",
        shows: "Dates and eighteenth birthdays, against Python's `datetime`",
        run: |root| own(root, &["differential", "date"], " dates, "),
    },
    Part { name: "links", shows: "Image links, against WHATWG `URL` in Node", run: links },
    Part {
        name: "locales",
        shows: "Language tags and regions, against ICU as Node's `Intl` has it",
        run: |root| own(root, &["differential", "locale", "1000000"], " tags, "),
    },
    Part {
        name: "phones",
        shows: "Phone numbers of all regions, against `phonenumbers` of the same metadata",
        run: |root| own(root, &["differential", "phone", "1000000"], " numbers, "),
    },
    Part {
        name: "mrz",
        shows: "Machine-readable zones, against two libraries",
        run: |root| own(root, &["differential", "mrz"], "zones"),
    },
    Part {
        name: "images",
        shows: "Pictures and PDFs, against `exiftool` and `pdfinfo`",
        run: pictures,
    },
    Part {
        name: "memory",
        shows: "The packed entry's memory after ten million calls and after texts of 100 MB",
        run: memory,
    },
    Part {
        name: "reports",
        shows: "Reports of generated payloads, natively and by the packed wasm in Node, byte for byte",
        run: |root| own(root, &["differential", "reports", "100000"], " payloads, "),
    },
    Part {
        name: "matrix",
        shows: "The packed package in every runtime and bundler of docs/environments.md",
        run: |root| own(root, &["matrix"], " passed, "),
    },
    Part {
        name: "folders",
        shows: "The package built in two folders from nothing but what is committed: one SHA-256",
        run: folders,
    },
    Part {
        name: "worst",
        shows: "64 KiB of the worst we could think of, the slowest answers",
        run: worst,
    },
    Part { name: "msrv", shows: "The minimum Rust", run: msrv },
    Part { name: "deny", shows: "`cargo deny`: bans, licences, sources", run: deny },
    Part {
        name: "publish",
        shows: "`cargo publish`, all but the last step",
        run: |root| {
            sh("cargo")
                .words("publish --dry-run --package kyc-rules --locked --allow-dirty --quiet")
                .dir(root)
                .run()?;
            Ok("builds from what would be sent".to_owned())
        },
    },
    Part {
        name: "wasm",
        shows: "The modules of the release in Node, fed texts and files that were changed here and there",
        run: modules,
    },
    Part { name: "fuzz", shows: "Fuzzing, all runs of the ledger", run: fuzzed },
    Part {
        name: "mutants",
        shows: "Mutants of rules, engine, reader and lifecycle that the tests catch",
        run: |root| mutants::found(root, &[]),
    },
    Part { name: "coverage", shows: "Lines of the core that the tests run", run: coverage },
];

/// `cargo xtask proof`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let known = || PARTS.iter().map(|part| part.name).collect::<Vec<_>>().join(", ");
    if let Some(unknown) = args.iter().find(|arg| !PARTS.iter().any(|part| part.name == *arg)) {
        bail!("no part {unknown}; there are: {}", known());
    }
    let mut failed = Vec::new();
    for part in
        PARTS.iter().filter(|part| args.is_empty() || args.iter().any(|arg| arg == part.name))
    {
        println!("\n== {}: {}", part.name, part.shows);
        let start = Instant::now();
        match (part.run)(root) {
            Ok(found) => {
                println!("{found}");
                write(root, part.name, &found, start.elapsed().as_secs())?;
            }
            Err(error) => {
                println!("{error:#}");
                failed.push(part.name);
            }
        }
    }
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}

/// Writes what a part found beside what the others did.
fn write(root: &Path, name: &str, found: &str, seconds: u64) -> anyhow::Result<()> {
    let file = root.join("docs/proof.md");
    let before = fs::read_to_string(&file).unwrap_or_default();
    let mut rows: BTreeMap<&str, String> = BTreeMap::new();
    for row in before.lines().filter(|line| line.starts_with("| `")) {
        if let Some(part) =
            PARTS.iter().find(|part| row.starts_with(&format!("| `{}` |", part.name)))
        {
            rows.insert(part.name, row.to_owned());
        }
    }
    let date = sh("git").words("log -1 --format=%cs").dir(root).read()?;
    let commit = sh("git").words("rev-parse --short=10 HEAD").dir(root).read()?;
    let part = PARTS.iter().find(|part| part.name == name).context("no such part")?;
    rows.insert(
        part.name,
        format!("| `{name}` | {} | {found} | {seconds} s | {date}, {commit} |", part.shows),
    );
    let mut text = include_str!("proof.md").to_owned();
    text.push_str("| part | what | found | took | when |\n|---|---|---|---:|---|\n");
    for part in PARTS {
        if let Some(row) = rows.get(part.name) {
            text.push_str(row);
            text.push('\n');
        }
    }
    fs::write(&file, text).context("cannot write docs/proof.md")
}
