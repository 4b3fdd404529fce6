//! What a PATCH does to stored data: objects merge, lists replace, `null` removes.
//!
//! Source: RFC 7396 (JSON Merge Patch), 2. The guide leaves it open; its RFI sample sends `documents` alone.

use crate::lifecycle::value::Value;

/// Applies a patch.
///
/// ```
/// use kyc_rules::{lifecycle::{patch::merge, value::Value}, policy::Limits};
/// let parse = |text| Value::parse(text, &Limits::DEFAULT).unwrap();
/// let mut stored = parse(r#"{"address":{"city":"Bonn","state":"NW"},"documents":[1,2]}"#);
/// merge(&mut stored, parse(r#"{"address":{"state":null},"documents":[3]}"#));
/// assert_eq!(stored.to_json(), r#"{"address":{"city":"Bonn"},"documents":[3]}"#);
/// ```
// Recursion: as deep as the patch, which the reader's limit of depth bounds.
pub fn merge(target: &mut Value, patch: Value) {
    let Value::Object(members) = patch else {
        *target = patch;
        return;
    };
    if !matches!(target, Value::Object(_)) {
        *target = Value::EMPTY;
    }
    let Value::Object(stored) = target else { return };
    for (key, value) in members {
        match (stored.iter().position(|(name, _)| *name == key), value) {
            (None, Value::Null) => {}
            (Some(at), Value::Null) => {
                stored.remove(at);
            }
            (Some(at), value) => {
                if let Some((_, old)) = stored.get_mut(at) {
                    merge(old, value);
                }
            }
            (None, value) => {
                let mut fresh = Value::Null;
                merge(&mut fresh, value);
                stored.push((key, fresh));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Limits;

    /// RFC 7396, Appendix A.
    const VECTORS: [(&str, &str, &str); 15] = [
        (r#"{"a":"b"}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
        (r#"{"a":"b"}"#, r#"{"b":"c"}"#, r#"{"a":"b","b":"c"}"#),
        (r#"{"a":"b"}"#, r#"{"a":null}"#, "{}"),
        (r#"{"a":"b","b":"c"}"#, r#"{"a":null}"#, r#"{"b":"c"}"#),
        (r#"{"a":["b"]}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
        (r#"{"a":"c"}"#, r#"{"a":["b"]}"#, r#"{"a":["b"]}"#),
        (r#"{"a":{"b":"c"}}"#, r#"{"a":{"b":"d","c":null}}"#, r#"{"a":{"b":"d"}}"#),
        (r#"{"a":[{"b":"c"}]}"#, r#"{"a":[1]}"#, r#"{"a":[1]}"#),
        (r#"["a","b"]"#, r#"["c","d"]"#, r#"["c","d"]"#),
        (r#"{"a":"b"}"#, r#"["c"]"#, r#"["c"]"#),
        (r#"{"a":"foo"}"#, "null", "null"),
        (r#"{"a":"foo"}"#, r#""bar""#, r#""bar""#),
        (r#"{"e":null}"#, r#"{"a":1}"#, r#"{"e":null,"a":1}"#),
        (r"[1,2]", r#"{"a":"b","c":null}"#, r#"{"a":"b"}"#),
        ("{}", r#"{"a":{"bb":{"ccc":null}}}"#, r#"{"a":{"bb":{}}}"#),
    ];

    #[test]
    fn the_rfcs_own_examples() {
        for (original, patch, result) in VECTORS {
            let parse = |text| Value::parse(text, &Limits::DEFAULT).unwrap();
            let mut value = parse(original);
            merge(&mut value, parse(patch));
            assert_eq!(value.to_json(), result, "{original} {patch}");
        }
    }
}
