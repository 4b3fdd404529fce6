//! What a single misread character may have been: the pairs text recognition and people confuse, tried one by one. Offered,
//! never applied.

use alloc::vec::Vec;

use super::{Format, Mrz, Note, layout};

/// A character read for another, so that with the other one every check digit holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// The line, from 1.
    pub line: u8,
    /// The place in the line, from 1.
    pub column: u8,
    /// The character that makes the zone consistent: a piece of the holder's data, not for logs.
    pub character: char,
}

impl core::fmt::Debug for Correction {
    /// Says where, never the character.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Correction")
            .field("line", &self.line)
            .field("column", &self.column)
            .finish_non_exhaustive()
    }
}

/// Characters that look alike, those of a group with each other.
const ALIKE: &[&[u8]] =
    &[b"0ODQ", b"1IL", b"2Z", b"5S", b"6G", b"8B", b"4A", b"7T", b"UV", b"CG", b"MN"];
/// Letters that text recognition reads for a filler.
const FILLER_LIKE: &[u8] = b"KCLES";

impl Mrz {
    /// The single corrections with each of which every check digit holds, and no issuer is unknown that was not; none where
    /// the zone is valid already. More than one where the check digits cannot tell them apart.
    #[must_use]
    pub fn corrections(&self) -> Vec<Correction> {
        let mut found = Vec::new();
        if self.is_valid() {
            return found;
        }
        let unknown = |zone: &Self| {
            zone.notes()
                .filter(|note| matches!(note, Note::UnknownIssuer | Note::UnknownNationality))
                .count()
        };
        let before = unknown(self);
        for at in 0..self.layout.cells {
            let read = self.cell(at);
            let filler: &[u8] = if FILLER_LIKE.contains(&read) { b"<" } else { b"" };
            let alike = ALIKE.iter().copied().filter(|group| group.contains(&read));
            for &other in alike.chain([filler]).flatten().filter(|&&other| other != read) {
                let mut zone = self.clone();
                if let Some(cell) = zone.cells.get_mut(usize::from(at)) {
                    *cell = other;
                }
                if zone.is_valid() && zone.is_shaped() && unknown(&zone) <= before {
                    let width = self.layout.width.max(1);
                    found.push(Correction {
                        line: at.checked_div(width).unwrap_or(0).saturating_add(1),
                        column: at.checked_rem(width).unwrap_or(0).saturating_add(1),
                        character: other.into(),
                    });
                }
            }
        }
        found
    }

    /// Whether a reader takes the characters for a zone of this format: another document code may make them one of another.
    fn is_shaped(&self) -> bool {
        let read = self.cells.get(..usize::from(self.layout.cells)).and_then(layout::of);
        let format = read.map(|layout| layout.format);
        // A TD2 of France is told from the French card by its check digits.
        format == Some(self.format())
            || format == Some(Format::FrenchId) && self.format() == Format::Td2
    }
}
