//! What a scheme says of itself and of a number.

use crate::{
    code::{Code, Severity},
    national_id::{CAPACITY, all, scheme},
};

#[test]
fn a_scheme_is_logged_by_its_name() {
    assert_eq!(format!("{:?}", scheme("BR.cpf").unwrap()), "BR.cpf");
}

/// More characters than any number has are no number of any scheme, and nothing of them is given back.
#[test]
fn what_is_longer_than_any_number_is_none() {
    let cpf = scheme("BR.cpf").unwrap();
    let long = cpf.check(&"1".repeat(CAPACITY + 1));
    assert!(!long.valid && long.birth_date.is_none());
    assert_eq!((long.code, long.severity), (Some(Code::NationalIdFormat), Some(Severity::Error)));
    assert_eq!(long.normalized(), "");
    // However much stands between the characters.
    let spaced = ["111", &" ".repeat(CAPACITY), "44477735"].concat();
    assert!(cpf.check(&spaced).valid);
}

#[cfg(feature = "docs")]
#[test]
fn what_the_docs_say_of_a_scheme() {
    let cpf = scheme("BR.cpf").unwrap();
    assert_eq!(cpf.format(), "ddd.ddd.ddd-dd");
    assert_eq!(scheme("DE.stnr").unwrap().format(), "d{10,11}|dddd0d{8}");
    assert_eq!(cpf.methods(), ["a weighted sum modulo 11"]);
    for scheme in super::super::all() {
        let texts = [scheme.title(), scheme.issuer(), scheme.source(), scheme.format()];
        assert!(texts.iter().all(|text| !text.is_empty()), "{scheme:?}");
        // A method is named where there are check characters, and only there.
        let checked = scheme.strength() != super::Strength::Format;
        assert_eq!(scheme.methods().is_empty(), !checked, "{scheme:?}");
    }
}

/// The check digit behind the serial number is one by itself: a wrong one is seen without the dates.
#[test]
fn each_check_digit_of_a_german_card_counts() {
    let card = scheme("DE.ausweis").unwrap();
    let fault = |number: &str| card.check(number).code;
    // The published specimen of the card.
    for good in ["T22000129", "T220001293", "T220001293D640812520103154"] {
        assert_eq!(fault(good), None, "{good}");
    }
    for bad in [
        "T220001294",
        "T220001294D640812520103154",
        "T220001293D640812620103154",
        "T220001293D640812520103164",
        "T220001293D640812520103155",
    ] {
        assert_eq!(fault(bad), Some(Code::NationalIdCheckDigit), "{bad}");
    }
}

/// What a caller keeps of a number is a number of its scheme, and kept again it is the same.
#[test]
fn what_is_normalized_is_taken_again_as_it_is() {
    for scheme in all() {
        let normal = scheme.check(scheme.example()).normalized();
        let again = scheme.check(&normal);
        assert!(again.valid && again.normalized() == normal, "{}: {normal}", scheme.name());
    }
    let finnish = scheme("FI.hetu").unwrap();
    for (typed, normal) in [
        ("131052-308T", "131052-308T"),
        ("131052 + 308t", "131052+308T"),
        ("010101c0101", "010101C0101"),
    ] {
        assert_eq!(finnish.check(typed).normalized(), normal);
    }
}
