//! A payload laid flat: one slot a field of the table. Every source (JSON text, packed string, typed struct) fills one,
//! and the engine walks nothing else.

use alloc::{borrow::Cow, vec::Vec};

use crate::{
    code::Code,
    field_id::{DOCUMENT_FIELDS, Id, TOP_FIELDS},
    finding::{Finding, Params},
};

/// What stands at a field's place.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Slot<'a> {
    /// Nothing.
    #[default]
    Absent,
    /// `null`.
    Null,
    /// A string.
    Text(Cow<'a, str>),
    /// A string that is no Unicode text: it holds half a surrogate pair.
    BrokenText,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number,
    /// An object.
    Object,
    /// A list.
    List,
}

impl core::fmt::Debug for Slot<'_> {
    /// Says what stands there, never the value.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Absent => "absent",
            Self::Null => "null",
            Self::Text(_) => "text",
            Self::BrokenText => "broken text",
            Self::Flag(_) => "flag",
            Self::Number => "number",
            Self::Object => "object",
            Self::List => "list",
        })
    }
}

impl<'a> Slot<'a> {
    /// The string, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A string slot.
    pub fn of(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }
}

/// Something the reader met on its way: an unknown key, a key said twice, text that is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field it was met at; `None` for the payload itself.
    pub field: Option<Id>,
    /// The document's index, where it was met in one.
    pub index: Option<u16>,
    /// What it is.
    pub code: Code,
    /// Details.
    pub params: Params,
}

/// One entry of `documents`.
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    /// The entry itself: an object, or what stood there instead.
    pub entry: Slot<'a>,
    /// One slot a field, in table order.
    pub slots: [Slot<'a>; DOCUMENT_FIELDS],
}

/// A payload laid flat.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    /// The payload itself: an object, or what stood there instead.
    pub root: Slot<'a>,
    /// One slot a field outside documents, in table order.
    pub top: [Slot<'a>; TOP_FIELDS],
    /// The entries of `documents`.
    pub documents: Vec<Document<'a>>,
    /// What the reader met.
    pub faults: Vec<Fault>,
    /// Why the input could not be read at all, where it could not.
    pub unreadable: Option<Finding>,
}

impl<'a> Record<'a> {
    /// A payload in which every field is absent.
    pub const EMPTY: Self = Self {
        root: Slot::Object,
        top: [const { Slot::Absent }; TOP_FIELDS],
        documents: Vec::new(),
        faults: Vec::new(),
        unreadable: None,
    };

    /// What stands at a field's place: in the document of that index for a document's field.
    #[must_use]
    pub fn slot(&self, id: Id, document: Option<usize>) -> &Slot<'a> {
        let slot = match id.document_column() {
            None => self.top.get(id as usize),
            Some(column) => document
                .and_then(|at| self.documents.get(at))
                .and_then(|document| document.slots.get(column)),
        };
        slot.unwrap_or(&Slot::Absent)
    }

    /// The place of a field, to fill it. Documents are added up to that index; `None` for a document's field without one.
    pub fn slot_mut(&mut self, id: Id, document: Option<usize>) -> Option<&mut Slot<'a>> {
        let Some(column) = id.document_column() else { return self.top.get_mut(id as usize) };
        let at = document?;
        if self.documents.len() <= at {
            self.documents.resize_with(at.checked_add(1)?, || Document {
                entry: Slot::Object,
                ..Document::default()
            });
        }
        self.documents.get_mut(at)?.slots.get_mut(column)
    }
}

impl Default for Record<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}
