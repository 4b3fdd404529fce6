//! What the headers of a file say, before anybody judges it.

use super::{
    Hints,
    pdf::PdfFacts,
    sniff::{Format, sniff},
};

/// What the headers of a file say. Nothing here is text out of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what a file says, yes or no")]
pub struct Facts {
    /// The format by content.
    pub format: Option<Format>,
    /// The size in bytes.
    pub bytes: u64,
    /// Whether only the beginning of the file was seen.
    pub partial: bool,
    /// The width in pixels, as stored.
    pub width: Option<u32>,
    /// The height in pixels, as stored.
    pub height: Option<u32>,
    /// How the picture is to be turned: EXIF's 1 to 8.
    pub orientation: Option<u8>,
    /// The dots per inch that the file claims, across and down. Cameras write 72 whatever they mean.
    pub claimed_dpi: Option<(u32, u32)>,
    /// Whether its components are grey, colours, a palette.
    pub colour: Option<Colour>,
    /// Components of a pixel.
    pub components: Option<u8>,
    /// Bits of a component.
    pub bit_depth: Option<u8>,
    /// JPEG's quality on the scale of the IJG's tables, 1 to 100.
    pub quality: Option<u8>,
    /// Progressive JPEG or interlaced PNG.
    pub progressive: bool,
    /// Whether it is an animation.
    pub animated: bool,
    /// Whether a camera put its make into it.
    pub camera: bool,
    /// Whether it says where it was taken.
    pub location: bool,
    /// Whether it looks like a picture of a screen.
    pub screenshot: bool,
    /// How it ends.
    pub end: End,
    /// What a PDF holds.
    pub pdf: Option<PdfFacts>,
}

/// What the components of a pixel are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is said by its name")]
pub enum Colour {
    Grey,
    Colour,
    Palette,
    Cmyk,
}

impl Colour {
    /// `grey`, `colour`, `palette` or `cmyk`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Colour => "colour",
            Self::Palette => "palette",
            Self::Cmyk => "cmyk",
        }
    }
}

/// How a file ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum End {
    /// Not walked to: another format, or only its beginning was seen.
    #[default]
    Unknown,
    /// Where it should.
    Complete,
    /// Before it should.
    Truncated,
    /// In the middle: what stands there is not of the format.
    Broken,
    /// Behind the end there is more, in bytes.
    Trailing(u64),
}

impl End {
    /// `unknown`, `complete`, `truncated`, `broken` or `trailing`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Complete => "complete",
            Self::Truncated => "truncated",
            Self::Broken => "broken",
            Self::Trailing(_) => "trailing",
        }
    }
}

impl Facts {
    pub(super) fn of(bytes: &[u8], hints: &Hints<'_>) -> Self {
        let seen = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let all = hints.size.unwrap_or(seen).max(seen);
        Self { format: sniff(bytes), bytes: all, partial: all > seen, ..Self::default() }
    }

    /// The end of a walk that came to an end of the bytes: of the file's, or only of those seen.
    pub(super) const fn cut(&self) -> End {
        if self.partial { End::Unknown } else { End::Truncated }
    }

    /// Width and height as they are shown: turned as `orientation` says.
    ///
    /// ```
    /// use kyc_rules::image::Facts;
    /// let facts = Facts { width: Some(4000), height: Some(3000), orientation: Some(6), ..Facts::default() };
    /// assert_eq!(facts.shown_size(), Some((3000, 4000)));
    /// ```
    #[must_use]
    pub fn shown_size(&self) -> Option<(u32, u32)> {
        let (width, height) = (self.width?, self.height?);
        Some(match self.orientation {
            Some(5..=8) => (height, width),
            _ => (width, height),
        })
    }
}
