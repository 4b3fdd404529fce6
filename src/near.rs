//! The nearest of some known words: for a misspelt key or choice.

/// The known word that a text is a likely slip of: the same but for case and separators, or at most two edits away (one for
/// words shorter than five letters).
///
/// ```
/// assert_eq!(kyc_rules::near::nearest("phone_number", ["phoneNumber", "address"]), Some("phoneNumber"));
/// assert_eq!(kyc_rules::near::nearest("EMPLOYD", ["EMPLOYED", "RETIRED"]), Some("EMPLOYED"));
/// assert_eq!(kyc_rules::near::nearest("ssn", ["phoneNumber", "address"]), None);
/// ```
#[must_use]
pub fn nearest<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        // No slip is longer than the word by more than the edits and separators it may have.
        if text.len() > word.len().saturating_add(8) {
            continue;
        }
        let allowed = if word.len() < 5 { 1 } else { 2 };
        let distance = distance(text, word, allowed);
        if distance.is_some_and(|distance| best.is_none_or(|(so_far, _)| distance < so_far)) {
            best = distance.map(|distance| (distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Longest word that is compared.
const WIDTH: usize = 48;

/// Edits (insert, delete, replace) between two words, without regard to case, spaces, `_` and `-`; `None` above `allowed`.
fn distance(a: &str, b: &str, allowed: usize) -> Option<usize> {
    let mut row = [0_usize; WIDTH];
    let width = folded(b).count();
    if folded(a).count().abs_diff(width) > allowed {
        return None;
    }
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = at;
    }
    let row = row.get_mut(..=width)?;
    for (i, x) in folded(a).enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        let mut cells = row.iter_mut();
        *cells.next()? = left;
        for (cell, y) in cells.zip(folded(b)) {
            let replaced = diagonal.saturating_add(usize::from(x != y));
            diagonal = *cell;
            left = replaced.min(left.saturating_add(1)).min(cell.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().filter(|edits| *edits <= allowed)
}

fn folded(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(|b| !matches!(b, b' ' | b'_' | b'-')).map(|b| b.to_ascii_lowercase())
}
