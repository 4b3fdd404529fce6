//! A postal code, by the format of the address's country.
//!
//! Source: libaddressinput's patterns and prefixes, mended by `data/place_facts.tsv` (postal authorities and, where none was at hand,
//! Wikipedia's list of postal codes). Case and left-out separators are nobody's business; where a country has had several formats
//! or its list changes, a value that does not fit is only unlikely. Not checked: whether a code is in use.

use alloc::string::{String, ToString};

use crate::{
    address::{self, text::check_hidden},
    code::Code,
    country::Country,
    field::{Rule, Scope},
    field_id::Id,
    finding::{Finding, Param},
    postal::{self, Judged},
    rules::subdivision,
    text::trim,
};

/// The rule of `address.postalCode`.
pub static RULE: Rule = Rule {
    name: "postal_code",
    codes: &[
        Code::TextControlCharacter,
        Code::TextDirectionCharacter,
        Code::PostalCodeFormat,
        Code::PostalCodeUnlikely,
        Code::PostalCodeOtherSubdivision,
        Code::PostalCodeSpacing,
        Code::TextOuterSpace,
    ],
    reads: &[Id::Country, Id::StateCode],
    check,
    canonical,
};

/// An example where there are no codes: what people write who must write something.
const NO_CODE: &str = "00000";

/// Judges a postal code in the address's country; where that is unknown or has no codes, any plausible value passes.
///
/// # Errors
/// `text.control_character`, `text.direction_character`; `postal_code.format` where the country's format is fixed. As warnings,
/// each with an `example`: `postal_code.unlikely`, `postal_code.other_subdivision` (it belongs elsewhere than `stateCode` says),
/// `postal_code.spacing`; `text.outer_space` where there is no format to have spaces in.
///
/// ```
/// use kyc_rules::{code::Code, field::Scope, policy::Policy, rules::postal_code::check};
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let policy = Policy::default();
/// let code = |value| check(value, &Scope::alone(today, &policy)).map_err(|finding| finding.code);
/// assert_eq!(code("94102"), Ok(()));
/// assert_eq!(code("94102\u{7}"), Err(Code::TextControlCharacter));
/// assert_eq!(code("94102\u{202e}"), Err(Code::TextDirectionCharacter));
/// assert_eq!(code("San Francisco, CA 94102"), Err(Code::PostalCodeUnlikely));
/// assert_eq!(code(" 94102"), Err(Code::TextOuterSpace));
/// // `Code::PostalCodeFormat`, `Code::PostalCodeSpacing` and `Code::PostalCodeOtherSubdivision` need a country:
/// // tests/vectors/rules/postal_code.json.
/// ```
pub fn check(value: &str, scope: &Scope<'_>) -> Result<(), Finding> {
    check_hidden(value)?;
    let Some(country) = address::country(scope).filter(|country| postal::has_codes(*country))
    else {
        return if !postal::is_plausible(value) {
            Err(with_example(Code::PostalCodeUnlikely, NO_CODE))
        } else if trim(value).len() != value.len() {
            Err(Code::TextOuterSpace.into())
        } else {
            Ok(())
        };
    };
    let code = match postal::judge(country, value) {
        None if postal::is_fixed(country) => Code::PostalCodeFormat,
        None => Code::PostalCodeUnlikely,
        Some(found) if found.doubtful => Code::PostalCodeUnlikely,
        Some(found) if is_elsewhere(&found, country, scope) => Code::PostalCodeOtherSubdivision,
        Some(found) if found.spaced => Code::PostalCodeSpacing,
        Some(_) => return Ok(()),
    };
    Err(with_example(code, postal::example(country).unwrap_or(NO_CODE)))
}

fn with_example(code: Code, example: &'static str) -> Finding {
    Finding::new(code).with("example", Param::Text(example))
}

/// Whether the code belongs to another subdivision than `stateCode` says.
fn is_elsewhere(found: &Judged, country: Country, scope: &Scope<'_>) -> bool {
    if !postal::has_areas(country) {
        return false;
    }
    let code = scope.text(Id::StateCode).and_then(|text| subdivision::code_of(text, country));
    code.is_some_and(|code| {
        let code = subdivision::text_of(&code);
        postal::belongs(country, code, found.canonical.compact()) == Some(false)
    })
}

/// The code as the country writes it: `sw1a1aa` becomes `SW1A 1AA`, `D-12345` becomes `12345`.
#[must_use]
pub fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    let form = match address::country(scope).filter(|country| postal::has_codes(*country)) {
        Some(country) => postal::judge(country, value)?.canonical.as_str().to_string(),
        None => trim(value).to_string(),
    };
    (form != value).then_some(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{address::testing, code::Severity};

    #[test]
    fn agrees_with_the_shared_postal_codes() {
        let (mut rows, mut right) = (0, 0);
        for row in testing::shared("postal.tsv") {
            let found = testing::judge(&RULE, &row[1], &[(Id::Country, &row[0])]);
            // A blank is the engine's to say.
            let fits = match row[2].as_str() {
                "valid" => found.is_none_or(|it| it.severity != Severity::Error),
                _ => found.is_some() || crate::text::is_blank(&row[1]),
            };
            if !fits {
                std::println!("other than the row: {row:?}");
            }
            rows += 1;
            right += i32::from(fits);
        }
        std::println!("{right} of {rows}");
        assert!(right * 100 >= rows * 99);
    }
}
