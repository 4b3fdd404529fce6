//! Document images: says before the upload what a reviewer would say days later.
//!
//! Three steps, each usable alone, none of which opens a file or decodes a picture:
//! - [`inspect()`] reads headers: the true format, the pixel size, whether the file is whole, what a PDF holds.
//! - [`quality()`] measures pixels that somebody else decoded: sharpness, light, glare, colour, borders.
//! - [`judge()`] holds both against an [`ImagePolicy`] and answers an [`ImageReport`].
//!
//! What is certain is an error, what is a bound or a measure is a warning, and what could not be looked at is listed in
//! [`ImageReport::unverified`]: never "ok". A report holds sizes, counts and codes, no text out of the file.
//!
//! ```
//! use kyc_rules::image::{self, Hints, ImageCode};
//!
//! let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
//! let report = image::inspect(heic, &Hints { name: Some("IMG_1.jpg"), ..Hints::default() });
//! assert!(!report.is_acceptable());
//! assert_eq!(report.issues[0].code, ImageCode::FormatNotAccepted);
//! assert_eq!(report.issues[0].message(), "The file must be a JPG, PNG or PDF: this one is HEIC");
//! ```

mod bytes;
mod code;
#[cfg(feature = "decode")]
pub mod decode;
mod document;
mod exif;
mod facts;
mod gate;
mod inflate;
mod jpeg;
mod judge;
mod pdf;
mod png;
mod policy;
mod quality;
mod report;
mod screen;
mod sniff;
#[cfg(test)]
mod tests;

pub use crate::sha256::{hex, sha256};
pub use code::{ImageCode, ImageReason};
pub use document::{Document, Shape};
pub use facts::{Colour, End, Facts};
pub use gate::QualityGate;
pub use judge::judge;
pub use pdf::{Encryption, PageFacts, PdfFacts};
pub use policy::{ImagePolicy, PRESETS, Weight};
pub use quality::{Quality, grey, quality};
pub use report::{ImageIssue, ImageReport};
pub use sniff::{Format, sniff};

/// What is known about a file beside its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// The name it was given, for its extension.
    pub name: Option<&'a str>,
    /// The media type it was declared as, parameters and all.
    pub media_type: Option<&'a str>,
    /// What it is said to show.
    pub document: Option<Document>,
    /// Its true size, where only its beginning was passed.
    pub size: Option<u64>,
}

/// Reads the headers of a file and judges them by the guide.
///
/// Linear in the bytes, no decoder; allocates for a PDF's index only, by what the file holds and not by what it claims.
/// Codes: every one of [`ImageCode`] but those of pixels.
///
/// ```
/// use kyc_rules::image::{self, Hints, ImageCode};
/// let report = image::inspect(b"", &Hints::default());
/// assert_eq!(report.issues[0].code, ImageCode::Empty);
/// ```
#[must_use]
pub fn inspect(bytes: &[u8], hints: &Hints<'_>) -> ImageReport {
    judge(&facts(bytes, hints), None, hints, &ImagePolicy::guide(), None)
}

/// Reads the headers of a file and judges nothing.
///
/// ```
/// use kyc_rules::image::{self, Format, Hints};
/// let facts = image::facts(b"GIF89a\x01\0\x01\0\x80\0\0", &Hints::default());
/// assert_eq!(facts.format, Some(Format::Gif));
/// ```
#[must_use]
pub fn facts(bytes: &[u8], hints: &Hints<'_>) -> Facts {
    let mut facts = Facts::of(bytes, hints);
    match facts.format {
        Some(Format::Jpeg) => jpeg::read(bytes, &mut facts),
        Some(Format::Png) => png::read(bytes, &mut facts),
        Some(Format::Pdf) => pdf::read(bytes, &mut facts),
        _ => {}
    }
    screen::look(&mut facts);
    facts
}
