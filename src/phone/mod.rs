//! Phone numbers: libphonenumber's verdicts out of compiled machines of digits.
//!
//! The metadata's patterns are compiled ahead of time (`cargo xtask gen phone`) into a minimal machine of digits for each calling
//! code, which is expanded when it is first asked for and then walked: one step a digit, no pattern engine, nothing allocated. The
//! walk also knows what patterns do not: the first digit at which no valid number can exist any more.
//!
//! ```
//! use kyc_rules::phone::{Kind, e164};
//! let verdict = e164("+14155552671");
//! assert!(verdict.valid);
//! assert_eq!((verdict.region, verdict.kind), (Some("US"), Kind::FixedLineOrMobile));
//! ```

pub(crate) mod codec;
#[cfg(feature = "phonenumber")]
mod convert;
#[cfg(test)]
mod exhaustive;
mod extension;
#[cfg(feature = "phone-formats")]
mod format;
mod kind;
#[cfg(feature = "phone-formats")]
mod layout;
mod national;
mod number;
mod parse;
mod reason;
mod scan;
pub(crate) mod symbols;
#[cfg(feature = "phone-formats")]
mod typing;
mod verdict;
mod world;

#[cfg(feature = "phone-formats")]
pub use self::typing::{Typed, as_you_type};
pub use self::{
    kind::Kind,
    number::Phone,
    parse::parse,
    reason::{PhoneError, Reason},
    verdict::{Verdict, e164},
};
