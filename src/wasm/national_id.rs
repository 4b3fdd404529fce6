//! National identifiers by themselves, and what a form shows of them: the package's entry `./national-id`.

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::national_id;

/// What parts the cells of an answer.
const SEPARATOR: char = '\u{1f}';

/// What a form shows of the number that a country (alpha-2) and a `nationalIdType` (empty for none) ask for: scheme, label,
/// example, input mode, mask and each scheme that is taken, parted by U+001F; nothing where no scheme is known.
#[wasm_bindgen]
#[must_use]
pub fn national_id_hint(country: &str, kind: &str) -> String {
    let kind = Some(kind).filter(|kind| !kind.is_empty());
    let Some(hint) = national_id::hint(country, kind) else { return String::new() };
    let mut out = String::from(hint.scheme);
    let cells = [hint.label, hint.example, hint.input_mode, &hint.mask];
    for cell in cells.into_iter().chain(hint.accepted) {
        out.push(SEPARATOR);
        out.push_str(cell);
    }
    out
}

/// What is said of a number of a scheme: the JSON of [`national_id::answer`].
#[wasm_bindgen]
#[must_use]
pub fn national_id_check(name: &str, value: &str) -> String {
    national_id::answer(name, value)
}
