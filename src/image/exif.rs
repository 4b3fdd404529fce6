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
