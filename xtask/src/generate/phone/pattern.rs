//! The pattern subset the metadata is written in: digits, classes, `\d`, groups, `|`, `?`, `{n}`, `{n,m}` and a `$` at the
//! end of a branch. A pattern becomes a small machine (Pike's instructions) whose threads keep the order of preference, so
//! that prefixes match exactly as a backtracking engine matches them.

mod reader;

use anyhow::ensure;
use reader::Reader;

/// An instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    /// A digit out of a set (bit `d` = digit `d`).
    Digit(u16),
    /// Go on at both places, the first preferred.
    Split(usize, usize),
    /// Go on elsewhere.
    Jump(usize),
    /// Note where a group starts (even) or ends (odd).
    Save(usize),
    /// Nothing may follow.
    End,
    /// A match.
    Match,
}

/// A pattern, compiled.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    ops: Vec<Op>,
    /// How many groups it captures.
    pub(crate) groups: usize,
}

enum Node {
    Digit(u16),
    Concat(Vec<Node>),
    Either(Vec<Node>),
    Repeat(Box<Node>, usize, usize),
    Group(usize, Box<Node>),
    End,
}

/// A thread: where it goes on, and where its groups start and end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Thread {
    at: usize,
    saves: Vec<Option<u8>>,
}

impl Thread {
    /// Drops the groups.
    pub(crate) fn forget(&mut self) {
        self.saves.iter_mut().for_each(|save| *save = None);
    }
}

/// What a step of the machine leaves behind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Step {
    /// Threads that wait for a digit, the preferred first.
    pub(crate) waiting: Vec<Thread>,
    /// The groups of the match that stands here whatever follows.
    pub(crate) matched: Option<Vec<Option<u8>>>,
    /// The groups of the match that stands here if nothing follows.
    pub(crate) matched_at_end: Option<Vec<Option<u8>>>,
    hides: bool,
}

impl Step {
    /// A step that leads nowhere.
    pub(crate) fn nothing() -> Self {
        Self { hides: true, ..Self::default() }
    }

    /// The same of [`Pattern::step_of_any`].
    pub(crate) fn nothing_of_any() -> Self {
        Self::default()
    }

    fn hidden(&self) -> bool {
        self.hides && self.matched.is_some()
    }
}

impl Pattern {
    /// Compiles a pattern; anything outside the subset is an error.
    pub(crate) fn new(text: &str) -> anyhow::Result<Self> {
        let mut reader = Reader { rest: text.as_bytes(), groups: 0 };
        let node = reader.either()?;
        ensure!(reader.rest.is_empty(), "unbalanced ) in {text}");
        let mut ops = Vec::new();
        emit(&node, &mut ops);
        ops.push(Op::Match);
        Ok(Self { ops, groups: reader.groups })
    }

    /// The machine before the first digit.
    pub(crate) fn start(&self) -> Step {
        let mut step = Step { hides: true, ..Step::default() };
        let mut seen = vec![false; self.ops.len()];
        let thread = Thread { at: 0, saves: vec![None; self.groups * 2] };
        self.follow(thread, 0, &mut seen, &mut step);
        step
    }

    /// The machine one digit on, `depth` being the number of digits read with it. A match hides what is less preferred.
    pub(crate) fn step(&self, before: &Step, digit: usize, depth: u8) -> Step {
        self.advance(before, digit, depth, true)
    }

    /// The machine one digit on, keeping every way to a match.
    pub(crate) fn step_of_any(&self, before: &Step, digit: usize, depth: u8) -> Step {
        self.advance(before, digit, depth, false)
    }

    fn advance(&self, before: &Step, digit: usize, depth: u8, prefer: bool) -> Step {
        let mut step = Step { hides: prefer, ..Step::default() };
        let mut seen = vec![false; self.ops.len()];
        for thread in &before.waiting {
            if let Op::Digit(set) = self.ops[thread.at]
                && set >> digit & 1 == 1
            {
                let next = Thread { at: thread.at + 1, saves: thread.saves.clone() };
                self.follow(next, depth, &mut seen, &mut step);
            }
            if step.hidden() {
                break; // What is less preferred than a match is never looked at.
            }
        }
        step
    }

    fn follow(&self, mut thread: Thread, depth: u8, seen: &mut [bool], step: &mut Step) {
        if step.hidden() || std::mem::replace(&mut seen[thread.at], true) {
            return;
        }
        match self.ops[thread.at] {
            Op::Digit(_) => step.waiting.push(thread),
            Op::Split(first, second) => {
                let other = Thread { at: second, saves: thread.saves.clone() };
                thread.at = first;
                self.follow(thread, depth, seen, step);
                self.follow(other, depth, seen, step);
            }
            Op::Jump(to) => {
                thread.at = to;
                self.follow(thread, depth, seen, step);
            }
            Op::Save(slot) => {
                thread.saves[slot] = Some(depth);
                thread.at += 1;
                self.follow(thread, depth, seen, step);
            }
            // `$` stands at the end of a branch only (the reader sees to it), so what follows it is the match.
            Op::End => {
                step.matched_at_end.get_or_insert(thread.saves);
            }
            Op::Match => {
                step.matched.get_or_insert(thread.saves);
            }
        }
    }
}

fn emit(node: &Node, ops: &mut Vec<Op>) {
    match node {
        Node::Digit(set) => ops.push(Op::Digit(*set)),
        Node::End => ops.push(Op::End),
        Node::Concat(nodes) => nodes.iter().for_each(|node| emit(node, ops)),
        Node::Group(index, node) => {
            ops.push(Op::Save(index * 2));
            emit(node, ops);
            ops.push(Op::Save(index * 2 + 1));
        }
        Node::Repeat(node, min, max) => {
            for _ in 0..*min {
                emit(node, ops);
            }
            let mut splits = Vec::new();
            for _ in *min..*max {
                splits.push(ops.len());
                ops.push(Op::Split(ops.len() + 1, 0));
                emit(node, ops);
            }
            let end = ops.len();
            for at in splits {
                ops[at] = Op::Split(at + 1, end);
            }
        }
        Node::Either(nodes) => {
            let mut jumps = Vec::new();
            for (i, node) in nodes.iter().enumerate() {
                let split = ops.len();
                let last = i + 1 == nodes.len();
                if !last {
                    ops.push(Op::Split(split + 1, 0));
                }
                emit(node, ops);
                if !last {
                    jumps.push(ops.len());
                    ops.push(Op::Jump(0));
                    ops[split] = Op::Split(split + 1, ops.len());
                }
            }
            let end = ops.len();
            for at in jumps {
                ops[at] = Op::Jump(end);
            }
        }
    }
}

#[cfg(test)]
mod tests;
