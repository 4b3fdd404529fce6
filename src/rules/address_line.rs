//! A line of an address: street, house, flat. Where a person lives, so no post-office box and no private mailbox.
//!
//! Source: the guide, "Required data fields"; the boxes as `address::po_box` lists them. Boxes of the US armed forces (APO, FPO,
//! DPO; `stateCode` AA, AE, AP) are the only address their people have and pass. Not checked: whether the address exists.

use alloc::string::String;

use crate::{
    address::{self, po_box, text},
    code::Code,
    country::Country,
    field::{Rule, Scope},
    field_id::Id,
    finding::Finding,
    text::trim,
};

/// The rule of `address.addressLine1` and `addressLine2`.
pub static RULE: Rule = Rule {
    name: "address_line",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::TextNoLetterOrDigit,
        Code::AddressPoBox,
        Code::AddressPrivateMailbox,
        Code::TextNotUnicode,
        Code::TextMarkup,
        Code::TextOuterSpace,
    ],
    reads: &[Id::Country, Id::StateCode, Id::City],
    check,
    canonical,
};

/// Judges a line.
///
/// # Errors
/// `text.control_character`, `text.direction_character`, `text.no_letter_or_digit`; as warnings `address.po_box`,
/// `address.private_mailbox`, `text.direction_character` (a mark that only orders the text), `text.not_unicode`, `text.markup`,
/// `text.outer_space`.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::address_line::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("123 Main Street"), Ok(()));
/// assert_eq!(code("123 Main\u{0}Street"), Err(Code::TextControlCharacter));
/// assert_eq!(code("123 \u{202e}Main Street"), Err(Code::TextDirectionCharacter));
/// assert_eq!(code("#"), Err(Code::TextNoLetterOrDigit));
/// assert_eq!(code("P.O. Box 123"), Err(Code::AddressPoBox));
/// assert_eq!(code("PMB 123"), Err(Code::AddressPrivateMailbox));
/// assert_eq!(code("Stra\u{fffd}e 1"), Err(Code::TextNotUnicode));
/// assert_eq!(code("<b>1 Main St</b>"), Err(Code::TextMarkup));
/// assert_eq!(code("1 Main St "), Err(Code::TextOuterSpace));
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    text::check(value, |line| {
        let country = address::country(scope).map_or("", Country::alpha2);
        match po_box::find(line, country) {
            Some(code) if !is_military(scope) => Err(code.into()),
            _ => Ok(()),
        }
    })
}

fn is_military(scope: &Scope<'_>) -> bool {
    let among = |id, words: [&str; 3]| {
        scope
            .text(id)
            .is_some_and(|text| words.iter().any(|word| trim(text).eq_ignore_ascii_case(word)))
    };
    among(Id::StateCode, ["AA", "AE", "AP"]) || among(Id::City, ["APO", "FPO", "DPO"])
}

/// Trimmed, without marks that only order the text; line breaks become spaces.
#[must_use]
pub fn canonical(value: &str, _: &Scope<'_>) -> Option<String> {
    text::canonical(value)
}
