//! The packed payload: how a JavaScript object crosses into wasm in one copy.
//!
//! First what the root is, then one entry after another in any order, each with a first character that says what it is:
//!
//! | first | entry | behind it |
//! |---|---|---|
//! | `0` … | a field: its place in the table, counted from `0` | its value; a field of a document is of the last one |
//! | `d` | a document | what the entry is: a value |
//! | `k` | a key of the payload that the table does not have | a text |
//! | `a` | one of the address | a text |
//! | `n` | one of a document | the document's index, a text |
//!
//! A value is a character too: `"` with a text behind it, `0` null, `+` true, `-` false, `1` a number, `{` an object, `[` a list,
//! `?` a text that is no Unicode, `_` nothing. A text is its length in bytes, then itself. Lengths and indices are two characters below
//! U+0080, the low seven bits first. What is absent has no entry. Keys of one object follow each other.

use crate::{
    field_id::{COUNT, Form, Parent},
    fields::FIELDS,
    policy::Limits,
    record::{Document, Record, Slot},
    source::unknown::Unknown,
};

/// The first field's character.
const FIRST: u8 = b'0';
/// The last one's.
#[expect(clippy::cast_possible_truncation, reason = "the next line")]
const LAST: u8 = FIRST + (COUNT as u8 - 1);
const _: () = assert!(COUNT <= (b'a' - FIRST) as usize, "fields end before the other entries");

/// Unpacks a payload; `None` where it is not packed as said above.
#[must_use]
pub fn read<'a>(packed: &'a str, form: Form, limits: &Limits) -> Option<Record<'a>> {
    let mut reader = Reader { rest: packed };
    let mut record = Record::EMPTY;
    record.root = reader.value()?;
    let mut keys = Keys::default();
    while !reader.rest.is_empty() {
        match reader.byte()? {
            first @ FIRST..=LAST => {
                let field = FIELDS.get(usize::from(first.wrapping_sub(FIRST)))?;
                let place = match field.id.document_column() {
                    None => record.top.get_mut(field.id as usize)?,
                    Some(column) => record.documents.last_mut()?.slots.get_mut(column)?,
                };
                *place = reader.value().filter(|_| field.id.form() == form)?;
            }
            // One more than the limit is enough to say that there are too many.
            b'd' if record.documents.len() <= limits.documents => {
                let entry = reader.value()?;
                record.documents.push(Document { entry, ..Document::default() });
            }
            b'k' => keys.count(form.parent(), None, reader.text()?, &mut record),
            b'a' => keys.count(Parent::Address, None, reader.text()?, &mut record),
            b'n' => {
                let document = reader.number()?;
                keys.count(Parent::Document, Some(document), reader.text()?, &mut record);
            }
            _ => return None,
        }
    }
    keys.report(&mut record);
    Some(record)
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// The next character, where it is ASCII.
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_at_checked(1)?;
        self.rest = rest;
        first.bytes().next()
    }

    fn number(&mut self) -> Option<usize> {
        let (low, high) = (self.byte()?, self.byte()?);
        Some(usize::from(low) | usize::from(high) << 7)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(text)
    }

    fn value(&mut self) -> Option<Slot<'a>> {
        Some(match self.byte()? {
            b'_' => Slot::Absent,
            b'"' => Slot::of(self.text()?),
            b'0' => Slot::Null,
            b'+' => Slot::Flag(true),
            b'-' => Slot::Flag(false),
            b'1' => Slot::Number,
            b'{' => Slot::Object,
            b'[' => Slot::List,
            b'?' => Slot::BrokenText,
            _ => return None,
        })
    }
}

/// The keys of the object at hand that the table does not have.
#[derive(Default)]
struct Keys {
    of: Option<(Parent, Option<usize>)>,
    unknown: Unknown,
}

impl Keys {
    fn count(
        &mut self,
        parent: Parent,
        document: Option<usize>,
        key: &str,
        record: &mut Record<'_>,
    ) {
        if self.of != Some((parent, document)) {
            core::mem::take(self).report(record);
            self.of = Some((parent, document));
        }
        self.unknown.count(parent, key);
    }

    fn report(self, record: &mut Record<'_>) {
        if let Some((parent, document)) = self.of {
            self.unknown.report(parent, document, record);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::source::json;

    fn kyc(packed: &str) -> Option<Record<'_>> {
        read(packed, Form::Kyc, &Limits::DEFAULT)
    }

    /// A text behind its length.
    fn text(text: &str) -> String {
        let length = u8::try_from(text.len()).unwrap();
        [char::from(length), '\0'].into_iter().chain(text.chars()).collect()
    }

    #[test]
    fn says_what_the_json_says() {
        let (jane, number, key) = (text("J\u{1f}ané"), text("P1"), text("phone_number"));
        let packed =
            ["{d{N\"", &number, "L[4\"", &jane, "K-n\0\0", &key, "k", &key, ":{B0d1"].concat();
        let json = "{\"documents\":[{\"number\":\"P1\",\"phone_number\":1},5],\"phone_number\":1,\
            \"legalFirstName\":\"J\\u001fané\",\"isIntermediary\":false,\"address\":{\"locale\":null}}";
        let (read, expected) =
            (kyc(&packed).unwrap(), json::read(json, Form::Kyc, &Limits::DEFAULT));
        assert!(read.root == expected.root && read.top == expected.top);
        assert_eq!(read.documents.len(), 2);
        for (one, other) in read.documents.iter().zip(&expected.documents) {
            assert!(one.entry == other.entry && one.slots == other.slots);
        }
        assert_eq!(read.faults, expected.faults);
    }

    #[test]
    fn what_is_cut_off_or_of_another_form_is_refused() {
        let whole = ["{4\"", &text("Jane"), "d{M\"", &text("PASSPORT"), "a", &text("zip")].concat();
        assert!(kyc(&whole).is_some());
        for end in 0..whole.len() {
            let is_whole = end != 0 && [1, 9, 11, 23].contains(&end);
            assert_eq!(kyc(&whole[..end]).is_some(), is_whole, "{end}");
        }
        for broken in ["{0\"\0\0", "{M\"\0\0", "{4x", "{U", "{é", "{4\"\u{1}\0é"] {
            assert!(kyc(broken).is_none(), "{broken:?}");
        }
    }
}
