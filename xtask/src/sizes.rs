//! How many bytes a file is: as it is, and as servers send it.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};

/// The sizes of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// As it is.
    pub(crate) raw: usize,
    /// gzip -9.
    pub(crate) gzip: usize,
    /// brotli -q 11.
    pub(crate) brotli: usize,
}

/// Measures a file.
pub(crate) fn of(path: &Path) -> anyhow::Result<Sizes> {
    of_bytes(&fs::read(path)?)
}

/// Measures what a file would hold.
pub(crate) fn of_bytes(bytes: &[u8]) -> anyhow::Result<Sizes> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 24).write_all(bytes)?;
    Ok(Sizes { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

/// Prints a table of files by name.
pub(crate) fn print(files: &[(String, PathBuf)]) -> anyhow::Result<()> {
    println!("{:<24}{:>10}{:>10}{:>10}", "", "raw", "gzip", "brotli");
    for (name, path) in files {
        let Sizes { raw, gzip, brotli } = of(path)?;
        println!("{name:<24}{raw:>10}{gzip:>10}{brotli:>10}");
    }
    Ok(())
}
