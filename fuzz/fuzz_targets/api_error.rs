//! Any answer of an API: its kind is known, the fields it names are ours, and Debug shows none of its words.
#![no_main]

use kyc_rules::lifecycle::api_error::{field_of, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, &str)| {
    let (status, body) = input;
    let error = parse(status, body);
    assert_eq!(error, parse(status, body));
    assert!(!error.kind.name().is_empty());
    for (at, field) in error.fields.iter().enumerate() {
        let twice = error.fields.iter().skip(at + 1);
        assert!(
            twice.clone().all(|other| (other.field, other.index) != (field.field, field.index))
        );
    }
    if error.message.len() > 20 {
        assert!(!format!("{error:?}").contains(&error.message));
    }
    let _ = field_of(body);
});
