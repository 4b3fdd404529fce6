//! `cargo xtask differential reports [N]`: the reports of N generated payloads, natively and by the packed wasm in Node, by the entries
//! `kyc-rules` and `kyc-rules/js`: byte for byte the same. Every second payload is as `cargo xtask payloads` makes it; in the others a
//! value or two are replaced by what nobody expects there.

use std::{
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
    process::Stdio,
    thread,
};

use anyhow::{Context, ensure};
use kyc_rules::{field_id::Form, policy::Policy, source::json, validate::Validator};

use crate::{
    payloads::{Numbers, payload},
    toolchain::Tools,
};

/// What stands in a value's place, as JSON.
const ODD: &[&str] = &[
    "null",
    "true",
    "7",
    "-0.5e3",
    "\"\"",
    "\" \\u00a0\"",
    "[]",
    "{}",
    "[{}]",
    "{\"a\":1}",
    "\"\\ud800\"",
    "\"\\udc00x\"",
    "\"\\u0000\"",
    "\"\\u001f\"",
    "\"\\u202e\"",
    "\"\u{1f600}\"",
    "\"e\\u0301\"",
    "\"\u{ff11}\u{ff12}\"",
    "\"\u{641}\u{631}\u{62f}\"",
    "\"\u{10ffff}\"",
    "\"us\"",
    "\"USA\"",
    "\"XK\"",
    "\"+1 (415) 555-1234\"",
    "\"0041446681800\"",
    "\"+999123\"",
    "\"2024-02-30\"",
    "\"29/02/2024\"",
    "\"9999-12-31\"",
    "\"2008-01-31\"",
    "\"1880-01-01\"",
    "\"en_US\"",
    "\"x\\ty\"",
    "\"<b>\"",
    "\"N/A\"",
    "\"123-45-6789\"",
    "\"666-12-3456\"",
    "\"529.982.247-25\"",
    "\"passport\"",
    "\"UTILITY_BILL\"",
    "\"NATIONAL_ID_CARD\"",
    "\"http://example.com/a.jpg\"",
    "\"https://127.0.0.1/a\"",
    "\"https://ex\\u00e4mple.com/a?X-Amz-Expires=60\"",
];

/// Runs the test.
pub(super) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let count =
        args.first().map_or(Ok(100_000), |count| count.parse().context("how many payloads"))?;
    check(root, &Tools::ready(root)?, count)
}

/// Judges that many; the package must be packed.
pub(crate) fn check(root: &Path, tools: &Tools, count: u64) -> anyhow::Result<()> {
    let mut command =
        tools.sh("node").arg("tests/differential/reports.mjs").dir(root).silent().into_command();
    let mut node =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("no Node")?;
    let input = node.stdin.take().context("no input")?;
    let output = BufReader::new(node.stdout.take().context("no output")?);
    let writer = thread::spawn(move || -> std::io::Result<()> {
        let mut input = BufWriter::new(input);
        for text in payloads(count) {
            writeln!(input, "{text}")?;
        }
        input.flush()
    });
    let policy = Policy::default();
    let today = time::Date::from_calendar_date(2026, time::Month::January, 31)?;
    let validator = Validator::new(today, &policy);
    let (mut answered, mut compared, mut clean) = (0_u64, 0_u64, 0_u64);
    let mut differ = Vec::new();
    for (text, theirs) in payloads(count).zip(output.lines()) {
        let theirs = theirs?;
        answered += 1;
        // What is no JSON never reaches the package: it takes objects.
        if theirs == "!" {
            continue;
        }
        compared += 1;
        let report = validator.whole(&json::read(&text, Form::Kyc, &policy.limits), Form::Kyc);
        clean += u64::from(report.issues.is_empty());
        let ours = report.to_json();
        if ours != theirs {
            differ.push(format!("{text}\n  native {ours}\n  wasm   {theirs}"));
        }
    }
    writer.join().ok().context("the writer failed")??;
    ensure!(node.wait()?.success() && answered == count, "Node answered {answered} of {count}");
    println!(
        "{compared} payloads, {clean} of them without an issue, {} reports differ",
        differ.len()
    );
    ensure!(differ.is_empty(), "{}", differ[..differ.len().min(5)].join("\n"));
    Ok(())
}

/// The payloads, always the same for the same number.
fn payloads(count: u64) -> impl Iterator<Item = String> {
    let mut numbers = Numbers(count);
    (0..count).map(move |at| {
        let mut text = payload(&mut numbers, at);
        if at % 2 == 1 {
            for _ in 0..=numbers.below(2) {
                text = with_odd(&text, &mut numbers);
            }
        }
        text
    })
}

/// The payload with another value behind one of its colons.
fn with_odd(text: &str, numbers: &mut Numbers) -> String {
    let mut pick =
        |length: usize| usize::try_from(numbers.below(length.max(1) as u64)).unwrap_or(0);
    let starts: Vec<usize> = text.match_indices("\":").map(|(at, _)| at + 2).collect();
    let Some(start) = starts.get(pick(starts.len())).copied() else { return text.to_owned() };
    let odd = ODD.get(pick(ODD.len())).copied().unwrap_or("null");
    // An object or a list stays as it is.
    let rest = &text[start..];
    let end = match rest.as_bytes().first() {
        Some(b'"') => rest[1..].find('"').map_or(0, |at| at + 2),
        Some(b'{' | b'[') => return text.to_owned(),
        _ => rest.find([',', '}']).unwrap_or(0),
    };
    format!("{}{odd}{}", &text[..start], &rest[end..])
}
