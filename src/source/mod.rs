//! Where payloads come from. Each source fills a [`Record`](crate::record::Record), and the engine walks nothing else.

pub mod json;
pub mod packed;
mod unknown;
#[cfg(feature = "serde_json")]
pub mod value;
