//! Host names, as e-mail addresses and URLs have them: their grammar, the ones no stranger can reach, and the ones that look
//! like another.
//!
//! Source: WHATWG HTML, `label` of "valid e-mail address": letters, digits and hyphens as RFC 1034, 3.5 has them, 63 characters;
//! WHATWG URL, "ends in a number checker": what ends in a number is no name. Unverified: that no other top-level domain than
//! letters or `xn--` was ever delegated. Not checked: whether the name exists, and whether an `xn--` label is one that IDNA would
//! make.

pub mod ip;

use crate::unicode::{Class, Mixture, class};

/// The longest name, in characters.
const MAX_NAME: usize = 253;
/// The longest label, in characters.
const MAX_LABEL: usize = 63;

/// Suffixes under which nothing can be reached from the internet: reserved for tests and documents (RFC 2606), for special uses
/// (`alt`, `arpa`, `local`, `onion`), by ICANN (`internal`; `corp`, `home`, `mail`), or used inside networks.
const UNREACHABLE: &[&str] = &[
    "alt",
    "arpa",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "mail",
    "onion",
    "private",
    "test",
];
/// Public names that answer with whatever private address is written in them, or with the loopback one.
const REBOUND: &[&str] = &["localtest.me", "lvh.me", "nip.io", "sslip.io", "xip.io"];

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
    let mut labels = 0_usize;
    name.chars().count() <= MAX_NAME
        && name.split('.').all(|label| {
            labels = labels.saturating_add(1);
            is_label(label, with_underscores)
        })
        && labels > 1
        && is_top_level(last_label(name))
}

/// The last label of a name.
#[must_use]
pub fn last_label(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

fn is_label(label: &str, with_underscores: bool) -> bool {
    let mut count = 0_usize;
    let is_spelled = label.chars().all(|c| {
        count = count.saturating_add(1);
        match class(c) {
            _ if c.is_ascii() => {
                c.is_ascii_alphanumeric() || c == '-' || with_underscores && c == '_'
            }
            Class::LatinFolding => false,
            class => class.is_letter() || class.is_mark() && count > 1,
        }
    });
    let is_whole = !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    is_spelled
        && is_whole
        && count <= MAX_LABEL
        && ace(label).is_none_or(|ace| decode(ace).is_some())
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
    !name.contains('.') || UNREACHABLE.iter().chain(REBOUND).any(|suffix| is_under(name, suffix))
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

/// Cyrillic letters that look like Latin ones.
///
/// Source: the list with which Chromium decides that a label is a spoof of a Latin one (`idn_spoof_checker.cc`).
const LATIN_LIKE: &str = "асԁеһіјӏорԛѕԝхуъЬҽпгѵѡ";
/// Top-level domains of ASCII letters under which Cyrillic names are usual; the same source.
const CYRILLIC_TOP_LEVEL: &[&str] = &["bg", "by", "kz", "ru", "su", "ua", "uz"];

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
    let top = last_label(name);
    let may_be_cyrillic = !top.is_ascii()
        || ace(top).is_some()
        || CYRILLIC_TOP_LEVEL.iter().any(|cyrillic| top.eq_ignore_ascii_case(cyrillic));
    name.split('.').any(|label| {
        let seen = match ace(label) {
            Some(ace) => decode(ace).unwrap_or_default(),
            None => label.chars().fold(Letters::default(), Letters::and),
        };
        seen.mixture.is_mixed() || seen.has_cyrillic && seen.all_latin_like && !may_be_cyrillic
    })
}

/// What the letters of a label are.
#[derive(Clone, Copy)]
struct Letters {
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
        self.all_latin_like &= c.is_ascii() || LATIN_LIKE.contains(c);
        self
    }
}

/// What stands behind `xn--`.
fn ace(label: &str) -> Option<&str> {
    let (prefix, rest) = label.split_at_checked(4)?;
    prefix.eq_ignore_ascii_case("xn--").then_some(rest)
}

/// The letters that Punycode stands for; `None` where it is none, or stands for ASCII alone.
///
/// Source: RFC 3492, 6.1 and 6.2. The places of the letters do not matter here, so none is kept.
fn decode(code: &str) -> Option<Letters> {
    const BASE: u32 = 36;
    let (basic, extended) = code.rsplit_once('-').unwrap_or(("", code));
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
        && class != Class::LatinFolding
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

    #[test]
    fn knows_the_grammar_of_labels() {
        for good in ["a.bc", "1.co", "g--a.com", "例え.テスト", "δοκιμή.gr", "3com.com"]
        {
            assert!(is_domain(good), "{good}");
        }
        let long = ["a".repeat(64), ".com".into()].concat();
        for bad in [
            "", ".", "com", ".com", "a..b", "-a.com", "a-.com", "a.b", "a.c1", "a.-", "a b.com",
            "a.com.", "xn--.com", &long,
        ] {
            assert!(!is_domain(bad), "{bad}");
        }
    }
}
