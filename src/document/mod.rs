//! Documents: what their numbers look like.

pub mod number;
