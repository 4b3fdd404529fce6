//! `src/tables/postal.rs`: what postal codes look like in each country, and which begin how in which subdivision.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, bail, ensure};

use super::{
    File,
    pattern::{self, Classes, DIGITS, LETTERS, Token},
    subdivisions::rank,
    text::{bytes, head, numbers, string, strings, varint},
    tsv::{self, Facts, Row},
};

/// A subdivision as libaddressinput has it.
pub(super) struct Area {
    /// What addresses call it.
    pub(super) key: String,
    /// Its codes today: more than one where the area has been split, none where it never had one.
    pub(super) codes: Vec<String>,
    /// How its postal codes begin, as a pattern; empty where that is not known.
    begins: String,
}

/// The areas of a country, with today's codes, and the prefixes of the facts where libaddressinput has none.
pub(super) fn areas(root: &Path, country: &str, facts: &Facts) -> anyhow::Result<Vec<Area>> {
    let rows = tsv::read(root, "postal.tsv")?;
    let row = rows.iter().find(|row| row["country"] == country).context("postal.tsv")?;
    let split = |column: &str| row[column].split('~').map(str::to_owned).collect::<Vec<_>>();
    let today: BTreeMap<String, String> = facts.pairs("area_id", country).into_iter().collect();
    let mut all = Vec::new();
    let (ids, zips) = (split("sub_isoids"), split("sub_zips"));
    for (place, key) in split("sub_keys").into_iter().enumerate().filter(|(_, key)| !key.is_empty())
    {
        let id = ids.get(place).filter(|id| !id.is_empty()).unwrap_or(&key);
        let id = today.get(id).or_else(|| today.get(&key)).unwrap_or(id);
        let codes = id.split(',').filter(|code| rank(code).is_ok()).map(str::to_owned).collect();
        all.push(Area { codes, begins: zips.get(place).cloned().unwrap_or_default(), key });
    }
    for (code, begins) in facts.pairs("area_zips", country) {
        match all.iter_mut().find(|area| area.codes == [code.clone()]) {
            Some(area) => area.begins = begins,
            None => all.push(Area { key: code.clone(), codes: vec![code], begins }),
        }
    }
    Ok(all)
}

pub(super) fn make(root: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let facts = Facts::read(root)?;
    let rows = tsv::read(root, "postal.tsv")?;
    let mut classes = Classes::default();
    // The two commonest first: their letters then read well.
    classes.write(&vec![vec![Token::One(LETTERS), Token::One(LETTERS | DIGITS)]])?;
    let mut patterns: Vec<String> = vec![String::new()];
    let mut which = Vec::new();
    let mut examples = String::new();
    let mut more = vec![String::new()];
    let mut which_more = Vec::new();
    // A byte before all, so that no place is 0.
    let mut prefixes = vec![0];
    let mut area_of = Vec::new();
    for country in tsv::countries(root)? {
        let country = country["alpha2"].as_str();
        let row = rows.iter().find(|row| row["country"] == country).context("postal.tsv")?;
        let zip = facts.get("zip", country).unwrap_or(&row["zip"]);
        let main = classes.write(&pattern::alternatives(zip)?)?;
        let place = patterns.iter().position(|known| *known == main).unwrap_or_else(|| {
            patterns.push(main.clone());
            patterns.len() - 1
        });
        which.push(u8::try_from(place)?);

        let example = row["zipex"].split(',').next().unwrap_or_default();
        let example = facts.get("zip_example", country).unwrap_or(example);
        examples.push_str(if zip.is_empty() { "" } else { example });
        examples.push('\n');

        let mut write = |fact: &str| -> anyhow::Result<String> {
            match facts.get(fact, country) {
                Some(text) => classes.write(&pattern::alternatives(text)?),
                None => Ok(String::new()),
            }
        };
        let (doubtful, begins) = (write("zip_doubtful")?, write("zip_begins")?);
        let printed = printed_prefix(&row["fmt"]);
        let sign = facts.get("zip_sign", country).unwrap_or_default();
        let line = format!("{printed}/{sign}/{doubtful}/{begins}");
        which_more.push(u8::try_from(if line == "///" { 0 } else { more.len() })?);
        if line != "///" {
            more.push(line);
        }
        let start = prefixes.len();
        write_areas(&mut prefixes, country, &areas(root, country, &facts)?)?;
        area_of.push(if prefixes.len() == start { 0 } else { u16::try_from(start)? });
    }

    let mut out = head("postal", "What postal codes look like, and where they belong.");
    numbers(
        &mut out,
        "The characters a class stands for: bits 0–9 digits, 10–35 letters. Named `a` to `z`, then `:` to `@`.",
        "CLASSES",
        "u64",
        classes.sets(),
    );
    strings(
        &mut out,
        "Patterns: alternatives between `|`, the canonical form first.",
        "PATTERNS",
        &patterns,
    );
    numbers(&mut out, "By country: its place in `PATTERNS`; 0 for none.", "PATTERN", "u8", &which);
    string(
        &mut out,
        "A line a country: a code in canonical form, or nothing.",
        "EXAMPLES",
        &examples,
    );
    strings(
        &mut out,
        "More of some countries: prefix printed before codes, sign on motor vehicles, doubtful patterns, how codes begin.",
        "MORE",
        &more,
    );
    numbers(&mut out, "By country: its place in `MORE`; 0 for none.", "MORE_OF", "u8", &which_more);
    numbers(&mut out, "By country: its place in `AREAS`; 0 for none.", "AREA_OF", "u16", &area_of);
    bytes(
        &mut out,
        "By country that has some: bytes behind the unit (two bytes, low first), base, length of prefixes, unit; then by \
         subdivision: gap in rank, bytes that follow, and gap and size of each range of prefixes it has, doubled: in units, or \
         in ones where odd.",
        "AREAS",
        &prefixes,
    );
    Ok(vec![File::table("postal", out)])
}

/// What the address format prints before a code: `LT-%Z` gives `LT`.
fn printed_prefix(format: &str) -> String {
    let Some((before, _)) = format.split_once("%Z") else { return String::new() };
    let line = before.rsplit("%n").next().unwrap_or_default();
    let letters = line.trim_end_matches(['-', ' ']);
    let fits = (1..=2).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    if fits { letters.to_owned() } else { String::new() }
}

fn write_areas(out: &mut Vec<u8>, country: &str, areas: &[Area]) -> anyhow::Result<()> {
    let mut by_rank: BTreeMap<u32, Vec<Vec<u64>>> = BTreeMap::new();
    for area in areas.iter().filter(|area| !area.begins.is_empty()) {
        for code in &area.codes {
            let begins = pattern::alternatives(&area.begins.replace(' ', ""))
                .with_context(|| format!("{country} {code}"))?;
            for alternative in begins {
                let one = |token: &Token| match token {
                    Token::One(set) => Ok(*set),
                    Token::Separator(_) => bail!("a separator in a prefix"),
                };
                // A digit class at the end says nothing that its absence does not.
                let mut sets: Vec<u64> = alternative.iter().map(one).collect::<Result<_, _>>()?;
                while sets.last() == Some(&DIGITS) {
                    sets.pop();
                }
                by_rank.entry(rank(code)?).or_default().push(sets);
            }
        }
    }
    if by_rank.is_empty() {
        return Ok(());
    }
    let all = || by_rank.values().flatten();
    let length = all().map(Vec::len).max().unwrap_or(0);
    let base = if all().flatten().any(|set| set & LETTERS != 0) { 36 } else { 10 };
    let mut ranges: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for (rank, prefixes) in &by_rank {
        let mut all = Vec::new();
        for prefix in prefixes {
            expand(prefix, base, length, 0, &mut all);
        }
        all.sort_unstable();
        ranges.insert(*rank, merge(&all));
    }
    // Most ranges are whole blocks of some shorter prefix: the unit that gives the fewest bytes.
    let written = (0..u32::try_from(length)?).map(|places| {
        let unit = base.pow(places);
        Ok((area_bytes(&ranges, unit)?, unit))
    });
    let written = written.collect::<anyhow::Result<Vec<_>>>()?;
    let (body, unit) =
        written.into_iter().min_by_key(|(body, _)| body.len()).context("no prefix")?;
    out.extend(u16::try_from(body.len())?.to_le_bytes());
    out.push(u8::try_from(base)?);
    out.push(u8::try_from(length)?);
    varint(out, unit);
    out.extend(body);
    Ok(())
}

fn area_bytes(areas: &BTreeMap<u32, Vec<(u32, u32)>>, unit: u32) -> anyhow::Result<Vec<u8>> {
    let mut body = Vec::new();
    let mut last = 0;
    for (rank, ranges) in areas {
        varint(&mut body, rank - last);
        last = *rank;
        let mut pairs = Vec::new();
        let mut next = 0;
        for (low, high) in ranges {
            for number in [low - next, high + 1 - low] {
                let whole = number % unit == 0;
                varint(&mut pairs, if whole { number / unit * 2 } else { number * 2 + 1 });
            }
            next = high + 1;
        }
        ensure!(pairs.len() < 256, "too many ranges");
        body.push(u8::try_from(pairs.len())?);
        body.extend(pairs);
    }
    Ok(body)
}

/// The numbers of all prefixes of full length that start with one of these sequences.
fn expand(sets: &[u64], base: u32, left: usize, sum: u32, out: &mut Vec<(u32, u32)>) {
    let Some((set, rest)) = sets.split_first() else {
        let width = base.pow(u32::try_from(left).unwrap_or(0));
        out.push((sum * width, sum * width + width - 1));
        return;
    };
    for digit in (0..base).filter(|digit| set >> digit & 1 == 1) {
        expand(rest, base, left - 1, sum * base + digit, out);
    }
}

fn merge(ranges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for &(low, high) in ranges {
        match all.last_mut() {
            Some(last) if low <= last.1 + 1 => last.1 = last.1.max(high),
            _ => all.push((low, high)),
        }
    }
    all
}

/// Rows of `postal.tsv` by country.
pub(super) fn rows(root: &Path) -> anyhow::Result<BTreeMap<String, Row>> {
    Ok(tsv::read(root, "postal.tsv")?
        .into_iter()
        .map(|row| (row["country"].clone(), row))
        .collect())
}
