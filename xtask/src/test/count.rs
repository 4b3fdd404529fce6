//! What a step of the tests counted.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
};

use anyhow::{Context, ensure};

use crate::sh::Sh;

/// What a step did: the single tests it counted, none for a step that is one test itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    pub(super) passed: u32,
    pub(super) failed: u32,
}

/// Runs what is one test itself.
pub(super) fn once(command: Sh) -> anyhow::Result<Count> {
    command.run().map(|()| Count::default())
}

/// Runs a test program, shows what it prints, and adds up the counts in it: cargo's, wasm-bindgen's and `N passed, N failed`.
pub(super) fn counted(command: Sh) -> anyhow::Result<Count> {
    let mut child =
        command.into_command().stdout(Stdio::piped()).spawn().context("cannot start the tests")?;
    let output = child.stdout.take().context("the tests have no output")?;
    let mut count = Count::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        count.passed += before(&line, " passed").unwrap_or(0);
        count.failed += before(&line, " failed").unwrap_or(0);
    }
    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        count.failed = 1;
    }
    ensure!(count.passed + count.failed > 0, "no test ran");
    Ok(count)
}

/// The number right before a word.
fn before(line: &str, word: &str) -> Option<u32> {
    let counts = line.starts_with("test result: ")
        || line.ends_with(" failed") && line.contains(" passed, ");
    let (head, _) = line.split_once(word).filter(|_| counts)?;
    head.rsplit([' ', '.']).next()?.parse().ok()
}
