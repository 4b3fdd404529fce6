//! `src/tables/unicode.rs`: what each code point is to the rules, as runs of code points of one class.
//!
//! Source: `data/unicode.tsv` (general category, script and two flags out of the Unicode Character Database). The classes are
//! those of `src/unicode.rs`; what the database does not say of names (which punctuation they have) stands here.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context, bail, ensure};

use super::File;

/// The classes in the order of their numbers; `None` is for code points that no character has.
const CLASSES: [&str; 21] = [
    "None",
    "Control",
    "Direction",
    "DirectionMark",
    "Hidden",
    "Joiner",
    "Selector",
    "Space",
    "NameMark",
    "Punctuation",
    "Symbol",
    "Number",
    "Letter",
    "Latin",
    "LatinFolding",
    "Greek",
    "Cyrillic",
    "LookAlike",
    "Han",
    "Joining",
    "Mark",
];
/// A mark of a script whose letters join; the last class.
const JOINING_MARK: usize = CLASSES.len();

/// Punctuation, spacing letters and some symbols that stand in names as they are: apostrophes, full stops, middle dots (and the
/// operators that keyboards have for them), the double hyphen of Japanese and the full-width sign typed for it, hyphens and
/// dashes, and the word separators of Hebrew, Armenian, Tibetan, Ethiopic, Canadian syllabics, Devanagari, Mongolian.
const NAME_MARKS: &str = "'’‘‛′＇ʹ.．·•‧・･∙⋅゠＝-‐‑‒–—−－⸗׳״־՚֊་༌፡᐀॰᠆᠊꞉";
/// Punctuation no name has: markup and code, and the Greek question mark, which composing makes a `;`.
const MARKUP: &str = "#_;\\{}＃＿；＼｛｝\u{37e}";
/// Symbols that are slips of a dead key or a keyboard: `O´Brien`, `M° José`, `≠`, typed for the click letter `ǂ`, and `=` and `─`,
/// typed for `゠` and a dash.
const SLIPS: &str = "°≠=─";
/// Letters that show nothing, a filler or a blank, and the joiner of graphemes.
const BLANK: [u32; 8] = [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

/// Runs between two checkpoints: a look-up walks half as many.
const STRIDE: usize = 24;
/// Where a checkpoint stands besides: before the dashes and quotes of typesetters, the punctuation of Chinese and Japanese, the selectors
/// of variations, full width and its digits.
const FREQUENT: [u32; 5] = [0x2000, 0x3000, 0xfe00, 0xff00, 0xff10];

pub(super) fn generate(root: &Path, _: &[String]) -> anyhow::Result<Vec<File>> {
    let source = fs::read_to_string(root.join("data/unicode.tsv"))?;
    let version = source
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# Unicode "))
        .and_then(|line| line.split(':').next())
        .context("data/unicode.tsv names no version")?;
    let mut classes = vec![0_usize; 0x11_0000];
    for line in source.lines().skip(1) {
        let mut columns = line.split('\t');
        let mut next = || columns.next().context("a column is missing");
        let (first, last) = (next()?, next()?);
        let (category, script, flags) = (next()?, next()?, next()?);
        for at in u32::from_str_radix(first, 16)?..=u32::from_str_radix(last, 16)? {
            let class = class(at, category, script, flags)
                .with_context(|| format!("U+{at:04X} {category} {script} {flags}"))?;
            *classes.get_mut(at as usize).context("no code point")? = class;
        }
    }
    let table = Table::of(&classes)?;
    Ok(vec![File {
        path: "src/tables/unicode.rs".into(),
        bytes: table.code(version)?.into_bytes(),
    }])
}

fn named(name: &str) -> anyhow::Result<usize> {
    CLASSES.iter().position(|class| *class == name).context("no such class")
}

fn class(at: u32, category: &str, script: &str, flags: &str) -> anyhow::Result<usize> {
    let is_in = |list: &str| char::from_u32(at).is_some_and(|char| list.contains(char));
    let common = matches!(script, "Zyyy" | "Zinh");
    let joins = flags.contains('j');
    let name = match category {
        _ if BLANK.contains(&at) => "Hidden",
        _ if is_in(NAME_MARKS) => "NameMark",
        _ if is_in(MARKUP) => "Symbol",
        _ if is_in(SLIPS) => "Punctuation",
        "Cc" | "Zl" | "Zp" => "Control",
        "Cf" => match at {
            0x202A..=0x202E | 0x2066..=0x2069 => "Direction",
            0x061C | 0x200E | 0x200F => "DirectionMark",
            // The zero-width space parts words in the scripts that write them without spaces.
            0x200B..=0x200D => "Joiner",
            0x180E => "Selector",
            _ => "Hidden",
        },
        "Mn" if matches!(at, 0x180B..=0x180F | 0xFE00..=0xFE0F | 0xE_0100..=0xE_01EF) => "Selector",
        "Zs" => "Space",
        "Nl" if at == 0x3007 => "Han",
        "Nd" | "Nl" | "No" => "Number",
        "Pc" | "Pd" | "Ps" | "Pe" | "Pi" | "Pf" | "Po" => "Punctuation",
        // Accents that stand alone, but not the skin colours of emoji.
        "Sk" if !matches!(at, 0x1_F3FB..=0x1_F3FF) => "Punctuation",
        "Sc" | "Sk" | "Sm" | "So" | "Me" => "Symbol",
        // Letters for mathematics, in common use by nobody's name.
        "Lu" | "Ll" if common => "Symbol",
        "Lo" if matches!(at, 0x2135..=0x2138 | 0x1_EE00..=0x1_EEFF) => "Symbol",
        "Lm" if at == 0x640 => "Joining",
        // The long vowel of Hiragana and Katakana, which nothing parts.
        "Lm" if at == 0x30FC => "Letter",
        "Lm" if common => "NameMark",
        "Lu" | "Ll" | "Lt" | "Lm" | "Lo" => match script {
            "Latn" if flags.contains('a') => "LatinFolding",
            "Latn" => "Latin",
            _ if flags.contains('a') => bail!("a letter that folds to ASCII and is not Latin"),
            "Grek" => "Greek",
            "Cyrl" => "Cyrillic",
            "Armn" | "Cher" | "Copt" | "Lisu" => "LookAlike",
            "Hani" => "Han",
            _ if joins => "Joining",
            _ => "Letter",
        },
        "Mn" | "Mc" if joins && !common => return Ok(JOINING_MARK),
        "Mn" | "Mc" => "Mark",
        other => bail!("no class for category {other}"),
    };
    named(name)
}

/// Code points below have their class in a table by place: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, which is what nearly all
/// texts are of.
const NEAR: usize = 0x700;

struct Table {
    /// The class of each code point below [`NEAR`].
    near: Vec<usize>,
    /// A byte a run: class in the low five bits, length in the high three; 7 and 0 there mean that one or two bytes follow.
    runs: Vec<u8>,
    /// The first code point and the place of every [`STRIDE`]th run, and of the runs at [`FREQUENT`].
    checkpoints: Vec<(u32, u16)>,
    count: usize,
}

impl Table {
    fn of(classes: &[usize]) -> anyhow::Result<Self> {
        let (near, far) = classes.split_at_checked(NEAR).context("too few code points")?;
        let mut table =
            Self { near: near.to_vec(), runs: Vec::new(), checkpoints: Vec::new(), count: 0 };
        let mut first = u32::try_from(NEAR)?;
        for run in far.chunk_by(|a, b| a == b) {
            let class = u8::try_from(*run.first().context("an empty run")?)?;
            ensure!(class < 32, "a class has five bits");
            let mut left = run.len();
            while left > 0 {
                let length = left.min(usize::from(u16::MAX));
                if table.count.is_multiple_of(STRIDE) || FREQUENT.contains(&first) {
                    table.checkpoints.push((first, u16::try_from(table.runs.len())?));
                }
                match u8::try_from(length) {
                    Ok(short @ 1..=6) => table.runs.push(class | short << 5),
                    Ok(byte) => table.runs.extend([class | 7 << 5, byte]),
                    Err(_) => {
                        table.runs.push(class);
                        table.runs.extend(u16::try_from(length)?.to_le_bytes());
                    }
                }
                table.count += 1;
                left -= length;
                first += u32::try_from(length)?;
            }
        }
        Ok(table)
    }

    fn code(&self, version: &str) -> anyhow::Result<String> {
        let mut code = format!(
            "// @generated by: cargo xtask gen unicode\n\
             //! Unicode {version}: what each code point is to the rules, in {} runs ({} bytes and {} checkpoints).\n\n\
             use crate::unicode::Class;\n\n\
             /// The version of Unicode that the table was made from.\n\
             pub const VERSION: &str = \"{version}\";\n\n\
             /// The classes by number.\n\
             #[rustfmt::skip]\n\
             pub(crate) static CLASSES: [Class; {}] = [\n    Class::{},\n    Class::JoiningMark,\n];\n\n\
             /// The class of each code point from 0 on; [`RUNS`] begin behind them.\n\
             #[rustfmt::skip]\n\
             pub(crate) static NEAR: [u8; {NEAR}] = [",
            self.count,
            self.runs.len(),
            self.checkpoints.len(),
            CLASSES.len() + 1,
            CLASSES.join(",\n    Class::"),
        );
        for (at, class) in self.near.iter().enumerate() {
            code.push_str(if at % 32 == 0 { "\n    " } else { " " });
            write!(code, "{class},")?;
        }
        write!(
            code,
            "\n];\n\n/// First code point and place in [`RUNS`] of every {STRIDE}th run, and of some more.\n\
             #[rustfmt::skip]\n\
             pub(crate) static CHECKPOINTS: [(u32, u16); {}] = [",
            self.checkpoints.len()
        )?;
        for (at, (first, place)) in self.checkpoints.iter().enumerate() {
            code.push_str(if at % 6 == 0 { "\n    " } else { " " });
            write!(code, "({first:#x}, {place}),")?;
        }
        write!(
            code,
            "\n];\n\n/// A byte a run: class in the low five bits, length in the high three; 7 there: the length is in the next byte; 0: in \
             the next two.\n\
             #[rustfmt::skip]\n\
             pub(crate) static RUNS: [u8; {}] = [",
            self.runs.len()
        )?;
        for (at, byte) in self.runs.iter().enumerate() {
            code.push_str(if at % 24 == 0 { "\n    " } else { " " });
            write!(code, "{byte},")?;
        }
        code.push_str("\n];\n");
        Ok(code)
    }
}
