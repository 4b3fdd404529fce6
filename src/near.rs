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
    let (mut letters, mut of_word) = ([0; WIDTH], [0; WIDTH]);
    let typed = fold(text, &mut letters)?;
    let bits = bits(typed);
    for word in known {
        let allowed = if word.len() < 5 { 1 } else { 2 };
        // No slip is longer than the word by more than the edits it may have.
        if typed.len() > word.len().saturating_add(allowed) {
            continue;
        }
        let Some(folded) = fold(word, &mut of_word) else { continue };
        // An edit takes one letter away at most, and brings one.
        if (bits ^ self::bits(folded)).count_ones() as usize > allowed << 1 {
            continue;
        }
        let distance = distance(typed, folded, allowed);
        if distance.is_some_and(|distance| best.is_none_or(|(so_far, _)| distance < so_far)) {
            best = distance.map(|distance| (distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Longest word that is compared, without what [`fold`] leaves out.
const WIDTH: usize = 48;

/// A word without regard to case, spaces, `_` and `-`; `None` for one that is too long.
fn fold<'b>(word: &str, buffer: &'b mut [u8; WIDTH]) -> Option<&'b [u8]> {
    let mut used = 0_usize;
    for byte in word.bytes().filter(|b| !matches!(b, b' ' | b'_' | b'-')) {
        *buffer.get_mut(used)? = byte.to_ascii_lowercase();
        used = used.wrapping_add(1);
    }
    buffer.get(..used)
}

/// The letters that a word has, a bit each.
fn bits(word: &[u8]) -> u64 {
    word.iter().fold(0, |bits, byte| bits | 1_u64.wrapping_shl(u32::from(*byte)))
}

/// Edits (insert, delete, replace) between two words; `None` above `allowed`.
fn distance(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    // What they begin and end with alike takes no edits.
    let alike = |(a, b): &(&u8, &u8)| a == b;
    let before = a.iter().zip(b).take_while(alike).count();
    let (a, b) = (a.get(before..)?, b.get(before..)?);
    let behind = a.iter().rev().zip(b.iter().rev()).take_while(alike).count();
    let a = a.get(..a.len().saturating_sub(behind))?;
    let b = b.get(..b.len().saturating_sub(behind))?;
    let mut row = [0_usize; WIDTH + 1];
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = at;
    }
    let row = row.get_mut(..=b.len())?;
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        let mut cells = row.iter_mut();
        *cells.next()? = left;
        for (cell, y) in cells.zip(b) {
            let replaced = diagonal.saturating_add(usize::from(x != y));
            diagonal = *cell;
            left = replaced.min(left.saturating_add(1)).min(cell.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().filter(|edits| *edits <= allowed)
}
