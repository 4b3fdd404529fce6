//! Values through serde, for those whose objects come from elsewhere than JSON text. Feature `serde`.

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde::{
    de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor},
    ser::{Serialize, SerializeMap, Serializer},
};

use crate::lifecycle::value::{ANSWER_LIMITS, Value};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(text) => match text.parse::<i64>() {
                // Beyond 2^53 a JavaScript number is none of its neighbours.
                Ok(number) if number.unsigned_abs() <= 1 << 53 => serializer.serialize_i64(number),
                _ => serializer.serialize_f64(text.parse().unwrap_or(0.0)),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(entries) => serializer.collect_seq(entries),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Any(ANSWER_LIMITS.depth).deserialize(deserializer)
    }
}

/// A value, and how many levels it may still have: an object that holds itself has no end.
#[derive(Clone, Copy)]
struct Any(usize);

impl Any {
    fn below<E: Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("nested too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::number_of(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Null, Value::number_of))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        // What has no JSON is nothing there either: JSON.stringify writes null.
        Ok(if number.is_finite() { Value::Number(alloc::format!("{number}")) } else { Value::Null })
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::text_of(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let (mut entries, below) = (Vec::new(), self.below()?);
        while let Some(entry) = list.next_element_seed(below)? {
            entries.push(entry);
        }
        Ok(Value::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let (mut members, below) = (Vec::new(), self.below()?);
        while let Some(key) = map.next_key::<String>()? {
            members.push((key, map.next_value_seed(below)?));
        }
        Ok(Value::Object(members))
    }
}

#[cfg(all(test, feature = "serde_json"))]
mod tests {
    use alloc::string::ToString;

    use serde::de::value::StrDeserializer;

    use super::*;
    use crate::policy::Limits;

    #[test]
    fn what_json_says_serde_says() {
        let text = r#"{"a":[1,-2,1.5,"b",null,true],"c":{"d":{}}}"#;
        let value = Value::parse(text, &Limits::DEFAULT).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), value);
    }

    /// A format that tells null from nothing and from something, as JSON does not.
    enum Optional {
        Nothing,
        Some(&'static str),
    }

    impl<'de> Deserializer<'de> for Optional {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            match self {
                Self::Nothing => visitor.visit_none(),
                Self::Some(text) => visitor.visit_some(StrDeserializer::new(text)),
            }
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
            seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    #[test]
    fn nothing_is_null_and_something_is_itself() {
        assert_eq!(Value::deserialize(Optional::Nothing).unwrap(), Value::Null);
        assert_eq!(Value::deserialize(Optional::Some("a")).unwrap(), Value::text_of("a"));
    }

    #[test]
    fn what_json_has_not_is_refused_by_what_was_expected() {
        let bytes = serde::de::value::BytesDeserializer::<serde::de::value::Error>::new(b"ab");
        let refused = Value::deserialize(bytes).unwrap_err().to_string();
        assert!(refused.ends_with("expected a JSON value"), "{refused}");
    }

    #[test]
    fn numbers_are_those_of_json() {
        for (text, said) in [
            ("9007199254740992", "9007199254740992"),
            ("-9007199254740992", "-9007199254740992"),
            // What JavaScript cannot tell from its neighbours is written as it would.
            ("9007199254740993", "9007199254740992.0"),
            ("1e3", "1000.0"),
        ] {
            let value = Value::parse(text, &Limits::DEFAULT).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), said, "{text}");
        }
        let float = |number: f64| {
            let number = serde::de::value::F64Deserializer::<serde::de::value::Error>::new(number);
            Value::deserialize(number).unwrap()
        };
        assert_eq!(float(0.25).to_json(), "0.25");
        assert_eq!((float(f64::NAN), float(f64::INFINITY)), (Value::Null, Value::Null));
    }

    #[test]
    fn an_object_without_an_end_is_refused() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        let read = |depth| serde_json::from_str::<Value>(&nested(depth));
        assert!(read(ANSWER_LIMITS.depth).is_ok());
        let refused = read(ANSWER_LIMITS.depth + 1).unwrap_err().to_string();
        assert!(refused.starts_with("nested too deep"), "{refused}");
    }
}
