//! The code of a subdivision of the address's country: what stands behind the hyphen in ISO 3166-2.
//!
//! Source: ISO 3166-2 as npm `iso-3166` 4.4.0 lists it; the US armed forces' `AA AE AP` and the freely associated states as
//! libaddressinput has them. Where the country is unknown or absent only the shape is judged. Not checked: whether the address lies
//! there.

use alloc::string::{String, ToString};

use crate::{
    address::{self, fold::narrow, text::check_hidden},
    code::{Code, Severity},
    country::Country,
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
    scan::{cut_where, has, without_end},
    subdivision::Standing,
    text::trim,
};

/// The rule of `address.stateCode`.
pub static RULE: Rule = Rule {
    name: "subdivision",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::SubdivisionUnknown,
        Code::SubdivisionLowerCase,
        Code::SubdivisionPrefixed,
        Code::SubdivisionFormer,
        Code::SubdivisionIsName,
        Code::SubdivisionNotUsed,
        Code::TextOuterSpace,
    ],
    reads: &[Id::Country],
    check,
    canonical,
};

/// What stands behind a country's prefix.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// What a value says, in a country or without one.
enum Read {
    /// A code, as it should be written.
    Code(Tidy),
    /// A code of former days.
    Former(Option<&'static str>),
    /// One to three letters and digits that are no code of the country.
    Unknown,
    /// More than a code: a name, most likely.
    Name,
    /// A value where the country has no subdivisions.
    NotUsed,
}

/// A code in capital letters, without the country, and what had to be done for it.
struct Tidy {
    bytes: [u8; 3],
    used: u8,
    prefixed: bool,
    lower: bool,
}

impl Tidy {
    fn as_str(&self) -> &str {
        self.bytes
            .get(..usize::from(self.used))
            .and_then(|it| core::str::from_utf8(it).ok())
            .unwrap_or("")
    }

    /// One to three letters and digits behind a country's prefix, if it has one; `Err` with the country of another prefix.
    fn read(text: &str, country: Option<Country>) -> Option<Self> {
        // What is shorter has no room for a prefix.
        let parts = if text.len() < 3 { None } else { cut_where(text, |c| HYPHENS.contains(&c)) };
        let (prefix, code) = match parts {
            Some((prefix, code)) => (Some(prefix), code),
            None => (None, text),
        };
        if let Some(prefix) = prefix {
            let named = Country::meant(prefix)?;
            if country.is_some_and(|country| country != named) {
                return None;
            }
        }
        let mut tidy = Self { bytes: [0; 3], used: 0, prefixed: prefix.is_some(), lower: false };
        for c in code.chars() {
            let upper = narrow(c).to_ascii_uppercase();
            if !upper.is_ascii_alphanumeric() {
                return None;
            }
            tidy.lower |= upper != c;
            *tidy.bytes.get_mut(usize::from(tidy.used))? = u8::try_from(upper).ok()?;
            tidy.used = tidy.used.checked_add(1)?;
        }
        (tidy.used > 0).then_some(tidy)
    }
}

fn read(value: &str, country: Option<Country>) -> Read {
    let text = trim(value);
    let Some(tidy) = Tidy::read(text, country) else {
        let codelike = text.len() <= 6
            && has(text, b'-')
            && text.bytes().all(|it| it == b'-' || it.is_ascii_alphanumeric());
        return match country {
            Some(country) if country.subdivisions().is_empty() => Read::NotUsed,
            _ if codelike || !text.chars().any(address::text::is_word_char) => Read::Unknown,
            _ => Read::Name,
        };
    };
    let Some(country) = country else { return Read::Code(tidy) };
    let subdivisions = country.subdivisions();
    match subdivisions.standing(tidy.as_str()) {
        Standing::Iso | Standing::InUse => Read::Code(tidy),
        Standing::Former(today) => Read::Former(today),
        Standing::Unknown if subdivisions.is_empty() => Read::NotUsed,
        Standing::Unknown => Read::Unknown,
    }
}

/// Judges a subdivision's code in the address's country.
///
/// # Errors
/// `text.control_character`, `text.direction_character`; `subdivision.unknown` and `subdivision.is_name`, errors where the
/// country's list is closed and warnings elsewhere; as warnings `subdivision.former`, with the `suggestion` where there is one,
/// `subdivision.prefixed`, `subdivision.lower_case`, `subdivision.not_used` and `text.outer_space`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::subdivision::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("CA"), Ok(()));
/// assert_eq!(code("C\u{0}A"), Err(Code::TextControlCharacter));
/// assert_eq!(code("C\u{202e}A"), Err(Code::TextDirectionCharacter));
/// assert_eq!(code("?"), Err(Code::SubdivisionUnknown));
/// assert_eq!(code("ca"), Err(Code::SubdivisionLowerCase));
/// assert_eq!(code("US-CA"), Err(Code::SubdivisionPrefixed));
/// assert_eq!(code("California"), Err(Code::SubdivisionIsName));
/// assert_eq!(code("CA "), Err(Code::TextOuterSpace));
/// // `Code::SubdivisionFormer` and `Code::SubdivisionNotUsed` need a country: tests/vectors/rules/subdivision.json.
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    check_hidden(value)?;
    let country = address::country(scope);
    let closed = country.is_some_and(|country| country.subdivisions().is_closed());
    let unlisted = |code: Code| {
        let severity = if closed { Severity::Error } else { Severity::Warning };
        Finding::new(code).weighing(severity)
    };
    Err(match read(value, country) {
        Read::Code(tidy) if tidy.prefixed => Code::SubdivisionPrefixed.into(),
        Read::Code(tidy) if tidy.lower => Code::SubdivisionLowerCase.into(),
        Read::Code(_) if trim(value).len() != value.len() => Code::TextOuterSpace.into(),
        Read::Code(_) => return Ok(()),
        Read::Former(None) => Code::SubdivisionFormer.into(),
        Read::Former(Some(today)) => suggesting(Code::SubdivisionFormer.into(), Some(today)),
        Read::Unknown => unlisted(Code::SubdivisionUnknown),
        Read::Name => suggesting(unlisted(Code::SubdivisionIsName), by_name(value, country)),
        Read::NotUsed => Code::SubdivisionNotUsed.into(),
    })
}

fn suggesting(finding: Finding, code: Option<&'static str>) -> Finding {
    match code {
        Some(code) => finding.with("suggestion", Param::Text(code)),
        None => finding,
    }
}

/// The code of a name, where only one subdivision goes by it.
#[cfg(feature = "subdivision-names")]
fn by_name(value: &str, country: Option<Country>) -> Option<&'static str> {
    let subdivisions = country?.subdivisions();
    let mut named = subdivisions.by_name(trim(value));
    let first = named.next()?;
    named.all(|other| other.code == first.code).then_some(first.code)
}

#[cfg(not(feature = "subdivision-names"))]
fn by_name(_: &str, _: Option<Country>) -> Option<&'static str> {
    None
}

/// The code in capital letters, without the country; today's for a former one and, with the feature `subdivision-names`, that of
/// a name.
#[must_use]
pub fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    let country = address::country(scope);
    let read = read(value, country);
    let code = match &read {
        Read::Code(tidy) => tidy.as_str(),
        Read::Former(today) => (*today)?,
        Read::Name => by_name(value, country)?,
        Read::Unknown | Read::NotUsed => return None,
    };
    (code != value).then(|| code.to_string())
}

/// The code of a value, for comparing: that of today, or none.
pub(crate) fn code_of(value: &str, country: Country) -> Option<[u8; 3]> {
    match read(value, Some(country)) {
        Read::Code(tidy) => Some(tidy.bytes),
        Read::Former(Some(today)) => {
            let mut bytes = [0; 3];
            for (place, byte) in bytes.iter_mut().zip(today.bytes()) {
                *place = byte;
            }
            Some(bytes)
        }
        _ => None,
    }
}

/// [`code_of`] as text.
pub(crate) fn text_of(code: &[u8; 3]) -> &str {
    without_end(core::str::from_utf8(code).unwrap_or(""), b'\0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::testing;

    #[test]
    fn agrees_with_the_shared_subdivisions() {
        let mut rows = 0;
        for row in testing::shared("subdivision.tsv") {
            let found = testing::judge(&RULE, &row[1], &[(Id::Country, &row[0])]);
            let right = match row[2].as_str() {
                "valid" => found.is_none_or(|it| it.severity != Severity::Error),
                _ => found.is_some(),
            };
            assert!(right, "{row:?}");
            rows += 1;
        }
        std::println!("{rows} rows");
    }
}
