//! Cutting text at ASCII characters. Small where the standard library's searchers are several KB of wasm each, with panics in
//! them that cannot be reached.

/// The text before and after the first such character.
///
/// ```
/// assert_eq!(kyc_rules::scan::cut("a=b=c", b'='), Some(("a", "b=c")));
/// assert_eq!(kyc_rules::scan::cut("abc", b'='), None);
/// ```
#[must_use]
#[inline(never)]
pub fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    around(text, text.bytes().position(|b| b == at)?)
}

/// The text before and after the last such character.
///
/// ```
/// assert_eq!(kyc_rules::scan::cut_last("a=b=c", b'='), Some(("a=b", "c")));
/// ```
#[must_use]
#[inline(never)]
pub fn cut_last(text: &str, at: u8) -> Option<(&str, &str)> {
    around(text, text.bytes().rposition(|b| b == at)?)
}

/// What stands before and after the ASCII character at a place.
fn around(text: &str, at: usize) -> Option<(&str, &str)> {
    let (head, tail) = text.split_at_checked(at)?;
    Some((head, tail.get(1..)?))
}

/// The parts of a text between such characters: one at least.
///
/// ```
/// let parts: Vec<_> = kyc_rules::scan::parts("a..b", b'.').collect();
/// assert_eq!(parts, ["a", "", "b"]);
/// ```
#[must_use]
pub const fn parts(text: &str, at: u8) -> Parts<'_> {
    Parts { rest: Some(text), at }
}

/// See [`parts`].
#[derive(Debug, Clone)]
pub struct Parts<'t> {
    rest: Option<&'t str>,
    at: u8,
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest.take()?;
        let Some((head, tail)) = cut(rest, self.at) else { return Some(rest) };
        self.rest = Some(tail);
        Some(head)
    }
}

/// What stands before and behind the first character of a kind.
///
/// ```
/// assert_eq!(kyc_rules::scan::cut_where("en_US", |c| matches!(c, '-' | '_')), Some(("en", "US")));
/// ```
#[must_use]
#[inline(never)]
pub fn cut_where(text: &str, is_cut: fn(char) -> bool) -> Option<(&str, &str)> {
    let mut rest = text.chars();
    let mut head = 0_usize;
    while let Some(c) = rest.next() {
        if is_cut(c) {
            return Some((text.get(..head)?, rest.as_str()));
        }
        head = head.saturating_add(c.len_utf8());
    }
    None
}

/// The pieces of a text between characters of a kind, empty ones too.
///
/// ```
/// assert!(kyc_rules::scan::pieces("en-Latn_US", |c| matches!(c, '-' | '_')).eq(["en", "Latn", "US"]));
/// ```
#[must_use]
pub const fn pieces(text: &str, is_cut: fn(char) -> bool) -> Pieces<'_> {
    Pieces { rest: Some(text), is_cut }
}

/// What [`pieces`] gives.
#[derive(Debug, Clone)]
pub struct Pieces<'t> {
    rest: Option<&'t str>,
    is_cut: fn(char) -> bool,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest.take()?;
        let Some((head, tail)) = cut_where(rest, self.is_cut) else { return Some(rest) };
        self.rest = Some(tail);
        Some(head)
    }
}

/// Whether a text has such a character.
///
/// ```
/// assert!(kyc_rules::scan::has("a=b", b'=') && !kyc_rules::scan::has("é", b'='));
/// ```
#[must_use]
#[inline(never)]
pub fn has(text: &str, wanted: u8) -> bool {
    text.bytes().any(|b| b == wanted)
}

/// Whether a text holds another, which is not empty. The standard library's searcher is faster on long texts and twenty times the
/// code; these are lines of an address.
///
/// ```
/// assert!(kyc_rules::scan::holds("東京私書箱", "私書箱") && !kyc_rules::scan::holds("box", "boxes"));
/// ```
#[must_use]
pub fn holds(text: &str, wanted: &str) -> bool {
    text.as_bytes().windows(wanted.len().max(1)).any(|window| window == wanted.as_bytes())
}
