//! How machines of digits are written down: one walk from a root, each decision on the way a symbol of sixteen, coded by how often
//! it comes where the decision is like this one (`symbols`). The walk is written once for both ways: the generator's side knows the
//! machine and writes it, the reader's side knows nothing and learns it.
//!
//! A state is told by its answer and then by runs of digits that lead the same way: where to, and how many. A target is no state,
//! one an earlier digit of the same state has, a new one, or one told before. That is found by its height (how many digits it is
//! from the end at most) and by how lately it was used. A new one is told behind its run: digits that all lead on mostly lead to
//! more of the same.
#![expect(
    clippy::cast_possible_truncation,
    reason = "numbers of states, heights and answers fit by the generator's doing, which reads back what it writes"
)]

use alloc::{vec, vec::Vec};

use super::symbols::{Reader, SYMBOLS};

/// A state. The first of a machine is the dead one, its number 0; the root's is 1.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))] // 32 bytes: a state is a shift from its number. The modules' allocators align to 16 at most.
pub(crate) struct State {
    /// The numbers of the states that digits lead to.
    pub(crate) next: [u16; DIGITS],
    /// Its answer, 0 for none.
    pub(crate) answer: u16,
    /// The answer of all numbers from here on that have any, where nothing counts any more but how many digits they have:
    /// the last digits of most numbers may be any. 0 where something else counts, [`NEVER`] where there is no answer any more.
    pub(crate) tail: u16,
    /// In how many digits from here there is an answer, as bits, where `tail` tells it.
    pub(crate) ends: u32,
}

impl State {
    /// The state without a way to any answer.
    pub(crate) const DEAD: Self = Self { next: [0; DIGITS], answer: 0, tail: NEVER, ends: 0 };
}

/// The answer of what has none.
const NEVER: u16 = u16::MAX;

/// How many digits there are.
pub(crate) const DIGITS: usize = 10;

/// One side of the walk. The reader has no states: what it says of them is not looked at.
pub(crate) trait Side {
    /// A state as this side knows it.
    type State: Copy + PartialEq;
    /// Writes the symbol of a decision, or reads one and lets the hint be. Decisions that are alike share a cell.
    fn symbol(&mut self, cell: usize, hint: usize) -> usize;
    /// Writes so many bits, or reads them and lets the hint be.
    fn bits(&mut self, count: u32, hint: usize) -> usize;
    /// The state's answer.
    fn output(&self, state: Self::State) -> u16;
    /// The state's height.
    fn height(&self, state: Self::State) -> usize;
    /// Where a digit leads from the state.
    fn next(&self, state: Self::State, digit: usize) -> Self::State;
    /// The number of a state that was told before, 0 for the dead state.
    fn told(&self, state: Self::State) -> Option<u16>;
    /// Notes that a state has this number.
    fn tell(&mut self, state: Self::State, number: u16);
}

/// The cells of each kind of decision: what it depends on is a place behind these.
mod at {
    /// By height, whether the state before has an answer, and whether it leads here by every digit.
    pub(super) const ANSWER: usize = 0;
    /// By the kind of the target before and how much lower than it might be that is, distinct targets so far, whether the state
    /// before leads here by every digit, and height.
    pub(super) const TARGET: usize = ANSWER + 16 * 2 * 2;
    /// By first digit, the target's shape, and whether the state before leads here by every digit.
    pub(super) const RUN: usize = TARGET + 5 * 3 * 4 * 2 * 11;
    /// By how far back the last one was looked for, how many there are to choose from, and whether it is the first target.
    pub(super) const RANK: usize = RUN + 9 * 4 * 2;
    /// What a target's symbol has no room for, by its kind.
    pub(super) const REST: usize = RANK + 6 * 12 * 2;
    pub(super) const ALL: usize = REST + 4;
}

/// How many cells there are.
pub(crate) const CELLS: usize = at::ALL;

/// A cell: from a base, by values that are each below a bound.
fn cell<const N: usize>(base: usize, values: [(usize, usize); N]) -> usize {
    let place = values.iter().fold(0_usize, |place, (value, bound)| {
        place.wrapping_mul(*bound).wrapping_add((*value).min(bound.wrapping_sub(1)))
    });
    base.wrapping_add(place)
}

/// The kinds of target: none, one of the same state's, a new one, one told before; and no target yet.
const DEAD: usize = 0;
const LOCAL: usize = 1;
const NEW: usize = 2;
const REF: usize = 3;
const NONE: usize = 4;

/// The first symbol of each kind, and of none beyond the last. Those within a kind count others of the same state back, or how
/// much lower than it might be the target is; the last one stands for all that is more.
const FIRST: [usize; 5] = [0, 1, 4, 9, SYMBOLS];

/// How many bits the height of a machine takes.
const HEIGHT_BITS: u32 = 5;
/// More than any machine's height.
const HEIGHTS: usize = 1 << HEIGHT_BITS;

struct Walk<'a, S> {
    side: &'a mut S,
    states: Vec<State>,
    /// The greatest answer so far.
    greatest: u16,
    /// States by height, the latest used last.
    recent: [Vec<u16>; HEIGHTS],
    /// How far back the last one was looked for, by height.
    ranks: [u8; HEIGHTS],
}

/// Walks a machine from a state, of which the reader knows nothing.
pub(crate) fn walk<S: Side>(side: &mut S, root: S::State) -> Vec<State> {
    let height = side.bits(HEIGHT_BITS, side.height(root));
    let mut walk = Walk {
        side,
        states: vec![State::DEAD],
        greatest: 0,
        recent: [const { Vec::new() }; HEIGHTS],
        ranks: [0; HEIGHTS],
    };
    if height > 0 {
        walk.state(root, Way { height, answered: false, straight: false });
    }
    walk.states
}

/// How a state was come to.
#[derive(Clone, Copy)]
struct Way {
    height: usize,
    /// Whether the state before has an answer.
    answered: bool,
    /// Whether the state before leads here by every digit.
    straight: bool,
}

/// The digits of a state that were told so far.
struct Told {
    /// Distinct living targets, the latest used first.
    targets: [u16; 10],
    /// How many there are.
    count: usize,
    kind: usize,
    /// How much lower than it might be the target before is.
    lower: usize,
}

impl Told {
    /// How many targets the next digit may go back to: all but that of the digit before, which stands first.
    fn skipped(&self) -> usize {
        usize::from(self.count > 0 && self.kind != DEAD)
    }

    /// Puts a target to the front, over those up to its place.
    fn first(&mut self, place: usize, target: u16) {
        let mut moving = target;
        for slot in self.targets.iter_mut().take(place.wrapping_add(1)) {
            core::mem::swap(slot, &mut moving);
        }
    }
}

impl<S: Side> Walk<'_, S> {
    /// A number from 0: up to 5 by a symbol, else how many bits it has and those behind the first.
    fn number(&mut self, cell: usize, hint: usize) -> usize {
        let shifted = hint.wrapping_add(2);
        let bits = shifted.checked_ilog2().unwrap_or(0);
        let symbol = if hint < 6 { hint } else { (bits as usize).wrapping_add(3) };
        let symbol = self.side.symbol(cell, symbol);
        if symbol < 6 {
            return symbol;
        }
        let bits = (symbol as u32).wrapping_sub(3);
        let top = 1_usize << bits;
        (top | self.side.bits(bits, shifted & top.wrapping_sub(1))).wrapping_sub(2)
    }

    /// A state and all that hangs on it; its number.
    fn state(&mut self, state: S::State, way: Way) -> u16 {
        let number = self.states.len() as u16;
        self.side.tell(state, number);
        let answer = self.answer(state, way);
        // A leaf: an answer, and none behind it.
        self.states.push(State { answer, tail: answer, ends: 1, ..State::DEAD });
        if way.height > 1 {
            self.digits(state, number, answer != 0, way);
            self.tail(number);
        }
        if let Some(recent) = self.recent.get_mut(way.height) {
            recent.push(number);
        }
        number
    }

    /// Notes what counts from a state on, all behind it being known.
    fn tail(&mut self, number: u16) {
        let Some(mut state) = self.at(number) else { return };
        let next = state.next.first().and_then(|next| self.at(*next)).unwrap_or(State::DEAD);
        let alike = state.answer == 0 || state.answer == next.tail;
        (state.tail, state.ends) = if alike && self.is_straight(number) {
            (next.tail, next.ends << 1 | u32::from(state.answer != 0))
        } else {
            (0, 0)
        };
        if let Some(noted) = self.states.get_mut(usize::from(number)) {
            *noted = state;
        }
    }

    fn at(&self, number: u16) -> Option<State> {
        self.states.get(usize::from(number)).copied()
    }

    /// A state's answer: none, one more than the greatest so far, or another.
    fn answer(&mut self, state: S::State, way: Way) -> u16 {
        let next = self.greatest.wrapping_add(1);
        let hint = match self.side.output(state) {
            0 => 0,
            answer if answer == next => 1,
            answer => answer.wrapping_add(1),
        };
        let like = [(way.height, 16), (way.answered.into(), 2), (way.straight.into(), 2)];
        let answer = match self.number(cell(at::ANSWER, like), hint.into()) as u16 {
            0 => 0,
            1 => next,
            said => said.wrapping_sub(1),
        };
        self.greatest = self.greatest.max(answer);
        answer
    }

    fn digits(&mut self, state: S::State, number: u16, answered: bool, way: Way) {
        let mut told = Told { targets: [0; 10], count: 0, kind: NONE, lower: 0 };
        let mut digit = 0_usize;
        while digit < DIGITS {
            let there = self.side.next(state, digit);
            let hint = self.side.told(there);
            let lower = way.height.wrapping_sub(1).wrapping_sub(self.side.height(there));
            let (kind, part) = self.target(hint, lower, &told, way);
            let place = match kind {
                LOCAL => told.skipped().wrapping_add(part),
                _ => told.count,
            };
            let height = way.height.saturating_sub(part).saturating_sub(1).max(1);
            let known = match kind {
                DEAD => Some(0),
                LOCAL => told.targets.get(place).copied(),
                REF => Some(self.told_before(hint, height, place == 0)),
                _ => None,
            };
            let more = self.run(state, digit, known, way);
            let straight = digit == 0 && more == 9;
            let target =
                known.unwrap_or_else(|| self.state(there, Way { height, answered, straight }));
            let next = self.states.get_mut(usize::from(number)).map(|state| &mut state.next);
            let run = next.and_then(|next| next.get_mut(digit..=digit.wrapping_add(more)));
            run.unwrap_or_default().fill(target);
            if kind != DEAD {
                told.count = told.count.max(place.wrapping_add(1));
                told.first(place, target);
            }
            told.kind = kind;
            told.lower = if matches!(kind, NEW | REF) { part } else { 0 };
            digit = digit.wrapping_add(more).wrapping_add(1);
        }
    }

    /// How many digits more lead to the same target, of which the reader knows the shape if it was told before.
    fn run(&mut self, state: S::State, digit: usize, known: Option<u16>, way: Way) -> usize {
        if digit == 9 {
            return 0;
        }
        let there = self.side.next(state, digit);
        let next = digit.wrapping_add(1)..DIGITS;
        let hint = next.take_while(|next| self.side.next(state, *next) == there).count();
        let shape = match known {
            None => 0,
            Some(0) => 1,
            Some(known) if self.is_straight(known) => 2,
            _ => 3,
        };
        let like = [(digit, 9), (shape, 4), (way.straight.into(), 2)];
        self.side.symbol(cell(at::RUN, like), hint)
    }

    /// Whether all digits of a state that was told lead the same way.
    fn is_straight(&self, number: u16) -> bool {
        let next = self.at(number).unwrap_or(State::DEAD).next;
        next.windows(2).all(|pair| pair.first() == pair.last())
    }

    /// The kind of a target, and which of its kind: how far back among those of the same state, or how much lower than it might be.
    fn target(&mut self, hint: Option<u16>, lower: usize, told: &Told, way: Way) -> (usize, usize) {
        let others = told.targets.iter().take(told.count).skip(told.skipped());
        let (kind, part) = match (hint, others.into_iter().position(|it| Some(*it) == hint)) {
            (Some(0), _) => (DEAD, 0),
            (_, Some(place)) => (LOCAL, place),
            (Some(_), None) => (REF, lower),
            (None, None) => (NEW, lower),
        };
        let like = [
            (told.kind, 5),
            (told.lower, 3),
            (told.count, 4),
            (way.straight.into(), 2),
            (way.height, 11),
        ];
        let bounds = |kind: usize| {
            let bound = |kind: usize| FIRST.get(kind).copied().unwrap_or(SYMBOLS);
            (bound(kind), bound(kind.wrapping_add(1)).wrapping_sub(1))
        };
        let (first, last) = bounds(kind);
        let hint = first.wrapping_add(part).min(last);
        let symbol = self.side.symbol(cell(at::TARGET, like), hint);
        let kind = FIRST.iter().skip(1).take_while(|first| **first <= symbol).count();
        let (first, last) = bounds(kind);
        let room = last.wrapping_sub(first);
        let mut read = symbol.wrapping_sub(first);
        if symbol == last && kind != DEAD {
            let rest = part.wrapping_sub(room);
            read = room.wrapping_add(self.number(cell(at::REST, [(kind, 4)]), rest));
        }
        (kind, read)
    }

    /// A state told before, by how lately it was used among those of its height.
    fn told_before(&mut self, hint: Option<u16>, height: usize, first: bool) -> u16 {
        let recent = self.recent.get(height).map_or(&[][..], Vec::as_slice);
        let known = hint.and_then(|hint| recent.iter().rev().position(|number| *number == hint));
        let last = self.ranks.get(height).copied().unwrap_or(0);
        let like = [(last.into(), 6), (recent.len(), 12), (first.into(), 2)];
        let rank = self.number(cell(at::RANK, like), known.unwrap_or(0)).wrapping_add(1);
        if let Some(last) = self.ranks.get_mut(height) {
            *last = rank.checked_ilog2().unwrap_or(0) as u8;
        }
        let recent = self.recent.get_mut(height).map_or(&mut [][..], Vec::as_mut_slice);
        let used = recent.len().checked_sub(rank).and_then(|place| recent.get_mut(place..));
        let used = used.unwrap_or_default();
        let number = used.first().copied().unwrap_or(0);
        let mut moving = number;
        for place in used.iter_mut().rev() {
            core::mem::swap(place, &mut moving);
        }
        number
    }
}

/// Reads one machine.
#[inline(never)]
pub(crate) fn read(reader: &mut Reader<'_>) -> Vec<State> {
    walk(reader, ())
}

impl Side for Reader<'_> {
    type State = ();

    // One function for all kinds of decisions: each of its own would have to be compiled by who runs it.
    #[inline(never)]
    fn symbol(&mut self, cell: usize, _: usize) -> usize {
        Reader::symbol(self, cell)
    }

    fn bits(&mut self, count: u32, _: usize) -> usize {
        Reader::bits(self, count)
    }

    fn output(&self, (): ()) -> u16 {
        0
    }

    fn height(&self, (): ()) -> usize {
        0
    }

    fn next(&self, (): (), _: usize) {}

    fn told(&self, (): ()) -> Option<u16> {
        None
    }

    fn tell(&mut self, (): (), _: u16) {}
}
