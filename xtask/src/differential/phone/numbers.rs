//! Numbers to be judged, out of the metadata's own patterns: valid ones of every region and type, near misses, random digits,
//! and all of these as people write them nationally, abroad, with punctuation and with extensions.

use super::super::random::Random;
use crate::generate::phone::{
    metadata::{Metadata, Region},
    pattern::Pattern,
};

/// A number as it would be typed.
pub(super) struct Typed {
    pub(super) text: String,
    /// The default region, empty for none.
    pub(super) region: String,
    /// How it was made.
    pub(super) class: &'static str,
}

/// Types whose patterns are drawn from.
const TYPES: [&str; 11] = [
    "general",
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
];

/// A region with the machines of its types.
struct Source<'a> {
    region: &'a Region,
    name: &'a str,
    patterns: Vec<Pattern>,
}

/// Makes numbers, always the same ones.
pub(super) struct Maker<'a> {
    sources: Vec<Source<'a>>,
    random: Random,
}

impl<'a> Maker<'a> {
    pub(super) fn new(metadata: &'a Metadata, seed: u64) -> anyhow::Result<Self> {
        let mut sources = Vec::new();
        for (code, names) in &metadata.codes {
            for name in names {
                let region = metadata.region(*code, name);
                let descs = TYPES.iter().filter_map(|kind| region.desc(kind));
                let patterns = descs.map(|desc| Pattern::new(&desc.p)).collect::<Result<_, _>>()?;
                sources.push(Source { region, name, patterns });
            }
        }
        Ok(Self { sources, random: Random(seed) })
    }

    /// One number; regions take turns.
    pub(super) fn make(&mut self, at: usize) -> Typed {
        let place = at % self.sources.len();
        let number = self.national_number(place);
        let source = &self.sources[place];
        let code = source.region.cc;
        // A default country: mostly the number's own, which is what matters for national numbers.
        let home = if source.name == "001" { String::new() } else { source.name.to_owned() };
        let other = self.sources[self.random.below(self.sources.len())].name;
        let other = if other == "001" { "" } else { other }.to_owned();
        let prefix = source.region.np.clone().unwrap_or_default();
        let idd = self.idd(place);
        let random = &mut self.random;
        let (text, region, class) = match random.below(12) {
            0..=5 => (format!("+{code}{number}"), String::new(), "+digits"),
            6 => (format!("+{code}{prefix}{number}"), home, "+digits with trunk prefix"),
            7 => (number, home, "national"),
            8 => (format!("{prefix}{number}"), home, "national with trunk prefix"),
            9 => match random.below(3) {
                0 => (format!("{code}{number}"), home, "the plus forgotten"),
                1 => (format!("{idd}{code}{number}"), home, "dialled abroad"),
                _ => (number, other, "national, elsewhere"),
            },
            10 => (dress(&format!("+{code}{number}"), random), other, "punctuated"),
            _ => (dress(&format!("{prefix}{number}"), random), home, "punctuated, national"),
        };
        Typed { text, region, class }
    }

    /// A national significant number: drawn from a pattern, that with a slip, or any digits.
    fn national_number(&mut self, place: usize) -> String {
        let source = &self.sources[place];
        let random = &mut self.random;
        let any = |random: &mut Random, count: usize| -> Vec<u8> {
            (0..count).map(|_| b'0' + random.below(10) as u8).collect()
        };
        let mut digits = if random.below(12) == 0 {
            let count = 2 + random.below(15);
            any(random, count)
        } else {
            let which = random.below(source.patterns.len());
            sample(&source.patterns[which], random)
        };
        match random.below(8) {
            0 => {
                let at = random.below(digits.len());
                digits[at] = b'0' + random.below(10) as u8;
            }
            1 if digits.len() > 2 => drop(digits.remove(random.below(digits.len()))),
            2 => digits.insert(random.below(digits.len() + 1), b'0' + random.below(10) as u8),
            3 if digits.len() > 2 => {
                let at = random.below(digits.len() - 1);
                digits.swap(at, at + 1);
            }
            _ => {}
        }
        String::from_utf8(digits).unwrap_or_default()
    }

    /// What is dialled abroad from a region.
    fn idd(&mut self, place: usize) -> String {
        let pattern =
            self.sources[place].region.idd.as_deref().and_then(|idd| Pattern::new(idd).ok());
        let digits = pattern.map(|pattern| sample(&pattern, &mut self.random)).unwrap_or_default();
        String::from_utf8(digits).unwrap_or_default()
    }
}

/// Digits that match a pattern.
fn sample(pattern: &Pattern, random: &mut Random) -> Vec<u8> {
    let mut step = pattern.start();
    let mut digits = Vec::new();
    loop {
        let depth = digits.len() as u8 + 1;
        let next: Vec<_> = (0..10)
            .map(|digit| (digit, pattern.step_of_any(&step, digit, depth)))
            .filter(|(_, step)| !step.waiting.is_empty() || step.matched.is_some())
            .collect();
        let done = step.matched.is_some() && random.below(3) == 0;
        if next.is_empty() || done {
            return digits;
        }
        let (digit, there) = next[random.below(next.len())].clone();
        digits.push(b'0' + digit as u8);
        step = there;
    }
}

/// What stands between digits.
const BETWEEN: [&str; 10] =
    [" ", "-", ".", "/", " - ", "\u{a0}", "\u{2011}", "\u{2013}", ") ", " ("];
/// Digits of other scripts, by their 0.
const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
/// What introduces an extension.
const LABELS: [&str; 8] = [";ext=", " ext. ", " x", "#", ",", ",,", " доб. ", " extension "];

/// A number as people write it.
fn dress(number: &str, random: &mut Random) -> String {
    let zero = if random.below(4) == 0 { ZEROS[random.below(ZEROS.len())] } else { '0' };
    let mut out = String::new();
    for (at, c) in number.chars().enumerate() {
        if at > 1 && random.below(4) == 0 {
            out.push_str(BETWEEN[random.below(BETWEEN.len())]);
        }
        let shifted = c.to_digit(10).and_then(|value| char::from_u32(zero as u32 + value));
        out.push(shifted.unwrap_or(c));
    }
    if random.below(6) == 0 {
        out.push_str(LABELS[random.below(LABELS.len())]);
        let count = 1 + random.below(6);
        (0..count).for_each(|_| out.push(char::from(b'0' + random.below(10) as u8)));
    }
    match random.below(8) {
        0 => format!("tel:{out}"),
        1 => format!(" {out} "),
        _ => out,
    }
}
