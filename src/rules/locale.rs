//! A language and region: a well-formed tag of BCP 47 whose language has two or three letters.
//!
//! Source: RFC 5646, 2.1 (grammar), 2.1.1 (case), 2.2.4 (regions), 2.2.9 (no variant and no singleton twice), as repositories quote
//! it; the design settles that longer languages, of which none is registered, and tags of private use alone are refused, which
//! leaves `en-GB-oed` and three `sgn` tags of the irregular ones. Not checked: whether language, script and variants are registered.

use alloc::string::String;

use crate::{
    code::Code,
    country::Country,
    field::{Rule, Scope},
    finding::Finding,
    scan::{Pieces, has, parts, pieces},
    text::trim,
};

/// The rule of `address.locale`.
pub static RULE: Rule = Rule {
    name: "locale",
    codes: &[
        Code::LocaleFormat,
        Code::LocaleUnderscore,
        Code::LocaleUnknownRegion,
        Code::LocaleNoRegion,
    ],
    reads: &[],
    check,
    canonical,
};

/// More than any field takes; keeps the look for repeated variants short.
const MAX: usize = 255;

/// Irregular tags with a language of two or three letters, and what the registry prefers, with the region that the old tag names.
const IRREGULAR: [(&str, &str); 4] = [
    ("en-gb-oed", "en-GB-oxendict"),
    ("sgn-be-fr", "sfb-BE"),
    ("sgn-be-nl", "vgt-BE"),
    ("sgn-ch-de", "sgg-CH"),
];

/// Areas of UN M.49 that are no country: the world, continents and their parts, Latin America.
const AREAS: &str = "001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 \
                     155 202 419";

/// Judges a language tag.
///
/// # Errors
/// `locale.format`; as warnings `locale.underscore`, `locale.unknown_region` and `locale.no_region`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::locale::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("en-US"), Ok(()));
/// assert_eq!(code("english"), Err(Code::LocaleFormat));
/// assert_eq!(code("en_US"), Err(Code::LocaleUnderscore));
/// assert_eq!(code("en-UK"), Err(Code::LocaleUnknownRegion));
/// assert_eq!(code("en"), Err(Code::LocaleNoRegion));
/// ```
pub fn check(value: &str, _: &Scope<'_>) -> Result<(), Finding> {
    let found = read(value, |_, _| {}).ok_or(Code::LocaleFormat)?;
    Err(match found {
        _ if has(value, b'_') => Code::LocaleUnderscore.into(),
        Region::Unknown => Code::LocaleUnknownRegion.into(),
        Region::None => Code::LocaleNoRegion.into(),
        Region::Known => return Ok(()),
    })
}

/// The tag with hyphens and in the case of RFC 5646, 2.1.1: `EN_us` becomes `en-US`.
#[must_use]
pub fn canonical(given: &str, _: &Scope<'_>) -> Option<String> {
    let value = trim(given);
    let mut tag = String::with_capacity(value.len());
    read(value, |subtag, case| {
        if !tag.is_empty() {
            tag.push('-');
        }
        for (place, c) in subtag.chars().enumerate() {
            let upper = case == Case::Upper || (case == Case::Title && place == 0);
            tag.push(if upper { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
        }
    })?;
    if let Some((_, preferred)) = irregular(value) {
        tag = String::from(*preferred);
    }
    (tag != given).then_some(tag)
}

fn irregular(value: &str) -> Option<&'static (&'static str, &'static str)> {
    let same = |tag: &str| {
        let fold = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
        tag.bytes().eq(value.bytes().map(fold))
    };
    IRREGULAR.iter().find(|(tag, _)| same(tag))
}

/// What a tag says of its region.
#[derive(PartialEq, Eq)]
enum Region {
    None,
    Known,
    Unknown,
}

/// The case a subtag is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Lower,
    Title,
    Upper,
}

/// What may come next, in the order of the grammar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Language,
    /// How many extended languages there may yet be.
    Extended(u8),
    Region,
    Variant,
    /// Behind a singleton, which needs a subtag.
    Extension,
    /// Behind at least one.
    InExtension,
    /// Behind `x`, which needs a subtag.
    Private,
    InPrivate,
}

/// Reads a well-formed tag; hands over each subtag with its case.
fn read(tag: &str, mut each: impl FnMut(&str, Case)) -> Option<Region> {
    if tag.len() > MAX {
        return None;
    }
    if irregular(tag).is_some() {
        return Some(Region::Known);
    }
    let mut place = Place::Language;
    let mut region = Region::None;
    let mut singletons = 0_u64;
    for (at, subtag) in subtags(tag).enumerate() {
        if !(1..=8).contains(&subtag.len()) || !subtag.bytes().all(|it| it.is_ascii_alphanumeric())
        {
            return None;
        }
        let (next, case) = step(place, subtag)?;
        match next {
            Place::Variant if case == Case::Upper => region = region_of(subtag),
            // Variants start behind the region's place, so an equal subtag before is a variant too.
            Place::Variant if is_repeated(tag, at, subtag) => return None,
            Place::Extension => {
                let bit =
                    1_u64.checked_shl(char::from(*subtag.as_bytes().first()?).to_digit(36)?)?;
                if singletons & bit != 0 {
                    return None;
                }
                singletons |= bit;
            }
            _ => {}
        }
        each(subtag, case);
        place = next;
    }
    (!matches!(place, Place::Language | Place::Extension | Place::Private)).then_some(region)
}

/// What stands between the hyphens of a tag, or the underscores that some write.
const fn subtags(tag: &str) -> Pieces<'_> {
    pieces(tag, |c| matches!(c, '-' | '_'))
}

/// Where a subtag leads to, and its case; `None` where it can't stand.
fn step(place: Place, subtag: &str) -> Option<(Place, Case)> {
    let length = subtag.len();
    let letters = subtag.bytes().all(|it| it.is_ascii_alphabetic());
    let digit_first = subtag.bytes().next().is_some_and(|it| it.is_ascii_digit());
    match place {
        Place::Language => {
            return (letters && (2..=3).contains(&length))
                .then_some((Place::Extended(3), Case::Lower));
        }
        Place::Private | Place::InPrivate => return Some((Place::InPrivate, Case::Lower)),
        Place::Extension | Place::InExtension if length > 1 => {
            return Some((Place::InExtension, Case::Lower));
        }
        Place::Extension => return None,
        _ => {}
    }
    if length == 1 {
        let private = subtag.eq_ignore_ascii_case("x");
        return Some((if private { Place::Private } else { Place::Extension }, Case::Lower));
    }
    let number = length == 3 && subtag.bytes().all(|it| it.is_ascii_digit());
    match place {
        Place::Extended(left) if letters && length == 3 && left > 0 => {
            Some((Place::Extended(left.wrapping_sub(1)), Case::Lower))
        }
        Place::Extended(_) if letters && length == 4 => Some((Place::Region, Case::Title)),
        _ if place <= Place::Region && ((letters && length == 2) || number) => {
            Some((Place::Variant, Case::Upper))
        }
        _ if place <= Place::Variant && (length >= 5 || (length == 4 && digit_first)) => {
            Some((Place::Variant, Case::Lower))
        }
        _ => None,
    }
}

fn is_repeated(tag: &str, at: usize, subtag: &str) -> bool {
    subtags(tag).take(at).any(|earlier| earlier.eq_ignore_ascii_case(subtag))
}

fn region_of(subtag: &str) -> Region {
    let known = match subtag.as_bytes() {
        [first, second] => {
            let upper = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
            core::str::from_utf8(&upper).is_ok_and(|code| Country::from_alpha2(code).is_some())
        }
        _ => parts(AREAS, b' ').any(|area| area == subtag),
    };
    if known { Region::Known } else { Region::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{address::testing, code::Severity};

    #[test]
    fn agrees_with_the_shared_locales() {
        let (mut rows, mut right) = (0, 0);
        for row in testing::shared("locale.tsv") {
            let found = testing::judge(&RULE, &row[0], &[]);
            let refused = found.is_some_and(|it| it.severity == Severity::Error)
                || crate::text::is_blank(&row[0]);
            if refused != (row[1] == "invalid") {
                std::println!("other than the row: {row:?}");
            }
            rows += 1;
            right += i32::from(refused == (row[1] == "invalid"));
        }
        std::println!("{right} of {rows}");
        assert!(right * 1000 >= rows * 995);
    }
}
