//! EXIF: how a picture is to be turned, the resolution it claims, whether a camera made it and whether it says where.
//!
//! Source: unverified (agrees with `exiftool`): TIFF 6.0's directory of 12-byte entries, tags of CIPA DC-008 (EXIF 2.32).
//! Not checked: maker notes, thumbnails, the second directory.

use super::{
    bytes::{find, take},
    facts::Facts,
};

/// A block of EXIF: TIFF with its own byte order.
struct Tiff<'a> {
    data: &'a [u8],
    is_big: bool,
}

/// An entry of a directory.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    /// Where its value, or the offset of it, stands.
    at: usize,
}

/// More entries than any camera writes; a directory claims up to 65,535.
const MAX_ENTRIES: u16 = 512;

impl Tiff<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let two = take(self.data, at)?;
        Some(if self.is_big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let four = take(self.data, at)?;
        Some(if self.is_big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    }

    fn offset(&self, at: usize) -> Option<usize> {
        usize::try_from(self.u32(at)?).ok()
    }

    /// Hands over the entries of the directory at a place, as far as there are any.
    fn entries(&self, at: usize, look: &mut dyn FnMut(&Entry)) -> Option<()> {
        let mut at = at.checked_add(2)?;
        for _ in 0..self.u16(at.wrapping_sub(2))?.min(MAX_ENTRIES) {
            let entry = Entry {
                tag: self.u16(at)?,
                kind: self.u16(at.checked_add(2)?)?,
                count: self.u32(at.checked_add(4)?)?,
                at: at.checked_add(8)?,
            };
            look(&entry);
            at = at.checked_add(12)?;
        }
        Some(())
    }

    /// A fraction, rounded.
    fn rational(&self, entry: &Entry) -> Option<u32> {
        let at = self.offset(entry.at)?;
        let (over, under) = (self.u32(at)?, self.u32(at.checked_add(4)?)?);
        over.checked_add(under.checked_div(2)?)?.checked_div(under)
    }
}

/// Reads a block of EXIF that begins with TIFF's byte order.
pub(super) fn read(data: &[u8], facts: &mut Facts) {
    let is_big = match data.get(..4) {
        Some(b"II*\0") => false,
        Some(b"MM\0*") => true,
        _ => return,
    };
    let tiff = Tiff { data, is_big };
    let Some(first) = tiff.offset(4) else { return };
    let (mut across, mut down, mut unit) = (None, None, 2);
    let (mut details, mut position) = (None, None);
    tiff.entries(first, &mut |entry| match (entry.tag, entry.kind) {
        (0x010F, 2) => facts.camera = entry.count > 1,
        (0x0112, 3) => {
            let turn = tiff.u16(entry.at).filter(|turn| (1..=8).contains(turn));
            facts.orientation = turn.and_then(|turn| u8::try_from(turn).ok());
        }
        (0x011A, 5) => across = tiff.rational(entry),
        (0x011B, 5) => down = tiff.rational(entry),
        (0x0128, 3) => unit = tiff.u16(entry.at).unwrap_or(2),
        (0x8769, 4 | 13) => details = tiff.offset(entry.at),
        (0x8825, 4 | 13) => position = tiff.offset(entry.at),
        _ => {}
    });
    if let Some(at) = details {
        // iOS notes `Screenshot` as the user's comment.
        tiff.entries(at, &mut |entry| {
            if entry.tag == 0x9286 && entry.count > 8 {
                let length = usize::try_from(entry.count).unwrap_or(0).min(64);
                let text = tiff.offset(entry.at).and_then(|from| data.get(from..)?.get(..length));
                facts.screenshot |= text.is_some_and(|text| find(text, b"Screenshot").is_some());
            }
        });
    }
    if let Some(at) = position {
        // Both a latitude and a longitude: some phones write the directory and leave it empty.
        let mut sides = 0_u16;
        tiff.entries(at, &mut |entry| {
            if entry.count == 3 && matches!(entry.tag, 2 | 4) {
                sides |= entry.tag;
            }
        });
        facts.location = sides == 6;
    }
    if let (Some(across), Some(down), 2 | 3, None) = (across, down, unit, facts.claimed_dpi) {
        let inches = |dots: u32| if unit == 3 { per_inch(dots, 254, 100) } else { dots };
        facts.claimed_dpi = Some((inches(across), inches(down)));
    }
}

/// Dots an inch out of dots of another unit, of which `over / under` make one; rounded.
pub(super) fn per_inch(dots: u32, over: u32, under: u32) -> u32 {
    let inches = u64::from(dots).saturating_mul(u64::from(over));
    let rounded = inches
        .saturating_add(u64::from(under).checked_div(2).unwrap_or(0))
        .checked_div(u64::from(under))
        .unwrap_or(0);
    u32::try_from(rounded).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Facts, per_inch, read};

    /// An entry: tag, kind, count, value.
    type Row = (u16, u16, u32, u32);

    /// A block with a directory, and behind it at place 100 something else.
    fn block(is_big: bool, rows: &[Row], at_100: &[u8]) -> Vec<u8> {
        let two = |number: u16| if is_big { number.to_be_bytes() } else { number.to_le_bytes() };
        let four = |number: u32| if is_big { number.to_be_bytes() } else { number.to_le_bytes() };
        let mut out = if is_big { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
        out.extend(four(8));
        out.extend(two(u16::try_from(rows.len()).unwrap()));
        for (tag, kind, count, value) in rows {
            out.extend([two(*tag), two(*kind)].concat());
            out.extend(four(*count));
            // A short value stands in the first two bytes of its four.
            let value = if is_big && *kind == 3 { value << 16 } else { *value };
            out.extend(four(value));
        }
        out.resize(100, 0);
        out.extend(at_100);
        out
    }

    fn facts(block: &[u8]) -> Facts {
        let mut facts = Facts::default();
        read(block, &mut facts);
        facts
    }

    /// The resolution a block claims by these fractions, across and down, and this unit.
    fn claimed(is_big: bool, fractions: [u32; 4], unit: Option<u32>) -> Option<(u32, u32)> {
        let mut rows = Vec::from([(0x011A, 5, 1, 100), (0x011B, 5, 1, 108)]);
        rows.extend(unit.map(|unit| (0x0128, 3, 1, unit)));
        let bytes = |number: u32| if is_big { number.to_be_bytes() } else { number.to_le_bytes() };
        facts(&block(is_big, &rows, fractions.map(bytes).as_flattened())).claimed_dpi
    }

    #[test]
    fn a_resolution_is_a_fraction_in_inches_or_centimetres() {
        for is_big in [true, false] {
            assert_eq!(claimed(is_big, [300, 1, 600, 2], Some(2)), Some((300, 300)));
            assert_eq!(
                claimed(is_big, [72, 1, 96, 1], None),
                Some((72, 96)),
                "inches, if not said"
            );
            assert_eq!(claimed(is_big, [118, 1, 59, 1], Some(3)), Some((300, 150)));
            assert_eq!(claimed(is_big, [4, 1, 3, 1], Some(1)), None, "a ratio is no resolution");
            // Rounded to the nearest, from the half on up.
            assert_eq!(claimed(is_big, [725, 10, 724, 10], Some(2)), Some((73, 72)));
            assert_eq!(claimed(is_big, [300, 0, 300, 1], Some(2)), None, "no fraction");
            assert_eq!(claimed(is_big, [u32::MAX, 2, 1, 1], Some(2)), None, "beyond 32 bits");
        }
        assert_eq!(per_inch(u32::MAX, 254, 100), u32::MAX);
    }

    #[test]
    fn a_resolution_that_is_known_stays() {
        let rows = [(0x011A, 5, 1, 100), (0x011B, 5, 1, 100)];
        let block = block(false, &rows, &[72, 0, 0, 0, 1, 0, 0, 0]);
        let mut facts = Facts { claimed_dpi: Some((300, 300)), ..Facts::default() };
        read(&block, &mut facts);
        assert_eq!(facts.claimed_dpi, Some((300, 300)), "JFIF's, which readers show");
    }

    #[test]
    fn a_comment_that_says_screenshot_is_one() {
        // The directory of details at 100, whose comment stands behind it.
        let with = |is_big: bool, comment: &[u8], count: u32| {
            let rows = [(0x9000, 7, 4, 0), (0x9286, 7, count, 200)];
            let details = block(is_big, &rows, b"");
            let mut all = block(is_big, &[(0x8769, 4, 1, 100)], &details[8..]);
            all.resize(200, 0);
            all.extend(comment);
            facts(&all).screenshot
        };
        for is_big in [true, false] {
            assert!(with(is_big, b"ASCII\0\0\0Screenshot", 18));
            assert!(!with(is_big, b"ASCII\0\0\0My passport", 19));
            // Of the comment no more counts than it claims, and one beyond the block is none.
            assert!(!with(is_big, b"ASCII\0\0\0Screenshot", 17));
            assert!(!with(is_big, b"ASCII\0\0\0Screenshot", 19));
        }
    }
}
