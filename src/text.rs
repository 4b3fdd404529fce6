//! What counts as blank, and trimming: every Unicode space, and the letters and marks that show nothing.

/// Whether a character shows nothing and separates nothing: white space, zero-width characters, blank letters.
#[must_use]
pub fn is_blank_char(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
                | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        )
}

/// Whether a text shows nothing at all.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_blank_char)
}

/// A text without the blank characters around it.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank_char)
}

/// Appends a number in decimal digits. Smaller in wasm than the standard library's formatting.
pub fn push_number(out: &mut alloc::string::String, number: u32) {
    let mut digits = [b'0'; 10];
    let mut rest = number;
    let mut used = 0_usize;
    for place in digits.iter_mut().rev() {
        *place = b'0'.wrapping_add(u8::try_from(rest % 10).unwrap_or(0));
        rest /= 10;
        used = used.saturating_add(1);
        if rest == 0 {
            break;
        }
    }
    let written = digits.iter().rev().take(used).rev();
    out.extend(written.map(|digit| char::from(*digit)));
}

/// Appends a number with leading zeros up to `width` digits.
pub fn push_padded(out: &mut alloc::string::String, number: u32, width: usize) {
    let start = out.len();
    push_number(out, number);
    let short = width.saturating_sub(out.len().saturating_sub(start));
    for _ in 0..short {
        out.insert(start, '0');
    }
}
