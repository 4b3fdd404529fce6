//! `cargo xtask gen phone [--from FILE] [--regions DE,FR,… | EEA]`: libphonenumber's metadata, compiled into machines of
//! digits. Each pattern becomes a machine of its own, the machines of a calling code become one by libphonenumber's order of
//! decision (region, then type), minimal, and each is written down as `src/phone/codec.rs` reads it.
#![expect(
    clippy::cast_possible_truncation,
    reason = "digits, lengths below 32 and counts that are read back from what was written"
)]

mod automaton;
mod classes;
#[path = "../../../../src/phone/codec.rs"]
mod codec;
mod encode;
mod fingerprint;
mod formats;
pub(crate) mod metadata;
mod national;
mod notation;
pub(crate) mod pattern;
#[path = "../../../../src/phone/symbols.rs"]
mod symbols;
mod tables;
mod world;

use std::{io::Write, path::Path};

use anyhow::{Context, bail};

use self::metadata::Metadata;
use super::File;

/// Countries of the European Economic Area, and Switzerland and the United Kingdom beside them.
const EEA: &str = "AT,BE,BG,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GR,HR,HU,IE,IS,IT,LI,LT,LU,LV,MT,NL,NO,PL,PT,RO,SE,SI,SK";

/// The generator.
pub(crate) fn generate(root: &Path, args: &[String]) -> anyhow::Result<Vec<File>> {
    let mut from = root.join("data/phone/metadata.json");
    let mut regions = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let value = args.next().with_context(|| format!("{arg} wants a value"))?;
        match arg.as_str() {
            "--from" => from = value.into(),
            "--regions" => regions = Some(if value == "EEA" { EEA } else { value }),
            _ => bail!("usage: cargo xtask gen phone [--from FILE] [--regions DE,FR,… | EEA]"),
        }
    }
    let mut metadata = Metadata::read(&from)?;
    if let Some(regions) = regions {
        let wanted: Vec<String> = regions.split(',').map(str::to_owned).collect();
        metadata = metadata.only(&wanted)?;
    }
    let unicode = std::fs::read_to_string(root.join("data/unicode.tsv"))?;
    let mut files = tables::files(&metadata, &unicode)?;
    // A subset is somebody's own build: the fingerprints stay those of the world.
    if regions.is_none() {
        files.push(fingerprint::file(root, &metadata)?);
    }
    Ok(files)
}

/// Says how big something is on its way to a browser.
fn say_size(what: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let gzip = gzip.finish()?.len();
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22).write_all(bytes)?;
    println!("{what}: {} bytes, gzip {gzip}, brotli {}", bytes.len(), brotli.len());
    Ok(())
}
