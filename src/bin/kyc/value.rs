//! `kyc value --ndjson`: single values in, what is said of each out, a JSON line each.

use std::path::PathBuf;

use kyc_rules::{
    field_id::Id,
    policy::Policy,
    record::{Record, Slot},
    report::{write_issues, write_string},
    source,
    validate::Validator,
};
use serde::Deserialize;
use serde_json::value::RawValue;
use time::Date;

use crate::{FINE, UNUSABLE, identifier, input, stream};

/// Judge single values, a JSON line each:
/// {"path":"address.postalCode","value":"94102","data":{"address":{"country":"US"}},"today":"2026-01-31"}
/// {"phone":"020 7946 0958","country":"GB"}
/// {"scheme":"BR.cpf","value":"111.444.777-35"}
/// {"mrz":["P<UTO…","L89890…"]}
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The file to read, `-` or nothing for standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// A question a line in, an answer a line out (the only way so far)
    #[arg(long)]
    ndjson: bool,
    #[command(flatten)]
    judging: input::Judging,
}

/// A line of input: which of the first four keys it has says what it asks.
#[derive(Deserialize)]
struct Question<'a> {
    path: Option<String>,
    phone: Option<String>,
    scheme: Option<String>,
    mrz: Option<Vec<String>>,
    /// The default country of a phone number.
    country: Option<String>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    today: Option<String>,
    #[serde(borrow)]
    policy: Option<&'a RawValue>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    anyhow::ensure!(args.ndjson, "say --ndjson: values come a JSON line each");
    let policy = args.judging.policy()?;
    let today = args.judging.today()?;
    let mut reader = input::open(&args.file)?;
    let mut refused = 0_u64;
    stream::answer(
        &mut *reader,
        policy.limits.text,
        |line, out: &mut Vec<u8>, refused: &mut u64| {
            let answer = answer(line, today, &policy).unwrap_or_else(|error| {
                *refused += 1;
                let mut out = String::from("{\"error\":");
                write_string(&mut out, &error.to_string());
                out.push('}');
                out
            });
            out.extend_from_slice(answer.as_bytes());
        },
        |count: u64| refused += count,
    )?;
    Ok(if refused == 0 { FINE } else { UNUSABLE })
}

fn answer(line: &[u8], today: Date, policy: &Policy) -> anyhow::Result<String> {
    anyhow::ensure!(
        line.len() <= policy.limits.text,
        "this line is longer than {} bytes",
        policy.limits.text
    );
    let question: Question<'_> = serde_json::from_slice(line).map_err(|error| {
        // serde's own words can hold a piece of the input.
        anyhow::anyhow!(
            "this line is no question: see `kyc value --help` (column {})",
            error.column()
        )
    })?;
    let today = match &question.today {
        None => today,
        Some(text) => kyc_rules::date::parse(text)
            .map_err(|_| anyhow::anyhow!("today must be a real date like 2026-01-31"))?,
    };
    match &question {
        Question { path: Some(path), .. } => of_field(path, &question, today, policy),
        Question { phone: Some(number), country, .. } => {
            Ok(identifier::phone(number, country.as_deref()))
        }
        Question { scheme: Some(name), value: Some(value), .. } => {
            let value: String = serde_json::from_str(value.get())
                .map_err(|_| anyhow::anyhow!("the value of a scheme must be text"))?;
            Ok(identifier::scheme(name, &value))
        }
        Question { mrz: Some(lines), .. } => Ok(identifier::zone(lines, today)),
        _ => anyhow::bail!("this line is no question: see `kyc value --help`"),
    }
}

/// A field's value.
fn of_field(
    path: &str,
    question: &Question<'_>,
    today: Date,
    policy: &Policy,
) -> anyhow::Result<String> {
    let own;
    let policy = match question.policy {
        None => policy,
        Some(text) => {
            own = Policy::from_json(text.get())
                .map_err(|finding| anyhow::anyhow!("the policy: {}", finding.code.name()))?;
            &own
        }
    };
    let (id, index) = Id::at_path(path)
        .ok_or_else(|| anyhow::anyhow!("no field has this path: see `kyc fields`"))?;
    let document = index.or_else(|| id.document_column().map(|_| 0));
    let mut record = match question.data {
        None => Record::EMPTY,
        Some(data) => source::json::read(data.get(), id.form(), &policy.limits),
    };
    let slot = match question.value {
        None => Slot::Null,
        Some(value) => source::json::value(value.get(), &policy.limits)
            .map_err(|finding| anyhow::anyhow!("the value: {}", finding.code.name()))?,
    };
    if let Some(place) = record.slot_mut(id, document) {
        *place = slot;
    }
    Ok(say(&Validator::new(today, policy), &record, id, document))
}

fn say(validator: &Validator<'_>, record: &Record<'_>, id: Id, document: Option<usize>) -> String {
    let mut out = String::from("{\"issues\":");
    write_issues(&mut out, &validator.field(record, id, document), false);
    out.push_str(",\"normalized\":");
    match (validator.canonical(record, id, document), record.slot(id, document)) {
        (Some(text), _) => write_string(&mut out, &text),
        (None, Slot::Text(text)) => write_string(&mut out, text),
        (None, Slot::Flag(flag)) => out.push_str(if *flag { "true" } else { "false" }),
        (None, _) => out.push_str("null"),
    }
    out.push('}');
    out
}
