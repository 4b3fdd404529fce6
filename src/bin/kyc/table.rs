//! Reports and lists as tables for people. Colours only on a terminal (anstream takes them out elsewhere).

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use kyc_rules::{
    code::Severity,
    report::{Report, Verdict},
};

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const BLUE: Style = AnsiColor::Cyan.on_default();
const GREEN: Style = AnsiColor::Green.on_default().bold();

/// A report: a line an issue, the verdict, and what the verdict means.
pub(crate) fn report(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let paths: Vec<String> = report.issues.iter().map(kyc_rules::issue::Issue::path).collect();
    let width = paths.iter().map(|path| path.chars().count()).max().unwrap_or(0).max(9);
    for (issue, path) in report.issues.iter().zip(&paths) {
        let style = match issue.severity {
            Severity::Error => RED,
            Severity::Missing => BLUE,
            Severity::Warning => YELLOW,
        };
        let path = if path.is_empty() { "(payload)" } else { path };
        writeln!(
            out,
            "{style}{:<8}{style:#} {path:<width$}  {}  [{}]",
            issue.severity.name(),
            issue.message(),
            issue.code.name()
        )?;
    }
    if report.truncated {
        writeln!(out, "… and more: only the first {} are shown", report.issues.len())?;
    }
    let (style, means) = match report.verdict {
        Verdict::Ready => (GREEN, "the API would take it: UNDER_REVIEW"),
        Verdict::Incomplete => {
            (BLUE, "the API would take it and ask for more: NEEDS_ADDITIONAL_INFORMATION")
        }
        Verdict::Invalid => (RED, "the API would refuse it: 400 BAD_REQUEST"),
    };
    writeln!(out, "{style}{}{style:#}: {means}", report.verdict.name())
}

/// Rows under a header, columns as wide as their widest cell.
pub(crate) fn rows(out: &mut impl Write, header: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain(header.get(column).map(|title| title.len())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    writeln!(out, "{BOLD}{}{BOLD:#}", line(header.to_vec()))?;
    for row in rows {
        writeln!(out, "{}", line(row.iter().map(String::as_str).collect()))?;
    }
    Ok(())
}
