//! `cargo xtask differential date`: dates against Python's `datetime`: every day of every year with those beside it, a million
//! texts that are nearly a date, and the day on which somebody turns 18.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

use kyc_rules::{
    code::{Code, Severity},
    date::{parse, write},
    field::Scope,
    policy::Policy,
    rules::birth_date,
};
use time::{Date, Duration};

use crate::{payloads::Numbers, sh::sh};

/// Runs the test.
pub(super) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    check(root, args.first().map_or(Ok(1_000_000), |count| count.parse())?)
}

/// Writes what we say of every text, a line each, and lets Python say it again.
pub(crate) fn check(root: &Path, texts: usize) -> anyhow::Result<()> {
    let folder = root.join("target/differential");
    fs::create_dir_all(&folder)?;
    let file = folder.join("dates.txt");
    let mut out = BufWriter::new(File::create(&file)?);
    // Years that have nothing of their own are sampled where few texts are asked for.
    let step = if texts < 1_000_000 { 7 } else { 1 };
    for year in (0..10_000_u32).filter(|year| year % step == 0 || (1890..2110).contains(year)) {
        for month in 0..=13 {
            for day in 0..=32 {
                said(&mut out, &format!("{year:04}-{month:02}-{day:02}"))?;
            }
        }
    }
    let mut numbers = Numbers(5);
    for _ in 0..texts {
        said(&mut out, &nearly(&mut numbers))?;
    }
    ages(&mut out)?;
    out.flush()?;
    sh("python3").arg(root.join("xtask/src/differential/date.py")).arg(&file).dir(root).run()
}

/// A text, and the day's number in Python's count if it is a date.
fn said(out: &mut impl Write, text: &str) -> std::io::Result<()> {
    let number = parse(text).map_or(0, |date| date.to_julian_day() - 1_721_425);
    // What stands in the text may be a line end: escaped as Python reads it.
    let shown: String = text.chars().flat_map(char::escape_unicode).collect();
    let shown =
        if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') { text } else { &shown };
    writeln!(out, "d {shown} {number}")
}

/// A date with a character or two changed.
fn nearly(numbers: &mut Numbers) -> String {
    const WITH: [char; 24] = [
        '0', '1', '2', '3', '5', '9', '-', '/', '.', ' ', 'T', 'W', 'a', '+', '\u{661}',
        '\u{ff11}', '\u{2010}', '\u{2212}', '\u{a0}', '\u{200b}', '\n', '\0', '²', '०',
    ];
    let mut place = |limit: usize| usize::try_from(numbers.below(limit as u64)).unwrap_or(0);
    let date = format!("{:04}-{:02}-{:02}", place(10_000), place(14), place(33));
    let mut chars: Vec<char> = date.chars().collect();
    for _ in 0..=place(2) {
        let (at, with) = (place(chars.len()), WITH.get(place(WITH.len())).copied().unwrap_or(' '));
        match place(4) {
            0 => drop(chars.remove(at)),
            1 => chars.insert(at, with),
            _ => chars[at] = with,
        }
    }
    chars.into_iter().collect()
}

/// For each day of four years that somebody may be born on: the first day on which the rule takes it.
fn ages(out: &mut impl Write) -> anyhow::Result<()> {
    let policy = Policy::default();
    let mut born = parse("2005-01-01").map_err(|_| anyhow::anyhow!("a date"))?;
    for _ in 0..1461 {
        let is_adult = |today: Date| {
            let scope = Scope::alone(today, &policy);
            !birth_date::check(&write(born), &scope).is_err_and(|finding| {
                finding.severity == Severity::Error && finding.code == Code::BirthDateUnderAge
            })
        };
        let around =
            Date::from_ordinal_date(born.year() + 18, born.ordinal().min(365))? - Duration::days(4);
        let first = (0..9).map(|days| around + Duration::days(days)).find(|day| is_adult(*day));
        let first = first.ok_or_else(|| anyhow::anyhow!("never 18"))?;
        writeln!(out, "a {} {}", write(born), write(first))?;
        born += Duration::days(1);
    }
    Ok(())
}
