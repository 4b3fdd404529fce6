//! PNG: chunks from the first to the last, without inflating a pixel.
//!
//! Source: W3C PNG Specification (Third Edition), 5 and 11. Not checked: the check sums of chunks that are not read here, the
//! picture's own among them, which would cost more than everything else; the pixels.

use super::{
    bytes::{be32, take},
    exif,
    facts::{Colour, End, Facts},
};

/// The chunks that are read here, and whose check sums are made, up to this size.
const READ: &[&[u8; 4]] = &[b"IHDR", b"PLTE", b"acTL", b"pHYs", b"eXIf", b"IEND"];
const SUMMED: usize = 4096;

/// Reads the chunks, and walks to the end.
pub(super) fn read(data: &[u8], facts: &mut Facts) {
    facts.end = walk(data, facts).unwrap_or_else(|| facts.cut());
}

/// How the file ends; `None` where the bytes do first.
fn walk(data: &[u8], facts: &mut Facts) -> Option<End> {
    let mut at = 8_usize;
    let (mut has_pixels, mut has_palette) = (false, false);
    loop {
        let length = usize::try_from(be32(data, at)?).ok()?;
        let kind: [u8; 4] = take(data, at.checked_add(4)?)?;
        if length > 0x7FFF_FFFF || !kind.iter().all(u8::is_ascii_alphabetic) {
            return Some(End::Broken);
        }
        if facts.width.is_none() && kind != *b"IHDR" {
            return Some(End::Broken);
        }
        let from = at.checked_add(8)?;
        let to = from.checked_add(length)?;
        let body = data.get(from..to)?;
        let sum = be32(data, to)?;
        let is_summed = READ.contains(&&kind) && length <= SUMMED;
        if is_summed && crc(data.get(at.checked_add(4)?..to)?) != sum {
            return Some(End::Broken);
        }
        at = to.checked_add(4)?;
        match &kind {
            b"IHDR" => header(body, facts)?,
            b"PLTE" => has_palette = true,
            b"IDAT" => has_pixels = true,
            b"acTL" => facts.animated = be32(body, 0).is_some_and(|frames| frames > 1),
            b"pHYs" => density(body, facts),
            b"eXIf" => exif::read(body, facts),
            b"IEND" => {
                let lacks_palette = facts.colour == Some(Colour::Palette) && !has_palette;
                return Some(if !has_pixels || lacks_palette {
                    End::Broken
                } else {
                    behind(data.get(at..)?)
                });
            }
            _ => {}
        }
    }
}

fn behind(rest: &[u8]) -> End {
    if rest.iter().all(|byte| matches!(byte, 0 | b'\r' | b'\n')) {
        return End::Complete;
    }
    End::Trailing(u64::try_from(rest.len()).unwrap_or(u64::MAX))
}

fn header(body: &[u8], facts: &mut Facts) -> Option<()> {
    facts.width = Some(be32(body, 0)?);
    facts.height = Some(be32(body, 4)?);
    facts.bit_depth = Some(*body.get(8)?);
    let (components, colour) = match body.get(9)? {
        0 => (1, Colour::Grey),
        3 => (1, Colour::Palette),
        4 => (2, Colour::Grey),
        6 => (4, Colour::Colour),
        _ => (3, Colour::Colour),
    };
    facts.components = Some(components);
    facts.colour = Some(colour);
    facts.progressive = body.get(12) == Some(&1);
    Some(())
}

/// Dots a metre; unit 0 is no resolution but a ratio.
fn density(body: &[u8], facts: &mut Facts) {
    if let (Some(across), Some(down), Some(1)) = (be32(body, 0), be32(body, 4), body.get(8)) {
        let inches = |dots| exif::per_inch(dots, 254, 10_000);
        facts.claimed_dpi = Some((inches(across), inches(down)));
    }
}

/// The check sum of a chunk: CRC-32 of ISO 3309, bit by bit, since only small chunks are summed.
fn crc(data: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in data {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::{Facts, density};

    #[test]
    fn dots_are_counted_by_the_metre_and_a_ratio_is_none() {
        // 11,811 dots a metre are 300 an inch.
        for (unit, dpi) in [(1, Some((300, 72))), (0, None)] {
            let mut facts = Facts::default();
            density(&[0, 0, 0x2E, 0x23, 0, 0, 0x0B, 0x13, unit], &mut facts);
            assert_eq!(facts.claimed_dpi, dpi, "unit {unit}");
        }
        let mut facts = Facts::default();
        density(&[0, 0, 0x2E, 0x23, 0, 0, 0x0B, 0x13], &mut facts);
        assert_eq!(facts.claimed_dpi, None, "no unit");
    }
}
