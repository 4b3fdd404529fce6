//! Values are read and written without loss, and show nothing.

use super::*;
use crate::{code::Code, json::limited};

fn parse(text: &str) -> Value {
    Value::parse(text, &Limits::DEFAULT).unwrap()
}

#[test]
fn what_is_written_reads_back() {
    for text in ["null", "[]", "{}", r#"{"a":{"b":[true,false,-1.5e3,"\"\n"]}}"#] {
        assert_eq!(parse(text).to_json(), text);
    }
    assert_eq!(parse(r#"{"a":1,"b":2,"a":3}"#).to_json(), r#"{"a":3,"b":2}"#);
    for bad in ["", "{", "[1,]", "{}x", r#"{"a"}"#, "nul", "01"] {
        assert!(Value::parse(bad, &Limits::DEFAULT).is_err(), "{bad}");
    }
    assert!(Value::parse(&"[".repeat(99_999), &ANSWER_LIMITS).is_err());
}

#[test]
fn numbers_of_every_length() {
    for number in [0, 7, -7, 999_999_999, 1_000_000_000, 1_767_225_600_000, i64::MAX, i64::MIN] {
        let value = Value::number_of(number);
        assert_eq!(value.to_json(), number.to_string());
        assert_eq!(value.as_integer(), Some(number));
    }
}

#[test]
fn nothing_shows() {
    for (text, said) in [
        (r#"{"a":"secret"}"#, "object"),
        (r#"["secret"]"#, "list"),
        (r#""secret""#, "text"),
        ("4155551234", "number"),
        ("true", "flag"),
        ("null", "null"),
    ] {
        assert_eq!(format!("{:?}", parse(text)), said);
    }
}

/// The limit is one of bytes, and the last that fits is read.
#[test]
fn more_text_than_is_allowed_is_not_read() {
    let limits = Limits { text: 4, ..Limits::DEFAULT };
    assert_eq!(Value::parse("\"ab\"", &limits), Ok(Value::text_of("ab")));
    for text in ["\"abc\"", "\"ä1\"", "true "] {
        let finding = Value::parse(text, &limits).unwrap_err();
        assert_eq!(finding, limited(Code::JsonTooLarge, 4), "{text}");
    }
}

#[test]
fn half_a_surrogate_pair_is_no_text() {
    assert_eq!(parse(r#""\ud83d\ude00""#), Value::text_of("😀"));
    for text in [r#""\ud83d""#, r#"["a\ude00"]"#] {
        assert_eq!(Value::parse(text, &Limits::DEFAULT).unwrap_err().code, Code::JsonSyntax);
    }
}

#[test]
fn each_kind_is_itself_and_nothing_else() {
    let kinds = ["null", "true", "12", r#""12""#, "[12]", r#"{"a":12}"#].map(parse);
    let text: Vec<_> = kinds.iter().map(Value::as_text).collect();
    assert_eq!(text, [None, None, None, Some("12"), None, None]);
    let number: Vec<_> = kinds.iter().map(Value::as_integer).collect();
    assert_eq!(number, [None, None, Some(12), None, None, None]);
    let entries: Vec<_> = kinds.iter().map(|kind| kind.entries().len()).collect();
    assert_eq!(entries, [0, 0, 0, 0, 1, 0]);
    let member: Vec<_> = kinds.iter().map(|kind| kind.get("a").is_some()).collect();
    assert_eq!(member, [false, false, false, false, false, true]);
}

#[test]
fn a_number_that_is_not_whole_is_no_integer() {
    for text in ["1.0", "1e3", "9223372036854775808", "-9223372036854775809"] {
        assert_eq!(parse(text).as_integer(), None, "{text}");
    }
    // Such as no JSON has, from whoever made the value otherwise.
    for text in ["", "-", "--1", "+1", " 1"] {
        assert_eq!(Value::Number(text.into()).as_integer(), None, "{text}");
    }
}

#[test]
fn what_is_taken_out_leaves_null() {
    let mut value = parse(r#"{"a":{"b":1},"c":2}"#);
    assert_eq!(value.take("a").to_json(), r#"{"b":1}"#);
    assert_eq!(value.to_json(), r#"{"a":null,"c":2}"#);
    assert_eq!(value.take("a"), Value::Null);
    assert_eq!(value.take("none"), Value::Null);
    assert_eq!(value.to_json(), r#"{"a":null,"c":2}"#);
    assert_eq!(parse("[1]").take("a"), Value::Null);
}

#[test]
fn a_member_is_put_in_place_of_its_twin() {
    let mut value = parse(r#"{"a":1,"b":2}"#);
    value.set("a", Value::Flag(true));
    value.set("c", Value::Null);
    assert_eq!(value.to_json(), r#"{"a":true,"b":2,"c":null}"#);
    // What is no object becomes one.
    for other in ["null", "[1]", r#""a""#] {
        assert_eq!(parse(other).with("a", Value::Null).to_json(), r#"{"a":null}"#, "{other}");
    }
}
