//! The JSON reader beside `serde_json`: what is JSON by RFC 8259, and what is not. `tests/json/suite.json` has texts of either kind, written
//! from the RFC's clauses; each is then changed a little, many times over.

use std::{fs, path::Path};

use kyc_rules::{
    code::Code,
    field_id::{Form, Id},
    policy::Limits,
    record::Slot,
    source::json,
};
use serde::de::IgnoredAny;

use crate::numbers::Numbers;

/// Wide enough for the grammar alone to decide.
const WIDE: Limits =
    Limits { text: 1 << 20, depth: 200, nodes: 1 << 20, documents: 20, issues: 100 };

fn suite() -> (Vec<String>, Vec<String>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/json/suite.json");
    let suite: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let list = |name: &str| serde_json::from_value(suite[name].clone()).unwrap();
    (list("json"), list("not"))
}

/// What of `serde_json` is the grammar alone: no range of numbers, no halves of surrogate pairs.
fn serde_takes(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

#[test]
fn the_suite_is_read_as_it_says() {
    let (good, bad) = suite();
    assert!(good.len() > 200 && bad.len() > 250);
    for (texts, is_json) in [(good, true), (bad, false)] {
        for text in texts {
            assert_eq!(serde_takes(&text), is_json, "{text:?} by serde_json");
            assert_eq!(json::value(&text, &WIDE).is_ok(), is_json, "{text:?}");
            // As a member that nobody knows, as a field's value, as the payload itself.
            for payload in [
                format!("{{\"x\":{text}}}"),
                format!("{{\"legalFirstName\":{text}}}"),
                text.clone(),
            ] {
                let record = json::read(&payload, Form::Kyc, &WIDE);
                assert_eq!(record.unreadable.is_none(), serde_takes(&payload), "{payload:?}");
            }
        }
    }
}

/// Texts like those of the suite, a byte or two changed, judged by both readers.
#[test]
fn what_is_nearly_json_is_read_as_serde_reads_it() {
    compare(200_000, 1);
}

#[test]
#[ignore = "ten million texts: `cargo xtask proof exhaustive`"]
fn ten_million_texts_are_read_as_serde_reads_them() {
    compare(10_000_000, 2);
}

fn compare(count: usize, seed: u64) {
    let (good, bad) = suite();
    let texts: Vec<String> = [good, bad].concat();
    let sample = serde_json::to_string(&crate::suites::sample()).unwrap();
    let mut numbers = Numbers(seed);
    let mut taken = 0_usize;
    for _ in 0..count {
        let mut bytes = match numbers.below(8) {
            0 => sample.clone().into_bytes(),
            1 => {
                let [a, b] = [(); 2].map(|()| &texts[numbers.below(texts.len())]);
                format!("{{\"a\":{a},\"b\":[{b}]}}").into_bytes()
            }
            _ => texts[numbers.below(texts.len())].clone().into_bytes(),
        };
        for _ in 0..=numbers.below(3) {
            change(&mut bytes, &mut numbers);
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let theirs = serde_takes(&text);
        let ours = json::value(&text, &WIDE);
        assert_eq!(ours.is_ok(), theirs, "{text:?}");
        // The same text out of a string.
        if let (Ok(Slot::Text(ours)), Ok(theirs)) = (&ours, serde_json::from_str::<String>(&text)) {
            assert_eq!(**ours, theirs, "{text:?}");
        }
        taken += usize::from(theirs);
    }
    println!("{count} texts, {taken} of them JSON");
    assert!(taken * 10 > count, "{taken} of {count}");
}

fn change(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    const BYTES: &[u8] = b"{}[]:,\"\\/ \t\n\r0123456789+-.eEtrufalsn'bx\x00\x0b\x1f\x7f#aD8cC";
    let at = numbers.below(bytes.len() + 1);
    let byte = BYTES[numbers.below(BYTES.len())];
    match numbers.below(5) {
        0 => bytes.insert(at, byte),
        1 if at < bytes.len() => drop(bytes.remove(at)),
        2 if at < bytes.len() => bytes[at] = byte,
        3 => {
            let end = bytes.len().min(at + numbers.below(8));
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => bytes.truncate(at),
    }
}

/// A key given twice: an error at its field, however it is written; the first one is judged.
#[test]
fn a_key_given_twice_is_said() {
    for second in ["legalFirstName", "\\u006cegalFirstName", "legalFirst\\u004eame"] {
        let text = format!("{{\"legalFirstName\":\"Ann\",\"{second}\":\"Bob\"}}");
        let record = json::read(&text, Form::Kyc, &Limits::DEFAULT);
        assert_eq!(record.slot(Id::LegalFirstName, None).text(), Some("Ann"));
        let faults: Vec<_> = record.faults.iter().map(|fault| (fault.code, fault.field)).collect();
        assert_eq!(faults, [(Code::DuplicateKey, Some(Id::LegalFirstName))], "{text}");
    }
}

/// Each limit, to the last that passes and the first that does not.
#[test]
fn limits_are_exact() {
    let refused = |text: &str| {
        json::read(text, Form::Kyc, &Limits::DEFAULT).unreadable.map(|finding| finding.code)
    };
    let nested =
        |depth: usize| format!("{{\"x\":{}{}}}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    assert_eq!(refused(&nested(8)), None);
    assert_eq!(refused(&nested(9)), Some(Code::JsonTooDeep));
    let long = |bytes: usize| format!("{{\"x\":\"{}\"}}", "x".repeat(bytes - 8));
    assert_eq!(refused(&long(65_536)), None);
    assert_eq!(refused(&long(65_537)), Some(Code::JsonTooLarge));
    // The payload and the list are values too.
    let many = |values: usize| format!("{{\"x\":[{}0]}}", "0,".repeat(values - 3));
    assert_eq!(refused(&many(2_000)), None);
    assert_eq!(refused(&many(2_001)), Some(Code::JsonTooManyValues));
}
