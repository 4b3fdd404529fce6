//! The rules as JavaScript alone, for pages whose policy forbids WebAssembly and engines that have none: binaryen's wasm2js of
//! what the compiler made for the module, by the calling convention of WebAssembly without several results.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

use super::{Entry, names_of, reachable, snip};
use crate::toolchain::Tools;

/// What wasm2js reads; the passes write what it cannot read in terms of what it can.
const FEATURES: &str = "--enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types";
const LOWERING: &str =
    "--llvm-memory-copy-fill-lowering --llvm-nontrapping-fptoint-lowering --signext-lowering";

/// Beside the exports of the module: room on the stack for the place and the length of an answer.
const STACK_POINTER: &str = "__wbindgen_add_to_stack_pointer";

/// Where the script lies.
pub(crate) fn path(root: &Path, entry: &Entry) -> PathBuf {
    root.join("target/npm").join(entry.name).join("asm.js")
}

/// What the compiler made for an entry, before anything else is done to it.
fn compiled(root: &Path, entry: &Entry) -> PathBuf {
    root.join("target/npm").join(entry.name).join("compiled.wasm")
}

/// Keeps it, right behind the compiler's run: the next entry's takes its place.
pub(super) fn keep(root: &Path, entry: &Entry) -> anyhow::Result<()> {
    let made = root.join("target/wasm/wasm32-unknown-unknown/release/kyc_rules.wasm");
    std::fs::copy(made, compiled(root, entry)).context("the compiler left no module")?;
    Ok(())
}

/// The script of an entry that was built, made where there is none of that build.
pub(crate) fn ready(root: &Path, tools: &Tools, entry: &Entry) -> anyhow::Result<PathBuf> {
    let script = path(root, entry);
    let written = |path: &Path| std::fs::metadata(path).and_then(|it| it.modified());
    let is_new = written(&script)
        .is_ok_and(|it| written(&compiled(root, entry)).map_or(true, |old| it >= old));
    if !is_new {
        write(root, tools, entry)?;
    }
    Ok(script)
}

/// Writes the script of an entry that was built.
pub(super) fn write(root: &Path, tools: &Tools, entry: &Entry) -> anyhow::Result<()> {
    let folder = root.join("target/npm").join(entry.name).join("asm");
    std::fs::create_dir_all(&folder)?;
    let file = |name: &str| folder.join(name);
    let compiled = std::fs::read(compiled(root, entry)).context("the compiler left no module")?;
    std::fs::write(file("plain.wasm"), without_features(&compiled)?)?;
    tools
        .wasm_sh("wasm-bindgen")
        .arg(file("plain.wasm"))
        .words("--target bundler --out-name raw --out-dir")
        .arg(&folder)
        .silent()
        .run()?;
    let raw = std::fs::read(file("raw_bg.wasm"))?;
    std::fs::write(file("quiet.wasm"), snip::panics(&raw)?)?;
    let optimize = |from: &str, passes: &str, to: &str| {
        tools
            .sh("wasm-opt")
            .words("-Oz --strip-debug --strip-producers")
            .words(passes)
            .words(FEATURES)
            .arg(file(from))
            .arg("-o")
            .arg(file(to))
            .run()
    };
    optimize("quiet.wasm", LOWERING, "low.wasm")?;
    let mut names = names_of(entry);
    names.push(STACK_POINTER);
    std::fs::write(file("graph.json"), reachable(&names))?;
    tools
        .sh("wasm-metadce")
        .words(FEATURES)
        .arg(file("low.wasm"))
        .arg("--graph-file")
        .arg(file("graph.json"))
        .arg("-o")
        .arg(file("lean.wasm"))
        .silent()
        .read()?;
    optimize("lean.wasm", "", "small.wasm")?;
    let script = file("script.js");
    let wasm2js = tools.sh("wasm2js").words("-Oz").words(FEATURES);
    wasm2js.arg(file("small.wasm")).arg("-o").arg(&script).run()?;
    let script = std::fs::read_to_string(script)?;
    ensure!(!script.contains("import "), "the script imports something");
    // What follows makes one instance for good; ours are made when they are asked for, and again after a trap.
    let (functions, _) =
        script.split_once("var retasmFunc").context("wasm2js wrote another end")?;
    std::fs::write(
        path(root, entry),
        format!("{functions}export const instantiate = () => asmFunc({{}});\n"),
    )?;
    Ok(())
}

/// The module without the list of features it was compiled for: wasm-bindgen then takes it for one that has a single result.
fn without_features(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the compiler wrote no module")?;
        let is_list =
            matches!(&payload, Payload::CustomSection(it) if it.name() == "target_features");
        if let Some((id, range)) = payload.as_section().filter(|_| !is_list) {
            let data = module.get(range).context("a section ends beyond the module")?;
            out.section(&RawSection { id, data });
        }
    }
    Ok(out.finish())
}
