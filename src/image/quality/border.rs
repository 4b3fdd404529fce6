//! Whether something runs out of the picture: edges within its outermost fiftieth. A weak sign, since tables have edges too.

use super::{Frame, share};

/// A change of light from a pixel to its neighbours that is an edge.
const EDGE: u32 = 48;

/// The share of the border's pixels that are edges, in ten-thousandths.
pub(super) fn measure(frame: &Frame) -> u32 {
    let margin = (frame.width.min(frame.height) / 50).max(2);
    let bottom = frame.height.saturating_sub(margin);
    let right = frame.width.saturating_sub(margin);
    let (mut edges, mut all) = (0_u64, 0_u64);
    for (y, (row, below)) in frame.rows().zip(frame.rows().skip(1)).enumerate() {
        let bands = if y < margin || y >= bottom {
            [(0, frame.width), (0, 0)]
        } else {
            [(0, margin), (right, frame.width)]
        };
        for (from, to) in bands {
            let part = row.get(from..to).unwrap_or_default();
            let below = below.get(from..to).unwrap_or_default();
            for ((here, next), below) in part.iter().zip(part.iter().skip(1)).zip(below) {
                all = all.wrapping_add(1);
                let change =
                    u32::from(here.abs_diff(*next)).wrapping_add(u32::from(here.abs_diff(*below)));
                edges = edges.wrapping_add(u64::from(change > EDGE));
            }
        }
    }
    share(edges, all)
}
