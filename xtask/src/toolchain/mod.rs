//! `cargo xtask toolchain`: everything the other tasks need, set up once and found again in no time.
//!
//! What it builds stands outside `target/`, in `$KYC_CACHE`, else `$XDG_CACHE_HOME/kyc-rules`, else `~/.cache/kyc-rules`,
//! in folders named by version. A browser is set up only where a task asks for one.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::sh::{Sh, sh};

mod apt;
mod bins;
mod browser;
mod debian;
pub(crate) mod node;
mod wasm_std;

pub(crate) use apt::install;
pub(crate) use browser::Browser;

/// The tools, ready to run.
#[derive(Debug)]
pub(crate) struct Tools {
    root: PathBuf,
    wasm: wasm_std::WasmToolchain,
    /// Folders of programs to look in before `PATH`.
    bins: Vec<PathBuf>,
}

/// `cargo xtask toolchain [--browser]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    if let Some(unknown) = args.iter().find(|arg| *arg != "--browser") {
        bail!("toolchain takes --browser, not {unknown}");
    }
    let tools = Tools::ready(root)?;
    println!("wasm32: {}", tools.wasm.describe());
    for folder in &tools.bins {
        println!("tools: {}", folder.display());
    }
    if !args.is_empty() {
        println!("browser: {}", Browser::ready()?.chromium.display());
    }
    Ok(())
}

impl Tools {
    /// Sets up what is missing.
    pub(crate) fn ready(root: &Path) -> anyhow::Result<Self> {
        let cache = cache()?;
        let wasm = wasm_std::ready(&cache)?;
        let mut folders = bins::ready(root, &cache)?;
        folders.push(node::ready(root)?);
        Ok(Self { root: root.to_path_buf(), wasm, bins: folders })
    }

    /// A command that runs in the project's root and finds the tools.
    pub(crate) fn sh(&self, program: &str) -> Sh {
        let found = self.bins.iter().map(|folder| folder.join(program)).find(|path| path.is_file());
        let command = match found {
            Some(path) => sh(path),
            None => sh(program),
        };
        self.bins.iter().rev().cloned().fold(command, Sh::path).dir(&self.root)
    }

    /// The same, for commands that compile to wasm32: under the toolchain that can, with a target folder of its own
    /// (cargo does not notice when a toolchain's standard library is another one).
    pub(crate) fn wasm_sh(&self, program: &str) -> Sh {
        self.wasm.set(self.sh(program), &self.root.join("target"))
    }
}

/// Whether Go is here; Debian's is installed where that can be done.
pub(crate) fn has_go() -> bool {
    let is_here = || crate::sh::which("go").is_some();
    is_here() || apt::here() && apt::install(&["golang-go"]).is_ok() && is_here()
}

/// Where what we build is kept.
fn cache() -> anyhow::Result<PathBuf> {
    let set =
        |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = set("KYC_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join("kyc-rules")))
        .or_else(|| set("HOME").map(|folder| folder.join(".cache/kyc-rules")))
        .or_else(|| set("LOCALAPPDATA").map(|folder| folder.join("kyc-rules")))
        .context("no folder for the tools: set KYC_CACHE")?;
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    folder.canonicalize().with_context(|| format!("cannot open {}", folder.display()))
}
