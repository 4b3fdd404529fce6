//! How a machine of digits is written down: one walk from its root, every decision on the way an arithmetic-coded bit whose
//! chance is learned as the walk goes. The walk is written once for both ways: the generator's side knows the machine and
//! writes it, the reader's side knows nothing and learns it.
//!
//! A state is told by its answer and, digit by digit, whether it goes where the digit before went, nowhere, where an earlier
//! digit of the same state went, to a state told before, or to a new one. A state told before is found by its height (how
//! many digits it is from the end at most) and by how lately it was used.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of states, heights and answers fit by the generator's doing, which reads back what it writes"
)]

use alloc::{vec, vec::Vec};

/// The machine as a table: a row of ten a state, row 0 the dead state.
#[derive(Debug)]
pub(crate) struct Table {
    /// Where each digit leads, ten a state.
    pub(crate) next: Vec<u16>,
    /// The states' answers, 0 for none.
    pub(crate) outputs: Vec<u16>,
}

/// One side of the walk. The reader has no states: what it says of them is not looked at.
pub(crate) trait Side {
    /// A state as this side knows it.
    type State: Copy;
    /// Writes the bit, or reads one and lets the hint be.
    fn bit(&mut self, chance: Chance, hint: bool) -> bool;
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

/// How likely a bit is set, and how often it was seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chance {
    set: u16,
    seen: u8,
}

/// How many times a bit is seen before its chance stops settling.
const SETTLED: u8 = 62;
/// How near a chance may come to 0 and 1, in 65,536ths.
const MARGIN: i32 = 24;

impl Chance {
    const EVEN: Self = Self { set: 1 << 15, seen: 0 };

    /// The part of a range that a set bit takes: never nothing and never all, as `learn` keeps off both ends.
    pub(crate) const fn part(self, range: u64) -> u64 {
        (range >> 16).wrapping_mul(self.set as u64)
    }

    fn learn(&mut self, bit: bool, rates: &[u16; 64]) {
        self.seen = self.seen.wrapping_add(u8::from(self.seen < SETTLED));
        let rate = i32::from(rates.get(usize::from(self.seen)).copied().unwrap_or(0));
        // Masks and shifts, not branches: which way a bit goes is what a processor cannot guess.
        let set_mask = 0_i32.wrapping_sub(i32::from(bit));
        let aim = MARGIN ^ (set_mask & (MARGIN ^ (0xffff ^ MARGIN)));
        let now = i32::from(self.set);
        self.set = now.wrapping_add(aim.wrapping_sub(now).wrapping_mul(rate) >> 15) as u16;
    }
}

/// Where each kind of decision keeps its chances.
mod at {
    /// The chances of a number: 16 for its length, 4 for the bits behind its first.
    pub(super) const NUMBER: usize = 20;
    pub(super) const ANSWERS: usize = 0;
    pub(super) const ANSWER: usize = ANSWERS + 8;
    pub(super) const SAME: usize = ANSWER + NUMBER;
    pub(super) const DEAD: usize = SAME + 16 * 2 * 5 * 8;
    pub(super) const LOCAL: usize = DEAD + 7 * 5 * 2 * 4;
    pub(super) const WHICH: usize = LOCAL + 16 * 5 * 5;
    pub(super) const NEW: usize = WHICH + 5;
    pub(super) const DROP: usize = NEW + 16 * 5;
    pub(super) const RANK: usize = DROP + 16 * 8 * 8 * 2;
    pub(super) const ALL: usize = RANK + 4 * 2 * NUMBER;
}

/// A place among the chances: from a base, by values that are each below a bound.
fn cell<const N: usize>(base: usize, values: [(usize, usize); N]) -> usize {
    let place = values.iter().fold(0_usize, |place, (value, bound)| {
        place.wrapping_mul(*bound).wrapping_add((*value).min(bound.wrapping_sub(1)))
    });
    base.wrapping_add(place)
}

/// What a digit did that did not go where the one before went.
const DEAD: usize = 0;
const LOCAL: usize = 1;
const NEW: usize = 2;
const REF: usize = 3;
/// No digit yet.
const NONE: usize = 4;
/// What a digit did that went where the one before went, and what is not known.
const SAME_DEAD: u8 = 4;
const SAME_ALIVE: u8 = 5;
const UNSEEN: u8 = 6;

/// The most digits in a row any machine takes, and so the depth of the walk.
const DEPTH: usize = 32;

struct Walk<S> {
    side: S,
    chances: Vec<Chance>,
    rates: [u16; 64],
    table: Table,
    heights: Vec<u8>,
    /// States by height, the latest used last.
    recent: [Vec<u16>; DEPTH],
    /// How far back the last one was looked for, by height.
    ranks: [u8; DEPTH],
    /// What the digits of the last state at each depth did.
    before: [[u8; 10]; DEPTH],
}

/// Walks a machine from a state of the given height.
pub(crate) fn walk<S: Side>(side: S, root: S::State, height: usize) -> (Table, S) {
    let mut rates = [0; 64];
    for (seen, rate) in (1_u16..).zip(rates.iter_mut().skip(1)) {
        // 32,768 / (seen + 0.6)
        *rate = 327_680_u32
            .checked_div(u32::from(seen).wrapping_mul(10).wrapping_add(6))
            .unwrap_or(0) as u16;
    }
    let mut walk = Walk {
        side,
        chances: vec![Chance::EVEN; at::ALL],
        rates,
        table: Table { next: vec![0; 10], outputs: vec![0] },
        heights: vec![0],
        recent: [const { Vec::new() }; DEPTH],
        ranks: [0; DEPTH],
        before: [[UNSEEN; 10]; DEPTH],
    };
    walk.state(root, height, 0);
    (walk.table, walk.side)
}

/// The digits of a state that were told so far.
struct Told {
    height: usize,
    depth: usize,
    next: [u16; 10],
    did: [u8; 10],
    /// Distinct living targets, the latest used first.
    targets: [u16; 10],
    /// How many there are.
    count: usize,
    /// Where the digit before went.
    last: u16,
    /// How many times the target changed.
    changes: usize,
    any_dead: bool,
    kind: usize,
    kind_before: usize,
    same: bool,
}

impl Told {
    fn targets(&self) -> &[u16] {
        self.targets.get(..self.count).unwrap_or(&[])
    }

    /// Puts a target to the front, over those up to its place.
    fn first(&mut self, place: usize, target: u16) {
        if let Some(moved) = self.targets.get_mut(..=place) {
            moved.rotate_right(1);
            if let Some(first) = moved.first_mut() {
                *first = target;
            }
        }
    }

    fn note(&mut self, digit: usize, target: u16, did: u8) {
        if let (Some(next), Some(now)) = (self.next.get_mut(digit), self.did.get_mut(digit)) {
            *next = target;
            *now = did;
        }
    }
}

impl<S: Side> Walk<S> {
    fn bit(&mut self, context: usize, hint: bool) -> bool {
        let Some(chance) = self.chances.get_mut(context) else { return false };
        let bit = self.side.bit(*chance, hint);
        chance.learn(bit, &self.rates);
        bit
    }

    /// A number from 0: how many bits it has + 1 in unary, then the bits behind the first.
    fn number(&mut self, context: usize, hint: usize) -> usize {
        let hint = hint.wrapping_add(1);
        let length = hint.checked_ilog2().unwrap_or(0) as usize;
        let mut bits = 0_usize;
        while bits < 15 && self.bit(context.wrapping_add(bits), bits < length) {
            bits = bits.wrapping_add(1);
        }
        let mut number = 1_usize;
        for left in (0..bits).rev() {
            let behind = if number < 4 { number } else { 0 };
            let bit =
                self.bit(context.wrapping_add(16).wrapping_add(behind), hint >> left & 1 == 1);
            number = number << 1 | usize::from(bit);
        }
        number.wrapping_sub(1)
    }

    /// A state and all that hangs on it; its number.
    fn state(&mut self, state: S::State, height: usize, depth: usize) -> u16 {
        let number = self.heights.len() as u16;
        self.side.tell(state, number);
        self.heights.push(height as u8);
        self.table.next.extend([0; 10]);
        let answer = self.side.output(state);
        let answers = self.bit(cell(at::ANSWERS, [(height, 8)]), answer > 0);
        let answer = if answers {
            self.number(at::ANSWER, usize::from(answer.wrapping_sub(1))).wrapping_add(1) as u16
        } else {
            0
        };
        self.table.outputs.push(answer);
        if height > 1 {
            let next = self.digits(state, height, depth);
            let row = usize::from(number).wrapping_mul(10);
            if let Some(row) = self.table.next.get_mut(row..row.wrapping_add(10)) {
                row.copy_from_slice(&next);
            }
        }
        if let Some(recent) = self.recent.get_mut(height) {
            recent.push(number);
        }
        number
    }

    fn digits(&mut self, state: S::State, height: usize, depth: usize) -> [u16; 10] {
        let before = self.before.get(depth).copied().unwrap_or([UNSEEN; 10]);
        let mut told = Told {
            height,
            depth,
            next: [0; 10],
            did: [UNSEEN; 10],
            targets: [0; 10],
            count: 0,
            last: 0,
            changes: 0,
            any_dead: false,
            kind: NONE,
            kind_before: NONE,
            same: false,
        };
        for (digit, before) in before.into_iter().enumerate() {
            let there = self.side.next(state, digit);
            let hint = self.side.told(there);
            if digit > 0 {
                let context =
                    [(depth, 16), (usize::from(told.same), 2), (told.kind, 5), (told.changes, 8)];
                if self.bit(cell(at::SAME, context), hint == Some(told.last)) {
                    told.same = true;
                    let did = if told.last == 0 { SAME_DEAD } else { SAME_ALIVE };
                    told.note(digit, told.last, did);
                    continue;
                }
            }
            let (target, kind) = self.target(there, hint, digit == 0, before, &mut told);
            told.note(digit, target, kind as u8);
            told.same = false;
            told.last = target;
            told.changes = told.changes.wrapping_add(1);
            told.kind_before = told.kind;
            told.kind = kind;
            told.any_dead |= kind == DEAD;
        }
        if let Some(before) = self.before.get_mut(depth) {
            *before = told.did;
        }
        told.next
    }

    /// The target of a digit that does not go where the one before went, and what kind of target it is.
    fn target(
        &mut self,
        there: S::State,
        hint: Option<u16>,
        first: bool,
        before: u8,
        told: &mut Told,
    ) -> (u16, usize) {
        if first || told.last != 0 {
            let tallest = told.targets().iter().map(|target| self.height(*target)).max();
            let gap =
                tallest.map_or(0, |tallest| told.height.wrapping_sub(1).wrapping_sub(tallest));
            let context = [
                (usize::from(before), 7),
                (told.count, 5),
                (usize::from(told.any_dead), 2),
                (gap, 4),
            ];
            if self.bit(cell(at::DEAD, context), hint == Some(0)) {
                return (0, DEAD);
            }
        }
        if let Some(target) = self.local(hint, told) {
            return (target, LOCAL);
        }
        let is_new = self.bit(cell(at::NEW, [(told.depth, 16), (told.count, 5)]), hint.is_none());
        let latest = told.targets().first();
        let gap = latest.map_or(7, |target| {
            told.height.wrapping_sub(1).wrapping_sub(self.height(*target)).min(6)
        });
        let want = told.height.wrapping_sub(1).wrapping_sub(self.side.height(there));
        let mut height = told.height.wrapping_sub(1);
        let mut drop = 0;
        while height > 1 {
            let context = [(told.height, 16), (gap, 8), (drop, 8), (usize::from(is_new), 2)];
            if !self.bit(cell(at::DROP, context), drop < want) {
                break;
            }
            drop = drop.wrapping_add(1);
            height = height.wrapping_sub(1);
        }
        let target = if is_new {
            self.state(there, height, told.depth.wrapping_add(1))
        } else {
            self.told_before(hint, height, told.count == 0)
        };
        told.first(told.count, target);
        told.count = told.count.wrapping_add(1);
        (target, if is_new { NEW } else { REF })
    }

    /// A target an earlier digit of the same state has, other than that of the digit before.
    fn local(&mut self, hint: Option<u16>, told: &mut Told) -> Option<u16> {
        let mut others = told.targets().iter().filter(|target| **target != told.last).count();
        let found = hint.is_some_and(|hint| told.targets().contains(&hint));
        let context = [(told.depth, 16), (told.kind_before, 5), (told.count, 5)];
        if others == 0 || !self.bit(cell(at::LOCAL, context), found) {
            return None;
        }
        for place in 0..told.count {
            let target = told.targets.get(place).copied()?;
            if target == told.last {
                continue;
            }
            others = others.wrapping_sub(1);
            let context = cell(at::WHICH, [(told.kind_before, 5)]);
            if others == 0 || !self.bit(context, hint != Some(target)) {
                told.first(place, target);
                return Some(target);
            }
        }
        None
    }

    /// A state told before, by how lately it was used among those of its height.
    fn told_before(&mut self, hint: Option<u16>, height: usize, first: bool) -> u16 {
        let known = hint.and_then(|hint| {
            self.recent.get(height)?.iter().rev().position(|number| *number == hint)
        });
        let rank = self.ranks.get(height).copied().unwrap_or(0);
        let context =
            cell(at::RANK, [(usize::from(rank), 4), (usize::from(first), 2), (0, at::NUMBER)]);
        let rank = self.number(context, known.unwrap_or(0)).wrapping_add(1);
        if let Some(last) = self.ranks.get_mut(height) {
            *last = rank.checked_ilog2().unwrap_or(0).min(3) as u8;
        }
        let Some(recent) = self.recent.get_mut(height) else { return 0 };
        let Some(place) = recent.len().checked_sub(rank) else { return 0 };
        let number = recent.remove(place);
        recent.push(number);
        number
    }

    fn height(&self, number: u16) -> usize {
        self.heights.get(usize::from(number)).copied().map_or(0, usize::from)
    }
}

/// The reader's side.
struct Reader<'a> {
    bytes: core::slice::Iter<'a, u8>,
    range: u64,
    code: u64,
}

/// Reads a machine: its root's height, then the coded walk.
pub(crate) fn read(bytes: &[u8]) -> Table {
    let mut reader = Reader { bytes: bytes.iter(), range: u64::MAX, code: 0 };
    let height = usize::from(reader.byte());
    reader.refill();
    reader.refill();
    walk(reader, (), height).0
}

impl Reader<'_> {
    /// The next byte; zeros stand behind the last.
    fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or(0)
    }

    fn refill(&mut self) {
        for _ in 0..4 {
            self.code = self.code << 8 | u64::from(self.byte());
        }
    }
}

impl Side for Reader<'_> {
    type State = ();

    fn bit(&mut self, chance: Chance, _: bool) -> bool {
        let part = chance.part(self.range);
        let set = self.code < part;
        // Masks, not branches, as in `learn`.
        let unset = u64::from(set).wrapping_sub(1);
        self.code = self.code.wrapping_sub(part & unset);
        self.range = part ^ (unset & (part ^ self.range.wrapping_sub(part)));
        if self.range < 1 << 32 {
            self.range <<= 32;
            self.refill();
        }
        set
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
