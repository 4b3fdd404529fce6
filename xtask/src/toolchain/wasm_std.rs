//! A Rust toolchain with the standard library for `wasm32-unknown-unknown`.
//!
//! Looked for in this order: the toolchain in use has it; rustup can add it; Debian's packages can build it.

use std::path::Path;

use anyhow::{Context, bail};

use super::debian;
use crate::sh::{Sh, sh, which};

/// What cargo calls the target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The toolchain that compiles to wasm32.
#[derive(Debug)]
pub(crate) enum WasmToolchain {
    /// The one in use anyway.
    Usual,
    /// The one built from Debian's packages, by the name of its folder in the cache.
    Debian(String),
}

impl WasmToolchain {
    /// What the set-up prints.
    pub(crate) fn describe(&self) -> &str {
        match self {
            Self::Usual => "the toolchain in use",
            Self::Debian(version) => version,
        }
    }

    /// Makes a command run under this toolchain.
    pub(crate) fn set(&self, command: Sh, target: &Path) -> Sh {
        match self {
            Self::Usual => command.env("CARGO_TARGET_DIR", target.join("wasm")),
            Self::Debian(version) => command
                .env("RUSTUP_TOOLCHAIN", debian::NAME)
                .env("CARGO_TARGET_DIR", target.join(format!("wasm-{version}"))),
        }
    }
}

/// Finds such a toolchain, or makes one.
pub(crate) fn ready(cache: &Path) -> anyhow::Result<WasmToolchain> {
    if usual_has_it()? {
        return Ok(WasmToolchain::Usual);
    }
    if let Some(version) = debian::found(cache) {
        return Ok(WasmToolchain::Debian(version));
    }
    if which("rustup").is_some()
        && sh("rustup").words("target add").arg(TARGET).status()?.success()
        && usual_has_it()?
    {
        return Ok(WasmToolchain::Usual);
    }
    eprintln!("rustup could not add {TARGET}; building it from Debian's packages");
    if let Err(error) = debian::possible() {
        bail!(
            "no standard library for {TARGET}: {error}. Install it with `rustup target add {TARGET}`"
        );
    }
    debian::build(cache).map(WasmToolchain::Debian)
}

fn usual_has_it() -> anyhow::Result<bool> {
    let sysroot = sh("rustc").words("--print sysroot").read().context("no Rust compiler")?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}
