//! `src/tables/addresses.rs`: the order of an address's parts in each country, and what it calls them.

use std::path::Path;

use anyhow::Context;

use super::{
    File,
    text::{head, numbers, strings},
    tsv::{self, Facts},
};

/// A list in which each word has a number.
struct Words(Vec<String>);

impl Words {
    fn place(&mut self, word: &str) -> anyhow::Result<u8> {
        let place = self.0.iter().position(|known| known == word).unwrap_or_else(|| {
            self.0.push(word.to_owned());
            self.0.len() - 1
        });
        Ok(u8::try_from(place)?)
    }
}

pub(super) fn make(root: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let facts = Facts::read(root)?;
    let rows = super::postal::rows(root)?;
    let mut words = Words(vec![String::new()]);
    let mut formats = Words(Vec::new());
    let (mut format, mut subdivision, mut city, mut postal) = (vec![], vec![], vec![], vec![]);
    for country in tsv::countries(root)? {
        let code = country["alpha2"].as_str();
        let row = rows.get(code).context("postal.tsv")?;
        format.push(formats.place(&order(&row["fmt"]))?);
        let listed = match row["state_name_type"].as_str() {
            "" | "do_si" => None,
            word => Some(capital(word)),
        };
        let word = listed.or_else(|| facts.get("subdivision_word", code).map(str::to_owned));
        subdivision.push(words.place(&word.unwrap_or_else(|| "Province".to_owned()))?);
        let word = match row["locality_name_type"].as_str() {
            "post_town" => "Town or city".to_owned(),
            "" => "City".to_owned(),
            word => capital(word),
        };
        city.push(words.place(&word)?);
        let word = if row["zip"].is_empty() {
            ""
        } else {
            facts.get("zip_word", code).unwrap_or("Postal code")
        };
        postal.push(words.place(word)?);
    }
    let mut out =
        head("addresses", "The order of an address's parts, and what countries call them.");
    strings(&mut out, "Words, in English or as the country's English has them.", "WORDS", &words.0);
    strings(
        &mut out,
        "Orders: `A` street lines, `D` district, `C` city, `S` subdivision, `Z` postal code; `/` between lines.",
        "FORMATS",
        &formats.0,
    );
    numbers(&mut out, "By country: its place in `FORMATS`.", "FORMAT", "u8", &format);
    numbers(
        &mut out,
        "By country: its word for a subdivision, a place in `WORDS`.",
        "SUBDIVISION",
        "u8",
        &subdivision,
    );
    numbers(&mut out, "By country: its word for a city, a place in `WORDS`.", "CITY", "u8", &city);
    numbers(
        &mut out,
        "By country: its word for a postal code, a place in `WORDS`.",
        "POSTAL",
        "u8",
        &postal,
    );
    Ok(vec![File::table("addresses", out)])
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// `%N%n%O%n%A%n%C, %S %Z` as `A/CSZ`. libaddressinput's default is street lines and city.
fn order(format: &str) -> String {
    let format = if format.is_empty() { "%A%n%C" } else { format };
    let lines = format.split("%n").map(|line| {
        let parts = line.split('%').skip(1).filter_map(|part| part.chars().next());
        parts.filter(|part| "ADCSZ".contains(*part)).collect::<String>()
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("/")
}
