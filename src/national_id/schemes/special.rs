//! What is too much of one country's own to be data.

pub(crate) use births::OPEN;
use births::{
    be_century, cz_century, dk_century, fi_century, hu_birth, is_century, it_birth, lk_birth,
    mx_curp_century, no_century, ua_birth,
};

use super::super::{date::BirthDate, primitives::value};

mod births;

/// Rules of their own, by number.
pub(crate) static RULES: [fn(&[u8]) -> bool; 7] =
    [odd_even_26, de_card, de_idnr_repeats, by_unp, ru_snils, tr_vkn, nl_btw];
pub(super) const ODD_EVEN_26: u8 = 0;
pub(super) const DE_CARD: u8 = 1;
pub(super) const DE_IDNR_REPEATS: u8 = 2;
pub(super) const BY_UNP: u8 = 3;
pub(super) const RU_SNILS: u8 = 4;
pub(super) const TR_VKN: u8 = 5;
pub(super) const NL_BTW: u8 = 6;

/// Tells the century out of a number.
type CenturyOf = fn(&[u8]) -> Option<u8>;
/// Tells a date of birth out of a number.
type BornOf = fn(&[u8]) -> Option<BirthDate>;

/// How numbers tell the century, by number.
pub(crate) static CENTURIES: [CenturyOf; 7] =
    [be_century, cz_century, dk_century, fi_century, is_century, mx_curp_century, no_century];
pub(super) const BE_CENTURY: u8 = 0;
pub(super) const CZ_CENTURY: u8 = 1;
pub(super) const DK_CENTURY: u8 = 2;
pub(super) const FI_CENTURY: u8 = 3;
pub(super) const IS_CENTURY: u8 = 4;
pub(super) const MX_CURP_CENTURY: u8 = 5;
pub(super) const NO_CENTURY: u8 = 6;

/// Dates of birth written in a way of their own, by number.
pub(crate) static BORN: [BornOf; 4] = [hu_birth, it_birth, lk_birth, ua_birth];
pub(super) const HU_BIRTH: u8 = 0;
pub(super) const IT_BIRTH: u8 = 1;
pub(super) const LK_BIRTH: u8 = 2;
pub(super) const UA_BIRTH: u8 = 3;

/// The characters of some numbers by value, by number from 1: their places in the text. `?` is none.
pub(crate) static ALPHABETS: [&str; 13] = [
    "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ ~",
    "0123456789ABCDEFGHIJKLMN~OPQRSTUVWXYZ",
    "0123456789ABCDEFGHJKLMNPQRTUWXY",
    "0123456789?S???T",
    "0123456789?F???G",
    "0123456789????M",
    "ABCDEFGHJKLMNPQRSTUVWX0123456789",
    "0123456789BAKJHGFEDCNMLVUTSRQIZWYX????OP",
    "0123456789???????ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "0123456789??VEJPG",
    "0123456789ABCDEFGHIRJKLMNOPQZS?TUVWXY",
    "0123456789?????????????XYZ",
    "0123456789?????????????WAB?????H",
];
pub(super) const RFC: u8 = 1;
pub(super) const MX_CURP_VALUES: u8 = 2;
pub(super) const CN_USCC_VALUES: u8 = 3;
pub(super) const SG_NRIC_VALUES: u8 = 4;
pub(super) const SG_NRIC_VALUES_2: u8 = 5;
pub(super) const SG_NRIC_VALUES_3: u8 = 6;
pub(super) const SG_UEN_VALUES: u8 = 7;
pub(super) const TW_NATID_VALUES: u8 = 8;
pub(super) const CNPJ: u8 = 9;
pub(super) const VE_RIF_VALUES: u8 = 10;
pub(super) const DE_SVNR_VALUES: u8 = 11;
pub(super) const ES_DNI_VALUES: u8 = 12;
pub(super) const IE_PPS_VALUES: u8 = 13;
/// The number in the two digits at a place.
fn two(number: &[u8], at: usize) -> u16 {
    number.iter().skip(at).take(2).fold(0, |number, byte| decimal(number, *byte))
}

fn decimal(number: u16, byte: u8) -> u16 {
    number.wrapping_mul(10).wrapping_add(u16::from(value(byte)))
}

/// Italy and Cyprus: characters on odd places count by a table, on even ones as they are; the sum modulo 26 is the last letter.
fn odd_even_26(number: &[u8]) -> bool {
    /// The value of A–Z on an odd place, as a letter; that of a digit is the one of the letter as far into the alphabet.
    const ODD: &[u8; 26] = b"BAFHJNPRTVCESULDGIMOQKWZYX";
    let letter =
        |byte: u8| if byte.is_ascii_digit() { byte } else { byte.wrapping_sub(b'A' - b'0') };
    let Some((last, head)) = number.split_last() else { return false };
    let mut sum = 0_u32;
    for (at, byte) in head.iter().enumerate() {
        let place = letter(*byte).wrapping_sub(b'0');
        let term = if at % 2 == 0 {
            ODD.get(usize::from(place)).map_or(0, |odd| odd.wrapping_sub(b'A'))
        } else {
            place
        };
        sum = sum.wrapping_add(u32::from(term));
    }
    u32::from(last.wrapping_sub(b'A')) == sum % 26
}

/// Belarus: letters count 10 to 35 on the first place, and 0 to 9 by their own alphabet on the second.
fn by_unp(number: &[u8]) -> bool {
    let [first, second, digits @ .., check] = number else { return false };
    let Some(second) = b"ABCEHKMOPT".iter().position(|known| known == second) else { return false };
    let mut sum = u32::from(value(*first)).wrapping_mul(29);
    sum = sum.wrapping_add(u32::try_from(second).unwrap_or(0).wrapping_mul(23));
    for (digit, weight) in digits.iter().zip([19, 17, 13, 7, 5, 3]) {
        sum = sum.wrapping_add(u32::from(value(*digit)).wrapping_mul(weight));
    }
    sum % 11 == u32::from(value(*check))
}

/// Germany's identity card, as ICAO 9303 has it: weights 7, 3, 1 over each part, and over all of them.
fn de_card(number: &[u8]) -> bool {
    let seven_three_one = |parts: &[&[u8]], check: u8| {
        let sum =
            parts.iter().copied().flatten().zip([7_u32, 3, 1].into_iter().cycle()).fold(
                0_u32,
                |sum, (byte, weight)| {
                    sum.wrapping_add(u32::from(value(*byte)).wrapping_mul(weight))
                },
            );
        sum % 10 == u32::from(value(check))
    };
    let Some((serial, rest)) = number.split_at_checked(9) else { return false };
    let Some((check, rest)) = rest.split_first() else { return true };
    if !seven_three_one(&[serial], *check) {
        return false;
    }
    // The D of the nationality stands behind the serial on older cards, behind the dates on newer ones.
    let [dates @ .., last] = (match rest {
        [b'D', rest @ ..] => rest,
        _ => rest,
    }) else {
        return true;
    };
    let Some((birth, rest)) = dates.split_at_checked(7) else { return false };
    let Some((expiry, _)) = rest.split_at_checked(7) else { return false };
    let holds = |part: &[u8]| {
        part.split_last().is_some_and(|(check, date)| seven_three_one(&[date], *check))
    };
    holds(birth)
        && holds(expiry)
        && seven_three_one(&[serial, core::slice::from_ref(check), birth, expiry], *last)
}

/// Germany's tax number: of its first ten digits one stands twice or thrice, never three in a row, and the others once at most.
pub(crate) fn de_idnr_repeats(number: &[u8]) -> bool {
    let Some(ten) = number.get(..10) else { return false };
    let mut counts = [0_u8; 10];
    for byte in ten {
        if let Some(count) = counts.get_mut(usize::from(value(*byte))) {
            *count = count.wrapping_add(1);
        }
    }
    let mut repeated = counts.iter().filter(|count| **count > 1);
    matches!((repeated.next(), repeated.next()), (Some(2 | 3), None))
        && !ten.windows(3).any(|three| matches!(three, [a, b, c] if a == b && b == c))
}

/// Russia's insurance number: nine digits weighted 9 to 1, modulo 101 and 100; the first million has no check digits.
fn ru_snils(number: &[u8]) -> bool {
    let Some((digits, check)) = number.split_at_checked(9) else { return false };
    let sum = digits.iter().zip((1_u32..=9).rev()).fold(0_u32, |sum, (byte, weight)| {
        sum.wrapping_add(u32::from(value(*byte)).wrapping_mul(weight))
    });
    digits < b"001001999".as_slice() || u32::from(two(check, 0)) == sum % 101 % 100
}

/// Turkey's tax number: each digit is shifted by its place, multiplied by a power of 2 modulo 9, and summed up.
fn tr_vkn(number: &[u8]) -> bool {
    let Some((check, digits)) = number.split_last() else { return false };
    let mut sum = 0_u32;
    for (byte, place) in digits.iter().rev().zip(1_u32..) {
        let shifted = u32::from(value(*byte)).wrapping_add(place) % 10;
        if shifted > 0 {
            let term = shifted.wrapping_mul(1_u32.wrapping_shl(place)) % 9;
            sum = sum.wrapping_add(if term == 0 { 9 } else { term });
        }
    }
    (10_u32.wrapping_sub(sum % 10)) % 10 == u32::from(value(*check))
}

/// The Netherlands: `NL` before the number, letters as 10 to 35, is 1 modulo 97.
fn nl_btw(number: &[u8]) -> bool {
    let rest = b"NL".iter().chain(number).map(|byte| value(*byte)).fold(0_u32, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        rest.wrapping_mul(shift).wrapping_add(u32::from(value)) % 97
    });
    rest == 1
}

#[cfg(test)]
mod tests;
