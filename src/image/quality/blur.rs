//! How blurred a picture is: how little it changes when it is blurred once more.
//!
//! Source: F. Crété, T. Dolmiere, P. Ladret, M. Nicolas, "The blur effect" (2007), as `skimage.measure.blur_effect` has it with its
//! defaults (a filter of 11 pixels, the edges of a Sobel filter, the worse of both axes).
//!
//! Both filters are sums along lines, so they can be taken in any order: the Sobel filter's sum across three rows first, then the
//! difference of two places, and for the blurred picture the difference of two sums of eleven, of which four terms are left. All
//! of it is kept eleven times as large, so that nothing is ever divided.

use alloc::{vec, vec::Vec};

use super::{Frame, share};

/// The filter's reach to each side, and one more for the edge.
const REACH: usize = 6;

/// The measure, in ten-thousandths; `None` for a picture without an edge.
pub(super) fn measure(frame: &Frame) -> Option<u32> {
    across(frame).max(across(&frame.turned()))
}

/// The measure along the rows.
fn across(frame: &Frame) -> Option<u32> {
    let rows: Vec<&[u8]> = frame.rows().collect();
    let mut line = vec![0_i32; frame.width.checked_add(REACH)?.checked_add(REACH)?];
    let (mut sharp, mut lost) = (0_u64, 0_u64);
    // The outermost rows and columns are left out as `skimage` does: the first two, and the last.
    for three in rows.windows(3).skip(1) {
        if let [above, row, below] = three {
            weigh(above, row, below, &mut line);
            let (sharp_here, lost_here) = edges(&line);
            sharp = sharp.wrapping_add(sharp_here);
            lost = lost.wrapping_add(lost_here);
        }
    }
    (sharp > 0).then(|| share(sharp.wrapping_sub(lost), sharp))
}

/// The rows' sum, 1 2 1, mirrored at both ends.
fn weigh(above: &[u8], row: &[u8], below: &[u8], line: &mut [i32]) {
    let sums = above.iter().zip(row).zip(below).map(|((above, row), below)| {
        i32::from(*above).wrapping_add(i32::from(*row) << 1).wrapping_add(i32::from(*below))
    });
    for (to, sum) in line.iter_mut().skip(REACH).zip(sums) {
        *to = sum;
    }
    let end = line.len().saturating_sub(REACH);
    for at in 0..REACH {
        let (before, first) = (REACH.wrapping_sub(1).wrapping_sub(at), REACH.wrapping_add(at));
        let (behind, last) = (end.wrapping_add(at), end.wrapping_sub(1).wrapping_sub(at));
        for (to, from) in [(before, first), (behind, last)] {
            let value = line.get(from).copied().unwrap_or(0);
            if let Some(place) = line.get_mut(to) {
                *place = value;
            }
        }
    }
}

/// The edges of a line, and how much of them is lost by blurring.
fn edges(line: &[i32]) -> (u64, u64) {
    let from = |at: usize| line.get(at..).unwrap_or_default().iter();
    // Place 0 of the line is six before the picture's first pixel; the first two and the last are left out.
    let first = 2_usize;
    let count = line.len().saturating_sub(2 * REACH).saturating_sub(3);
    let outer = from(first).zip(from(first + 1)).zip(from(first + 11).zip(from(first + 12)));
    let inner = from(first + 5).zip(from(first + 7));
    let (mut sharp, mut lost) = (0_u64, 0_u64);
    for (((a, b), (c, d)), (before, behind)) in outer.zip(inner).take(count) {
        let edge = behind.wrapping_sub(*before).wrapping_abs().wrapping_mul(11);
        let blurred = c.wrapping_add(*d).wrapping_sub(*a).wrapping_sub(*b).wrapping_abs();
        sharp = sharp.wrapping_add(u64::from(edge.unsigned_abs()));
        lost = lost.wrapping_add(u64::from(edge.wrapping_sub(blurred).max(0).unsigned_abs()));
    }
    (sharp, lost)
}
