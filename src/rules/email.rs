//! An e-mail address that a form and a mail provider both take: a local part of plain characters, `@`, a whole domain name.
//!
//! Source: WHATWG HTML, "valid e-mail address" (`atext` and dots, `@`, labels of RFC 1034), and the letters outside ASCII that its
//! pull request 10522 adds (RFC 6531); RFC 5321: 64 octets before the `@`, 254 in all, a dot stands between two others. Not taken,
//! though RFC 5321 has them: quoted local parts and address literals. Not taken either: a leading `-`, which programs read as an
//! option (RUSTSEC-2020-0069). Not checked: whether mail arrives.

use alloc::string::String;

use crate::{
    code::{Code, Severity},
    field::{Rule, Scope},
    finding::{Finding, Param},
    host,
    scan::{cut, cut_last, parts},
    text,
    unicode::{Class, class},
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "email",
    codes: &[
        Code::EmailFormat,
        Code::EmailLookalikeDomain,
        Code::EmailDomainTypo,
        Code::EmailSpecialDomain,
        Code::TextOuterSpace,
    ],
    reads: &[],
    check,
    canonical,
};

/// The longest address, in octets.
const MAX_ADDRESS: usize = 254;
/// The longest local part, in octets.
const MAX_LOCAL: usize = 64;

/// Providers whose customers have had dots in a row and at the end until 2009; mail from elsewhere often fails.
const DOTS_ALLOWED: &str = "docomo.ne.jp ezweb.ne.jp";

/// Domains of mail providers that are often mistyped. Each is a name nobody else has, so that one letter off is a slip.
const OFTEN_MISTYPED: &str = "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.com.br yahoo.fr yahoo.de \
yahoo.es yahoo.it hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.es hotmail.it outlook.com icloud.com protonmail.com \
rocketmail.com fastmail.com rediffmail.com yandex.ru rambler.ru comcast.net verizon.net sbcglobal.net bellsouth.net btinternet.com \
bigpond.com t-online.de wanadoo.fr laposte.net hanmail.net";
/// Domains in use that are one letter off one of those.
const NOT_MISTYPED: &str = "gail.com grail.com";

/// Judges an address.
///
/// # Errors
/// The finding: an error, else the weightiest warning; [`Code::EmailDomainTypo`] has the domain that was likely meant in
/// `suggestion`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::email::check};
/// let policy = Policy::DEFAULT;
/// let scope = Scope::alone(time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap(), &policy);
/// let code = |address| check(address, &scope).err().map(|finding| finding.code);
/// assert_eq!(code("jane.smith@example.com"), None);
/// assert_eq!(code("jane.smith@example"), Some(Code::EmailFormat));
/// assert_eq!(code("jane@exаmple.com"), Some(Code::EmailLookalikeDomain), "with a Cyrillic а");
/// assert_eq!(code("jane@gmial.com"), Some(Code::EmailDomainTypo));
/// assert_eq!(code("jane@company.invalid"), Some(Code::EmailSpecialDomain));
/// assert_eq!(code("jane.smith@example.com "), Some(Code::TextOuterSpace));
/// ```
pub fn check(value: &str, _: &Scope<'_>) -> Result<(), Finding> {
    let address = text::trim(value);
    let (local, domain) = cut_last(address, b'@').ok_or(Code::EmailFormat)?;
    let is_sound = address.len() <= MAX_ADDRESS
        && (1..=MAX_LOCAL).contains(&local.len())
        && is_local_part(local)
        && host::is_domain(domain)
        && text::outside(value).all(|c| class(c) == Class::Space);
    if !is_sound {
        return Err(Code::EmailFormat.into());
    }
    if parts(local, b'.').any(str::is_empty) {
        let is_tolerated = is_one_of(domain, DOTS_ALLOWED);
        let severity = if is_tolerated { Severity::Warning } else { Severity::Error };
        return Err(Finding::new(Code::EmailFormat).weighing(severity));
    }
    if host::looks_like_another(domain) {
        return Err(Code::EmailLookalikeDomain.into());
    }
    if let Some(meant) = likely_meant(domain) {
        return Err(Finding::new(Code::EmailDomainTypo).with("suggestion", Param::Text(meant)));
    }
    if host::is_unreachable(domain) {
        return Err(Code::EmailSpecialDomain.into());
    }
    if address.len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    Ok(())
}

/// The address trimmed, its domain in lower case. The local part stays: it is the provider's to read.
fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    let address = text::trim(value);
    let domain = cut_last(address, b'@').map_or("", |(_, domain)| domain);
    if address.len() == value.len() && !domain.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let mut canonical = String::from(address);
    let at = address.len().saturating_sub(domain.len());
    if let Some(domain) = canonical.get_mut(at..) {
        domain.make_ascii_lowercase();
    }
    Some(canonical)
}

fn is_local_part(local: &str) -> bool {
    let mut joins = false;
    !local.starts_with('-')
        && local.char_indices().all(|(at, c)| {
            let class = class(c);
            let after_joining = joins;
            joins = matches!(class, Class::Joining | Class::JoiningMark);
            match class {
                _ if c.is_ascii() => !matches!(
                    c,
                    '\0'..=' '
                        | '"'
                        | '('
                        | ')'
                        | ','
                        | ':'
                        | ';'
                        | '<'
                        | '>'
                        | '@'
                        | '['
                        | '\\'
                        | ']'
                        | '\u{7f}'
                ),
                Class::Number => true,
                Class::Joiner => after_joining,
                class => class.is_letter() || class.is_mark() || host::is_in_context(local, at, c),
            }
        })
}

fn is_one_of(domain: &str, list: &str) -> bool {
    parts(list, b' ').any(|known| known.eq_ignore_ascii_case(domain))
}

/// The provider's domain that this one is a slip of.
fn likely_meant(domain: &str) -> Option<&'static str> {
    let (name, rest) = cut(domain, b'.')?;
    let mut meant = None;
    for known in parts(OFTEN_MISTYPED, b' ') {
        // Another first letter is more often another name: mail.com, ymail.com.
        if !starts_alike(name, known) {
            continue;
        }
        let (known_name, known_rest) = cut(known, b'.')?;
        let is_name = name.eq_ignore_ascii_case(known_name);
        let is_rest = rest.eq_ignore_ascii_case(known_rest);
        if is_name && is_rest {
            return None;
        }
        // One letter off another ending than `com` is more often another country.
        let is_slip = is_rest && is_one_slip(name, known_name)
            || is_name && known_rest == "com" && is_one_slip(rest, known_rest);
        if is_slip && meant.is_none() {
            meant = Some(known);
        }
    }
    meant.filter(|_| !is_one_of(domain, NOT_MISTYPED))
}

fn starts_alike(a: &str, b: &str) -> bool {
    a.bytes().zip(b.bytes()).take(1).all(|(a, b)| a.eq_ignore_ascii_case(&b))
}

/// Whether two words are one slip apart: a letter more, less, other, or two that changed places.
fn is_one_slip(a: &str, b: &str) -> bool {
    let alike = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b);
    let before = a.bytes().zip(b.bytes()).take_while(alike).count();
    let shorter = a.len().min(b.len()).saturating_sub(before);
    let after = a.bytes().rev().zip(b.bytes().rev()).take(shorter).take_while(alike).count();
    let rest = |word: &str| word.len().saturating_sub(before).saturating_sub(after);
    match (rest(a), rest(b)) {
        (0, 1) | (1, 0 | 1) => true,
        (2, 2) => {
            let mut a = a.bytes().skip(before).take(2);
            let b = b.bytes().skip(before).take(2);
            b.rev().all(|b| a.next().is_some_and(|a| a.eq_ignore_ascii_case(&b)))
        }
        _ => false,
    }
}

/// What the sandbox does with a customer, by the address the customer was created with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scenario {
    /// `test-success@example.com`: approved.
    Success,
    /// `test-rfi@example.com`: more information is requested.
    Rfi,
    /// `test-rejected@example.com`: rejected.
    Rejected,
    /// `test-delay@example.com`: approved after five minutes.
    Delay,
}

/// The sandbox's scenario of an address.
///
/// Source: KYC integration guide, "Sandbox test data".
///
/// ```
/// use kyc_rules::rules::email::{Scenario, sandbox_scenario};
/// assert_eq!(sandbox_scenario("test-delay@example.com"), Some(Scenario::Delay));
/// assert_eq!(sandbox_scenario("jane.smith@example.com"), None);
/// ```
#[must_use]
pub fn sandbox_scenario(email: &str) -> Option<Scenario> {
    const SCENARIOS: [(&str, Scenario); 4] = [
        ("test-success@example.com", Scenario::Success),
        ("test-rfi@example.com", Scenario::Rfi),
        ("test-rejected@example.com", Scenario::Rejected),
        ("test-delay@example.com", Scenario::Delay),
    ];
    let email = text::trim(email);
    SCENARIOS
        .iter()
        .find(|(address, _)| address.eq_ignore_ascii_case(email))
        .map(|(_, scenario)| *scenario)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_one_slip() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("GMSIL.COM", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.cmo", "gmail.com"),
            ("hotmal.com", "hotmail.com"),
            ("hotmial.co.uk", "hotmail.co.uk"),
            ("yahooo.com", "yahoo.com"),
            ("yaho.fr", "yahoo.fr"),
            ("outlok.com", "outlook.com"),
            ("icoud.com", "icloud.com"),
        ] {
            assert_eq!(likely_meant(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn leaves_other_names_alone() {
        for name in [
            "gmail.com",
            "mail.com",
            "ymail.com",
            "email.com",
            "gmx.com",
            "gmx.net",
            "gmail.de",
            "yahoo.gr",
            "yahoo.com.ar",
            "hotmail.gr",
            "hotmail.ch",
            "outlook.fr",
            "live.com",
            "me.com",
            "proton.me",
            "aol.com",
            "grail.com",
            "example.com",
            "yahoo.co.nz",
            "yandex.com",
            "cloud.com",
            "tmail.com",
            "GMail.com",
        ] {
            assert_eq!(likely_meant(name), None, "{name}");
        }
    }
}
