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
