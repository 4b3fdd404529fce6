//! `cargo xtask differential url [COUNT] [SEED]`: image links against WHATWG `URL` in Node. No link may be accepted that `URL` reads as
//! another host, port or scheme, with credentials, or as a private host.

use std::path::Path;

use crate::{sh::Sh, toolchain::Tools};

/// Runs the test.
pub(super) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    command(&Tools::ready(root)?, args)?.run()
}

/// The test as a command; the program that judges is built first.
pub(crate) fn command(tools: &Tools, args: &[String]) -> anyhow::Result<Sh> {
    // The features of the tests, so that nothing is built twice.
    tools.sh("cargo").words("build --quiet --features cli,axum,validator --bin kyc").run()?;
    Ok(tools.sh("node").words("tests/differential/url.mjs target/debug/kyc").args(args))
}
