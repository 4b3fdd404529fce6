//! Light that a document reflects: a blob without any detail whose edge is soft. A white box printed on a card has a hard one.

use alloc::{vec, vec::Vec};

use super::{Frame, share};

/// Cells of so many pixels a side are looked at as one.
const CELL: usize = 8;
/// The darkest pixel of a cell that shows nothing any more, and of one that lies in a blob's soft edge.
const BURNT: u8 = 250;
const SOFT: u8 = 190;
/// Burnt cells beyond this share are paper, not glare.
const PAPER: u32 = 3500;

/// The share of glare in ten-thousandths; `None` where most of the picture is white.
pub(super) fn measure(frame: &Frame) -> Option<u32> {
    let cells = cells(frame);
    let across = frame.width.checked_div(CELL)?;
    let all = u64::try_from(cells.len()).ok()?;
    let burnt = cells.iter().filter(|cell| **cell >= BURNT).count();
    if share(u64::try_from(burnt).ok()?, all) > PAPER {
        return None;
    }
    let mut seen = vec![false; cells.len()];
    let mut glare = 0_u64;
    for at in 0..cells.len() {
        let (blob, soft, hard) = blob(&cells, across, at, &mut seen);
        // A blob of two cells may be a letter's inside.
        if blob > 2 && soft > hard {
            glare = glare.wrapping_add(blob);
        }
    }
    Some(share(glare, all))
}

/// The darkest pixel of each cell.
fn cells(frame: &Frame) -> Vec<u8> {
    let across = frame.width.checked_div(CELL).unwrap_or(0);
    let rows: Vec<&[u8]> = frame.rows().collect();
    let mut cells = Vec::with_capacity(frame.grey.len() / (CELL * CELL));
    for band in rows.chunks_exact(CELL) {
        let mut darkest = vec![255_u8; across];
        for row in band {
            for (cell, pixels) in darkest.iter_mut().zip(row.chunks_exact(CELL)) {
                *cell = pixels.iter().copied().fold(*cell, u8::min);
            }
        }
        cells.extend_from_slice(&darkest);
    }
    cells
}

/// The blob of burnt cells around a place: its cells, and how many of its neighbours are soft and hard.
fn blob(cells: &[u8], across: usize, start: usize, seen: &mut [bool]) -> (u64, u64, u64) {
    let (mut count, mut soft, mut hard) = (0_u64, 0_u64, 0_u64);
    let mut visit = |at: usize, open: &mut Vec<usize>, is_start: bool| {
        let (Some(cell), Some(seen)) = (cells.get(at), seen.get_mut(at)) else { return };
        if *cell >= BURNT {
            if !core::mem::replace(seen, true) {
                open.push(at);
            }
        } else if !is_start {
            if *cell >= SOFT {
                soft = soft.wrapping_add(1);
            } else {
                hard = hard.wrapping_add(1);
            }
        }
    };
    let mut open = Vec::new();
    visit(start, &mut open, true);
    while let Some(at) = open.pop() {
        count = count.wrapping_add(1);
        let column = at.checked_rem(across).unwrap_or(0);
        if column > 0 {
            visit(at.wrapping_sub(1), &mut open, false);
        }
        if column.wrapping_add(1) < across {
            visit(at.wrapping_add(1), &mut open, false);
        }
        visit(at.wrapping_sub(across), &mut open, false);
        visit(at.wrapping_add(across), &mut open, false);
    }
    (count, soft, hard)
}
