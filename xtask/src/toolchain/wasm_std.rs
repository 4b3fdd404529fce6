//! A Rust toolchain with the standard library for `wasm32-unknown-unknown`.
//!
//! Looked for in this order: the toolchain in use has it; rustup can add it; Debian's packages can build it.
//! `KYC_WASM_STD=debian` takes the last at once.

use std::path::{Path, PathBuf};

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
    /// The one built from Debian's packages: the name of its folder, and the folder of its libraries.
    Debian {
        /// Tells its version.
        name: String,
        /// What its compiler must find at run time.
        lib: PathBuf,
    },
}

impl WasmToolchain {
    /// What the set-up prints.
    pub(crate) fn describe(&self) -> &str {
        match self {
            Self::Usual => "the toolchain in use",
            Self::Debian { name, .. } => name,
        }
    }

    /// Makes a command run under this toolchain.
    pub(crate) fn set(&self, command: Sh, target: &Path) -> Sh {
        // Our own cargo names itself in `CARGO`, and is not the one to run.
        let command = command.env_remove("CARGO");
        match self {
            Self::Usual => command.env("CARGO_TARGET_DIR", target.join("wasm")),
            Self::Debian { name, lib } => command
                .env("RUSTUP_TOOLCHAIN", debian::NAME)
                .env("LD_LIBRARY_PATH", lib)
                .env("CARGO_TARGET_DIR", target.join(format!("wasm-{name}"))),
        }
    }
}

/// Finds such a toolchain, or makes one.
pub(crate) fn ready(cache: &Path) -> anyhow::Result<WasmToolchain> {
    let debian_wanted = std::env::var_os("KYC_WASM_STD").is_some_and(|wanted| wanted == "debian");
    if !debian_wanted && usual_has_it()? {
        return Ok(WasmToolchain::Usual);
    }
    if let Some(name) = debian::found(cache) {
        return Ok(debian(cache, name));
    }
    if !debian_wanted
        && which("rustup").is_some()
        && sh("rustup").words("target add").arg(TARGET).status()?.success()
        && usual_has_it()?
    {
        return Ok(WasmToolchain::Usual);
    }
    eprintln!("building the standard library for {TARGET} from Debian's packages");
    if let Err(error) = debian::possible() {
        bail!(
            "no standard library for {TARGET}: {error}. Install it with `rustup target add {TARGET}`"
        );
    }
    debian::build(cache).map(|name| debian(cache, name))
}

fn debian(cache: &Path, name: String) -> WasmToolchain {
    WasmToolchain::Debian { lib: cache.join(&name).join("lib"), name }
}

fn usual_has_it() -> anyhow::Result<bool> {
    let sysroot = sh("rustc").words("--print sysroot").read().context("no Rust compiler")?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}
