//! The objects of a PDF, found by walking the file from end to end: no cross-reference table is believed, so broken ones do not
//! matter, and a table that points in circles cannot hurt.
//!
//! Source: ISO 32000-1:2008, 7.3.10, 7.5. Streams are stepped over by their length where `endstream` stands there.

use alloc::vec::Vec;
use core::cell::Cell;

use super::{
    super::bytes::find,
    filter,
    lex::{Active, Lexer, Mark, Token, digits, entries, is_space, name, pick, pick_into},
};

/// More objects than any scan or statement has: beyond, what is said of pages is that it is unknown.
const MAX_OBJECTS: usize = 1 << 16;
/// And higher numbers.
const MAX_NUMBER: usize = 1 << 18;
/// The place of no object.
const NOWHERE: u32 = u32::MAX;

/// A file's objects.
pub(super) struct Document<'a> {
    data: &'a [u8],
    /// The object streams, inflated.
    inflated: Vec<Vec<u8>>,
    objects: Vec<Object>,
    /// By number, the place in `objects`.
    places: Vec<u32>,
    /// The catalogue's number.
    root: Option<u32>,
    /// What a trailer says under `/Encrypt`.
    pub(super) encrypt: Option<&'a [u8]>,
    /// What a trailer says under `/ID`.
    pub(super) id: Option<&'a [u8]>,
    /// Names seen in dictionaries that make a file more than a picture.
    pub(super) active: Active,
    /// `/N` and `/L` of a linearised file.
    pub(super) linearized: Option<(u32, u32)>,
    /// Whether object streams were left closed, or limits were met: what is not found may still be there.
    pub(super) is_partial: Cell<bool>,
    /// Bytes that may still come out of object streams.
    budget: Cell<usize>,
    /// Bytes that may still come out of the pages' content. Pages of lines and curves hold the most, and the least to be told.
    content: Cell<usize>,
    /// Bytes of dictionaries that may still be looked through.
    fuel: Cell<usize>,
}

#[derive(Clone, Copy)]
struct Object {
    number: u32,
    /// Where its container stands in the file.
    order: usize,
    /// 0: the file; else the place in `inflated`, from 1.
    source: usize,
    from: usize,
    to: usize,
    /// Where its stream is, in the file.
    stream: Option<(usize, usize)>,
}

impl<'a> Document<'a> {
    /// Finds the objects.
    pub(super) fn new(data: &'a [u8]) -> Self {
        let room = data.len().saturating_add(1 << 20);
        let mut document = Self {
            data,
            inflated: Vec::new(),
            objects: Vec::new(),
            places: Vec::new(),
            root: None,
            encrypt: None,
            id: None,
            active: Active::default(),
            linearized: None,
            is_partial: Cell::new(false),
            budget: Cell::new(room),
            content: Cell::new(room >> 1),
            fuel: Cell::new(room.saturating_mul(4)),
        };
        let packed = document.walk();
        if document.encrypt.is_none() {
            document.unpack(&packed);
        } else if !packed.is_empty() {
            document.is_partial.set(true);
        }
        document.index();
        document
    }

    /// Notes where each number is: of several objects with one, the last in the file.
    fn index(&mut self) {
        for (at, object) in (0_u32..).zip(&self.objects) {
            let Ok(number) = usize::try_from(object.number) else { continue };
            if self.places.len() <= number {
                if number >= MAX_NUMBER {
                    self.is_partial.set(true);
                    continue;
                }
                self.places.resize(number.saturating_add(1), NOWHERE);
            }
            if let Some(place) = self.places.get_mut(number) {
                let before = usize::try_from(*place).ok().and_then(|at| self.objects.get(at));
                if before.is_none_or(|before| before.order <= object.order) {
                    *place = at;
                }
            }
        }
    }

    /// Walks the file; the object streams in it.
    fn walk(&mut self) -> Vec<Object> {
        let mut packed = Vec::new();
        let mut at = 0_usize;
        let mut has_end_streams = true;
        while let Some(rest) = self.data.get(at..) {
            let found = find(rest, b"obj");
            let gap = rest.get(..found.unwrap_or(rest.len())).unwrap_or_default();
            self.trailers(gap);
            let Some(found) = found else { break };
            at = at.saturating_add(found).saturating_add(3);
            let Some(number) = header(gap) else { continue };
            let Some(body) = self.data.get(at..) else { break };
            let mut lexer = Lexer::new(body);
            let value = lexer.value();
            let used = body.len().saturating_sub(lexer.rest.len());
            let (from, mut stream) = (at, None);
            // Also where the value was broken: what was walked once is not walked again.
            at = at.saturating_add(used);
            let Some(dict) = value else { continue };
            let to = at;
            self.active = self.active.or(lexer.active);
            let mut kind = None;
            if dict.starts_with(b"<<") && lexer.token() == Some(Token::Word(b"stream")) {
                let begin = self
                    .data
                    .len()
                    .saturating_sub(lexer.rest.len())
                    .saturating_add(line_end(lexer.rest));
                let [length, own_kind] = pick(dict, ["Length", "Type"]);
                kind = own_kind.and_then(name);
                let end = stream_end(self.data, begin, length, &mut has_end_streams);
                stream = Some((begin, end));
                at = end;
            }
            if self.objects.len() >= MAX_OBJECTS {
                self.is_partial.set(true);
                break;
            }
            let from = to.saturating_sub(dict.len()).max(from);
            let object = Object { number, order: from, source: 0, from, to, stream };
            self.objects.push(object);
            match kind {
                // Streams that hold structure: further objects, or a cross-reference with the trailer's keys.
                Some(b"ObjStm") => packed.push(object),
                Some(b"XRef") => self.trailer(dict),
                _ if self.objects.len() == 1 => {
                    let [mark, pages, length] = pick(dict, ["Linearized", "N", "L"]);
                    let numbers = mark.and(pages).and_then(digits).zip(length.and_then(digits));
                    self.linearized = numbers;
                }
                _ => {}
            }
        }
        packed
    }

    /// Reads what stands between objects for trailers.
    fn trailers(&mut self, gap: &'a [u8]) {
        let mut rest = gap;
        while let Some(behind) =
            find(rest, b"trailer").and_then(|at| rest.get(at.checked_add(7)?..))
        {
            let mut lexer = Lexer::new(behind);
            if let Some(dict) = lexer.value() {
                self.trailer(dict);
            }
            rest = lexer.rest;
        }
    }

    fn trailer(&mut self, dict: &'a [u8]) {
        for (key, value) in entries(dict) {
            match key {
                b"Root" => self.root = reference(value).or(self.root),
                b"Encrypt" => self.encrypt = Some(value),
                b"ID" => self.id = Some(value),
                _ => {}
            }
        }
    }

    /// Takes the objects out of object streams.
    fn unpack(&mut self, packed: &[Object]) {
        for container in packed {
            let Some(dict) = self.data.get(container.from..container.to) else { continue };
            let Some((from, to)) = container.stream else { continue };
            let Some(text) = self
                .data
                .get(from..to)
                .and_then(|raw| self.decode(dict, raw, usize::MAX, &self.budget))
            else {
                self.is_partial.set(true);
                continue;
            };
            let numbers =
                pick(dict, ["N", "First"]).map(|value| usize::try_from(digits(value?)?).ok());
            let [Some(count), Some(first)] = numbers else { continue };
            let mut head = Lexer::new(text.get(..first).unwrap_or_default());
            for _ in 0..count {
                let (Some(number), Some(offset)) = (head.number(), head.number()) else { break };
                let offset = usize::try_from(offset).unwrap_or(usize::MAX).saturating_add(first);
                if self.objects.len() >= MAX_OBJECTS || !self.spend(16) {
                    self.is_partial.set(true);
                    break;
                }
                let Some(rest) = text.get(offset..) else { continue };
                let mut lexer = Lexer::new(rest);
                let value = lexer.value();
                let used = rest.len().saturating_sub(lexer.rest.len());
                if !self.spend(used) {
                    break;
                }
                let Some(value) = value else { continue };
                self.active = self.active.or(lexer.active);
                let to = offset.saturating_add(used);
                self.objects.push(Object {
                    number,
                    order: container.order,
                    source: self.inflated.len().saturating_add(1),
                    from: to.saturating_sub(value.len()),
                    to,
                    stream: None,
                });
            }
            self.inflated.push(text);
        }
    }

    /// Whether there is fuel left for so many bytes more.
    pub(super) fn spend(&self, bytes: usize) -> bool {
        let left = self.fuel.get().checked_sub(bytes.saturating_add(8));
        self.fuel.set(left.unwrap_or(0));
        if left.is_none() {
            self.is_partial.set(true);
        }
        left.is_some()
    }

    fn find(&self, number: u32) -> Option<(usize, &Object)> {
        let at = usize::try_from(*self.places.get(usize::try_from(number).ok()?)?).ok()?;
        Some((at, self.objects.get(at)?))
    }

    fn value_of(&self, object: &Object) -> Option<&[u8]> {
        let source = match object.source.checked_sub(1) {
            None => self.data,
            Some(at) => self.inflated.get(at)?,
        };
        source.get(object.from..object.to).filter(|value| self.spend(value.len()))
    }

    /// What a value means: itself, or what it refers to.
    pub(super) fn resolve<'b>(&'b self, value: &'b [u8]) -> Option<&'b [u8]> {
        let mut value = value;
        for _ in 0..8 {
            let Some(number) = reference(value) else { return Some(value) };
            value = self.value_of(self.find(number)?.1)?;
        }
        None
    }

    /// The values of some keys, as they stand.
    pub(super) fn pick<'b, const N: usize>(
        &self,
        dict: &'b [u8],
        keys: [&str; N],
    ) -> [Option<&'b [u8]>; N] {
        let mut found = [None; N];
        if self.spend(dict.len()) {
            pick_into(dict, &keys, &mut found);
        }
        found
    }

    /// The values of some keys, whatever they refer to.
    pub(super) fn get_all<'b, const N: usize>(
        &'b self,
        dict: &'b [u8],
        keys: [&str; N],
    ) -> [Option<&'b [u8]>; N] {
        let mut found = self.pick(dict, keys);
        self.resolve_all(&mut found);
        found
    }

    pub(super) fn resolve_all<'b>(&'b self, values: &mut [Option<&'b [u8]>]) {
        for value in values {
            *value = value.and_then(|value| self.resolve(value));
        }
    }

    /// The value of a key, whatever it refers to.
    pub(super) fn get<'b>(&'b self, dict: &'b [u8], key: &str) -> Option<&'b [u8]> {
        let [value] = self.get_all(dict, [key]);
        value
    }

    /// A number under a key.
    pub(super) fn number(&self, dict: &[u8], key: &str) -> Option<u32> {
        digits(self.get(dict, key)?)
    }

    /// The catalogue.
    pub(super) fn catalogue(&self) -> Option<&[u8]> {
        self.value_of(self.find(self.root?)?.1)
    }

    /// How many objects there are, for marks on them.
    pub(super) const fn len(&self) -> usize {
        self.objects.len()
    }

    /// The place among the objects of what a value refers to, and its value.
    pub(super) fn referred(&self, value: &[u8]) -> Option<(usize, &[u8])> {
        let (at, object) = self.find(reference(value)?)?;
        Some((at, self.value_of(object)?))
    }

    /// The decoded bytes of a stream that is referred to, so many of them at most; `None` also where there were too many before.
    pub(super) fn stream(&self, value: &[u8], most: usize) -> Option<Vec<u8>> {
        let (_, object) = self.find(reference(value)?)?;
        let dict = self.value_of(object)?;
        let (from, to) = object.stream?;
        self.decode(dict, self.data.get(from..to)?, most, &self.content)
    }

    fn decode(
        &self,
        dict: &[u8],
        raw: &[u8],
        most: usize,
        budget: &Cell<usize>,
    ) -> Option<Vec<u8>> {
        let mut left = budget.get();
        let text = filter::decode(self, dict, raw, most, &mut left);
        budget.set(left);
        text.filter(|_| left > 0)
    }
}

/// The number in `12 0 ` before `obj`; not `endobj`.
fn header(gap: &[u8]) -> Option<u32> {
    let blanks = |text: &[u8]| text.iter().rev().take_while(|byte| is_space(**byte)).count();
    let ends =
        |text: &[u8]| text.iter().rev().take(11).take_while(|byte| byte.is_ascii_digit()).count();
    let text = gap.get(..gap.len().checked_sub(blanks(gap))?)?;
    let generation = ends(text);
    let text = text.get(..text.len().checked_sub(generation)?)?;
    let between = blanks(text);
    let text = text.get(..text.len().checked_sub(between)?)?;
    if generation == 0 || between == 0 {
        return None;
    }
    digits(text.get(text.len().checked_sub(ends(text))?..)?)
}

/// The line's end behind `stream`.
fn line_end(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// Where a stream ends: at its length if `endstream` stands there, else at the next `endstream`, else with the file.
fn stream_end(
    data: &[u8],
    begin: usize,
    length: Option<&[u8]>,
    has_end_streams: &mut bool,
) -> usize {
    let length = length.and_then(digits).and_then(|length| usize::try_from(length).ok());
    if let Some(end) = length.and_then(|length| begin.checked_add(length))
        && data.get(end..).is_some_and(|rest| {
            rest.iter()
                .take(8)
                .position(|byte| !is_space(*byte))
                .and_then(|at| rest.get(at..))
                .is_some_and(|rest| rest.starts_with(b"endstream"))
        })
    {
        return end;
    }
    let rest = data.get(begin..).unwrap_or_default();
    let found = if *has_end_streams { find(rest, b"endstream") } else { None };
    *has_end_streams = found.is_some();
    begin.saturating_add(found.unwrap_or(rest.len()))
}

/// The number of the object that `12 0 R` refers to.
pub(super) fn reference(value: &[u8]) -> Option<u32> {
    if !value.first()?.is_ascii_digit() {
        return None;
    }
    let mut lexer = Lexer::new(value);
    let (number, generation) = (lexer.number()?, lexer.number()?);
    let _ = generation;
    (lexer.token() == Some(Token::Word(b"R"))).then_some(number)
}

/// The values of an array, or the one value that stands for an array of one.
pub(super) fn values(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut lexer = Lexer::new(value);
    let is_list = lexer.token() == Some(Token::Mark(Mark::OpenList));
    let mut single = (!is_list).then_some(value);
    core::iter::from_fn(move || if is_list { lexer.value() } else { single.take() })
}
