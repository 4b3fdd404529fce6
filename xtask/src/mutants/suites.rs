//! The binaries of tests: which mutants each reaches, and whether it fails for one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::process::ExitStatusExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, ensure};

use super::{ASKED, Fate, compiler::cargo};

/// A binary of tests.
#[derive(Debug)]
pub(super) struct Test {
    name: &'static str,
    program: PathBuf,
    tree: PathBuf,
    skipped: &'static [&'static str],
    /// Seconds of the processor that it may take.
    limit: u64,
}

pub(super) fn built(root: &Path, home: &Path) -> anyhow::Result<Vec<Test>> {
    let tree = home.join("tree");
    let targets: Vec<String> =
        ASKED.iter().skip(1).map(|(name, _)| format!(" --test {name}")).collect();
    let said = cargo(root, &tree, &format!("test --no-run --lib{}", targets.concat()))?;
    let mut programs = BTreeMap::new();
    for line in said {
        if let (Some(program), Some(target)) = (line.executable, line.target) {
            programs.insert(target.name, program);
        }
    }
    let test = |(name, skipped): &(&'static str, &'static [&'static str])| {
        let program =
            programs.get(*name).cloned().with_context(|| format!("{name} was not built"))?;
        Ok(Test { name, program, tree: tree.clone(), skipped, limit: 600 })
    };
    ASKED.iter().map(test).collect()
}

impl Test {
    /// Runs it within its limit, silently.
    fn command(&self) -> Command {
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!("ulimit -t {}; exec \"$0\" \"$@\"", self.limit))
            .arg(&self.program);
        command.args(["--test-threads", "1", "--quiet"]);
        for name in self.skipped {
            command.args(["--skip", name]);
        }
        command.current_dir(&self.tree).env("CARGO_MANIFEST_DIR", &self.tree);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Which mutants it reaches. It must pass as long as none is chosen.
    pub(super) fn baseline(&mut self, home: &Path) -> anyhow::Result<BTreeSet<usize>> {
        let file = home.join(format!("{}.reached", self.name));
        let start = Instant::now();
        let status = self.command().env("KYC_MUTANTS_REACHED", &file).status()?;
        ensure!(status.success(), "{} fails without a mutant: {status}", self.name);
        let numbers = fs::read_to_string(&file).unwrap_or_default();
        let reached: Result<BTreeSet<usize>, _> = numbers.lines().map(str::parse).collect();
        let reached = reached?;
        let took = start.elapsed().as_secs();
        println!("{}: {took} s, reaches {}", self.name, reached.len());
        self.limit = 10 + took * 3;
        Ok(reached)
    }
}

/// Asks each test that reaches the mutant, until one fails.
pub(super) fn fate(
    mutant: usize,
    tests: &[Test],
    reached: &[BTreeSet<usize>],
) -> anyhow::Result<Fate> {
    let mut fate = Fate::Unreached;
    for (test, reached) in tests.iter().zip(reached) {
        if !reached.contains(&mutant) {
            continue;
        }
        let status = test.command().env("KYC_MUTANT", mutant.to_string()).status()?;
        if status.success() {
            fate = Fate::Missed;
            continue;
        }
        // SIGXCPU, or killed for it.
        return Ok(match status.signal() {
            Some(9 | 24) => Fate::Endless,
            _ => Fate::Caught,
        });
    }
    Ok(fate)
}
