//! Machine-readable zones: the two or three lines at the foot of passports, cards and visas (ICAO 9303 TD1, TD2, TD3, MRV-A,
//! MRV-B, and the French card of 1988 to 2021).
//!
//! A zone is *valid* where its layout and check digits hold. That an issuer's code is assigned to nobody, a name has a digit or
//! a date is none of the calendar, no check digit can tell: those are [`Note`]s. A check digit sees characters modulo 10 only,
//! so that `0`, `A`, `K`, `U` and `<` are one to it. A valid zone does not mean a true one.

mod answer;
mod check;
pub mod compare;
mod correct;
mod date;
pub mod issuer;
mod layout;
mod names;
mod tidy;

use alloc::{string::String, vec::Vec};
use core::fmt;

pub use answer::answer;
pub use check::{Check, check_digit};
pub use correct::Correction;
pub use date::ZoneDate;
pub use layout::Format;

use layout::{CELLS, Layout, NONE, Span};

use crate::scan::without_end;

/// Why lines are no zone at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MrzFault {
    /// Neither two nor three lines, nor all of them in one.
    Shape,
    /// A line is too short or too long for the others, from 1.
    Length {
        /// The line, from 1.
        line: u8,
    },
    /// A line holds a character no zone has, from 1.
    Character {
        /// The line, from 1.
        line: u8,
    },
}

/// What no check digit can tell, but which is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// The issuer's code is assigned to nobody.
    UnknownIssuer,
    /// The nationality's code is assigned to nobody.
    UnknownNationality,
    /// The sex is none of `M`, `F`, `X` and `<`.
    Sex,
    /// A name has a digit.
    DigitInName,
    /// The calendar does not have the date of birth.
    DateOfBirth,
    /// The calendar does not have the date of expiry.
    DateOfExpiry,
}

impl Note {
    /// `unknownIssuer`, `unknownNationality`, `sex`, `digitInName`, `dateOfBirth` or `dateOfExpiry`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownIssuer => "unknownIssuer",
            Self::UnknownNationality => "unknownNationality",
            Self::Sex => "sex",
            Self::DigitInName => "digitInName",
            Self::DateOfBirth => "dateOfBirth",
            Self::DateOfExpiry => "dateOfExpiry",
        }
    }
}

/// A zone as read. Nothing of it shows in `Debug`.
#[derive(Clone)]
pub struct Mrz {
    cells: [u8; CELLS],
    layout: &'static Layout,
}

/// Reads a zone: its lines one by one, or all of them in one text. Spaces, line breaks, lower case, `«` and fillers too few or
/// too many behind the names are mended.
///
/// # Errors
/// Where the lines are no zone's. A zone whose check digits fail is read all the same: see [`Mrz::failed`].
///
/// ```
/// use kyc_rules::mrz::{Check, Format, parse};
/// let zone = parse(&["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]).unwrap();
/// assert!(zone.is_valid());
/// assert_eq!(zone.format(), Format::Td3);
/// assert_eq!((zone.primary().as_str(), zone.secondary().as_str()), ("ERIKSSON", "ANNA MARIA"));
/// assert_eq!(zone.document_number(), "L898902C3");
///
/// let zone = parse(&["p<uto eriksson «anna<maria", "L898902C36UTO7408122F12O4159ZE184226B<<<<<10"]).unwrap();
/// assert!(zone.failed().eq([Check::DateOfExpiry, Check::Composite]));
/// assert_eq!(zone.corrections().len(), 1); // the letter O for the digit 0
/// ```
pub fn parse(lines: &[&str]) -> Result<Mrz, MrzFault> {
    let (cells, layout) = tidy::tidy(lines)?;
    let zone = Mrz { cells, layout };
    if zone.format() == Format::FrenchId && !zone.is_valid() {
        // Nothing but the check digits tells a French card from a TD2 of France.
        let td2 = Mrz { cells, layout: &layout::TD2 };
        if td2.is_valid() {
            return Ok(td2);
        }
    }
    Ok(zone)
}

impl fmt::Debug for Mrz {
    /// Says the format only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.layout.format.name())
    }
}

impl Mrz {
    /// The format.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.layout.format
    }

    /// Whether every check digit of the format holds.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.failed().next().is_none()
    }

    /// The checks that fail, in the order of the zone. A letter in a date fails it.
    pub fn failed(&self) -> impl Iterator<Item = Check> {
        Check::ALL.iter().copied().filter(|&check| !self.holds(check))
    }

    /// The lines as printed, `A` to `Z`, `0` to `9` and `<`.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let cells = self.cells.get(..self.layout.cells.into()).unwrap_or_default();
        cells.chunks(self.layout.width.into()).map(text)
    }

    /// The lines as one text, as `normalize` writes them.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.lines().collect::<Vec<_>>().join("\n")
    }

    /// The document code: `P`, `PD`, `I`, `AC`, `V` …
    #[must_use]
    pub fn document_code(&self) -> &str {
        self.trimmed(Span(0, 2))
    }

    /// The issuer's code: `UTO`, `D`.
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.trimmed(self.layout.issuer)
    }

    /// The holder's nationality: `UTO`, `D`; that of a French card is its issuer's.
    #[must_use]
    pub fn nationality(&self) -> &str {
        match self.layout.nationality {
            NONE => self.issuer(),
            nationality => self.trimmed(nationality),
        }
    }

    /// The whole document number, long ones too, without fillers.
    #[must_use]
    pub fn document_number(&self) -> String {
        let rest = self.long_number().map_or(NONE, |long| long.rest);
        let cells = self.span(self.layout.number).iter().chain(self.span(rest));
        cells.filter(|&&cell| cell != b'<').map(|&cell| char::from(cell)).collect()
    }

    /// The optional data: both parts where the format has two, without the rest of a long document number; fillers within
    /// them stay.
    pub fn optional_data(&self) -> impl Iterator<Item = &str> {
        let Span(start, end) = self.layout.optional;
        // Behind the check digit of a long number stands a filler.
        let start = self.long_number().map_or(start, |long| long.digit.saturating_add(2));
        let parts = [Span(start, end), self.layout.optional2];
        parts.into_iter().map(|part| self.trimmed(part)).filter(|part| !part.is_empty())
    }

    /// `M`, `F` or `X`; `None` where it is not specified or none of those.
    #[must_use]
    pub fn sex(&self) -> Option<&'static str> {
        match self.span(self.layout.sex) {
            b"M" => Some("M"),
            b"F" => Some("F"),
            b"X" => Some("X"),
            _ => None,
        }
    }

    /// The date of birth.
    #[must_use]
    pub fn date_of_birth(&self) -> ZoneDate {
        self.date(self.layout.birth)
    }

    /// The date of expiry; unknown where the format has none.
    #[must_use]
    pub fn date_of_expiry(&self) -> ZoneDate {
        self.date(self.layout.expiry)
    }

    fn date(&self, date: Span) -> ZoneDate {
        self.two_digits(date).unwrap_or_default()
    }

    /// What is not as it should be, though the check digits may hold.
    pub fn notes(&self) -> impl Iterator<Item = Note> {
        let layout = self.layout;
        let has_digit = |span| self.span(span).iter().any(u8::is_ascii_digit);
        let sex = matches!(self.span(layout.sex), b"M" | b"F" | b"X" | b"<");
        [
            (Note::UnknownIssuer, issuer::known(self.issuer()).is_none()),
            (Note::UnknownNationality, issuer::known(self.nationality()).is_none()),
            (Note::Sex, !sex),
            (Note::DigitInName, has_digit(layout.names) || has_digit(layout.given)),
            (Note::DateOfBirth, !self.date_of_birth().may_be_real()),
            (Note::DateOfExpiry, !self.date_of_expiry().may_be_real()),
        ]
        .into_iter()
        .filter(|(_, applies)| *applies)
        .map(|(note, _)| note)
    }

    fn cell(&self, at: u8) -> u8 {
        self.cells.get(usize::from(at)).copied().unwrap_or(b'<')
    }

    fn span(&self, Span(start, end): Span) -> &[u8] {
        self.cells.get(start.into()..end.into()).unwrap_or_default()
    }

    /// A part without the fillers behind it.
    fn trimmed(&self, span: Span) -> &str {
        without_end(text(self.span(span)), b'<')
    }
}

/// Cells as text: they are ASCII by construction.
fn text(cells: &[u8]) -> &str {
    core::str::from_utf8(cells).unwrap_or_default()
}
