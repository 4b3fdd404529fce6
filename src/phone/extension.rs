//! The extension behind a number: `ext. 123`, `x123`, `#123`, `,,123`, `;ext=123`, `доб. 123`, `- 503#`.
//!
//! Source: the patterns of libphonenumber's parser (`createExtnPattern`): the surer the label, the more digits may follow.

use super::{
    reason::Reason,
    scan::{Digits, Sign, is_digit, sign, trim_end, trim_start},
};

/// Labels, and how many digits may follow them. The ASCII ones are known in either case.
const LABELS: &[(&str, usize)] = &[
    (";ext=", 20),
    ("extension", 20),
    ("extensión", 20),
    ("extensio\u{301}n", 20),
    ("extn", 20),
    ("ext", 20),
    ("xtn", 20),
    ("anexo", 20),
    ("доб", 20),
    ("Доб", 20),
    ("ДОБ", 20),
    ("ｅｘｔｎ", 20),
    ("ｅｘｔ", 20),
    ("int", 9),
    ("ｉｎｔ", 9),
    ("x", 9),
    ("ｘ", 9),
    ("#", 9),
    ("＃", 9),
    ("~", 9),
    ("～", 9),
];
/// Digits that may follow `;` or `,,`, which dial on by themselves.
const BEHIND_PAUSE: usize = 15;
/// Digits that may follow a single comma.
const BEHIND_COMMA: usize = 9;
/// Digits that may stand between a hyphen and a `#`.
const BEFORE_HASH: usize = 6;

/// The number without its extension, and the extension's digits, none where there is none.
pub(crate) fn split(text: &str) -> Result<(&str, Digits), Reason> {
    let bare = text.strip_suffix('#').unwrap_or(text);
    let before = trim_end(bare, is_digit);
    let run = bare.get(before.len()..).unwrap_or_default();
    let count = run.chars().fold(0_usize, |count, _| count.wrapping_add(1));
    // The digits stand at the start where they are the number.
    let number = if before.is_empty() || count == 0 {
        None
    } else {
        labelled(before, count)
            .or_else(|| paused(before, count))
            .or_else(|| hashed(before, count).filter(|_| bare.len() < text.len()))
            .filter(|number| is_enough(number, before))
    };
    let mut digits = Digits::EMPTY;
    let Some(number) = number else { return Ok((text, digits)) };
    for c in run.chars() {
        if let Sign::Digit(value) = sign(c) {
            digits.push(value)?;
        }
    }
    Ok((number, digits))
}

/// What stands before a label.
fn labelled(before: &str, count: usize) -> Option<&str> {
    let gap = trim_end(before, |c| is_space(c) || matches!(c, ',' | '-'));
    let gap = gap.strip_suffix([':', '.', '\u{ff0e}']).unwrap_or(gap);
    let (label, most) = LABELS.iter().find(|(label, _)| ends_with(gap, label))?;
    let number = gap.get(..gap.len().checked_sub(label.len())?)?;
    (count <= *most).then(|| trim_end(number, |c| is_space(c) || c == ','))
}

/// Whether a text ends with a label, ASCII letters in either case.
fn ends_with(text: &str, label: &str) -> bool {
    let from = text.len().checked_sub(label.len());
    let end = from.and_then(|from| text.get(from..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(label))
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\t')
}

/// What stands before commas or a semicolon.
fn paused(before: &str, count: usize) -> Option<&str> {
    let number =
        trim_end(before, |c| is_space(c) || matches!(c, ',' | ';' | '-' | ':' | '.' | '\u{ff0e}'));
    let gap = trim_start(before.get(number.len()..)?, is_space);
    let most = match gap.as_bytes() {
        [b';', ..] | [b',', b',', ..] => BEHIND_PAUSE,
        [b',', ..] => BEHIND_COMMA,
        _ => return None,
    };
    (count <= most).then_some(number)
}

/// What stands before a hyphen or a space, where a `#` follows.
fn hashed(before: &str, count: usize) -> Option<&str> {
    let number = trim_end(before, |c| matches!(c, '-' | ' '));
    (count <= BEFORE_HASH && number.len() < before.len()).then_some(number)
}

/// Whether enough digits are left to be a number: three, or two alone before a label that is punctuation too.
fn is_enough(number: &str, before: &str) -> bool {
    match number.chars().filter(|c| is_digit(*c)).take(3).count() {
        0 | 1 => false,
        2 => {
            let label = before.get(number.len()..).unwrap_or_default();
            number.chars().nth(2).is_none()
                && label.chars().all(|c| matches!(c, 'x' | 'X') || sign(c) == Sign::Punctuation)
        }
        _ => true,
    }
}
