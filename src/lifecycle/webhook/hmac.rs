//! HMAC-SHA256, and the two ways its 32 bytes are written.
//!
//! Source: FIPS 180-4, 6.2 (SHA-256); RFC 2104 (HMAC); RFC 4648, 4 (base64), 8 (hex).

use alloc::{string::String, vec::Vec};

pub use crate::sha256::hex as to_hex;

/// A digest.
pub type Digest = [u8; 32];

const BLOCK: usize = 64;

/// SHA-256 of these parts, one behind the other.
///
/// ```
/// use kyc_rules::lifecycle::webhook::hmac::{sha256, to_hex};
/// let digest = to_hex(&sha256(&[b"a", b"bc"]));
/// assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> Digest {
    crate::sha256::sha256(&parts.concat())
}

/// HMAC-SHA256 of these parts, one behind the other.
#[must_use]
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> Digest {
    let hashed;
    let key = if key.len() > BLOCK {
        hashed = crate::sha256::sha256(key);
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
    let mut text = padded(0x36).to_vec();
    for part in parts {
        text.extend_from_slice(part);
    }
    let inner = crate::sha256::sha256(&text);
    sha256(&[&padded(0x5c), &inner])
}

/// Whether two digests are the same, in a time that does not tell where they differ.
#[must_use]
pub fn same(a: &Digest, b: &Digest) -> bool {
    let differing = a.iter().zip(b).fold(0, |seen, (a, b)| seen | (a ^ b));
    core::hint::black_box(differing) == 0
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
    let mut text = text.as_bytes();
    while let [rest @ .., b'='] = text {
        text = rest;
    }
    let mut out = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in text {
        let sextet = ALPHABET.iter().position(|letter| letter == byte)?;
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
