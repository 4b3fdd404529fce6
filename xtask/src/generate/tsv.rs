//! Tab-separated sources with a header, and the hand-kept facts.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, bail};

/// A row by column name.
pub(super) type Row = BTreeMap<String, String>;

/// The rows of `data/NAME`.
pub(super) fn read(root: &Path, name: &str) -> anyhow::Result<Vec<Row>> {
    let path = root.join("data").join(name);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let row = |line: &str| {
        let cells = line.split('\t').chain(std::iter::repeat(""));
        header.iter().zip(cells).map(|(k, v)| ((*k).to_owned(), v.to_owned())).collect()
    };
    Ok(lines.map(row).collect())
}

/// What `data/place_facts.tsv` says, by fact and country.
pub(super) struct Facts(BTreeMap<(String, String), String>);

/// Every fact there is, so that a misspelt one does not pass unseen.
const KNOWN: &[&str] = &[
    "area_id",
    "area_zips",
    "name",
    "name_alias",
    "require",
    "subdivision_extra",
    "subdivision_former",
    "subdivision_word",
    "subdivisions_closed",
    "uninhabited",
    "zip",
    "zip_begins",
    "zip_doubtful",
    "zip_example",
    "zip_fixed",
    "zip_sign",
    "zip_word",
];

impl Facts {
    /// Reads them.
    pub(super) fn read(root: &Path) -> anyhow::Result<Self> {
        let mut facts = BTreeMap::new();
        for row in read(root, "place_facts.tsv")? {
            let key = (row["fact"].clone(), row["country"].clone());
            if !KNOWN.contains(&key.0.as_str()) || row["source"].is_empty() {
                bail!("place_facts.tsv: unknown fact, or no source: {key:?}");
            }
            if facts.insert(key.clone(), row["value"].clone()).is_some() {
                bail!("place_facts.tsv says {key:?} twice");
            }
        }
        Ok(Self(facts))
    }

    /// What it says of a country, or nothing.
    pub(super) fn get(&self, fact: &str, country: &str) -> Option<&str> {
        debug_assert!(KNOWN.contains(&fact));
        self.0.get(&(fact.to_owned(), country.to_owned())).map(String::as_str)
    }

    /// `a=b c=d` as pairs.
    pub(super) fn pairs(&self, fact: &str, country: &str) -> Vec<(String, String)> {
        let pair = |word: &str| {
            let (left, right) = word.split_once('=').unwrap_or((word, ""));
            (left.to_owned(), right.to_owned())
        };
        self.get(fact, country).unwrap_or_default().split_whitespace().map(pair).collect()
    }
}

/// The alpha-2 codes of the tables in order: ISO 3166-1 and Kosovo's `XK`.
pub(super) fn countries(root: &Path) -> anyhow::Result<Vec<Row>> {
    let mut rows = read(root, "iso3166-1.tsv")?;
    let kosovo = [("alpha2", "XK"), ("alpha3", "XKX"), ("numeric", "0"), ("name", "Kosovo")];
    rows.push(kosovo.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect());
    rows.sort_by(|a, b| a["alpha2"].cmp(&b["alpha2"]));
    Ok(rows)
}
