//! When someone was born, as some countries' numbers tell it in a way of their own: the century, or the whole date.

use super::{decimal, two};
use crate::national_id::{
    date::BirthDate,
    primitives::{remainder, value},
};

/// Where a number leaves the century open after all.
pub(crate) const OPEN: u8 = u8::MAX;

/// Belgium: the check digits of who was born since 2000 are reckoned with a 2 before the number.
pub(super) fn be_century(number: &[u8]) -> Option<u8> {
    let rest = remainder(0, number.get(..9)?, 97)?;
    Some(if two(number, 9) == 97_u16.wrapping_sub(rest) { 19 } else { 20 })
}

/// Czechia and Slovakia: nine digits were given until 1953, ten since 1954; to who was born before and registered late, too.
pub(super) fn cz_century(number: &[u8]) -> Option<u8> {
    match (number.len(), two(number, 0)) {
        (9, 0..=53) | (10, 54..) => Some(19),
        (9, 80..) => Some(18),
        (10, _) => Some(OPEN),
        _ => None,
    }
}

/// Denmark: the seventh digit and the year.
pub(super) fn dk_century(number: &[u8]) -> Option<u8> {
    match (number.get(6)?, two(number, 4)) {
        (b'5'..=b'8', 58..) => Some(18),
        (b'0'..=b'3', _) | (b'4' | b'9', 37..) => Some(19),
        _ => Some(20),
    }
}

/// Finland: the sign or letter behind the date. Nobody whose sign is `+` is alive, so both signs count as 19.
pub(super) fn fi_century(number: &[u8]) -> Option<u8> {
    Some(if matches!(number.get(6)?, b'A'..=b'F') { 20 } else { 19 })
}

/// Iceland: the last digit.
pub(super) fn is_century(number: &[u8]) -> Option<u8> {
    match number.last()? {
        b'8' => Some(18),
        b'9' => Some(19),
        b'0' => Some(20),
        _ => None,
    }
}

/// Mexico: the 17th character is a digit for births of the last century, a letter for those of this one.
pub(super) fn mx_curp_century(number: &[u8]) -> Option<u8> {
    Some(if number.get(16)?.is_ascii_digit() { 19 } else { 20 })
}

/// Norway: the individual number and the year.
pub(super) fn no_century(number: &[u8]) -> Option<u8> {
    let individual = two(number, 6).wrapping_mul(10).wrapping_add(u16::from(digit(number, 8)));
    match (individual, two(number, 4)) {
        (0..=499, _) | (900.., 40..) => Some(19),
        (500..=749, 54..) => Some(18),
        (_, 0..=39) => Some(20),
        _ => None,
    }
}

/// Italy: the year in digits, a letter for the month, the day, which is 40 more for women. Where two people's codes would be the
/// same, letters stand for digits.
pub(super) fn it_birth(number: &[u8]) -> Option<BirthDate> {
    let plain = |at: usize| {
        let byte = *number.get(at)?;
        let letter = b"LMNPQRSTUV".iter().position(|known| *known == byte);
        u16::try_from(letter.unwrap_or(usize::from(value(byte)))).ok()
    };
    let pair =
        |at: usize| Some(plain(at)?.wrapping_mul(10).wrapping_add(plain(at.wrapping_add(1))?));
    let month = number.get(8)?;
    let month = b"ABCDEHLMPRST".iter().position(|known| known == month)?.wrapping_add(1);
    let day = pair(9)?;
    let day = if day > 40 { day.wrapping_sub(40) } else { day };
    BirthDate::new(pair(6)?, false, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Sri Lanka: the year, then the day of a year that has a 29 February, 500 more for women.
pub(super) fn lk_birth(number: &[u8]) -> Option<BirthDate> {
    let known = number.len() == 12;
    let width = if known { 4 } else { 2 };
    let year = number.iter().take(width).fold(0, |number, byte| decimal(number, *byte));
    let day = number.iter().skip(width).take(3).fold(0, |number, byte| decimal(number, *byte));
    let mut left = if day > 500 { day.wrapping_sub(500) } else { day };
    for (month, days) in (1_u8..).zip([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        if left <= days {
            return BirthDate::new(year, known, month, u8::try_from(left).ok()?);
        }
        left = left.wrapping_sub(days);
    }
    None
}

/// Ukraine: the days since the last one of 1899.
pub(super) fn ua_birth(number: &[u8]) -> Option<BirthDate> {
    days_since(2_415_020, number)
}

/// Hungary: behind the 8, the days since the first one of 1867.
pub(super) fn hu_birth(number: &[u8]) -> Option<BirthDate> {
    days_since(2_402_968, number.get(1..)?)
}

/// The date that is as many days behind a Julian day as the first five digits say.
fn days_since(start: i32, number: &[u8]) -> Option<BirthDate> {
    let days = number
        .iter()
        .take(5)
        .fold(0_i32, |days, byte| days.wrapping_mul(10).wrapping_add(i32::from(value(*byte))));
    let date = time::Date::from_julian_day(days.wrapping_add(start)).ok()?;
    BirthDate::new(u16::try_from(date.year()).ok()?, true, u8::from(date.month()), date.day())
}

fn digit(number: &[u8], at: usize) -> u8 {
    number.get(at).map_or(0, |byte| value(*byte))
}
