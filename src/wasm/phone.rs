//! Phones alone: the package's entry `./phone`. Answers are cells parted by U+001F, empty where there is nothing.

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    phone::{self, Reason, Verdict},
    tables,
    text::push_number,
};

/// What parts the cells of an answer.
const SEPARATOR: char = '\u{1f}';

/// Parses a number as people type it. `country`: the default country, alpha-2, or empty. Answers a verdict (see
/// [`phone_as_you_type`]) and, of a number, E.164, national number, national and international format, extension.
#[wasm_bindgen]
#[must_use]
pub fn phone_parse(number: &str, country: &str) -> String {
    let mut out = String::with_capacity(96);
    match phone::parse(number, given(country)) {
        Err(error) => push_verdict(&mut out, &Verdict::refused(error.reason, None, false)),
        Ok(phone) => {
            push_verdict(&mut out, phone.verdict());
            let (national, international) = (phone.national(), phone.international());
            for cell in [phone.e164(), phone.national_number(), &national, &international] {
                out.push(SEPARATOR);
                out.push_str(cell);
            }
            out.push(SEPARATOR);
            out.push_str(phone.extension().unwrap_or_default());
        }
    }
    out
}

/// Whether a number as people type it is valid: the quick way, which writes no text.
#[wasm_bindgen]
#[must_use]
pub fn phone_is_valid(number: &str, country: &str) -> bool {
    // Most are in E.164 already, and need no parser.
    match number.as_bytes() {
        [b'+', digits @ ..] if digits.iter().all(u8::is_ascii_digit) => phone::e164(number).valid,
        _ => phone::parse(number, given(country)).is_ok_and(|phone| phone.is_valid()),
    }
}

/// Lays out what a field holds; `caret` in UTF-16 code units. Answers a verdict (`v`alid, `p`ossible or neither; `o`pen or not;
/// region; type; calling code; reason; the digit at which it ended), the caret and the text.
#[wasm_bindgen]
#[must_use]
pub fn phone_as_you_type(text: &str, caret: u32, country: &str) -> String {
    let caret = usize::try_from(caret).unwrap_or(usize::MAX);
    let typed = phone::as_you_type(text, caret, given(country));
    let mut out = String::with_capacity(64);
    push_verdict(&mut out, &typed.verdict);
    out.push(SEPARATOR);
    push_number(&mut out, u32::try_from(typed.caret).unwrap_or(u32::MAX));
    out.push(SEPARATOR);
    out.push_str(&typed.text);
    out
}

/// The libphonenumber release the tables were made from.
#[wasm_bindgen]
#[must_use]
pub fn phone_version() -> String {
    tables::phone::VERSION.into()
}

fn given(country: &str) -> Option<&str> {
    Some(country).filter(|country| !country.is_empty())
}

fn push_verdict(out: &mut String, verdict: &Verdict) {
    if verdict.valid {
        out.push('v');
    }
    if verdict.possible {
        out.push('p');
    }
    if verdict.open {
        out.push('o');
    }
    for cell in [verdict.region.unwrap_or_default(), verdict.kind.name()] {
        out.push(SEPARATOR);
        out.push_str(cell);
    }
    out.push(SEPARATOR);
    if let Some(code) = verdict.calling_code {
        push_number(out, u32::from(code));
    }
    out.push(SEPARATOR);
    out.push_str(verdict.reason.map_or("", Reason::name));
    out.push(SEPARATOR);
    if let Some(at) = verdict.at {
        push_number(out, u32::from(at));
    }
}
