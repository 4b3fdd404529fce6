//! Schemes of national identifiers, against `python-stdnum` of `PyPI` (run in an environment of its own, never shipped: its licence
//! is the LGPL). Of every scheme that both know: valid numbers, the same with a slip in them, and random ones. The differences
//! that there are stand in `tests/national_id_expected_differences.tsv`, with who is right and why.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{bail, ensure};
use kyc_rules::national_id::{Scheme, all};

use super::random::Random;
use crate::python;

/// The version compared with.
const PYPI: &str = "python-stdnum==2.2";
/// Numbers a scheme.
const NUMBERS: usize = 10_000;
/// From as many numbers a scheme on, a known difference that does not come up is gone.
const ENOUGH: usize = 10_000;
const EXPECTED: &str = "tests/national_id_expected_differences.tsv";

/// A scheme that both know, and Python's module for it.
struct Shared {
    scheme: Scheme,
    module: &'static str,
}

/// A number of a scheme.
struct Case {
    shared: usize,
    number: String,
}

/// A kind of difference: the scheme, who takes the number, and what the other says of it.
type Kind = (String, String, String);

/// `cargo xtask differential ids [NUMBERS]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let count = args.first().map_or(Ok(NUMBERS), |count| count.parse())?;
    let shared: Vec<Shared> = all()
        .filter_map(|scheme| {
            let module = scheme.source().split("; ").find_map(|part| part.strip_prefix("ps "))?;
            Some(Shared { scheme, module })
        })
        .collect();
    let mut cases = Vec::with_capacity(shared.len() * count);
    for (at, Shared { scheme, .. }) in shared.iter().enumerate() {
        // Of its own name's making, so that a scheme more or less changes the numbers of no other.
        let seed = scheme
            .name()
            .bytes()
            .fold(7, |seed: u64, byte| seed.wrapping_mul(31) ^ u64::from(byte));
        let numbers = generate(&mut Random(seed), scheme, count);
        cases.extend(numbers.into_iter().map(|number| Case { shared: at, number }));
    }
    let python = judge_in_python(root, &shared, &cases)?;
    let mut found: BTreeMap<Kind, (usize, &str)> = BTreeMap::new();
    let mut valid = 0_usize;
    for (case, python) in cases.iter().zip(&python) {
        let scheme = &shared[case.shared].scheme;
        let ours = judge(scheme, &case.number);
        valid += usize::from(ours.is_none());
        let kind = match (ours, python.as_str()) {
            (Some(code), "1") => ("python-stdnum", code),
            (None, error) if error != "1" => ("we", error),
            _ => continue,
        };
        let kind = (scheme.name().to_owned(), kind.0.to_owned(), kind.1.to_owned());
        found.entry(kind).or_insert((0, &case.number)).0 += 1;
    }
    println!("{} schemes, {} numbers, {valid} of them valid", shared.len(), cases.len());
    compare(&expected(root)?, &found, count >= ENOUGH)
}

/// Nothing where the number is valid, written as it is or bare; else the reason.
fn judge(scheme: &Scheme, number: &str) -> Option<&'static str> {
    let bare = || number.replace([' ', '.', '/', '-'], "");
    let written = scheme.check(number);
    if written.valid || scheme.check(&bare()).valid {
        return None;
    }
    Some(written.code.map_or("none", kyc_rules::code::Code::name))
}

/// One digit all along, ten times; then two of five valid, two of five with a slip in a valid one, the rest at random.
fn generate(random: &mut Random, scheme: &Scheme, count: usize) -> Vec<String> {
    let mut valid: Vec<char> = scheme.example().chars().collect();
    let mut numbers = Vec::with_capacity(count);
    for digit in '0'..='9' {
        let all = |c: &char| if c.is_ascii_digit() { digit } else { *c };
        numbers.push(valid.iter().map(all).collect());
    }
    while numbers.len() < count {
        match numbers.len() % 5 {
            0 | 1 => {
                valid = step(random, scheme, &valid);
                numbers.push(valid.iter().collect());
            }
            2 | 3 => numbers.push(slip(random, &valid)),
            _ => {
                let places = (0..valid.len()).filter(|&at| valid[at].is_alphanumeric());
                let mut number = valid.clone();
                for at in places {
                    number[at] = like(random, number[at]);
                }
                numbers.push(if random.one_in(4) {
                    slip(random, &number)
                } else {
                    number.iter().collect()
                });
            }
        }
    }
    numbers
}

/// Another valid number: some characters changed, then one or two more until the checks hold again.
fn step(random: &mut Random, scheme: &Scheme, valid: &[char]) -> Vec<char> {
    let places: Vec<usize> = (0..valid.len()).filter(|&at| valid[at].is_alphanumeric()).collect();
    let fits = |number: &[char]| judge(scheme, &number.iter().collect::<String>()).is_none();
    for _ in 0..20 {
        let mut number = valid.to_vec();
        for _ in 0..=random.below(4) {
            let at = places[random.below(places.len())];
            number[at] = like(random, number[at]);
        }
        for _ in 0..60 {
            if fits(&number) {
                return number;
            }
            // Check characters stand at the end, as a rule.
            let back = if random.one_in(2) { places.len().min(2) } else { places.len() };
            let at = places[places.len() - 1 - random.below(back)];
            number[at] = like(random, number[at]);
        }
    }
    valid.to_vec()
}

/// A number with one slip: a character changed, missing, doubled, or changed places with the next one.
fn slip(random: &mut Random, number: &[char]) -> String {
    let mut number = number.to_vec();
    let at = random.below(number.len());
    match random.below(8) {
        0 => drop(number.remove(at)),
        1 => number.insert(at, number[at]),
        2 if at > 0 => number.swap(at - 1, at),
        3 => number[at] = if number[at].is_ascii_digit() { 'A' } else { '1' },
        _ => number[at] = like(random, number[at]),
    }
    number.into_iter().collect()
}

/// A character of the same kind.
fn like(random: &mut Random, c: char) -> char {
    let pick = |random: &mut Random, alphabet: &str| random.text(alphabet, 1).chars().next();
    let other = match c {
        '0'..='9' => pick(random, "0123456789"),
        'A'..='Z' => pick(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        _ => None,
    };
    other.unwrap_or(c)
}

fn judge_in_python(root: &Path, shared: &[Shared], cases: &[Case]) -> anyhow::Result<Vec<String>> {
    let lines: Vec<String> = cases
        .iter()
        .map(|case| format!("{}\t{}", shared[case.shared].module, case.number))
        .collect();
    let python = python::with(root, "ids", PYPI)?;
    python::answers(&python, &root.join("xtask/src/differential/pypi_stdnum.py"), &lines)
}

/// The differences that there are, each with who is right and why.
fn expected(root: &Path) -> anyhow::Result<BTreeMap<Kind, String>> {
    let text = fs::read_to_string(root.join(EXPECTED))?;
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|row| match row.split('\t').collect::<Vec<_>>()[..] {
        [scheme, takes, other, right, why] => {
            Ok(((scheme.to_owned(), takes.to_owned(), other.to_owned()), format!("{right}: {why}")))
        }
        _ => bail!("{EXPECTED}: five cells a row, not {row:?}"),
    })
    .collect()
}

fn compare(
    expected: &BTreeMap<Kind, String>,
    found: &BTreeMap<Kind, (usize, &str)>,
    all: bool,
) -> anyhow::Result<()> {
    let mut unknown = 0_usize;
    for ((scheme, takes, other), (count, number)) in found {
        let why = expected.get(&(scheme.clone(), takes.clone(), other.clone()));
        unknown += usize::from(why.is_none());
        let why = why.map_or("not explained", String::as_str);
        println!("{count:>7}  {scheme}\t{takes}\t{other}\t{number}\t{why}");
    }
    let gone: Vec<_> = expected.keys().filter(|kind| !found.contains_key(*kind)).collect();
    ensure!(unknown == 0, "{unknown} kinds of difference are not explained in {EXPECTED}");
    ensure!(!all || gone.is_empty(), "these do not come up any more, strike them: {gone:?}");
    Ok(())
}
