//! What the ways of reading a payload share, where mutants showed that nobody looked: limits to the byte, serde's less usual shapes.

use kyc_rules::{
    code::Code,
    field_id::{Form, Id},
    finding::Param,
    policy::{Limits, Policy},
    record::{Record, Slot},
    source::{any, json, packed},
};
use serde::{
    Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer, StrDeserializer},
    },
};

fn is_too_large(record: &Record<'_>) -> bool {
    record.unreadable.as_ref().is_some_and(|finding| finding.code == Code::JsonTooLarge)
}

#[test]
fn a_text_may_be_as_long_as_the_limit_says() {
    let limits = Limits { text: 20, ..Policy::default().limits };
    for (length, too_large) in [(19, false), (20, false), (21, true)] {
        let text = format!("{{{:1$}}}", "", length - 2);
        assert_eq!(is_too_large(&json::read(&text, Form::Kyc, &limits)), too_large, "{length}");
        assert_eq!(
            is_too_large(&json::read_bytes(text.as_bytes(), Form::Kyc, &limits)),
            too_large,
            "{length}"
        );
    }
}

/// Values as some formats hand them over: in a newtype or an option, left out, owned, or no text at all.
enum Odd<'de> {
    Newtype(&'de str),
    Some(&'de str),
    Nothing,
    Owned(&'de str),
    Bytes(&'de [u8]),
}

impl<'de> Deserializer<'de> for Odd<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Newtype(text) => visitor.visit_newtype_struct(StrDeserializer::new(text)),
            Self::Some(text) => visitor.visit_some(StrDeserializer::new(text)),
            Self::Nothing => visitor.visit_none(),
            Self::Owned(text) => visitor.visit_string(text.to_owned()),
            Self::Bytes(bytes) => visitor.visit_bytes(bytes),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for Odd<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn a_text_is_what_it_is_however_it_comes() {
    for odd in [Odd::Newtype("US"), Odd::Some("US"), Odd::Owned("US")] {
        let map = MapDeserializer::new([("nationality", odd)].into_iter());
        let record = any::read(map, Form::Kyc, &Policy::default().limits).unwrap();
        assert_eq!(record.slot(Id::Nationality, None).text(), Some("US"));
    }
}

/// Bytes are a list of numbers in JSON: no field's type, and no text.
#[test]
fn bytes_are_a_list() {
    let map = MapDeserializer::new([("nationality", Odd::Bytes(b"US"))].into_iter());
    let record = any::read(map, Form::Kyc, &Policy::default().limits).unwrap();
    assert_eq!(*record.slot(Id::Nationality, None), Slot::List);
}

/// The whole body of a PATCH has the data under `kycData`; within an object that is not the payload the key says nothing.
#[test]
fn a_key_of_that_name_elsewhere_is_no_payload() {
    let limits = Policy::default().limits;
    let of = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let record = any::value(&value, Form::Kyc, &limits);
        record.slot(Id::Nationality, None).text().map(str::to_owned)
    };
    assert_eq!(of(r#"{"kycData":{"nationality":"US"}}"#).as_deref(), Some("US"));
    assert_eq!(of(r#"{"address":{"kycData":{"nationality":"US"}}}"#), None);
    assert_eq!(of(r#"{"other":{"nationality":"US"}}"#), None);
}

/// It is a key like any other where it holds no object: what is met on the way is what JSON text's reader meets.
#[test]
fn what_is_met_on_the_way_is_what_json_text_s_reader_meets() {
    let limits = Policy::default().limits;
    for text in [
        r#"{"kycData":{"nationality":"US"}}"#,
        r#"{"kycData":5}"#,
        r#"{"kycData":{"nationality":"US","other":1}}"#,
        r#"{"address":{"kycData":{}}}"#,
        r#"{"documents":[{"kycData":{}},{"kind":"x"}]}"#,
    ] {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let of_text = json::read(text, Form::Kyc, &limits).faults;
        assert_eq!(any::value(&value, Form::Kyc, &limits).faults, of_text, "{text}");
        assert_eq!(of_text.is_empty(), text.ends_with(r#""US"}}"#), "{text}");
    }
}

#[test]
fn a_list_of_documents_has_as_many_as_there_are() {
    let documents = SeqDeserializer::<_, Error>::new(["x", "y"].into_iter());
    let map = MapDeserializer::new([("documents", documents)].into_iter());
    let record = any::read(map, Form::Kyc, &Policy::default().limits).unwrap();
    let entries: Vec<_> = record.documents.iter().map(|document| document.entry.text()).collect();
    assert_eq!(entries, [Some("x"), Some("y")]);
    assert!(matches!(record.slot(Id::Documents, None), Slot::List));
}

/// Nothing, and a number that is none of JSON's integers.
#[test]
fn values_that_are_no_text_are_what_they_are() {
    let value = serde_json::json!({"nationality": null, "legalFirstName": 1.5, "legalLastName": 7, "legalMiddleName": -7});
    let record = any::value(&value, Form::Kyc, &Policy::default().limits);
    assert!(matches!(record.slot(Id::Nationality, None), Slot::Null));
    for id in [Id::LegalFirstName, Id::LegalLastName, Id::LegalMiddleName] {
        assert!(matches!(record.slot(id, None), Slot::Number), "{id:?}");
    }
    let map = MapDeserializer::new([("nationality", Odd::Nothing)].into_iter());
    let record = any::read(map, Form::Kyc, &Policy::default().limits).unwrap();
    assert!(matches!(record.slot(Id::Nationality, None), Slot::Null));
}

/// Depth and number of values end where JSON text's do, whatever the values came from.
#[test]
fn limits_are_those_of_json_text() {
    let policy = Policy::default();
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let limits = Limits { depth: 6, nodes: 12, ..policy.limits };
    for inner in (1..9).map(nested).chain((4..16).map(|n| format!("[{}]", vec!["1"; n].join(","))))
    {
        let text = format!(r#"{{"nationality":"US","other":{inner}}}"#);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let of_text = json::read(&text, Form::Kyc, &limits).unreadable;
        assert_eq!(any::value(&value, Form::Kyc, &limits).unreadable, of_text, "{text}");
    }
}

/// Bytes that are no UTF-8 are no JSON, from the first that is none.
#[test]
fn bytes_are_utf_8() {
    let limits = Policy::default().limits;
    let record = json::read_bytes(b"{\"nationality\":\"\xff\"}", Form::Kyc, &limits);
    let finding = record.unreadable.unwrap();
    assert_eq!(finding.code, Code::JsonSyntax);
    assert_eq!(finding.params, [("at", Param::Number(17))]);
    let marked = json::read_bytes(b"\xef\xbb\xbf{\"nationality\":\"US\"}", Form::Kyc, &limits);
    assert_eq!(marked.slot(Id::Nationality, None).text(), Some("US"));
}

/// What a packed field may hold, by the character that says so.
#[test]
fn a_packed_value_is_what_its_character_says() {
    let limits = Policy::default().limits;
    let place = char::from(b'0' + u8::try_from(Id::LegalFirstName as usize).unwrap());
    for (value, slot) in [
        ("?", Slot::BrokenText),
        ("0", Slot::Null),
        ("_", Slot::Absent),
        ("-", Slot::Flag(false)),
        ("\"\u{1}\0x", Slot::of("x")),
    ] {
        let text = format!("{{{place}{value}");
        let record = packed::read(&text, Form::Kyc, &limits).unwrap();
        assert_eq!(*record.slot(Id::LegalFirstName, None), slot, "{value}");
    }
    assert!(packed::read(&format!("{{{place}!"), Form::Kyc, &limits).is_none());
}
