//! `cargo xtask gen`: the tables of `src/tables`, made from the sources in `data/`, and what other languages know of the
//! fields. What they make is checked in, and `--check` fails where a checked-in file is not what its generator makes today.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

mod addresses;
mod countries;
mod demo;
mod derive;
mod fingerprints;
mod licences;
mod locales;
mod national_id_docs;
mod pattern;
pub(crate) mod phone;
mod postal;
mod subdivisions;
mod text;
mod tsv;
mod unicode;

/// A file a generator makes.
pub(crate) struct File {
    /// Where it belongs, from the root of the project.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

impl File {
    /// The table `src/tables/NAME.rs`.
    fn table(name: &str, text: String) -> Self {
        Self { path: format!("src/tables/{name}.rs").into(), bytes: text.into_bytes() }
    }
}

/// Makes files out of `data/`; the arguments are those behind the generator's name.
type Generator = fn(root: &Path, args: &[String]) -> anyhow::Result<Vec<File>>;

/// Every generator by name.
const GENERATORS: &[(&str, Generator)] = &[
    ("unicode", unicode::generate),
    ("countries", countries::make),
    ("subdivisions", subdivisions::make),
    ("postal", postal::make),
    ("addresses", addresses::make),
    ("phone", phone::generate),
    ("licences", licences::make),
    // Last, as it is made from the table and the rules that the others serve.
    ("derive", derive::generate),
    ("locales", locales::make),
    ("demo", demo::make),
    ("national-id-docs", national_id_docs::make),
];

/// `cargo xtask gen [NAME [ARG…] | --check]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let check = args.first().is_some_and(|arg| arg == "--check");
    let named = args.first().filter(|_| !check);
    let mut made = Vec::new();
    let mut ran = 0_usize;
    for (name, generate) in GENERATORS {
        if named.is_some_and(|wanted| wanted != name) {
            continue;
        }
        ran += 1;
        let rest = if named.is_some() { args.get(1..).unwrap_or_default() } else { &[] };
        made.extend(generate(root, rest).with_context(|| format!("generating {name}"))?);
    }
    if let Some(name) = named.filter(|_| ran == 0) {
        bail!(
            "no generator {name}; there are: {:?}",
            GENERATORS.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
    }
    made.push(fingerprints::make(root, &made)?);
    let mut stale = Vec::new();
    for file in &made {
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
    if !stale.is_empty() {
        bail!("stale: {}. Run `cargo xtask gen`", stale.join(", "));
    }
    Ok(())
}
