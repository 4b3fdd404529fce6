//! `cargo xtask demo`: from a fresh clone to the guide's sample judged in the terminal and the page in a browser.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};

use crate::{
    contract::{self, Server},
    pack, serve,
    toolchain::{Browser, Tools},
};

/// Where the page and the package it imports are put together: a folder that any static host can serve.
pub(crate) const FOLDER: &str = "dist/demo";

/// The key of the sandbox server that runs beside the page: known, since it guards nothing but this machine's memory.
const KEY: &str = "sk_sandbox_demo";

/// The day the sample's documents are looked at, since they expire.
const TODAY: &str = "2026-01-31";

/// `cargo xtask demo [--build] [--reuse] [--port N]`: `--build` assembles it without serving it, `--reuse` from the package as it
/// was last packed.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let flag = |name: &str| args.iter().any(|arg| arg == name);
    let build_only = flag("--build");
    let tools = Tools::ready(root)?;
    if !(flag("--reuse") && root.join(pack::FOLDER).is_dir()) {
        pack::pack(root, &tools)?;
    }
    assemble(root, &tools)?;
    if build_only {
        return Ok(());
    }
    println!("\nThe guide's sample, on {TODAY}:\n");
    let judged =
        tools.sh("cargo").words("kyc check tests/sample.json --today").arg(TODAY).status()?;
    // 1 would be a verdict other than `ready`; more is no verdict at all.
    if !judged.success() && judged.code() != Some(1) {
        bail!("the sample could not be judged: {judged}");
    }
    let _sandbox = sandbox(root, &tools)?;
    let rest: Vec<String> = args.iter().filter(|arg| *arg != "--reuse").cloned().collect();
    serve::run(root, &rest)
}

/// Starts the sandbox server beside the page: its verification links open the same page, bound to their customer.
fn sandbox(root: &Path, tools: &Tools) -> anyhow::Result<Server> {
    contract::build(tools)?;
    let usual = "127.0.0.1:8787";
    let is_free = TcpListener::bind(usual).is_ok();
    let listen = if is_free { usual } else { "127.0.0.1:0" };
    let args = ["--memory", "--quiet", "--key", KEY, "--demo", FOLDER, "--listen", listen];
    let server = Server::with(root, &args)?;
    println!("\nThe sandbox server listens on {}/api/v1, with the key {KEY}", server.base);
    Ok(server)
}

/// Puts `www-demo` and the package, as `kyc-rules/`, into [`FOLDER`]; the page's TypeScript becomes modules in `js/`, a file each, and
/// stays readable.
pub(crate) fn assemble(root: &Path, tools: &Tools) -> anyhow::Result<()> {
    let folder = root.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {FOLDER}"))?;
    }
    copy(&root.join("www-demo"), &folder).context("cannot copy www-demo")?;
    fs::remove_dir_all(folder.join("src"))?;
    fs::remove_file(folder.join("tsconfig.json"))?;
    copy(&root.join(pack::FOLDER), &folder.join("kyc-rules")).context("cannot copy the package")?;
    write_locales(&folder)?;
    // A program that cargo compiles with the others, shown as it stands.
    fs::copy(root.join("sandbox-server/examples/axum.rs"), folder.join("code/axum.rs"))?;
    without_wasm(root, tools, &folder)?;
    let source = root.join("www-demo/src");
    tools
        .sh("esbuild")
        .args(modules(&source)?)
        .words("--format=esm --target=es2022 --charset=utf8 --log-level=warning")
        .arg(format!("--outbase={}", source.display()))
        .arg(format!("--outdir={}", folder.join("js").display()))
        .silent()
        .run()
}

/// The same page for browsers and policies without WebAssembly, in a folder of its own: the same modules and import map, under a
/// policy that lets no wasm through, beside a package whose modules are JavaScript.
fn without_wasm(root: &Path, tools: &Tools, folder: &Path) -> anyhow::Result<()> {
    let inner = folder.join("without-wasm");
    let package = inner.join("kyc-rules");
    let mut strict = fs::read_to_string(folder.join("index.html"))?;
    copy(&folder.join("kyc-rules"), &package)?;
    // Of the entries, those that the page imports.
    pack::without_wasm(root, tools, &package, |name| strict.contains(&format!("/{name}.js\"")))?;
    for (from, to) in [
        (" 'wasm-unsafe-eval'", ""),
        ("=\"css/", "=\"../css/"),
        ("=\"js/main.js", "=\"../js/main.js"),
        ("=\"icon.svg", "=\"../icon.svg"),
    ] {
        ensure!(strict.contains(from), "the page has no {from}");
        strict = strict.replace(from, to);
    }
    fs::write(inner.join("index.html"), strict)?;
    Ok(())
}

/// Every TypeScript module of a folder and those within, in order.
fn modules(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(modules(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "ts") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Which languages the package has, so that the page need not guess.
fn write_locales(folder: &Path) -> anyhow::Result<()> {
    let mut names = Vec::new();
    if let Ok(entries) = fs::read_dir(folder.join("kyc-rules/locales")) {
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if let Some(name) = name.strip_suffix(".js") {
                names.push(name.to_owned());
            }
        }
    }
    names.sort();
    fs::write(folder.join("data/locales.json"), serde_json::json!({ "rows": names }).to_string())?;
    Ok(())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

/// `cargo xtask screenshots [FOLDER [PATTERN]]`: every view of the demo as it was last assembled, at phone and desktop width, light,
/// dark, in Arabic, in forced colours, at 200 % and at 320 pixels; `--readme`: the README's four.
pub(crate) fn screenshots(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    let browser = Browser::ready()?;
    if !root.join(FOLDER).is_dir() {
        bail!("no folder {FOLDER}: `cargo xtask demo --build` first");
    }
    tools
        .sh("node")
        .arg("xtask/js/screenshots.mjs")
        .args(args)
        .env("CHROME", &browser.chromium)
        .run()
}
