//! What a caller who asks about a number of a scheme is told, as JSON: the same bytes from the command line and from wasm.

use alloc::string::String;

use super::scheme;
use crate::code::{Code, Severity};

/// The reasons that a scheme can give, each with its name: beside the table of all reasons, so that wasm need not carry their
/// words.
static REASONS: [(Code, &str); 4] = [
    named(Code::NationalIdFormat),
    named(Code::NationalIdCheckDigit),
    named(Code::NationalIdNotIssued),
    named(Code::NationalIdPlaceholder),
];

const fn named(code: Code) -> (Code, &'static str) {
    (code, code.name())
}

fn name_of(code: Code) -> &'static str {
    REASONS.iter().find(|(reason, _)| *reason == code).map_or("", |(_, name)| name)
}

/// Judges a number by a scheme's name: `{"valid","severity","code","normalized"}`, without `valid` where there is no such scheme.
/// `valid` is strict: advisory checks count too. `severity` is what a field would get. `normalized` is the number that the
/// caller gave, without separators.
///
/// ```
/// use kyc_rules::national_id::answer;
/// assert_eq!(
///     answer("BR.cpf", "111.444.777-35"),
///     r#"{"valid":true,"severity":null,"code":null,"normalized":"11144477735"}"#
/// );
/// assert_eq!(answer("XX.none", "1"), r#"{"severity":null,"code":null,"normalized":null}"#);
/// ```
#[must_use]
pub fn answer(name: &str, value: &str) -> String {
    let mut out = String::with_capacity(80);
    out.push('{');
    let Some(scheme) = scheme(name) else {
        out.push_str("\"severity\":null,\"code\":null,\"normalized\":null}");
        return out;
    };
    let outcome = scheme.check(value);
    out.push_str(if outcome.valid { "\"valid\":true" } else { "\"valid\":false" });
    let normalized = outcome.normalized();
    let members = [
        (",\"severity\":", outcome.severity.map_or("", Severity::name)),
        (",\"code\":", outcome.code.map_or("", name_of)),
        (",\"normalized\":", normalized.as_str()),
    ];
    for (key, text) in members {
        out.push_str(key);
        if text.is_empty() {
            out.push_str("null");
        } else {
            // None of them has a character that JSON would have escaped: a number is of letters and digits by now.
            for part in ["\"", text, "\""] {
                out.push_str(part);
            }
        }
    }
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::national_id::all;

    #[test]
    fn every_reason_of_every_scheme_has_its_name() {
        for scheme in all() {
            let example = scheme.example();
            for at in (0..example.len()).filter(|at| example.is_char_boundary(*at)) {
                for put in ["", "0", "1", "9", "A", "\"", "\\", "<"] {
                    let mut number = example.to_owned();
                    number.replace_range(at..=at, put);
                    let code = scheme.check(&number).code;
                    assert_eq!(code.map(name_of), code.map(Code::name), "{}", scheme.name());
                    let said = answer(scheme.name(), &number);
                    assert!(serde_json::from_str::<serde_json::Value>(&said).is_ok(), "{said}");
                }
            }
        }
    }
}
