//! Webhooks: whether one is genuine, what it says, and whether it is news.
//!
//! The order matters: verify the bytes as they came, then read them, then reduce.

pub mod event;
pub mod hmac;
pub mod reduce;
pub mod signature;
