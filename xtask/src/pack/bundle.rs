//! Each entry's script, bundled by esbuild: with its module inside, beside it, or as JavaScript alone.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, anyhow};

use super::{AS_JAVASCRIPT, SHARED, delivery::Delivery, file_name};
use crate::{
    sh::Sh,
    toolchain::Tools,
    wasm::{self, ENTRIES, Entry},
};

pub(super) fn bundle(
    root: &Path,
    tools: &Tools,
    entry: &Entry,
    delivery: &Delivery,
    bytes: &[u8],
    out: &Path,
) -> anyhow::Result<()> {
    let module = root
        .join("target/npm")
        .join(entry.name)
        .join(format!("module{}", delivery.suffix.replace(".cjs", ".js")));
    fs::write(&module, (delivery.module)(entry, bytes))?;
    let make = |name: &str, out: &Path| {
        esbuild(root, tools, name, delivery.format, out)
            // `kyc-rules/image` looks for its worker beside itself, where there is such a place.
            .words("--log-override:empty-import-meta=silent")
            .words("--external:*.wasm --external:*.wasm?module")
            .arg(format!("--alias:#module={}", module.display()))
            .silent()
    };
    if delivery.suffix == ".js" {
        with_shared(entry, out, make)
    } else {
        make(file_name(entry), out).run()
    }
}

/// Bundles an entry by `make`, and what it shares with its worker beside it.
fn with_shared(entry: &Entry, out: &Path, make: impl Fn(&str, &Path) -> Sh) -> anyhow::Result<()> {
    let mut command = make(file_name(entry), out);
    for (_, part) in SHARED.iter().filter(|(name, _)| *name == entry.name) {
        make(part, &out.with_file_name(format!("{part}.js"))).run()?;
        command = command.arg(format!("--external:*/{part}.js"));
    }
    command.run()
}

fn esbuild(root: &Path, tools: &Tools, name: &str, format: &str, out: &Path) -> Sh {
    tools
        .sh("esbuild")
        .arg(root.join(format!("pkg-template/src/{name}.js")))
        // White space stays: with it, the marks of what a bundler may leave out (`@__PURE__`) would go. Bundlers take it away.
        .words("--bundle --minify-syntax --minify-identifiers --charset=utf8 --target=es2020 --platform=neutral")
        .words("--log-level=warning")
        .arg(format!("--format={format}"))
        .arg(format!("--outfile={}", out.display()))
}

/// Puts entries with a wasm of their own into a folder as JavaScript alone, each under its usual name: for pages without
/// WebAssembly.
pub(crate) fn without_wasm(
    root: &Path,
    tools: &Tools,
    folder: &Path,
    is_wanted: impl Fn(&str) -> bool,
) -> anyhow::Result<()> {
    thread::scope(|scope| {
        let works: Vec<_> = ENTRIES
            .iter()
            .filter(|entry| is_wanted(file_name(entry)))
            .map(|entry| scope.spawn(move || as_javascript(root, tools, entry, folder)))
            .collect();
        works
            .into_iter()
            .try_for_each(|work| work.join().map_err(|_| anyhow!("making a script panicked"))?)
    })
}

fn as_javascript(root: &Path, tools: &Tools, entry: &Entry, folder: &Path) -> anyhow::Result<()> {
    let script = wasm::javascript::ready(root, tools, entry)?;
    let make = |name: &str, out: &Path| {
        esbuild(root, tools, name, "esm", out)
            .arg(format!("--alias:#module={}", root.join(AS_JAVASCRIPT).display()))
            .arg(format!("--alias:#asm={}", script.display()))
            .words("--minify-whitespace --log-override:empty-import-meta=silent")
            .silent()
    };
    with_shared(entry, &folder.join(format!("{}.js", file_name(entry))), make)
}

pub(super) fn wrap(
    root: &Path,
    tools: &Tools,
    (name, source, module): &(&str, &str, &str),
    format: &str,
    package: &Path,
) -> anyhow::Result<PathBuf> {
    let extension = if format == "esm" { "js" } else { "cjs" };
    let out = package.join(format!("{name}.{extension}"));
    let kyc = ENTRIES.first().context("there is no main entry")?;
    esbuild(root, tools, source, format, &out)
        .arg(format!("--alias:#module={}", root.join(module).display()))
        .arg(format!("--alias:#asm={}", wasm::javascript::path(root, kyc).display()))
        // What binaryen wrote is all one function: nothing in it falls away, and its blanks are half a megabyte.
        .words(if *name == "js" {
            "--minify-whitespace --inject:pkg-template/src/engine.js"
        } else {
            ""
        })
        .silent()
        .run()?;
    Ok(out)
}

pub(super) fn bundle_plain(
    root: &Path,
    tools: &Tools,
    name: &str,
    format: &str,
    package: &Path,
) -> anyhow::Result<PathBuf> {
    let extension = if format == "esm" { "js" } else { "cjs" };
    let out = package.join(format!("{name}.{extension}"));
    esbuild(root, tools, name, format, &out).arg("--external:#kyc").silent().run()?;
    let text = fs::read_to_string(&out)?;
    fs::write(&out, text.replace("\"#kyc\"", &format!("\"./index.{extension}\"")))?;
    Ok(out)
}
