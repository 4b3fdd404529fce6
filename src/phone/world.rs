//! The machines of each calling code, expanded when it is first asked for, and what stands around them: calling codes and their
//! regions.

use alloc::vec::Vec;
use std::sync::OnceLock;

use super::{
    codec::{self, CELLS, State},
    kind::Kind,
    symbols::Reader,
};
use crate::tables::phone::{ANSWERS, CODES, MODEL, REGIONS};
#[cfg(feature = "phone-formats")]
use crate::tables::phone_formats::{LENGTHS, MACHINES};
#[cfg(not(feature = "phone-formats"))]
use crate::tables::phone_machines::{LENGTHS, MACHINES};

/// A machine of digits: its states by number.
#[derive(Debug)]
pub(crate) struct Machine(Vec<State>);

/// The state without a way to any answer.
pub(crate) const DEAD: u16 = 0;
/// Where every machine starts.
pub(crate) const ROOT: u16 = 1;

impl Machine {
    /// The machine of no number at all.
    const NONE: Self = Self(Vec::new());

    /// Expands one.
    fn read(reader: &mut Reader<'_>) -> Self {
        Self(codec::read(reader))
    }

    /// A state by its number.
    fn state(&self, state: u16) -> &State {
        self.0.get(usize::from(state)).unwrap_or(&State::DEAD)
    }

    /// Where a digit leads.
    pub(crate) fn step(&self, state: u16, digit: u8) -> u16 {
        self.state(state).next.get(value(digit)).copied().unwrap_or(DEAD)
    }

    /// A state's answer, 0 for none.
    pub(crate) fn answer(&self, state: u16) -> u16 {
        self.state(state).answer
    }

    /// In how many digits from a state there is an answer, as bits, where nothing else counts.
    pub(crate) fn ends(&self, state: u16) -> u32 {
        self.state(state).ends
    }

    /// Walks from the root, as long as it counts which digits they are.
    pub(crate) fn walk(&self, digits: &[u8]) -> End<'_> {
        let mut state = self.state(ROOT);
        let mut left = digits.iter();
        while state.tail == 0
            && let Some(digit) = left.next()
        {
            state = self.state(state.next.get(value(*digit)).copied().unwrap_or(DEAD));
        }
        End { state, left: left.len() }
    }
}

/// What a digit counts: text's or a number's, it is the last four bits that tell.
const fn value(digit: u8) -> usize {
    (digit & 15) as usize
}

/// Where a walk ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct End<'a> {
    state: &'a State,
    /// How many digits are left of which only that counts.
    left: usize,
}

impl End<'_> {
    /// The answer behind the last digit, 0 for none.
    pub(crate) fn answer(self) -> u16 {
        match self.left {
            0 => self.state.answer,
            _ if self.behind() & 1 == 1 => self.state.tail,
            _ => 0,
        }
    }

    /// How many digits stand behind the first that led nowhere; `None` where more digits can still come to an answer.
    pub(crate) fn dead_for(self) -> Option<usize> {
        let is_dead = self.state.tail != 0 && self.behind() == 0;
        let living = u32::BITS.wrapping_sub(self.state.ends.leading_zeros());
        is_dead.then(|| self.left.wrapping_sub(living as usize))
    }

    /// In how many digits from the last one there is an answer, as bits.
    fn behind(self) -> u32 {
        u32::try_from(self.left)
            .ok()
            .and_then(|left| self.state.ends.checked_shr(left))
            .unwrap_or(0)
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
    /// How many digits it has.
    width: u8,
}

/// The calling codes.
#[derive(Debug)]
pub(crate) struct World {
    codes: [Code; CODES.len()],
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
        let mut codes = [Code { place: 0, number: 0, first: 0, regions: 0, width: 0 }; CODES.len()];
        let mut by_digits = [0; 1000];
        let mut by_region = [0; 256];
        let mut first = 0_u8;
        for ((place, packed), code) in (0_u8..).zip(CODES).zip(&mut codes) {
            let (number, regions) = (packed >> 5, (packed & 31) as u8);
            let (width, beginnings) = match number {
                0..10 => (1, 100),
                10..100 => (2, 10),
                _ => (3, 1),
            };
            *code = Code { place, number, first, regions, width };
            by_region.iter_mut().skip(first.into()).for_each(|code| *code = place);
            first = first.wrapping_add(regions);
            let from = usize::from(number).wrapping_mul(beginnings);
            if let Some(places) = by_digits.get_mut(from..from.wrapping_add(beginnings)) {
                places.fill(place.wrapping_add(1));
            }
        }
        Self { codes, by_digits, by_region }
    }

    /// The calling code that digits start with.
    pub(crate) fn code(&self, digits: &[u8]) -> Option<Code> {
        let digit = |at: usize| digits.get(at).copied().map_or(0, value);
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
            places = places.chunks(tenth.max(1)).nth(value(*digit)).unwrap_or_default();
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
        self.width as usize
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

#[cfg(test)]
mod tests;
