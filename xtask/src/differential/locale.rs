//! `cargo xtask differential locale [COUNT] [SEED]`: language tags against ICU, as Node's `Intl` has it. Every difference must be of a kind
//! that the script names, and each of these must show itself.

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
    Ok(tools.sh("node").words("tests/differential/locale.mjs target/debug/kyc").args(args))
}
