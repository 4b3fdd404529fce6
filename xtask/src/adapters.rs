//! `cargo xtask adapters`: the packed package in the libraries it is made for, as npm has them (`tests/adapters`).

use std::path::Path;

use anyhow::ensure;

use crate::{
    pack,
    toolchain::{Tools, node},
};

/// Installs the libraries and runs them; the package must be packed.
pub(crate) fn run(root: &Path, _: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    install(root)?;
    tools.sh("tsc").words("--project tests/adapters").run()?;
    tools.sh("node").arg("tests/adapters/run.mjs").run()
}

/// The libraries, by their own lock file.
pub(crate) fn install(root: &Path) -> anyhow::Result<()> {
    ensure!(root.join(pack::FOLDER).is_dir(), "nothing is packed: `cargo xtask pack`");
    // What the libraries could have besides is not what is tested.
    node::install(&root.join("tests/adapters"), "--omit=optional")
}
