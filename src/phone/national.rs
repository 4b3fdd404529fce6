//! What a region knows of numbers typed in it: lengths, national prefix, what is dialled before a calling code.

use super::{
    reason::Reason,
    scan::Digits,
    world::{Code, DEAD, Machine, ROOT, world},
};
use crate::tables::phone::ACTIONS;

/// The digit under which a region's state holds a machine, as the generator's `Part`.
#[derive(Debug, Clone, Copy)]
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

/// A region's machine, and the state it starts in: of several regions of one calling code, each stands behind two digits.
fn start(region: u8, part: Part) -> Option<(&'static Machine, u16)> {
    let code = world().code_of(region)?;
    let machine = &code.machines().national;
    let place = region.wrapping_sub(code.first);
    let mut state = ROOT;
    if code.regions > 1 {
        state = machine.step(machine.step(state, place / 10), place % 10);
    }
    Some((machine, machine.step(state, part as u8)))
}

/// What a region's possible lengths say of a number of so many digits.
pub(crate) fn length(region: u8, digits: usize) -> Length {
    let Some((machine, mut state)) = start(region, Part::Lengths) else { return Length::TooShort };
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
    let (machine, mut state) = start(code.first, Part::Leading)?;
    let mut seen = 0;
    for digit in national_number {
        state = machine.step(state, *digit);
        match machine.answer(state) {
            0 => {}
            place => seen = place,
        }
    }
    let place = seen.checked_sub(1)?;
    Some(code.first.wrapping_add(u8::try_from(place).ok()?))
}

/// Whether one of a region's machines answers to the whole number.
pub(crate) fn ends_in(region: u8, part: Part, digits: &[u8]) -> bool {
    start(region, part).is_some_and(|(machine, start)| {
        let end = digits.iter().fold(start, |state, digit| machine.step(state, *digit));
        machine.answer(end) != 0
    })
}

/// How many digits from the start one of a region's machines last answers to.
pub(crate) fn last_end(region: u8, part: Part, digits: &[u8]) -> Option<usize> {
    let (machine, mut state) = start(region, part)?;
    let mut end = None;
    for (read, digit) in (1..).zip(digits) {
        state = machine.step(state, *digit);
        if state == DEAD {
            break;
        }
        if machine.answer(state) != 0 {
            end = Some(read);
        }
    }
    end
}

/// A number without its national prefix, as libphonenumber takes it off: not where the number matches the region's general
/// pattern and what is left does not.
pub(crate) fn strip_prefix(region: u8, number: &Digits) -> Result<Digits, Reason> {
    let digits = number.values();
    let Some(action) = action(region, digits) else { return Ok(*number) };
    let mut bare = Digits::EMPTY;
    let (literal, width) = (action >> 16, action >> 13 & 7);
    for place in (0..width).rev() {
        let value = 10_u32.checked_pow(place).and_then(|unit| literal.checked_div(unit));
        bare.push(u8::try_from(value.unwrap_or(0) % 10).unwrap_or(0))?;
    }
    let part = |shift: u32| (action >> shift & 15) as usize;
    bare.extend(digits.get(part(5)..part(9)).unwrap_or(&[]))?;
    bare.extend(digits.get(part(1)..).unwrap_or(&[]))?;
    let general = |digits: &[u8]| ends_in(region, Part::General, digits);
    Ok(if general(digits) && !general(bare.values()) { *number } else { bare })
}

/// What is to become of a number's national prefix: the last thing the machine says of it, where that counts.
fn action(region: u8, digits: &[u8]) -> Option<u32> {
    let (machine, mut state) = start(region, Part::Prefix)?;
    let mut found = None;
    for (read, digit) in (1..).zip(digits) {
        state = machine.step(state, *digit);
        if state == DEAD {
            break;
        }
        let number = usize::from(machine.answer(state)).checked_sub(1);
        let action = number.and_then(|number| ACTIONS.get(number).copied());
        let only_at_end = |action: &u32| action & 1 == 1;
        found = action.filter(|action| !only_at_end(action) || read == digits.len()).or(found);
    }
    found
}

/// How many digits a national prefix has that simply stands in front.
#[cfg(feature = "phone-formats")]
pub(crate) fn prefix_length(region: u8, digits: &[u8]) -> Option<usize> {
    let action = action(region, digits)?;
    let part = |shift: u32| (action >> shift & 15) as usize;
    let literal = action >> 13 & 7;
    let plain = literal == 0 && part(5) == part(9);
    plain.then(|| part(1)).filter(|length| *length < digits.len())
}
