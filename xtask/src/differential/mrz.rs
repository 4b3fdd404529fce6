//! Machine-readable zones, against `mrz` of `PyPI` (run in an environment of its own, never shipped: its licence is the GPL) and
//! the crate `mrz`. Generated zones of the five formats, half of them with one character changed: check by check, number,
//! names, optional data and dates.

use std::{collections::BTreeMap, path::Path};

use anyhow::ensure;
use kyc_rules::mrz::{Check, Mrz, parse};

use super::{
    random::Random,
    zones::{Zone, generate},
};
use crate::python;

/// The version compared with.
const PYPI: &str = "mrz==0.6.2";
/// Zones a format.
const ZONES: usize = 20_000;
const FORMATS: &[&str] = &["TD1", "TD2", "TD3", "MRVA", "MRVB"];

/// A disagreement we know: whose, what it is, who is right and why.
struct Known {
    other: &'static str,
    why: &'static str,
    is: fn(&Case<'_>) -> bool,
}

/// A disagreement.
struct Case<'a> {
    zone: &'a Zone,
    /// What is judged otherwise: a check's name, a field, or `refused`.
    about: &'a str,
}

impl Case<'_> {
    /// Characters of the line with the number and, but in a TD1, the dates.
    fn part(&self, from: usize, to: usize) -> &str {
        let line = usize::from(self.zone.format != "TD1");
        &self.zone.lines[line][from..to]
    }

    fn number(&self) -> &str {
        if self.zone.format == "TD1" { self.part(5, 14) } else { self.part(0, 9) }
    }

    /// Whether a filler stands for the number's check digit.
    fn has_no_number_digit(&self) -> bool {
        let digit = if self.zone.format == "TD1" { self.part(14, 15) } else { self.part(9, 10) };
        digit == "<"
    }

    /// The date it is about, with its check digit.
    fn date(&self) -> &str {
        match (self.zone.format, self.zone.lines.as_slice(), self.about) {
            ("TD1", [_, second, _], "dateOfBirth") => &second[..7],
            ("TD1", [_, second, _], "dateOfExpiry") => &second[8..15],
            (_, [_, second], "dateOfBirth") => &second[13..20],
            (_, [_, second], "dateOfExpiry") => &second[21..28],
            _ => "",
        }
    }

    fn names(&self) -> &str {
        match self.zone.lines.as_slice() {
            [_, _, names] => names,
            [first, _] => &first[5..],
            _ => "",
        }
    }
}

/// Every disagreement there is. One that never comes up fails the test too: its reason is gone.
const KNOWN: &[Known] = &[
    Known {
        other: "PyPI mrz",
        why: "does not know long document numbers (Part 5, note j); we do",
        is: |case| case.about == "documentNumber" && case.has_no_number_digit(),
    },
    Known {
        other: "PyPI mrz",
        why: "takes a date with a letter, or half a part unknown, for one (Part 3, 4.8: digits or fillers); we do not",
        is: |case| !is_date(case.date()),
    },
    Known {
        other: "crate mrz",
        why: "says that the check digit holds of a date with a letter, or half a part unknown; we do not",
        is: |case| !is_date(case.date()),
    },
    Known {
        other: "crate mrz",
        why: "splits names at the first filler where none are secondary (Part 3, 4.6: two fillers part them); we do not",
        is: |case| {
            case.about.ends_with("identifier") && !case.names().trim_end_matches('<').contains("<<")
        },
    },
    Known {
        other: "crate mrz",
        why: "takes a filler for the check digit 0 of what is there (Part 4: of absent optional data only); we do not",
        is: |case| {
            case.date().ends_with('<') || case.about == "optionalData" && case.part(42, 43) == "<"
        },
    },
    Known {
        other: "crate mrz",
        why: "refuses a number that starts with a filler; we read it, and let the check digits decide",
        is: |case| case.about == "refused" && case.number().starts_with('<'),
    },
    Known {
        other: "crate mrz",
        why: "takes a long number whose check digit is misread for a short one; we say that its check fails",
        is: |case| {
            case.has_no_number_digit()
                && matches!(case.about, "documentNumber" | "the number" | "the optional data")
        },
    },
];

/// Six digits, or fillers in pairs for what is not known; an empty text is not asked about.
fn is_date(text: &str) -> bool {
    let parts = text.as_bytes().chunks_exact(2);
    parts.into_iter().all(|part| part == b"<<" || part.iter().all(u8::is_ascii_digit))
}

/// `cargo xtask differential mrz [ZONES]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let count = args.first().map_or(Ok(ZONES), |count| count.parse())?;
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let zones: Vec<Zone> = FORMATS
        .iter()
        .flat_map(|&format| (0..count).map(move |at| (format, at)))
        .map(|(format, at)| generate(&mut random, format, at % 2 == 1))
        .collect();
    let theirs = judge_in_python(root, &zones)?;
    let mut tally = Tally::default();
    for (zone, python) in zones.iter().zip(&theirs) {
        let lines: Vec<&str> = zone.lines.iter().map(String::as_str).collect();
        let ours = parse(&lines).map_err(|fault| anyhow::anyhow!("{fault:?}: {lines:?}"))?;
        ensure!(ours.format().name() == zone.format, "the format of {lines:?}");
        for about in against_python(&ours, python) {
            tally.disagree("PyPI mrz", &Case { zone, about });
        }
        for about in against_crate(&ours, zone) {
            tally.disagree("crate mrz", &Case { zone, about });
        }
    }
    tally.finish(zones.len())
}

#[derive(Default)]
struct Tally {
    known: BTreeMap<usize, usize>,
    unknown: usize,
}

impl Tally {
    fn disagree(&mut self, other: &str, case: &Case<'_>) {
        if let Some(at) = KNOWN.iter().position(|known| known.other == other && (known.is)(case)) {
            *self.known.entry(at).or_default() += 1;
            return;
        }
        self.unknown += 1;
        if self.unknown <= 20 {
            println!(
                "{other} differs in {}: {} {:#?}",
                case.about, case.zone.format, case.zone.lines
            );
        }
    }

    fn finish(&self, zones: usize) -> anyhow::Result<()> {
        println!("{zones} zones");
        for (at, known) in KNOWN.iter().enumerate() {
            println!("{:>7}  {}: {}", self.known.get(&at).unwrap_or(&0), known.other, known.why);
        }
        println!("{:>7}  not explained", self.unknown);
        let gone = KNOWN.iter().enumerate().filter(|(at, _)| !self.known.contains_key(at)).count();
        ensure!(gone == 0, "{gone} of the known differences do not come up any more: strike them");
        ensure!(self.unknown == 0, "{} differences have no explanation", self.unknown);
        Ok(())
    }
}

/// What Python's package says of every zone: see `pypi_mrz.py`.
fn judge_in_python(root: &Path, zones: &[Zone]) -> anyhow::Result<Vec<String>> {
    let lines: Vec<String> =
        zones.iter().map(|zone| format!("{}\t{}", zone.format, zone.lines.join("\t"))).collect();
    let python = python::with(root, "mrz", PYPI)?;
    python::answers(&python, &root.join("xtask/src/differential/pypi_mrz.py"), &lines)
}

/// The checks Python judges otherwise.
fn against_python(ours: &Mrz, python: &str) -> Vec<&'static str> {
    if python == "E" {
        return vec!["refused"];
    }
    let others = Check::ALL.iter().zip(python.chars());
    others
        .filter(|&(&check, answer)| answer != '-' && (answer == '1') != ours.holds(check))
        .map(|(check, _)| check.name())
        .collect()
}

/// What the crate says otherwise.
fn against_crate(ours: &Mrz, zone: &Zone) -> Vec<&'static str> {
    let theirs = match (zone.format, zone.lines.as_slice()) {
        ("TD1", [one, two, three]) => mrz::parse_td1(one, two, three),
        ("TD2", [one, two]) => mrz::parse_td2(one, two),
        ("TD3", [one, two]) => mrz::parse_td3(one, two),
        ("MRVA", [one, two]) => mrz::parse_mrv_a(one, two),
        (_, [one, two]) => mrz::parse_mrv_b(one, two),
        _ => return vec!["lines"],
    };
    let Ok(theirs) = theirs else { return vec!["refused"] };
    let checks = [
        theirs.checks.document_number,
        theirs.checks.date_of_birth,
        theirs.checks.date_of_expiry,
        theirs.checks.personal_number,
        theirs.checks.composite,
    ];
    let mut about: Vec<&'static str> = Check::ALL
        .iter()
        .zip(checks)
        .filter(|&(&check, theirs)| theirs.is_some_and(|theirs| theirs != ours.holds(check)))
        .map(|(check, _)| check.name())
        .collect();
    // The crate writes a space a filler, we write one between words.
    let spaced = |names: &str| names.split_whitespace().collect::<Vec<_>>().join(" ");
    let number: String = theirs.full_document_number().chars().filter(|&c| c != '<').collect();
    let optional = [theirs.optional_data_1.as_deref(), theirs.optional_data_2.as_deref()];
    for (what, differs) in [
        ("the number", number != ours.document_number()),
        ("the primary identifier", spaced(&theirs.surname) != ours.primary()),
        ("the secondary identifier", spaced(&theirs.given_names) != ours.secondary()),
        ("the nationality", theirs.nationality != ours.nationality()),
        ("the issuer", theirs.issuing_country != ours.issuer()),
        ("the optional data", !optional.into_iter().flatten().eq(ours.optional_data())),
    ] {
        if differs {
            about.push(what);
        }
    }
    about
}
