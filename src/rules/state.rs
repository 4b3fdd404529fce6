//! The name of a state, province, prefecture …, in any language.
//!
//! Source: the guide, "Required data fields". With the feature `subdivision-names` (off in the browser: 90 KB) a name of another
//! subdivision than `stateCode` is noticed; without it, a code of another is. Not checked: whether a name that is not in
//! ISO 3166-2's English and local lists is one.

use alloc::string::String;

#[cfg(feature = "subdivision-names")]
use crate::{address::fold::same_words, subdivision::names::Named};
use crate::{
    address::{self, text},
    code::Code,
    country::Country,
    field::{Rule, Scope},
    field_id::Id,
    finding::Finding,
    rules::subdivision,
};

/// The rule of `address.state`.
pub static RULE: Rule = Rule {
    name: "state",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::TextNoLetterOrDigit,
        Code::StateMismatch,
        Code::TextNotUnicode,
        Code::TextMarkup,
        Code::TextOuterSpace,
    ],
    reads: &[Id::Country, Id::StateCode],
    check,
    canonical,
};

/// Judges a state's name.
///
/// # Errors
/// `text.control_character`, `text.direction_character`, `text.no_letter_or_digit`; as warnings `state.mismatch`,
/// `text.direction_character` (a mark that only orders the text), `text.not_unicode`, `text.markup`, `text.outer_space`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::state::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("California"), Ok(()));
/// assert_eq!(code("Cali\u{0}fornia"), Err(Code::TextControlCharacter));
/// assert_eq!(code("Cali\u{202e}fornia"), Err(Code::TextDirectionCharacter));
/// assert_eq!(code("---"), Err(Code::TextNoLetterOrDigit));
/// assert_eq!(code("Ni\u{fffd}is"), Err(Code::TextNotUnicode));
/// assert_eq!(code("<b>California"), Err(Code::TextMarkup));
/// assert_eq!(code("California "), Err(Code::TextOuterSpace));
/// // `Code::StateMismatch` needs a state code: tests/vectors/rules/state.json.
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    text::check(value, |state| {
        if !may_be_known(state) {
            return Ok(());
        }
        let country = address::country(scope);
        let code = country
            .zip(scope.text(Id::StateCode))
            .and_then(|(country, text)| subdivision::code_of(text, country));
        match country.zip(code) {
            Some((country, code)) if differs(state, subdivision::text_of(&code), country) => {
                Err(Code::StateMismatch.into())
            }
            _ => Ok(()),
        }
    })
}

/// Whether a state is surely another than the code's.
fn differs(state: &str, code: &str, country: Country) -> bool {
    if let Some(other) = subdivision::code_of(state, country) {
        return !related(country, subdivision::text_of(&other), code);
    }
    is_name_of_another(state, code, country)
}

/// Whether a text can be found in a list of ours: any where the names are in, else a code.
fn may_be_known(state: &str) -> bool {
    cfg!(feature = "subdivision-names") || state.len() <= 7
}

#[cfg(feature = "subdivision-names")]
fn related(country: Country, one: &str, other: &str) -> bool {
    country.subdivisions().related(one, other)
}

/// Without the names nothing is known of what lies in what: only numbers and equal lengths are compared.
#[cfg(not(feature = "subdivision-names"))]
fn related(country: Country, one: &str, other: &str) -> bool {
    one == other || !country.subdivisions().is_closed()
}

#[cfg(feature = "subdivision-names")]
fn is_name_of_another(state: &str, code: &str, country: Country) -> bool {
    let subdivisions = country.subdivisions();
    let mut named = subdivisions.by_name(state).peekable();
    // Lima is a region, and what the Municipalidad Metropolitana de Lima is called.
    let own = subdivisions.named().filter(|it| it.code == code);
    let ends_with_it = |name: &str| {
        let mut ends = name.match_indices(' ').filter_map(|(at, _)| name.get(at..));
        ends.any(|end| same_words(end, state))
    };
    named.peek().is_some()
        && named.all(|it| !subdivisions.related(it.code, code))
        && !own.flat_map(Named::names).any(ends_with_it)
}

#[cfg(not(feature = "subdivision-names"))]
fn is_name_of_another(_: &str, _: &str, _: Country) -> bool {
    false
}

/// Trimmed, without marks that only order the text.
#[must_use]
pub fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    text::canonical(value)
}
