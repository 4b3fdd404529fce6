//! Any entries and any text as the packed payload of the boundary: read or refused, and what is read is answered.
#![no_main]

use kyc_rules::{
    date, field_id::Form, normalize::normalize, policy::Policy, source::packed,
    validate::Validator, wire,
};
use libfuzzer_sys::fuzz_target;

/// What entries and values begin with, and what no entry does.
const FIRSTS: &str = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTdkanz";
const KINDS: &str = "\"\"\"0+-1{[?_z";

/// A payload packed of such entries; of a first character or a kind, which one.
fn pack(root: u8, entries: &[(u8, u8, &str)]) -> String {
    let pick = |from: &str, at: u8| from.chars().nth(usize::from(at) % from.len()).unwrap();
    let mut packed = String::from(pick(KINDS, root));
    for (first, kind, text) in entries {
        let text = text.get(..text.len().min(8191)).unwrap_or_default();
        let length = text.len();
        let length =
            [length & 127, length >> 7].map(|part| char::from(u8::try_from(part).unwrap()));
        match pick(FIRSTS, *first) {
            first @ ('k' | 'a') => packed.extend([first, length[0], length[1]]),
            'n' => packed.extend(['n', char::from(kind & 127), '\0', length[0], length[1]]),
            first => {
                let kind = pick(KINDS, *kind);
                packed.extend([first, kind]);
                if kind != '"' {
                    continue;
                }
                packed.extend(length);
            }
        }
        packed.push_str(text);
    }
    packed
}

fuzz_target!(|input: (bool, u8, Vec<(u8, u8, &str)>, &str)| {
    let (customer, root, entries, tail) = input;
    let form = if customer { Form::Customer } else { Form::Kyc };
    let policy = Policy::default();
    let text = pack(root, &entries) + tail;
    let Some(mut record) = packed::read(&text, form, &policy.limits) else { return };
    assert!(record.documents.len() <= policy.limits.documents + 1);
    let validator = Validator::new(date::parse("2026-01-31").unwrap(), &policy);
    let report = validator.whole(&record, form);
    assert!(!wire::report(&report).is_empty());
    let changes = normalize(&mut record, form, &validator);
    let _ = wire::changes(&changes, &record);
    assert!(normalize(&mut record, form, &validator).is_empty());
});
