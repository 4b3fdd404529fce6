//! Every reason a file can be given: its stable name, how much it weighs, and its English. Names are API and are only ever added.
//!
//! The words follow GOV.UK's voice for uploads: what is wrong with the file and what would be right. Names in braces are those of
//! the parameters.

use crate::code::Severity;

/// What a code stands for.
#[derive(Debug, Clone, Copy)]
pub struct ImageReason {
    /// The stable, dotted name: `image.too_small`.
    pub name: &'static str,
    /// How much it weighs, where the policy does not say otherwise.
    pub severity: Severity,
    /// The sentence a form shows.
    pub form: &'static str,
}

/// A reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "each is said by its ImageReason, in `reason`")]
pub enum ImageCode {
    // the file
    Empty,
    FormatUnknown,
    FormatNotAccepted,
    NameMismatch,
    TypeMismatch,
    TooSmall,
    TooLarge,
    SizeBetweenReadings,
    Truncated,
    Broken,
    TrailingData,
    // the picture
    TooFewPixels,
    TooManyPixels,
    ResolutionLow,
    NoColour,
    Compressed,
    Animated,
    Screenshot,
    Location,
    // pdf
    PdfPassword,
    PdfEncrypted,
    PdfTooManyPages,
    PdfActive,
    PdfEmbeddedFiles,
    // pixels
    Blurred,
    SlightlyBlurred,
    Dark,
    Pale,
    LowContrast,
    Glare,
    LittleColour,
    TouchesBorder,
    Shape,
}

impl ImageCode {
    /// Every code, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::FormatUnknown,
        Self::FormatNotAccepted,
        Self::NameMismatch,
        Self::TypeMismatch,
        Self::TooSmall,
        Self::TooLarge,
        Self::SizeBetweenReadings,
        Self::Truncated,
        Self::Broken,
        Self::TrailingData,
        Self::TooFewPixels,
        Self::TooManyPixels,
        Self::ResolutionLow,
        Self::NoColour,
        Self::Compressed,
        Self::Animated,
        Self::Screenshot,
        Self::Location,
        Self::PdfPassword,
        Self::PdfEncrypted,
        Self::PdfTooManyPages,
        Self::PdfActive,
        Self::PdfEmbeddedFiles,
        Self::Blurred,
        Self::SlightlyBlurred,
        Self::Dark,
        Self::Pale,
        Self::LowContrast,
        Self::Glare,
        Self::LittleColour,
        Self::TouchesBorder,
        Self::Shape,
    ];

    /// The stable name: `image.too_small`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.reason().name
    }

    /// Whether it is about what the picture shows, and measured: what a [`super::QualityGate`] blocks for two attempts.
    #[must_use]
    pub const fn is_quality(self) -> bool {
        matches!(self, Self::Blurred | Self::Dark | Self::Pale | Self::Glare | Self::LittleColour)
    }

    /// What it stands for.
    #[must_use]
    #[rustfmt::skip] // A table reads best a row a line.
    pub const fn reason(self) -> ImageReason {
        use Severity::{Error, Warning};
        match self {
            // the file
            Self::Empty => reason("image.empty", Error, "The file is empty"),
            Self::FormatUnknown => reason("image.format_unknown", Error, "The file must be a {accepted}"),
            Self::FormatNotAccepted => reason("image.format_not_accepted", Error, "The file must be a {accepted}: this one is {found}"),
            Self::NameMismatch => reason("image.name_mismatch", Warning, "The file’s name ends as another format’s would: it is {found}"),
            Self::TypeMismatch => reason("image.type_mismatch", Warning, "The file is sent as another format: it is {found}"),
            Self::TooSmall => reason("image.too_small", Error, "The file must be at least {minimum} KB. Take the photo at a higher quality"),
            Self::TooLarge => reason("image.too_large", Error, "The file must be {maximum} MB or smaller"),
            Self::SizeBetweenReadings => reason("image.size_between_readings", Warning, "The file’s size is within the limit only as some count KB and MB"),
            Self::Truncated => reason("image.truncated", Error, "The file is cut off: part of it is missing. Upload it again"),
            Self::Broken => reason("image.broken", Error, "The file is damaged. Save or photograph it again"),
            Self::TrailingData => reason("image.trailing_data", Warning, "The file holds something else behind its end"),
            // the picture
            Self::TooFewPixels => reason("image.too_few_pixels", Error, "The picture must be at least {minimum} pixels on each side"),
            Self::TooManyPixels => reason("image.too_many_pixels", Error, "The picture must be {maximum} pixels or fewer on each side"),
            Self::ResolutionLow => reason("image.resolution_low", Warning, "The picture shows the document at {found} DPI at most: {minimum} or more is better. Move closer"),
            Self::NoColour => reason("image.no_colour", Error, "The picture must be in colour"),
            Self::Compressed => reason("image.compressed", Warning, "The picture was saved at a low quality ({found} of 100): small print may be lost"),
            Self::Animated => reason("image.animated", Warning, "The file must be one picture, not an animation"),
            Self::Screenshot => reason("image.screenshot", Warning, "This looks like a screenshot. Photograph or scan the document itself"),
            Self::Location => reason("image.location", Warning, "The picture says where it was taken. You can remove that before you send it"),
            // pdf
            Self::PdfPassword => reason("image.pdf_password", Error, "The PDF must open without a password"),
            Self::PdfEncrypted => reason("image.pdf_encrypted", Warning, "The PDF is encrypted. It could not be verified that it opens without a password"),
            Self::PdfTooManyPages => reason("image.pdf_too_many_pages", Error, "The PDF must have {maximum} pages or fewer"),
            Self::PdfActive => reason("image.pdf_active", Error, "The PDF must not run scripts or programs. Print it to a new PDF"),
            Self::PdfEmbeddedFiles => reason("image.pdf_embedded_files", Warning, "The PDF carries other files"),
            // pixels
            Self::Blurred => reason("image.blurred", Warning, "The picture is blurred. Hold still, let it focus, and take it again"),
            Self::SlightlyBlurred => reason("image.slightly_blurred", Warning, "Check that all the text can be read: the picture is not quite sharp"),
            Self::Dark => reason("image.dark", Warning, "The picture is too dark. Take it again in better light"),
            Self::Pale => reason("image.pale", Warning, "The picture is too bright. Take it again with less light"),
            Self::LowContrast => reason("image.low_contrast", Warning, "Check that all the text can be read: the picture has little contrast"),
            Self::Glare => reason("image.glare", Warning, "Light is reflected in the picture. Tilt the document or move the light"),
            Self::LittleColour => reason("image.little_colour", Warning, "This looks like a black and white copy. Photograph the document itself, in colour"),
            Self::TouchesBorder => reason("image.touches_border", Warning, "Check that all four corners are in the picture: something runs out of it"),
            Self::Shape => reason("image.shape", Warning, "Check that the whole document is in the picture: it is narrower than the document"),
        }
    }
}

const fn reason(name: &'static str, severity: Severity, form: &'static str) -> ImageReason {
    ImageReason { name, severity, form }
}
