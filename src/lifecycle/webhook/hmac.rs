//! HMAC-SHA256, and the two ways its 32 bytes are written.
//!
//! Source: FIPS 180-4, 6.2 (SHA-256); RFC 2104 (HMAC); RFC 4648, 4 (base64), 8 (hex).

use alloc::{string::String, vec::Vec};

/// A digest.
pub type Digest = [u8; 32];

const BLOCK: usize = 64;

#[rustfmt::skip]
const ROUND: [u32; 64] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
];

const START: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// SHA-256 of these parts, one behind the other.
///
/// ```
/// use kyc_rules::lifecycle::webhook::hmac::{sha256, to_hex};
/// let digest = to_hex(&sha256(&[b"a", b"bc"]));
/// assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> Digest {
    let mut state = START;
    let mut block = [0_u8; BLOCK];
    let (mut filled, mut length) = (0_usize, 0_u64);
    let mut push = |byte: u8| {
        if let Some(place) = block.get_mut(filled) {
            *place = byte;
        }
        filled = filled.wrapping_add(1);
        if filled == BLOCK {
            compress(&mut state, &block);
            filled = 0;
        }
        filled
    };
    for byte in parts.iter().flat_map(|part| part.iter()) {
        push(*byte);
        length = length.wrapping_add(8);
    }
    let mut at = push(0x80);
    while at != BLOCK.wrapping_sub(8) {
        at = push(0);
    }
    for byte in length.to_be_bytes() {
        push(byte);
    }
    let mut digest = [0; 32];
    for (place, byte) in digest.iter_mut().zip(state.iter().flat_map(|word| word.to_be_bytes())) {
        *place = byte;
    }
    digest
}

#[expect(clippy::many_single_char_names, reason = "the names of the standard")]
fn compress(state: &mut [u32; 8], block: &[u8; BLOCK]) {
    // The last sixteen words of the schedule, the oldest first.
    let mut last = [0_u32; 16];
    for (word, bytes) in last.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for round in ROUND {
        let [word, second, .., tenth, _, _, _, _, before_last, _] = last;
        let sum1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let one = h.wrapping_add(sum1).wrapping_add(choice).wrapping_add(round).wrapping_add(word);
        let sum0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let two = sum0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        (h, g, f, e) = (g, f, e, d.wrapping_add(one));
        (d, c, b, a) = (c, b, a, one.wrapping_add(two));
        let small0 = second.rotate_right(7) ^ second.rotate_right(18) ^ second >> 3;
        let small1 =
            before_last.rotate_right(17) ^ before_last.rotate_right(19) ^ before_last >> 10;
        last.rotate_left(1);
        let [.., newest] = &mut last;
        *newest = word.wrapping_add(small0).wrapping_add(tenth).wrapping_add(small1);
    }
    for (word, more) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = word.wrapping_add(more);
    }
}

/// HMAC-SHA256 of these parts, one behind the other.
#[must_use]
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> Digest {
    let hashed;
    let key = if key.len() > BLOCK {
        hashed = sha256(&[key]);
        hashed.as_slice()
    } else {
        key
    };
    let padded = |with: u8| {
        let mut pad = [with; BLOCK];
        for (place, byte) in pad.iter_mut().zip(key) {
            *place ^= byte;
        }
        pad
    };
    let inner_pad = padded(0x36);
    let mut all: Vec<&[u8]> = Vec::with_capacity(parts.len().saturating_add(1));
    all.push(&inner_pad);
    all.extend(parts);
    let inner = sha256(&all);
    sha256(&[&padded(0x5c), &inner])
}

/// Whether two digests are the same, in a time that does not tell where they differ.
#[must_use]
pub fn same(a: &Digest, b: &Digest) -> bool {
    let differing = a.iter().zip(b).fold(0, |seen, (a, b)| seen | (a ^ b));
    core::hint::black_box(differing) == 0
}

/// A digest in lower-case hex.
#[must_use]
pub fn to_hex(digest: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in digest {
        for digit in [byte >> 4, byte & 15] {
            out.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    out
}

/// A digest out of hex, in either case.
#[must_use]
pub fn from_hex(text: &str) -> Option<Digest> {
    let mut digest = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (place, pair) in digest.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        for byte in pair {
            let digit = char::from(*byte).to_digit(16)?;
            *place = *place << 4 | u8::try_from(digit).ok()?;
        }
    }
    Some(digest)
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes in base64, padded.
#[must_use]
pub fn to_base64(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let mut three = [0_u8; 3];
        for (place, byte) in three.iter_mut().zip(chunk) {
            *place = *byte;
        }
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        for at in 0..4_usize {
            let shift = u32::try_from(3_usize.saturating_sub(at)).unwrap_or(0).saturating_mul(6);
            let sextet = usize::try_from(bits >> shift & 63).unwrap_or(0);
            let letter = ALPHABET.get(sextet).copied().filter(|_| at <= chunk.len());
            out.push(char::from(letter.unwrap_or(b'=')));
        }
    }
    out
}

/// Bytes out of base64, with or without padding.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut out = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in text.bytes() {
        let sextet = ALPHABET.iter().position(|letter| *letter == byte)?;
        bits = (bits << 6 | u32::try_from(sextet).ok()?) & 0xffff;
        held = held.wrapping_add(6);
        if held >= 8 {
            held = held.wrapping_sub(8);
            out.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, 4.2 to 4.8 (all but 4.6, which is truncated).
    #[test]
    fn rfc_4231() {
        let ascending: Vec<u8> = (1..=25).collect();
        let cases: [(&[u8], &[u8], &str); 6] = [
            (&[0x0b; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            (&[0xaa; 20], &[0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (&ascending, &[0xcd; 50], "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
            (&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First", "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
            (&[0xaa; 131], b"This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.", "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
        ];
        for (key, data, expected) in cases {
            assert_eq!(to_hex(&hmac_sha256(key, &[data])), expected);
            let (one, two) = data.split_at(3);
            assert_eq!(hmac_sha256(key, &[one, two]), from_hex(expected).unwrap());
        }
    }

    #[test]
    fn sha_256_of_every_length_around_a_block() {
        assert_eq!(
            to_hex(&sha256(&[])),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        // FIPS 180-4 examples: 56 bytes need a second block; a million need many.
        assert_eq!(
            to_hex(&sha256(&[b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"])),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
        assert_eq!(
            to_hex(&sha256(&[&vec![b'a'; 1_000_000]])),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        );
    }

    /// RFC 4648, 10.
    #[test]
    fn base64_there_and_back() {
        for (plain, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(to_base64(plain.as_bytes()), text);
            assert_eq!(from_base64(text).unwrap(), plain.as_bytes());
        }
        assert_eq!(from_base64("a b"), None);
        assert_eq!(from_hex("zz"), None);
    }
}
