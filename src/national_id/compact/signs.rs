//! The signs that say that a number follows: `№`, `N°`, `#`.

use alloc::string::String;
use core::{iter::Peekable, str::Chars};

use crate::text::trim;

/// Takes `N°` or `Nº`, which says that a number follows; whether it stands here. `None` at the end.
pub(super) fn takes_sign(rest: &mut Peekable<Chars<'_>>) -> Option<bool> {
    let mut ahead = rest.clone();
    let is_sign = matches!(ahead.next()?, 'N' | 'n') && matches!(ahead.next(), Some('°' | 'º'));
    if is_sign {
        *rest = ahead;
    }
    Some(is_sign)
}

/// A text without blanks around it and without the signs that say that a number follows (`№`, `N°`, `#`) or part it in no usual way
/// (`:`, `_`), which [`Compact`](super::Compact) reads over.
pub(crate) fn without_signs(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = trim(text).chars().peekable();
    while let Some(is_sign) = takes_sign(&mut rest) {
        if !is_sign {
            match rest.next() {
                Some('№' | '#' | '＃' | ':' | '：' | '_' | '＿') => {}
                other => {
                    bare.extend(other);
                    continue;
                }
            }
        }
        // It parts what stands on both its sides.
        while rest.peek() == Some(&' ') {
            rest.next();
        }
        if !bare.is_empty() && !bare.ends_with(' ') {
            bare.push(' ');
        }
    }
    String::from(match trim(&bare) {
        "" => trim(text),
        bare => bare,
    })
}
