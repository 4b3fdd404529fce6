//! `kyc image`: files of documents in, reports out.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use anstyle::{AnsiColor, Style};
use anyhow::{Context, anyhow};
use kyc_rules::{
    code::Severity,
    image::{self, Document, Hints, ImagePolicy, ImageReport, QualityGate, decode},
    report::write_string,
};

use crate::{FINE, NOT_READY, UNUSABLE, input};

/// Judge files of documents. Exit code: 0 no error, 1 an error in a file, 2 a file cannot be read.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files to read, `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What they show, as in documents[].type
    #[arg(long = "type", value_name = "PASSPORT|…", value_parser = parse_document)]
    document: Option<Document>,
    /// A preset and settings: guide, stripe, "fern minDpi=200" …
    #[arg(long, value_name = "PRESET", value_parser = parse_policy)]
    policy: Option<ImagePolicy>,
    /// How often this document was tried: what is measured is an error the first two times
    #[arg(long, value_name = "N")]
    attempt: Option<u32>,
    /// Read headers only, decode nothing
    #[arg(long)]
    headers: bool,
    /// Print reports as JSON
    #[arg(long)]
    json: bool,
    /// Print SHA-256 too, to find a file that was given twice
    #[arg(long)]
    sha256: bool,
}

fn parse_document(text: &str) -> Result<Document, String> {
    Document::of(text)
        .ok_or_else(|| "a type of document, such as PASSPORT or UTILITY_BILL".to_owned())
}

fn parse_policy(text: &str) -> Result<ImagePolicy, String> {
    ImagePolicy::parse(text).ok_or_else(|| {
        let names: Vec<&str> = image::PRESETS.iter().map(|preset| preset.name).collect();
        format!("one of {}, and settings like minDpi=200", names.join(", "))
    })
}

/// Files beyond this are judged by their beginning: no policy takes them.
const MAX_READ: u64 = 64 << 20;

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let policy = args.policy.clone().unwrap_or_default();
    let mut exit = FINE;
    let mut out = anstream::stdout().lock();
    for file in &args.files {
        let (bytes, size) = match read(file) {
            Ok(read) => read,
            Err(error) => {
                anstream::eprintln!("kyc: {error:#}");
                exit = UNUSABLE;
                continue;
            }
        };
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        let hints = Hints {
            name: name.as_deref(),
            document: args.document,
            size: Some(size),
            ..Hints::default()
        };
        let facts = image::facts(&bytes, &hints);
        let measured = if args.headers { None } else { decode::measure(&bytes, &facts) };
        let gate = args.attempt.map(|attempt| QualityGate { attempt });
        let report = image::judge(&facts, measured.as_ref(), &hints, &policy, gate);
        let digest = args.sha256.then(|| image::hex(&image::sha256(&bytes)));
        exit = exit.max(if report.is_acceptable() { FINE } else { NOT_READY });
        if args.json {
            let mut line = String::new();
            if args.files.len() > 1 || digest.is_some() {
                line.push_str("{\"file\":");
                write_string(&mut line, &file.display().to_string());
                if let Some(digest) = &digest {
                    line.push_str(",\"sha256\":");
                    write_string(&mut line, digest);
                }
                line.push(',');
                line.push_str(&report.to_json()[1..]);
            } else {
                line = report.to_json();
            }
            writeln!(out, "{line}")?;
        } else {
            print(&mut out, file, &report, digest.as_deref())?;
        }
    }
    Ok(exit)
}

fn read(file: &Path) -> anyhow::Result<(Vec<u8>, u64)> {
    let limit = usize::try_from(MAX_READ)?;
    let bytes = input::read_bounded(file, limit)?;
    let seen = u64::try_from(bytes.len())?;
    let size = if file.as_os_str() == "-" {
        seen
    } else {
        std::fs::metadata(file)
            .with_context(|| anyhow!("cannot read {}", file.display()))?
            .len()
            .max(seen)
    };
    Ok((bytes, size))
}

fn print(
    out: &mut impl Write,
    file: &Path,
    report: &ImageReport,
    digest: Option<&str>,
) -> anyhow::Result<()> {
    let colour = |colour: AnsiColor| Style::new().bold().fg_color(Some(colour.into()));
    let (word, style) = match (report.is_acceptable(), report.issues.is_empty()) {
        (false, _) => ("refused", colour(AnsiColor::Red)),
        (true, false) => ("acceptable, with a word", colour(AnsiColor::Yellow)),
        (true, true) => ("acceptable", colour(AnsiColor::Green)),
    };
    let facts = &report.facts;
    let mut said = vec![facts.format.map_or("an unknown format", image::Format::name).to_owned()];
    if let Some((width, height)) = facts.shown_size() {
        said.push(format!("{width} × {height}"));
    }
    if let Some(dpi) = report.effective_dpi {
        said.push(format!("{dpi} DPI at most"));
    }
    if let Some(pages) = facts.pdf.as_ref().and_then(|pdf| pdf.pages) {
        said.push(format!("{pages} {}", if pages == 1 { "page" } else { "pages" }));
    }
    said.push(format!("{} bytes", facts.bytes));
    writeln!(out, "{}: {style}{word}{style:#} ({})", file.display(), said.join(", "))?;
    for issue in &report.issues {
        let style = colour(if issue.severity == Severity::Error {
            AnsiColor::Red
        } else {
            AnsiColor::Yellow
        });
        writeln!(
            out,
            "  {style}{}{style:#} {} [{}]",
            issue.severity.name(),
            issue.message(),
            issue.code.name()
        )?;
    }
    if !report.unverified.is_empty() {
        writeln!(out, "  not verified: {}", report.unverified.join(", "))?;
    }
    if let Some(digest) = digest {
        writeln!(out, "  sha256 {digest}")?;
    }
    Ok(())
}
