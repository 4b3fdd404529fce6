//! A value out of a closed list, spelled as the list spells it.
//!
//! Source: KYC integration guide, "Employment and financial" and "Required document types"; spellings of other providers as
//! `fields.rs` lists them. Not checked: whether the answer is true.

use alloc::string::{String, ToString};

use crate::{
    code::Code,
    field::Choices,
    field_id::Id,
    finding::{Finding, Param},
    near::nearest,
    policy::Policy,
    text,
};

/// Judges a choice: one of the values or of their known other spellings. Gives [`Code::ChoiceUnknown`] with `allowed` and,
/// where one is near, `nearest`.
///
/// # Errors
/// The finding.
pub fn check(value: &str, id: Id, choices: &Choices, policy: &Policy) -> Result<(), Finding> {
    let of_policy =
        id == Id::NationalIdType && policy.national_id_types.iter().any(|own| own == value);
    if of_policy || meant(value, choices).is_some() {
        return Ok(());
    }
    let finding =
        Finding::new(Code::ChoiceUnknown).with("allowed", Param::List(choices.values.to_vec()));
    Err(match nearest(text::trim(value), choices.values.iter().copied()) {
        Some(near) => finding.with("nearest", Param::Text(near)),
        None => finding,
    })
}

/// The listed value: for a known other spelling, and for one that differs only by case, separators or outer space.
#[must_use]
pub fn canonical(value: &str, choices: &Choices) -> Option<String> {
    // As nearly every value is: no listed one has another form.
    if choices.values.contains(&value) {
        return None;
    }
    let tidy = |text: &str| -> String {
        let words = text::trim(text)
            .chars()
            .map(|c| if matches!(c, ' ' | '-') { '_' } else { c.to_ascii_uppercase() });
        words.filter(|c| !matches!(c, '\'' | '’')).collect()
    };
    let word = tidy(value);
    meant(&word, choices).filter(|listed| *listed != value).map(ToString::to_string)
}

/// The listed value that a spelling stands for; `None` for one the list does not know.
#[must_use]
pub fn meant(value: &str, choices: &Choices) -> Option<&'static str> {
    let listed = choices.values.iter().find(|listed| **listed == value).copied();
    listed.or_else(|| {
        choices.aliases.iter().find(|(other, _)| *other == value).map(|(_, listed)| *listed)
    })
}
