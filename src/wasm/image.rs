//! Files of documents: the entry `kyc-rules/image`. Bytes go in, a report as JSON comes out.

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::image::{self, Document, Hints, ImagePolicy, QualityGate};

/// What parts the hints.
const SEPARATOR: u8 = 0x1F;

/// Judges a file. `bytes`: the file, or its beginning; `size`: how large it is. `rgba`, `width`, `height`: its pixels, empty where
/// nobody decoded them. `attempt`: how often someone tried, 0 where that is not counted. `hints`: name, media type, document and
/// policy, parted by U+001F. Answers the report as JSON; empty where the policy cannot be read.
#[wasm_bindgen]
#[must_use]
pub fn inspect(
    bytes: &[u8],
    size: u32,
    rgba: &[u8],
    width: u32,
    height: u32,
    attempt: u32,
    hints: &str,
) -> String {
    let mut rest = hints;
    let mut next = || {
        let at = rest.bytes().position(|byte| byte == SEPARATOR).unwrap_or(rest.len());
        let (part, behind) = rest.split_at_checked(at)?;
        rest = behind.get(1..).unwrap_or_default();
        Some(part).filter(|part| !part.is_empty())
    };
    let (name, media_type, document, policy) = (next(), next(), next(), next());
    let Some(policy) = ImagePolicy::parse(policy.unwrap_or_default()) else { return String::new() };
    let hints = Hints {
        name,
        media_type,
        document: document.and_then(Document::of),
        size: Some(size.into()),
    };
    let facts = image::facts(bytes, &hints);
    let quality = image::quality(rgba, width, height);
    let gate = (attempt > 0).then_some(QualityGate { attempt });
    image::judge(&facts, quality.as_ref(), &hints, &policy, gate).to_json()
}

/// SHA-256 of a file in hexadecimal.
#[wasm_bindgen]
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    image::hex(&image::sha256(bytes))
}
