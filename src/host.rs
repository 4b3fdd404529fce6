//! Host names, as e-mail addresses and URLs have them: their grammar, the ones no stranger can reach, and the ones that look
//! like another.
//!
//! Source: WHATWG HTML, `label` of "valid e-mail address": letters, digits and hyphens as RFC 1034, 3.5 has them, 63 characters;
//! WHATWG URL, "ends in a number checker": what ends in a number is no name; RFC 5892 for what is not ASCII. Unverified: that no other top-level domain than
//! letters or `xn--` was ever delegated. Not checked: whether the name exists, and whether an `xn--` label is one that IDNA would
//! make.

pub mod ip;
mod lookalike;

pub use lookalike::looks_like_another;
use lookalike::{ace, decode};

use crate::{
    scan::{characters, cut_last, has, parts},
    unicode::{Class, class, digit},
};

/// The longest name, in octets.
const MAX_NAME: usize = 253;
/// The longest label, in characters.
const MAX_LABEL: usize = 63;

/// Whether nothing under a top-level domain, in lower case, can be reached from the internet: it is reserved for tests and
/// documents (RFC 2606), for special uses (`alt`, `arpa`, `local`, `onion`), by ICANN (`internal`; `corp`, `home`, `mail`), or used
/// inside networks.
const fn is_reserved(top: &[u8]) -> bool {
    matches!(
        top,
        b"example"
            | b"invalid"
            | b"localhost"
            | b"test"
            | b"alt"
            | b"arpa"
            | b"local"
            | b"onion"
            | b"internal"
            | b"corp"
            | b"home"
            | b"mail"
            | b"intranet"
            | b"lan"
            | b"localdomain"
            | b"private"
    )
}

/// Public names that answer with whatever private address is written in them, or with the loopback one.
const REBOUND: [&str; 5] = ["localtest.me", "lvh.me", "nip.io", "sslip.io", "xip.io"];

/// Whether a text is a whole host name: two labels or more, the last one a top-level domain. Letters of any script will do,
/// save those a resolver turns into ASCII; a dot at the end will not.
///
/// ```
/// use kyc_rules::host::is_domain;
/// assert!(is_domain("mail.example.co.uk") && is_domain("bücher.example") && is_domain("xn--bcher-kva.example"));
/// assert!(!is_domain("localhost") && !is_domain("a_b.com") && !is_domain("example.123") && !is_domain("ｅxample.com"));
/// ```
#[must_use]
pub fn is_domain(name: &str) -> bool {
    is_name(name, false)
}

/// Whether a text is a host name as [`is_domain`] has it, underscores allowed: storage services have had them in the names of
/// buckets.
///
/// ```
/// use kyc_rules::host::is_host;
/// assert!(is_host("my_bucket.s3.amazonaws.com") && !is_host("localhost"));
/// ```
#[must_use]
pub fn is_host(name: &str) -> bool {
    is_name(name, true)
}

fn is_name(name: &str, with_underscores: bool) -> bool {
    name.len() <= MAX_NAME
        && has(name, b'.')
        && parts(name, b'.').all(|label| is_label(label, with_underscores))
        && is_top_level(last_label(name))
}

/// The last label of a name.
#[must_use]
pub fn last_label(name: &str) -> &str {
    cut_last(name, b'.').map_or(name, |(_, last)| last)
}

fn is_label(label: &str, with_underscores: bool) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || with_underscores && b == b'_';
    let is_spelled = |(at, c): (usize, char)| match class(c) {
        _ if c.is_ascii() => u8::try_from(c).is_ok_and(is_plain),
        // The one that is a letter of its own in names, since 2010.
        Class::LatinFolding => c == 'ß',
        class => class.is_letter() || class.is_mark() && at > 0 || is_in_context(label, at, c),
    };
    let (count, is_spelled) = if label.is_ascii() {
        (label.len(), label.bytes().all(is_plain))
    } else {
        (characters(label), label.char_indices().all(is_spelled))
    };
    let is_whole = !matches!(label.as_bytes(), [] | [b'-', ..] | [.., b'-']);
    is_spelled
        && is_whole
        && count <= MAX_LABEL
        && ace(label).is_none_or(|ace| decode(ace).is_some())
}

/// Whether a digit of another script, a joiner or a sign stands where names have it.
///
/// Source: RFC 5892, A.1 to A.9, with `Joining` for the scripts whose letters join, and any mark of theirs for a virama.
pub(crate) fn is_in_context(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = || text.get(at..).and_then(|text| text.chars().nth(1));
    match (c, before) {
        ('·', Some('l' | 'L')) => matches!(after(), Some('l' | 'L')),
        ('׳' | '״', Some(before)) => matches!(before, 'א'..='ת'),
        ('\u{200c}' | '\u{200d}', Some(before)) => {
            matches!(class(before), Class::Joining | Class::JoiningMark)
                && after().is_some_and(|after| class(after) == Class::Joining)
        }
        ('・', _) => text
            .chars()
            .any(|c| matches!(c, 'ぁ'..='ゟ' | 'ァ'..='ヺ' | 'ー') || class(c) == Class::Han),
        // Those of full width are mapped into ASCII.
        _ => !matches!(c, '０'..='９') && digit(c).is_some(),
    }
}

/// Letters only, two or more, or an `xn--` label: no other top-level domain was ever delegated.
fn is_top_level(label: &str) -> bool {
    let is_plain = label.len() > 1 && label.bytes().all(|b| b.is_ascii_alphabetic());
    is_plain || !label.is_ascii() || ace(label).is_some()
}

/// Whether a name cannot be reached from the internet: it has one label, or stands under a name that is reserved or used inside
/// networks. In any case of letters, with or without a dot at the end.
///
/// ```
/// use kyc_rules::host::is_unreachable;
/// assert!(is_unreachable("localhost") && is_unreachable("Printer.LOCAL.") && is_unreachable("10.0.0.1.nip.io"));
/// assert!(!is_unreachable("example.com") && !is_unreachable("mylocal.com"));
/// ```
#[must_use]
pub fn is_unreachable(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let top = last_label(name);
    // Long enough for each of them.
    let mut lower = [0_u8; 11];
    let lower = match lower.get_mut(..top.len()) {
        Some(lower) => {
            for (place, b) in lower.iter_mut().zip(top.bytes()) {
                *place = b.to_ascii_lowercase();
            }
            &*lower
        }
        None => &[],
    };
    top.len() == name.len()
        || is_reserved(lower)
        || matches!(lower, b"me" | b"io") && REBOUND.iter().any(|suffix| is_under(name, suffix))
}

/// Whether a name is another or stands under it.
fn is_under(name: &str, suffix: &str) -> bool {
    let (name, suffix) = (name.as_bytes(), suffix.as_bytes());
    name.len().checked_sub(suffix.len()).and_then(|at| name.split_at_checked(at)).is_some_and(
        |(head, tail)| {
            tail.eq_ignore_ascii_case(suffix) && matches!(head.last(), None | Some(b'.'))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_grammar_of_labels() {
        for good in [
            "a.bc",
            "1.co",
            "g--a.com",
            "例え.テスト",
            "δοκιμή.gr",
            "3com.com",
            "ラーメン.jp",
            "straße.de",
            "xn--strae-oqa.de",
            "xn--fa-hia.de",
            "paral·lel.cat",
            "ドメイン・テスト.jp",
            "अ१.भारत",
            "ไทย๑.ไทย",
            "۱۲۳.ایران",
            "نامه\u{200c}ای.com",
            "צה״ל.com",
            "क्\u{200d}ष.com",
        ] {
            assert!(is_domain(good), "{good}");
        }
        let long = ["a".repeat(64), ".com".into()].concat();
        for bad in [
            "",
            ".",
            "com",
            ".com",
            "a..b",
            "-a.com",
            "a-.com",
            "a.b",
            "a.c1",
            "a.-",
            "a b.com",
            "a.com.",
            "xn--.com",
            "a·b.com",
            "·l.com",
            "a・b.com",
            "a״.com",
            "a\u{200c}b.com",
            "ب\u{200c}.com",
            "a１.com",
            "STRAẞE.de",
            "aſ.de",
            "xn--k-uoa.com",
            &long,
        ] {
            assert!(!is_domain(bad), "{bad}");
        }
    }
}
