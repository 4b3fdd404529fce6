//! A link to an image: `https` to a host of the public internet, with nothing in it that two readers could read differently.
//!
//! Source: WHATWG URL, "URL parsing" and "host parsing", of which this takes the part that every other reader of URLs takes too:
//! what the standard mends (backslashes, tabs, missing slashes, `%` in hosts, full-width letters) is refused. What is private:
//! `host` and `host::ip`. KYC integration guide, "Image upload process": a "secure URL (temporary or permanent with access
//! control)". Not checked: where the name resolves to, and what is there; whoever fetches the link must check the address it
//! connects to.

use alloc::string::String;

use crate::{
    ascii::Seen,
    code::Code,
    field::{Rule, Scope},
    finding::{Finding, Param},
    host::{self, ip},
    scan::{cut, cut_last, has},
    signed_link,
    unicode::{Class, class},
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "https_url",
    codes: &[
        Code::UrlNotHttps,
        Code::UrlFormat,
        Code::UrlCredentials,
        Code::UrlPrivateHost,
        Code::UrlExpired,
        Code::UrlExpiresBeforeReview,
        Code::UrlLookalikeHost,
        Code::UrlPort,
        Code::UrlFileType,
        Code::UrlFragment,
        Code::TextOuterSpace,
    ],
    reads: &[],
    check,
    canonical,
};

/// Judges a link.
///
/// # Errors
/// The finding: an error, else the weightiest warning; [`Code::UrlExpiresBeforeReview`] has the review's `days`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::https_url::check};
/// let policy = Policy::DEFAULT;
/// let scope = Scope::alone(time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap(), &policy);
/// let code = |url| check(url, &scope).err().map(|finding| finding.code);
/// assert_eq!(code("https://your-storage.com/passport-front.jpg"), None);
/// assert_eq!(code("http://your-storage.com/passport-front.jpg"), Some(Code::UrlNotHttps));
/// assert_eq!(code("https://your-storage.com\\@evil.com/a.jpg"), Some(Code::UrlFormat));
/// assert_eq!(code("https://user@your-storage.com/a.jpg"), Some(Code::UrlCredentials));
/// assert_eq!(code("https://0x7f.1/a.jpg"), Some(Code::UrlPrivateHost));
/// assert_eq!(code("https://drückér.local/a.jpg"), Some(Code::UrlPrivateHost));
/// assert_eq!(code("https://b.s3.amazonaws.com/a?X-Amz-Date=20260101T000000Z&X-Amz-Expires=60"), Some(Code::UrlExpired));
/// assert_eq!(code("https://b.s3.amazonaws.com/a?X-Amz-Date=20260131T000000Z&X-Amz-Expires=60"), Some(Code::UrlExpiresBeforeReview));
/// assert_eq!(code("https://exаmple.com/a.jpg"), Some(Code::UrlLookalikeHost), "with a Cyrillic а");
/// assert_eq!(code("https://your-storage.com:8443/a.jpg"), Some(Code::UrlPort));
/// assert_eq!(code("https://your-storage.com/a.heic"), Some(Code::UrlFileType));
/// assert_eq!(code("https://your-storage.com/a.jpg#page=2"), Some(Code::UrlFragment));
/// assert_eq!(code(" https://your-storage.com/a.jpg"), Some(Code::TextOuterSpace));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    // The one blank that readers take off a link and mean nothing by.
    let text = trim_spaces(value);
    let url = Url::read(text)?;
    if let Some(code) = url.warning(scope) {
        return Err(match code {
            Code::UrlExpiresBeforeReview => {
                Finding::new(code).with("days", Param::Number(u32::from(scope.policy.review_days)))
            }
            code => code.into(),
        });
    }
    if text.len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    Ok(())
}

/// The link trimmed, its scheme and host in lower case.
fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    let text = trim_spaces(value);
    let host = Url::read(text).ok()?.host;
    let head = SCHEME.len().saturating_add(host.len());
    let is_lower = text.bytes().take(head).all(|b| !b.is_ascii_uppercase());
    if is_lower && text.len() == value.len() {
        return None;
    }
    let mut canonical = String::from(text);
    if let Some(head) = canonical.get_mut(..head) {
        head.make_ascii_lowercase();
    }
    Some(canonical)
}

fn trim_spaces(mut text: &str) -> &str {
    while let Some(rest) = text.strip_prefix(' ').or_else(|| text.strip_suffix(' ')) {
        text = rest;
    }
    text
}

const SCHEME: &str = "https://";
/// The port of the scheme.
const HTTPS: u16 = 443;

/// A link in its parts.
struct Url<'t> {
    host: &'t str,
    port: u16,
    path: &'t str,
    query: &'t str,
    has_fragment: bool,
}

impl<'t> Url<'t> {
    /// Takes a link apart; refuses what a reader could take apart in another way.
    fn read(text: &'t str) -> Result<Self, Code> {
        let (scheme, rest) = match text.split_at_checked(SCHEME.len()) {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case(SCHEME) => (scheme, rest),
            _ if text.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https:")) => {
                return Err(Code::UrlFormat);
            }
            _ => return Err(Code::UrlNotHttps),
        };
        let strange = Seen::SPACE.or(Seen::MARKUP).or(Seen::UNSAFE).or(Seen::BEYOND);
        if Seen::of(rest).any(strange) && !rest.chars().all(is_plain) || scheme.is_empty() {
            return Err(Code::UrlFormat);
        }
        let end = rest.bytes().position(|b| matches!(b, b'/' | b'?' | b'#')).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if has(authority, b'@') {
            return Err(Code::UrlCredentials);
        }
        let after_brackets = cut_last(authority, b']').map_or(authority, |(_, after)| after);
        let (host, port) = match cut(after_brackets, b':') {
            None => (authority, HTTPS),
            Some((_, digits)) => {
                let host = authority.len().checked_sub(digits.len().saturating_add(1));
                let host = host.and_then(|end| authority.get(..end)).unwrap_or_default();
                (host, port(digits).ok_or(Code::UrlFormat)?)
            }
        };
        check_host(host)?;
        let (bare, has_fragment) = cut(rest, b'#').map_or((rest, false), |(bare, _)| (bare, true));
        let (path, query) = cut(bare, b'?').unwrap_or((bare, ""));
        Ok(Self { host, port, path, query, has_fragment })
    }

    /// What is to be said of a link that is well-formed, the weightiest first.
    fn warning(&self, scope: &Scope<'_>) -> Option<Code> {
        let today = scope.today.to_julian_day();
        let last_day = signed_link::last_day(self.query);
        // `today` is a date somewhere on earth and the link's last day one in UTC: they can be a day apart.
        let is_past = |last: i32| last.saturating_add(1) < today;
        let ends_early =
            |last: i32| last < today.saturating_add(i32::from(scope.policy.review_days));
        if last_day.is_some_and(is_past) {
            Some(Code::UrlExpired)
        } else if last_day.is_some_and(ends_early) {
            Some(Code::UrlExpiresBeforeReview)
        } else if host::looks_like_another(self.host) {
            Some(Code::UrlLookalikeHost)
        } else if self.port != HTTPS {
            Some(Code::UrlPort)
        } else if extension(self.path).is_some_and(|extension| !is_accepted_type(extension)) {
            Some(Code::UrlFileType)
        } else {
            self.has_fragment.then_some(Code::UrlFragment)
        }
    }
}

/// A port: one to five digits.
fn port(digits: &str) -> Option<u16> {
    if !(1..=5).contains(&digits.len()) {
        return None;
    }
    digits.bytes().try_fold(0_u16, |port, b| {
        let digit = char::from(b).to_digit(10)?;
        port.checked_mul(10)?.checked_add(u16::try_from(digit).ok()?)
    })
}

/// Whether a character is one that no reader takes off, turns around or stumbles over.
fn is_plain(c: char) -> bool {
    match c {
        '\\' | '<' | '>' | '"' | '`' | ' ' => false,
        '!'..='~' => true,
        c => !matches!(
            class(c),
            Class::None
                | Class::Control
                | Class::Direction
                | Class::DirectionMark
                | Class::Hidden
                | Class::Space
        ),
    }
}

/// Whether a host is one of the public internet, spelled in the one way every reader reads.
fn check_host(host: &str) -> Result<(), Code> {
    if let Some(address) = host.strip_prefix('[') {
        let address = address.strip_suffix(']').and_then(ip::v6).ok_or(Code::UrlFormat)?;
        return if ip::is_public_v6(address) { Ok(()) } else { Err(Code::UrlPrivateHost) };
    }
    if ip::ends_in_number(host) {
        return match ip::v4(host) {
            Some(address) if !ip::is_public_v4(address) => Err(Code::UrlPrivateHost),
            Some(_) if ip::is_dotted(host) => Ok(()),
            _ => Err(Code::UrlFormat),
        };
    }
    let is_name = host::is_host(host);
    // A name that is none, like `localhost`, is private rather than malformed.
    let is_spelled = |b: u8| b.is_ascii_alphanumeric() || b"-._".contains(&b);
    let is_spelled = !host.is_empty() && host.bytes().all(is_spelled);
    if (is_name || is_spelled) && host::is_unreachable(host) {
        return Err(Code::UrlPrivateHost);
    }
    if is_name { Ok(()) } else { Err(Code::UrlFormat) }
}

/// The extension of the path's last segment: up to five letters and digits behind the last dot, one letter at least.
fn extension(path: &str) -> Option<&str> {
    let (_, segment) = cut_last(path, b'/')?;
    let (_, extension) = cut_last(segment, b'.')?;
    let is_one = (1..=5).contains(&extension.len())
        && extension.bytes().all(|b| b.is_ascii_alphanumeric())
        && extension.bytes().any(|b| b.is_ascii_alphabetic());
    is_one.then_some(extension)
}

/// Source: KYC integration guide, "Document image requirements": "JPG, PNG, or PDF".
fn is_accepted_type(extension: &str) -> bool {
    ["jpg", "jpeg", "png", "pdf"].iter().any(|accepted| accepted.eq_ignore_ascii_case(extension))
}
