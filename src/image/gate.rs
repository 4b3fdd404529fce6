//! How often a measure of quality may send someone back.
//!
//! Source: Onfido's web SDK, which blocks the first two attempts and lets people pass from the third (collected 2026-11-23). A
//! measure is no certainty: who cannot do better must not be lost.

use super::code::ImageCode;
use crate::code::Severity;

/// How many times someone has tried with this document, this time included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QualityGate {
    /// 1 for the first try.
    pub attempt: u32,
}

impl QualityGate {
    /// The attempts that are blocked.
    pub const BLOCKED: u32 = 2;

    /// How much a finding weighs at this attempt.
    ///
    /// ```
    /// use kyc_rules::{code::Severity, image::{ImageCode, QualityGate}};
    /// assert_eq!(QualityGate { attempt: 2 }.severity(ImageCode::Blurred), Severity::Error);
    /// assert_eq!(QualityGate { attempt: 3 }.severity(ImageCode::Blurred), Severity::Warning);
    /// assert_eq!(QualityGate { attempt: 1 }.severity(ImageCode::Shape), Severity::Warning);
    /// ```
    #[must_use]
    pub const fn severity(self, code: ImageCode) -> Severity {
        if code.is_quality() && self.attempt <= Self::BLOCKED {
            Severity::Error
        } else {
            code.reason().severity
        }
    }
}
