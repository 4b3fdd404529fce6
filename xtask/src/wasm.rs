//! `cargo xtask wasm [NAME]`: the wasm modules of the npm package, one an entry; or one of them.
//!
//! wasm-pack compiles and wasm-bindgen writes the exports; panics are cut down to traps (`snip`); wasm-opt makes the module small; wasm-metadce then takes out the
//! table and the one import that wasm-bindgen adds even where only strings cross, so that a module imports nothing at all.

use std::{
    path::{Path, PathBuf},
    thread::{self, ScopedJoinHandle},
};

use anyhow::{Context, anyhow, ensure};
use wasmparser::{Operator, Parser, Payload};

use crate::{sizes, toolchain::Tools};

mod floor;
pub(crate) mod javascript;
pub(crate) mod reach;
mod snip;

/// An entry of the package that is a wasm of its own.
pub(crate) struct Entry {
    /// Its name: `phone` for `kyc-rules/phone`, `kyc` for `kyc-rules` itself.
    pub(crate) name: &'static str,
    /// Its exports, as `src/wasm/NAME.rs` has them.
    pub(crate) exports: &'static [&'static str],
    /// What rustc (`opt-level`) and wasm-opt (`-O`) aim at: `z` for bytes, since a form pays for every one and a rule takes a
    /// microsecond either way; `3` where a call works through megabytes.
    optimize: &'static str,
    /// How large a function may be, in LLVM's measure, to be copied to where it is called. `z` alone says 5, at which even the step
    /// from one character to the next is a call; at 225, which is usual, the main entry is a tenth larger.
    inlines: Option<u16>,
}

/// Every wasm of the package.
pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        name: "kyc",
        optimize: "z",
        inlines: Some(60),
        exports: &[
            "canonical",
            "check",
            "check_beside",
            "check_field",
            "check_patch",
            "check_pick",
            "normal_form",
            "policy_fault",
            "version",
        ],
    },
    Entry { name: "image", optimize: "z", inlines: Some(40), exports: &["fingerprint", "inspect"] },
    Entry { name: "lifecycle", optimize: "z", inlines: None, exports: &["lifecycle"] },
    Entry { name: "mrz", optimize: "z", inlines: Some(25), exports: &["mrz_read"] },
    Entry {
        name: "national-id",
        optimize: "z",
        inlines: Some(25),
        exports: &["national_id_check", "national_id_hint"],
    },
    Entry { name: "sandbox", optimize: "z", inlines: None, exports: &["sandbox", "sandbox_open"] },
    Entry {
        name: "phone",
        optimize: "z",
        inlines: Some(25),
        exports: &["phone_as_you_type", "phone_is_valid", "phone_parse", "phone_version"],
    },
];

/// What the loader calls beside an entry's own exports: the memory, and room for strings.
const ALLOCATOR: &[&str] =
    &["memory", "__wbindgen_malloc", "__wbindgen_realloc", "__wbindgen_free"];

/// What the compiler may use; never `--all-features`, which writes what Node 20 cannot read.
const FEATURES: &str = "--enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// `cargo xtask wasm [NAME]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    let is_wanted = |entry: &Entry| args.is_empty() || args.iter().any(|name| name == entry.name);
    let built = made(root, &tools, is_wanted, |_| None)?;
    sizes::print(
        &built
            .iter()
            .map(|(entry, path)| (entry.name.to_owned(), path.clone()))
            .collect::<Vec<_>>(),
    )
}

/// Builds every entry; where each module lies. `reuse`: a module that was built before stays as it is.
pub(crate) fn build(root: &Path, tools: &Tools, reuse: bool) -> anyhow::Result<Vec<Built>> {
    made(
        root,
        tools,
        |_| true,
        |entry| {
            let before = root.join(format!("target/npm/{0}/{0}.wasm", entry.name));
            let is_whole = entry.name != "kyc" || javascript::path(root, entry).is_file();
            // A module only bears its name once it was checked.
            (reuse && is_whole && before.is_file()).then_some(before)
        },
    )
}

/// An entry and its module.
type Built = (&'static Entry, PathBuf);

/// The modules of the entries that are wanted. The compiler's runs share a folder and wait for each other; meanwhile what it made
/// before is made small.
fn made(
    root: &Path,
    tools: &Tools,
    is_wanted: impl Fn(&Entry) -> bool,
    before: impl Fn(&Entry) -> Option<PathBuf>,
) -> anyhow::Result<Vec<Built>> {
    thread::scope(|scope| {
        let mut works = Vec::new();
        for entry in ENTRIES.iter().filter(|entry| is_wanted(entry)) {
            let module = before(entry);
            if module.is_none() {
                compile(root, tools, entry)?;
            }
            works.push((
                entry,
                scope.spawn(move || module.map_or_else(|| shrink(root, tools, entry), Ok)),
            ));
        }
        let done = |(entry, work): (_, ScopedJoinHandle<'_, anyhow::Result<PathBuf>>)| {
            let module = work.join().map_err(|_| anyhow!("making a module small panicked"))?;
            Ok((entry, module?))
        };
        works.into_iter().map(done).collect()
    })
}

fn compile(root: &Path, tools: &Tools, entry: &Entry) -> anyhow::Result<()> {
    let flags = entry.inlines.map(|inlines| format!("-Cllvm-args=--inline-threshold={inlines}"));
    tools
        .wasm_sh("wasm-pack")
        .words("build --target bundler --no-opt --no-pack --release --out-dir")
        .arg(root.join("target/npm").join(entry.name))
        .words("--out-name raw -- --no-default-features --features")
        .arg(format!("wasm-{}", entry.name))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", entry.optimize)
        .env("RUSTFLAGS", flags.unwrap_or_default())
        .run()?;
    javascript::keep(root, entry)
}

/// What the compiler made, without what nothing calls; where it lies.
fn shrink(root: &Path, tools: &Tools, entry: &Entry) -> anyhow::Result<PathBuf> {
    let folder = root.join("target/npm").join(entry.name);
    let module = folder.join(format!("{}.wasm", entry.name));
    // What was made before is of other sources, should this end halfway.
    if module.exists() {
        std::fs::remove_file(&module)?;
    }
    if entry.name == "kyc" {
        javascript::write(root, tools, entry)?;
    }
    let quiet = folder.join("quiet.wasm");
    let raw = std::fs::read(folder.join("raw_bg.wasm"))?;
    std::fs::write(&quiet, snip::panics(&raw)?)?;
    let small = folder.join("small.wasm");
    tools
        .sh("wasm-opt")
        .arg(format!("-O{}", entry.optimize))
        .words("--strip-debug --strip-producers")
        .words(FEATURES)
        .arg(&quiet)
        .arg("-o")
        .arg(&small)
        .run()?;
    let graph = folder.join("graph.json");
    std::fs::write(&graph, reachable(&names_of(entry)))?;
    let lean = folder.join("lean.wasm");
    tools
        .sh("wasm-metadce")
        .words(FEATURES)
        .arg(&small)
        .arg("--graph-file")
        .arg(&graph)
        .arg("-o")
        .arg(&lean)
        .silent()
        .read()?;
    let unchecked = folder.join("unchecked.wasm");
    tools
        .sh("wasm-opt")
        .arg(format!("-O{}", entry.optimize))
        .words("--strip-target-features")
        .words(FEATURES)
        .arg(&lean)
        .arg("-o")
        .arg(&unchecked)
        .run()?;
    check_boundary(root, tools, entry, &unchecked)?;
    std::fs::rename(&unchecked, &module)?;
    Ok(module)
}

/// What the loader calls of an entry.
fn names_of(entry: &Entry) -> Vec<&'static str> {
    entry.exports.iter().chain(ALLOCATOR).copied().collect()
}

/// What wasm-metadce is to keep.
fn reachable(names: &[&str]) -> String {
    let reaches: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let exports: Vec<String> =
        names.iter().map(|name| format!("{{\"name\":\"{name}\",\"export\":\"{name}\"}}")).collect();
    format!(
        "[{{\"name\":\"loader\",\"root\":true,\"reaches\":[{}]}},{}]",
        reaches.join(","),
        exports.join(",")
    )
}

/// A module imports nothing, so it cannot log, send, read a clock or a random source; and it exports what the loader calls.
fn check_boundary(root: &Path, tools: &Tools, entry: &Entry, module: &Path) -> anyhow::Result<()> {
    const SCRIPT: &str = "const m = new WebAssembly.Module(require('fs').readFileSync(process.argv[1]));\
        console.log(WebAssembly.Module.imports(m).map((i) => i.name).join());\
        console.log(WebAssembly.Module.exports(m).map((e) => e.name).sort().join());";
    let said = tools.sh("node").arg("-e").arg(SCRIPT).arg(module).silent().read()?;
    let bytes = std::fs::read(module)?;
    let homes = [Some(root.display().to_string()), std::env::var("HOME").ok()];
    for home in homes.into_iter().flatten().filter(|home| home.len() > 1) {
        let found = bytes.windows(home.len()).any(|window| window == home.as_bytes());
        ensure!(!found, "{} holds the path {home} of this machine", entry.name);
    }
    floor::check(entry.name, &bytes)?;
    // The loader wipes what calls leave there.
    ensure!(stack(&bytes)? == STACK, "{} has its stack elsewhere", entry.name);
    let (imports, exports) = said.split_once('\n').context("node said nothing of the module")?;
    ensure!(imports.is_empty(), "{} imports {imports}", entry.name);
    let mut wanted = names_of(entry);
    wanted.sort_unstable();
    ensure!(exports == wanted.join(","), "{} exports {exports}", entry.name);
    Ok(())
}

/// Where a module's stack begins, as `STACK` in the loader has it: the first megabyte, so that an overflow traps.
const STACK: i32 = 1 << 20;

/// Where its stack begins: what the first global is at the start.
fn stack(module: &[u8]) -> anyhow::Result<i32> {
    for payload in Parser::new(0).parse_all(module) {
        let Payload::GlobalSection(globals) = payload? else { continue };
        let first = globals.into_iter().next().context("a module without a stack")??;
        if let Operator::I32Const { value } = first.init_expr.get_operators_reader().read()? {
            return Ok(value);
        }
    }
    anyhow::bail!("a module without a stack")
}
