//! Any text as a number of any scheme: what is taken is taken again as it is normalised.
#![no_main]

use std::sync::LazyLock;

use kyc_rules::national_id::{self, Scheme};
use libfuzzer_sys::fuzz_target;

// Unpacked once: reading the registry takes longer than checking a number.
static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| national_id::all().collect());

fuzz_target!(|input: (u16, &str)| {
    let (which, value) = input;
    let scheme = SCHEMES[usize::from(which) % SCHEMES.len()];
    let outcome = scheme.check(value);
    assert_eq!(outcome.valid, outcome.code.is_none(), "{}", scheme.name());
    let normal = outcome.normalized();
    // A letter of another script that no Latin one looks like has no normal form.
    let foreign = normal.is_empty() && !value.is_ascii();
    if outcome.valid && !foreign {
        let again = scheme.check(&normal);
        assert!(again.valid, "{}: {normal:?} of {value:?}", scheme.name());
        assert_eq!(again.normalized(), normal, "{}", scheme.name());
        // Mexico's RFC has a letter beyond ASCII.
        let of_a_number = |c: char| c.is_ascii() || c == 'Ñ';
        assert!(!normal.is_empty() && normal.chars().all(of_a_number), "{}", scheme.name());
    }
});
