//! What the sandbox answers a request that it takes.

use crate::lifecycle::value::Value;

/// An answer: the HTTP status and the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// 200 or 201.
    pub status: u16,
    /// The customer.
    pub body: Value,
}
