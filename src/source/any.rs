//! Any serde deserializer as a source: `serde_json::Value`, `MessagePack`, YAML, a JavaScript value. Feature `serde`.
//!
//! Unlike a derived `Deserialize`, it does not stop at the first wrong type: what stands at each place goes into its slot, and
//! the engine tells all of it. What a format has lost before it gets here cannot be told: keys said twice (the last one
//! stands) and, in most formats, half surrogate pairs.

use alloc::{borrow::Cow, string::String};
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{
    code::Code,
    field_id::{Form, Id, Parent},
    fields::FIELDS,
    json::limited,
    policy::Limits,
    record::{Document, Record, Slot},
    source::unknown::Unknown,
};

/// Reads a payload, or the envelope `{"kycData": …}` of the guide's PATCH. What goes past the limits of depth and number of
/// values comes back as a record with `unreadable` set.
///
/// ```
/// use kyc_rules::{field_id::{Form, Id}, policy::Policy, record::Slot, source::any};
///
/// let mut deserializer = serde_json::Deserializer::from_str(r#"{"nationality":"US","phoneNumber":5}"#);
/// let record = any::read(&mut deserializer, Form::Kyc, &Policy::default().limits)?;
/// assert_eq!(record.slot(Id::Nationality, None).text(), Some("US"));
/// assert_eq!(*record.slot(Id::PhoneNumber, None), Slot::Number);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// Where the format cannot be read. The words are the format's own, and may quote the input: do not log them.
pub fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    form: Form,
    limits: &Limits,
) -> Result<Record<'de>, D::Error> {
    let mut record = Record::EMPTY;
    let mut walk = Walk { record: &mut record, limits, depth: 0, nodes: 0 };
    match (Place { walk: &mut walk, at: At::Root(form.parent()) }).deserialize(deserializer) {
        Ok(slot) => record.root = slot,
        // The walk stopped the deserializer with an error of its own, and has said why.
        Err(_) if record.unreadable.is_some() => {}
        Err(error) => return Err(error),
    }
    Ok(record)
}

/// Reads a `serde_json::Value`. Feature `serde_json`.
#[cfg(feature = "serde_json")]
#[must_use]
pub fn value<'a>(value: &'a serde_json::Value, form: Form, limits: &Limits) -> Record<'a> {
    read(value, form, limits).unwrap_or_else(|_: serde_json::Error| Record {
        unreadable: Some(Code::JsonSyntax.into()),
        ..Record::EMPTY
    })
}

/// A walk through a payload.
struct Walk<'r, 'de> {
    record: &'r mut Record<'de>,
    limits: &'r Limits,
    depth: usize,
    nodes: usize,
}

impl Walk<'_, '_> {
    /// Counts a value.
    fn node<E: Error>(&mut self) -> Result<(), E> {
        self.nodes = self.nodes.saturating_add(1);
        self.hold(self.nodes, self.limits.nodes, Code::JsonTooManyValues)
    }

    /// Enters an object or list.
    fn open<E: Error>(&mut self) -> Result<(), E> {
        self.depth = self.depth.saturating_add(1);
        self.hold(self.depth, self.limits.depth, Code::JsonTooDeep)
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn hold<E: Error>(&mut self, count: usize, limit: usize, code: Code) -> Result<(), E> {
        if count <= limit {
            return Ok(());
        }
        *self.record = Record { unreadable: Some(limited(code, limit)), ..Record::EMPTY };
        Err(E::custom("past the limits"))
    }
}

/// What a value is looked at as.
#[derive(Clone, Copy)]
enum At {
    /// The payload itself, or the object inside its envelope.
    Root(Parent),
    /// A field, of the document of that index.
    Field(Id, Option<usize>),
    /// An entry of `documents`.
    Document(usize),
    /// A value nothing is known of; only its size counts.
    Unknown,
}

impl At {
    /// Whose members an object at this place has, and the document's index.
    fn members(self) -> Option<(Parent, Option<usize>)> {
        match self {
            Self::Root(parent) => Some((parent, None)),
            Self::Field(Id::Address, _) => Some((Parent::Address, None)),
            Self::Document(at) => Some((Parent::Document, Some(at))),
            Self::Field(..) | Self::Unknown => None,
        }
    }
}

/// A value at its place: reads to what stands there.
struct Place<'w, 'r, 'de> {
    walk: &'w mut Walk<'r, 'de>,
    at: At,
}

impl<'de> DeserializeSeed<'de> for Place<'_, '_, 'de> {
    type Value = Slot<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Slot<'de>, D::Error> {
        self.walk.node()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_, '_, 'de> {
    type Value = Slot<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Slot<'de>, E> {
        Ok(Slot::Flag(flag))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Slot<'de>, E> {
        Ok(Slot::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Slot<'de>, E> {
        Ok(Slot::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Slot<'de>, E> {
        Ok(Slot::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Slot<'de>, E> {
        Ok(Slot::of(String::from(text)))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Slot<'de>, E> {
        Ok(Slot::of(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Slot<'de>, E> {
        Ok(Slot::of(text))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Slot<'de>, E> {
        // Bytes are a list of numbers in JSON, and no field's type.
        Ok(Slot::List)
    }

    fn visit_unit<E>(self) -> Result<Slot<'de>, E> {
        Ok(Slot::Null)
    }

    fn visit_none<E>(self) -> Result<Slot<'de>, E> {
        Ok(Slot::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Slot<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Slot<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Slot<'de>, A::Error> {
        let Self { walk, at } = self;
        walk.open()?;
        let documents = matches!(at, At::Field(Id::Documents, _));
        if documents {
            walk.record.documents.clear();
        }
        let mut index = 0_usize;
        loop {
            let at = if documents { At::Document(index) } else { At::Unknown };
            if documents {
                // Its place comes first: members are read into it.
                walk.record.documents.push(Document::default());
            }
            let Some(entry) = list.next_element_seed(Place { walk: &mut *walk, at })? else {
                break;
            };
            if let Some(document) = walk.record.documents.get_mut(index).filter(|_| documents) {
                document.entry = entry;
            }
            index = index.saturating_add(1);
        }
        if documents {
            walk.record.documents.truncate(index);
        }
        walk.close();
        Ok(Slot::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Slot<'de>, A::Error> {
        let Self { walk, at } = self;
        walk.open()?;
        let Some((parent, document)) = at.members() else {
            while map.next_key::<IgnoredAny>()?.is_some() {
                map.next_value_seed(Place { walk: &mut *walk, at: At::Unknown })?;
            }
            walk.close();
            return Ok(Slot::Object);
        };
        let mut unknown = Unknown::default();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            let known = FIELDS.iter().find(|field| field.parent == parent && field.key == key);
            let at = match known {
                Some(field) => At::Field(field.id, document),
                None if parent == Parent::Kyc && key == "kycData" => At::Root(parent),
                None => At::Unknown,
            };
            let slot = map.next_value_seed(Place { walk: &mut *walk, at })?;
            match at {
                At::Field(id, document) => {
                    if let Some(place) = walk.record.slot_mut(id, document) {
                        *place = slot;
                    }
                }
                At::Root(_) if slot == Slot::Object => {}
                _ => unknown.count(parent, &key),
            }
        }
        unknown.report(parent, document, walk.record);
        walk.close();
        Ok(Slot::Object)
    }
}
