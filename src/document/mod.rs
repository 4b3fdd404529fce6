//! What the rules say of documents as a whole: their types, and what stands in several of them at once.

use alloc::vec::Vec;

use crate::{
    field::{Finding, Scope},
    fields::Id,
};

pub mod kind;
pub mod number;

/// A finding at a field of a document, at the document or, without an index, at the list.
pub type OfDocument = (Id, Option<usize>, Finding);

/// Judges what the documents of a payload say of each other.
#[must_use]
pub fn check(_: &Scope<'_>) -> Vec<OfDocument> {
    Vec::new()
}
