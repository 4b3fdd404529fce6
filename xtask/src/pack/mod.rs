//! `cargo xtask pack`: the npm package, assembled in `dist/npm/kyc-rules` from `pkg-template` and the wasm modules, and its
//! tarball beside it, with the list of what went into it and their sums. The same sources give the same bytes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};

use bundle::{bundle, bundle_plain, wrap};
use delivery::DELIVERIES;

use crate::{
    sizes,
    toolchain::Tools,
    wasm::{self, ENTRIES, Entry},
};

mod bundle;
mod delivery;
pub(crate) mod release;

pub(crate) use bundle::without_wasm;
mod sbom;

/// Where the package is assembled.
pub(crate) const FOLDER: &str = "dist/npm/kyc-rules";

/// Entries without a wasm of their own. What they take of the main entry they import from the package (`#kyc`), so that a page
/// that has both has the module once.
pub(crate) const PLAIN: &[&str] = &["element", "errors", "form"];

/// Entries whose worker imports a part of them, and that part: a file of its own, which both share, where modules import modules.
const SHARED: &[(&str, &str)] = &[("image", "image.core")];

/// `#module` where an entry is JavaScript alone.
const AS_JAVASCRIPT: &str = "pkg-template/src/asm.js";

/// The main entry in other wrappings: name, source, and where `#module` and what that imports come from.
pub(crate) const WRAPPINGS: &[(&str, &str, &str)] =
    &[("js", "index", AS_JAVASCRIPT), ("slim", "slim", "pkg-template/src/given.js")];

/// The name of an entry's files: `index` for the main one.
pub(crate) fn file_name(entry: &Entry) -> &'static str {
    if entry.name == "kyc" { "index" } else { entry.name }
}

/// `cargo xtask pack [--reuse]`: `--reuse` takes the wasm modules as they were last built, for who changes JavaScript alone.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    let reuse = args.iter().any(|arg| arg == "--reuse");
    let modules = wasm::build(root, &tools, reuse)?;
    let (_, files) = assemble(root, &tools, &modules)?;
    sizes::print(&files)
}

/// Builds and packs; the tarball's path.
pub(crate) fn pack(root: &Path, tools: &Tools) -> anyhow::Result<PathBuf> {
    Ok(assemble(root, tools, &wasm::build(root, tools, false)?)?.0)
}

/// Packs these modules; the tarball's path, and the scripts in it by name.
fn assemble(
    root: &Path,
    tools: &Tools,
    modules: &[(&'static Entry, PathBuf)],
) -> anyhow::Result<(PathBuf, Vec<(String, PathBuf)>)> {
    let package = root.join(FOLDER);
    if package.exists() {
        fs::remove_dir_all(&package).context("cannot clear dist/npm/kyc-rules")?;
    }
    fs::create_dir_all(&package)?;
    let mut scripts = Vec::new();
    for (entry, module) in modules {
        let bytes = fs::read(module)?;
        fs::write(package.join(format!("{}.wasm", entry.name)), &bytes)?;
        for delivery in DELIVERIES {
            let out = package.join(format!("{}{}", file_name(entry), delivery.suffix));
            bundle(root, tools, entry, delivery, &bytes, &out)?;
            scripts.push((out.file_name().unwrap_or_default().to_string_lossy().into_owned(), out));
        }
    }
    for (_, part) in SHARED {
        scripts.push((format!("{part}.js"), package.join(format!("{part}.js"))));
    }
    for wrapping in WRAPPINGS {
        for format in ["esm", "cjs"] {
            let out = wrap(root, tools, wrapping, format, &package)?;
            scripts.push((out.file_name().unwrap_or_default().to_string_lossy().into_owned(), out));
        }
    }
    for name in PLAIN {
        for format in ["esm", "cjs"] {
            let out = bundle_plain(root, tools, name, format, &package)?;
            scripts.push((out.file_name().unwrap_or_default().to_string_lossy().into_owned(), out));
        }
    }
    copy_files(root, &package)?;
    locales(root, tools, &package)?;
    Ok((tarball(root, tools, &package)?, scripts))
}

/// Files of the package that are copied: from, to. Declarations of the entries (`index.d.ts`, `phone.d.ts` …) besides.
const COPIES: &[(&str, &str)] = &[
    ("pkg-template/src/generated/types.d.ts", "types.d.ts"),
    ("pkg-template/src/generated/types.d.ts", "types.d.cts"),
    ("pkg-template/src/image.worker.js", "image.worker.js"),
    ("pkg-template/schema.json", "schema.json"),
    ("pkg-template/README.md", "README.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("NOTICE", "NOTICE"),
];

fn copy_files(root: &Path, package: &Path) -> anyhow::Result<()> {
    for (from, to) in COPIES {
        fs::write(package.join(to), read(root, from)?)?;
    }
    let wrappings = WRAPPINGS.iter().map(|(name, ..)| *name);
    for name in ENTRIES.iter().map(file_name).chain(PLAIN.iter().copied()).chain(wrappings) {
        let types = read(root, &format!("pkg-template/{name}.d.ts"))?;
        // A declaration for `require` names its neighbours by their own extension.
        fs::write(package.join(format!("{name}.d.cts")), types.replace(".js'", ".cjs'"))?;
        fs::write(package.join(format!("{name}.d.ts")), types)?;
    }
    let manifest = fs::read_to_string(root.join("pkg-template/package.json"))?;
    ensure!(
        manifest.contains("\"0.0.0-template\""),
        "pkg-template/package.json has no version to fill in"
    );
    let version = crate_version(root)?;
    fs::write(package.join("package.json"), manifest.replace("0.0.0-template", &version))?;
    Ok(())
}

/// The locales, each whole by itself, for `import` and `require`.
fn locales(root: &Path, tools: &Tools, package: &Path) -> anyhow::Result<()> {
    let folder = package.join("locales");
    let mut entries = Vec::new();
    for file in fs::read_dir(root.join("pkg-template/src/locales/generated"))? {
        entries.push(file?.path());
    }
    entries.sort();
    let (modules, types): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|path| path.extension().is_some_and(|end| end == "js"));
    for (format, suffix) in [("esm", ".js"), ("cjs", ".cjs")] {
        tools
            .sh("esbuild")
            .args(&modules)
            .words("--bundle --minify --charset=utf8 --target=es2020 --platform=neutral")
            .words("--log-level=warning")
            .arg(format!("--format={format}"))
            .arg(format!("--out-extension:.js={suffix}"))
            .arg(format!("--outdir={}", folder.display()))
            .silent()
            .run()?;
    }
    for path in types {
        let text = fs::read_to_string(&path)?;
        let name = path.file_name().unwrap_or_default();
        fs::write(folder.join(name).with_extension("cts"), text.replace(".js'", ".cjs'"))?;
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn read(root: &Path, file: &str) -> anyhow::Result<String> {
    fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"))
}

/// The version in Cargo.toml's `[workspace.package]`.
pub(crate) fn crate_version(root: &Path) -> anyhow::Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .context("Cargo.toml has no version")
}

/// Where the tarball is.
pub(crate) fn tarball_path(root: &Path) -> anyhow::Result<PathBuf> {
    Ok(root.join("dist/npm").join(format!("kyc-rules-{}.tgz", crate_version(root)?)))
}

fn tarball(root: &Path, tools: &Tools, package: &Path) -> anyhow::Result<PathBuf> {
    let folder = root.join("dist/npm");
    let name = tools
        .sh("npm")
        .words("pack --silent --pack-destination")
        .arg(&folder)
        .dir(package)
        .silent()
        .read()?;
    let tarball = folder.join(name.lines().last().unwrap_or_default());
    release::accompany(root, &tarball)?;
    println!("packed {}", tarball.strip_prefix(root).unwrap_or(&tarball).display());
    Ok(tarball)
}
