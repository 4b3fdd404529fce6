//! `docs/national-ids.md`: every scheme of national identifiers, with what is known of it and from where.

use std::{fmt::Write, path::Path};

use kyc_rules::national_id::{Holder, Scheme, Strength, aliases, all};

use super::File;

const HEAD: &str = include_str!("national_id_docs.md");

/// The shorthands that sources are written in, and what each stands for.
const LIBRARIES: &[(&str, &str)] = &[
    ("ps ", "python-stdnum 2.2, `stdnum."),
    ("js ", "stdnum-js 1.12.0, `"),
    ("idn ", "idnumbers 1.22, `"),
    ("vj ", "validator.js 13.15, `"),
    ("dlf ", "django-localflavor 5.1, `"),
];

pub(super) fn make(_: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let mut text = String::from(HEAD);
    let mut last = "";
    for scheme in all() {
        if scheme.country() != last {
            last = scheme.country();
            write!(text, "\n### {last}\n")?;
        }
        of(&mut text, &scheme)?;
    }
    let path = "docs/national-ids.md".into();
    Ok(vec![File { path, bytes: text.into_bytes() }])
}

fn of(text: &mut String, scheme: &Scheme) -> std::fmt::Result {
    write!(text, "\n**`{}`** {}", scheme.name(), scheme.label())?;
    if scheme.title() != scheme.label() {
        write!(text, ": {}", scheme.title())?;
    }
    writeln!(text, ". Issued by: {}.", scheme.issuer())?;
    let others: Vec<String> = aliases(scheme.name()).map(|name| format!("`{name}`")).collect();
    if !others.is_empty() {
        writeln!(text, "- Also called {}.", others.join(", "))?;
    }
    let holder = match scheme.holder() {
        Holder::Person => "a person's",
        Holder::Both => "a person's or an organisation's",
        Holder::Entity => "an organisation's, never taken for a person's",
    };
    let birth = if scheme.tells_birth_date() { "; tells the date of birth" } else { "" };
    writeln!(text, "- Holder: {holder}{birth}.")?;
    writeln!(
        text,
        "- Format: `{}`, written `{}`, like `{}`.",
        scheme.format().replace('|', "\\|"),
        scheme.mask(),
        scheme.example()
    )?;
    let methods = scheme.methods().join(", or ");
    let check = match scheme.strength() {
        Strength::Format => "none beyond the format and the ranges that are given".to_owned(),
        Strength::Hard => format!("{methods}; a failure is hard"),
        Strength::Advisory => format!("{methods}; a failure is advice"),
    };
    writeln!(text, "- Check: {check}.")?;
    writeln!(text, "- Source: {}.", source(scheme.source()))
}

/// A source in full. What agrees with a library is not verified by that.
fn source(short: &str) -> String {
    let parts: Vec<String> = short.split("; ").map(part).collect();
    let read = short.starts_with("http") || short.starts_with("SAT");
    if read { parts.join("; ") } else { format!("unverified ({})", parts.join("; ")) }
}

fn part(short: &str) -> String {
    for (prefix, library) in LIBRARIES {
        if let Some((before, key)) = short.split_once(prefix)
            && (before.is_empty() || before.ends_with(' '))
        {
            return format!("{before}agrees with {library}{key}`");
        }
    }
    match short {
        "own" => "common knowledge of the format, of which no official page was read".to_owned(),
        "vectors" => "agrees with published test numbers".to_owned(),
        other => other.to_owned(),
    }
}
