//! Finds the objects of a PDF by walking the file from end to end: no cross-reference table is believed, so broken ones do not
//! matter, and a table that points in circles cannot hurt.
//!
//! Source: ISO 32000-1:2008, 7.3.10, 7.5. Streams are stepped over by their length where `endstream` stands there.

use alloc::vec::Vec;

use super::{
    super::{
        super::bytes::find,
        dict::{entries, pick},
        lex::{Lexer, Token, digits, is_space, name},
    },
    Document, NOWHERE, Object, reference,
};

/// More objects than any scan or statement has: beyond, what is said of pages is that it is unknown.
const MAX_OBJECTS: usize = 1 << 16;
/// And higher numbers.
const MAX_NUMBER: usize = 1 << 18;

impl<'a> Document<'a> {
    /// Notes where each number is: of several objects with one, the last in the file.
    pub(super) fn index(&mut self) {
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
    pub(super) fn walk(&mut self) -> Vec<Object> {
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
    pub(super) fn unpack(&mut self, packed: &[Object]) {
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
