//! The operations, and the bytes that tell their kinds apart.

/// From here on, what fails is a warning.
pub(crate) const ADVISORY: u8 = 1;
/// From, at, alphabet with [`CROSS`] and [`TWICE`], weights behind their length, table behind its length (none: modulus,
/// remainder), the weights of the second pass behind theirs where there is one.
pub(crate) const SUM: u8 = 2;
/// Lead, length, modulus as a length, [`SAME`] or [`COMPLEMENT`] or the remainder.
pub(crate) const MOD: u8 = 3;
/// From, until, values a place.
pub(crate) const LUHN: u8 = 4;
pub(crate) const VERHOEFF: u8 = 5;
pub(crate) const LUHN_AND_VERHOEFF: u8 = 6;
pub(crate) const MOD_11_10: u8 = 7;
/// At, layout, century, what is added to the day, what is added to the month behind its length.
pub(crate) const DATE: u8 = 8;
/// As a date.
pub(crate) const TELLS: u8 = 9;
/// Which of `special::BORN`.
pub(crate) const BORN: u8 = 10;
/// At, width and [`RANGES`], words behind their length.
pub(crate) const IN: u8 = 11;
pub(crate) const NOT_IN: u8 = 12;
pub(crate) const NOT_SPECIMEN: u8 = 13;
pub(crate) const NOT_ALL_SAME: u8 = 14;
pub(crate) const NOT_PALINDROME: u8 = 15;
/// A format behind its length, checks behind theirs.
pub(crate) const WHEN: u8 = 16;
/// Lists of checks, each behind its length, behind the length of all.
pub(crate) const ANY: u8 = 17;
/// Which of `special::RULES`.
pub(crate) const RULE: u8 = 18;

/// In a sum: products above 9 count as the sum of their digits.
pub(crate) const CROSS: u8 = 128;
/// In a sum: there is a second pass.
pub(crate) const TWICE: u8 = 64;
/// In a list: its words are lower and upper bounds in turn.
pub(crate) const RANGES: u8 = 128;

pub(crate) const SAME: u8 = 255;
pub(crate) const COMPLEMENT: u8 = 254;

pub(crate) const YYMMDD: u8 = 0;
pub(crate) const DDMMYY: u8 = 1;
pub(crate) const YYYYMMDD: u8 = 2;
pub(crate) const DDMMYYY: u8 = 3;

pub(crate) const OPEN: u8 = 0;
/// At, centuries behind their length.
pub(crate) const BY_DIGIT: u8 = 1;
/// Centuries behind their length.
pub(crate) const BY_MONTH: u8 = 2;
/// Which of `special::CENTURIES`.
pub(crate) const BY_RULE: u8 = 3;
