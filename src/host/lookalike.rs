//! Host names that look like another: letters of scripts that are mistaken for each other, in a label or behind its `xn--`.

use super::last_label;
use crate::{
    scan::{cut_last, holds, parts},
    unicode::{Class, Mixture, class},
};

/// Cyrillic letters that look like Latin ones.
///
/// Source: the list with which Chromium decides that a label is a spoof of a Latin one (`idn_spoof_checker.cc`).
const LATIN_LIKE: &str = "асԁеһіјӏорԛѕԝхуъЬҽпгѵѡ";
/// Top-level domains of ASCII letters under which Cyrillic names are usual; the same source.
const CYRILLIC_TOP_LEVEL: &str = "bg by kz ru su ua uz";

/// Whether a label of the name mixes letters of scripts that look alike, or is made of Cyrillic letters that all look like Latin
/// ones though the top-level domain is Latin. `xn--` labels are read.
///
/// ```
/// use kyc_rules::host::looks_like_another;
/// assert!(looks_like_another("exаmple.com"), "with a Cyrillic а");
/// assert!(looks_like_another("xn--exmple-4nf.com"), "the same in ASCII");
/// assert!(looks_like_another("аррӏе.com"));
/// assert!(!looks_like_another("почта.com") && !looks_like_another("müller.de") && !looks_like_another("example.com"));
/// ```
#[must_use]
pub fn looks_like_another(name: &str) -> bool {
    // Nothing that is ASCII looks like another, `xn--` labels aside.
    if name.is_ascii() && !holds(name, "--") {
        return false;
    }
    let top = last_label(name);
    let may_be_cyrillic = || {
        !top.is_ascii()
            || ace(top).is_some()
            || parts(CYRILLIC_TOP_LEVEL, b' ').any(|cyrillic| top.eq_ignore_ascii_case(cyrillic))
    };
    parts(name, b'.').any(|label| {
        let seen = match ace(label) {
            Some(ace) => decode(ace).unwrap_or_default(),
            None if label.is_ascii() => return false,
            None => label.chars().fold(Letters::default(), Letters::and),
        };
        seen.mixture.is_mixed() || seen.has_cyrillic && seen.all_latin_like && !may_be_cyrillic()
    })
}

/// What the letters of a label are.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    mixture: Mixture,
    has_cyrillic: bool,
    all_latin_like: bool,
}

impl Default for Letters {
    fn default() -> Self {
        Self { mixture: Mixture::default(), has_cyrillic: false, all_latin_like: true }
    }
}

impl Letters {
    fn and(mut self, c: char) -> Self {
        let class = class(c);
        self.mixture.see(class);
        self.has_cyrillic |= class == Class::Cyrillic;
        self.all_latin_like &= c.is_ascii() || LATIN_LIKE.chars().any(|like| like == c);
        self
    }
}

/// What stands behind `xn--`.
pub(super) fn ace(label: &str) -> Option<&str> {
    let (prefix, rest) = label.split_at_checked(4)?;
    prefix.eq_ignore_ascii_case("xn--").then_some(rest)
}

/// The letters that Punycode stands for; `None` where it is none, or stands for ASCII alone.
///
/// Source: RFC 3492, 6.1 and 6.2. The places of the letters do not matter here, so none is kept.
pub(super) fn decode(code: &str) -> Option<Letters> {
    const BASE: u32 = 36;
    let (basic, extended) = cut_last(code, b'-').unwrap_or(("", code));
    let mut letters = basic.chars().fold(Letters::default(), Letters::and);
    let mut length = u32::try_from(basic.len()).ok()?;
    let (mut next, mut at, mut bias, mut is_first) = (128_u32, 0_u32, 72_u32, true);
    let mut digits = extended.bytes().map(|b| match b {
        b'a'..=b'z' => Some(u32::from(b.wrapping_sub(b'a'))),
        b'A'..=b'Z' => Some(u32::from(b.wrapping_sub(b'A'))),
        b'0'..=b'9' => Some(u32::from(b.wrapping_sub(b'0')).saturating_add(26)),
        _ => None,
    });
    let mut pending = digits.next()?;
    loop {
        let (start, mut weight, mut step) = (at, 1_u32, BASE);
        loop {
            let digit = pending?;
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = step.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE.saturating_sub(threshold))?;
            step = step.checked_add(BASE)?;
            pending = digits.next()?;
        }
        length = length.checked_add(1)?;
        let delta = at.saturating_sub(start);
        let delta = if is_first { delta.wrapping_div(700) } else { delta >> 1 };
        bias = adapted(delta.checked_add(delta.checked_div(length)?)?);
        next = next.checked_add(at.checked_div(length)?)?;
        at = at.checked_rem(length)?.checked_add(1)?;
        letters = letters.and(char::from_u32(next).filter(|c| can_stand_in_label(*c))?);
        is_first = false;
        match digits.next() {
            Some(digit) => pending = digit,
            None => return Some(letters),
        }
    }
}

/// Whether IDNA could have made an `xn--` label of a name with this character in it.
fn can_stand_in_label(c: char) -> bool {
    let class = class(c);
    let is_sign = matches!(
        class,
        Class::NameMark | Class::Punctuation | Class::Symbol | Class::Number | Class::Joiner
    );
    !c.is_ascii()
        && (class != Class::LatinFolding || c == 'ß')
        && (class.is_letter() || class.is_mark() || is_sign)
}

/// The bias of the next number (RFC 3492, 6.1).
fn adapted(mut delta: u32) -> u32 {
    let mut bias = 0_u32;
    while delta > 455 {
        delta = delta.wrapping_div(35);
        bias = bias.saturating_add(36);
    }
    bias.saturating_add(delta.saturating_mul(36).checked_div(delta.saturating_add(38)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_punycode() {
        for code in
            ["bcher-kva", "80ak6aa92e", "hxajbheg2az3al", "jxalpdlp", "d9juau41awczczp", "8hbb9b"]
        {
            assert!(decode(code).is_some(), "{code}");
        }
        for code in ["", "a-", "99999999", "\u{e9}", "a_b", "zzzzzzzzzzz"] {
            assert!(decode(code).is_none(), "{code}");
        }
        assert!(
            decode("80ak6aa92e")
                .is_some_and(|letters| letters.has_cyrillic && letters.all_latin_like)
        );
    }
}
