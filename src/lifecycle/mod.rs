//! The life of a customer: all of the guide that is not a field. Statuses and their transitions, what a PATCH does, what a
//! provider asks for, what its errors mean, when to ask again, webhooks, and a sandbox. Pure logic: no clock, no I/O.
//!
//! Source: KYC integration guide, and the settlements of its contradictions in the design.

pub mod api_error;
pub mod instant;
pub mod next_required;
pub mod patch;
pub mod polling;
pub mod problem;
pub mod requirement;
pub mod retry;
pub mod sandbox;
pub mod status;
pub mod transition;
pub mod value;
#[cfg(feature = "serde")]
mod value_serde;
pub mod webhook;
