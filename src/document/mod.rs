//! What the rules say of documents as a whole: their types, and what stands in several of them at once.

pub mod kind;
