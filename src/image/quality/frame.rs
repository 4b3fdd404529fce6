//! A picture made small and grey, and how much colour it had.

use alloc::{vec, vec::Vec};

use super::share;

/// The most pixels of a side that are measured: enough to see blur, little enough to be quick.
const MAX_SIDE: usize = 1000;
/// The fewest.
const MIN_SIDE: usize = 16;
/// A pixel whose components are farther apart has a colour; nearer, it may be the light's or the compression's.
const CHROMA: u32 = 12;

/// A picture made small and grey.
pub(crate) struct Frame {
    pub(super) grey: Vec<u8>,
    pub(super) width: usize,
    pub(super) height: usize,
    /// Share of pixels with a colour, in ten-thousandths.
    pub(super) chroma: u32,
}

impl Frame {
    /// Makes a picture small by whole steps (every two by two pixels one, or three by three …) and grey by the weights of
    /// ITU-R BT.709, as `skimage.color.rgb2gray` does. What is transparent is white.
    pub(super) fn of(rgba: &[u8], width: u32, height: u32) -> Option<Self> {
        let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
        if width.min(height) < MIN_SIDE
            || rgba.len() != width.checked_mul(height)?.checked_mul(4)?
        {
            return None;
        }
        let step = width.max(height).div_ceil(MAX_SIDE);
        let (small_width, small_height) = (width.checked_div(step)?, height.checked_div(step)?);
        if small_width.min(small_height) < MIN_SIDE {
            return None;
        }
        let mut grey = vec![0_u8; small_width.checked_mul(small_height)?];
        let mut sums = vec![[0_u32; 3]; small_width];
        let pixels = u32::try_from(step.checked_mul(step)?).ok()?;
        let mut coloured = 0_u64;
        let line = width.checked_mul(4)?;
        let lines = rgba.chunks_exact(line.checked_mul(step)?);
        for (rows, out) in lines.zip(grey.chunks_exact_mut(small_width)) {
            sums.fill([0; 3]);
            for row in rows.chunks_exact(line) {
                add(row, step, &mut sums);
            }
            for (sum, out) in sums.iter().zip(out) {
                let [red, green, blue] = sum.map(|sum| mean(sum, pixels));
                let light = red
                    .wrapping_mul(13_926)
                    .wrapping_add(green.wrapping_mul(46_884))
                    .wrapping_add(blue.wrapping_mul(4_726));
                *out = u8::try_from(light.wrapping_add(32_768) >> 16).unwrap_or(255);
                let spread = red.max(green).max(blue).wrapping_sub(red.min(green).min(blue));
                coloured = coloured.wrapping_add(u64::from(spread > CHROMA));
            }
        }
        let all = u64::try_from(grey.len()).ok()?;
        Some(Self { grey, width: small_width, height: small_height, chroma: share(coloured, all) })
    }

    /// The rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> + Clone {
        self.grey.chunks_exact(self.width)
    }

    /// Columns for rows.
    pub(super) fn turned(&self) -> Self {
        let mut grey = vec![0_u8; self.grey.len()];
        for (x, row) in self.rows().enumerate() {
            let column = grey.iter_mut().skip(x).step_by(self.height.max(1));
            for (to, from) in column.zip(row) {
                *to = *from;
            }
        }
        Self { grey, width: self.height, height: self.width, chroma: self.chroma }
    }
}

/// Adds a row's pixels to the sums of those they become part of.
fn add(row: &[u8], step: usize, sums: &mut [[u32; 3]]) {
    for (group, sum) in row.chunks_exact(step.saturating_mul(4).max(4)).zip(sums) {
        for pixel in group.as_chunks::<4>().0 {
            let [red, green, blue, alpha] = *pixel;
            let alpha = u32::from(alpha);
            for (sum, part) in sum.iter_mut().zip([red, green, blue]) {
                let mut part = u32::from(part);
                if alpha != 255 {
                    part = part.wrapping_mul(alpha).wrapping_add(127) / 255;
                    part = part.wrapping_add(255_u32.wrapping_sub(alpha));
                }
                *sum = sum.wrapping_add(part);
            }
        }
    }
}

fn mean(sum: u32, pixels: u32) -> u32 {
    sum.wrapping_add(pixels >> 1).checked_div(pixels).unwrap_or(0)
}
