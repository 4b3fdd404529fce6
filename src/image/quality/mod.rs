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

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::{grey, quality};

    #[test]
    fn grey_is_made_by_the_weights_of_the_standard() {
        // ITU-R BT.709: 0.2125, 0.7154, 0.0721.
        for (pixel, light) in [
            ([255, 255, 255, 255], 255),
            ([255, 0, 0, 255], 54),
            ([0, 255, 0, 255], 182),
            ([0, 0, 255, 255], 18),
            // What is transparent shows the white page behind it, half of it where it is so by half.
            ([0, 0, 0, 0], 255),
            ([0, 0, 0, 128], 127),
        ] {
            assert_eq!(grey(&pixel.repeat(16 * 20), 16, 20), Some((vec![light; 320], 16, 20)));
        }
    }

    #[test]
    fn a_large_picture_is_measured_in_small_and_one_too_narrow_for_that_not_at_all() {
        let size = |width, height| {
            let pixels = vec![0; usize::try_from(width * height * 4).unwrap()];
            quality(&pixels, width, height).map(|quality| (quality.width, quality.height))
        };
        assert_eq!(size(1000, 16), Some((1000, 16)));
        assert_eq!(size(2000, 32), Some((1000, 16)));
        assert_eq!(size(2000, 31), None, "fifteen lines, made small");
        assert_eq!(size(15, 100), None);
    }

    #[test]
    fn pixels_that_are_not_all_there_are_not_measured() {
        assert!(grey(&[0; 16 * 16 * 4], 16, 16).is_some());
        assert!(grey(&[0; 16 * 16 * 4], 16, 17).is_none());
        assert!(grey(&[0; 16 * 16 * 4 - 1], 16, 16).is_none());
    }
}
