//! The sandbox as pure logic: requests and the time go in, answers and effects come out. It reads no clock and sends nothing, so
//! the same script gives the same events in a test, in a browser and behind a server.
//!
//! Source: KYC integration guide, "Testing in sandbox"; the design, for what that leaves open.

pub mod answer;
pub mod customer;
pub mod emulator;
pub mod keys;
pub mod outbox;
pub mod review;
pub mod session;
mod submission;
