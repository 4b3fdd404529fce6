//! How light a picture is. The mean alone says little: a card on a black table is well lit, a page is nearly white. What tells is
//! whether anything is bright, and whether anything is dark.

use super::Frame;

/// What was measured.
pub(super) struct Light {
    pub(super) mean: u32,
    pub(super) darkest: u32,
    pub(super) brightest: u32,
}

/// Measures.
pub(super) fn measure(frame: &Frame) -> Light {
    let mut counts = [0_u32; 256];
    let mut sum = 0_u64;
    for grey in &frame.grey {
        sum = sum.wrapping_add(u64::from(*grey));
        if let Some(count) = counts.get_mut(usize::from(*grey)) {
            *count = count.wrapping_add(1);
        }
    }
    let all = u64::try_from(frame.grey.len()).unwrap_or(u64::MAX);
    Light {
        mean: u32::try_from(sum.checked_div(all).unwrap_or(0)).unwrap_or(0),
        darkest: below(&counts, all, 1),
        brightest: below(&counts, all, 95),
    }
}

/// The light that so many per cent of the pixels are darker than.
fn below(counts: &[u32; 256], all: u64, percent: u64) -> u32 {
    let wanted = all.saturating_mul(percent);
    let mut passed = 0_u64;
    (0_u32..)
        .zip(counts)
        .find(|(_, count)| {
            passed = passed.wrapping_add(u64::from(**count).wrapping_mul(100));
            passed > wanted
        })
        .map_or(255, |(light, _)| light)
}
