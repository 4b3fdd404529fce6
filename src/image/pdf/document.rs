//! The objects of a PDF by their numbers, and what they refer to; `walk` finds them.
//!
//! Source: ISO 32000-1:2008, 7.3.10.

use alloc::vec::Vec;
use core::cell::Cell;

use super::{
    dict::pick_into,
    filter,
    lex::{Active, Lexer, Mark, Token, digits},
};

mod walk;

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
