//! Signatures that hold, and those that do not.

use super::*;

const NOW: i64 = 1_492_774_577_000;
const BODY: &[u8] = br#"{"id":"evt"}"#;
/// Made with Python's `hmac`.
const PAIRS: &str =
    "t=1492774577,v1=247e03a9fb93b8e81f0f3e13d74f36d58eaa13110e1ba3ee14ec41be3fcd855b";

fn pairs(header: &str, secrets: &[&str], now: i64) -> Result<(), Fault> {
    let headers = [("Stripe-Signature", header)];
    let delivery = Delivery { body: BODY, headers: &headers };
    verify(&Scheme::STRIPE, &delivery, secrets, now, TOLERANCE)
}

#[test]
fn pairs_of_time_and_signature() {
    let secrets = ["old", "whsec_test"];
    assert_eq!(pairs(PAIRS, &secrets, NOW), Ok(()));
    let rotated = format!("t=1492774577,v1={} {PAIRS}", "0".repeat(64));
    assert_eq!(pairs(&rotated, &secrets, NOW), Ok(()));
    assert_eq!(pairs(PAIRS, &["old"], NOW), Err(Fault::Mismatch));
    assert_eq!(pairs(PAIRS, &[], NOW), Err(Fault::NoSecret));
    assert_eq!(pairs(PAIRS, &[""], NOW), Err(Fault::NoSecret));
    assert_eq!(pairs(PAIRS, &secrets, NOW + 300_001), Err(Fault::TooOld));
    assert_eq!(pairs(PAIRS, &secrets, NOW - 300_001), Err(Fault::TooNew));
    for header in ["", "v1=00", "t=x,v1=00", "t=-1,v1=00"] {
        assert_eq!(pairs(header, &secrets, NOW), Err(Fault::MalformedHeader), "{header}");
    }
}

#[test]
fn seconds_and_milliseconds_and_every_bit_of_the_body() {
    for time in ["1492774577", "1492774577000"] {
        let signature = to_hex(&hmac_sha256(b"s", &[time.as_bytes(), b".", BODY]));
        let headers = [("X-API-Timestamp", time), ("x-api-signature", signature.as_str())];
        let delivery = Delivery { body: BODY, headers: &headers };
        assert_eq!(verify(&Scheme::API, &delivery, &["s"], NOW, TOLERANCE), Ok(()));
        for bit in 0..BODY.len() * 8 {
            let mut body = BODY.to_vec();
            body[bit / 8] ^= 1 << (bit % 8);
            let tampered = Delivery { body: &body, headers: &headers };
            let answer = verify(&Scheme::API, &tampered, &["s"], NOW, TOLERANCE);
            assert_eq!(answer, Err(Fault::Mismatch));
        }
        let bare = Delivery { headers: &headers[1..], ..delivery };
        assert_eq!(verify(&Scheme::API, &bare, &["s"], NOW, TOLERANCE), Err(Fault::MissingHeader));
    }
}

#[test]
fn one_of_many_signatures_is_enough_and_each_secret_signs_once() {
    let genuine = to_base64(&hmac_sha256(&[0; 3], &[b"m.1492774577.", BODY]));
    let wrong = to_base64(&[7; 32]);
    // As many as fit into a header; a body of this size hashed for each of them would take minutes.
    let body = vec![b' '; 1 << 20];
    for (body, last, answer) in [
        (BODY, &genuine, Ok(())),
        (BODY, &wrong, Err(Fault::Mismatch)),
        (&body, &genuine, Err(Fault::Mismatch)),
    ] {
        let signatures = format!("{}v1,{last}", format!("v1,{wrong} ").repeat(10_000));
        let headers = [
            ("webhook-id", "m"),
            ("webhook-timestamp", "1492774577"),
            ("webhook-signature", signatures.as_str()),
        ];
        let delivery = Delivery { body, headers: &headers };
        let said = verify(&Scheme::STANDARD, &delivery, &["whsec_AAAA"], NOW, TOLERANCE);
        assert_eq!(said, answer);
    }
}

#[test]
fn a_signature_of_another_length_is_no_panic() {
    for signature in ["", "v1,", "v1,AAAA", "v2,AAAA", "ä"] {
        let headers = [
            ("webhook-id", "m"),
            ("webhook-timestamp", "1492774577"),
            ("webhook-signature", signature),
        ];
        let delivery = Delivery { body: BODY, headers: &headers };
        let answer = verify(&Scheme::STANDARD, &delivery, &["whsec_AAAA"], NOW, TOLERANCE);
        assert_eq!(answer, Err(Fault::Mismatch));
    }
}

#[test]
fn a_logged_delivery_shows_nothing() {
    let delivery = Delivery { body: BODY, headers: &[("x-webhook-signature", "secret")] };
    assert_eq!(format!("{delivery:?}"), "delivery");
}

/// What is sent is what the published scheme says, and is believed with its secret, and with no other.
#[test]
fn what_is_signed_is_believed() {
    let signed = |scheme: &Scheme<'static>| sign(scheme, BODY, "m", "whsec_test", NOW);
    // The same body and time that Python's `hmac` signed.
    assert_eq!(signed(&Scheme::STRIPE), [("stripe-signature", PAIRS.to_owned())]);
    let (_, digest) = PAIRS.split_once("v1=").unwrap();
    let hex = [digest.to_owned(), "1492774577".to_owned()];
    assert_eq!(signed(&Scheme::HEX).into_iter().map(|(_, value)| value).collect::<Vec<_>>(), hex);
    let names = |scheme| signed(scheme).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&Scheme::API), ["x-api-signature", "x-api-timestamp"]);
    for scheme in [Scheme::HEX, Scheme::API, Scheme::STANDARD, Scheme::STRIPE] {
        let headers = sign(&scheme, BODY, "m", "whsec_c2VjcmV0", NOW);
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let delivery = Delivery { body: BODY, headers: &headers };
        let verified = |secret| verify(&scheme, &delivery, &[secret], NOW, TOLERANCE);
        assert_eq!(verified("whsec_c2VjcmV0"), Ok(()), "{:?}", scheme.format);
        assert_eq!(verified("whsec_c2VjcmU0"), Err(Fault::Mismatch), "{:?}", scheme.format);
    }
}

/// Anyone could sign with it.
#[test]
fn nothing_is_signed_with_a_secret_that_is_none() {
    for (scheme, secret) in [
        (Scheme::HEX, ""),
        (Scheme::STRIPE, ""),
        (Scheme::STANDARD, "whsec_"),
        (Scheme::STANDARD, "whsec_no base64"),
    ] {
        assert!(sign(&scheme, BODY, "m", secret, NOW).is_empty(), "{:?}", scheme.format);
    }
}
