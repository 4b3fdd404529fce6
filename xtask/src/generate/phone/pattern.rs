//! The pattern subset the metadata is written in: digits, classes, `\d`, groups, `|`, `?`, `{n}`, `{n,m}` and a `$` at the
//! end of a branch. A pattern becomes a small machine (Pike's instructions) whose threads keep the order of preference, so
//! that prefixes match exactly as a backtracking engine matches them.

use anyhow::{bail, ensure};

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

struct Reader<'a> {
    rest: &'a [u8],
    groups: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text.as_bytes());
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn either(&mut self) -> anyhow::Result<Node> {
        let mut branches = vec![self.branch()?];
        while self.eat("|") {
            branches.push(self.branch()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Either(branches) })
    }

    fn branch(&mut self) -> anyhow::Result<Node> {
        let mut nodes = Vec::new();
        while self.rest.first().is_some_and(|c| !b"|)".contains(c)) {
            let atom = self.atom()?;
            if matches!(atom, Node::End) {
                ensure!(self.rest.first().is_none_or(|c| *c == b'|'), "$ within a branch");
            }
            nodes.push(self.repeated(atom)?);
        }
        Ok(Node::Concat(nodes))
    }

    fn atom(&mut self) -> anyhow::Result<Node> {
        Ok(match self.next() {
            Some(digit @ b'0'..=b'9') => Node::Digit(1 << (digit - b'0')),
            Some(b'\\') if self.eat("d") => Node::Digit(0x3ff),
            Some(b'[') => Node::Digit(self.class()?),
            Some(b'$') => Node::End,
            Some(b'(') => {
                let index = if self.eat("?:") {
                    None
                } else {
                    self.groups += 1;
                    Some(self.groups - 1)
                };
                let node = self.either()?;
                ensure!(self.eat(")"), "unbalanced (");
                match index {
                    Some(index) => Node::Group(index, Box::new(node)),
                    None => node,
                }
            }
            other => bail!("not in the subset: {:?}", other.map(char::from)),
        })
    }

    fn class(&mut self) -> anyhow::Result<u16> {
        let mut set = 0;
        loop {
            match self.next() {
                Some(b']') => return Ok(set),
                Some(b'\\') if self.eat("d") => set |= 0x3ff,
                Some(low @ b'0'..=b'9') => {
                    let high = if self.eat("-") { self.next().unwrap_or(0) } else { low };
                    ensure!(high >= low && high <= b'9', "a range that is none");
                    (low..=high).for_each(|digit| set |= 1 << (digit - b'0'));
                }
                _ => bail!("a class of more than digits"),
            }
        }
    }

    fn repeated(&mut self, atom: Node) -> anyhow::Result<Node> {
        if self.eat("?") {
            return Ok(Node::Repeat(Box::new(atom), 0, 1));
        }
        if !self.eat("{") {
            return Ok(atom);
        }
        let min = self.number();
        let max = if self.eat(",") { self.number() } else { min };
        ensure!(self.eat("}") && min <= max, "a repetition that is none");
        Ok(Node::Repeat(Box::new(atom), min, max))
    }

    fn number(&mut self) -> usize {
        let mut number = 0;
        while let Some(digit @ b'0'..=b'9') = self.rest.first() {
            number = number * 10 + usize::from(digit - b'0');
            self.rest = &self.rest[1..];
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The end and the groups of the match a backtracking engine finds at the start of the digits.
    fn find(pattern: &str, digits: &str) -> Option<(usize, Vec<Option<u8>>)> {
        let pattern = Pattern::new(pattern).unwrap();
        let mut step = pattern.start();
        let mut found = None;
        for depth in 0..=digits.len() {
            if let Some(groups) = &step.matched {
                found = Some((depth, groups.clone()));
            }
            if let (true, Some(groups)) = (depth == digits.len(), &step.matched_at_end) {
                found = Some((depth, groups.clone()));
            }
            let Some(digit) = digits.as_bytes().get(depth) else { break };
            step = pattern.step(&step, usize::from(digit - b'0'), u8::try_from(depth + 1).unwrap());
        }
        found
    }

    #[test]
    fn prefers_like_a_backtracking_engine() {
        assert_eq!(find("0|180020", "18002012"), Some((6, vec![])));
        assert_eq!(find("(5\\d{6})$|1", "5123456"), Some((7, vec![Some(0), Some(7)])));
        assert_eq!(find("(5\\d{6})$|1", "51234567"), None);
        assert_eq!(find("0(1\\d)?", "0123"), Some((3, vec![Some(1), Some(3)])));
        assert_eq!(find("0(1\\d)?", "0223"), Some((1, vec![None, None])));
        assert_eq!(find("0|01", "01"), Some((1, vec![])));
        assert_eq!(find("00(?:30|5[09]|[126-9]?)", "00541"), Some((2, vec![])));
        assert!(Pattern::new("a").is_err());
        assert!(Pattern::new("1+").is_err());
    }
}
