//! `serde_json::Value` as a source. Feature `serde_json`.
//!
//! A `Value` has lost what only text has: keys said twice (the last one stands) and half surrogate pairs (refused on parsing).

use serde_json::{Map, Value};

use crate::{
    code::Code,
    fields::{FIELDS, Form, Id, Parent},
    json::limited,
    policy::Limits,
    record::{Document, Record, Slot},
    source::unknown::Unknown,
};

/// Reads a payload, or the envelope `{"kycData": …}` of the guide's PATCH.
#[must_use]
pub fn read<'a>(value: &'a Value, form: Form, limits: &Limits) -> Record<'a> {
    let mut record = Record { root: slot(value), ..Record::EMPTY };
    if !within(value, limits.depth) {
        record.unreadable = Some(limited(Code::JsonTooDeep, limits.depth));
    } else if let Value::Object(map) = value {
        object(map, form.parent(), None, &mut record);
    }
    record
}

fn within(value: &Value, depth: usize) -> bool {
    let Some(below) = depth.checked_sub(1) else {
        return !matches!(value, Value::Array(_) | Value::Object(_));
    };
    match value {
        Value::Array(list) => list.iter().all(|value| within(value, below)),
        Value::Object(map) => map.values().all(|value| within(value, below)),
        _ => true,
    }
}

fn slot(value: &Value) -> Slot<'_> {
    match value {
        Value::Null => Slot::Null,
        Value::Bool(flag) => Slot::Flag(*flag),
        Value::Number(_) => Slot::Number,
        Value::String(text) => Slot::of(text.as_str()),
        Value::Array(_) => Slot::List,
        Value::Object(_) => Slot::Object,
    }
}

fn object<'a>(
    map: &'a Map<String, Value>,
    parent: Parent,
    document: Option<usize>,
    record: &mut Record<'a>,
) {
    let mut unknown = Unknown::default();
    for (key, value) in map {
        let known = FIELDS.iter().find(|field| field.parent == parent && field.key == key);
        match (known, value) {
            (Some(field), value) => {
                if let Some(place) = record.slot_mut(field.id, document) {
                    *place = slot(value);
                }
                match (field.id, value) {
                    (Id::Address, Value::Object(map)) => object(map, Parent::Address, None, record),
                    (Id::Documents, Value::Array(list)) => documents(list, record),
                    _ => {}
                }
            }
            (None, Value::Object(map)) if parent == Parent::Kyc && key == "kycData" => {
                object(map, parent, None, record);
            }
            (None, _) => unknown.count(parent, key),
        }
    }
    unknown.report(parent, document, record);
}

fn documents<'a>(list: &'a [Value], record: &mut Record<'a>) {
    for (at, value) in list.iter().enumerate() {
        record.documents.push(Document { entry: slot(value), ..Document::default() });
        if let Value::Object(map) = value {
            object(map, Parent::Document, Some(at), record);
        }
    }
}
