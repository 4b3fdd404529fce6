//! Any bytes as a file, and as pixels: no panic, no word that is not earned, the same answer twice.
#![no_main]

use kyc_rules::image::{self, Document, Hints, ImageCode, quality};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u32, &[u8])| {
    let (choice, width, bytes) = input;
    let document = [None, Some(Document::Passport), Some(Document::Card), Some(Document::Page)]
        [usize::from(choice % 4)];
    let hints = Hints { name: Some("a.jpg"), document, ..Hints::default() };
    let report = image::inspect(bytes, &hints);
    assert_eq!(report.to_json(), image::inspect(bytes, &hints).to_json());
    assert_eq!(
        report.facts.format.is_none(),
        report
            .issues
            .iter()
            .any(|issue| { matches!(issue.code, ImageCode::Empty | ImageCode::FormatUnknown) })
    );
    let width = width % 200;
    if let Some(height) = u32::try_from(bytes.len() / 4).unwrap().checked_div(width) {
        let pixels = &bytes[..usize::try_from(width * height * 4).unwrap()];
        if let Some(quality) = quality(pixels, width, height) {
            assert!(
                quality.blur.is_none_or(|blur| blur <= 10_000)
                    && quality.chroma <= 10_000
                    && quality.border <= 10_000
            );
        }
    }
});
