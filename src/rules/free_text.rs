//! A short text in the customer's own words, an occupation say: any script, digits, punctuation.
//!
//! Source: KYC integration guide, "Employment and financial": `mostRecentOccupation`, a string; the Unicode Standard's general
//! categories. Not checked: what the text says.

use alloc::string::String;

use crate::{
    ascii::Seen,
    code::Code,
    field::{Rule, Scope},
    finding::Finding,
    text,
    unicode::{Class, class},
};

/// The rule.
pub static RULE: Rule = Rule {
    name: "free_text",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::TextNoLetterOrDigit,
        Code::TextMarkup,
        Code::TextOuterSpace,
    ],
    reads: &[],
    check,
    canonical,
};

/// Judges a text.
///
/// # Errors
/// The finding: an error, else the weightiest warning.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::free_text::check};
/// let policy = Policy::DEFAULT;
/// let scope = Scope::alone(time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap(), &policy);
/// let code = |text| check(text, &scope).err().map(|finding| finding.code);
/// assert_eq!(code("Assistant manager (shift 2), R&D"), None);
/// assert_eq!(code("Teacher\0"), Some(Code::TextControlCharacter));
/// assert_eq!(code("\u{202e}rehcaeT"), Some(Code::TextDirectionCharacter));
/// assert_eq!(code("---"), Some(Code::TextNoLetterOrDigit));
/// assert_eq!(code("<b>Teacher</b>"), Some(Code::TextMarkup));
/// assert_eq!(code("Teacher "), Some(Code::TextOuterSpace));
/// ```
pub fn check(value: &str, _: &Scope<'_>) -> Result<(), Finding> {
    let seen = Seen::of(value);
    if !seen.is_plain()
        && let Some(code) = text::forbidden(value)
    {
        return Err(code.into());
    }
    let says_something = |c: char| !c.is_ascii() && says_something(class(c));
    if !seen.any(Seen::LETTER.or(Seen::DIGIT)) && !value.chars().any(says_something) {
        return Err(Code::TextNoLetterOrDigit.into());
    }
    if seen.any(Seen::MARKUP) {
        return Err(Code::TextMarkup.into());
    }
    if text::trim(value).len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    Ok(())
}

const fn says_something(class: Class) -> bool {
    matches!(class, Class::Number) || class.is_letter()
}

/// The text trimmed, with single spaces, and without the characters that show nothing.
fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    text::tidy(value)
}
