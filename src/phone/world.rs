//! The machines of each calling code, expanded when it is first asked for, and what stands around them: calling codes and their
//! regions.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::{
    codec::{self, CELLS, ROW, Table},
    kind::Kind,
    symbols::Reader,
};
use crate::tables::phone::{ANSWERS, CODES, MODEL, REGIONS};
#[cfg(feature = "phone-formats")]
use crate::tables::phone_formats::{LENGTHS, MACHINES};
#[cfg(not(feature = "phone-formats"))]
use crate::tables::phone_machines::{LENGTHS, MACHINES};

/// A machine of digits. A state is the place of its row in the table of next states, so that a step is one addition and one
/// load.
#[derive(Debug)]
pub(crate) struct Machine(Table);

/// The state without a way to any answer.
pub(crate) const DEAD: u16 = 0;
/// Where every machine starts.
pub(crate) const ROOT: u16 = ROW;

impl Machine {
    /// The machine of no number at all.
    const NONE: Self = Self(Table { next: Vec::new(), outputs: Vec::new() });

    /// Expands one.
    fn read(reader: &mut Reader<'_>) -> Self {
        Self(codec::read(reader))
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

/// What is known of the numbers of a calling code.
#[derive(Debug)]
pub(crate) struct Machines {
    /// Its valid national significant numbers; an answer is for [`Code::answer`].
    pub(crate) numbers: Machine,
    /// What its regions know of numbers typed there: `national`.
    pub(crate) national: Machine,
    /// What its numbers are laid out by: `layout`.
    #[cfg(feature = "phone-formats")]
    pub(crate) layouts: Machine,
}

impl Machines {
    /// Those of no calling code.
    const NONE: Self = Self {
        numbers: Machine::NONE,
        national: Machine::NONE,
        #[cfg(feature = "phone-formats")]
        layouts: Machine::NONE,
    };

    /// Expands those of a calling code.
    #[cold]
    #[inline(never)]
    fn of(place: usize) -> Self {
        let mut lengths = LENGTHS.iter().map(|length| usize::from(*length));
        let from = lengths.by_ref().take(place).fold(0, usize::wrapping_add);
        let to = from.wrapping_add(lengths.next().unwrap_or(0));
        let mut reader = Reader::new(MODEL, CELLS, MACHINES.get(from..to).unwrap_or_default());
        Self {
            numbers: Machine::read(&mut reader),
            national: Machine::read(&mut reader),
            #[cfg(feature = "phone-formats")]
            layouts: Machine::read(&mut reader),
        }
    }
}

/// A calling code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Code {
    /// Its place among the codes.
    pub(crate) place: u8,
    /// The code: 1 to 999.
    pub(crate) number: u16,
    /// The number of its main region.
    pub(crate) first: u8,
    /// How many regions it has.
    pub(crate) regions: u8,
}

/// The calling codes.
#[derive(Debug)]
pub(crate) struct World {
    codes: Vec<Code>,
    /// Three first digits → place in `codes` + 1.
    by_digits: [u8; 1000],
    /// Region → place in `codes`.
    by_region: [u8; 256],
}

/// The world, laid out at the first call.
pub(crate) fn world() -> &'static World {
    static CELL: OnceLock<World> = OnceLock::new();
    CELL.get_or_init(World::new)
}

impl World {
    fn new() -> Self {
        let mut codes = Vec::with_capacity(CODES.len());
        let mut by_digits = [0; 1000];
        let mut by_region = [0; 256];
        let mut first = 0_u8;
        for (place, packed) in (0_u8..).zip(CODES) {
            let (number, regions) = (packed >> 5, (packed & 31) as u8);
            codes.push(Code { place, number, first, regions });
            by_region.iter_mut().skip(first.into()).for_each(|code| *code = place);
            first = first.wrapping_add(regions);
            let width = match number {
                0..10 => 100,
                10..100 => 10,
                _ => 1,
            };
            let from = usize::from(number).wrapping_mul(width);
            if let Some(places) = by_digits.get_mut(from..from.wrapping_add(width)) {
                places.fill(place.wrapping_add(1));
            }
        }
        Self { codes, by_digits, by_region }
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

    /// The calling code of a region.
    pub(crate) fn code_of(&self, region: u8) -> Option<Code> {
        self.codes.get(usize::from(*self.by_region.get(usize::from(region))?)).copied()
    }

    /// The first of some digits, counted from 1, at which they start no calling code any more.
    pub(crate) fn dead_at(&self, digits: &[u8]) -> Option<u8> {
        let mut places = self.by_digits.as_slice();
        (1_u8..=3).zip(digits).find_map(|(read, digit)| {
            let tenth = places.len() / 10;
            places = places.chunks(tenth.max(1)).nth((*digit).into()).unwrap_or_default();
            places.iter().all(|place| *place == 0).then_some(read)
        })
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

    /// Its machines, expanded at the first call.
    pub(crate) fn machines(self) -> &'static Machines {
        static CELLS: [OnceLock<Machines>; CODES.len()] = [const { OnceLock::new() }; CODES.len()];
        static NONE: Machines = Machines::NONE;
        let place = usize::from(self.place);
        CELLS.get(place).map_or(&NONE, |cell| cell.get_or_init(|| Machines::of(place)))
    }

    /// Region and type of an answer of its numbers.
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
