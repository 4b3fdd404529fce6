//! Runs the checks of a scheme over a number: the one interpreter of the bytes that [`pack`](super::pack) writes.

pub(crate) use facts::{strength, tells};

use super::{
    buffer::Reader,
    compact::Compact,
    date::{self, BirthDate},
    format,
    primitives::{luhn, mod_11_10, remainder, value, verhoeff},
    schemes::special,
    words::RIGHT,
};
use crate::code::Code;

mod facts;
pub(crate) mod op;

/// Why a number fails, and whether for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) code: Code,
    pub(crate) hard: bool,
}

/// What running the checks has told so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    pub(crate) advisory: bool,
    pub(crate) born: Option<BirthDate>,
}

/// Runs the checks in order; the first that fails decides.
pub(crate) fn run(checks: &[u8], whole: &Compact, state: &mut State) -> Result<(), Failure> {
    let mut checks = Reader(checks);
    let number = whole.bytes();
    while !checks.is_empty() {
        let hard = !state.advisory;
        let (holds, code) = match checks.byte() {
            op::ADVISORY => {
                state.advisory = true;
                continue;
            }
            op::WHEN => {
                let fits = format::matches(checks.part(), whole);
                let inner = checks.part();
                if fits {
                    run(inner, whole, state)?;
                }
                continue;
            }
            op::ANY => {
                any(checks.part(), whole, state)?;
                continue;
            }
            kind @ (op::DATE | op::TELLS) => {
                state.born = date::read(&mut checks, number);
                (state.born.is_some() || kind == op::TELLS, Code::NationalIdFormat)
            }
            op::BORN => {
                let read = special::BORN.get(usize::from(checks.byte()));
                state.born = read.and_then(|read| read(number));
                (state.born.is_some(), Code::NationalIdFormat)
            }
            op::IN => (listed(&mut checks, number), Code::NationalIdNotIssued),
            op::NOT_IN => (!listed(&mut checks, number), Code::NationalIdNotIssued),
            op::NOT_SPECIMEN => {
                if listed(&mut checks, number) {
                    return Err(Failure { code: Code::NationalIdPlaceholder, hard: false });
                }
                continue;
            }
            op::NOT_ALL_SAME => {
                let same = number.iter().all(|byte| Some(byte) == number.first());
                (!same, Code::NationalIdNotIssued)
            }
            op::NOT_PALINDROME => {
                (!number.iter().eq(number.iter().rev()), Code::NationalIdNotIssued)
            }
            kind => (check_digit(kind, &mut checks, number), Code::NationalIdCheckDigit),
        };
        if !holds {
            return Err(Failure { code, hard });
        }
    }
    Ok(())
}

/// Whether check characters hold.
#[inline]
pub(super) fn check_digit(kind: u8, checks: &mut Reader<'_>, number: &[u8]) -> bool {
    match kind {
        op::SUM => sum(checks, number),
        op::MOD => modulo(checks, number),
        op::LUHN => {
            let (from, until, values) = (checks.place(), checks.place(), checks.byte());
            let until = if until == 0 { number.len() } else { place(number, until) };
            luhn(number.get(place(number, from)..until).unwrap_or_default(), values)
        }
        op::VERHOEFF => verhoeff(number),
        op::LUHN_AND_VERHOEFF => luhn_and_verhoeff(number),
        op::MOD_11_10 => mod_11_10(number),
        _ => special::RULES.get(usize::from(checks.byte())).is_some_and(|rule| rule(number)),
    }
}

/// Runs lists of checks until one holds; where none does, the last one's reason stands.
fn any(lists: &[u8], number: &Compact, state: &mut State) -> Result<(), Failure> {
    let mut lists = Reader(lists);
    let mut outcome = Ok(());
    while !lists.is_empty() {
        let mut tried = *state;
        outcome = run(lists.part(), number, &mut tried);
        if outcome.is_ok() {
            *state = tried;
            break;
        }
    }
    outcome
}

/// A weighted sum and the character it leads to.
fn sum(checks: &mut Reader<'_>, number: &[u8]) -> bool {
    let (from, at, values) = (checks.place(), checks.place(), checks.byte());
    let (weights, table) = (checks.part(), checks.part());
    if table.is_empty() {
        let (modulus, goal) = (u32::from(checks.byte()), u32::from(checks.byte()));
        let total = total(weights, number.get(place(number, from)..).unwrap_or_default(), values);
        return total.checked_rem(modulus) == Some(goal);
    }
    let second = if values & op::TWICE != 0 { Some(checks.part()) } else { None };
    let at = place(number, at);
    let Some(written) = number.get(at) else { return false };
    let from = place(number, from);
    let modulus = u32::try_from(table.len()).unwrap_or(0);
    let expected = |mut weights: &[u8]| {
        let mut from = from;
        if from > number.len() {
            // Weights that end right before the check character: those for characters that are not there fall away.
            let len = weights.len();
            weights = weights.get(len.saturating_sub(at)..).unwrap_or_default();
            from = at.saturating_sub(len);
        }
        let rest = total(weights, number.get(from..).unwrap_or_default(), values);
        table.get(usize::try_from(rest.checked_rem(modulus)?).ok()?)
    };
    match expected(weights) {
        Some(b'>' | b'}') => match second.and_then(expected) {
            Some(b'>') => *written == b'0',
            expected => expected == Some(written),
        },
        expected => expected == Some(written),
    }
}

#[inline]
fn total(weights: &[u8], number: &[u8], values: u8) -> u32 {
    let pairs = weights.iter().zip(number);
    let values = values & !op::TWICE;
    if values == 0 {
        return pairs.fold(0, |total: u32, (weight, byte)| {
            total.wrapping_add(u32::from(*weight).wrapping_mul(u32::from(value(*byte))))
        });
    }
    let alphabet = special::ALPHABETS.get(usize::from(values & !op::CROSS).wrapping_sub(1));
    pairs.fold(0, |total, (weight, byte)| {
        let unit = match alphabet {
            None => u32::from(value(*byte)),
            Some(alphabet) => {
                let known = alphabet.bytes().position(|known| known == *byte);
                u32::try_from(known.unwrap_or(0)).unwrap_or(0)
            }
        };
        let mut term = unit.wrapping_mul(u32::from(*weight));
        if values & op::CROSS != 0 && term > 9 {
            term = (term / 10).wrapping_add(term % 10);
        }
        total.wrapping_add(term)
    })
}

/// A number modulo another, and the digits it leads to.
fn modulo(checks: &mut Reader<'_>, number: &[u8]) -> bool {
    let (lead, len) = (checks.byte(), usize::from(checks.byte()));
    let modulus = u16::try_from(checks.len()).unwrap_or(0);
    let how = checks.byte();
    let Some((digits, check)) = number.split_at_checked(len) else { return false };
    let Some(rest) = remainder(lead, digits, modulus) else { return false };
    let written = check
        .iter()
        .fold(0_u16, |number, byte| number.wrapping_mul(10).wrapping_add(u16::from(value(*byte))));
    match how {
        op::SAME => written == rest,
        op::COMPLEMENT => written == modulus.wrapping_sub(rest),
        goal => rest == u16::from(goal),
    }
}

fn luhn_and_verhoeff(number: &[u8]) -> bool {
    let mut without = [0; 12];
    for (to, from) in without.iter_mut().zip(number.iter().take(11).chain(number.get(12))) {
        *to = *from;
    }
    luhn(number.get(..12).unwrap_or_default(), 10) && verhoeff(&without)
}

/// A place counted from the end where it is negative; one before the beginning, and [`RIGHT`], are beyond the end.
#[inline]
fn place(number: &[u8], at: i8) -> usize {
    let back = usize::from(at.unsigned_abs());
    if at >= 0 { back } else { number.len().wrapping_sub(back) }
}

const _: () = assert!(RIGHT.unsigned_abs() as usize > super::compact::CAPACITY);

/// Whether what stands at a place is one of the words of a list, or within one of its ranges.
fn listed(checks: &mut Reader<'_>, number: &[u8]) -> bool {
    let (at, width) = (checks.place(), checks.byte());
    let words = checks.part();
    let ranges = width & op::RANGES != 0;
    let width = usize::from(width & !op::RANGES);
    let here = number.get(place(number, at)..).and_then(|here| here.get(..width));
    let Some(here @ [first, ..]) = here else { return false };
    let stride = if ranges { width.wrapping_mul(2) } else { width };
    words.chunks_exact(stride.max(1)).any(|bounds| {
        let Some((low, high)) = bounds.split_at_checked(width) else { return false };
        let high = if ranges { high } else { low };
        // Most words differ in the first character already.
        let near = low.first() <= Some(first) && Some(first) <= high.first();
        near && low <= here && here <= high
    })
}
