//! Dictionaries of PDF: the values of their keys, as slices of the file.
//!
//! Source: ISO 32000-1:2008, 7.3.7.

use super::lex::{Lexer, Mark, Token, is_name};

/// The values of some keys of a dictionary that stands whole in these bytes.
pub(super) fn pick<'a, const N: usize>(dict: &'a [u8], keys: [&str; N]) -> [Option<&'a [u8]>; N] {
    let mut found = [None; N];
    pick_into(dict, &keys, &mut found);
    found
}

/// Of two of one key the first counts.
pub(super) fn pick_into<'a>(dict: &'a [u8], keys: &[&str], found: &mut [Option<&'a [u8]>]) {
    for (name, value) in entries(dict) {
        for (key, slot) in keys.iter().zip(found.iter_mut()) {
            if slot.is_none() && is_name(name, key) {
                *slot = Some(value);
            }
        }
        if found.iter().all(Option::is_some) {
            return;
        }
    }
}

/// The value of one key.
pub(super) fn entry<'a>(dict: &'a [u8], key: &str) -> Option<&'a [u8]> {
    let [value] = pick(dict, [key]);
    value
}

/// The keys and values of a dictionary.
pub(super) fn entries(dict: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut lexer = Lexer::new(dict);
    let is_dict = lexer.token() == Some(Token::Mark(Mark::OpenDict));
    core::iter::from_fn(move || {
        let Some(Token::Name(name)) = lexer.token().filter(|_| is_dict) else { return None };
        Some((name, lexer.value()?))
    })
}
