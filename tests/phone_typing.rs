//! Numbers while they are typed: laws that hold at every key of the metadata's example numbers, and what a person sees at some of them.
#![cfg(feature = "phone-formats")]

use kyc_rules::phone::{Kind, PhoneError, Reason, as_you_type, parse};
use serde_json::Value;

/// Each region, the calling code, and example numbers of each type: published by libphonenumber, in use by nobody it knows of.
fn examples() -> Vec<(String, String, Vec<String>)> {
    let metadata = include_str!("../data/phone/metadata.json");
    let metadata: Value = serde_json::from_str(metadata).unwrap();
    let region = |(name, region): (&String, &Value)| {
        let types = region["types"].as_object().unwrap().values();
        let numbers = types.filter_map(|it| it["ex"].as_str().map(str::to_owned)).collect();
        (name.clone(), region["cc"].to_string(), numbers)
    };
    metadata["regions"].as_object().unwrap().iter().map(region).collect()
}

fn keys(text: &str) -> String {
    text.chars().filter(|c| *c == '+' || c.is_ascii_digit()).collect()
}

#[test]
fn every_key_of_every_example_shows_its_digits_and_keeps_the_caret() {
    let mut seen = 0;
    for (region, code, numbers) in examples() {
        for number in numbers {
            for whole in [format!("+{code}{number}"), number.clone()] {
                let mut shown = String::new();
                for (at, key) in whole.char_indices() {
                    // What a browser has after a key at the end: what was shown before, and the key.
                    shown.push(key);
                    let typed = as_you_type(&shown, shown.len(), Some(&region));
                    assert_eq!(
                        keys(&typed.text),
                        whole[..=at],
                        "{region}: digits stay as they are"
                    );
                    assert_eq!(
                        typed.caret,
                        typed.text.len(),
                        "{region}: the caret stays at the end"
                    );
                    let again = as_you_type(&typed.text, typed.caret, Some(&region));
                    assert_eq!(again, typed, "{region}: laid out once is laid out");
                    shown = typed.text;
                    seen += 1;
                }
                for caret in 0..=shown.len() {
                    let typed = as_you_type(&shown, caret, Some(&region));
                    assert_eq!(
                        keys(&typed.text[..typed.caret]),
                        keys(&shown[..caret]),
                        "{region}: as many keys before the caret"
                    );
                }
            }
        }
    }
    assert!(seen > 10_000, "only {seen} keys");
}

#[test]
fn a_whole_number_looks_as_it_does_anywhere_else() {
    let (mut alike, mut all) = (0, 0);
    for (_, code, numbers) in examples() {
        for number in numbers {
            let text = format!("+{code}{number}");
            let phone = parse(&text, None).unwrap();
            let typed = as_you_type(&text, 0, None);
            assert_eq!(typed.verdict, *phone.verdict());
            all += 1;
            alike += usize::from(typed.text == phone.international());
        }
    }
    // Some layouts leave out or move digits (Argentina's 9, Brazil's carriers): nothing is laid out by those while somebody types.
    assert!(alike * 100 > all * 97, "{alike} of {all}");
}

#[test]
fn the_way_to_a_whole_number_is_kept_to() {
    let groups =
        |text: &str| text.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).count();
    let (mut fewer, mut all) = (0, 0);
    for (_, code, numbers) in examples() {
        for number in numbers {
            let mut before = String::new();
            for key in format!("+{code}{number}").chars() {
                let now = as_you_type(&format!("{before}{key}"), 0, None).text;
                fewer += usize::from(groups(&now) < groups(&before));
                all += 1;
                before = now;
            }
        }
    }
    // Germany, Britain and others have numbers so short that a longer one passes through them: it must not fall apart there. Bulgaria,
    // Honduras and Nepal have short numbers with a layout of their own.
    assert!(fewer <= 5, "{fewer} of {all} keys took a group away");
}

#[test]
fn a_key_in_the_middle_and_a_key_taken_out() {
    let british = |text: &str, caret| {
        let typed = as_you_type(text, caret, Some("GB"));
        (typed.text, typed.caret)
    };
    // One taken out in the second group: the number is one that may be whole, yet is laid out as what it most likely becomes.
    assert_eq!(british("020 746 0958", 5), ("020 7460 958".into(), 5));
    // Put in before everything, with the caret behind it.
    assert_eq!(british("0", 1), ("0".into(), 1));
    assert_eq!(british("", 0), (String::new(), 0));
    // The last digit taken out takes the space before it along.
    assert_eq!(british("020 ", 4), ("020".into(), 3));
}

#[test]
fn what_is_dialled_abroad_stands_before_a_number_laid_out_as_there() {
    let shown = |text: &str, country| as_you_type(text, text.len(), country).text;
    assert_eq!(shown("0033123456789", Some("GB")), "00 33 1 23 45 67 89");
    assert_eq!(shown("011442079460958", Some("US")), "011 44 20 7946 0958");
    assert_eq!(shown("+33", Some("GB")), "+33");
    assert_eq!(shown("+999123", Some("GB")), "+999123", "no such calling code");
    assert_eq!(shown("02079460958", None), "02079460958", "of no country");
    assert_eq!(shown("02079460958", Some("ZZ")), "02079460958", "of no country that there is");
    // The prefix stands apart where no layout writes it.
    assert_eq!(shown("12025550173", Some("US")), "1 (202) 555-0173");
}

#[test]
fn pasted_text_is_laid_out_and_more_than_a_number_is_left_alone() {
    // A place of UTF-16, as browsers count: each of these digits is two units.
    let bold = "\u{1D7CE}\u{1D7D0}\u{1D7CE}\u{1D7D5}";
    let typed = as_you_type(bold, 4, Some("GB"));
    assert_eq!((typed.text.as_str(), typed.caret), ("020 7", 2));
    assert_eq!(as_you_type("\u{202a}+44\u{a0}20–7946\u{202c}", 0, None).text, "+44 20 7946");
    for text in ["020 7946 0958 ext. 12", "0800 FLOWERS", "+44 20 +44", "tel:+442079460958"] {
        let typed = as_you_type(text, 3, Some("GB"));
        assert_eq!((typed.text.as_str(), typed.caret), (text, 3));
    }
    // Beyond what is laid out nothing is lost.
    let long = "1".repeat(30);
    assert_eq!(as_you_type(&long, 30, Some("US")).text, long);
}

#[test]
fn each_key_says_how_it_stands() {
    let said = |text: &str| {
        let verdict = as_you_type(text, text.len(), Some("GB")).verdict;
        (verdict.valid, verdict.reason)
    };
    assert_eq!(said(""), (false, Some(Reason::Empty)));
    assert_eq!(said("+"), (false, Some(Reason::NotANumber)));
    assert_eq!(said("020"), (false, Some(Reason::TooShort)));
    assert_eq!(said("+4420"), (false, Some(Reason::TooShort)));
    assert_eq!(said("020 7946 0958"), (true, None));
    assert_eq!(said("+44 20 7946 0958"), (true, None));
    assert_eq!(said("020 7946 0958 ext. 12"), (true, None));
    assert_eq!(said("0800 FLOWERS"), (false, Some(Reason::NotANumber)));
}

#[test]
fn debug_shows_no_digit() {
    let typed = as_you_type("02079460958", 0, Some("GB"));
    let phone = parse("02079460958", Some("GB")).unwrap();
    for shown in [format!("{typed:?}"), format!("{phone:?}")] {
        assert!(shown.contains("verdict") && !shown.contains("7946"), "{shown}");
    }
}

#[test]
fn an_extension_is_written_as_its_country_writes_it() {
    let phone = |text| parse(text, None).unwrap();
    assert_eq!(phone("+1 202-555-0173 ext 9").national(), "(202) 555-0173 ext. 9");
    assert_eq!(phone("+442079460958;ext=12").international(), "+44 20 7946 0958 x12");
    assert_eq!(phone("+1 202-555-0173").extension(), None);
    assert_eq!(phone("+44 20 7946 0958 #12").extension(), Some("12"));
    // Brackets and a label of its own.
    assert_eq!(phone("+44 20 7946 0958 (ext 12)").extension(), Some("12"));
}

#[test]
fn what_was_asked_for_and_is_not_is_said() {
    let american = parse("+1 202-555-0173", None).unwrap();
    assert_eq!((american.calling_code(), american.kind()), (1, Kind::FixedLineOrMobile));
    // It may be either, and is taken for what was asked for.
    assert_eq!(american.mismatch(&["US"], &[Kind::Mobile]), None);
    assert_eq!(american.mismatch(&[], &[Kind::FixedLine, Kind::Voip]), None);
    assert_eq!(american.mismatch(&[], &[Kind::TollFree]), Some(Reason::WrongType));
    assert_eq!(american.mismatch(&["CA"], &[Kind::TollFree]), Some(Reason::WrongCountry));
    // What is not valid says so first.
    let short = parse("+1 202-555", None).unwrap();
    assert_eq!(short.reason(), Some(Reason::TooShort));
    assert_eq!(short.mismatch(&["CA"], &[Kind::TollFree]), Some(Reason::TooShort));
}

#[test]
fn each_reason_has_a_name_of_its_own_and_words_without_a_digit() {
    let refused = |text: &str| parse(text, None).unwrap_err();
    let reasons = [
        ("", Reason::Empty, "empty", "no phone number given"),
        ("abc", Reason::NotANumber, "not_a_number", "not a phone number"),
        (
            "020 7946 0958",
            Reason::UnknownCallingCode,
            "unknown_calling_code",
            "a phone number without a known calling code",
        ),
        ("+1 2", Reason::TooShort, "too_short", "too short for a phone number"),
        (&"1".repeat(251), Reason::TooLong, "too_long", "too long for a phone number"),
    ];
    for (text, reason, name, words) in reasons {
        assert_eq!(refused(text), PhoneError { reason });
        assert_eq!(reason.name(), name);
        assert_eq!(refused(text).to_string(), words);
    }
    let numbers = [
        ("+44 207", Reason::TooShort, "too_short"),
        ("+1 555 0173", Reason::LocalOnly, "local_only"),
        ("+44 20 7946 0958 12345", Reason::TooLong, "too_long"),
        ("+1 102 555 0173", Reason::Unassigned, "unassigned"),
    ];
    for (text, reason, name) in numbers {
        assert_eq!(parse(text, None).unwrap().reason().map(Reason::name), Some(name), "{reason:?}");
    }
    assert_eq!(Reason::InvalidLength.name(), "invalid_length");
    assert_eq!(Reason::WrongCountry.name(), "wrong_country");
    assert_eq!(Reason::WrongType.name(), "wrong_type");
    assert_eq!(Reason::Incomplete.name(), "incomplete");
}

#[test]
fn a_context_is_a_number_or_a_domain() {
    let e164 = |text: &str| parse(text, Some("GB")).map(|phone| phone.e164().to_owned()).ok();
    let british = Some("+442079460958".to_owned());
    assert_eq!(e164("tel:20-7946-0958;phone-context=+44"), british);
    assert_eq!(e164("tel:02079460958;phone-context=example.com"), british);
    assert_eq!(e164("tel:02079460958;phone-context=a-b.example.co.uk."), british);
    assert_eq!(e164("tel:02079460958;phone-context=example.com;isub=1"), british);
    // RFC 3966, `domainname`: labels neither start nor end with a hyphen, the last starts with a letter.
    for context in ["+", "-a.com", "a..com", "a-.com", "a.-com", "1", "a.1b", "", "a b"] {
        assert_eq!(e164(&format!("tel:02079460958;phone-context={context}")), None, "{context}");
    }
}
