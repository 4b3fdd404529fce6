//! The regular expressions of libaddressinput's data, as flat lists of alternatives: what the matcher in `src/postal` reads.
//! The dialect: literals, `\d`, classes, groups, `|`, `?`, `{n}`, `{n,m}`. A space or hyphen is a separator: it says where the
//! canonical form has one, optional or not, since the matcher looks at values without any.

use std::collections::BTreeSet;

use anyhow::{Context, bail};

/// A place in a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Token {
    /// One of these: bits 0–9 digits, 10–35 letters.
    One(u64),
    /// A separator of the canonical form.
    Separator(char),
}

type Alternatives = Vec<Vec<Token>>;

/// The bit of a digit or capital letter.
pub(super) fn bit(c: char) -> anyhow::Result<u64> {
    let place = match c {
        '0'..='9' | 'A'..='Z' => c.to_digit(36).unwrap_or(0),
        _ => bail!("{c:?} in a postal pattern"),
    };
    Ok(1 << place)
}

/// The digits.
pub(super) const DIGITS: u64 = (1 << 10) - 1;
/// The letters.
pub(super) const LETTERS: u64 = ((1 << 36) - 1) & !DIGITS;

/// Every alternative of a pattern, in the order written.
pub(super) fn alternatives(pattern: &str) -> anyhow::Result<Alternatives> {
    let chars: Vec<char> = pattern.chars().collect();
    let mut parser = Parser { chars, at: 0 };
    let found = parser.either().with_context(|| format!("postal pattern {pattern}"))?;
    if parser.at != parser.chars.len() {
        bail!("postal pattern {pattern}: stops at {}", parser.at);
    }
    let mut seen = BTreeSet::new();
    Ok(found.into_iter().filter(|it| seen.insert(it.clone())).collect())
}

struct Parser {
    chars: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> anyhow::Result<char> {
        let c = self.peek().context("unexpected end")?;
        self.at += 1;
        Ok(c)
    }

    fn takes(&mut self, c: char) -> bool {
        let taken = self.peek() == Some(c);
        self.at += usize::from(taken);
        taken
    }

    fn either(&mut self) -> anyhow::Result<Alternatives> {
        let mut all = self.sequence()?;
        while self.takes('|') {
            all.extend(self.sequence()?);
        }
        Ok(all)
    }

    fn sequence(&mut self) -> anyhow::Result<Alternatives> {
        let mut all = vec![Vec::new()];
        while self.peek().is_some_and(|c| c != '|' && c != ')') {
            let atom = self.atom()?;
            let next = self.repeated(atom)?;
            all = product(&all, &next);
        }
        Ok(all)
    }

    fn repeated(&mut self, atom: Alternatives) -> anyhow::Result<Alternatives> {
        if self.takes('?') {
            if matches!(atom.as_slice(), [one] if matches!(one.as_slice(), [Token::Separator(_)])) {
                return Ok(atom);
            }
            // The longer first: it is the canonical form.
            return Ok(atom.into_iter().chain([Vec::new()]).collect());
        }
        if !self.takes('{') {
            return Ok(atom);
        }
        let least = self.number()?;
        let most = if self.takes(',') { self.number()? } else { least };
        if !self.takes('}') {
            bail!("expected }}");
        }
        let times = |n: usize| (0..n).fold(vec![Vec::new()], |all, _| product(&all, &atom));
        Ok((least..=most).rev().flat_map(times).collect())
    }

    fn number(&mut self) -> anyhow::Result<usize> {
        let mut text = String::new();
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            text.push(self.next()?);
        }
        Ok(text.parse()?)
    }

    fn atom(&mut self) -> anyhow::Result<Alternatives> {
        let token = match self.next()? {
            '(' => {
                if self.takes('?') && !self.takes(':') {
                    bail!("only (?: groups");
                }
                let inner = self.either()?;
                if !self.takes(')') {
                    bail!("expected )");
                }
                return Ok(inner);
            }
            '[' => self.class()?,
            '\\' => match self.next()? {
                'd' => Token::One(DIGITS),
                c => bail!("\\{c}"),
            },
            c @ (' ' | '-') => Token::Separator(c),
            c => Token::One(bit(c)?),
        };
        Ok(vec![vec![token]])
    }

    fn class(&mut self) -> anyhow::Result<Token> {
        let mut set = 0;
        let mut separator = None;
        loop {
            match self.next()? {
                ']' => break,
                '\\' => match self.next()? {
                    'd' => set |= DIGITS,
                    '-' => separator = Some('-'),
                    c => bail!("\\{c} in a class"),
                },
                // `[ \-]`: the hyphen is the canonical one.
                ' ' => separator = separator.or(Some(' ')),
                first if self.peek() == Some('-') => {
                    self.next()?;
                    let last = self.next()?;
                    for c in first..=last {
                        set |= bit(c)?;
                    }
                }
                c => set |= bit(c)?,
            }
        }
        match (set, separator) {
            (0, Some(c)) => Ok(Token::Separator(c)),
            (_, None) => Ok(Token::One(set)),
            _ => bail!("a class of letters and separators"),
        }
    }
}

fn product(left: &Alternatives, right: &Alternatives) -> Alternatives {
    left.iter()
        .flat_map(|a| right.iter().map(move |b| a.iter().chain(b).copied().collect()))
        .collect()
}

/// Names for the sets of characters that patterns use: one byte each.
#[derive(Debug, Default)]
pub(super) struct Classes {
    sets: Vec<u64>,
}

impl Classes {
    /// The sets by the byte that names them: `a` to `z`, then `:` to `@`.
    pub(super) fn sets(&self) -> &[u64] {
        &self.sets
    }

    /// A pattern in the matcher's writing: capital letters, digits and separators stand for themselves, any other byte for
    /// its class, `|` between alternatives.
    pub(super) fn write(&mut self, alternatives: &Alternatives) -> anyhow::Result<String> {
        let mut texts = Vec::new();
        for alternative in alternatives {
            let mut text = String::new();
            for token in alternative {
                text.push(match *token {
                    Token::Separator(c) => c,
                    Token::One(set) if set.is_power_of_two() => {
                        char::from_digit(set.trailing_zeros(), 36)
                            .unwrap_or('0')
                            .to_ascii_uppercase()
                    }
                    Token::One(set) => self.name(set)?,
                });
            }
            texts.push(text);
        }
        Ok(texts.join("|"))
    }

    fn name(&mut self, set: u64) -> anyhow::Result<char> {
        let place = self.sets.iter().position(|known| *known == set).unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        });
        // 26 small letters, then the seven marks from `:` to `@`.
        let place = u8::try_from(place)?;
        Ok(char::from(match place {
            0..26 => b'a' + place,
            26..33 => b':' + (place - 26),
            _ => bail!("more than 33 classes: write some as alternatives"),
        }))
    }
}
