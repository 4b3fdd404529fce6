//! The shipped machine against the metadata's patterns, for every number there is: both are walked side by side, digit by digit,
//! over all situations they can be in together. The patterns' side knows nothing of the generator: it takes derivatives of the
//! pattern texts (Antimirov 1996) and decides region and type as libphonenumber does.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::{
    kind::Kind,
    world::{DEAD, ROOT, region_name, world},
};

/// What is left of a pattern to be matched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Rest {
    Done,
    Digit(u16),
    Then(Box<Rest>, Box<Rest>),
    Either(Vec<Rest>),
}

impl Rest {
    fn then(first: Self, second: Self) -> Self {
        match first {
            Self::Done => second,
            _ => Self::Then(Box::new(first), Box::new(second)),
        }
    }

    fn is_done(&self) -> bool {
        match self {
            Self::Done => true,
            Self::Digit(_) => false,
            Self::Then(first, second) => first.is_done() && second.is_done(),
            Self::Either(branches) => branches.iter().any(Self::is_done),
        }
    }

    /// What may be left behind a digit.
    fn behind(&self, digit: u8, out: &mut BTreeSet<Self>) {
        match self {
            Self::Digit(set) if set >> digit & 1 == 1 => drop(out.insert(Self::Done)),
            Self::Digit(_) | Self::Done => {}
            Self::Then(first, second) => {
                let mut firsts = BTreeSet::new();
                first.behind(digit, &mut firsts);
                out.extend(firsts.into_iter().map(|rest| Self::then(rest, (**second).clone())));
                if first.is_done() {
                    second.behind(digit, out);
                }
            }
            Self::Either(branches) => branches.iter().for_each(|branch| branch.behind(digit, out)),
        }
    }
}

/// Reads a pattern.
fn read(text: &mut &str) -> Rest {
    let mut branches = Vec::new();
    loop {
        let mut parts = Vec::new();
        while let Some(c) = text.chars().next().filter(|c| !"|)".contains(*c)) {
            *text = &text[1..];
            let part = match c {
                '(' => {
                    *text = text.strip_prefix("?:").unwrap_or(text);
                    let inner = read(text);
                    *text = text.strip_prefix(')').expect("a bracket");
                    inner
                }
                '[' => {
                    let (class, behind) = text.split_once(']').expect("a class");
                    *text = behind;
                    Rest::Digit(class_of(class))
                }
                '\\' => {
                    *text = text.strip_prefix('d').expect("a digit class");
                    Rest::Digit(0x3ff)
                }
                digit => Rest::Digit(1 << digit.to_digit(10).expect("a digit")),
            };
            let (fewest, most) = repetition(text);
            parts.extend((0..fewest).map(|_| part.clone()));
            // `x{0,2}` is `(x(x)?)?`.
            let optional = (fewest..most).fold(Rest::Done, |rest, _| {
                Rest::Either(vec![Rest::then(part.clone(), rest), Rest::Done])
            });
            parts.push(optional);
        }
        branches
            .push(parts.into_iter().rev().fold(Rest::Done, |rest, part| Rest::then(part, rest)));
        match text.strip_prefix('|') {
            Some(behind) => *text = behind,
            None => return Rest::Either(branches),
        }
    }
}

fn repetition(text: &mut &str) -> (u32, u32) {
    if let Some(behind) = text.strip_prefix('?') {
        *text = behind;
        return (0, 1);
    }
    let Some((bounds, behind)) = text.strip_prefix('{').and_then(|rest| rest.split_once('}'))
    else {
        return (1, 1);
    };
    *text = behind;
    let (fewest, most) = bounds.split_once(',').unwrap_or((bounds, bounds));
    (fewest.parse().expect("a number"), most.parse().expect("a number"))
}

fn class_of(class: &str) -> u16 {
    let class = class.replace("\\d", "0-9").into_bytes();
    let mut set = 0;
    let mut at = 0;
    while at < class.len() {
        let last = if class.get(at + 1) == Some(&b'-') { class[at + 2] } else { class[at] };
        (class[at]..=last).for_each(|digit| set |= 1 << (digit - b'0'));
        at += if class.get(at + 1) == Some(&b'-') { 3 } else { 1 };
    }
    set
}

/// Sets of rests, each known by a number, with what digits make of them.
#[derive(Default)]
struct Pool {
    sets: Vec<BTreeSet<Rest>>,
    numbers: HashMap<BTreeSet<Rest>, usize>,
    steps: HashMap<(usize, u8), usize>,
}

impl Pool {
    fn number(&mut self, set: BTreeSet<Rest>) -> usize {
        *self.numbers.entry(set.clone()).or_insert_with(|| {
            self.sets.push(set);
            self.sets.len() - 1
        })
    }

    fn pattern(&mut self, mut text: &str) -> usize {
        let rest = read(&mut text);
        assert!(text.is_empty(), "a pattern was read whole");
        self.number(BTreeSet::from([rest]))
    }

    fn step(&mut self, set: usize, digit: u8) -> usize {
        if let Some(known) = self.steps.get(&(set, digit)) {
            return *known;
        }
        let mut next = BTreeSet::new();
        self.sets[set].iter().for_each(|rest| rest.behind(digit, &mut next));
        let next = self.number(next);
        self.steps.insert((set, digit), next);
        next
    }

    fn is_done(&self, set: usize) -> bool {
        self.sets[set].iter().any(Rest::is_done)
    }

    fn is_empty(&self, set: usize) -> bool {
        self.sets[set].is_empty()
    }
}

/// Types in the order libphonenumber asks for them.
const ASKED: [(&str, Kind); 8] = [
    ("premium_rate", Kind::PremiumRate),
    ("toll_free", Kind::TollFree),
    ("shared_cost", Kind::SharedCost),
    ("voip", Kind::Voip),
    ("personal_number", Kind::PersonalNumber),
    ("pager", Kind::Pager),
    ("uan", Kind::Uan),
    ("voicemail", Kind::Voicemail),
];

/// A region's rules: lengths by description, in the order of its sets.
struct Region {
    name: String,
    same: bool,
    has_leading: bool,
    lengths: Vec<Option<Vec<u64>>>,
}

/// A region's patterns as far as they were matched; the leading digits come last.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Progress {
    sets: Vec<usize>,
    leading_seen: bool,
}

fn start(rules: &Value, alone: bool, pool: &mut Pool) -> (Region, Progress) {
    let names =
        ["general"].into_iter().chain(ASKED.map(|(name, _)| name)).chain(["fixed_line", "mobile"]);
    let (mut lengths, mut sets) = (Vec::new(), Vec::new());
    let nothing = pool.number(BTreeSet::new());
    for name in names {
        let desc = &rules["types"][name];
        lengths
            .push(desc["len"].as_array().map(|all| all.iter().filter_map(Value::as_u64).collect()));
        sets.push(desc["p"].as_str().map_or(nothing, |pattern| pool.pattern(pattern)));
    }
    let leading = rules["ld"].as_str().filter(|_| !alone);
    sets.push(leading.map_or(nothing, |leading| pool.pattern(leading)));
    let region = Region {
        name: rules["id"].as_str().expect("a name").to_owned(),
        same: rules["same"].as_bool().expect("a flag"),
        has_leading: leading.is_some(),
        lengths,
    };
    (region, Progress { sets, leading_seen: false })
}

/// Region and type of a number, as `getRegionCodeForNumber` and `getNumberTypeHelper` decide them.
fn decide(
    regions: &[Region],
    progress: &[Progress],
    length: u64,
    pool: &Pool,
) -> Option<(String, Kind)> {
    for (region, progress) in regions.iter().zip(progress) {
        let matches = |at: usize| {
            let of_length = region.lengths[at].as_ref().is_some_and(|all| all.contains(&length));
            of_length && pool.is_done(progress.sets[at])
        };
        let kind = if !matches(0) {
            None
        } else if let Some(at) = (0..ASKED.len()).find(|at| matches(at + 1)) {
            Some(ASKED[at].1)
        } else {
            match (matches(ASKED.len() + 1), matches(ASKED.len() + 2)) {
                (true, mobile) if region.same || mobile => Some(Kind::FixedLineOrMobile),
                (true, _) => Some(Kind::FixedLine),
                (false, true) if !region.same => Some(Kind::Mobile),
                _ => None,
            }
        };
        if region.has_leading && progress.leading_seen {
            return Some((region.name.clone(), kind?));
        }
        if let (false, Some(kind)) = (region.has_leading, kind) {
            return Some((region.name.clone(), kind));
        }
    }
    None
}

/// Everything about the numbers of one calling code that can follow a situation.
fn compare(code: u16, names: &[Value], metadata: &Value, pool: &mut Pool) -> usize {
    let (mut regions, mut progress) = (Vec::new(), Vec::new());
    for name in names {
        let key = if name == "001" { code.to_string() } else { name.as_str().unwrap().to_owned() };
        let (region, start) = start(&metadata["regions"][&key], names.len() == 1, pool);
        regions.push(region);
        progress.push(start);
    }
    let digits: Vec<u8> = code.to_string().bytes().map(|digit| digit - b'0').collect();
    let found = world().code(&digits).expect("a calling code");
    let machine = &world().machine;
    let state = digits.iter().fold(ROOT, |state, digit| machine.step(state, *digit));
    let mut seen = HashSet::new();
    let mut todo = vec![(state, 0_u64, progress)];
    while let Some((state, length, progress)) = todo.pop() {
        let ours = found.answer(machine.answer(state));
        let ours = ours.map(|(region, kind)| (region_name(region).to_owned(), kind));
        assert_eq!(ours, decide(&regions, &progress, length, pool), "+{code} and {length} digits");
        for digit in 0..10 {
            let next: Vec<Progress> = progress
                .iter()
                .map(|region| {
                    let sets: Vec<usize> =
                        region.sets.iter().map(|set| pool.step(*set, digit)).collect();
                    let leading_seen =
                        region.leading_seen || sets.last().is_some_and(|set| pool.is_done(*set));
                    Progress { sets, leading_seen }
                })
                .collect();
            let state = machine.step(state, digit);
            // Nothing more can come of it on either side.
            let over = next.iter().all(|region| pool.is_empty(region.sets[0]));
            assert!(
                !over || state == DEAD,
                "+{code}: the machine goes on where every pattern ended"
            );
            let situation = (state, length + 1, next);
            if !over && seen.insert(situation.clone()) {
                todo.push(situation);
            }
        }
    }
    seen.len()
}

#[test]
fn answers_every_number_as_the_patterns_do() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/phone/metadata.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: no metadata here");
        return;
    };
    let metadata: Value = serde_json::from_str(&text).expect("metadata");
    let mut situations = 0;
    let codes = metadata["codes"].as_object().expect("calling codes");
    for (code, names) in codes {
        let mut pool = Pool::default();
        let code = code.parse().expect("a calling code");
        situations += compare(code, names.as_array().expect("names"), &metadata, &mut pool);
    }
    println!("{} calling codes, {situations} situations", codes.len());
    // Digits that start no calling code lead nowhere.
    for code in (1..1000_u16).filter(|code| !codes.contains_key(&code.to_string())) {
        let digits: Vec<u8> = code.to_string().bytes().map(|digit| digit - b'0').collect();
        let longer = codes.keys().any(|known| known.starts_with(&code.to_string()));
        let shorter = codes.keys().any(|known| code.to_string().starts_with(known.as_str()));
        let state = digits.iter().fold(ROOT, |state, digit| world().machine.step(state, *digit));
        assert!(longer || shorter || state == DEAD, "+{code} is no calling code");
    }
}
