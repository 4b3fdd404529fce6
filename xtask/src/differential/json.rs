//! `cargo xtask differential json [N]`: what is JSON and what is not, against `JSON.parse` in Node and `serde_json`: the texts of
//! `tests/json/suite.json` and N of them changed a little. Not one may be taken by one reader and refused by another.

use std::{
    fs,
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
    process::Stdio,
    thread,
};

use anyhow::{Context, ensure};
use kyc_rules::{policy::Limits, source::json};
use serde::de::IgnoredAny;

use crate::{payloads::Numbers, toolchain::Tools};

/// Wide enough for the grammar alone to decide.
const WIDE: Limits =
    Limits { text: 1 << 20, depth: 200, nodes: 1 << 20, documents: 20, issues: 100 };

/// A reader that answers a line with 1 where it is JSON text as a JSON string, else with 0.
const SCRIPT: &str = "const out = []; require('readline').createInterface({ input: process.stdin }).on('line', (line) => { \
    let taken = '1'; try { JSON.parse(JSON.parse(line)); } catch { taken = '0'; } out.push(taken); \
    if (out.length > 9999) process.stdout.write(out.splice(0).join('\\n') + '\\n'); \
    }).on('close', () => process.stdout.write(out.join('\\n')));";

/// Runs the test.
pub(super) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let count =
        args.first().map_or(Ok(1_000_000), |count| count.parse().context("how many texts"))?;
    check(root, &Tools::ready(root)?, count)
}

/// Judges that many texts.
pub(crate) fn check(root: &Path, tools: &Tools, count: usize) -> anyhow::Result<()> {
    let suite: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root.join("tests/json/suite.json"))?)?;
    let mut seeds: Vec<String> = Vec::new();
    for list in ["json", "not"] {
        seeds.extend(serde_json::from_value::<Vec<String>>(suite[list].clone())?);
    }
    seeds.push(fs::read_to_string(root.join("tests/sample.json"))?);
    let mut command = tools.sh("node").arg("-e").arg(SCRIPT).silent().into_command();
    let mut node =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("no Node")?;
    let input = node.stdin.take().context("no input")?;
    let output = BufReader::new(node.stdout.take().context("no output")?);
    let texts = seeds.clone();
    let writer = thread::spawn(move || -> std::io::Result<()> {
        let mut input = BufWriter::new(input);
        for text in changed(&texts, count) {
            serde_json::to_writer(&mut input, &text)?;
            input.write_all(b"\n")?;
        }
        input.flush()
    });
    let (mut tried, mut taken) = (0_usize, 0_usize);
    let mut differ = Vec::new();
    for (text, theirs) in changed(&seeds, count).zip(output.lines()) {
        let node = theirs? == "1";
        let serde = serde_json::from_str::<IgnoredAny>(&text).is_ok();
        let ours = json::value(&text, &WIDE).is_ok();
        if ours != node || ours != serde {
            differ.push(format!(
                "{text:?}: {ours} by us, {node} by JSON.parse, {serde} by serde_json"
            ));
        }
        tried += 1;
        taken += usize::from(ours);
    }
    writer.join().ok().context("the writer failed")??;
    ensure!(
        node.wait()?.success() && tried == count + seeds.len(),
        "Node answered {tried} of {count}"
    );
    println!("{tried} texts, {taken} of them JSON, {} read differently", differ.len());
    ensure!(differ.is_empty(), "{}", differ.join("\n"));
    Ok(())
}

/// The texts as they are, then that many changed ones, always the same.
fn changed(seeds: &[String], count: usize) -> impl Iterator<Item = String> {
    let mut numbers = Numbers(11);
    let mutants = (0..count).map(move |_| {
        let place = |numbers: &mut Numbers, length: usize| {
            usize::try_from(numbers.below(length as u64)).unwrap_or(0)
        };
        let mut chars: Vec<char> = seeds
            .get(place(&mut numbers, seeds.len()))
            .map_or(Vec::new(), |seed| seed.chars().collect());
        for _ in 0..=numbers.below(3) {
            const WITH: &[char] = &[
                '{',
                '}',
                '[',
                ']',
                ':',
                ',',
                '"',
                '\\',
                '/',
                ' ',
                '\t',
                '\n',
                '\r',
                '0',
                '1',
                '9',
                '+',
                '-',
                '.',
                'e',
                'E',
                't',
                'n',
                'u',
                'f',
                'b',
                'a',
                'd',
                '8',
                'D',
                '\u{0}',
                '\u{1f}',
                '\u{7f}',
                '\u{a0}',
                '\u{feff}',
                '\u{2028}',
                '\u{1f600}',
                '\'',
                '#',
            ];
            let at = place(&mut numbers, chars.len() + 1);
            let with = WITH.get(place(&mut numbers, WITH.len())).copied().unwrap_or(' ');
            match numbers.below(4) {
                0 if at < chars.len() => drop(chars.remove(at)),
                1 => {
                    if let Some(place) = chars.get_mut(at) {
                        *place = with;
                    }
                }
                2 => chars.truncate(at),
                _ => chars.insert(at, with),
            }
        }
        chars.into_iter().collect()
    });
    seeds.iter().cloned().chain(mutants)
}
