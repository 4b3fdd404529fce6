//! `docs/national-ids.md`: every scheme of national identifiers, with what is known of it and from where.

use std::{fmt::Write, path::Path};

use kyc_rules::national_id::{Holder, Scheme, Strength, aliases, all};

use super::File;

const HEAD: &str = include_str!("national_id_docs.md");

/// Before a page that is neither the issuer's nor a law.
const SECONDARY: &str = "2nd ";

/// The shorthands that sources are written in, and what each stands for.
const LIBRARIES: &[(&str, &str)] = &[
    ("ps ", "python-stdnum 2.2, `stdnum."),
    ("js ", "stdnum-js 1.12.0, `"),
    ("idn ", "idnumbers 1.22, `"),
    ("vj ", "validator.js 13.15, `"),
    ("dlf ", "django-localflavor 5.1, `"),
];

pub(super) fn make(_: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let schemes: Vec<Scheme> = all().collect();
    let read = schemes.iter().filter(|scheme| is_read(scheme.source())).count();
    let counted =
        format!("So far {read} of {} schemes have a source that was read.", schemes.len());
    let mut text = HEAD.replace("@@READ@@", &counted);
    let mut last = "";
    for scheme in schemes {
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
        scheme.format().replace('|', "\\|").replace('\u{1a}', "Ω"),
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

/// Whether a part of a source only agrees, and is no page of the issuer or a law.
fn is_agreement(part: &str) -> bool {
    matches!(part, "own" | "vectors")
        || part.starts_with(SECONDARY)
        || LIBRARIES.iter().any(|(prefix, _)| part.starts_with(prefix))
}

/// Whether a page of the issuer or a law was read.
pub(super) fn is_read(short: &str) -> bool {
    !short.starts_with("unverified") && !short.split("; ").all(is_agreement)
}

/// A source in full: what the issuer or a law says, then who agrees. What agrees is not verified by that.
pub(super) fn source(short: &str) -> String {
    let (agreeing, read): (Vec<&str>, Vec<&str>) =
        short.split("; ").partition(|part| is_agreement(part));
    let agreeing: Vec<String> = agreeing.into_iter().map(part).collect();
    match (read.is_empty(), agreeing.is_empty()) {
        (false, true) => read.join("; "),
        (false, false) => format!("{}; {}", read.join("; "), agreeing.join("; ")),
        (true, _) => format!("unverified ({})", agreeing.join("; ")),
    }
}

fn part(short: &str) -> String {
    for (prefix, library) in LIBRARIES {
        if let Some(key) = short.strip_prefix(prefix) {
            return format!("agrees with {library}{key}`");
        }
    }
    if let Some(page) = short.strip_prefix(SECONDARY) {
        return format!("agrees with what others tell: {page}");
    }
    match short {
        "own" => "common knowledge of the format, of which no official page was read".to_owned(),
        "vectors" => "agrees with published test numbers".to_owned(),
        other => other.to_owned(),
    }
}
