//! JSON text as a source: one pass fills the record, and says what it met on the way.

use alloc::vec::Vec;

use crate::{
    code::Code,
    field::Field,
    field_id::{COUNT, Form, Id, Parent},
    fields::FIELDS,
    finding::Finding,
    json::{Reader, limited, syntax},
    policy::Limits,
    record::{Document, Fault, Record, Slot},
    source::unknown::Unknown,
};

/// Reads a payload. A `kycData` object is read as such, and in the envelope `{"kycData": …}` of the guide's PATCH too.
///
/// What is no JSON, or goes past the limits, comes back as a record with `unreadable` set.
#[must_use]
pub fn read<'a>(text: &'a str, form: Form, limits: &Limits) -> Record<'a> {
    let mut record = Record::EMPTY;
    if text.len() > limits.text {
        record.unreadable = Some(limited(Code::JsonTooLarge, limits.text));
        return record;
    }
    let mut reader = Reader::new(text, limits);
    if let Err(finding) = payload(&mut reader, form.parent(), &mut record) {
        record = Record { unreadable: Some(finding), ..Record::EMPTY };
    }
    record
}

/// The same from bytes, which need not be UTF-8.
#[must_use]
pub fn read_bytes<'a>(bytes: &'a [u8], form: Form, limits: &Limits) -> Record<'a> {
    // Some editors write a byte order mark; RFC 8259, 8.1 lets a reader pass over it.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() > limits.text {
        return Record {
            unreadable: Some(limited(Code::JsonTooLarge, limits.text)),
            ..Record::EMPTY
        };
    }
    match core::str::from_utf8(bytes) {
        Ok(text) => read(text, form, limits),
        Err(error) => Record { unreadable: Some(syntax(error.valid_up_to())), ..Record::EMPTY },
    }
}

fn payload<'a>(
    reader: &mut Reader<'a>,
    parent: Parent,
    record: &mut Record<'a>,
) -> Result<(), Finding> {
    reader.space();
    record.root = if reader.peek() == Some(b'{') {
        object(reader, parent, None, record)?;
        Slot::Object
    } else {
        reader.slot()?
    };
    if reader.is_done() { Ok(()) } else { Err(reader.syntax()) }
}

/// Reads one value: a string, a number, an object …
///
/// # Errors
/// Where the text is no JSON or goes past the limits.
pub fn value<'a>(text: &'a str, limits: &Limits) -> Result<Slot<'a>, Finding> {
    let mut reader = Reader::new(text, limits);
    reader.space();
    let slot = reader.slot()?;
    if reader.is_done() { Ok(slot) } else { Err(reader.syntax()) }
}

/// Reads an object of the payload into its slots.
fn object<'a>(
    reader: &mut Reader<'a>,
    parent: Parent,
    document: Option<usize>,
    record: &mut Record<'a>,
) -> Result<(), Finding> {
    let mut unknown = Unknown::default();
    // Keys mostly come in table order, so the one behind the last is tried before any is looked up.
    let mut expected = first(parent);
    let mut more = reader.open(b'}')?;
    while more {
        if reader.is_key(expected.field().key)? {
            member(reader, expected, document, record)?;
            expected = next(expected);
            more = reader.next_or_close(b'}')?;
            continue;
        }
        let key = reader.key()?;
        match find(parent, &key, expected) {
            Some(id) => {
                member(reader, id, document, record)?;
                expected = next(id);
            }
            None if parent == Parent::Kyc && key == "kycData" && reader.peek() == Some(b'{') => {
                object(reader, parent, None, record)?;
            }
            None => {
                unknown.count(parent, &key);
                reader.skip()?;
            }
        }
        more = reader.next_or_close(b'}')?;
    }
    unknown.report(parent, document, record);
    Ok(())
}

/// The field of a key, searched from the one that is expected.
fn find(parent: Parent, key: &str, expected: Id) -> Option<Id> {
    let (before, behind) = FIELDS.split_at_checked(expected as usize)?;
    let is_meant = |field: &&Field| field.parent == parent && field.key == key;
    behind.iter().chain(before).find(is_meant).map(|field| field.id)
}

const fn first(parent: Parent) -> Id {
    match parent {
        Parent::Customer => Id::CustomerType,
        Parent::Kyc => Id::LegalFirstName,
        Parent::Address => Id::AddressLine1,
        Parent::Document => Id::DocumentType,
    }
}

/// The field behind another in the same object; behind the last one, itself.
fn next(id: Id) -> Id {
    NEXT.get(id as usize).copied().unwrap_or(id)
}

#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it")]
static NEXT: [Id; COUNT] = {
    let mut all = [Id::CustomerType; COUNT];
    let mut at = 0;
    while at < COUNT {
        let (id, mut behind) = (FIELDS[at].id, at + 1);
        while behind < COUNT && FIELDS[behind].id.parent() as u8 != id.parent() as u8 {
            behind += 1;
        }
        all[at] = if behind < COUNT { FIELDS[behind].id } else { id };
        at += 1;
    }
    all
};

fn member<'a>(
    reader: &mut Reader<'a>,
    id: Id,
    document: Option<usize>,
    record: &mut Record<'a>,
) -> Result<(), Finding> {
    let Some(place) = record.slot_mut(id, document) else { return reader.skip() };
    if !matches!(place, Slot::Absent) {
        let index = document.and_then(|at| u16::try_from(at).ok());
        let code = Code::DuplicateKey;
        record.faults.push(Fault { field: Some(id), index, code, params: Vec::new() });
        return reader.skip();
    }
    if let Some(plain) = reader.plain_value() {
        *place = Slot::of(plain);
        return Ok(());
    }
    let slot = match (id, reader.peek()) {
        (Id::Address, Some(b'{')) => {
            object(reader, Parent::Address, None, record)?;
            Slot::Object
        }
        (Id::Documents, Some(b'[')) => {
            documents(reader, record)?;
            Slot::List
        }
        _ => reader.slot()?,
    };
    if let Some(place) = record.slot_mut(id, document) {
        *place = slot;
    }
    Ok(())
}

fn documents<'a>(reader: &mut Reader<'a>, record: &mut Record<'a>) -> Result<(), Finding> {
    let mut more = reader.open(b']')?;
    while more {
        reader.space();
        let at = record.documents.len();
        if reader.peek() == Some(b'{') {
            record.documents.push(Document { entry: Slot::Object, ..Document::default() });
            object(reader, Parent::Document, Some(at), record)?;
        } else {
            let entry = reader.slot()?;
            record.documents.push(Document { entry, ..Document::default() });
        }
        more = reader.next_or_close(b']')?;
    }
    Ok(())
}
