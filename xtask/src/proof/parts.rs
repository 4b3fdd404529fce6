//! How each part of the proof is run, and the line that says what it found.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};

use crate::{
    differential, fuzz,
    pack::{self, release, tarball_path},
    sh::{Sh, sh},
    toolchain::Tools,
    wasm,
};

/// A folder of its own for builds with other flags.
fn target(root: &Path, name: &str) -> PathBuf {
    root.join("target/proof").join(name)
}

/// Runs a test that is left out of every day's, optimised; the line it prints.
pub(super) fn tested(root: &Path, suite: &str, name: &str, mark: &str) -> anyhow::Result<String> {
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
pub(super) fn own(root: &Path, args: &[&str], mark: &str) -> anyhow::Result<String> {
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
pub(super) fn pictures(root: &Path) -> anyhow::Result<String> {
    let said = sh(std::env::current_exe()?).words("differential image").dir(root).read()?;
    let lines = said
        .lines()
        .filter(|line| line.ends_with(" comparisons") || line.contains("blur_effect"))
        .collect::<Vec<_>>();
    ensure!(!lines.is_empty(), "nothing was compared:\n{said}");
    Ok(format!("{}; no difference but those listed", lines.join("; ")))
}

pub(super) fn links(root: &Path) -> anyhow::Result<String> {
    let said = differential::url::command(&Tools::ready(root)?, &["1000000".to_owned()])?.read()?;
    line(&said, " passed, ")
}

/// Clones what is committed into two folders whose names differ in length, packs in each, and compares.
pub(super) fn folders(root: &Path) -> anyhow::Result<String> {
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

pub(super) fn worst(root: &Path) -> anyhow::Result<String> {
    let said = optimised(root, "worst_case")
        .words("-- --nocapture --test-threads 1")
        .env("KYC_WORST_CASE", "1")
        .read()?;
    let mut lines = said.lines().skip_while(|line| !line.contains(" pairs of texts"));
    let pairs = lines.next().context("no pairs of texts")?.trim();
    let slowest: Vec<&str> =
        lines.take_while(|line| line.contains(" hashes, ")).take(3).map(str::trim).collect();
    Ok(format!(
        "{pairs}: none takes more than 2.2 times as long for twice the text; the slowest, in SHA-256 of the same text: {}",
        slowest.join("; ")
    ))
}

pub(super) fn msrv(root: &Path) -> anyhow::Result<String> {
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

pub(super) fn deny(root: &Path) -> anyhow::Result<String> {
    tool("deny")?;
    sh("cargo").words("deny --log-level error check bans licenses sources").dir(root).run()?;
    Ok("bans ok, licences ok, sources ok".to_owned())
}

pub(super) fn fuzzed(root: &Path) -> anyhow::Result<String> {
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

pub(super) fn coverage(root: &Path) -> anyhow::Result<String> {
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
pub(super) fn memory(root: &Path) -> anyhow::Result<String> {
    let tools = Tools::ready(root)?;
    pack::pack(root, &tools)?;
    let said = tools.sh("node").words("--expose-gc tests/js/memory.mjs 10000000").read()?;
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("ok: ")).collect();
    Ok(lines.join("; ").replace("ok: ", ""))
}

/// The modules as they are sent, each with its share of ten million.
pub(super) fn modules(root: &Path) -> anyhow::Result<String> {
    let tools = Tools::ready(root)?;
    wasm::build(root, &tools, true)?;
    let said = tools.sh("node").words("tests/wasm_fuzz.mjs 10000000").read()?;
    let lines: Vec<&str> =
        said.lines().filter(|line| line.contains(" inputs")).map(str::trim).collect();
    ensure!(!lines.is_empty(), "nothing said of inputs:\n{said}");
    Ok(lines.join("; "))
}
