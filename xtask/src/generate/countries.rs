//! `src/tables/countries.rs`: the codes of ISO 3166-1 and ICAO 9303 and a byte of facts a country; `country_names.rs`: English
//! names, for the feature of that name.

use std::path::Path;

use anyhow::{Context, ensure};

use super::{
    File,
    text::{head, numbers, string, strings},
    tsv::{self, Facts},
};

pub(super) fn make(root: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let facts = Facts::read(root)?;
    let countries = tsv::countries(root)?;
    let mut out = head("countries", "The codes of countries, in the order of their alpha-2 codes.");

    let alpha: String =
        countries.iter().map(|row| row["alpha2"].clone() + &row["alpha3"]).collect();
    ensure!(alpha.len() == countries.len() * 5, "a code that is not 2 and 3 letters");
    string(&mut out, "Alpha-2 and alpha-3, five letters a country.", "ALPHA", &alpha);

    let numeric: Vec<u16> =
        countries.iter().map(|row| row["numeric"].parse()).collect::<Result<_, _>>()?;
    numbers(&mut out, "Numeric codes; 0 for none.", "NUMERIC", "u16", &numeric);

    let mut second = [0_u32; 26];
    let mut before = [0_u8; 26];
    for row in &countries {
        let [first, next] = row["alpha2"].as_bytes() else {
            anyhow::bail!("alpha-2 of two letters")
        };
        second[usize::from(first - b'A')] |= 1 << (next - b'A');
        for later in &mut before[usize::from(first - b'A') + 1..] {
            *later += 1;
        }
    }
    numbers(&mut out, "By first letter: a bit for each second letter.", "SECOND", "u32", &second);
    numbers(&mut out, "By first letter: how many countries stand before.", "BEFORE", "u8", &before);

    string(
        &mut out,
        "Codes only machine-readable zones have: three letters and the country's two, blank-padded.",
        "ICAO",
        &icao(root)?,
    );
    let flags = flags(root, &facts)?;
    numbers(&mut out, "Facts, a bit each: `country::flag`.", "FLAGS", "u8", &flags);

    let mut names = Vec::new();
    for row in &countries {
        let (code, official) = (row["alpha2"].as_str(), row["name"].as_str());
        let plain = facts.get("name", code).unwrap_or(official);
        let aliases = facts.get("name_alias", code).unwrap_or_default().split('~');
        let others = std::iter::once(official).chain(aliases);
        let mut all = vec![plain];
        all.extend(others.filter(|name| !name.is_empty() && *name != plain));
        names.push(all.join("~"));
    }
    let mut text = head("countries", "What countries are called in English.");
    strings(
        &mut text,
        "By country: its common name, then others it goes by, behind `~`.",
        "NAMES",
        &names,
    );
    Ok(vec![File::table("countries", out), File::table("country_names", text)])
}

fn icao(root: &Path) -> anyhow::Result<String> {
    let mut all = String::new();
    for row in tsv::read(root, "icao_codes.tsv")? {
        // `ZZZ` is the source's own placeholder; 9303 has no such code.
        if row["kind"] != "icao" || row["code"] == "ZZZ" {
            continue;
        }
        let country = match row["code"].as_str() {
            "D" => "DE",
            "GBD" | "GBN" | "GBO" | "GBP" | "GBS" => "GB",
            "RKS" | "UNK" => "XK",
            "XKX" => continue, // already its alpha-3
            _ => "",
        };
        all.push_str(&format!("{:3}{country:2}", row["code"]));
    }
    Ok(all)
}

fn flags(root: &Path, facts: &Facts) -> anyhow::Result<Vec<u8>> {
    let subdivisions = tsv::read(root, "iso3166-2.tsv")?;
    let addresses = tsv::read(root, "postal.tsv")?;
    let mut all = Vec::new();
    for row in tsv::countries(root)? {
        let code = row["alpha2"].as_str();
        let address = addresses.iter().find(|it| it["country"] == code).context("postal.tsv")?;
        let require = facts.get("require", code).unwrap_or(&address["require"]);
        let has_codes = subdivisions.iter().any(|it| it["code"].starts_with(&format!("{code}-")))
            || facts.get("subdivision_extra", code).is_some();
        let has_postal = !address["zip"].is_empty();
        let bits = [
            facts.get("uninhabited", code).is_some(),
            facts.get("subdivisions_closed", code).is_some(),
            // Hong Kong and the Cayman Islands want an area's name, but no code exists to give.
            require.contains('S') && has_codes,
            require.contains('Z') && has_postal,
            facts.get("zip_fixed", code).is_some(),
            require.is_empty() || require.contains('C'),
            has_postal,
        ];
        all.push(bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit)));
    }
    Ok(all)
}
