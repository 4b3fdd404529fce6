//! The record as rules see it beside their own value: what one field's rule reads of another is in its canonical form, so that
//! a slip in one hides nothing of the other.

use super::{Validator, canonical, reads, set::Set};
use crate::{
    field::Field,
    field_id::{COUNT, Id},
    fields::FIELDS,
    record::{Record, Slot},
};

/// What decides on the presence of other fields.
const OF_PRESENCE: Set = Set::NONE.with(Id::Country).with(Id::DocumentType);

/// What each field's rule reads in canonical form. Not the national ID: who reads it compares it without separators, however it
/// is written.
#[expect(
    clippy::indexing_slicing,
    reason = "the compiler evaluates it, and would refuse a place outside"
)]
static READS: [Set; COUNT] = {
    let mut of = [Set::NONE; COUNT];
    let mut at = 0;
    while at < COUNT {
        let ids = reads(&FIELDS[at]);
        let mut one = 0;
        while one < ids.len() {
            of[at] = of[at].with(ids[one]).without(Id::NationalIdNumber);
            one += 1;
        }
        at += 1;
    }
    of
};

/// The fields whose rules read others.
#[expect(clippy::indexing_slicing, reason = "the same")]
const READERS: Set = {
    let mut readers = Set::NONE;
    let mut at = 0;
    while at < COUNT {
        if !reads(&FIELDS[at]).is_empty() {
            readers = readers.with(FIELDS[at].id);
        }
        at += 1;
    }
    readers
};

/// The record in which all that is read is canonical; `None` where it is so already.
pub(super) fn canonical_siblings<'a>(
    validator: &Validator<'_>,
    record: &Record<'a>,
) -> Option<Record<'a>> {
    let wanted = wanted(record);
    let mut siblings: Option<Record<'a>> = None;
    // What reads siblings itself wants them canonical: `us` before the postal code of the US.
    for part in [wanted.except(READERS), wanted.in_both(READERS)] {
        for field in part.iter() {
            for index in places(field, record) {
                let scope = validator.scope(siblings.as_ref().unwrap_or(record), index);
                if let Some(value) = record.slot(field.id, index).text()
                    && let Some(text) = canonical(value, field.id, &scope)
                    && let Some(place) =
                        siblings.get_or_insert_with(|| record.clone()).slot_mut(field.id, index)
                {
                    *place = Slot::of(text);
                }
            }
        }
    }
    siblings
}

/// The fields that the rules of this record's values read.
fn wanted(record: &Record<'_>) -> Set {
    let is_there = |field: &Field| {
        places(field, record).any(|index| matches!(record.slot(field.id, index), Slot::Text(_)))
    };
    READERS.iter().filter(|field| is_there(field)).fold(OF_PRESENCE, |wanted, field| {
        READS.get(field.id as usize).map_or(wanted, |reads| wanted.and(*reads))
    })
}

/// Where a field may stand: once in the payload, or once in each document.
fn places(field: &Field, record: &Record<'_>) -> impl Iterator<Item = Option<usize>> + use<> {
    let in_documents = field.id.document_column().is_some();
    let count = if in_documents { record.documents.len() } else { 1 };
    (0..count).map(move |at| in_documents.then_some(at))
}
