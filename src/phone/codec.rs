//! How a machine of digits is written down: one walk from its root, each decision on the way a symbol of sixteen, coded by how
//! often it comes where the decision is like this one (`symbols`). The walk is written once for both ways: the generator's side
//! knows the machine and writes it, the reader's side knows nothing and learns it.
//!
//! A state is told by its answer and then by runs of digits that lead the same way: where to, and how many. A target is no state,
//! one an earlier digit of the same state has, a new one, or one told before. That is found by its height (how many digits it is
//! from the end at most) and by how lately it was used.
#![expect(
    clippy::cast_possible_truncation,
    reason = "numbers of states, heights and answers fit by the generator's doing, which reads back what it writes"
)]

use alloc::{vec, vec::Vec};

use super::symbols::{Reader, SYMBOLS};

/// The machine as a table: a row of ten a state, row 0 the dead state.
#[derive(Debug)]
pub(crate) struct Table {
    /// Where each digit leads, ten a state: the place of a row.
    pub(crate) next: Vec<u16>,
    /// The states' answers, 0 for none.
    pub(crate) outputs: Vec<u16>,
}

/// How many digits a row is for. The generator sees to it that the last row's place fits.
pub(crate) const ROW: u16 = 10;

/// One side of the walk. The reader has no states: what it says of them is not looked at.
pub(crate) trait Side {
    /// A state as this side knows it.
    type State: Copy;
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
    /// By height.
    pub(super) const ANSWER: usize = 0;
    /// By height, depth, distinct targets so far, the kind of the one before, and whether any digit led nowhere.
    pub(super) const TARGET: usize = ANSWER + 8;
    /// By first digit, kind of target, depth.
    pub(super) const RUN: usize = TARGET + 11 * 6 * 3 * 5 * 2;
    /// By how far back the last one was looked for, and whether it is the first target.
    pub(super) const RANK: usize = RUN + 9 * 4 * 4;
    /// What a target's symbol has no room for, by its kind.
    pub(super) const REST: usize = RANK + 6 * 2;
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

/// More than any machine's height.
const HEIGHTS: usize = 32;

struct Walk<S> {
    side: S,
    table: Table,
    /// The greatest answer so far.
    greatest: u16,
    /// States by height, the latest used last.
    recent: Vec<Vec<u16>>,
    /// How far back the last one was looked for, by height.
    ranks: [u8; HEIGHTS],
}

/// Walks a machine of so many states, the dead one among them, from a state of the given height.
pub(crate) fn walk<S: Side>(side: S, root: S::State, height: usize, states: usize) -> (Table, S) {
    let mut walk = Walk {
        side,
        table: Table {
            next: vec![0; states.wrapping_mul(usize::from(ROW))],
            outputs: Vec::with_capacity(states),
        },
        greatest: 0,
        recent: vec![Vec::new(); HEIGHTS],
        ranks: [0; HEIGHTS],
    };
    walk.table.outputs.push(0);
    walk.state(root, height, 0);
    (walk.table, walk.side)
}

/// The digits of a state that were told so far.
struct Told {
    height: usize,
    depth: usize,
    /// Distinct living targets, the latest used first.
    targets: [u16; 10],
    /// How many there are.
    count: usize,
    any_dead: bool,
    kind: usize,
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

impl<S: Side> Walk<S> {
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
    fn state(&mut self, state: S::State, height: usize, depth: usize) -> u16 {
        let number = self.table.outputs.len() as u16;
        self.side.tell(state, number);
        let answer = self.answer(state, height);
        self.table.outputs.push(answer);
        if height > 1 {
            self.digits(state, number, height, depth);
        }
        if let Some(recent) = self.recent.get_mut(height) {
            recent.push(number);
        }
        number
    }

    /// A state's answer: none, one more than the greatest so far, or another.
    fn answer(&mut self, state: S::State, height: usize) -> u16 {
        let next = self.greatest.wrapping_add(1);
        let hint = match self.side.output(state) {
            0 => 0,
            answer if answer == next => 1,
            answer => answer.wrapping_add(1),
        };
        let answer = match self.number(cell(at::ANSWER, [(height, 8)]), hint.into()) as u16 {
            0 => 0,
            1 => next,
            said => said.wrapping_sub(1),
        };
        self.greatest = self.greatest.max(answer);
        answer
    }

    fn digits(&mut self, state: S::State, number: u16, height: usize, depth: usize) {
        let mut told =
            Told { height, depth, targets: [0; 10], count: 0, any_dead: false, kind: NONE };
        let row = usize::from(number).wrapping_mul(ROW.into());
        let mut digit = 0_usize;
        while digit < usize::from(ROW) {
            let there = self.side.next(state, digit);
            let hint = self.side.told(there);
            let (target, kind) = self.target(there, hint, &mut told);
            let alike = || {
                let next = digit.wrapping_add(1)..usize::from(ROW);
                next.take_while(|next| self.side.told(self.side.next(state, *next)) == Some(target))
            };
            let more = if digit == 9 {
                0
            } else {
                let hint = alike().count();
                let like = [(digit, 9), (kind, 4), (depth >> 1, 4)];
                self.side.symbol(cell(at::RUN, like), hint)
            };
            let from = row.wrapping_add(digit);
            let run = self.table.next.get_mut(from..=from.wrapping_add(more));
            run.unwrap_or_default().fill(target.wrapping_mul(ROW));
            told.kind = kind;
            told.any_dead |= kind == DEAD;
            digit = digit.wrapping_add(more).wrapping_add(1);
        }
    }

    /// Where a run of digits leads, and what kind of target that is.
    fn target(&mut self, there: S::State, hint: Option<u16>, told: &mut Told) -> (u16, usize) {
        let skipped = told.skipped();
        let others = told.targets.iter().take(told.count).skip(skipped);
        let (kind, part) = match (hint, others.into_iter().position(|it| Some(*it) == hint)) {
            (Some(0), _) => (DEAD, 0),
            (_, Some(place)) => (LOCAL, place),
            (known, None) => {
                let lower = told.height.wrapping_sub(1).wrapping_sub(self.side.height(there));
                (if known.is_some() { REF } else { NEW }, lower)
            }
        };
        let (kind, part) = self.kind(kind, part, told);
        let (place, target) = match kind {
            DEAD => return (0, DEAD),
            LOCAL => {
                let place = skipped.wrapping_add(part);
                (place, told.targets.get(place).copied().unwrap_or(0))
            }
            _ => {
                let height = told.height.saturating_sub(part).saturating_sub(1).max(1);
                let place = told.count;
                told.count = place.wrapping_add(1);
                let target = if kind == NEW {
                    self.state(there, height, told.depth.wrapping_add(1))
                } else {
                    self.told_before(hint, height, place == 0)
                };
                (place, target)
            }
        };
        told.first(place, target);
        (target, kind)
    }

    /// The kind of a target, and which of its kind.
    fn kind(&mut self, kind: usize, part: usize, told: &Told) -> (usize, usize) {
        let like = [
            (told.height, 11),
            (told.depth >> 1, 6),
            (told.count, 3),
            (told.kind, 5),
            (usize::from(told.any_dead), 2),
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
        let known = hint.and_then(|hint| {
            self.recent.get(height)?.iter().rev().position(|number| *number == hint)
        });
        let rank = self.ranks.get(height).copied().unwrap_or(0);
        let like = cell(at::RANK, [(usize::from(rank), 6), (usize::from(first), 2)]);
        let rank = self.number(like, known.unwrap_or(0)).wrapping_add(1);
        if let Some(last) = self.ranks.get_mut(height) {
            *last = rank.checked_ilog2().unwrap_or(0) as u8;
        }
        let Some(recent) = self.recent.get_mut(height) else { return 0 };
        let Some(place) = recent.len().checked_sub(rank) else { return 0 };
        let number = recent.remove(place);
        recent.push(number);
        number
    }
}

/// Reads a machine: its root's height, how many states it has, then the coded walk.
pub(crate) fn read(model: &[u8], bytes: &[u8]) -> Table {
    let (head, coded) = bytes.split_first_chunk().unwrap_or((&[0; 3], &[]));
    let &[height, low, high] = head;
    let states = u16::from_le_bytes([low, high]);
    walk(Reader::new(model, CELLS, coded), (), height.into(), states.into()).0
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
