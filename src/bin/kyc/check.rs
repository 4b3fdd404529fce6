//! `kyc check`: payloads in, reports out.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::ValueEnum;
use kyc_rules::{
    code::Code,
    field_id::Form,
    policy::Policy,
    record::{Record, Slot},
    report::{Report, Verdict, write_string},
    source,
    validate::Validator,
};

use crate::{FINE, NOT_READY, UNUSABLE, input, stream, table};

/// Judge payloads: a kycData object, or {"kycData": …}. Exit code: 0 ready, 1 incomplete or invalid, 2 unusable input.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files to read, `-` for standard input
    #[arg(required_unless_present = "ndjson")]
    files: Vec<PathBuf>,
    /// Print reports as JSON
    #[arg(long)]
    json: bool,
    /// Read a payload a line from FILE or standard input, print a report a line
    #[arg(long)]
    ndjson: bool,
    /// What the payload is: whole kycData, a patch of it, or the body of create-customer
    #[arg(long, value_enum, default_value_t = Mode::Whole)]
    mode: Mode,
    /// The body of create-customer that the customer was made with, to compare its names with the legal ones
    #[arg(long, value_name = "FILE", conflicts_with_all = ["ndjson", "mode"])]
    account: Option<PathBuf>,
    #[command(flatten)]
    judging: input::Judging,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    Whole,
    Patch,
    Create,
}

impl Mode {
    fn judge(self, bytes: &[u8], validator: Validator<'_>, policy: &Policy) -> Report {
        let read = |form| source::json::read_bytes(bytes, form, &policy.limits);
        match self {
            Self::Whole => validator.whole(&read(Form::Kyc), Form::Kyc),
            Self::Patch => validator.patch(&read(Form::Kyc), None),
            Self::Create => validator.whole(&read(Form::Customer), Form::Customer),
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let policy = args.judging.policy()?;
    let validator = Validator::new(args.judging.today()?, &policy);
    if args.ndjson {
        return lines(args, validator, &policy);
    }
    let account = args
        .account
        .as_ref()
        .map(|file| input::read_bounded(file, policy.limits.text))
        .transpose()?;
    let account = account.as_deref().map(|bytes| read_account(bytes, &policy)).transpose()?;
    let mut exit = FINE;
    let mut out = anstream::stdout().lock();
    for file in &args.files {
        // One byte order mark more than the limit, as the engine does not count it.
        let bytes = match input::read_bounded(file, policy.limits.text) {
            Ok(bytes) => bytes,
            Err(error) => {
                anstream::eprintln!("kyc: {error:#}");
                exit = UNUSABLE;
                continue;
            }
        };
        let report = match &account {
            Some(account) => {
                let record = source::json::read_bytes(&bytes, Form::Kyc, &policy.limits);
                validator.whole_beside(&record, account)
            }
            None => args.mode.judge(&bytes, validator, &policy),
        };
        exit = exit.max(exit_code(&report));
        match (args.json, args.files.len()) {
            (true, 1) => writeln!(out, "{}", report.to_json())?,
            (true, _) => {
                let mut name = String::new();
                write_string(&mut name, &file.display().to_string());
                let report = report.to_json();
                writeln!(out, "{{\"file\":{name},{}", report.trim_start_matches('{'))?;
            }
            (false, count) => {
                if count > 1 {
                    writeln!(out, "{}", file.display())?;
                }
                table::report(&mut out, &report)?;
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

/// The body of create-customer.
fn read_account<'a>(bytes: &'a [u8], policy: &Policy) -> anyhow::Result<Record<'a>> {
    let account = source::json::read_bytes(bytes, Form::Customer, &policy.limits);
    let is_readable = account.unreadable.is_none() && account.root == Slot::Object;
    anyhow::ensure!(is_readable, "--account is not a JSON object");
    Ok(account)
}

fn exit_code(report: &Report) -> u8 {
    let unreadable = report.issues.first().is_some_and(|issue| {
        let json =
            [Code::JsonSyntax, Code::JsonTooLarge, Code::JsonTooDeep, Code::JsonTooManyValues];
        issue.field.is_none() && json.contains(&issue.code)
    });
    match report.verdict {
        _ if unreadable => UNUSABLE,
        Verdict::Ready => FINE,
        Verdict::Incomplete | Verdict::Invalid => NOT_READY,
    }
}

/// How many reports had which verdict, and how many lines could not be read.
#[derive(Default)]
struct Tally {
    ready: u64,
    incomplete: u64,
    invalid: u64,
    unreadable: u64,
}

fn lines(args: &Args, validator: Validator<'_>, policy: &Policy) -> anyhow::Result<u8> {
    let default = PathBuf::from("-");
    anyhow::ensure!(args.files.len() <= 1, "--ndjson takes one file, or standard input");
    let mut reader = input::open(args.files.first().unwrap_or(&default))?;
    let mut sum = Tally::default();
    let done = stream::answer(
        &mut *reader,
        policy.limits.text,
        |line, out: &mut Vec<u8>, tally: &mut Tally| {
            let report = args.mode.judge(line.trim_ascii(), validator, policy);
            match report.verdict {
                _ if exit_code(&report) == UNUSABLE => tally.unreadable += 1,
                Verdict::Ready => tally.ready += 1,
                Verdict::Incomplete => tally.incomplete += 1,
                Verdict::Invalid => tally.invalid += 1,
            }
            out.extend_from_slice(report.to_json().as_bytes());
        },
        |tally: Tally| {
            sum.ready += tally.ready;
            sum.incomplete += tally.incomplete;
            sum.invalid += tally.invalid;
            sum.unreadable += tally.unreadable;
        },
    )?;
    let Tally { ready, incomplete, invalid, unreadable } = sum;
    writeln!(
        io::stderr(),
        "{} payloads in {:.1} s ({} a second): {ready} ready, {incomplete} incomplete, {invalid} invalid, {unreadable} unreadable",
        done.lines,
        done.took.as_secs_f64(),
        done.rate(),
    )?;
    Ok(match (unreadable, incomplete + invalid) {
        (0, 0) => FINE,
        (0, _) => NOT_READY,
        _ => UNUSABLE,
    })
}
