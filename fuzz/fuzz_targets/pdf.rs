//! Any bytes behind a PDF's header: no panic, bounded work.
#![no_main]

use kyc_rules::image::{self, Hints};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"%PDF-1.7\n", bytes].concat();
    let facts = image::facts(&file, &Hints::default());
    let pdf = facts.pdf.expect("it has a PDF's header");
    assert!(pdf.page_facts.len() <= 20);
    assert!(pdf.pages.is_none_or(|pages| pages >= 1));
});
