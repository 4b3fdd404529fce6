//! Decodes JPG and PNG for [`super::quality()`], within limits: for servers and the command line. Browsers bring decoders of their own.
//!
//! Nothing is decoded whose header claims more than [`MAX_PIXELS`]: a file of a few bytes may claim gigabytes.

use alloc::vec::Vec;

use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

use super::{Facts, Format, Quality, quality};

/// The most pixels that are decoded: 50 million, 200 MB.
pub const MAX_PIXELS: u64 = 50_000_000;
/// The most pixels of a side.
const MAX_SIDE: u32 = 12_000;

/// Pixels, four bytes each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Red, green, blue, alpha; row by row.
    pub rgba: Vec<u8>,
    /// The width, as stored.
    pub width: u32,
    /// The height, as stored.
    pub height: u32,
}

/// Decodes a picture. `None` for what is no JPG or PNG, is broken, or claims more than the limits.
///
/// ```
/// use kyc_rules::image::{self, Hints, decode};
/// // A PNG of 268 million pixels in 45 bytes.
/// let bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x40\0\0\0\x40\0\x08\x06\0\0\0\x0c\x8c\x9c\x1d\0\0\0\0IDAT\0\0\0\0";
/// assert!(decode::pixels(bomb, &image::facts(bomb, &Hints::default())).is_none());
/// ```
#[must_use]
pub fn pixels(bytes: &[u8], facts: &Facts) -> Option<Pixels> {
    let (width, height) = (facts.width?, facts.height?);
    if width.max(height) > MAX_SIDE || u64::from(width).checked_mul(u64::from(height))? > MAX_PIXELS
    {
        return None;
    }
    // Four inks are turned into light in as many ways as there are programs.
    if facts.components == Some(4) && facts.format == Some(Format::Jpeg) {
        return None;
    }
    let pixels = match facts.format? {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        _ => None,
    }?;
    // The decoder's own reading of the header decides how large it is; it must be the one that was checked.
    (pixels.width == width && pixels.height == height).then_some(pixels)
}

/// Decodes a picture and measures it.
#[must_use]
pub fn measure(bytes: &[u8], facts: &Facts) -> Option<Quality> {
    let Pixels { rgba, width, height } = pixels(bytes, facts)?;
    quality(&rgba, width, height)
}

fn jpeg(bytes: &[u8]) -> Option<Pixels> {
    let side = usize::try_from(MAX_SIDE).ok()?;
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::RGBA)
        .set_strict_mode(false)
        .set_max_width(side)
        .set_max_height(side);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let rgba = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    Some(Pixels { rgba, width: u32::try_from(width).ok()?, height: u32::try_from(height).ok()? })
}

fn png(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut raw = alloc::vec![0_u8; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut raw).ok()?;
    raw.truncate(frame.buffer_size());
    let rgba = match frame.color_type {
        png::ColorType::Rgba => raw,
        png::ColorType::Rgb => spread(&raw, |[r, g, b]: [u8; 3]| [r, g, b, 255]),
        png::ColorType::Grayscale => spread(&raw, |[grey]: [u8; 1]| [grey, grey, grey, 255]),
        png::ColorType::GrayscaleAlpha => {
            spread(&raw, |[grey, alpha]: [u8; 2]| [grey, grey, grey, alpha])
        }
        png::ColorType::Indexed => return None,
    };
    Some(Pixels { rgba, width: frame.width, height: frame.height })
}

fn spread<const N: usize>(raw: &[u8], pixel: fn([u8; N]) -> [u8; 4]) -> Vec<u8> {
    raw.as_chunks::<N>().0.iter().flat_map(|bytes| pixel(*bytes)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Facts, Format, pixels};

    #[test]
    fn no_other_format_is_decoded_whatever_its_facts_claim() {
        let gif =
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
        for format in [Some(Format::Gif), Some(Format::Jpeg), Some(Format::Png), None] {
            let facts = Facts { format, width: Some(1), height: Some(1), ..Facts::default() };
            assert_eq!(pixels(gif, &facts), None, "{format:?}");
        }
    }
}
