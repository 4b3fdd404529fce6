//! What people are shown: a number with its separators, a format as a mask.

use alloc::vec::Vec;

use super::{Class, Item, alternatives, fits, take};
use crate::national_id::compact::Compact;

/// A number that fits a format with the format's separators in it; `None` where it fits no alternative. Beside it, a bit a
/// character that stands within a part of no fixed length: separators before those say which number it is.
pub(crate) fn laid_out(format: &[u8], number: &Compact) -> Option<(Vec<u8>, u64)> {
    let mut items = alternatives(format).find(|items| fits(items.clone(), number))?;
    let bytes = number.bytes();
    let mut at = 0;
    let mut loose = 0;
    let mut opened = false;
    let mut written = Vec::with_capacity(bytes.len().wrapping_mul(2));
    while let Some(item) = items.next() {
        match item {
            // One with nothing behind it is left out, but for a bracket that closes.
            Item::Separator(byte) => {
                if at < number.len() || (byte == b')' && opened) {
                    written.push(byte);
                    opened |= byte == b'(';
                }
            }
            Item::Rest => {
                let rest = usize::try_from(at).ok().and_then(|at| bytes.get(at..));
                written.extend(rest.unwrap_or_default());
            }
            Item::Characters(class, least, most) => {
                let behind = take((class, least, most), &items, number, at)?;
                let taken = usize::try_from(at).ok()?..usize::try_from(behind).ok()?;
                written.extend(bytes.get(taken).unwrap_or_default());
                if least != most {
                    let inside = behind.saturating_sub(at).saturating_sub(1);
                    loose |= u64::MAX
                        .unbounded_shr(64_u32.saturating_sub(inside))
                        .unbounded_shl(at.saturating_add(1));
                }
                at = behind;
            }
        }
    }
    Some((written, loose))
}

/// A format as people are shown it: `0` for a digit, `A` for a letter, `*` for either, and the longest number of the first
/// alternative.
pub(crate) fn mask(format: &[u8]) -> Vec<u8> {
    let mut mask = Vec::new();
    for item in alternatives(format).next().into_iter().flatten() {
        let (shown, times) = match item {
            Item::Separator(byte) => (byte, 1),
            Item::Rest => (b'*', 1),
            Item::Characters(Class::Literal(byte), _, most) => (byte, most),
            Item::Characters(class, _, most) => {
                let digits = (b'0'..=b'9').any(|byte| class.takes(byte));
                let letters = (b'A'..=b'Z').any(|byte| class.takes(byte));
                let shown = match (digits, letters) {
                    (true, false) => b'0',
                    (false, _) => b'A',
                    (true, true) => b'*',
                };
                (shown, most)
            }
        };
        mask.resize(mask.len().wrapping_add(times), shown);
    }
    mask
}

/// Whether every number of a format is of digits only.
pub(crate) fn is_numeric(format: &[u8]) -> bool {
    let letter = |class: Class<'_>| (b'A'..=b'Z').any(|byte| class.takes(byte));
    !alternatives(format).flatten().any(|item| match item {
        Item::Characters(class, ..) => letter(class),
        Item::Rest => true,
        Item::Separator(_) => false,
    })
}
