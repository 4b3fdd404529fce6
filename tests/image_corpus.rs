//! The document image rules on the files of `tests/images/make.py`: what is certain must be right on every one, what is measured has
//! its rates printed and held. On the files of `tests/images/small`, which are checked in, or on any others:
//! `KYC_IMAGES=FOLDER cargo test --features decode --test image_corpus -- --nocapture`.
#![cfg(feature = "decode")]

use std::{collections::BTreeMap, fs, path::PathBuf};

use kyc_rules::image::{self, Document, Encryption, End, Hints, ImageCode, ImageReport, decode};

struct File {
    name: String,
    kind: String,
    document: Option<Document>,
    truth: Vec<String>,
    bytes: Vec<u8>,
}

impl File {
    fn is(&self, what: &str) -> bool {
        self.truth.iter().any(|truth| truth == what)
    }

    fn after(&self, what: &str) -> Option<&str> {
        self.truth.iter().find_map(|truth| truth.strip_prefix(what))
    }

    fn judged(&self) -> ImageReport {
        let hints = Hints { name: Some(&self.name), document: self.document, ..Hints::default() };
        let facts = image::facts(&self.bytes, &hints);
        let quality = decode::measure(&self.bytes, &facts);
        image::judge(&facts, quality.as_ref(), &hints, &image::ImagePolicy::guide(), None)
    }
}

fn files() -> Vec<File> {
    let small = || concat!(env!("CARGO_MANIFEST_DIR"), "/tests/images/small").into();
    let folder = PathBuf::from(std::env::var_os("KYC_IMAGES").unwrap_or_else(small));
    let table = fs::read_to_string(folder.join("truth.tsv")).expect("truth.tsv");
    let file = |line: &str| {
        let [name, kind, truth] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        File {
            name: name.to_owned(),
            kind: kind.to_owned(),
            document: Document::of(kind),
            truth: truth.split(',').map(str::to_owned).collect(),
            bytes: fs::read(folder.join(name)).expect(name),
        }
    };
    table.lines().map(file).collect()
}

/// A check that is certain: what must be said, and when.
type Certain = (&'static str, ImageCode, fn(&File) -> bool);

const CERTAIN: &[Certain] = &[
    ("empty", ImageCode::Empty, |file| file.is("empty")),
    ("unknown", ImageCode::FormatUnknown, |file| file.is("unknown")),
    ("format", ImageCode::FormatNotAccepted, |file| file.is("format")),
    ("wrong name", ImageCode::NameMismatch, |file| file.is("mismatch")),
    ("cut off", ImageCode::Truncated, |file| file.is("truncated")),
    ("behind the end", ImageCode::TrailingData, |file| file.is("trailing")),
    ("grey", ImageCode::NoColour, |file| file.is("grey")),
    ("animation", ImageCode::Animated, |file| file.is("animated")),
    ("position", ImageCode::Location, |file| file.is("location")),
    ("script", ImageCode::PdfActive, |file| file.is("script")),
    ("carried file", ImageCode::PdfEmbeddedFiles, |file| file.is("attached")),
    ("too large", ImageCode::TooLarge, |file| file.is("large")),
    ("password", ImageCode::PdfPassword, |file| file.is("password") && !file.is("undecided")),
    ("encrypted", ImageCode::PdfEncrypted, |file| file.is("undecided")),
];

#[test]
fn what_is_certain_is_right_on_every_file() {
    let files = files();
    let mut wrong = Vec::new();
    for file in &files {
        let report = file.judged();
        let has = |code| report.issues.iter().any(|issue| issue.code == code);
        for (what, code, expected) in CERTAIN {
            // A file that is cut may lose what stood behind the cut, and still be cut.
            if file.is("truncated") && *code != ImageCode::Truncated {
                continue;
            }
            // Cut within its first bytes it is no format any more.
            let is_headless = report.facts.format.is_none();
            if has(*code) != expected(file) && !is_headless {
                wrong.push(format!(
                    "{} ({:?}): {what} should be {}",
                    file.name,
                    file.truth,
                    expected(file)
                ));
            }
        }
        if file.truth.iter().all(|truth| ["good", "pdf", "scan", "text"].contains(&truth.as_str()))
            && report.facts.end != End::Complete
        {
            wrong.push(format!("{}: ends {:?}", file.name, report.facts.end));
        }
        if let Some(pages) = file.after("pages") {
            let found = report.facts.pdf.as_ref().and_then(|pdf| pdf.pages);
            // What cannot be told must be said to be unknown.
            if found != pages.parse().ok() {
                wrong.push(format!("{}: {found:?} pages of {pages}", file.name));
            }
        }
        if let Some(pdf) = report.facts.pdf.as_ref().filter(|_| !file.is("truncated")) {
            if pdf.linearized != file.is("linearized") {
                wrong.push(format!("{}: linearized {}", file.name, pdf.linearized));
            }
            let kinds: Vec<_> = pdf.page_facts.iter().map(image::PageFacts::kind).collect();
            for kind in ["scan", "text"] {
                if file.is(kind) && !kinds.iter().all(|found| *found == kind) {
                    wrong.push(format!("{}: {kinds:?}", file.name));
                }
            }
            let encryption = pdf.encryption;
            let expected = match (file.is("undecided"), file.is("password"), file.is("restricted"))
            {
                (true, ..) => Some(Encryption::Unknown),
                (_, true, _) => Some(Encryption::Password),
                (_, _, true) => Some(Encryption::Restricted),
                _ => None,
            };
            if encryption != expected {
                wrong.push(format!("{}: {encryption:?}", file.name));
            }
        }
        if let (Some(quality), Some(found)) =
            (file.after("q").and_then(|q| q.parse::<u8>().ok()), report.facts.quality)
            && quality.abs_diff(found) > 1
        {
            wrong.push(format!("{}: quality {found}", file.name));
        }
    }
    println!("{} files, {} wrong", files.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A check that measures: what it says, of which files it should, of which it must not, and the rates it may have in per cent.
type Measured =
    (&'static str, &'static [ImageCode], fn(&File) -> bool, fn(&File) -> bool, [usize; 2]);

const GOOD: fn(&File) -> bool = |file| {
    file.is("good") || file.after("q").is_some_and(|q| q.parse::<u8>().is_ok_and(|q| q >= 50))
};

const MEASURED: &[Measured] = &[
    (
        "blurred (cards: sigma 3, 4)",
        &[ImageCode::Blurred],
        |file| file.kind != "UTILITY_BILL" && (file.is("blur3") || file.is("blur4")),
        GOOD,
        [2, 2],
    ),
    (
        "or slightly (sigma 2, motion, pages)",
        &[ImageCode::Blurred, ImageCode::SlightlyBlurred],
        |file| file.is("blur2") || file.is("motion") || file.is("blur3"),
        GOOD,
        [10, 5],
    ),
    ("dark", &[ImageCode::Dark], |file| file.is("dark"), GOOD, [2, 2]),
    ("pale", &[ImageCode::Pale], |file| file.is("pale"), GOOD, [2, 2]),
    ("glare", &[ImageCode::Glare], |file| file.is("glare"), GOOD, [5, 2]),
    ("black and white copy", &[ImageCode::LittleColour], |file| file.is("grey-rgb"), GOOD, [2, 2]),
    ("runs out of the picture", &[ImageCode::TouchesBorder], |file| file.is("crop"), GOOD, [5, 5]),
    ("screenshot", &[ImageCode::Screenshot], |file| file.is("screenshot"), GOOD, [0, 2]),
];

#[test]
fn what_is_measured_has_known_rates() {
    let files = files();
    let reports: Vec<_> = files.iter().map(File::judged).collect();
    let mut failed = Vec::new();
    println!("{:<38} {:>22} {:>22}", "", "missed", "said of a good one");
    for (what, codes, should, must_not, [missed_most, wrong_most]) in MEASURED {
        let said =
            |report: &ImageReport| report.issues.iter().any(|issue| codes.contains(&issue.code));
        let count = |of: fn(&File) -> bool, is_said: bool| {
            let of: Vec<_> = files.iter().zip(&reports).filter(|(file, _)| of(file)).collect();
            (of.iter().filter(|(_, report)| said(report) == is_said).count(), of.len())
        };
        let (missed, bad) = count(*should, false);
        let (wrong, good) = count(*must_not, true);
        let percent = |part: usize, whole: usize| part * 100 / whole.max(1);
        println!(
            "{what:<38} {:>22} {:>22}",
            format!("{missed} of {bad}"),
            format!("{wrong} of {good}")
        );
        if percent(missed, bad) > *missed_most || percent(wrong, good) > *wrong_most {
            failed.push(*what);
        }
    }
    // What was measured of each kind of file, for whoever sets a threshold.
    let mut ranges: BTreeMap<(String, &str), [u32; 2]> = BTreeMap::new();
    for (file, report) in files.iter().zip(&reports) {
        let Some(quality) = &report.quality else { continue };
        let values = [
            ("blur", quality.blur),
            ("darkest", Some(quality.darkest)),
            ("brightest", Some(quality.brightest)),
            ("glare", quality.glare),
            ("chroma", Some(quality.chroma)),
            ("border", Some(quality.border)),
        ];
        let group = format!(
            "{} {}",
            if file.kind == "UTILITY_BILL" { "page" } else { "card" },
            file.truth[0]
        );
        for (name, value) in values {
            let Some(value) = value else { continue };
            let range = ranges.entry((group.clone(), name)).or_insert([value, value]);
            *range = [range[0].min(value), range[1].max(value)];
        }
    }
    if std::env::var_os("KYC_IMAGE_RANGES").is_some() {
        for ((group, name), [low, high]) in ranges {
            println!("{group:<20} {name:<10} {low:>6} to {high:>6}");
        }
    }
    assert!(failed.is_empty(), "beyond the rates: {failed:?}");
}
