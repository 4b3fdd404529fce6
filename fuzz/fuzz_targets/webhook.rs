//! Any headers and body as a webhook: nothing unsigned passes, what we sign does, and any body is read or refused.
#![no_main]

use kyc_rules::{
    lifecycle::{
        status::CustomerStatus,
        webhook::{
            event,
            hmac::{from_base64, from_hex, to_base64, to_hex},
            reduce::Known,
            signature::{Delivery, Scheme, TOLERANCE, sign, verify},
        },
    },
    policy::Policy,
};
use libfuzzer_sys::fuzz_target;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

fuzz_target!(|input: (u8, i64, &str, &str, &[u8])| {
    let (which, now, header, time, body) = input;
    let scheme =
        [Scheme::HEX, Scheme::API, Scheme::STANDARD, Scheme::STRIPE][usize::from(which % 4)];
    let headers = [(scheme.signature, header), (scheme.timestamp, time), (scheme.id, header)];
    let delivery = Delivery { body, headers: &headers };
    // Nobody but us knows the secret.
    assert!(verify(&scheme, &delivery, &[SECRET], now, TOLERANCE).is_err());
    let signed_at = now.rem_euclid(4_000_000_000_000);
    let signed = sign(&scheme, body, "evt_1", SECRET, signed_at);
    let signed: Vec<(&str, &str)> =
        signed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let genuine = Delivery { body, headers: &signed };
    assert_eq!(verify(&scheme, &genuine, &["other", SECRET], signed_at, TOLERANCE), Ok(()));
    let tampered = [body, b"x"].concat();
    assert!(
        verify(&scheme, &Delivery { body: &tampered, ..genuine }, &[SECRET], signed_at, TOLERANCE)
            .is_err()
    );
    if let Ok(event) = event::parse(body) {
        let mut customer = Known::new(CustomerStatus::UnderReview);
        customer.reduce(&event, &Policy::default());
        customer.reduce(&event, &Policy::default());
    }
    if let Some(digest) = from_hex(header) {
        assert_eq!(to_hex(&digest), header.to_ascii_lowercase());
    }
    if let Some(bytes) = from_base64(header) {
        assert_eq!(from_base64(&to_base64(&bytes)), Some(bytes));
    }
});
