//! What a stream holds once its filters are undone: those that structure and page content are written with.
//!
//! Source: ISO 32000-1:2008, 7.4.3, 7.4.4. Not undone: LZW, and the filters of pictures.

use alloc::vec::Vec;

use super::{
    super::inflate,
    document::{Document, values},
    lex::{is_space, name},
};

/// Undoes the filters of a stream, up to `most` bytes; `None` where one is not known here. What each filter gives is taken from `left`, also
/// what the next one makes little of: a bomb within a bomb must not go off for each stream anew.
pub(super) fn decode(
    document: &Document<'_>,
    dict: &[u8],
    raw: &[u8],
    most: usize,
    left: &mut usize,
) -> Option<Vec<u8>> {
    let Some(filters) = document.get(dict, "Filter") else {
        let text = raw.get(..raw.len().min(most).min(*left)).unwrap_or_default();
        *left = left.saturating_sub(text.len());
        return Some(text.to_vec());
    };
    let mut text: Option<Vec<u8>> = None;
    for filter in values(filters).take(4) {
        let from = text.as_deref().unwrap_or(raw);
        let limit = most.min(*left);
        let out = match name(filter)? {
            b"FlateDecode" | b"Fl" => inflate::zlib(from, limit),
            b"ASCII85Decode" | b"A85" => ascii85(from, limit),
            b"ASCIIHexDecode" | b"AHx" => {
                let mut out = Vec::new();
                hexadecimal(from, limit, &mut out);
                out
            }
            _ => return None,
        };
        *left = left.saturating_sub(out.len());
        text = Some(out);
    }
    text
}

fn ascii85(text: &[u8], limit: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut value, mut count) = (0_u32, 0_usize);
    for byte in text {
        match byte {
            b'z' if count == 0 => out.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(byte.wrapping_sub(b'!')));
                count = count.wrapping_add(1);
                if count == 5 {
                    out.extend_from_slice(&value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            byte if is_space(*byte) => {}
            _ => break,
        }
        if out.len() >= limit {
            return out;
        }
    }
    if let Some(bytes) = count.checked_sub(1) {
        for _ in count..5 {
            value = value.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(value.to_be_bytes().iter().take(bytes));
    }
    out
}

/// Reads digits, two a byte, up to a `>` or the limit.
pub(super) fn hexadecimal(text: &[u8], limit: usize, out: &mut Vec<u8>) {
    let mut high = None;
    for byte in text {
        if *byte == b'>' || out.len() >= limit {
            break;
        }
        let digit = match byte {
            b'0'..=b'9' => byte & 15,
            b'A'..=b'F' | b'a'..=b'f' => (byte & 15).wrapping_add(9),
            _ => continue,
        };
        match high.take() {
            None => high = Some(digit << 4),
            Some(high) => out.push(high | digit),
        }
    }
    out.extend(high);
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{ascii85, hexadecimal};

    #[test]
    fn groups_of_five_are_four_bytes_and_the_last_may_be_shorter() {
        // As Python's `base64.a85encode` writes them.
        for (text, bytes) in [
            (&b"9jqo^F*2M7/c~>"[..], &b"Man sure."[..]),
            (b"9jqo^F*2M7~>", b"Man sure"),
            (b" 9jqo^\nF* 2L", b"Man sur"),
            (b"9jqo^F*.~>", b"Man su"),
            (b"z!!*-'~>", b"\0\0\0\0\0\x01\x02\x03"),
            // One digit alone is no byte; behind the end nothing counts.
            (b"9jqo^F~>9jqo^", b"Man "),
            (b"", b""),
        ] {
            assert_eq!(ascii85(text, usize::MAX), bytes);
        }
    }

    #[test]
    fn no_filter_writes_far_beyond_its_limit() {
        assert_eq!(ascii85(&b"z".repeat(1_000), 10), [0; 12]);
        let mut out = Vec::new();
        hexadecimal(&b"00".repeat(1_000), 10, &mut out);
        assert_eq!(out, [0; 10]);
    }
}
