//! What cargo says of the woven crate, line by line: what it refuses and whom it blames, and what it built.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context;
use serde::Deserialize;

use super::FEATURES;

/// A line of cargo's.
#[derive(Debug, Deserialize)]
pub(super) struct Said {
    pub(super) message: Option<Refusal>,
    pub(super) executable: Option<PathBuf>,
    pub(super) target: Option<Named>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Refusal {
    level: String,
    pub(super) rendered: Option<String>,
    message: String,
    pub(super) spans: Vec<Span>,
    /// Its notes and its help.
    pub(super) children: Vec<Refusal>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Span {
    pub(super) file_name: String,
    pub(super) byte_start: usize,
    pub(super) is_primary: bool,
}

impl Refusal {
    /// The function that has to stay a constant one.
    pub(super) fn constant(&self) -> Option<String> {
        let name = self.message.strip_prefix("cannot call non-const ")?;
        let (_, name) = name.split_once('`')?;
        let (name, _) = name.split_once('`')?;
        let name = name.rsplit("::").next()?;
        // A switch in a constant function of another kind is an error of the switch.
        (name != "is").then(|| name.to_owned())
    }
}

pub(super) fn cargo(root: &Path, tree: &Path, words: &str) -> anyhow::Result<Vec<Said>> {
    let output = Command::new("cargo")
        .args(words.split_whitespace().chain(FEATURES.split_whitespace()))
        .args(["--package", "kyc-rules", "--message-format", "json", "--quiet"])
        .current_dir(tree)
        .env("CARGO_TARGET_DIR", root.join("target/mutants/target"))
        .env("CARGO_PROFILE_TEST_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("RUSTFLAGS", "--cap-lints=allow")
        .stderr(Stdio::inherit())
        .output()
        .context("cannot run cargo")?;
    let lines = String::from_utf8(output.stdout)?;
    let said = lines.lines().filter(|line| line.starts_with('{')).map(serde_json::from_str);
    said.collect::<Result<Vec<Said>, _>>().context("cargo says something else")
}

pub(super) fn refused(root: &Path, tree: &Path) -> anyhow::Result<Vec<Refusal>> {
    let said = cargo(root, tree, "check --profile test --lib")?;
    let messages = said.into_iter().filter_map(|line| line.message);
    let errors = messages.filter(|message| message.level == "error");
    Ok(errors.filter(|error| !error.message.starts_with("aborting")).collect())
}
