//! Phone numbers out of any text: what is read reads the same again, and a layout keeps every digit and the caret's place.
#![no_main]

use kyc_rules::phone::{as_you_type, e164, parse};
use libfuzzer_sys::fuzz_target;

const COUNTRIES: [Option<&str>; 8] =
    [None, Some("US"), Some("GB"), Some("DE"), Some("BR"), Some("AR"), Some("IT"), Some("QQ")];

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

fuzz_target!(|input: (u8, u8, &str)| {
    let (country, caret, text) = input;
    let country = COUNTRIES[usize::from(country) % COUNTRIES.len()];
    if let Ok(phone) = parse(text, country) {
        assert_eq!(e164(phone.e164()), *phone.verdict());
        // Of a number that is not valid, what looks like a national prefix may go with each reading, as libphonenumber has it.
        if phone.is_valid() {
            let again = parse(phone.e164(), None).expect("E.164 is a number");
            assert_eq!(again.e164(), phone.e164());
            assert_eq!(again.verdict(), phone.verdict());
            for shown in [phone.national(), phone.international()] {
                assert!(shown.bytes().any(|c| c.is_ascii_digit()));
            }
            // The short labels of some regions (`x`) take nine digits at most, as libphonenumber has it.
            if phone.extension().is_none_or(|extension| extension.len() <= 9) {
                assert_eq!(
                    parse(&phone.international(), None).map(|same| same.e164().to_owned()),
                    Ok(phone.e164().to_owned())
                );
            }
        }
    }
    let typed = as_you_type(text, usize::from(caret), country);
    let again = as_you_type(&typed.text, typed.caret, country);
    if text.bytes().all(|c| c.is_ascii_digit() || c == b'+' || c == b' ') && text.len() < 25 {
        assert_eq!(digits(&typed.text), digits(text));
    }
    assert_eq!(again.text, typed.text, "laid out twice is laid out once");
});
