//! What a caller who asks about a number of a scheme is told, as JSON: the same bytes from the command line and from wasm.

use alloc::string::String;

use super::scheme;
use crate::{
    code::{Code, Severity},
    report::write_string,
};

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
        (",\"severity\":", outcome.severity.map(Severity::name)),
        (",\"code\":", outcome.code.map(Code::name)),
        (",\"normalized\":", Some(normalized.as_str()).filter(|text| !text.is_empty())),
    ];
    for (key, text) in members {
        out.push_str(key);
        match text {
            Some(text) => write_string(&mut out, text),
            None => out.push_str("null"),
        }
    }
    out.push('}');
    out
}
