//! `kyc schemes`: every scheme of national identifiers, for people and as JSON.

use std::io::Write;

use kyc_rules::{
    national_id::{Holder, Scheme, Strength, aliases, all},
    report::write_string,
};

use crate::{FINE, table};

/// How to list.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only those of a country, alpha-2: BR
    #[arg(long, value_name = "ALPHA-2")]
    country: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let country = args.country.as_deref().map(str::to_ascii_uppercase);
    let schemes: Vec<Scheme> = all()
        .filter(|scheme| country.as_deref().is_none_or(|country| scheme.country() == country))
        .collect();
    anyhow::ensure!(!schemes.is_empty(), "no scheme of that country is known: see `kyc schemes`");
    let mut out = anstream::stdout().lock();
    if args.json {
        let lines: Vec<String> = schemes.iter().map(json).collect();
        writeln!(out, "[{}]", lines.join(",\n"))?;
        return Ok(FINE);
    }
    let rows: Vec<Vec<String>> = schemes
        .iter()
        .map(|scheme| {
            vec![
                scheme.name().to_owned(),
                scheme.label().to_owned(),
                holder(scheme).to_owned(),
                strength(scheme).to_owned(),
                scheme.mask(),
                scheme.example().to_owned(),
            ]
        })
        .collect();
    table::rows(&mut out, &["SCHEME", "CALLED", "HOLDER", "CHECK", "WRITTEN", "EXAMPLE"], &rows)?;
    Ok(FINE)
}

const fn holder(scheme: &Scheme) -> &'static str {
    match scheme.holder() {
        Holder::Person => "person",
        Holder::Both => "both",
        Holder::Entity => "entity",
    }
}

fn strength(scheme: &Scheme) -> &'static str {
    match scheme.strength() {
        Strength::Hard => "hard",
        Strength::Advisory => "advisory",
        Strength::Format => "format",
    }
}

fn json(scheme: &Scheme) -> String {
    let mut out = String::from("{");
    let mask = scheme.mask();
    let members = [
        ("name", scheme.name()),
        ("country", scheme.country()),
        ("label", scheme.label()),
        ("title", scheme.title()),
        ("issuer", scheme.issuer()),
        ("holder", holder(scheme)),
        ("check", strength(scheme)),
        ("mask", &mask),
        ("inputMode", scheme.input_mode()),
        ("example", scheme.example()),
        ("source", scheme.source()),
    ];
    for (name, value) in members {
        write_string(&mut out, name);
        out.push(':');
        write_string(&mut out, value);
        out.push(',');
    }
    out.push_str("\"tellsBirthDate\":");
    out.push_str(if scheme.tells_birth_date() { "true" } else { "false" });
    out.push_str(",\"aliases\":[");
    for (at, alias) in aliases(scheme.name()).enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_string(&mut out, alias);
    }
    out.push_str("]}");
    out
}
