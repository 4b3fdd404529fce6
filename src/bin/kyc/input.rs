//! Where the command line reads from, and by which date and policy it judges.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use anyhow::{Context, anyhow, bail};
use kyc_rules::policy::Policy;
use time::Date;

/// Options that every judging command takes.
#[derive(clap::Args)]
pub(crate) struct Judging {
    /// The date to judge by, YYYY-MM-DD; today (UTC) if not given
    #[arg(long, value_parser = parse_date)]
    today: Option<Date>,
    /// `guide`, `countryAware`, or a JSON file
    #[arg(long, value_name = "FILE|guide|countryAware")]
    policy: Option<String>,
}

impl Judging {
    /// The date to judge by.
    pub(crate) fn today(&self) -> anyhow::Result<Date> {
        self.today.map_or_else(utc_today, Ok)
    }

    /// The policy to judge by.
    pub(crate) fn policy(&self) -> anyhow::Result<Policy> {
        let text = match self.policy.as_deref() {
            None => return Ok(Policy::default()),
            Some(name @ ("guide" | "countryAware")) => format!("\"{name}\""),
            Some(file) => std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the policy {file}"))?,
        };
        Policy::from_json(&text).map_err(|finding| {
            let issue = kyc_rules::issue::Issue::new(None, None, finding);
            anyhow!(
                "the policy {}: {}",
                self.policy.as_deref().unwrap_or_default(),
                issue.message()
            )
        })
    }
}

fn parse_date(text: &str) -> Result<Date, String> {
    kyc_rules::date::parse(text).map_err(|_| "a real date like 2026-01-31".to_owned())
}

fn utc_today() -> anyhow::Result<Date> {
    let since = std::time::UNIX_EPOCH.elapsed().context("this machine's clock is before 1970")?;
    let days = i32::try_from(since.as_secs() / 86_400)?;
    // The Julian day of 1970-01-01.
    Ok(Date::from_julian_day(2_440_588 + days)?)
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(path: &Path) -> anyhow::Result<Box<dyn BufRead + Send>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        bail!("cannot read {}: it is a folder", path.display());
    }
    Ok(Box::new(BufReader::with_capacity(1 << 20, file)))
}

/// Reads a whole input, and one byte more than `limit` where there is more, so that the engine can say so.
pub(crate) fn read_bounded(path: &Path, limit: usize) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?
        .take(u64::try_from(limit)?.saturating_add(4))
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {}", path.display()))?;
    Ok(bytes)
}
