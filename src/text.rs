//! What counts as blank, trimming, and what has no place in any text.

use alloc::{borrow::Cow, string::String};

use crate::{
    code::Code,
    unicode::{Class, class},
};

/// Whether a character is white space, as Unicode has it (property `White_Space`, which is closed): the standard library's answer
/// without its table.
pub(crate) const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
            | '\u{205f}' | '\u{3000}'
    )
}

/// Whether a character shows nothing and separates nothing: white space, zero-width characters, blank letters.
#[must_use]
pub fn is_blank_char(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
                | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        )
}

/// Whether a text shows nothing at all.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    // Nearly every text starts with a letter or a digit of ASCII.
    !matches!(text.as_bytes(), [b'!'..=b'~', ..]) && text.chars().all(is_blank_char)
}

/// A text without the blank characters around it. A joiner at the end of a word in a script of India stays: it says how the
/// last letter is written (`ജോണ്‍`).
///
/// ```
/// use kyc_rules::text::trim;
/// assert_eq!(trim("\u{a0} Jane\u{200b}\n"), "Jane");
/// assert_eq!(trim("ജോണ്\u{200d} "), "ജോണ്\u{200d}");
/// ```
#[must_use]
pub fn trim(text: &str) -> &str {
    if let [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] = text.as_bytes() {
        return text;
    }
    let text = text.trim_start_matches(is_blank_char);
    let bare = text.trim_end_matches(is_blank_char);
    if !matches!(bare.chars().next_back(), Some('\u{900}'..='\u{dff}')) {
        return bare;
    }
    match text.get(bare.len()..).map(|rest| (rest, rest.chars().next())) {
        Some((_, Some(joiner @ ('\u{200c}' | '\u{200d}')))) => {
            text.get(..bare.len().saturating_add(joiner.len_utf8())).unwrap_or(bare)
        }
        _ => bare,
    }
}

/// The blank characters around a text.
pub(crate) fn outside(text: &str) -> impl Iterator<Item = char> {
    let before = text.chars().take_while(|c| is_blank_char(*c));
    before.chain(text.chars().rev().take_while(|c| is_blank_char(*c)))
}

/// The first thing that has no place in a text, whatever it says: [`Code::TextControlCharacter`] for control characters, tags
/// and code points that are no characters; [`Code::TextDirectionCharacter`] for those that turn the direction of text around.
/// Marks of direction, joiners and variation selectors are no such thing.
///
/// ```
/// use kyc_rules::{code::Code, text::forbidden};
/// assert_eq!(forbidden("Ingénieur ♥"), None);
/// assert_eq!(forbidden("a\0"), Some(Code::TextControlCharacter));
/// assert_eq!(forbidden("\u{202e}fdp.exe"), Some(Code::TextDirectionCharacter));
/// assert_eq!(forbidden("\u{e0041}"), Some(Code::TextControlCharacter));
/// ```
#[must_use]
pub fn forbidden(text: &str) -> Option<Code> {
    text.chars().filter(|c| !matches!(c, ' '..='~')).find_map(|c| match class(c) {
        Class::Control | Class::None => Some(Code::TextControlCharacter),
        Class::Hidden if is_tag(c) => Some(Code::TextControlCharacter),
        Class::Direction => Some(Code::TextDirectionCharacter),
        _ => None,
    })
}

/// Whether a character is a tag: invisible ASCII.
const fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// A text trimmed, with one space for each run of white space, and without the characters that show and mean nothing (soft
/// hyphens, byte order marks, marks of direction …); `None` where that is the text itself.
///
/// ```
/// use kyc_rules::text::tidy;
/// assert_eq!(tidy("  Mary\u{a0} \tAnn\u{ad}e").as_deref(), Some("Mary Anne"));
/// assert_eq!(tidy("Mary Anne"), None);
/// ```
#[must_use]
pub fn tidy(text: &str) -> Option<String> {
    if is_plain(text) {
        return None;
    }
    let mut tidy = String::new();
    for c in text.chars() {
        match c {
            _ if is_space(c) => {
                if !tidy.ends_with(' ') {
                    tidy.push(' ');
                }
            }
            ' '..='~' => tidy.push(c),
            _ if matches!(class(c), Class::Hidden | Class::DirectionMark) => {}
            _ => tidy.push(c),
        }
    }
    let trimmed = trim(&tidy);
    if trimmed == text {
        return None;
    }
    Some(String::from(trimmed))
}

/// Whether a text is letters, digits and marks of ASCII with single spaces between them, as most are.
pub(crate) fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !matches!(byte, b' '..=b'~') || (byte, before) == (b' ', b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// A text in Unicode's normalization form C; `None` where it is in that form. In a browser, `String.prototype.normalize` does
/// the same without a table.
///
/// ```
/// assert_eq!(kyc_rules::text::nfc("Jose\u{301}").as_deref(), Some("José"));
/// assert_eq!(kyc_rules::text::nfc("José"), None);
/// ```
#[cfg(feature = "nfc")]
#[must_use]
pub fn nfc(text: &str) -> Option<String> {
    use unicode_normalization::{UnicodeNormalization as _, is_nfc};
    if text.is_ascii() || is_nfc(text) {
        return None;
    }
    Some(text.nfc().collect())
}

/// A text in normalization form C where this build has the table for it (feature `nfc`), else as it is. Some letters come apart in
/// that form (`\u{95c}`, of Hindi): a text that would grow stays as it is, or it might not fit any more.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    #[cfg(feature = "nfc")]
    if let Some(composed) = nfc(text)
        && composed.chars().count() <= text.chars().count()
    {
        return Cow::Owned(composed);
    }
    Cow::Borrowed(text)
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
    let mut digits = 1_usize;
    let mut rest = number / 10;
    while rest > 0 {
        digits = digits.saturating_add(1);
        rest /= 10;
    }
    for _ in digits..width {
        out.push('0');
    }
    push_number(out, number);
}
