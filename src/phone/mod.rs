//! Phone numbers: libphonenumber's verdicts out of one compiled machine.
//!
//! The metadata's patterns are compiled ahead of time (`cargo xtask gen phone`) into one minimal machine of digits, which is
//! expanded at the first call and then walked: one step a digit, no pattern engine, nothing allocated. The walk also knows what
//! patterns do not: the first digit at which no valid number can exist any more.
//!
//! ```
//! use kyc_rules::phone::{Kind, e164};
//! let verdict = e164("+14155552671");
//! assert!(verdict.valid);
//! assert_eq!((verdict.region, verdict.kind), (Some("US"), Kind::FixedLineOrMobile));
//! ```

pub(crate) mod codec;
mod kind;
mod national;
mod verdict;
mod world;

pub use self::{
    kind::Kind,
    verdict::{Reason, Verdict, e164},
};
