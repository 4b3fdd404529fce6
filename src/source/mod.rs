//! Where payloads come from. Each source fills a [`Record`](crate::record::Record), and the engine walks nothing else.

#[cfg(feature = "serde")]
pub mod any;
pub mod json;
pub mod packed;
mod unknown;
