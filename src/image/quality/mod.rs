//! How good a picture is, out of its pixels: whole numbers only, so that every runtime measures the same.

mod blur;
mod border;
mod frame;
mod glare;
mod light;

use alloc::vec::Vec;

pub(super) use self::frame::Frame;

/// What was measured. Shares are in ten-thousandths. The picture is first made smaller than 1000 pixels a side, never larger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quality {
    /// The width that was measured.
    pub width: u32,
    /// The height that was measured.
    pub height: u32,
    /// The Crété blur measure: below 5000 sharp, above 6000 blurred. `None` for a picture without an edge.
    pub blur: Option<u32>,
    /// Mean light, 0 to 255.
    pub mean: u32,
    /// The light that one pixel in a hundred is darker than: ink, in a picture with contrast.
    pub darkest: u32,
    /// The light that one pixel in twenty is brighter than: paper or card, in a picture with light.
    pub brightest: u32,
    /// Share of blobs without any detail and with a soft edge. `None` where most of the picture is white.
    pub glare: Option<u32>,
    /// Share of pixels that have a colour.
    pub chroma: u32,
    /// Share of the picture's border that has edges in it.
    pub border: u32,
}

impl Quality {
    /// The names of what was measured, as JSON has them.
    pub(super) const NAMES: &str = "width height blur mean darkest brightest glare chroma border";

    /// What was measured, in the order of the names.
    pub(super) fn numbers(&self) -> [Option<u32>; 9] {
        [
            Some(self.width),
            Some(self.height),
            self.blur,
            Some(self.mean),
            Some(self.darkest),
            Some(self.brightest),
            self.glare,
            Some(self.chroma),
            Some(self.border),
        ]
    }
}

/// Measures a picture: four bytes a pixel, red, green, blue, alpha, as a canvas has them. `None` where the bytes are not
/// `width × height` pixels, or a side is shorter than 16.
///
/// ```
/// let mut page = vec![255_u8; 64 * 64 * 4];
/// for (at, pixel) in page.chunks_exact_mut(4).enumerate() {
///     if at / 7 % 2 == 0 { pixel[..3].fill(20) }
/// }
/// let quality = kyc_rules::image::quality(&page, 64, 64).unwrap();
/// assert!(quality.blur.unwrap() < 5000);
/// assert_eq!(quality.chroma, 0);
/// assert!(kyc_rules::image::quality(&page, 64, 65).is_none());
/// ```
#[must_use]
pub fn quality(rgba: &[u8], width: u32, height: u32) -> Option<Quality> {
    let frame = Frame::of(rgba, width, height)?;
    let light = light::measure(&frame);
    Some(Quality {
        width: u32::try_from(frame.width).ok()?,
        height: u32::try_from(frame.height).ok()?,
        blur: blur::measure(&frame),
        mean: light.mean,
        darkest: light.darkest,
        brightest: light.brightest,
        glare: glare::measure(&frame),
        chroma: frame.chroma,
        border: border::measure(&frame),
    })
}

/// The grey picture that is measured, with its width and height: for tests beside others' measures.
#[must_use]
pub fn grey(rgba: &[u8], width: u32, height: u32) -> Option<(Vec<u8>, usize, usize)> {
    Frame::of(rgba, width, height).map(|frame| (frame.grey, frame.width, frame.height))
}

/// `part` of `whole` in ten-thousandths.
fn share(part: u64, whole: u64) -> u32 {
    let share = part.saturating_mul(10_000).checked_div(whole).unwrap_or(0);
    u32::try_from(share).unwrap_or(u32::MAX)
}
