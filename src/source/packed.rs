//! The packed string: how a JavaScript object crosses into wasm in one copy.
//!
//! Tokens are parted by U+001F. First a header, then one token a field of the form in table order, then those of each
//! document, then one token an unknown key. The header is the root's token, the number of documents and the number of unknown
//! keys, parted by commas. A token's first character says what it is:
//!
//! | character | slot | behind it |
//! |---|---|---|
//! | (empty token) | absent | |
//! | `"` | text | the text |
//! | `0` | null | |
//! | `+` `-` | true, false | |
//! | `1` | number | |
//! | `{` `[` | object, list | |
//! | `?` | text that is no Unicode | |
//!
//! A document starts with one more token: what the entry is. An unknown key's token is its parent (`k`, `a` or the document's
//! index) and `:` and the key. A text that holds U+001F makes more tokens than the header announces, and the whole is refused
//! (`None`): the packer then sends that text with U+001E in its place, which every rule refuses just the same.

use crate::{
    fields::{FIELDS, Form, Parent},
    policy::Limits,
    record::{Document, Record, Slot},
    scan::{Parts, cut, parts},
    source::unknown::Unknown,
};

/// What parts the tokens.
pub const SEPARATOR: u8 = 0x1f;

/// Unpacks a payload; `None` where the tokens are not as many as the header announces.
#[must_use]
pub fn read<'a>(packed: &'a str, form: Form, limits: &Limits) -> Option<Record<'a>> {
    let mut tokens = parts(packed, SEPARATOR);
    let mut header = parts(tokens.next()?, b',');
    let mut record = Record { root: slot(header.next()?), ..Record::EMPTY };
    let documents: usize = header.next()?.parse().ok()?;
    let unknown: usize = header.next()?.parse().ok()?;
    for field in FIELDS.iter().filter(|field| field.id.form() == form) {
        if field.id.document_column().is_some() {
            break;
        }
        *record.slot_mut(field.id, None)? = slot(tokens.next()?);
    }
    // One more than the limit is enough to say that there are too many.
    for _ in 0..documents.min(limits.documents.saturating_add(1)) {
        let mut document = Document { entry: slot(tokens.next()?), ..Document::default() };
        for place in &mut document.slots {
            *place = slot(tokens.next()?);
        }
        record.documents.push(document);
    }
    unknown_keys(&mut tokens, unknown, form, &mut record)?;
    tokens.next().is_none().then_some(record)
}

fn slot(token: &str) -> Slot<'_> {
    let mut characters = token.chars();
    match characters.next() {
        None => Slot::Absent,
        Some('"') => Slot::of(characters.as_str()),
        Some('0') => Slot::Null,
        Some('+') => Slot::Flag(true),
        Some('-') => Slot::Flag(false),
        Some('1') => Slot::Number,
        Some('{') => Slot::Object,
        Some('[') => Slot::List,
        Some(_) => Slot::BrokenText,
    }
}

fn unknown_keys(
    tokens: &mut Parts<'_>,
    count: usize,
    form: Form,
    record: &mut Record<'_>,
) -> Option<()> {
    let mut place: Option<(Parent, Option<usize>, Unknown)> = None;
    for _ in 0..count {
        let (parent, key) = cut(tokens.next()?, b':')?;
        let (parent, document) = match parent {
            "k" => (form.parent(), None),
            "a" => (Parent::Address, None),
            index => (Parent::Document, Some(index.parse().ok()?)),
        };
        // Keys of one object come one after another.
        if let Some((last, at, keys)) = &mut place
            && (*last, *at) == (parent, document)
        {
            keys.count(parent, key);
            continue;
        }
        if let Some((last, at, keys)) = place.take() {
            keys.report(last, at, record);
        }
        let mut keys = Unknown::default();
        keys.count(parent, key);
        place = Some((parent, document, keys));
    }
    if let Some((last, at, keys)) = place {
        keys.report(last, at, record);
    }
    Some(())
}
