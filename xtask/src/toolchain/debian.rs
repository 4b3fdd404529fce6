//! The wasm32 standard library where rustup cannot fetch it: built from Debian's `rustc-web` packages.
//!
//! The packages are unpacked into a folder of the cache, never installed (they conflict with rustup's own compiler): their
//! compiler builds `std` from their source, and the whole becomes a toolchain named `kyc-wasm`. Takes a minute or two, once.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::apt;
use super::wasm_std::TARGET;
use crate::sh::{pipe, sh, which};

/// The toolchain's name.
pub(crate) const NAME: &str = "kyc-wasm";

/// To be raised when this file makes the toolchain another way, so that machines make it anew.
const RECIPE: u32 = 3;

const PACKAGES: [&str; 3] = ["rustc-web", "libstd-rust-web-dev", "rust-web-src"];

/// Whether this machine can do it; the error says why not.
pub(crate) fn possible() -> anyhow::Result<()> {
    if !apt::here() {
        bail!("rustup cannot fetch it and this is no Debian system, whose packages could build it");
    }
    if which("rustup").is_none() {
        bail!(
            "Debian's packages could build it, but only into a toolchain of rustup, which is not here"
        );
    }
    Ok(())
}

/// The toolchain built before, by its folder's name.
pub(crate) fn found(cache: &Path) -> Option<String> {
    let sysroot = sh("rustc").words("--print sysroot").env("RUSTUP_TOOLCHAIN", NAME).read().ok()?;
    let folder = Path::new(&sysroot).canonicalize().ok()?;
    let name = folder.file_name()?.to_str()?;
    let current = name.ends_with(&format!("-r{RECIPE}")) && folder.join(".ready").is_file();
    (current && folder.starts_with(cache)).then(|| name.to_owned())
}

/// Builds it, unless the version that apt offers is there; its folder's name.
pub(crate) fn build(cache: &Path) -> anyhow::Result<String> {
    possible()?;
    let version = apt::candidate(PACKAGES[0])?;
    for package in PACKAGES {
        let other = apt::candidate(package)?;
        if other != version {
            bail!(
                "apt offers {} {version} but {package} {other}: they must be one version",
                PACKAGES[0]
            );
        }
    }
    let plain: String = version
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '.' || c == '-' { c } else { '_' })
        .collect();
    let name = format!("rustc-web-{plain}-r{RECIPE}");
    let home = cache.join(&name);
    if !home.join(".ready").is_file() {
        let work = cache.join(format!(".{name}.{}", std::process::id()));
        let made = assemble(&version, &work).and_then(|()| {
            fs::write(work.join("usr/.ready"), "")?;
            let _ = fs::remove_dir_all(&home);
            fs::rename(work.join("usr"), &home)
                .with_context(|| format!("cannot make {}", home.display()))
        });
        let _ = fs::remove_dir_all(&work);
        made?;
    }
    sh("rustup").words("toolchain link").arg(NAME).arg(&home).run()?;
    remove_others(cache, &name)?;
    Ok(name)
}

/// Makes the toolchain in `work/usr`.
fn assemble(version: &str, work: &Path) -> anyhow::Result<()> {
    let usr = work.join("usr");
    fs::create_dir_all(&usr)?;
    unpack(version, work)?;
    let usual = Usual::find()?;
    let lib = usr.join("lib");
    let driver = find(&lib, "librustc_driver-").context("the packages hold no librustc_driver")?;
    fs::rename(&driver, lib.join(driver.file_name().unwrap_or_default()))?;
    // rust-lld looks for its libraries beside itself: a link, not a copy.
    let tools = lib.join("rustlib").join(&usual.host).join("bin");
    fs::create_dir_all(&tools)?;
    sh("ln").arg("-s").arg(&usual.lld).arg(tools.join("rust-lld")).silent().run()?;
    sh("ln").arg("-s").arg(&usual.cargo).arg(usr.join("bin/cargo")).silent().run()?;
    let built = build_std(work, &usual)?;
    let target = lib.join("rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&target)?;
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rlib") {
            fs::copy(&path, target.join(path.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// Downloads the packages and unpacks what is needed of them.
fn unpack(version: &str, work: &Path) -> anyhow::Result<()> {
    let std_library = depends(&format!("libstd-rust-web-dev={version}"), "libstd-rust-web-")?;
    let llvm = depends(&format!("{std_library}={version}"), "libllvm")?;
    if !sh("dpkg").arg("-s").arg(&llvm).works() {
        apt::install(&[&llvm])?;
    }
    let debs = work.join("debs");
    fs::create_dir_all(&debs)?;
    let names =
        PACKAGES.into_iter().chain([std_library.as_str()]).map(|name| format!("{name}={version}"));
    sh("apt-get").words("download -qq -o APT::Sandbox::User=root").args(names).dir(&debs).run()?;
    for deb in fs::read_dir(&debs)? {
        let deb = sh("dpkg-deb").arg("--fsys-tarfile").arg(deb?.path());
        // Of the compiler's sources only library/ is needed; the rest is 365 MB.
        let tar = sh("tar").arg("-x").arg("-C").arg(work).words(
            "--wildcards --no-wildcards-match-slash --exclude=./usr/src/*/src --exclude=./usr/src/*/compiler \
             --exclude=./usr/share/doc ./usr",
        );
        pipe(deb, tar)?;
    }
    fs::remove_dir_all(&debs)?;
    Ok(())
}

/// The package of this prefix that a package depends on.
fn depends(package: &str, prefix: &str) -> anyhow::Result<String> {
    let list = sh("apt-cache").arg("depends").arg(package).env("LC_ALL", "C").read()?;
    list.lines()
        .filter_map(|line| line.trim().strip_prefix("Depends: "))
        .find(|name| {
            name.strip_prefix(prefix)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
        .map(str::to_owned)
        .with_context(|| format!("{package} depends on no {prefix}*"))
}

/// Builds `std` for wasm32 with the unpacked compiler; the folder of its libraries.
fn build_std(work: &Path, usual: &Usual) -> anyhow::Result<PathBuf> {
    let empty = work.join("empty");
    fs::create_dir_all(empty.join("src"))?;
    fs::write(empty.join("src/lib.rs"), "")?;
    fs::write(
        empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[lib]\ncrate-type = [\"cdylib\"]\n[workspace]\n",
    )?;
    let lib = work.join("usr/lib");
    let rustc = work.join("usr/bin/rustc");
    let source = lib.join("rustlib/src/rust");
    let about = sh(&rustc).arg("-vV").env("LD_LIBRARY_PATH", &lib).read()?;
    let hash = field(&about, "commit-hash: ")?;
    // Bitcode: without it builds with `lto = true` fail. Remapped: else the cache's path stands in every wasm.
    let flags =
        format!("-Cembed-bitcode=yes --remap-path-prefix={}=/rustc/{hash}", source.display());
    let mut cargo = sh(&usual.cargo)
        .words("build --offline --quiet --release --target")
        .arg(TARGET)
        .arg("-Zbuild-std=std,panic_abort,test")
        // cargo does not look into library/vendor, which Debian ships, by itself.
        .words("--config source.crates-io.replace-with=\"debian\" --config")
        .arg(format!("source.debian.directory='{}'", source.join("library/vendor").display()))
        .dir(&empty);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        // Neither the project's settings nor the caller's.
        if name.starts_with("CARGO_") && name != "CARGO_HOME"
            || name.starts_with("RUST") && name != "RUSTUP_HOME"
        {
            cargo = cargo.env_remove(&name);
        }
    }
    cargo
        .env("LD_LIBRARY_PATH", &lib)
        .env("RUSTC", &rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1")
        .env("CARGO_TARGET_DIR", empty.join("target"))
        .run()?;
    Ok(empty.join("target").join(TARGET).join("release/deps"))
}

/// What the new toolchain borrows from the usual one.
struct Usual {
    host: String,
    lld: PathBuf,
    cargo: PathBuf,
}

impl Usual {
    fn find() -> anyhow::Result<Self> {
        let rustc = || sh("rustc").env_remove("RUSTUP_TOOLCHAIN").dir(std::env::temp_dir());
        let about = rustc().arg("-vV").read()?;
        let host = field(&about, "host: ")?.to_owned();
        let sysroot = PathBuf::from(rustc().words("--print sysroot").read()?);
        let lld = sysroot.join("lib/rustlib").join(&host).join("bin/rust-lld");
        let cargo = sysroot.join("bin/cargo");
        for path in [&lld, &cargo] {
            if !path.is_file() {
                bail!("no {}", path.display());
            }
        }
        Ok(Self { host, lld, cargo })
    }
}

/// What `rustc -vV` says under a name.
fn field<'a>(about: &'a str, name: &str) -> anyhow::Result<&'a str> {
    about
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .with_context(|| format!("rustc tells no {name}"))
}

/// The first file whose name begins so, in a folder's folders.
fn find(folder: &Path, prefix: &str) -> Option<PathBuf> {
    let inner =
        fs::read_dir(folder).ok()?.flatten().filter_map(|entry| fs::read_dir(entry.path()).ok());
    inner.flat_map(Iterator::flatten).map(|entry| entry.path()).find(|path| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(prefix))
    })
}

/// Removes the toolchains of other versions: 400 MB each.
fn remove_others(cache: &Path, name: &str) -> anyhow::Result<()> {
    for entry in fs::read_dir(cache)? {
        let entry = entry?;
        let other = entry.file_name();
        if other.to_string_lossy().starts_with("rustc-web-") && other != name {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}
