//! Any text as a number of any scheme: what is taken is taken again as it is normalised.
#![no_main]

use kyc_rules::national_id;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| {
    let (which, value) = input;
    let count = national_id::all().count();
    let scheme = national_id::all().nth(usize::from(which) % count).unwrap();
    let outcome = scheme.check(value);
    assert_eq!(outcome.valid, outcome.code.is_none(), "{}", scheme.name());
    let normal = outcome.normalized();
    if outcome.valid {
        let again = scheme.check(&normal);
        assert!(again.valid, "{}: {normal:?} of {value:?}", scheme.name());
        assert_eq!(again.normalized(), normal, "{}", scheme.name());
        assert!(!normal.is_empty() && normal.is_ascii(), "{}", scheme.name());
    }
});
