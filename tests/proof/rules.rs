//! What mutants of the rules and of the words they share showed to be held by doc examples alone, or by nobody.

use kyc_rules::{
    field_id::{Form, Id},
    lifecycle::webhook::hmac::{hmac_sha256, to_hex},
    policy::Policy,
    source::json,
    text::tidy,
    validate::Validator,
    wire,
};

use crate::suites::today;

/// The codes that a field of a payload gets, and its canonical form.
fn judged(data: &str, id: Id, form: Form) -> (Vec<&'static str>, Option<String>) {
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let record = json::read(data, form, &policy.limits);
    let issues = validator.whole(&record, form).issues;
    let codes = issues.iter().filter(|issue| issue.field == Some(id));
    (codes.map(|issue| issue.code.name()).collect(), validator.canonical(&record, id, None))
}

#[test]
fn white_space_is_one_space_and_what_shows_nothing_goes() {
    for (text, tidied) in [
        ("  Mary\u{a0} \tAnn\u{ad}e", Some("Mary Anne")),
        ("Mary \u{3000}Anne", Some("Mary Anne")),
        ("Mary\u{2003}Anne", Some("Mary Anne")),
        ("Mary Anne", None),
        ("é\u{ad}é", Some("éé")),
        ("é", None),
    ] {
        assert_eq!(tidy(text).as_deref(), tidied, "{text:?}");
    }
}

#[test]
fn free_text_has_a_canonical_form() {
    let data = r#"{"mostRecentOccupation":" Software  Engineer "}"#;
    let (codes, canonical) = judged(data, Id::MostRecentOccupation, Form::Kyc);
    assert_eq!(codes, ["text.outer_space"]);
    assert_eq!(canonical.as_deref(), Some("Software Engineer"));
}

/// RFC 6531 lets any script into the part before the @, digits too.
#[test]
fn digits_of_any_script_stand_in_an_address() {
    for address in
        ["उदा५@example.org", "用户123@example.org", "٣٤@example.org", "名前７@example.org"]
    {
        let (codes, _) = judged(&format!(r#"{{"email":"{address}"}}"#), Id::Email, Form::Customer);
        assert!(!codes.contains(&"email.format"), "{address}: {codes:?}");
    }
}

/// A domain is the same in any case; what stands before it is the provider's to read (RFC 5321, 2.4).
#[test]
fn a_domain_is_written_small() {
    let of =
        |email: &str| judged(&format!(r#"{{"email":"{email}"}}"#), Id::Email, Form::Customer).1;
    assert_eq!(of("Jane@EXAMPLE.com").as_deref(), Some("Jane@example.com"));
    assert_eq!(of(" Jane@example.com").as_deref(), Some("Jane@example.com"));
    assert_eq!(of("Jane@example.com"), None);
}

/// RFC 2104: a key of a block is taken as it is, a longer one is hashed first. The sums are Python's `hmac`.
#[test]
fn keys_of_a_block_and_one_more() {
    for (length, sum) in [
        (63, "72e2574a80103393636742087ee2e4f4be8eaf4529477d505328d27613dbde32"),
        (64, "a39648657f969aa84902f8c263c541388416628e207755fd46880fece1039baf"),
        (65, "7bfce7d537c3bbb20354beb89fe427867333b1fdf97f2c9270d9242c4902eedd"),
    ] {
        let digest = hmac_sha256(&vec![b'k'; length], &[b"What do ya want ", b"for nothing?"]);
        assert_eq!(to_hex(&digest), sum, "{length}");
    }
}

/// Seven digits and more that count up, down or nowhere; six may be anybody's.
#[test]
fn placeholders_have_seven_digits_and_more() {
    let of = |number: &str| {
        let data = format!(
            r#"{{"nationalIdType":"NATIONAL_ID","nationalIdIssuingCountry":"XX","nationalIdNumber":"{number}"}}"#
        );
        judged(&data, Id::NationalIdNumber, Form::Kyc).0
    };
    for number in ["1111111", "1234567", "9876543", "0123456"] {
        assert_eq!(of(number), ["national_id.placeholder"], "{number}");
    }
    for number in ["111111", "123456", "2345678", "1111112"] {
        assert_eq!(of(number), [""; 0], "{number}");
    }
}

/// What crosses into the module's script: the verdict, and a record an issue.
#[test]
fn a_report_is_written_for_the_wire() {
    let policy = Policy::default();
    let validator = Validator::new(today(), &policy);
    let written = |data: &str| {
        wire::report(&validator.whole(&json::read(data, Form::Kyc, &policy.limits), Form::Kyc))
    };
    let sample = written(include_str!("../sample.json"));
    assert!(sample.starts_with('r'), "{sample:?}");
    let empty = written("{}");
    assert!(empty.starts_with('i') && empty.matches(wire::ISSUE).count() > 10, "{empty:?}");
    assert!(written(r#"{"phoneNumber":"555"}"#).starts_with('v'));
}

/// The lines as they are printed, once the policy knows the field.
#[test]
fn a_zone_has_a_canonical_form() {
    let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    let policy = Policy { mrz: true, ..Policy::default() };
    let validator = Validator::new(today(), &policy);
    let data = serde_json::json!({"documents": [{"mrz": zone.to_lowercase()}]}).to_string();
    let record = json::read(&data, Form::Kyc, &policy.limits);
    assert_eq!(validator.canonical(&record, Id::DocumentMrz, Some(0)).as_deref(), Some(zone));
    let off = Policy { mrz: false, ..Policy::default() };
    assert_eq!(Validator::new(today(), &off).canonical(&record, Id::DocumentMrz, Some(0)), None);
}

/// What the account says of the names stands where the names' other issues stand: in the order of the form.
#[test]
fn the_account_s_issues_stand_in_the_order_of_the_form() {
    let policy = Policy::default();
    let account =
        json::read(r#"{"firstName":"Jane","lastName":"Smith"}"#, Form::Customer, &policy.limits);
    let kyc =
        r#"{"legalFirstName":"Rose","legalLastName":"Doe","phoneNumber":"555","documents":[{}]}"#;
    let kyc = json::read(kyc, Form::Kyc, &policy.limits);
    let issues = Validator::new(today(), &policy).whole_beside(&kyc, &account).issues;
    let differs = |id| {
        issues
            .iter()
            .any(|it| it.field == Some(id) && it.code.name() == "name.differs_from_account")
    };
    assert!(differs(Id::LegalFirstName) && differs(Id::LegalLastName));
    let outside: Vec<_> =
        issues.iter().filter(|it| it.index.is_none()).map(|it| it.field).collect();
    assert!(outside.is_sorted(), "{outside:?}");
}

/// A code that is none of ISO's, and a country's name, are told apart.
#[test]
fn a_wrong_code_is_no_name() {
    let of = |text: &str| {
        let data = format!(r#"{{"nationality":"{text}"}}"#);
        judged(&data, Id::Nationality, Form::Kyc).0
    };
    for code in ["UK", "U.K.", "usa", "U S A"] {
        assert!(!of(code).contains(&"country.name"), "{code}: {:?}", of(code));
    }
    for name in ["United States", "Deutschland", "Chad", "Perú"] {
        assert!(of(name).contains(&"country.name"), "{name}: {:?}", of(name));
    }
}
