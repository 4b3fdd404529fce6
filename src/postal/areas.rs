//! Which postal codes belong to which subdivision, where codes begin by it: 26 countries.

use crate::{
    country::Country,
    subdivision::{rank, take_number},
    tables::postal::{AREA_OF, AREAS},
};

/// Whether it is known where the codes of a country belong.
pub(crate) fn has_areas(country: Country) -> bool {
    place(country).is_some()
}

/// Where its areas start.
fn place(country: Country) -> Option<usize> {
    AREA_OF.get(country.place()).map(|start| usize::from(*start)).filter(|start| *start != 0)
}

/// Whether a code, given as its letters and digits, belongs to a subdivision; `None` where that is not known.
pub(crate) fn belongs(
    country: Country,
    subdivision: &str,
    code: impl Iterator<Item = u8>,
) -> Option<bool> {
    let areas = Areas::find(country)?;
    let (base, length) = (areas.base, areas.length);
    let mut ranges = areas.of(rank(subdivision)?)?;
    // A code shorter than the prefixes, like the three digits that do in Taiwan, stands for all that begin so.
    let (mut low, mut high) = (0_u32, 0_u32);
    let mut code = code.fuse();
    for _ in 0..length {
        let value = match code.next() {
            None => None,
            Some(byte) => Some(char::from(byte).to_digit(base)?),
        };
        low = low.checked_mul(base)?.checked_add(value.unwrap_or(0))?;
        high = high.checked_mul(base)?.checked_add(value.unwrap_or(base.checked_sub(1)?))?;
    }
    let mut next = 0_u32;
    while !ranges.rest.is_empty() {
        let start = next.checked_add(ranges.number()?)?;
        next = start.checked_add(ranges.number()?)?;
        if low < next && high >= start {
            return Some(true);
        }
    }
    Some(false)
}

/// The subdivisions of one country and their ranges.
struct Areas {
    rest: &'static [u8],
    unit: u32,
    base: u32,
    length: u8,
}

impl Areas {
    /// Those of a country.
    fn find(country: Country) -> Option<Self> {
        let start = place(country)?;
        let [low, high, base, length, rest @ ..] = AREAS.get(start..)? else { return None };
        let mut rest = rest;
        let unit = take_number(&mut rest)?;
        let size = usize::from(u16::from_le_bytes([*low, *high]));
        Some(Self { rest: rest.get(..size)?, unit, base: u32::from(*base), length: *length })
    }

    /// The ranges of a subdivision.
    fn of(mut self, wanted: u32) -> Option<Self> {
        let mut rank = 0_u32;
        loop {
            rank = rank.checked_add(take_number(&mut self.rest)?)?;
            let (length, tail) = self.rest.split_first()?;
            let (ranges, after) = tail.split_at_checked(usize::from(*length))?;
            if rank == wanted {
                return Some(Self { rest: ranges, ..self });
            }
            if rank > wanted {
                return None;
            }
            self.rest = after;
        }
    }

    /// A gap or size: doubled, in units or, where odd, in ones.
    fn number(&mut self) -> Option<u32> {
        let number = take_number(&mut self.rest)?;
        let half = number.wrapping_shr(1);
        if number & 1 == 0 { half.checked_mul(self.unit) } else { Some(half) }
    }
}
