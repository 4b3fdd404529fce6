//! The syntax of PDF as slices of the file: nothing is built, a value is the bytes it stands in.
//!
//! Source: ISO 32000-1:2008, 7.2, 7.3.

pub(super) use super::super::bytes::digits;
use super::super::bytes::is_digits;

/// How deep arrays and dictionaries may stand in each other.
const DEPTH: u8 = 32;

/// White space, delimiters, and all others.
const SPACE: u8 = 1;
const DELIMITER: u8 = 2;
const CLASSES: [u8; 256] = classes();

#[expect(clippy::indexing_slicing, reason = "at compile time")]
const fn classes() -> [u8; 256] {
    let mut classes = [0_u8; 256];
    let (spaces, delimiters) = ([0_u8, 9, 10, 12, 13, 32], *b"()<>[]{}/%");
    let mut at = 0;
    while at < delimiters.len() {
        classes[delimiters[at] as usize] = DELIMITER;
        if at < spaces.len() {
            classes[spaces[at] as usize] = SPACE;
        }
        at = at.saturating_add(1);
    }
    classes
}

fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

/// The six white-space characters.
pub(super) fn is_space(byte: u8) -> bool {
    class(byte) == SPACE
}

/// Neither white space nor one of the ten delimiters.
fn is_regular(byte: u8) -> bool {
    class(byte) == 0
}

/// Where the first byte that is not one of these stands, or the end.
fn span(bytes: &[u8], is_one: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is_one(*byte)).unwrap_or(bytes.len())
}

/// A piece of PDF that is read from its start.
#[derive(Clone, Copy)]
pub(super) struct Lexer<'a> {
    /// What is left.
    pub(super) rest: &'a [u8],
    /// What names met so far say that the file can do.
    pub(super) active: Active,
}

/// What a file can do or carry, by the names in its dictionaries.
#[derive(Default, Clone, Copy)]
pub(super) struct Active {
    pub(super) script: bool,
    pub(super) launch: bool,
    pub(super) embedded: bool,
}

impl Active {
    fn note(&mut self, name: &[u8]) {
        if !matches!(name.first(), Some(b'J' | b'L' | b'E' | b'R' | b'#')) {
            return;
        }
        let is = |wanted: &str| is_name(name, wanted);
        self.script |= is("JavaScript") || is("JS");
        self.launch |= is("Launch");
        self.embedded |= is("EmbeddedFile") || is("EmbeddedFiles") || is("RichMedia");
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            script: self.script || other.script,
            launch: self.launch || other.launch,
            embedded: self.embedded || other.embedded,
        }
    }
}

/// What stands next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token<'a> {
    /// A name, without its slash.
    Name(&'a [u8]),
    /// A number or a keyword.
    Word(&'a [u8]),
    /// A string, in parentheses or hexadecimal: what stands within.
    Text(&'a [u8]),
    /// `<<`, `>>`, `[`, `]`; strays.
    Mark(Mark),
}

/// A bracket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    OpenDict,
    CloseDict,
    OpenList,
    CloseList,
    Stray,
}

impl<'a> Lexer<'a> {
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self { rest, active: Active { script: false, launch: false, embedded: false } }
    }

    fn step(&mut self, bytes: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken
    }

    fn space(&mut self) {
        loop {
            let blanks = span(self.rest, is_space);
            self.step(blanks);
            if self.rest.first() != Some(&b'%') {
                return;
            }
            let comment = span(self.rest, |byte| !matches!(byte, b'\r' | b'\n'));
            self.step(comment);
        }
    }

    /// The next token.
    pub(super) fn token(&mut self) -> Option<Token<'a>> {
        self.space();
        let mark = |lexer: &mut Self, bytes, mark| {
            lexer.step(bytes);
            Some(Token::Mark(mark))
        };
        match self.rest {
            [] => None,
            [b'/', ..] => {
                self.step(1);
                let name = self.regular();
                self.active.note(name);
                Some(Token::Name(name))
            }
            [b'(', ..] => Some(Token::Text(self.text())),
            [b'<', b'<', ..] => mark(self, 2, Mark::OpenDict),
            [b'>', b'>', ..] => mark(self, 2, Mark::CloseDict),
            [b'[', ..] => mark(self, 1, Mark::OpenList),
            [b']', ..] => mark(self, 1, Mark::CloseList),
            [b'<', ..] => {
                self.step(1);
                let length = span(self.rest, |byte| byte != b'>');
                let text = self.step(length);
                self.step(1);
                Some(Token::Text(text))
            }
            [byte, ..] if is_regular(*byte) => Some(Token::Word(self.regular())),
            _ => mark(self, 1, Mark::Stray),
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let length = span(self.rest, is_regular);
        self.step(length)
    }

    /// A string in parentheses, which may hold others, balanced.
    fn text(&mut self) -> &'a [u8] {
        let (mut depth, mut escaped, mut length) = (0_u32, false, 0_usize);
        for byte in self.rest {
            length = length.wrapping_add(1);
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'(' => depth = depth.wrapping_add(1),
                b')' => depth = depth.wrapping_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let all = self.step(length);
        all.get(1..all.len().saturating_sub(1)).unwrap_or_default()
    }

    /// The next value, whole: `<< … >>`, `[ … ]`, `12 0 R`, or one token. `None` at the end or at a closing bracket.
    pub(super) fn value(&mut self) -> Option<&'a [u8]> {
        self.space();
        let from = self.rest;
        match self.token()? {
            Token::Mark(Mark::OpenDict | Mark::OpenList) => {
                let mut depth = 1_u8;
                while depth > 0 {
                    match self.token() {
                        Some(Token::Mark(Mark::OpenDict | Mark::OpenList)) => {
                            depth = depth.checked_add(1).filter(|depth| *depth <= DEPTH)?;
                        }
                        Some(Token::Mark(Mark::CloseDict | Mark::CloseList)) => {
                            depth = depth.wrapping_sub(1);
                        }
                        // A stream's keyword within a dictionary: its end is missing.
                        None | Some(Token::Word(b"endobj" | b"stream")) => return None,
                        Some(_) => {}
                    }
                }
            }
            Token::Mark(_) => return None,
            Token::Word(word) if is_digits(word) => {
                let mut ahead = *self;
                if let (Some(Token::Word(generation)), Some(Token::Word(b"R"))) =
                    (ahead.token(), ahead.token())
                    && is_digits(generation)
                {
                    *self = ahead;
                }
            }
            _ => {}
        }
        from.get(..from.len().checked_sub(self.rest.len())?)
    }

    /// The next number; steps over nothing else.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut ahead = *self;
        let Token::Word(word) = ahead.token()? else { return None };
        let number = digits(word)?;
        *self = ahead;
        Some(number)
    }
}

/// A number with a point or a sign.
pub(super) fn real(word: &[u8]) -> Option<f64> {
    let (is_negative, word) = match word {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, word),
    };
    let (mut number, mut scale, mut is_fraction) = (0_f64, 1_f64, false);
    if word.is_empty() || word.len() > 32 {
        return None;
    }
    for byte in word {
        match byte {
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(byte.wrapping_sub(b'0'));
                scale *= if is_fraction { 10.0 } else { 1.0 };
            }
            b'.' if !is_fraction => is_fraction = true,
            _ => return None,
        }
    }
    number /= scale;
    Some(if is_negative { -number } else { number })
}

/// Whether a name is this one, also where letters of it are written as `#6A`.
pub(super) fn is_name(name: &[u8], wanted: &str) -> bool {
    if name == wanted.as_bytes() {
        return true;
    }
    name.len() > wanted.len() && name.contains(&b'#') && is_spelled(name, wanted)
}

#[inline(never)]
fn is_spelled(mut name: &[u8], wanted: &str) -> bool {
    for letter in wanted.bytes() {
        let (own, rest) = match name {
            [b'#', high, low, rest @ ..] => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                (digit(*high).zip(digit(*low)).map_or(0, |(high, low)| high << 4 | low), rest)
            }
            [own, rest @ ..] => (u32::from(*own), rest),
            [] => return false,
        };
        if own != u32::from(letter) {
            return false;
        }
        name = rest;
    }
    name.is_empty()
}

/// The name that a value is.
pub(super) fn name(value: &[u8]) -> Option<&[u8]> {
    match Lexer::new(value).token()? {
        Token::Name(name) => Some(name),
        _ => None,
    }
}
