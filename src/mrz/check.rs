//! The check digits of machine-readable zones.
//!
//! Source: ICAO Doc 9303 Part 3 (2021), 4.9 "Check digits in the MRZ": digits count as themselves, letters as 10 to 35, the
//! filler as 0; weights 7, 3, 1 in turn; modulo 10. Part 4, 4.2.2.2: the check digit of absent optional data may be a filler.
//! Long document numbers: Part 5, 4.2.2 note j. As cited by crate `mrz` 0.9.1.

use super::{
    Mrz,
    layout::{NONE, Span},
};

/// What a check digit is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// The document number.
    DocumentNumber,
    /// The date of birth.
    DateOfBirth,
    /// The date of expiry.
    DateOfExpiry,
    /// The optional data of a passport.
    OptionalData,
    /// All of the above together.
    Composite,
}

impl Check {
    /// Every one, in the order of the zone.
    pub const ALL: &'static [Self] = &[
        Self::DocumentNumber,
        Self::DateOfBirth,
        Self::DateOfExpiry,
        Self::OptionalData,
        Self::Composite,
    ];

    /// `documentNumber`, `dateOfBirth`, `dateOfExpiry`, `optionalData` or `composite`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DocumentNumber => "documentNumber",
            Self::DateOfBirth => "dateOfBirth",
            Self::DateOfExpiry => "dateOfExpiry",
            Self::OptionalData => "optionalData",
            Self::Composite => "composite",
        }
    }
}

/// The check digit of characters of a zone, 0 to 9. Characters no zone has count as fillers do.
///
/// ```
/// use kyc_rules::mrz::check_digit;
/// assert_eq!(check_digit(b"L898902C3"), 6);
/// assert_eq!(check_digit(b"740812"), 2);
/// ```
#[must_use]
pub fn check_digit(characters: &[u8]) -> u8 {
    weigh(characters.iter())
}

fn weigh<'a>(characters: impl Iterator<Item = &'a u8>) -> u8 {
    let sum = characters.zip([7_u32, 3, 1].iter().cycle()).fold(0_u32, |sum, (&c, weight)| {
        let value = char::from(c).to_digit(36).unwrap_or(0);
        sum.wrapping_add(value.wrapping_mul(*weight))
    });
    u8::try_from(sum % 10).unwrap_or(0)
}

/// A long document number: the rest of it and the place of its check digit.
pub(super) struct LongNumber {
    pub(super) rest: Span,
    pub(super) digit: u8,
}

impl Mrz {
    /// Whether that check holds; true where the format has no such check.
    #[must_use]
    pub fn holds(&self, check: Check) -> bool {
        let layout = self.layout;
        match check {
            Check::DocumentNumber => {
                let (rest, digit) = match self.long_number() {
                    Some(LongNumber { rest, digit }) => (rest, digit),
                    None => (NONE, layout.number.1),
                };
                self.agrees(&[layout.number, rest], digit)
            }
            Check::DateOfBirth => self.date_holds(layout.birth),
            Check::DateOfExpiry => layout.expiry == NONE || self.date_holds(layout.expiry),
            Check::OptionalData => {
                !layout.optional_checked || self.agrees(&[layout.optional], layout.optional.1)
            }
            Check::Composite => {
                layout.composite.is_empty() || self.agrees(layout.composite, layout.composite_digit)
            }
        }
    }

    /// Whether a date is one, its day and month aside: digits, or fillers for what is not known.
    fn date_holds(&self, date: Span) -> bool {
        self.two_digits(date).is_some() && self.agrees(&[date], date.1)
    }

    /// Whether the digit at that place is the check digit of the spans. Nothing but fillers may have a filler for it.
    fn agrees(&self, spans: &[Span], digit: u8) -> bool {
        let cells = || spans.iter().flat_map(|&span| self.span(span));
        match self.cell(digit) {
            b'<' => cells().all(|&cell| cell == b'<'),
            digit => digit == b'0'.saturating_add(weigh(cells())),
        }
    }

    /// The rest of a document number of more than nine characters: a filler stands for its check digit, and what stands in
    /// the optional data up to a filler is the rest and the check digit of the whole.
    pub(super) fn long_number(&self) -> Option<LongNumber> {
        let Span(_, end) = self.layout.number;
        let full = self.cell(end.checked_sub(1)?) != b'<';
        if !self.layout.long_number || self.cell(end) != b'<' || !full {
            return None;
        }
        let Span(start, _) = self.layout.optional;
        let run = self.span(self.layout.optional).iter().take_while(|&&cell| cell != b'<').count();
        let digit = start.checked_add(u8::try_from(run.checked_sub(1)?).ok()?)?;
        (digit > start).then_some(LongNumber { rest: Span(start, digit), digit })
    }
}
