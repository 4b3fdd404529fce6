//! How a number is laid out: which of a region's layouts is its, and how its digits fall into groups.
//!
//! Source: libphonenumber's `NumberFormat`s: the first whose leading digits and length are the number's.

use alloc::string::String;

use super::world::{Code, DEAD, Machine, ROOT};
use crate::tables::phone_formats::{
    COUNTS, GROUPS, LAYOUT_ABROAD, LAYOUT_GROUPS, LAYOUT_SHAPES, LISTS, SHAPES,
};

/// One layout.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// Fewest digits of each group (4 bits), which may have more (3 bits), how many more (4 bits).
    groups: u32,
    /// `a b-c`, `a` being the first group.
    template: &'static str,
    /// What becomes of the first group where the national prefix is written: `(0a)`; empty for nothing.
    prefix: &'static str,
}

/// The layouts of a calling code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layouts {
    /// The machine of leading digits.
    machine: &'static Machine,
    /// The place of the first among all.
    first: usize,
    /// Whether it is those that are written abroad.
    abroad: bool,
}

impl Layouts {
    /// The national or the international layouts of a calling code.
    pub(crate) fn of(code: Code, abroad: bool) -> Self {
        let before = COUNTS.iter().take(code.place.into());
        let first = before.fold(0_usize, |sum, count| sum.wrapping_add((*count).into()));
        Self { machine: &code.machines().layouts, first, abroad }
    }

    /// The layout of a whole number.
    pub(crate) fn whole(self, number: &str) -> Option<Layout> {
        let every = self.sets(number).0;
        self.among(every).find(|layout| layout.split(number.len()).is_some())
    }

    /// The layouts a number that starts like this may yet have, the preferred first.
    pub(crate) fn open(self, digits: &str) -> impl Iterator<Item = Layout> {
        self.among(self.sets(digits).1)
    }

    /// The places, as bits, of the layouts of every number that starts like this, and of any.
    fn sets(self, digits: &str) -> (u64, u64) {
        let mut state = ROOT;
        for digit in digits.bytes() {
            match self.machine.step(state, digit.wrapping_sub(b'0')) {
                DEAD => break,
                next => state = next,
            }
        }
        leaves(self.machine, state)
    }

    fn among(self, set: u64) -> impl Iterator<Item = Layout> {
        let places = (0_usize..64).filter(move |place| set >> place & 1 == 1);
        places.filter_map(move |place| Layout::at(self.first.wrapping_add(place), self.abroad))
    }
}

/// The lists at a state, or at all states behind it: what they have in common, and what any of them has.
fn leaves(machine: &Machine, state: u16) -> (u64, u64) {
    if let Some(list) = usize::from(machine.answer(state)).checked_sub(1) {
        let set = list_at(list);
        return (set, set);
    }
    let (mut every, mut any) = (u64::MAX, 0);
    let mut last = DEAD;
    for digit in 0..10 {
        let next = machine.step(state, digit);
        if next != last && next != DEAD {
            let (all, some) = leaves(machine, next);
            every &= all;
            any |= some;
            last = next;
        }
    }
    (every & any, any)
}

/// A list of places, as bits.
fn list_at(wanted: usize) -> u64 {
    let mut rest = LISTS.as_slice();
    for at in 0..=wanted {
        let Some((length, behind)) = rest.split_first() else { return 0 };
        let Some((list, behind)) = behind.split_at_checked(usize::from(*length)) else { return 0 };
        if at == wanted {
            return list.iter().fold(0, |set, place| set | 1 << (place & 63));
        }
        rest = behind;
    }
    0
}

impl Layout {
    /// A layout by its place; `None` abroad where numbers are not written so there.
    fn at(place: usize, abroad: bool) -> Option<Self> {
        let groups = *GROUPS.get(usize::from(*LAYOUT_GROUPS.get(place)?))?;
        let shape = *LAYOUT_SHAPES.get(place)?;
        let shape = match *LAYOUT_ABROAD.get(place)? {
            0 => shape,
            _ if !abroad => shape,
            other => other.checked_sub(2)?,
        };
        let (template, prefix) = *SHAPES.get(usize::from(shape))?;
        Some(Self { groups, template, prefix })
    }

    /// The fewest digits and the most it takes.
    pub(crate) fn bounds(self) -> (usize, usize) {
        let fewest = (0..5).map(|group| self.fewest(group)).fold(0, usize::wrapping_add);
        (fewest, fewest.wrapping_add(self.more()))
    }

    const fn fewest(self, group: u32) -> usize {
        (self.groups >> group.wrapping_mul(4) & 15) as usize
    }

    const fn more(self) -> usize {
        (self.groups >> 23 & 15) as usize
    }

    /// How many digits each group has in a number of so many; `None` where it takes no such number.
    fn split(self, digits: usize) -> Option<[usize; 5]> {
        let more = digits.checked_sub(self.bounds().0).filter(|more| *more <= self.more())?;
        Some(self.lengths(more))
    }

    /// How many digits each group has, one of them `more` than its fewest.
    fn lengths(self, more: usize) -> [usize; 5] {
        let mut lengths = [0, 1, 2, 3, 4].map(|group| self.fewest(group));
        if let Some(length) = lengths.get_mut((self.groups >> 20 & 7) as usize) {
            *length = length.wrapping_add(more);
        }
        lengths
    }

    /// The digits of the national prefix it writes: those of `(0a)`.
    pub(crate) fn prefix_digits(self) -> impl Iterator<Item = char> {
        self.prefix.chars().filter(char::is_ascii_digit)
    }

    /// Whether it writes the digits of a number in their order and no others.
    pub(crate) fn keeps_digits(self) -> bool {
        let groups = self.template.bytes().filter(u8::is_ascii_lowercase);
        groups.zip(b'a'..).all(|(group, expected)| group == expected)
            && !self.template.bytes().any(|c| c.is_ascii_digit())
    }

    /// Writes a number: a whole one into its groups, a shorter one as far as it goes. What stands behind its last digit is
    /// written only where the number is whole.
    pub(crate) fn write(self, out: &mut String, number: &str, with_prefix: bool) {
        let whole = self.split(number.len());
        let lengths = whole.unwrap_or_else(|| self.lengths(self.more()));
        let mut first = true;
        for c in self.template.chars() {
            match c {
                'a'..='e' if first && with_prefix && !self.prefix.is_empty() => {
                    for p in self.prefix.chars() {
                        match p {
                            'a' => put_group(out, number, lengths, c),
                            _ => out.push(p),
                        }
                    }
                }
                'a'..='e' => put_group(out, number, lengths, c),
                _ => out.push(c),
            }
            first &= !c.is_ascii_lowercase();
        }
        if whole.is_none() {
            while out.ends_with(|c: char| !c.is_ascii_digit()) {
                out.pop();
            }
        }
    }
}

/// Writes a group's digits, as far as the number goes.
fn put_group(out: &mut String, number: &str, lengths: [usize; 5], group: char) {
    let place = (u32::from(group).wrapping_sub(u32::from('a'))) as usize;
    let from = lengths.iter().take(place).fold(0, |sum: usize, length| sum.wrapping_add(*length));
    let length = lengths.get(place).copied().unwrap_or(0);
    let rest = number.get(from..).unwrap_or_default();
    out.push_str(rest.get(..length).unwrap_or(rest));
}
