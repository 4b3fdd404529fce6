//! Whether an encrypted PDF opens without a password: most do, and only restrict what may be done with them.
//!
//! Source: ISO 32000-1:2008, 7.6.3.3 and 7.6.3.4 (algorithms 2, 4, 5, 6: revisions 2 to 4); RFC 1321, section 3; unverified (agrees
//! with qpdf): Adobe's extension level 3 (revision 5), and RC4. Nothing is decrypted: the empty password is tried on what the file keeps to
//! check one by. Not checked: revision 6, which takes AES and all of SHA-2, and is told to be unknown.

use alloc::vec::Vec;

use super::{
    Encryption,
    document::{Document, values},
    lex::{digits, name, real},
};
use crate::sha256::sha256;

/// What a password is filled up with; the empty one is this alone.
const FILLING: &[u8; 32] = b"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\
    \x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";
/// The longest string here, in bytes.
const LONGEST: usize = 128;

/// How a PDF is encrypted, by what its trailer says.
pub(super) fn of(document: &Document<'_>) -> Option<Encryption> {
    let dict = document.encrypt?;
    Some(decide(document, dict).unwrap_or(Encryption::Unknown))
}

/// `None` where it cannot be told.
fn decide(document: &Document<'_>, dict: &[u8]) -> Option<Encryption> {
    let dict = document.resolve(dict)?;
    let keys = ["Filter", "R", "O", "U", "P", "Length", "EncryptMetadata"];
    let [filter, revision, owner, user, allowed, length, metadata] = document.get_all(dict, keys);
    if name(filter?)? != b"Standard" {
        // A certificate, or somebody's own way: nothing that opens by itself.
        return Some(Encryption::Password);
    }
    let (owner, user) = (string(owner?)?, string(user?)?);
    let is_open = match digits(revision?)? {
        revision @ 2..=4 => {
            let id = document.id.and_then(|id| document.resolve(id));
            let id = id.and_then(|id| values(id).next()).map_or(Some(Vec::new()), string)?;
            let mut start = FILLING.to_vec();
            start.extend_from_slice(owner.get(..32)?);
            start.extend_from_slice(&number(allowed?)?.to_le_bytes());
            start.extend_from_slice(&id);
            if revision == 4 && metadata == Some(b"false") {
                start.extend_from_slice(&[0xFF; 4]);
            }
            let bytes = length.and_then(digits).map_or(5, |bits| bits >> 3);
            // Writers disagree on where the length stands: a file that opens by any of these opens.
            let lengths = [if revision == 2 { 5 } else { bytes }, 16, 5];
            let wanted = user.get(..if revision == 2 { 32 } else { 16 })?;
            lengths.iter().any(|length| {
                let length = usize::try_from(*length).unwrap_or(0).clamp(5, 16);
                checked(&start, length, &id, revision).starts_with(wanted)
            })
        }
        5 => sha256(user.get(32..40)?) == *user.first_chunk::<32>()?,
        _ => return None,
    };
    Some(if is_open { Encryption::Restricted } else { Encryption::Password })
}

/// What the file keeps to check the user's password by, if that is empty.
fn checked(start: &[u8], length: usize, id: &[u8], revision: u32) -> Vec<u8> {
    let mut key = md5(start);
    if revision == 2 {
        let mut text = FILLING.to_vec();
        rc4(key.get(..length).unwrap_or_default(), &mut text);
        return text;
    }
    for _ in 0..50 {
        key = md5(key.get(..length).unwrap_or_default());
    }
    let mut text = md5(&[FILLING, id].concat()).to_vec();
    for round in 0..20 {
        let turned = key.map(|byte| byte ^ round);
        rc4(turned.get(..length).unwrap_or_default(), &mut text);
    }
    text
}

/// A whole number with a sign, in 32 bits.
fn number(value: &[u8]) -> Option<u32> {
    match value {
        [b'-', rest @ ..] => digits(rest).map(u32::wrapping_neg),
        _ => digits(value).or_else(|| real(value).map(|_| 0)),
    }
}

/// The bytes of a string in parentheses or in hexadecimal.
fn string(value: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut rest = match value {
        [b'(', rest @ .., b')'] => rest,
        [b'<', rest @ .., b'>'] => {
            super::filter::hexadecimal(rest, LONGEST, &mut out);
            return Some(out);
        }
        _ => return None,
    };
    while let [byte, behind @ ..] = rest {
        rest = behind;
        let mut byte = *byte;
        if byte == b'\r' {
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            byte = b'\n';
        } else if byte == b'\\' {
            let (escaped, behind) = rest.split_first()?;
            rest = behind;
            byte = match escaped {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'b' => 8,
                b'f' => 12,
                b'\r' => {
                    rest = rest.strip_prefix(b"\n").unwrap_or(rest);
                    continue;
                }
                b'\n' => continue,
                b'0'..=b'7' => {
                    let mut code = escaped & 7;
                    for _ in 0..2 {
                        if let [digit @ b'0'..=b'7', behind @ ..] = rest {
                            code = code.wrapping_shl(3) | (digit & 7);
                            rest = behind;
                        }
                    }
                    code
                }
                other => *other,
            };
        }
        out.push(byte);
    }
    (out.len() <= LONGEST).then_some(out)
}

fn rc4(key: &[u8], text: &mut [u8]) {
    let mut state = [0_u8; 256];
    for (place, value) in state.iter_mut().zip(0_u8..=255) {
        *place = value;
    }
    let swap = |state: &mut [u8; 256], first: u8, second: u8| {
        state.swap(first.into(), second.into());
        let at = |place: u8| state.get(usize::from(place)).copied().unwrap_or(0);
        at(first).wrapping_add(at(second))
    };
    let mut second = 0_u8;
    for (first, part) in (0_u8..=255).zip(key.iter().cycle()) {
        let value = state.get(usize::from(first)).copied().unwrap_or(0);
        second = second.wrapping_add(value).wrapping_add(*part);
        swap(&mut state, first, second);
    }
    let (mut first, mut second) = (0_u8, 0_u8);
    for byte in text {
        first = first.wrapping_add(1);
        second = second.wrapping_add(state.get(usize::from(first)).copied().unwrap_or(0));
        let place = swap(&mut state, first, second);
        *byte ^= state.get(usize::from(place)).copied().unwrap_or(0);
    }
}

/// How far the words of each round are turned.
const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/// The whole part of 2³² times the sine of 1 to 64, without its sign.
#[rustfmt::skip] // A table reads best in rows.
const SINES: [u32; 64] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
];

fn md5(data: &[u8]) -> [u8; 16] {
    let mut state = [0x6745_2301_u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    let mut padded = data.to_vec();
    padded.push(0x80);
    while padded.len() & 63 != 56 {
        padded.push(0);
    }
    let bits = u64::try_from(data.len()).unwrap_or(0).wrapping_mul(8);
    padded.extend_from_slice(&bits.to_le_bytes());
    for block in padded.as_chunks::<64>().0 {
        let words = block.as_chunks::<4>().0;
        let [mut a, mut b, mut c, mut d] = state;
        for (step, sine) in SINES.iter().enumerate() {
            let (mixed, place) = match step >> 4 {
                0 => ((b & c) | (!b & d), step),
                1 => ((d & b) | (!d & c), step.wrapping_mul(5).wrapping_add(1)),
                2 => (b ^ c ^ d, step.wrapping_mul(3).wrapping_add(5)),
                _ => (c ^ (b | !d), step.wrapping_mul(7)),
            };
            let word = words.get(place & 15).map_or(0, |word| u32::from_le_bytes(*word));
            let turn = TURNS.get(step >> 4).and_then(|turns| turns.get(step & 3)).copied();
            let sum = a.wrapping_add(mixed).wrapping_add(*sine).wrapping_add(word);
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(turn.unwrap_or(0)));
        }
        for (held, new) in state.iter_mut().zip([a, b, c, d]) {
            *held = held.wrapping_add(new);
        }
    }
    let mut out = [0_u8; 16];
    for (to, word) in out.as_chunks_mut::<4>().0.iter_mut().zip(state) {
        *to = word.to_le_bytes();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{md5, number, rc4, string};
    use crate::image::hex;

    #[test]
    fn digests_are_those_of_the_standard() {
        // RFC 1321, A.5.
        for (text, digest) in [
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            (
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
                "57edf4a22be3c955ac49da2e2107b67a",
            ),
        ] {
            assert_eq!(hex(&md5(text.as_bytes())), digest);
        }
        let mut text = *b"Plaintext";
        rc4(b"Key", &mut text);
        assert_eq!(hex(&text), "bbf316e8d940af0ad3");
    }

    #[test]
    fn strings_are_read_as_they_are_written() {
        assert_eq!(string(b"(a\\(\\051\\7z\\\r\n\\\\\r)").unwrap(), b"a()\x07z\\\n");
        assert_eq!(string(b"<4 1 4>").unwrap(), b"A@");
        assert_eq!(string(b"/Name"), None);
        // The escapes of 7.3.4.2, and a line that goes on.
        assert_eq!(string(b"(\\n\\r\\t\\b\\f\\q)").unwrap(), b"\n\r\t\x08\x0Cq");
        assert_eq!(string(b"(a\\\nb\r\nc)").unwrap(), b"ab\nc");
        assert_eq!(string(b"(a\\)"), None, "nothing is escaped");
    }

    #[test]
    fn permissions_are_the_same_32_bits_with_a_sign_and_without() {
        assert_eq!(number(b"-44"), Some(0xFFFF_FFD4));
        assert_eq!(number(b"4294967252"), number(b"-44"));
        assert_eq!(number(b"/All"), None);
    }
}
