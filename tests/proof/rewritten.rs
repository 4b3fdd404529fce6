//! The same JSON in other words: another order of keys, strings written otherwise.

use serde_json::Value;

/// A string as JSON has it.
pub(crate) fn plain(text: &str) -> String {
    Value::from(text).to_string()
}

/// Puts the members of an object into an order.
pub(crate) type Order<'a> = dyn FnMut(&mut [(&String, &Value)]) + 'a;

/// JSON text with the members of each object in the order that `order` gives them, and each string as `string` writes it.
pub(crate) fn write(
    value: &Value,
    order: &mut Order<'_>,
    string: &dyn Fn(&str) -> String,
) -> String {
    match value {
        Value::String(text) => string(text),
        Value::Array(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|entry| write(entry, order, string)).collect();
            format!("[{}]", entries.join(","))
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            order(&mut members);
            let members: Vec<String> = members
                .into_iter()
                .map(|(key, value)| format!("{}:{}", string(key), write(value, order, string)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        other => other.to_string(),
    }
}
