//! A city, town or village: a name in any script. Digits are fine (`6 October City`, `100 Mile House`).
//!
//! Source: the guide, "Required data fields". Not checked: whether there is such a place.

use alloc::string::String;

use crate::{
    address::{
        fold::digit,
        text::{self, is_word_char},
    },
    code::Code,
    field::{Rule, Scope},
    finding::Finding,
};

/// The rule of `address.city`.
pub static RULE: Rule = Rule {
    name: "city",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::TextNoLetterOrDigit,
        Code::CityNoLetter,
        Code::TextNotUnicode,
        Code::TextMarkup,
        Code::TextOuterSpace,
    ],
    reads: &[],
    check,
    canonical,
};

/// Judges a city's name.
///
/// # Errors
/// `text.control_character`, `text.direction_character`, `text.no_letter_or_digit`; as warnings `city.no_letter`,
/// `text.direction_character` (a mark that only orders the text), `text.not_unicode`, `text.markup`, `text.outer_space`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::city::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("San Francisco"), Ok(()));
/// assert_eq!(code("San\u{0}Francisco"), Err(Code::TextControlCharacter));
/// assert_eq!(code("San\u{2066}Francisco"), Err(Code::TextDirectionCharacter));
/// assert_eq!(code("..."), Err(Code::TextNoLetterOrDigit));
/// assert_eq!(code("94102"), Err(Code::CityNoLetter));
/// assert_eq!(code("M\u{fffd}nchen"), Err(Code::TextNotUnicode));
/// assert_eq!(code("<i>Paris"), Err(Code::TextMarkup));
/// assert_eq!(code(" Paris"), Err(Code::TextOuterSpace));
/// ```
pub fn check(value: &str, _: &Scope<'_>) -> Result<(), Finding> {
    text::check(value, |city| {
        if city.chars().any(|c| is_word_char(c) && digit(c).is_none()) {
            Ok(())
        } else {
            Err(Code::CityNoLetter.into())
        }
    })
}

/// Trimmed, without marks that only order the text.
#[must_use]
pub fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    text::canonical(value)
}
