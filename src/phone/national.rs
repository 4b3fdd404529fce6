//! What a region knows of numbers typed in it: lengths, national prefix, what is dialled before a calling code.

use super::{
    reason::Reason,
    scan::Digits,
    world::{Code, DEAD, Machine, ROOT, world},
};
use crate::tables::phone::ACTIONS;

/// The digit under which a region's state holds a machine, as the generator's `Part`.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// Not 0 where a whole number matches the general pattern.
    General = 0,
    /// The number of the action that takes the national prefix off.
    Prefix = 1,
    /// Not 0 behind what is dialled before a calling code.
    Idd = 2,
    /// Not 0 at a possible length.
    Possible = 3,
    /// Not 0 at a length possible within an area only.
    Local = 4,
    /// The place of the region the leading digits name, + 1.
    Leading = 5,
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

/// What one region knows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    /// Its calling code.
    pub(crate) code: Code,
    machine: &'static Machine,
    /// The state behind which its parts stand.
    state: u16,
}

impl Rules {
    /// A region's.
    pub(crate) fn of(region: u8) -> Option<Self> {
        world().code_of(region).map(|code| Self::new(code, region))
    }

    /// Those of the main region of a calling code: they hold once it was told.
    pub(crate) fn of_main(code: Code) -> Self {
        Self::new(code, code.first)
    }

    /// Of several regions of one calling code, each stands behind the two digits of its place.
    fn new(code: Code, region: u8) -> Self {
        let machine = &code.machines().national;
        let place = region.wrapping_sub(code.first);
        let mut state = ROOT;
        if code.regions > 1 {
            state = machine.step(machine.step(state, place / 10), place % 10);
        }
        Self { code, machine, state }
    }

    fn part(self, part: Part) -> u16 {
        self.machine.step(self.state, part as u8)
    }

    /// What the possible lengths say of a number of so many digits.
    pub(crate) fn length(self, digits: usize) -> Length {
        let lengths = |part| self.machine.ends(self.part(part));
        let possible = lengths(Part::Possible);
        let digits = u32::try_from(digits).unwrap_or(u32::MAX);
        let Some(this) = 1_u32.checked_shl(digits) else { return Length::TooLong };
        match this {
            _ if possible & this != 0 => Length::Possible,
            _ if lengths(Part::Local) & this != 0 => Length::LocalOnly,
            _ if possible & this.wrapping_sub(1) == 0 => Length::TooShort,
            _ if possible > this => Length::Between,
            _ => Length::TooLong,
        }
    }

    /// What a part answers behind each digit, as long as it may have an answer: how many digits those are, and the answer.
    fn answers(self, part: Part, digits: &[u8]) -> impl Iterator<Item = (usize, u16)> {
        let mut state = self.part(part);
        (1..).zip(digits).map_while(move |(read, digit)| {
            state = self.machine.step(state, *digit);
            (state != DEAD).then(|| (read, self.machine.answer(state)))
        })
    }

    /// The last of them.
    fn last_answer(self, part: Part, digits: &[u8]) -> Option<(usize, u16)> {
        self.answers(part, digits).filter(|(_, answer)| *answer != 0).last()
    }

    /// The region of a number that is not valid, as the leading digits tell it.
    fn leading(self, national_number: &[u8]) -> Option<u8> {
        let (_, answer) = self.last_answer(Part::Leading, national_number)?;
        let place = u8::try_from(answer.checked_sub(1)?).ok()?;
        Some(self.code.first.wrapping_add(place))
    }

    /// Whether the whole number matches the general pattern.
    pub(crate) fn is_general(self, digits: &[u8]) -> bool {
        let start = self.part(Part::General);
        let end = digits.iter().fold(start, |state, digit| self.machine.step(state, *digit));
        self.machine.answer(end) != 0
    }

    /// How many digits from the start are what is dialled before a calling code.
    pub(crate) fn idd(self, digits: &[u8]) -> Option<usize> {
        self.last_answer(Part::Idd, digits).map(|(read, _)| read)
    }

    /// A number without its national prefix, as libphonenumber takes it off: not where the number matches the general pattern
    /// and what is left does not.
    pub(crate) fn strip_prefix(self, number: &Digits) -> Result<Digits, Reason> {
        let digits = number.values();
        let Some(action) = self.action(digits) else { return Ok(*number) };
        let mut bare = Digits::EMPTY;
        let (literal, width) = (action >> 16, action >> 13 & 7);
        for place in (0..width).rev() {
            let value = 10_u32.checked_pow(place).and_then(|unit| literal.checked_div(unit));
            bare.push(u8::try_from(value.unwrap_or(0) % 10).unwrap_or(0))?;
        }
        let part = |shift: u32| (action >> shift & 15) as usize;
        bare.extend(digits.get(part(5)..part(9)).unwrap_or(&[]))?;
        bare.extend(digits.get(part(1)..).unwrap_or(&[]))?;
        let needed = self.is_general(digits) && !self.is_general(bare.values());
        Ok(if needed { *number } else { bare })
    }

    /// What is to become of a number's national prefix: the last thing the machine says of it, where that counts.
    fn action(self, digits: &[u8]) -> Option<u32> {
        let of = |(read, answer): (usize, u16)| {
            let action = *ACTIONS.get(usize::from(answer).checked_sub(1)?)?;
            let only_at_end = action & 1 == 1;
            (!only_at_end || read == digits.len()).then_some(action)
        };
        self.answers(Part::Prefix, digits).filter_map(of).last()
    }

    /// How many digits a national prefix has that simply stands in front.
    #[cfg(feature = "phone-formats")]
    pub(crate) fn prefix_length(self, digits: &[u8]) -> Option<usize> {
        let action = self.action(digits)?;
        let part = |shift: u32| (action >> shift & 15) as usize;
        let literal = action >> 13 & 7;
        let plain = literal == 0 && part(5) == part(9);
        plain.then(|| part(1)).filter(|length| *length < digits.len())
    }
}

/// The region of a number that is not valid, where its calling code or its leading digits tell it.
pub(crate) fn region_of_invalid(code: Code, national_number: &[u8]) -> Option<u8> {
    match code.regions {
        0 | 1 => Some(code.first),
        _ => Rules::of_main(code).leading(national_number),
    }
}
