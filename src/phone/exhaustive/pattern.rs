//! The metadata's patterns, walked digit by digit: derivatives of the pattern texts (Antimirov 1996).

use std::collections::{BTreeSet, HashMap};

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
pub(super) struct Pool {
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

    /// A pattern that matches nothing.
    pub(super) fn nothing(&mut self) -> usize {
        self.number(BTreeSet::new())
    }

    pub(super) fn pattern(&mut self, mut text: &str) -> usize {
        let rest = read(&mut text);
        assert!(text.is_empty(), "a pattern was read whole");
        self.number(BTreeSet::from([rest]))
    }

    pub(super) fn step(&mut self, set: usize, digit: u8) -> usize {
        if let Some(known) = self.steps.get(&(set, digit)) {
            return *known;
        }
        let mut next = BTreeSet::new();
        self.sets[set].iter().for_each(|rest| rest.behind(digit, &mut next));
        let next = self.number(next);
        self.steps.insert((set, digit), next);
        next
    }

    pub(super) fn is_done(&self, set: usize) -> bool {
        self.sets[set].iter().any(Rest::is_done)
    }

    pub(super) fn is_empty(&self, set: usize) -> bool {
        self.sets[set].is_empty()
    }
}
