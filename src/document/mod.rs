//! What the documents of a payload say of each other.
use crate::{
    field::{Finding, Scope},
    fields::Id,
};
use alloc::vec::Vec;
/// A finding at a document, or at the list.
pub type OfDocument = (Id, Option<usize>, Finding);
/// Judges.
#[must_use]
pub fn check(_: &Scope<'_>) -> Vec<OfDocument> {
    Vec::new()
}
