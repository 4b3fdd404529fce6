//! JPEG: markers from the first to the last, without decoding a pixel.
//!
//! Source: ITU-T T.81 (09/1992), annex B, K.1; unverified (agrees with `exiftool`): JFIF 1.02's density, EXIF in APP1, Adobe's APP14,
//! CIPA DC-007's `MPF` in APP2. Not checked: entropy-coded data, Huffman tables.

use super::{
    bytes::{be16, find_byte},
    exif,
    facts::{Colour, End, Facts},
};

/// The IJG's table of luminance, in the zigzag order of a DQT segment (T.81 table K.1).
const LUMINANCE: [u8; 64] = [
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81,
    87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];

/// Reads the segments, and walks to the end.
pub(super) fn read(data: &[u8], facts: &mut Facts) {
    let mut walk = Walk { has_scan: false, has_more_pictures: false, adobe: None };
    facts.end = walk.segments(data, facts).unwrap_or_else(|| facts.cut());
    if walk.adobe.is_some() && facts.components == Some(4) {
        facts.colour = Some(Colour::Cmyk);
    }
}

struct Walk {
    has_scan: bool,
    /// A multi-picture file: more pictures stand behind the first one's end, and should.
    has_more_pictures: bool,
    adobe: Option<u8>,
}

impl Walk {
    /// How the file ends; `None` where the bytes do first.
    fn segments(&mut self, data: &[u8], facts: &mut Facts) -> Option<End> {
        let mut at = 2_usize;
        loop {
            if data.get(at)? != &0xFF {
                return Some(End::Broken);
            }
            // A marker may be preceded by any number of 0xFF.
            let fill = data.get(at..)?.iter().take_while(|byte| **byte == 0xFF).count();
            at = at.checked_add(fill)?;
            let marker = *data.get(at)?;
            at = at.checked_add(1)?;
            match marker {
                0xD9 if self.has_scan => return Some(self.behind(data.get(at..)?)),
                // The end without a picture, a zero that is no marker, a second start.
                0xD9 | 0x00 | 0xD8 => return Some(End::Broken),
                // Markers without a segment.
                0x01 | 0xD0..=0xD7 => continue,
                _ => {}
            }
            let length = usize::from(be16(data, at)?);
            let Some(size) = length.checked_sub(2) else { return Some(End::Broken) };
            let from = at.checked_add(2)?;
            at = at.checked_add(length)?;
            let body = data.get(from..at.min(data.len()))?;
            self.segment(marker, body, facts);
            if body.len() < size {
                return None;
            }
            if marker == 0xDA {
                if facts.width.is_none() {
                    return Some(End::Broken);
                }
                self.has_scan = true;
                at = at.checked_add(scan_length(data.get(at..)?)?)?;
            }
        }
    }

    fn segment(&mut self, marker: u8, body: &[u8], facts: &mut Facts) {
        match marker {
            0xC4 | 0xC8 | 0xCC => {}
            0xC0..=0xCF if facts.width.is_none() => frame(marker, body, facts),
            // The number of lines, where the frame left it open.
            0xDC if facts.height == Some(0) => facts.height = be16(body, 0).map(u32::from),
            0xDB => tables(body, facts),
            0xE0 => density(body, facts),
            0xE1 => {
                if let Some(block) = body.strip_prefix(b"Exif\0\0") {
                    // JFIF's density is what readers show where both are there.
                    exif::read(block, facts);
                }
            }
            0xE2 if body.starts_with(b"MPF\0") => self.has_more_pictures = true,
            0xEE if body.starts_with(b"Adobe") => self.adobe = body.get(11).copied(),
            _ => {}
        }
    }

    /// What stands behind the end: nothing, padding, further pictures that were announced, or something else.
    fn behind(&self, rest: &[u8]) -> End {
        if self.has_more_pictures
            || rest.iter().all(|byte| matches!(byte, 0 | b'\r' | b'\n' | 0xFF))
        {
            return End::Complete;
        }
        End::Trailing(u64::try_from(rest.len()).unwrap_or(u64::MAX))
    }
}

/// How long a scan is: to the next marker that is neither a stuffed zero nor a restart.
fn scan_length(data: &[u8]) -> Option<usize> {
    let mut from = 0_usize;
    loop {
        let at = from.checked_add(find_byte(data.get(from..)?, 0xFF)?)?;
        match data.get(at.checked_add(1)?)? {
            0x00 | 0xD0..=0xD7 => from = at.checked_add(2)?,
            0xFF => from = at.checked_add(1)?,
            _ => return Some(at),
        }
    }
}

fn frame(marker: u8, body: &[u8], facts: &mut Facts) {
    let &[depth, high_y, low_y, high_x, low_x, components, ..] = body else { return };
    facts.bit_depth = Some(depth);
    facts.height = Some(u32::from(u16::from_be_bytes([high_y, low_y])));
    facts.width = Some(u32::from(u16::from_be_bytes([high_x, low_x])));
    facts.components = Some(components);
    facts.colour = Some(match components {
        1 => Colour::Grey,
        4 => Colour::Cmyk,
        _ => Colour::Colour,
    });
    facts.progressive = matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE);
}

/// JFIF's density: dots an inch or a centimetre; unit 0 is no resolution but a ratio.
fn density(body: &[u8], facts: &mut Facts) {
    let Some(body) = body.strip_prefix(b"JFIF\0") else { return };
    let (Some(unit), Some(across), Some(down)) = (body.get(2), be16(body, 3), be16(body, 5)) else {
        return;
    };
    let (across, down) = (u32::from(across), u32::from(down));
    facts.claimed_dpi = match unit {
        1 => Some((across, down)),
        2 => Some((exif::per_inch(across, 254, 100), exif::per_inch(down, 254, 100))),
        _ => facts.claimed_dpi,
    };
}

/// Finds the table of luminance, which is the first, and what quality it is.
fn tables(mut body: &[u8], facts: &mut Facts) {
    while let Some((head, rest)) = body.split_first() {
        let size = if head >> 4 == 0 { 64 } else { 128 };
        let Some((table, rest)) = rest.split_at_checked(size) else { return };
        if head % 16 == 0 && facts.quality.is_none() {
            facts.quality = Some(quality(table));
        }
        body = rest;
    }
}

/// The quality whose scaled table is nearest to this one.
fn quality(table: &[u8]) -> u8 {
    let wide = table.len() == 128;
    let value = |place: usize| {
        if wide {
            be16(table, place.wrapping_mul(2)).unwrap_or(0)
        } else {
            table.get(place).copied().unwrap_or(0).into()
        }
    };
    let distance = |quality: u8| -> u32 {
        LUMINANCE
            .iter()
            .enumerate()
            .map(|(place, base)| scaled(*base, quality).abs_diff(u32::from(value(place))))
            .fold(0, u32::saturating_add)
    };
    (1..=100).min_by_key(|quality| distance(*quality)).unwrap_or(0)
}

/// The IJG's scaling of a table's value.
fn scaled(base: u8, quality: u8) -> u32 {
    let quality = u32::from(quality).max(1);
    let percent = if quality < 50 {
        5000_u32.checked_div(quality).unwrap_or(0)
    } else {
        200_u32.saturating_sub(quality.saturating_mul(2))
    };
    let scaled = u32::from(base).saturating_mul(percent).saturating_add(50);
    (scaled / 100).clamp(1, 255)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{End, Facts, LUMINANCE, density, read, tables};

    #[test]
    fn the_lines_may_be_counted_behind_the_scan() {
        let start = b"\xFF\xD8\xFF\xC0\0\x0B\x08\0\0\x05\0\x01\x01\x11\0\xFF\xDA\0\x08\x01\x01\0\0\x3F\0scan";
        for (lines, height) in [(&b"\xFF\xDC\0\x04\x03\x20"[..], 800), (b"", 0)] {
            let mut facts = Facts::default();
            read(&[start, lines, b"\xFF\xD9"].concat(), &mut facts);
            assert_eq!(
                (facts.width, facts.height, facts.end),
                (Some(1280), Some(height), End::Complete)
            );
        }
        // A height that the frame gives is not changed.
        let mut facts = Facts { height: Some(600), ..Facts::default() };
        read(&[&b"\xFF\xD8\xFF\xDC\0\x04\x03\x20"[..], b"\xFF\xD9"].concat(), &mut facts);
        assert_eq!(facts.height, Some(600));
    }

    #[test]
    fn a_density_is_in_inches_or_centimetres_and_a_ratio_is_none() {
        for (unit, dpi) in [(0, None), (1, Some((118, 59))), (2, Some((300, 150))), (3, None)] {
            let mut facts = Facts::default();
            density(&[b"JFIF\0\x01\x02", &[unit, 0, 118, 0, 59][..]].concat(), &mut facts);
            assert_eq!(facts.claimed_dpi, dpi, "unit {unit}");
        }
    }

    #[test]
    fn a_table_of_wide_numbers_is_of_the_same_quality() {
        // The standard's own table is what the IJG calls 50; one of ones loses nothing.
        let wide = |table: &[u8]| table.iter().flat_map(|value| [0, *value]).collect::<Vec<u8>>();
        for (table, quality) in [(LUMINANCE, 50), ([1; 64], 100)] {
            for (head, body) in [(0x00, table.to_vec()), (0x10, wide(&table))] {
                let mut facts = Facts::default();
                tables(&[&[head][..], &body].concat(), &mut facts);
                assert_eq!(facts.quality, Some(quality), "{head}");
            }
        }
    }
}
