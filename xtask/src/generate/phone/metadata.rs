//! libphonenumber's metadata as `data/phone/metadata_from_pypi.py` writes it.

use std::{collections::BTreeMap, path::Path};

use anyhow::Context;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    /// The libphonenumber release it was read from.
    pub(crate) version: String,
    /// Calling code → its regions, the main one first.
    pub(crate) codes: BTreeMap<u16, Vec<String>>,
    /// Regions by name; those of calling codes without a country by calling code.
    pub(crate) regions: BTreeMap<String, Region>,
}

/// The rules of one region.
#[derive(Debug, Deserialize)]
pub(crate) struct Region {
    /// Alpha-2, `001` where the calling code belongs to no country.
    pub(crate) id: String,
    /// The calling code.
    pub(crate) cc: u16,
    /// What is dialled before a calling code there.
    pub(crate) idd: Option<String>,
    /// The national prefix.
    pub(crate) np: Option<String>,
    /// The pattern of what is dialled before a national significant number.
    pub(crate) npp: Option<String>,
    /// What a match of `npp` is replaced with where its last group took part.
    pub(crate) npt: Option<String>,
    /// Whether fixed lines and mobiles share one pattern.
    pub(crate) same: bool,
    /// Numbers that start like this are the region's, whatever follows.
    pub(crate) ld: Option<String>,
    /// What the region writes before an extension.
    pub(crate) ext: Option<String>,
    /// Patterns by type, and `general`.
    pub(crate) types: BTreeMap<String, Option<Desc>>,
    /// National layouts; main regions only.
    #[serde(default)]
    pub(crate) formats: Vec<Layout>,
    /// International layouts, where they differ.
    #[serde(default)]
    pub(crate) intl: Vec<Layout>,
}

/// The numbers of one type.
#[derive(Debug, Deserialize)]
pub(crate) struct Desc {
    /// The pattern of the whole national significant number.
    pub(crate) p: String,
    /// An example number.
    pub(crate) ex: Option<String>,
    /// Possible lengths.
    pub(crate) len: Vec<u32>,
    /// Lengths possible within an area only.
    pub(crate) loc: Vec<u32>,
}

/// How numbers of one kind are laid out.
#[derive(Debug, Deserialize)]
pub(crate) struct Layout {
    /// The pattern of the whole number, a group for each `\1`.
    pub(crate) p: String,
    /// The groups with what stands between them.
    pub(crate) f: String,
    /// The digits such numbers start with, from coarse to fine.
    pub(crate) ld: Vec<String>,
    /// How the first group is written nationally: `(0\1)`.
    pub(crate) np: Option<String>,
    /// Whether it may be written without the national prefix.
    pub(crate) opt: bool,
    /// How it is written with a carrier code, where it can be.
    pub(crate) cc: Option<String>,
}

/// Types in the order libphonenumber asks for them, and so their numbers in the tables, from 1. `fixed_line_or_mobile` is no
/// pattern of its own: it is what matches both.
pub(crate) const ASKED: [&str; 8] = [
    "premium_rate",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
];
/// The number of fixed lines that may be mobiles.
pub(crate) const FIXED_LINE_OR_MOBILE: u8 = 9;
/// The number of fixed lines.
pub(crate) const FIXED_LINE: u8 = 10;
/// The number of mobiles.
pub(crate) const MOBILE: u8 = 11;

impl Metadata {
    /// Reads the file.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
    }

    /// The same for a few regions only: calling codes none of them uses are left out. Calling codes are kept whole, as
    /// regions that share one can only be told apart together.
    pub(crate) fn only(mut self, wanted: &[String]) -> anyhow::Result<Self> {
        for name in wanted {
            anyhow::ensure!(self.regions.contains_key(name), "no region {name}");
        }
        self.codes.retain(|_, names| names.iter().any(|name| wanted.contains(name)));
        let codes = &self.codes;
        self.regions.retain(|name, region| {
            codes.values().flatten().any(|kept| kept == name)
                || region.id == "001" && codes.contains_key(&name.parse().unwrap_or(0))
        });
        Ok(self)
    }

    /// The rules of a region of a calling code.
    pub(crate) fn region(&self, code: u16, name: &str) -> &Region {
        if name == "001" { &self.regions[&code.to_string()] } else { &self.regions[name] }
    }
}

impl Region {
    /// The numbers of a type, where there are any.
    pub(crate) fn desc(&self, kind: &str) -> Option<&Desc> {
        self.types.get(kind)?.as_ref()
    }

    /// What every number of the region matches.
    pub(crate) fn general(&self) -> anyhow::Result<&Desc> {
        self.desc("general").with_context(|| format!("{} has no general pattern", self.id))
    }
}
