//! Where everything stands in the machine-readable zones: a table of the five formats of ICAO 9303, and the French card.
//!
//! Source: ICAO Doc 9303 (2021), Parts 4 (TD3), 5 (TD1), 6 (TD2) and 7 (MRV-A, MRV-B), "data structure"; the positions agree
//! with crate `mrz` 0.9.1, which cites the clauses. The French national identity card of 1988 to 2021, 2 lines of 36 that are
//! no TD2: its layout as Wikipedia's "National identity card (France)" and dcode.fr give it.

/// The formats of machine-readable zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Cards of credit-card size: 3 lines of 30.
    Td1,
    /// Larger cards: 2 lines of 36.
    Td2,
    /// Passports: 2 lines of 44.
    Td3,
    /// Visas of passport size: 2 lines of 44.
    MrvA,
    /// Smaller visas: 2 lines of 36.
    MrvB,
    /// French national identity cards of 1988 to 2021: 2 lines of 36.
    FrenchId,
}

impl Format {
    /// `TD1`, `TD2`, `TD3`, `MRVA`, `MRVB` or `FRID`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Td1 => "TD1",
            Self::Td2 => "TD2",
            Self::Td3 => "TD3",
            Self::MrvA => "MRVA",
            Self::MrvB => "MRVB",
            Self::FrenchId => "FRID",
        }
    }
}

/// The most characters a zone has.
pub(super) const CELLS: usize = 90;

/// A run of characters: from, and up to but not including. Places count from 0 through all lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span(pub(super) u8, pub(super) u8);

/// A part that a format does not have.
pub(super) const NONE: Span = Span(0, 0);

/// A format's parts. A check digit stands right behind what it checks.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) format: Format,
    /// How many characters a line has.
    pub(super) width: u8,
    /// How many characters all lines have.
    pub(super) cells: u8,
    pub(super) issuer: Span,
    /// Both identifiers, or the primary alone.
    pub(super) names: Span,
    /// The secondary identifier, where it has a place of its own.
    pub(super) given: Span,
    pub(super) number: Span,
    pub(super) nationality: Span,
    pub(super) birth: Span,
    /// A single character; `NONE` is never met.
    pub(super) sex: Span,
    pub(super) expiry: Span,
    /// Optional data; a long document number runs on into it, where the format has those.
    pub(super) optional: Span,
    /// More optional data.
    pub(super) optional2: Span,
    /// Whether a long document number runs on into the optional data.
    pub(super) long_number: bool,
    /// Whether the optional data have a check digit.
    pub(super) optional_checked: bool,
    /// What the composite check digit covers; nothing where there is none.
    pub(super) composite: &'static [Span],
    /// Where the composite check digit stands.
    pub(super) composite_digit: u8,
}

pub(super) static TD1: Layout = Layout {
    format: Format::Td1,
    width: 30,
    cells: 90,
    issuer: Span(2, 5),
    names: Span(60, 90),
    given: NONE,
    number: Span(5, 14),
    nationality: Span(45, 48),
    birth: Span(30, 36),
    sex: Span(37, 38),
    expiry: Span(38, 44),
    optional: Span(15, 30),
    optional2: Span(48, 59),
    long_number: true,
    optional_checked: false,
    composite: &[Span(5, 30), Span(30, 37), Span(38, 45), Span(48, 59)],
    composite_digit: 59,
};

pub(super) static TD2: Layout = Layout {
    format: Format::Td2,
    width: 36,
    cells: 72,
    issuer: Span(2, 5),
    names: Span(5, 36),
    given: NONE,
    number: Span(36, 45),
    nationality: Span(46, 49),
    birth: Span(49, 55),
    sex: Span(56, 57),
    expiry: Span(57, 63),
    optional: Span(64, 71),
    optional2: NONE,
    long_number: true,
    optional_checked: false,
    composite: &[Span(36, 46), Span(49, 56), Span(57, 71)],
    composite_digit: 71,
};

/// Part 4 has no long document numbers; issuers use those of Parts 5 and 6 all the same.
pub(super) static TD3: Layout = Layout {
    format: Format::Td3,
    width: 44,
    cells: 88,
    issuer: Span(2, 5),
    names: Span(5, 44),
    given: NONE,
    number: Span(44, 53),
    nationality: Span(54, 57),
    birth: Span(57, 63),
    sex: Span(64, 65),
    expiry: Span(65, 71),
    optional: Span(72, 86),
    optional2: NONE,
    long_number: true,
    optional_checked: true,
    composite: &[Span(44, 54), Span(57, 64), Span(65, 87)],
    composite_digit: 87,
};

pub(super) static MRV_A: Layout = Layout {
    format: Format::MrvA,
    width: 44,
    cells: 88,
    issuer: Span(2, 5),
    names: Span(5, 44),
    given: NONE,
    number: Span(44, 53),
    nationality: Span(54, 57),
    birth: Span(57, 63),
    sex: Span(64, 65),
    expiry: Span(65, 71),
    optional: Span(72, 88),
    optional2: NONE,
    long_number: false,
    optional_checked: false,
    composite: &[],
    composite_digit: 0,
};

pub(super) static MRV_B: Layout = Layout {
    format: Format::MrvB,
    width: 36,
    cells: 72,
    issuer: Span(2, 5),
    names: Span(5, 36),
    given: NONE,
    number: Span(36, 45),
    nationality: Span(46, 49),
    birth: Span(49, 55),
    sex: Span(56, 57),
    expiry: Span(57, 63),
    optional: Span(64, 72),
    optional2: NONE,
    long_number: false,
    optional_checked: false,
    composite: &[],
    composite_digit: 0,
};

/// Its number starts with the year and month of issue; it has neither nationality nor expiry.
pub(super) static FRENCH_ID: Layout = Layout {
    format: Format::FrenchId,
    width: 36,
    cells: 72,
    issuer: Span(2, 5),
    names: Span(5, 30),
    given: Span(49, 63),
    number: Span(36, 48),
    nationality: NONE,
    birth: Span(63, 69),
    sex: Span(70, 71),
    expiry: NONE,
    optional: Span(30, 36),
    optional2: NONE,
    long_number: false,
    optional_checked: false,
    composite: &[Span(0, 71)],
    composite_digit: 71,
};

/// The format of that many characters which starts so; none has any other number.
pub(super) fn of(cells: &[u8]) -> Option<&'static Layout> {
    Some(match (cells.len(), cells.first()?) {
        (90, _) => &TD1,
        (88, b'V') => &MRV_A,
        (88, _) => &TD3,
        (72, b'V') => &MRV_B,
        (72, _) if cells.starts_with(b"IDFRA") => &FRENCH_ID,
        (72, _) => &TD2,
        _ => return None,
    })
}
