//! `kyc phone`: what is said of a phone number, for people and as JSON.

use std::io::Write;

use kyc_rules::phone::{Reason, parse};

use crate::{FINE, NOT_READY, identifier};

/// Tell what a phone number is: +14155551234, "020 7946 0958" with --country GB, tel:+44-20-7946-0958;ext=12
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The number, as people type or paste it
    #[arg(allow_hyphen_values = true)]
    number: String,
    /// The country of numbers without a calling code, alpha-2: GB
    #[arg(long, value_name = "ALPHA-2")]
    country: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command: 0 for a number that is valid, 1 for any other.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let country = args.country.as_deref().map(str::to_ascii_uppercase);
    if let Some(code) = &country {
        anyhow::ensure!(
            kyc_rules::country::Country::from_alpha2(code).is_some(),
            "--country takes the 2-letter code of a country, like GB"
        );
    }
    let parsed = parse(&args.number, country.as_deref());
    let valid = parsed.as_ref().is_ok_and(kyc_rules::phone::Phone::is_valid);
    let mut out = anstream::stdout().lock();
    if args.json {
        writeln!(out, "{}", identifier::phone(&args.number, country.as_deref()))?;
        return Ok(if valid { FINE } else { NOT_READY });
    }
    match parsed {
        Ok(phone) => {
            let verdict = phone.verdict();
            let what = match (verdict.valid, verdict.possible) {
                (true, _) => "valid",
                (false, true) => "possible, in no assigned range",
                (false, false) => "not possible",
            };
            writeln!(out, "{what}")?;
            let rows = [
                ("E.164", Some(phone.e164().to_owned())),
                ("region", verdict.region.map(str::to_owned)),
                ("type", verdict.valid.then(|| phone.kind().name().to_owned())),
                ("national", Some(phone.national())),
                ("international", Some(phone.international())),
                ("extension", phone.extension().map(str::to_owned)),
                ("reason", verdict.reason.map(|reason| words(reason).to_owned())),
                ("from digit", verdict.at.map(|at| at.to_string())),
            ];
            for (name, value) in rows {
                if let Some(value) = value {
                    writeln!(out, "{name:<14} {value}")?;
                }
            }
        }
        Err(error) => writeln!(out, "no number: {}", words(error.reason))?,
    }
    Ok(if valid { FINE } else { NOT_READY })
}

fn words(reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => "nothing there",
        Reason::NotANumber => "letters or signs that belong to no phone number",
        Reason::UnknownCallingCode => "no calling code in use: write +44 …, or say --country",
        Reason::TooShort => "too few digits for its country",
        Reason::TooLong => "too many digits for its country",
        Reason::InvalidLength => "a number of digits its country does not use",
        Reason::LocalOnly => "an area's own number: the area code is missing",
        Reason::Unassigned => "no number in use starts like this",
        Reason::Incomplete => "numbers that start like this have more digits",
        Reason::WrongCountry => "of another country",
        Reason::WrongType => "of another type",
        _ => "not valid",
    }
}
