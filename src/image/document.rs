//! What a file is said to show, and how large that is in the hand: what turns pixels into dots per inch.
//!
//! Source: unverified (agrees with `notes` of ISO/IEC 7810 and ICAO Doc 9303 parts 3 to 5): ID-1 85.60 × 53.98 mm, ID-2 105 × 74,
//! ID-3 125 × 88; ISO 216's A4 210 × 297; Letter 8.5 × 11 inches.

use crate::{
    document::kind::{DOCUMENT_TYPES, PROOFS_OF_ADDRESS},
    rules::choice,
};

/// What a file is said to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// A passport's page of data.
    Passport,
    /// A card: driving licence, identity card, residence permit, state ID.
    Card,
    /// A page that proves an address.
    Page,
}

/// A physical size, in tenths of a millimetre, the longer side first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Its name: `ID-1`.
    pub name: &'static str,
    /// The longer side.
    pub long: u32,
    /// The shorter side.
    pub short: u32,
}

const fn shape(name: &'static str, long: u32, short: u32) -> Shape {
    Shape { name, long, short }
}

/// The data page, and the open passport. The smaller first: the best that a frame can hold.
const PASSPORT: &[Shape] = &[shape("ID-3", 1250, 880), shape("ID-3 open", 1760, 1250)];
const CARD: &[Shape] = &[shape("ID-1", 856, 540), shape("ID-2", 1050, 740)];
const PAGE: &[Shape] = &[shape("A4", 2970, 2100), shape("Letter", 2794, 2159)];

impl Document {
    /// By the spelling of a document's `type` in the payload.
    ///
    /// ```
    /// use kyc_rules::image::Document;
    /// assert_eq!(Document::of("PASSPORT"), Some(Document::Passport));
    /// assert_eq!(Document::of("NATIONAL_ID_CARD"), Some(Document::Card));
    /// assert_eq!(Document::of("UTILITY_BILL"), Some(Document::Page));
    /// assert_eq!(Document::of("LIBRARY_CARD"), None);
    /// ```
    #[must_use]
    pub fn of(spelling: &str) -> Option<Self> {
        let kind = choice::meant(spelling, &DOCUMENT_TYPES)?;
        Some(match kind {
            "PASSPORT" => Self::Passport,
            _ if PROOFS_OF_ADDRESS.contains(&kind) => Self::Page,
            _ => Self::Card,
        })
    }

    /// The sizes it may have.
    #[must_use]
    pub const fn shapes(self) -> &'static [Shape] {
        match self {
            Self::Passport => PASSPORT,
            Self::Card => CARD,
            Self::Page => PAGE,
        }
    }

    /// Whether it proves an address, and no identity.
    #[must_use]
    pub const fn is_page(self) -> bool {
        matches!(self, Self::Page)
    }

    /// The dots per inch that a picture of so many pixels can show it with at most: as if it filled the frame.
    ///
    /// ```
    /// use kyc_rules::image::Document;
    /// assert_eq!(Document::Card.best_dpi(1011, 638), 300);
    /// assert_eq!(Document::Page.best_dpi(1654, 2339), 200);
    /// ```
    #[must_use]
    pub fn best_dpi(self, width: u32, height: u32) -> u32 {
        let (long, short) = (width.max(height), width.min(height));
        // 254 tenths of a millimetre are an inch; half of the side rounds.
        let dpi = |pixels: u32, side: u32| {
            let dots = u64::from(pixels).saturating_mul(254).saturating_add(u64::from(side >> 1));
            u32::try_from(dots.checked_div(u64::from(side)).unwrap_or(0)).unwrap_or(u32::MAX)
        };
        self.shapes()
            .iter()
            .map(|shape| dpi(long, shape.long).min(dpi(short, shape.short)))
            .max()
            .unwrap_or(0)
    }
}
