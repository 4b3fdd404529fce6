//! What is asked, and of which texts: every rule and reader, and whatever might take them long.

use std::hint::black_box;

use kyc_rules::{
    date,
    field::{Kind, Scope},
    field_id::{Form, Id},
    fields::FIELDS,
    lifecycle::{api_error, webhook},
    mrz, national_id,
    normalize::normalize,
    phone,
    policy::Policy,
    record::{Record, Slot},
    source::{json, packed},
    validate::Validator,
};

/// What is asked of a text.
pub(crate) type Ask<'a> = Box<dyn Fn(&str) + 'a>;

/// Keeps the compiler from leaving out what made the value.
pub(crate) fn consume<T>(value: T) {
    black_box(value);
}

/// What texts are made of, again and again.
pub(crate) const PIECES: &[&str] = &[
    "a",
    "A",
    "0",
    "1",
    " ",
    "-",
    ".",
    "@",
    "/",
    ":",
    "+",
    "<",
    "&",
    "%",
    "\\",
    "\"",
    "'",
    ",",
    "_",
    "#",
    "a.",
    "a@",
    "1-",
    "0 ",
    "xn--",
    "..",
    "//",
    "https://",
    "%41",
    "1.1.",
    "[::",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "\u{200d}\u{627}",
    "\u{202e}",
    "\u{3000}",
    "\u{a0}",
    "李",
    "한",
    "א",
    "\u{1f600}",
    "\u{fe0f}",
    "\u{10ffff}",
    "P.O. Box ",
    "Po",
    "PMB",
    "p o ",
    "a b ",
    "aA",
    "Z9",
    "St. ",
    "\n",
    "<b>",
    "&amp;",
    "\u{ff11}",
    "\u{ff0b}1",
    "{",
    "[",
    "null,",
    "en-",
    "en-US-",
    "x-",
    "P<UTO",
    "<<",
    "\u{1e}",
    "\u{1f}",
    "\u{1f}\"",
];

fn today() -> time::Date {
    date::parse("2026-01-31").unwrap()
}

fn read<'a>(text: &'a str, policy: &Policy) -> Record<'a> {
    json::read(text, Form::Kyc, &policy.limits)
}

/// Every way in which a single text comes in.
pub(crate) fn asks(policy: &Policy) -> Vec<(String, Ask<'_>)> {
    let mut asks: Vec<(String, Ask<'_>)> = Vec::new();
    let mut seen = Vec::new();
    for field in &FIELDS {
        if let Kind::Text { rule, .. } = field.kind
            && !seen.contains(&rule.name)
        {
            seen.push(rule.name);
            let scope = Scope::alone(today(), policy);
            asks.push((
                format!("rule {}", rule.name),
                Box::new(move |text| consume((rule.check)(text, &scope))),
            ));
            asks.push((
                format!("canonical {}", rule.name),
                Box::new(move |text| consume((rule.canonical)(text, &scope))),
            ));
        }
        let validator = Validator::new(today(), policy);
        let document = field.id.document_column().map(|_| 0);
        asks.push((
            format!("field {}", field.path),
            Box::new(move |text| {
                let mut record = Record::EMPTY;
                *record.slot_mut(Id::Country, None).unwrap() = Slot::of("US");
                *record.slot_mut(field.id, document).unwrap() = Slot::of(text);
                consume(validator.field(&record, field.id, document));
            }),
        ));
    }
    let schemes: Vec<_> = national_id::all().collect();
    asks.push((
        "every scheme of national identifiers".into(),
        Box::new(move |text| schemes.iter().for_each(|scheme| consume(scheme.check(text)))),
    ));
    asks.push(("phone".into(), Box::new(|text| consume(phone::parse(text, Some("DE"))))));
    asks.push(("E.164".into(), Box::new(|text| consume(phone::e164(text)))));
    #[cfg(feature = "phone-formats")]
    asks.push((
        "as you type".into(),
        Box::new(|text| consume(phone::as_you_type(text, text.len(), Some("US")))),
    ));
    asks.push(("zone".into(), Box::new(|text| consume(mrz::parse(&[text])))));
    asks.push(("zone's answer".into(), Box::new(|text| consume(mrz::answer(&[text], today())))));
    asks.push(("policy".into(), Box::new(|text| consume(Policy::from_json(text)))));
    asks.push(("API error".into(), Box::new(|text| consume(api_error::parse(400, text)))));
    asks.push(("API message".into(), Box::new(|text| consume(api_error::field_of(text)))));
    asks.push(("event".into(), Box::new(|text| consume(webhook::event::parse(text.as_bytes())))));
    asks.push((
        "packed".into(),
        Box::new(|text| consume(packed::read(text, Form::Kyc, &policy.limits))),
    ));
    let validator = Validator::new(today(), policy);
    asks.push((
        "payload".into(),
        Box::new(move |text| consume(validator.whole(&read(text, policy), Form::Kyc).to_json())),
    ));
    let validator = Validator::new(today(), policy);
    asks.push((
        "payload, a patch of itself".into(),
        Box::new(move |text| {
            let record = read(text, policy);
            consume(validator.patch(&record, Some(&record)).to_json());
        }),
    ));
    let validator = Validator::new(today(), policy);
    asks.push((
        "payload, normalized".into(),
        Box::new(move |text| consume(normalize(&mut read(text, policy), Form::Kyc, &validator))),
    ));
    asks
}

/// Payloads that grow in one way each, up to about that many bytes.
pub(crate) fn payloads(bytes: usize) -> Vec<(&'static str, String)> {
    let list = |head: &str, one: &dyn Fn(usize) -> String, tail: &str| {
        let mut text = head.to_owned();
        for at in 0.. {
            let next = one(at);
            if text.len() + next.len() + tail.len() + 1 > bytes {
                break;
            }
            if at > 0 {
                text.push(',');
            }
            text.push_str(&next);
        }
        text + tail
    };
    vec![
        (
            "unknown keys",
            list("{", &|at| format!("\"legalFirstNam{}\":\"{:030}\"", at % 10, at), "}"),
        ),
        ("one key again and again", list("{", &|at| format!("\"phoneNumber\":\"{at:040}\""), "}")),
        (
            "documents",
            list(
                "{\"documents\":[",
                &|at| format!("{{\"type\":\"PASSPORT\",\"number\":\"{at:080}\"}}"),
                "]}",
            ),
        ),
        ("empty documents", list("{\"documents\":[", &|_| format!("{{{}}}", " ".repeat(60)), "]}")),
        ("escapes", format!("{{\"legalFirstName\":\"{}\"}}", "\\u0041".repeat((bytes - 30) / 6))),
        ("halves", format!("{{\"legalFirstName\":\"{}\"}}", "\\ud800".repeat((bytes - 30) / 6))),
        (
            "an unknown key's name",
            format!("{{\"{}\":0}}", "legalFirstName".repeat((bytes - 10) / 14)),
        ),
        ("a number", format!("{{\"x\":{}}}", "1".repeat(bytes - 10))),
        ("space", format!("{{{}}}", " ".repeat(bytes - 10))),
        ("envelopes", format!("{}1{}", "{\"kycData\":".repeat(bytes / 14), "}".repeat(bytes / 14))),
        ("no end", format!("{{\"address\":{{\"city\":\"{}", "x".repeat(bytes - 30))),
    ]
}
