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
    around(text, find(text.as_bytes(), at)?)
}

/// A 1 in each byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;

/// The place of the first such byte. Eight at a time.
fn find(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut rest = bytes;
    let before = |rest: &[u8]| bytes.len().wrapping_sub(rest.len());
    while let Some((word, tail)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*word) ^ ONES.wrapping_mul(u64::from(wanted));
        // The high bit of the first byte that is 0, and perhaps of bytes behind it.
        let found = word.wrapping_sub(ONES) & !word & ONES << 7;
        if found != 0 {
            return Some(before(rest).wrapping_add((found.trailing_zeros() >> 3) as usize));
        }
        rest = tail;
    }
    Some(before(rest).wrapping_add(rest.iter().position(|byte| *byte == wanted)?))
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

/// The text without such ASCII characters at its end.
///
/// ```
/// assert_eq!(kyc_rules::scan::without_end("D<<", b'<'), "D");
/// ```
#[must_use]
#[inline(never)]
pub fn without_end(text: &str, end: u8) -> &str {
    let behind = text.bytes().rev().take_while(|byte| *byte == end).count();
    text.get(..text.len().wrapping_sub(behind)).unwrap_or(text)
}

/// How many characters a text has. A tenth of the standard library's in wasm, whose counting is made for long texts.
///
/// ```
/// assert_eq!(kyc_rules::scan::characters("Zoë"), 3);
/// ```
#[must_use]
#[inline(never)]
pub fn characters(text: &str) -> usize {
    // All bytes but those that go on with a character.
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
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

/// How many bytes come before a quote, a backslash or a control character: what a JSON string holds as it is. Eight at a time. A call
/// of its own: spread into its callers it would leave those no registers.
#[inline(never)]
pub(crate) fn plain_length(bytes: &[u8]) -> usize {
    const HIGHS: u64 = ONES << 7;
    /// Every byte less this one: below it, the high bit is set, and perhaps those of bytes behind it by the borrow.
    const fn less(word: u64, byte: u64) -> u64 {
        word.wrapping_sub(ONES.wrapping_mul(byte))
    }
    let mut rest = bytes;
    while let Some((word, tail)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        let quote = less(word ^ (ONES * 0x22), 1);
        let backslash = less(word ^ (ONES * 0x5c), 1);
        // Bytes beyond ASCII have the high bit already, and stop nothing.
        let stop = (quote | backslash | less(word, 0x20)) & !word & HIGHS;
        if stop != 0 {
            let before = (stop.trailing_zeros() >> 3) as usize;
            return bytes.len().wrapping_sub(rest.len()).wrapping_add(before);
        }
        rest = tail;
    }
    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    let left = rest.iter().position(stops).unwrap_or(rest.len());
    bytes.len().wrapping_sub(rest.len()).wrapping_add(left)
}
