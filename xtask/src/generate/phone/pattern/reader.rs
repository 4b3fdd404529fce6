//! Reads a pattern of the metadata: the small part of regular expressions that it uses.

use anyhow::{bail, ensure};

use super::Node;

pub(super) struct Reader<'a> {
    pub(super) rest: &'a [u8],
    pub(super) groups: usize,
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

    pub(super) fn either(&mut self) -> anyhow::Result<Node> {
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
