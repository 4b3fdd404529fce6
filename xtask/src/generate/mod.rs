//! `cargo xtask gen`: the tables of `src/tables`, made from the sources in `data/`, and what other languages know of the fields. What they make is checked in, and
//! `--check` fails where a checked-in file is not what its generator makes today.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

mod derive;
mod phone;
mod unicode;

/// A file a generator makes.
pub(crate) struct File {
    /// Where it belongs, from the root of the project.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// Makes files out of `data/`; the arguments are those behind the generator's name.
type Generator = fn(root: &Path, args: &[String]) -> anyhow::Result<Vec<File>>;

/// Every generator by name.
const GENERATORS: &[(&str, Generator)] =
    &[("derive", derive::generate), ("phone", phone::generate), ("unicode", unicode::generate)];

/// `cargo xtask gen [NAME [ARG…] | --check]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let check = args.first().is_some_and(|arg| arg == "--check");
    let named = args.first().filter(|_| !check);
    let mut stale = Vec::new();
    let mut ran = 0_usize;
    for (name, generate) in GENERATORS {
        if named.is_some_and(|wanted| wanted != name) {
            continue;
        }
        ran += 1;
        let rest = if named.is_some() { args.get(1..).unwrap_or_default() } else { &[] };
        for file in generate(root, rest).with_context(|| format!("generating {name}"))? {
            let path = root.join(&file.path);
            if std::fs::read(&path).is_ok_and(|now| now == file.bytes) {
                continue;
            }
            if check {
                stale.push(file.path.display().to_string());
                continue;
            }
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&path, &file.bytes)?;
            println!("wrote {}", file.path.display());
        }
    }
    if let Some(name) = named.filter(|_| ran == 0) {
        bail!(
            "no generator {name}; there are: {:?}",
            GENERATORS.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
    }
    if !stale.is_empty() {
        bail!("stale: {}. Run `cargo xtask gen`", stale.join(", "));
    }
    Ok(())
}
