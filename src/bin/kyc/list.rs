//! `kyc fields` and `kyc codes`: the table and the reasons, for people and as JSON.

use std::io::Write;

use kyc_rules::{
    code::Code,
    describe,
    field::{Kind, Presence},
    fields::FIELDS,
};

use crate::{FINE, table};

/// How to list.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The fields of the payload.
pub(crate) fn fields(args: &Args) -> anyhow::Result<u8> {
    let mut out = anstream::stdout().lock();
    if args.json {
        writeln!(out, "{}", describe::fields_json())?;
        return Ok(FINE);
    }
    let rows: Vec<Vec<String>> = FIELDS
        .iter()
        .map(|field| {
            let takes = match field.kind {
                Kind::Text { rule, .. } => rule.name.replace('_', " "),
                Kind::Choice(choices) => choices.values.join(" | "),
                Kind::Flag => "true | false".to_owned(),
                Kind::Object => "object".to_owned(),
                Kind::List => "list".to_owned(),
            };
            let presence = match field.presence {
                Presence::Required => "required",
                Presence::Optional => "optional",
                Presence::WhereCountryUses(_) => "by country",
                Presence::OfDocuments(_) => "by document type",
            };
            vec![field.path.to_owned(), field.label.to_owned(), presence.to_owned(), takes]
        })
        .collect();
    table::rows(&mut out, &["PATH", "LABEL", "PRESENCE", "TAKES"], &rows)?;
    Ok(FINE)
}

/// Every code an issue can have.
pub(crate) fn codes(args: &Args) -> anyhow::Result<u8> {
    let mut out = anstream::stdout().lock();
    if args.json {
        writeln!(out, "{}", describe::codes_json())?;
        return Ok(FINE);
    }
    let rows: Vec<Vec<String>> = Code::ALL
        .iter()
        .map(|code| {
            let reason = code.reason();
            vec![reason.name.to_owned(), reason.severity.name().to_owned(), reason.form.to_owned()]
        })
        .collect();
    table::rows(&mut out, &["CODE", "SEVERITY", "WORDS"], &rows)?;
    Ok(FINE)
}
