//! The reader at its limits, and values of another kind.

use super::*;
use crate::{
    field_id::{Form, Id},
    source::json,
};

fn at<'a>(text: &'a str, limits: &Limits) -> Reader<'a> {
    Reader::new(text, limits)
}

/// Each reads its own kind, and says of another where it began.
#[test]
fn a_value_of_another_kind_is_told_by_its_place() {
    let limits = Limits::DEFAULT;
    let here = |text| {
        // Behind white space, so that the place is not the first.
        let mut reader = at(text, &limits);
        reader.space();
        reader
    };
    for (text, number, flag, string) in [
        ("  -1.5e3 ", Some("-1.5e3"), None, None),
        ("  true", None, Some(true), None),
        ("  false", None, Some(false), None),
        ("  \"a\"", None, None, Some("a")),
        // Half a surrogate pair is a string, but no text.
        ("  \"\\ud800\"", None, None, None),
        ("  null", None, None, None),
        ("  []", None, None, None),
        ("  {}", None, None, None),
    ] {
        assert_eq!(here(text).number_text(), number.ok_or(syntax(2)), "{text}");
        assert_eq!(here(text).flag(), flag.ok_or(syntax(2)), "{text}");
        assert_eq!(here(text).text(), string.map(Cow::Borrowed).ok_or(syntax(2)), "{text}");
    }
}

#[test]
fn a_whole_number_below_two_to_the_thirty_second() {
    let limits = Limits::DEFAULT;
    for (text, number) in [("0", 0), ("4294967295", u32::MAX)] {
        assert_eq!(at(text, &limits).integer(), Ok(number));
    }
    for text in ["4294967296", "-1", "1.0", "1e3", "true", "\"1\""] {
        assert_eq!(at(text, &limits).integer(), Err(syntax(0)), "{text}");
    }
}

/// A payload of nothing but plain strings is held to the number of values as any other.
#[test]
fn as_many_values_are_read_as_are_allowed() {
    let text = r#"{"legalFirstName":"Jane","legalLastName":"Smith","nationality":"US"}"#;
    for (nodes, reads) in [(3, false), (4, true)] {
        let limits = Limits { nodes, ..Limits::DEFAULT };
        let record = json::read(text, Form::Kyc, &limits);
        let expected = (!reads).then(|| limited(Code::JsonTooManyValues, nodes));
        assert_eq!(record.unreadable, expected, "{nodes}");
        assert_eq!(record.slot(Id::Nationality, None).text().is_some(), reads, "{nodes}");
    }
}
