//! The machine of every valid number, expanded once, and what stands around it: calling codes and their regions.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::{
    codec::{self, ROW, Table},
    kind::Kind,
};
use crate::tables::phone::{ANSWERS, CODES, MODEL, REGIONS, WORLD};

/// A machine of digits. A state is the place of its row in the table of next states, so that a step is one addition and one
/// load.
#[derive(Debug)]
pub(crate) struct Machine(Table);

/// The state without a way to any answer.
pub(crate) const DEAD: u16 = 0;
/// Where every machine starts.
pub(crate) const ROOT: u16 = ROW;

impl Machine {
    /// Expands a machine.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        Self(codec::read(MODEL, bytes))
    }

    /// Where a digit (0–9) leads.
    pub(crate) fn step(&self, state: u16, digit: u8) -> u16 {
        let place = usize::from(state).wrapping_add(usize::from(digit));
        self.0.next.get(place).copied().unwrap_or(DEAD)
    }

    /// A state's answer, 0 for none.
    pub(crate) fn answer(&self, state: u16) -> u16 {
        self.0.outputs.get(usize::from(state / ROW)).copied().unwrap_or(0)
    }
}

/// A calling code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Code {
    /// The code: 1 to 999.
    pub(crate) number: u16,
    /// The number of its main region.
    pub(crate) first: u8,
    /// How many regions it has.
    pub(crate) regions: u8,
}

/// The machine and the calling codes.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) machine: Machine,
    codes: Vec<Code>,
    /// Three first digits → place in `codes` + 1.
    by_digits: [u8; 1000],
}

/// The world, expanded at the first call.
pub(crate) fn world() -> &'static World {
    static CELL: OnceLock<World> = OnceLock::new();
    CELL.get_or_init(World::new)
}

impl World {
    fn new() -> Self {
        let mut codes = Vec::with_capacity(CODES.len());
        let mut by_digits = [0; 1000];
        let mut first = 0_u8;
        for (place, packed) in (1_u8..).zip(CODES) {
            let (number, regions) = (packed >> 5, (packed & 31) as u8);
            codes.push(Code { number, first, regions });
            first = first.wrapping_add(regions);
            let width = match number {
                0..10 => 100,
                10..100 => 10,
                _ => 1,
            };
            let from = usize::from(number).wrapping_mul(width);
            if let Some(places) = by_digits.get_mut(from..from.wrapping_add(width)) {
                places.fill(place);
            }
        }
        Self { machine: Machine::new(WORLD), codes, by_digits }
    }

    /// The calling code that digits (0–9) start with.
    pub(crate) fn code(&self, digits: &[u8]) -> Option<Code> {
        let digit = |at: usize| digits.get(at).copied().map_or(0, usize::from);
        let three = digit(0)
            .wrapping_mul(100)
            .wrapping_add(digit(1).wrapping_mul(10))
            .wrapping_add(digit(2));
        let place = usize::from(*self.by_digits.get(three)?).checked_sub(1)?;
        // Where the digits end within a code, the zeros in their stead must not make another one of them.
        self.codes.get(place).copied().filter(|code| code.width() <= digits.len())
    }

    /// The main region of each calling code, in the order of the tables.
    #[cfg(feature = "phone-formats")]
    pub(crate) fn main_regions(&self) -> impl Iterator<Item = u8> + '_ {
        self.codes.iter().map(|code| code.first)
    }

    /// The calling code of a region.
    pub(crate) fn code_of(&self, region: u8) -> Option<Code> {
        self.codes.iter().rfind(|code| code.first <= region).copied()
    }
}

/// A calling code by its number.
#[cfg(feature = "phone-formats")]
pub(crate) fn code_by_number(number: u16) -> Option<Code> {
    world().codes.iter().find(|code| code.number == number).copied()
}

impl Code {
    /// How many digits it has.
    pub(crate) const fn width(self) -> usize {
        match self.number {
            0..10 => 1,
            10..100 => 2,
            _ => 3,
        }
    }

    /// Region and type of an answer of the machine.
    pub(crate) fn answer(self, answer: u16) -> Option<(u8, Kind)> {
        let packed = ANSWERS.get(usize::from(answer).checked_sub(1)?)?;
        let place = u8::try_from(packed >> 4).ok()?;
        Some((self.first.wrapping_add(place), Kind::from_number((packed & 15) as u8)))
    }
}

/// A region's name: alpha-2, or `001` where the calling code belongs to no country.
pub(crate) fn region_name(region: u8) -> &'static str {
    let from = usize::from(region).wrapping_mul(2);
    match REGIONS.get(from..from.wrapping_add(2)) {
        Some("00") | None => "001",
        Some(name) => name,
    }
}

/// The region of a name, in either case; none has `001`, which is several.
pub(crate) fn region(name: &str) -> Option<u8> {
    let mut name = <[u8; 2]>::try_from(name.as_bytes()).ok().filter(|name| *name != *b"00")?;
    name.make_ascii_uppercase();
    let place = REGIONS.as_bytes().chunks_exact(2).position(|region| region == name)?;
    u8::try_from(place).ok()
}
