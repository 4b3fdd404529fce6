//! `src/tables/subdivisions.rs`: the codes of ISO 3166-2 as gaps between ranks; `subdivision_names.rs`: names and parents, for
//! the feature of that name.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, ensure};

use super::{
    File,
    text::{bytes, head, numbers, string, strings, varint},
    tsv::{self, Facts},
};

/// Ranks below this are those of numbers, whose runs are written as one.
const NUMBERS: u32 = 1110;

/// A code's place in the order of all one- to three-character codes: numbers, then letters, then mixtures.
pub(super) fn rank(code: &str) -> anyhow::Result<u32> {
    ensure!((1..=3).contains(&code.len()), "{code}: 1 to 3 characters");
    let in_base = |base: u32, zero: u32| {
        code.chars().try_fold(0, |sum, c| Some(sum * base + c.to_digit(36)?.checked_sub(zero)?))
    };
    let shorter = |sizes: [u32; 3]| sizes[..code.len() - 1].iter().sum::<u32>();
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    let letters = code.bytes().all(|b| b.is_ascii_uppercase());
    let rank = if digits {
        in_base(10, 0).map(|n| n + shorter([10, 100, 1000]))
    } else if letters {
        in_base(26, 10).map(|n| n + NUMBERS + shorter([26, 676, 17_576]))
    } else {
        in_base(36, 0).map(|n| n + NUMBERS + 18_278 + shorter([0, 1296, 46_656]))
    };
    rank.with_context(|| format!("{code}: not A-Z and 0-9"))
}

/// What subdivisions are part of where ISO's list, as we have it, names the country alone.
fn parents(root: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let rows = tsv::read(root, "subdivision_parents.tsv")?.into_iter();
    Ok(rows.map(|row| (row["code"].clone(), row["parent"].clone())).collect())
}

/// The codes of each country.
fn codes(root: &Path) -> anyhow::Result<BTreeMap<String, Vec<tsv::Row>>> {
    let mut all: BTreeMap<String, Vec<tsv::Row>> = BTreeMap::new();
    for row in tsv::read(root, "iso3166-2.tsv")? {
        let (country, _) = row["code"].split_once('-').context("a code without a hyphen")?;
        all.entry(country.to_owned()).or_default().push(row);
    }
    Ok(all)
}

fn suffix(row: &tsv::Row) -> &str {
    row["code"].split_once('-').map_or("", |(_, suffix)| suffix)
}

pub(super) fn make(root: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let facts = Facts::read(root)?;
    let codes = codes(root)?;
    let mut data = Vec::new();
    let mut starts = Vec::new();
    let mut others = String::new();
    let mut names = Vec::new();
    let parents = parents(root)?;
    for country in tsv::countries(root)? {
        let country = country["alpha2"].as_str();
        starts.push(u16::try_from(data.len())?);
        let rows = codes.get(country).map(Vec::as_slice).unwrap_or_default();
        let mut ranks: Vec<u32> =
            rows.iter().map(|row| rank(suffix(row))).collect::<Result<_, _>>()?;
        ranks.sort_unstable();
        gaps(&mut data, &ranks)?;

        let extra = facts.get("subdivision_extra", country).unwrap_or_default();
        let extra: Vec<String> = extra.split_whitespace().map(|code| format!("{code}=")).collect();
        let former = facts.pairs("subdivision_former", country);
        let former = former.iter().map(|(old, new)| format!("{old}>{new}"));
        let other: Vec<String> = extra.into_iter().chain(former).collect();
        if !other.is_empty() {
            others.push_str(&format!("{country} {}\n", other.join(" ")));
        }
        names.push(name_line(root, country, rows, &facts, &parents)?);
    }
    starts.push(u16::try_from(data.len())?);

    let mut out = head("subdivisions", "The subdivision codes of ISO 3166-2.");
    numbers(
        &mut out,
        "Where each country's codes start in `CODES`, and where the last ends.",
        "STARTS",
        "u16",
        &starts,
    );
    bytes(
        &mut out,
        "Gaps between the ranks of a country's codes (`subdivision::rank`), seven bits a byte; behind a number's gap, how many \
         follow in a row.",
        "CODES",
        &data,
    );
    string(
        &mut out,
        "A line a country: codes in use beside ISO's (`AA=`), and what a former code has become (`OR>OD`; nothing where it has \
         been split or taken up again).",
        "OTHERS",
        &others,
    );
    let mut text = head("subdivisions", "What subdivisions are called, and what they are part of.");
    strings(
        &mut text,
        "By country: `code:parent:name~name` of each subdivision, between `|`.",
        "NAMES",
        &names,
    );
    Ok(vec![File::table("subdivisions", out), File::table("subdivision_names", text)])
}

fn gaps(data: &mut Vec<u8>, ranks: &[u32]) -> anyhow::Result<()> {
    let mut rest = ranks;
    let mut next = 0;
    while let Some(&first) = rest.first() {
        let run = if first < NUMBERS {
            (1..).zip(rest).take_while(|(n, rank)| first + n - 1 == **rank).count()
        } else {
            1
        };
        varint(data, first - next);
        if first < NUMBERS {
            data.push(u8::try_from(run)?);
        }
        next = first + u32::try_from(run)?;
        rest = &rest[run..];
    }
    Ok(())
}

/// Names of a country's subdivisions: ISO's, and those libaddressinput writes addresses with.
fn name_line(
    root: &Path,
    country: &str,
    rows: &[tsv::Row],
    facts: &Facts,
    parents: &BTreeMap<String, String>,
) -> anyhow::Result<String> {
    let local = super::postal::areas(root, country, facts)?;
    let entries = rows.iter().map(|row| {
        let code = suffix(row);
        let parent = parents.get(&row["code"]).unwrap_or(&row["parent"]);
        let parent = parent.split_once('-').map_or("", |(_, parent)| parent);
        let mut names = vec![row["name"].as_str()];
        for area in &local {
            if area.codes.iter().any(|it| it == code) && area.key != code {
                names.push(&area.key);
            }
        }
        names.dedup();
        format!("{code}:{parent}:{}", names.join("~"))
    });
    Ok(entries.collect::<Vec<_>>().join("|"))
}
