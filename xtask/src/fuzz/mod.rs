//! `cargo xtask fuzz [NAME… | all] [--runs N] [--seconds N]`: a target of `fuzz/` by libFuzzer, on the stable compiler: coverage by LLVM's own pass, no
//! sanitizer, since the core forbids `unsafe`. Seeds and dictionary are made from the table and the vectors; inputs that once
//! failed stand in `fuzz/regressions` and are tried first. Runs of more than a minute are added to `fuzz/ledger.tsv`.

mod seeds;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::Instant,
};

use anyhow::{Context, bail, ensure};
use seeds::{sow, words};

use crate::sh::sh;

/// A target.
struct Target {
    name: &'static str,
    /// How many bytes stand before the text in its input: choices among policies, fields, schemes.
    before: usize,
    /// The longest input: long enough for every limit that it can meet, and no longer, since time goes by the byte.
    longest: usize,
    /// How many inputs are tried with every change: some ten seconds' worth. By number, not by the clock, so that they
    /// are the same ones each time: what a change did not cause is for the long runs to find.
    tried: u64,
}

const fn target(name: &'static str, before: usize, longest: usize, tried: u64) -> Target {
    Target { name, before, longest, tried }
}

const TARGETS: &[Target] = &[
    target("api_error", 2, 512, 1_500_000),
    target("ids", 2, 80, 3_000_000),
    target("image", 5, 4096, 500_000),
    target("json", 0, 512, 1_000_000),
    target("mrz", 0, 320, 800_000),
    target("packed", 1, 2048, 600_000),
    target("patch", 0, 2048, 300_000),
    target("payload", 1, 2048, 250_000),
    target("pdf", 0, 4096, 800_000),
    target("phone", 2, 96, 1_000_000),
    target("rules", 2, 512, 400_000),
    target("webhook", 9, 512, 400_000),
];

/// Counters on every edge. Comparisons are not shown to the fuzzer: that takes 20 to 70 per cent of the time, and the words of the rules
/// stand in the dictionary.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Ccodegen-units=1 --cfg fuzzing";

/// `cargo xtask fuzz`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    let mut wanted = Vec::new();
    let (mut runs, mut seconds) = (None, None);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut number = || -> anyhow::Result<u64> {
            args.next().context("say how many")?.parse().context("that is no number")
        };
        match arg.as_str() {
            "--runs" => runs = Some(number()?),
            "--seconds" => seconds = Some(number()?),
            "all" => wanted.clone_from(&names),
            name if names.contains(&name) => wanted.push(name),
            other => bail!("no target {other}; there are: {}", names.join(", ")),
        }
    }
    if wanted.is_empty() {
        println!("targets: {}, all", names.join(", "));
        for (name, (executions, rate)) in ledger(root)? {
            println!("{name}: {executions} executions so far, up to {rate} a second");
        }
        return Ok(());
    }
    build(root)?;
    let mut found = Vec::new();
    for name in wanted {
        let runs = runs.map(|runs| format!("-runs={runs}"));
        let seconds = seconds.map(|seconds| format!("-max_total_time={seconds}"));
        let how: Vec<String> = runs.into_iter().chain(seconds).collect();
        let corpus = folder(root).join("corpus").join(name);
        let done = match fuzz(root, name, &corpus, &how) {
            Ok(done) => done,
            Err(error) => {
                println!("{error:#}");
                found.push(name);
                continue;
            }
        };
        println!(
            "{name}: {} executions in {} s, {} a second",
            done.executions,
            done.seconds,
            done.rate()
        );
        if done.seconds >= 60 {
            note(root, name, done)?;
        }
    }
    ensure!(found.is_empty(), "something was found by {}", found.join(", "));
    Ok(())
}

/// Replays what once failed, and tries as many inputs of every target as its row says. How many targets held.
pub(crate) fn check(root: &Path) -> anyhow::Result<u32> {
    build(root)?;
    let mut held = 0;
    for Target { name, tried, .. } in TARGETS {
        let corpus = folder(root).join("corpus-of-tests").join(name);
        if corpus.exists() {
            fs::remove_dir_all(&corpus)?;
        }
        let done = fuzz(root, name, &corpus, &["-seed=1".to_owned(), format!("-runs={tried}")])?;
        println!("{name}: {} executions in {} s", done.executions, done.seconds);
        held += 1;
    }
    Ok(held)
}

fn folder(root: &Path) -> PathBuf {
    root.join("target/fuzz")
}

fn host() -> anyhow::Result<String> {
    let said = sh("rustc").arg("-vV").read()?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc names no host")
}

fn build(root: &Path) -> anyhow::Result<()> {
    sh("cargo")
        .words("build --quiet --release --manifest-path fuzz/Cargo.toml --target")
        .arg(host()?)
        .dir(root)
        .env("RUSTFLAGS", FLAGS)
        .env("CARGO_TARGET_DIR", folder(root))
        .run()
}

fn named(name: &str) -> anyhow::Result<&'static Target> {
    TARGETS.iter().find(|target| target.name == name).context("no such target")
}

/// What a run did.
#[derive(Debug, Clone, Copy)]
struct Done {
    executions: u64,
    seconds: u64,
}

impl Done {
    fn rate(self) -> u64 {
        self.executions / self.seconds.max(1)
    }
}

fn fuzz(root: &Path, name: &str, corpus: &Path, how: &[String]) -> anyhow::Result<Done> {
    let home = folder(root);
    let (seeds, finds) = (home.join("seeds").join(name), home.join("finds").join(name));
    let regressions = root.join("fuzz/regressions").join(name);
    for folder in [corpus, &seeds, &finds] {
        fs::create_dir_all(folder)?;
    }
    sow(root, named(name)?, &seeds)?;
    let dictionary = home.join(format!("{name}.dict"));
    fs::write(&dictionary, words())?;
    let mut command = std::process::Command::new(home.join(host()?).join("release").join(name));
    command.arg(format!("-dict={}", dictionary.display()));
    command.arg(format!("-artifact_prefix={}/", finds.display()));
    command.args(["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    command.arg(format!("-max_len={}", named(name)?.longest));
    command.args(how).arg(corpus).arg(&seeds);
    if regressions.is_dir() {
        command.arg(&regressions);
    }
    let start = Instant::now();
    let output =
        command.stdout(Stdio::null()).output().with_context(|| format!("cannot run {name}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let executions =
        said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    if !output.status.success() {
        let end: Vec<&str> =
            said.lines().rev().filter(|line| !line.starts_with("  ")).take(14).collect();
        let end: Vec<&str> = end.into_iter().rev().collect();
        bail!("{name} found something, in {}:\n{}", finds.display(), end.join("\n"));
    }
    let executions = executions.and_then(|count| count.trim().parse().ok());
    let executions = executions.context("libFuzzer counted nothing")?;
    Ok(Done { executions, seconds: start.elapsed().as_secs() })
}

/// A line of the ledger.
fn note(root: &Path, name: &str, done: Done) -> anyhow::Result<()> {
    let commit = sh("git").words("rev-parse --short=10 HEAD").dir(root).read()?;
    let date = sh("git").words("log -1 --format=%cs").dir(root).read()?;
    let file = root.join("fuzz/ledger.tsv");
    let mut text = fs::read_to_string(&file).unwrap_or_default();
    if text.is_empty() {
        text.push_str("date\tcommit\ttarget\texecutions\tseconds\ta second\n");
    }
    let Done { executions, seconds } = done;
    text.push_str(&format!("{date}\t{commit}\t{name}\t{executions}\t{seconds}\t{}\n", done.rate()));
    fs::write(&file, text).context("cannot write the ledger")
}

/// The sum of the ledger's runs by target: executions, and the highest rate.
pub(crate) fn ledger(root: &Path) -> anyhow::Result<BTreeMap<String, (u64, u64)>> {
    let text = fs::read_to_string(root.join("fuzz/ledger.tsv")).unwrap_or_default();
    let mut sums = BTreeMap::new();
    for line in text.lines().skip(1) {
        let [_, _, name, executions, _, rate] = line.split('\t').collect::<Vec<_>>()[..] else {
            bail!("no line of the ledger: {line}");
        };
        let sum = sums.entry(name.to_owned()).or_insert((0, 0));
        *sum = (sum.0 + executions.parse::<u64>()?, rate.parse::<u64>()?.max(sum.1));
    }
    Ok(sums)
}
