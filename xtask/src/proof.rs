//! `cargo xtask proof [NAME…]`: what is too long for every change: whole domains, worst cases in milliseconds, long differentials, cargo-deny,
//! the minimum Rust, mutants, coverage. What each found stands in `docs/proof.md`, which it writes; a part that was not run this time keeps
//! its figures and their date.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, bail, ensure};

use crate::{
    differential, fuzz, mutants,
    pack::{self, release, tarball_path},
    sh::{Sh, sh},
    toolchain::Tools,
    wasm,
};

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
        run: |root| own(root, &["differential", "json", "1000000"], " texts, "),
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

/// A folder of its own for builds with other flags.
fn target(root: &Path, name: &str) -> PathBuf {
    root.join("target/proof").join(name)
}

/// Runs a test that is left out of every day's, optimised; the line it prints.
fn tested(root: &Path, suite: &str, name: &str, mark: &str) -> anyhow::Result<String> {
    let said = optimised(root, suite).words("-- --ignored --nocapture").arg(name).read()?;
    line(&said, mark)
}

/// A test suite, compiled as a release is.
fn optimised(root: &Path, suite: &str) -> Sh {
    sh("cargo")
        .words("test --quiet --features cli --test")
        .arg(suite)
        .dir(root)
        .env("CARGO_PROFILE_TEST_OPT_LEVEL", "3")
        .env("CARGO_TARGET_DIR", target(root, "optimised"))
}

/// Another of our own tasks; the line it prints.
fn own(root: &Path, args: &[&str], mark: &str) -> anyhow::Result<String> {
    let said = sh(std::env::current_exe()?).args(args).dir(root).read()?;
    line(&said, mark)
}

fn line(said: &str, mark: &str) -> anyhow::Result<String> {
    let found = said.lines().find(|line| line.contains(mark));
    found
        .map(|line| line.trim().to_owned())
        .with_context(|| format!("nothing said of `{mark}`:\n{said}"))
}

/// What each tool compared; a difference that is not listed fails.
fn pictures(root: &Path) -> anyhow::Result<String> {
    let said = sh(std::env::current_exe()?).words("differential image").dir(root).read()?;
    let lines = said
        .lines()
        .filter(|line| line.ends_with(" comparisons") || line.contains("blur_effect"))
        .collect::<Vec<_>>();
    ensure!(!lines.is_empty(), "nothing was compared:\n{said}");
    Ok(format!("{}; no difference but those listed", lines.join("; ")))
}

fn links(root: &Path) -> anyhow::Result<String> {
    let said = differential::url::command(&Tools::ready(root)?, &["1000000".to_owned()])?.read()?;
    line(&said, " passed, ")
}

/// Clones what is committed into two folders whose names differ in length, packs in each, and compares.
fn folders(root: &Path) -> anyhow::Result<String> {
    let mut sums = Vec::new();
    for name in ["a", "another/of-a-longer-name"] {
        let folder = target(root, "folders").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        sh("git").words("clone --quiet --no-hardlinks").arg(root).arg(&folder).run()?;
        sh("cargo")
            .words("xtask pack")
            .dir(&folder)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_MANIFEST_DIR")
            .run()?;
        sums.push(release::sum(&tarball_path(&folder)?)?);
    }
    let [first, second] = &sums[..] else { bail!("two folders were wanted") };
    ensure!(first == second, "two folders, two packages: {first} and {second}");
    Ok(format!("{first} twice"))
}

fn worst(root: &Path) -> anyhow::Result<String> {
    let said = optimised(root, "worst_case")
        .words("-- --nocapture --test-threads 1")
        .env("KYC_WORST_CASE", "1")
        .read()?;
    let mut lines = said.lines().skip_while(|line| !line.contains(" pairs of texts"));
    let pairs = lines.next().context("no pairs of texts")?.trim();
    let slowest: Vec<&str> =
        lines.take_while(|line| line.contains("s ")).take(3).map(str::trim).collect();
    Ok(format!(
        "{pairs}: none takes more than 2.2 times as long for twice the text; the slowest: {}",
        slowest.join("; ")
    ))
}

fn msrv(root: &Path) -> anyhow::Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let version =
        manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    let version = version.context("no rust-version")?;
    let here = sh("rustup").words("toolchain list").read().is_ok_and(|list| list.contains(version));
    if !here
        && !sh("rustup")
            .words("toolchain install --profile minimal")
            .arg(version)
            .status()
            .is_ok_and(|status| status.success())
    {
        // What can be said without it.
        sh("cargo")
            .words(
                "clippy --quiet --package kyc-rules --all-features -- -D clippy::incompatible_msrv",
            )
            .dir(root)
            .run()?;
        return Ok(format!(
            "{version}: not to be had on this machine; nothing newer of the standard library is used, says clippy"
        ));
    }
    sh("rustup")
        .arg("run")
        .arg(version)
        .words("cargo check --quiet --package kyc-rules --features cli,axum,validator")
        .dir(root)
        .env("CARGO_TARGET_DIR", target(root, "msrv"))
        .run()?;
    Ok(format!("{version} compiles it with every feature of servers"))
}

/// A tool of cargo's, installed where it is not there.
pub(crate) fn tool(name: &str) -> anyhow::Result<()> {
    if sh("cargo").arg(name).arg("--version").read().is_ok() {
        return Ok(());
    }
    sh("cargo").words("install --quiet --locked").arg(format!("cargo-{name}")).run()
}

fn deny(root: &Path) -> anyhow::Result<String> {
    tool("deny")?;
    sh("cargo").words("deny --log-level error check bans licenses sources").dir(root).run()?;
    Ok("bans ok, licences ok, sources ok".to_owned())
}

fn fuzzed(root: &Path) -> anyhow::Result<String> {
    let sums = fuzz::ledger(root)?;
    ensure!(!sums.is_empty(), "the ledger is empty: cargo xtask fuzz all --seconds 600");
    let all: Vec<String> = sums
        .iter()
        .map(|(name, (executions, rate))| {
            format!("`{name}` {:.1} million (up to {rate}/s)", millions(*executions))
        })
        .collect();
    Ok(all.join(", "))
}

#[expect(clippy::cast_precision_loss, reason = "shown with one digit behind the point")]
fn millions(count: u64) -> f64 {
    count as f64 / 1e6
}

/// What is no core: glue that runs in other runtimes, and the tools.
const NO_CORE: &str = r"(src/bin/|src/wasm/|xtask/|sandbox-server/|tests/|/registry/|/rustc/)";

fn coverage(root: &Path) -> anyhow::Result<String> {
    tool("llvm-cov")?;
    let said = sh("cargo")
        .words("llvm-cov --package kyc-rules --features cli,axum,validator --summary-only --json --ignore-filename-regex")
        .arg(NO_CORE)
        // Times say nothing of code that counts its lines.
        .words("--lib --tests -- --skip twice_the_text --skip what_takes_the_square")
        .dir(root)
        .read()?;
    let report = said.lines().find(|line| line.starts_with('{')).context("no report")?;
    let report: serde_json::Value = serde_json::from_str(report)?;
    let count = |what: &str| {
        let lines = report.pointer(&format!("/data/0/totals/lines/{what}"));
        lines.and_then(serde_json::Value::as_f64).with_context(|| format!("no {what} of lines"))
    };
    let (percent, covered, all) = (count("percent")?, count("covered")?, count("count")?);
    ensure!(percent >= 98.0, "{percent:.2} per cent of lines, {covered} of {all}: 98 is the aim");
    Ok(format!("{percent:.2} per cent: {covered} of {all}"))
}

/// Memory, counted before and after.
fn memory(root: &Path) -> anyhow::Result<String> {
    let tools = Tools::ready(root)?;
    pack::pack(root, &tools)?;
    let said = tools.sh("node").words("--expose-gc tests/js/memory.mjs 10000000").read()?;
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("ok: ")).collect();
    Ok(lines.join("; ").replace("ok: ", ""))
}

/// The modules as they are sent, each with its share of ten million.
fn modules(root: &Path) -> anyhow::Result<String> {
    let tools = Tools::ready(root)?;
    wasm::build(root, &tools, true)?;
    let said = tools.sh("node").words("tests/wasm_fuzz.mjs 10000000").read()?;
    let lines: Vec<&str> =
        said.lines().filter(|line| line.contains(" inputs")).map(str::trim).collect();
    ensure!(!lines.is_empty(), "nothing said of inputs:\n{said}");
    Ok(lines.join("; "))
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
