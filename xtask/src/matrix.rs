//! `cargo xtask matrix`: the packed package in the runtimes and bundlers that people have (`tests/matrix`), installed from its tarball as
//! they would. What needs little to install runs with every change; all of it by hand, on Linux x64, and writes docs/environments.md.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};

use crate::{
    pack,
    sh::{Sh, sh},
    toolchain::{Browser, Tools, install, node},
};

/// `cargo xtask matrix [--core] [NAME…]`: packs first where nothing is packed.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    let (flags, names): (Vec<_>, Vec<_>) = args.iter().partition(|arg| arg.starts_with("--"));
    ensure!(
        flags.iter().all(|flag| *flag == "--core"),
        "usage: cargo xtask matrix [--core] [NAME…]"
    );
    let extent = if flags.is_empty() { Extent::All } else { Extent::Core };
    command(root, &tools, extent)?.args(names).run()
}

/// How much of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What runs with every change.
    Core,
    /// All of it.
    All,
}

/// Lays the project out in `target/matrix`, installs the tools and the tarball into it; the command that runs the cells.
pub(crate) fn command(root: &Path, tools: &Tools, extent: Extent) -> anyhow::Result<Sh> {
    let browser = Browser::ready()?;
    if extent == Extent::All {
        other_browsers()?;
    }
    tools.sh("cargo").words("build --quiet --features cli --bin kyc").run()?;
    // What a bundler takes for the root of a project must hold the package, not point elsewhere: so this is a folder of its own.
    let (name, without) = match extent {
        Extent::Core => ("core", "--omit=dev"),
        Extent::All => ("all", ""),
    };
    let project = root.join("target/matrix").join(name);
    copy(&root.join("tests/matrix/project"), &project)?;
    let sample = fs::read_to_string(root.join("tests/sample.json"))?;
    fs::write(project.join("sample.mjs"), format!("export default {sample};\n"))?;
    node::install(&project, without)?;
    install_package(root, &project)?;
    Ok(tools
        .sh("node")
        .arg("tests/matrix/run.mjs")
        .arg(&project)
        .arg(name)
        .env("KYC", root.join("target/debug/kyc"))
        .env("CHROME", &browser.chromium))
}

/// Debian's packages of browsers that are no Chromium, and a program or library of each.
const BROWSERS: &[(&str, &str)] = &[
    ("firefox-esr", "/usr/bin/firefox"),
    ("libwebkit2gtk-4.1-0", "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"),
    ("xvfb", "/usr/bin/xvfb-run"),
    ("xauth", "/usr/bin/xauth"),
    // An older WebKit than Debian keeps up to date.
    ("cog", "/usr/bin/cog"),
];

/// Installs those that are missing.
fn other_browsers() -> anyhow::Result<()> {
    let missing: Vec<&str> = BROWSERS
        .iter()
        .filter(|(_, program)| !Path::new(program).is_file())
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// The tarball, as npm unpacks it.
fn install_package(root: &Path, project: &Path) -> anyhow::Result<()> {
    let tarball = pack::tarball_path(root)?;
    ensure!(tarball.is_file(), "nothing is packed: `cargo xtask pack`");
    let package = project.join("node_modules/kyc-rules");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    sh("tar")
        .words("--extract --gzip --strip-components=1 --file")
        .arg(tarball)
        .arg("-C")
        .arg(package)
        .silent()
        .run()
}

/// Copies a folder's files over another's.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path: PathBuf = entry?.path();
        let name = path.file_name().context("a file without a name")?;
        if name == "node_modules" {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
