//! Not written yet.
use crate::{
    code::Code,
    field::{Finding, Rule, Scope, no_canonical},
};
/// The rule.
pub static RULE: Rule = Rule {
    name: "document_number",
    codes: &[Code::TextTooLong],
    reads: &[],
    check,
    canonical: no_canonical,
};
/// Judges a value.
///
/// # Errors
/// None yet.
pub fn check(_: &str, _: &Scope<'_>) -> Result<(), Finding> {
    Ok(())
}
