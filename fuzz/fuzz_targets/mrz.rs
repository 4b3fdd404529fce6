//! Machine-readable zones out of any text: what is read reads the same again, and what is offered holds.
#![no_main]

use kyc_rules::{
    date,
    mrz::{answer, parse},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let today = date::parse("2026-01-31").unwrap();
    let lines: Vec<&str> = text.split('\u{1e}').collect();
    assert!(answer(&lines, today).ends_with('}'));
    let Ok(zone) = parse(&lines) else { return };
    let printed = zone.to_text();
    let again = parse(&[&printed]).expect("a zone as printed is a zone");
    assert_eq!(again.to_text(), printed);
    assert_eq!(again.is_valid(), zone.is_valid());
    assert_eq!(zone.is_valid(), zone.failed().count() == 0);
    for correction in zone.corrections() {
        let mut lines: Vec<String> = zone.lines().map(str::to_owned).collect();
        let column = usize::from(correction.column) - 1;
        lines[usize::from(correction.line) - 1]
            .replace_range(column..=column, correction.character.encode_utf8(&mut [0; 4]));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert!(parse(&lines).is_ok_and(|zone| zone.is_valid()));
    }
});
