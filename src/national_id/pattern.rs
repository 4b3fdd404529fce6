//! The small language schemes write their formats in, and its matcher.
//!
//! | written | stands for |
//! |---|---|
//! | `d` | a digit |
//! | `a` | a letter `A`–`Z` |
//! | `x` | a letter or a digit |
//! | `o` | a digit or the letter that Italian codes put in its place |
//! | `[A-C7]` | one of these, or of a range |
//! | `A`–`Z`, `0`–`9`, `&`, `~` | itself (`~` is `Ñ`) |
//! | `…{2,4}`, `…{3}`, `…?` | two to four times, three times, at most once; as often as it can |
//! | `\|` | or |
//! | `*` at the end | anything after it |
//! | space `-` `.` `/` `,` `(` `)` `+` | a separator: shown in the mask, skipped in matching |
//!
//! Repetition never gives characters back: it takes at once what the other items, at their least, leave over. Matching is
//! linear in the number and takes each alternative once.

use alloc::vec::Vec;

use super::compact::separator;

/// One item of a format: what a character must be, and how often.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    /// What stands in the format: one character, or a class with its brackets.
    pub(crate) class: &'a [u8],
    pub(crate) least: u8,
    pub(crate) most: u8,
}

/// The items of one alternative, separators included.
pub(crate) struct Items<'a>(pub(crate) &'a [u8]);

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        let first = *self.0.first()?;
        let end = if first == b'[' {
            self.0.iter().position(|byte| *byte == b']')?.wrapping_add(1)
        } else {
            1
        };
        let (class, mut rest) = self.0.split_at_checked(end)?;
        let (mut least, mut most) = (1, 1);
        match rest.first() {
            Some(b'?') => {
                least = 0;
                rest = rest.get(1..)?;
            }
            Some(b'{') => {
                rest = rest.get(1..)?;
                least = number(&mut rest);
                most = least;
                if rest.first() == Some(&b',') {
                    rest = rest.get(1..)?;
                    most = number(&mut rest);
                }
                rest = rest.get(1..)?;
            }
            _ => {}
        }
        self.0 = rest;
        Some(Item { class, least, most })
    }
}

/// Reads the digits a format begins with.
#[inline]
fn number(rest: &mut &[u8]) -> u8 {
    let mut value = 0_u8;
    while let [digit @ b'0'..=b'9', tail @ ..] = *rest {
        value = value.wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'0'));
        *rest = tail;
    }
    value
}

/// Whether a character of a format is a separator.
#[inline]
pub(crate) const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'/' | b',' | b'(' | b')' | b'+')
}

/// Whether a class of a format takes a character.
#[inline]
pub(crate) fn takes(class: &[u8], byte: u8) -> bool {
    match class {
        [b'd'] => byte.is_ascii_digit(),
        [b'a'] => byte.is_ascii_uppercase(),
        [b'x'] => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
        [b'o'] => byte.is_ascii_digit() || matches!(byte, b'L'..=b'N' | b'P'..=b'V'),
        [literal] => byte == *literal,
        [b'[', inner @ .., b']'] => in_class(inner, byte),
        _ => false,
    }
}

fn in_class(mut inner: &[u8], byte: u8) -> bool {
    loop {
        inner = match inner {
            [low, b'-', high, tail @ ..] => {
                if (*low..=*high).contains(&byte) {
                    return true;
                }
                tail
            }
            [single, tail @ ..] => {
                if *single == byte {
                    return true;
                }
                tail
            }
            [] => return false,
        };
    }
}

/// Whether a number fits a format.
pub(crate) fn matches(format: &str, number: &[u8]) -> bool {
    format.as_bytes().split(|byte| *byte == b'|').any(|alternative| fits(alternative, number))
}

fn fits(alternative: &[u8], number: &[u8]) -> bool {
    // An item that may repeat takes what the others, at their least, leave over: so nothing need be given back.
    let Some(mut spare) = number.len().checked_sub(least(alternative)) else { return false };
    let mut rest = number;
    for item in Items(alternative) {
        if let [single] = item.class {
            if is_separator(*single) {
                continue;
            }
            if *single == b'*' {
                return true;
            }
        }
        let more = spare.min(usize::from(item.most.wrapping_sub(item.least)));
        let fewest = usize::from(item.least);
        let most = fewest.wrapping_add(more);
        let run = rest.iter().take(most).take_while(|byte| takes(item.class, **byte)).count();
        let Some(extra) = run.checked_sub(fewest) else { return false };
        spare = spare.wrapping_sub(extra);
        rest = rest.get(run..).unwrap_or_default();
    }
    rest.is_empty()
}

/// A number that fits a format with the format's separators in it; `None` where it fits no alternative.
pub(crate) fn laid_out(format: &str, number: &[u8]) -> Option<Vec<u8>> {
    let alternative = format
        .as_bytes()
        .split(|byte| *byte == b'|')
        .find(|alternative| fits(alternative, number))?;
    let mut spare = number.len().checked_sub(least(alternative))?;
    let mut rest = number;
    let mut written = Vec::with_capacity(number.len().wrapping_mul(2));
    for item in Items(alternative) {
        match item.class {
            // One that may be left out is, and so is one with nothing behind it but a bracket that closes.
            [single] if is_separator(*single) => {
                let closes = *single == b')' && written.contains(&b'(');
                if closes || (item.least > 0 && !rest.is_empty()) {
                    written.push(*single);
                }
            }
            class => {
                let more = spare.min(usize::from(item.most.wrapping_sub(item.least)));
                let most = usize::from(item.least).wrapping_add(more);
                let run = rest.iter().take(most).take_while(|byte| takes(class, **byte)).count();
                spare = spare.saturating_sub(run.saturating_sub(usize::from(item.least)));
                let (taken, left) = rest.split_at_checked(run)?;
                written.extend_from_slice(taken);
                rest = left;
            }
        }
    }
    Some(written)
}

/// The fewest characters an alternative takes.
fn least(alternative: &[u8]) -> usize {
    Items(alternative).fold(0, |least, item| match item.class {
        [single] if is_separator(*single) || *single == b'*' => least,
        _ => least.wrapping_add(usize::from(item.least)),
    })
}

/// The separators a format shows, as bits of [`separator`].
pub(crate) const fn separators(format: &str) -> u8 {
    let (mut bits, mut inside) = (0, false);
    let mut rest = format.as_bytes();
    while let [byte, tail @ ..] = rest {
        inside = match *byte {
            b'[' | b'{' => true,
            b']' | b'}' => false,
            _ => inside,
        };
        if !inside {
            bits |= match *byte {
                b' ' => separator::SPACE,
                b'-' => separator::DASH,
                b'.' => separator::DOT,
                b'/' => separator::SLASH,
                b',' => separator::COMMA,
                b'(' | b')' => separator::BRACKET,
                b'+' => separator::PLUS,
                _ => 0,
            };
        }
        rest = tail;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_match_what_they_say() {
        for (format, good, bad) in [
            ("ddd.ddd-d", "1234567", "123456"),
            ("a{1,2}[1-9]d{0,5}", "D1", "DR034"),
            ("d{10}|[59]ddd0d{8}", "5123012345678", "6123012345678"),
            ("[ACF-H]dx?", "G1", "D1"),
            ("7*", "71", "17"),
            ("ooL", "1ML", "1AL"),
        ] {
            assert!(matches(format, good.as_bytes()), "{format} {good}");
            assert!(!matches(format, bad.as_bytes()), "{format} {bad}");
            assert!(!matches(format, b""), "{format}");
        }
    }

    #[test]
    fn numbers_are_laid_out_as_the_format_shows() {
        for (format, number, written) in [
            ("ddd.ddd-d", "1234567", "123.456-7"),
            ("a{1,2}d{3}([0-9A])", "AB1234", "AB123(4)"),
            ("ad{2}(d?d?)", "A12", "A12"),
            ("dd-?a|ddd", "123", "123"),
        ] {
            let laid = laid_out(format, number.as_bytes()).unwrap();
            assert_eq!(String::from_utf8(laid).unwrap(), written, "{format}");
        }
        assert_eq!(laid_out("dd", b"A1"), None);
    }

    #[test]
    fn separators_are_read_outside_of_classes() {
        assert_eq!(separators("d-[A-C]/d"), separator::DASH | separator::SLASH);
    }
}
