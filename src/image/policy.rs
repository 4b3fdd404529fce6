//! What an integrator accepts, as data: the guide's limits, and those other providers publish.
//!
//! Source: the KYC integration guide, "Document image requirements"; for the other presets unverified (agrees with those
//! providers' published limits as collected on 2026-11-23).

use super::{
    bytes::{digits, find_byte},
    sniff::Format,
};
use crate::scan::parts;

/// What a finding gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Nothing is said.
    Off,
    /// A warning.
    Warning,
    /// An error.
    Error,
}

/// What an integrator accepts. [`ImagePolicy::guide`] is the default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImagePolicy {
    /// Its name: `guide`.
    pub name: &'static str,
    /// The smallest file in bytes; a file text of its own (an electronic bill) may be smaller where `small_text_pdf` says so.
    pub min_bytes: u32,
    /// The largest file in bytes.
    pub max_bytes: u32,
    /// What a PDF of text below `min_bytes` gets, where it proves an address.
    pub small_text_pdf: Weight,
    /// Formats accepted for photo IDs.
    pub id_formats: &'static [Format],
    /// Formats accepted for proofs of address.
    pub page_formats: &'static [Format],
    /// The fewest pixels of a side; 0 for none.
    pub min_side: u32,
    /// The most pixels of a side; 0 for none.
    pub max_side: u32,
    /// The dots per inch that a document should be shown with; 0 for none.
    pub min_dpi: u32,
    /// What a picture without colour gets.
    pub colour: Weight,
    /// The most pages of a PDF of a photo ID; 0 for none.
    pub max_id_pages: u32,
    /// The most pages of a PDF that proves an address; 0 for none.
    pub max_pages: u32,
    /// What an encrypted PDF gets of which nobody knows whether it opens without a password.
    pub encrypted: Weight,
    /// What scripts and programs in a PDF get.
    pub active: Weight,
    /// What a name or a media type of another format gets.
    pub mismatch: Weight,
    /// The quality of a JPEG below which a word is said.
    pub min_quality: u32,
    /// Blur from which a picture is slightly blurred, and blurred: ten-thousandths of the Crété measure.
    pub blur_slight: u32,
    /// See `blur_slight`.
    pub blur: u32,
    /// Light that something must reach for a picture not to be dark, of 255: see `Quality::brightest`.
    pub dark: u32,
    /// Light that something must be below for a picture not to be pale, of 255: see `Quality::darkest`.
    pub pale: u32,
    /// Glare from which a word is said, in ten-thousandths of the picture.
    pub glare: u32,
    /// Share of coloured pixels below which it looks black and white, in ten-thousandths.
    pub chroma: u32,
}

const BOTH: &[Format] = &[Format::Jpeg, Format::Png];
const THREE: &[Format] = &[Format::Jpeg, Format::Png, Format::Pdf];
const WITH_HEIC: &[Format] = &[Format::Jpeg, Format::Png, Format::Pdf, Format::Heic];

/// The guide's: JPG, PNG or PDF, 100 KB to 10 MB, 300 DPI recommended, full colour.
const GUIDE: ImagePolicy = ImagePolicy {
    name: "guide",
    min_bytes: 100_000,
    max_bytes: 10_485_760,
    small_text_pdf: Weight::Error,
    id_formats: THREE,
    page_formats: THREE,
    min_side: 0,
    max_side: 0,
    min_dpi: 300,
    colour: Weight::Error,
    max_id_pages: 0,
    max_pages: 0,
    encrypted: Weight::Warning,
    active: Weight::Error,
    mismatch: Weight::Warning,
    min_quality: 50,
    blur_slight: 5000,
    blur: 6000,
    dark: 100,
    pale: 130,
    glare: 100,
    chroma: 200,
};

/// Every preset: the guide's first.
pub const PRESETS: &[ImagePolicy] = &[
    GUIDE,
    // Over 10 KB, under 5 MB, at least 200 × 200.
    ImagePolicy {
        name: "fern",
        min_bytes: 10_001,
        max_bytes: 5_242_879,
        small_text_pdf: Weight::Warning,
        min_side: 200,
        colour: Weight::Warning,
        ..GUIDE
    },
    // 10 MB, 8000 pixels a side, in colour, no password; PDF for addresses only.
    ImagePolicy {
        name: "stripe",
        min_bytes: 0,
        id_formats: BOTH,
        max_side: 8000,
        encrypted: Weight::Error,
        ..GUIDE
    },
    // 32 KB to 7 MB, in colour.
    ImagePolicy {
        name: "mangopay",
        min_bytes: 32_000,
        max_bytes: 7_340_032,
        small_text_pdf: Weight::Warning,
        ..GUIDE
    },
    // 100 KB to 10 MB, two pages.
    ImagePolicy { name: "lemonway", small_text_pdf: Weight::Warning, max_id_pages: 2, ..GUIDE },
    // 10 MB of 1000 × 1000.
    ImagePolicy {
        name: "onfido",
        min_bytes: 0,
        max_bytes: 10_000_000,
        colour: Weight::Warning,
        ..GUIDE
    },
    // 100 KB or 300 DPI; HEIC too.
    ImagePolicy {
        name: "sumsub",
        min_bytes: 0,
        id_formats: WITH_HEIC,
        page_formats: WITH_HEIC,
        ..GUIDE
    },
];

impl Default for ImagePolicy {
    fn default() -> Self {
        GUIDE
    }
}

impl ImagePolicy {
    /// The guide's.
    #[must_use]
    pub const fn guide() -> Self {
        GUIDE
    }

    /// The preset of a name.
    ///
    /// ```
    /// use kyc_rules::image::ImagePolicy;
    /// assert_eq!(ImagePolicy::preset("stripe").unwrap().max_side, 8000);
    /// assert!(ImagePolicy::preset("nobody").is_none());
    /// ```
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        of(name.as_bytes()).cloned()
    }

    /// Out of `preset` and settings: `stripe maxSide=4000 minDpi=0`. Weights are 0 off, 1 warning, 2 error. `None` where a
    /// name or a number is not known.
    ///
    /// ```
    /// use kyc_rules::image::{ImagePolicy, Weight};
    /// let policy = ImagePolicy::parse("stripe minDpi=200 colour=1").unwrap();
    /// assert_eq!((policy.max_side, policy.min_dpi, policy.colour), (8000, 200, Weight::Warning));
    /// assert_eq!(ImagePolicy::parse(""), Some(ImagePolicy::guide()));
    /// assert_eq!(ImagePolicy::parse("stripe minDip=200"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut policy = GUIDE;
        for word in text.as_bytes().split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
            match find_byte(word, b'=').and_then(|at| word.split_at_checked(at)) {
                None => policy = of(word)?.clone(),
                Some((key, value)) => policy.set(key, digits(value.get(1..)?)?)?,
            }
        }
        Some(policy)
    }

    fn set(&mut self, key: &[u8], value: u32) -> Option<()> {
        let weight = match value {
            0 => Weight::Off,
            1 => Weight::Warning,
            _ => Weight::Error,
        };
        // In the order of `SETTINGS`.
        let slot = match parts(SETTINGS, b' ').position(|name| name.as_bytes() == key)? {
            0 => &mut self.min_bytes,
            1 => &mut self.max_bytes,
            2 => &mut self.min_side,
            3 => &mut self.max_side,
            4 => &mut self.min_dpi,
            5 => &mut self.max_id_pages,
            6 => &mut self.max_pages,
            7 => &mut self.min_quality,
            8 => &mut self.blur_slight,
            9 => &mut self.blur,
            10 => &mut self.dark,
            11 => &mut self.pale,
            12 => &mut self.glare,
            13 => &mut self.chroma,
            place => {
                *match place {
                    14 => &mut self.small_text_pdf,
                    15 => &mut self.colour,
                    16 => &mut self.encrypted,
                    17 => &mut self.active,
                    _ => &mut self.mismatch,
                } = weight;
                return (value <= 2).then_some(());
            }
        };
        *slot = value;
        Some(())
    }
}

/// What can be set: numbers, then weights.
const SETTINGS: &str = "minBytes maxBytes minSide maxSide minDpi maxIdPages maxPages \
    minQuality blurSlight blur dark pale glare chroma \
    smallTextPdf colour encrypted active mismatch";

fn of(name: &[u8]) -> Option<&'static ImagePolicy> {
    PRESETS.iter().find(|preset| preset.name.as_bytes() == name)
}

#[cfg(test)]
mod tests {
    use super::{GUIDE, ImagePolicy, SETTINGS, Weight};
    use crate::scan::parts;

    #[test]
    fn each_setting_sets_its_own_and_nothing_else() {
        let text = "minBytes=1 maxBytes=2 minSide=3 maxSide=4 minDpi=5 maxIdPages=6 maxPages=7 \
            minQuality=8 blurSlight=9 blur=10 dark=11 pale=12 glare=13 chroma=14 \
            smallTextPdf=0 colour=1 encrypted=2 active=0 mismatch=2";
        assert_eq!(parts(SETTINGS, b' ').count(), text.split_whitespace().count());
        let expected = ImagePolicy {
            min_bytes: 1,
            max_bytes: 2,
            min_side: 3,
            max_side: 4,
            min_dpi: 5,
            max_id_pages: 6,
            max_pages: 7,
            min_quality: 8,
            blur_slight: 9,
            blur: 10,
            dark: 11,
            pale: 12,
            glare: 13,
            chroma: 14,
            small_text_pdf: Weight::Off,
            colour: Weight::Warning,
            encrypted: Weight::Error,
            active: Weight::Off,
            mismatch: Weight::Error,
            ..GUIDE
        };
        assert_eq!(ImagePolicy::parse(text), Some(expected));
    }

    #[test]
    fn what_is_no_setting_is_refused_and_not_passed_over() {
        for text in
            ["colour=3", "colour=-1", "colour=", "colour", "minDpi=4294967296", "=1", "dpi=1"]
        {
            assert_eq!(ImagePolicy::parse(text), None, "{text}");
        }
    }
}
