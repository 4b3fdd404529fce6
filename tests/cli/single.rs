//! Single values, phone numbers, and the lists of what there is.

use super::{command::kyc, exit, out};

#[test]
fn values_are_answered_line_by_line() {
    let input = concat!(
        r#"{"path":"address.postalCode","value":"94102","data":{"address":{"country":"US"}},"today":"2026-01-31"}"#,
        "\n",
        r#"{"path":"documents.0.type","value":"ID_CARD"}"#,
        "\n",
        r#"{"path":"documents[0].type","value":"ID_CARD"}"#,
        "\n",
        r#"{"path":"nope","value":1}"#,
        "\n",
        r#"{"path":"email","value":null}"#,
        "\n",
    );
    let output = kyc(&["value", "--ndjson"], input.as_bytes());
    let text = out(&output);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], r#"{"issues":[],"normalized":"94102"}"#);
    assert_eq!(lines[1], r#"{"issues":[],"normalized":"NATIONAL_ID"}"#);
    assert_eq!(lines[2], lines[1]);
    assert!(lines[3].starts_with("{\"error\":"));
    assert!(lines[4].contains("\"code\":\"required\"") && lines[4].contains("\"normalized\":null"));
    assert_eq!(exit(&output), 2, "one line was no question");
}

#[test]
fn lists_are_json_too() {
    for what in ["fields", "codes"] {
        let output = kyc(&[what, "--json"], b"");
        let list: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        assert!(list.as_array().unwrap().len() > 30, "{what}");
        assert!(out(&kyc(&[what], b"")).lines().count() > 30, "{what}");
    }
}

#[test]
fn single_identifiers_are_answered_a_line_each() {
    let input = [
        r#"{"phone":"020 7946 0958","country":"GB"}"#,
        r#"{"phone":"+420999123456"}"#,
        r#"{"phone":"call me"}"#,
        r#"{"scheme":"BR.cpf","value":"111.444.777-35"}"#,
        r#"{"scheme":"BR.cpf","value":"111.444.777-36"}"#,
        r#"{"scheme":"BR.nothing","value":"1"}"#,
        r#"{"mrz":["I<UTOD231458907<<<<<<<<<<<<<<<","7408122F1204159UTO<<<<<<<<<<<6","ERIKSSON<<ANNA<MARIA<<<<<<<<<<"]}"#,
        r#"{"mrz":"one line"}"#,
        r#"{"scheme":"BR.cpf","value":5}"#,
    ];
    let output = kyc(&["value", "--ndjson"], input.join("\n").as_bytes());
    assert_eq!(exit(&output), 2, "two lines are no questions");
    let text = out(&output);
    let answers: Vec<&str> = text.lines().collect();
    assert_eq!(answers.len(), input.len());
    for (answer, wanted) in answers.iter().zip([
        r#"{"valid":true,"possible":true,"region":"GB","type":"FIXED_LINE","e164":"+442079460958","national":"020 7946 0958","international":"+44 20 7946 0958","extension":null,"reason":null,"at":null}"#,
        r#""reason":"unassigned","at":5}"#,
        r#""e164":null,"national":null,"international":null,"extension":null,"reason":"not_a_number","at":null}"#,
        r#"{"valid":true,"severity":null,"code":null,"normalized":"11144477735"}"#,
        r#"{"valid":false,"severity":"error","code":"national_id.check_digit","normalized":null}"#,
        r#"{"severity":null,"code":null,"normalized":null}"#,
        r#"{"valid":true,"format":"TD1","failed":[]"#,
        r#"{"error":"#,
        r#"{"error":"the value of a scheme must be text"}"#,
    ]) {
        assert!(answer.contains(wanted), "{answer}\nwanted {wanted}");
    }
}

#[test]
fn a_phone_number_is_told() {
    let output = kyc(&["phone", "020 7946 0958", "--country", "gb"], b"");
    assert_eq!(exit(&output), 0);
    assert!(out(&output).contains("+442079460958") && out(&output).starts_with("valid\n"));
    let output = kyc(&["phone", "+420999123456", "--json"], b"");
    assert_eq!(exit(&output), 1);
    assert!(out(&output).contains("\"possible\":true"));
    assert_eq!(exit(&kyc(&["phone", "1", "--country", "Narnia"], b"")), 2);
}

#[test]
fn what_is_wrong_with_a_phone_number_is_said_in_words() {
    for (number, first, words) in [
        ("", "no number: nothing there", ""),
        ("call me", "no number: letters or signs", ""),
        ("020 7946 0958", "no number: no calling code in use", "--country"),
        ("+44 207", "not possible", "too few digits for its country"),
        ("+44 20 7946 0958 12345", "not possible", "too many digits for its country"),
        ("+1 555 0173", "not possible", "the area code is missing"),
        ("+420999123456", "possible, in no assigned range", "no number in use starts like this"),
    ] {
        let output = kyc(&["phone", number], b"");
        assert_eq!(exit(&output), 1, "{number}");
        let text = out(&output);
        assert!(text.starts_with(first) && text.contains(words), "{number}: {text}");
    }
}

#[test]
fn a_value_may_bring_a_policy_and_be_no_text() {
    let lines = [
        r#"{"path":"dateOfBirth","value":"2006-01-01","today":"2026-01-31","policy":{"minimumAge":21}}"#,
        r#"{"path":"isIntermediary","value":true}"#,
        r#"{"path":"nationality","value":"US","policy":{"minimalAge":21}}"#,
    ];
    let output = kyc(&["value", "--ndjson"], lines.join("\n").as_bytes());
    let text = out(&output);
    let answers: Vec<&str> = text.lines().collect();
    assert!(answers[0].contains("date_of_birth.under_age"), "{text}");
    assert_eq!(answers[1], r#"{"issues":[],"normalized":true}"#);
    assert!(answers[2].contains("the policy: unknown_key"), "{text}");
    assert_eq!(exit(&output), 2);
}

#[test]
fn schemes_are_listed() {
    let output = kyc(&["schemes", "--json"], b"");
    let list: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let list = list.as_array().unwrap();
    assert!(list.len() > 250);
    for scheme in list {
        for key in ["name", "title", "issuer", "source", "mask", "example"] {
            assert_ne!(scheme[key], "", "{scheme}");
        }
    }
    assert!(out(&kyc(&["schemes", "--country", "br"], b"")).contains("BR.cpf"));
    assert_eq!(exit(&kyc(&["schemes", "--country", "QQ"], b"")), 2);
}
