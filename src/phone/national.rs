//! What a region knows of numbers typed in it: lengths, national prefix, what is dialled before a calling code.

use std::sync::OnceLock;

use super::world::{Code, DEAD, Machine, ROOT};
use crate::tables::phone::NATIONAL;

/// The digit under which a region's state holds a machine, as the generator's `Part`.
#[derive(Debug, Clone, Copy)]
#[expect(dead_code, reason = "the parser wants them")]
pub(crate) enum Part {
    /// Not 0 where a whole number matches the region's general pattern.
    General = 0,
    /// The number of the action that takes the national prefix off.
    Prefix = 1,
    /// Not 0 behind what is dialled before a calling code.
    Idd = 2,
    /// 1 at a possible length, 2 at one possible within an area only.
    Lengths = 3,
    /// The place of the region the leading digits name, + 1.
    Leading = 4,
}

/// What libphonenumber says of a number's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    Possible,
    LocalOnly,
    TooShort,
    TooLong,
    Between,
}

/// The machines of all regions, expanded at the first call.
pub(crate) fn national() -> &'static Machine {
    static CELL: OnceLock<Machine> = OnceLock::new();
    CELL.get_or_init(|| Machine::new(NATIONAL))
}

/// Where a region's machine starts.
pub(crate) fn start(region: u8, part: Part) -> u16 {
    let machine = national();
    let digits = [region / 100, region / 10 % 10, region % 10, part as u8];
    digits.iter().fold(ROOT, |state, digit| machine.step(state, *digit))
}

/// What a region's possible lengths say of a number of so many digits.
pub(crate) fn length(region: u8, digits: usize) -> Length {
    let machine = national();
    let mut state = start(region, Part::Lengths);
    let mut possible_before = false;
    for _ in 0..digits {
        possible_before |= machine.answer(state) == 1;
        state = machine.step(state, 0);
    }
    let possible_behind = || {
        let mut state = state;
        while state != DEAD {
            if machine.answer(state) == 1 {
                return true;
            }
            state = machine.step(state, 0);
        }
        false
    };
    match machine.answer(state) {
        1 => Length::Possible,
        2 => Length::LocalOnly,
        _ if !possible_before => Length::TooShort,
        _ if possible_behind() => Length::Between,
        _ => Length::TooLong,
    }
}

/// The region of a number that is not valid, where its calling code or its leading digits tell it.
pub(crate) fn region_of_invalid(code: Code, national_number: &[u8]) -> Option<u8> {
    if code.regions < 2 {
        return Some(code.first);
    }
    let machine = national();
    let mut state = start(code.first, Part::Leading);
    let mut seen = 0;
    for digit in national_number {
        state = machine.step(state, *digit);
        match machine.answer(state) {
            0 => {}
            place => seen = place,
        }
    }
    let place = seen.checked_sub(1)?;
    Some(code.first.wrapping_add(place))
}
