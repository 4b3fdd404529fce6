//! Any text as JSON: taken where serde_json takes it, and read as it reads it.
#![no_main]

use kyc_rules::{lifecycle::value::Value, policy::Limits, record::Slot, source::json};
use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;

/// Wide enough for the grammar alone to decide.
const WIDE: Limits =
    Limits { text: 1 << 20, depth: 100, nodes: 1 << 20, documents: 20, issues: 100 };

fuzz_target!(|text: &str| {
    let ours = json::value(text, &WIDE);
    let theirs = serde_json::from_str::<IgnoredAny>(text).is_ok();
    // Beyond our depth, ours refuses what theirs takes.
    let deep = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > WIDE.depth;
    assert!(ours.is_ok() == theirs || deep && ours.is_err(), "{text:?}");
    if let (Ok(Slot::Text(ours)), Ok(theirs)) = (&ours, serde_json::from_str::<String>(text)) {
        assert_eq!(**ours, theirs);
    }
    if let Ok(value) = Value::parse(text, &WIDE) {
        let written = value.to_json();
        assert_eq!(Value::parse(&written, &WIDE).map(|again| again.to_json()), Ok(written));
    }
    let _ = json::value(text, &Limits::DEFAULT);
});
