//! Machine-readable zones: the package's entry `./mrz`.

use alloc::{string::String, vec::Vec};

use wasm_bindgen::prelude::wasm_bindgen;

use super::date;
use crate::mrz;

/// What parts the lines.
const SEPARATOR: char = '\u{1f}';

/// Reads a zone: its lines, parted by U+001F. `today`: the date as the number YYYYMMDD. Answers the JSON of
/// [`mrz::answer`]; nothing where `today` is no date.
#[wasm_bindgen]
#[must_use]
pub fn mrz_read(lines: &str, today: u32) -> String {
    let lines: Vec<&str> = lines.split(SEPARATOR).collect();
    date(today).map_or_else(String::new, |today| mrz::answer(&lines, today))
}
