//! The command line, run as a person or a script runs it.
#![cfg(feature = "cli")]

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

const SAMPLE: &str = include_str!("sample.json");

fn kyc(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kyc"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The child may stop reading early (too large an input); that is no failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn exit(output: &Output) -> i32 {
    output.status.code().expect("no signal ended it")
}

#[test]
fn the_guide_s_sample_is_ready() {
    let output = kyc(&["check", "-", "--today", "2025-11-05"], SAMPLE.as_bytes());
    assert_eq!(exit(&output), 0);
    let text = out(&output);
    assert!(text.contains("national_id.placeholder") && text.contains("ready:"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colours in a pipe");
}

#[test]
fn verdicts_are_exit_codes() {
    let judged = [("{}", 1), ("null", 1), ("[]", 1), ("\"x\"", 1), ("{\"phoneNumber\":\"1\"}", 1)];
    let unusable = [("{\"a\":", 2), ("", 2), ("{\"a\":1,}", 2), ("\u{0}", 2), ("nul", 2)];
    for (text, code) in judged.into_iter().chain(unusable) {
        let output = kyc(&["check", "-", "--json"], text.as_bytes());
        assert_eq!(exit(&output), code, "{text}");
        assert!(out(&output).starts_with("{\"verdict\":\""), "{text}: {}", out(&output));
    }
}

#[test]
fn hostile_input_gets_a_clear_answer() {
    let deep = "[".repeat(50_000);
    let closed = format!("{}{}", deep, "]".repeat(50_000));
    let objects = "{\"a\":".repeat(20_000);
    let many = format!("[{}1]", "1,".repeat(5_000));
    let large = format!("{{\"legalFirstName\":\"{}\"}}", "x".repeat(100_000_000));
    let cases: [(&[u8], &str); 7] = [
        (deep.as_bytes(), "json.too_deep"),
        (closed.as_bytes(), "json.too_large"),
        (objects.as_bytes(), "json.too_large"),
        (many.as_bytes(), "json.too_many_values"),
        (large.as_bytes(), "json.too_large"),
        (b"{\"legalFirstName\":\"\xff\"}", "json.syntax"),
        (b"\xef\xbb\xbf{\"a\"", "json.syntax"),
    ];
    for (input, code) in cases {
        let output = kyc(&["check", "-", "--json"], input);
        assert!(out(&output).contains(code), "{code}: {}", out(&output));
        assert_eq!(exit(&output), 2, "{code}");
    }
    let output =
        kyc(&["check", "-", "--json"], br#"{"legalFirstName":"\ud800","legalFirstName":"Jane"}"#);
    assert!(out(&output).contains("duplicate_key") && out(&output).contains("text.not_unicode"));
    assert_eq!(exit(&output), 1);
}

#[test]
fn files_that_cannot_be_read_say_so() {
    for (args, words) in [
        (&["check", "no-such-file.json"][..], "no-such-file.json"),
        (&["check", "src"], "it is a folder"),
        (&["check", "-", "--policy", "no-such-policy.json"], "no-such-policy.json"),
        (&["check", "-", "--today", "2026-02-30"], "2026-01-31"),
        (&["value", "--ndjson", "no-such-file"], "no-such-file"),
        (&["value"], "--ndjson"),
    ] {
        let output = kyc(args, b"{}");
        let error = String::from_utf8(output.stderr.clone()).unwrap();
        assert_eq!(exit(&output), 2, "{args:?}: {error}");
        assert!(error.contains(words), "{args:?}: {error}");
    }
}

#[test]
fn a_policy_with_a_slip_is_refused() {
    let file = std::env::temp_dir().join(format!("kyc-policy-{}.json", std::process::id()));
    std::fs::write(&file, "{\"minimalAge\":21}").unwrap();
    let output = kyc(&["check", "-", "--policy", file.to_str().unwrap()], b"{}");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(exit(&output), 2);
}

#[test]
fn several_files_are_lines_with_their_names() {
    let output = kyc(
        &["check", "tests/sample.json", "tests/sample.json", "--json", "--today", "2025-11-05"],
        b"",
    );
    let text = out(&output);
    assert_eq!(exit(&output), 0);
    assert_eq!(text.lines().count(), 2);
    assert!(
        text.lines()
            .all(|line| line.starts_with("{\"file\":\"tests/sample.json\",\"verdict\":\"ready\""))
    );
}

#[test]
fn a_broken_line_is_reported_and_the_rest_goes_on() {
    let sample = SAMPLE.replace('\n', " ");
    let input = format!("{sample}\n{{broken\n\n{}\n{{}}\n{sample}", "x".repeat(1 << 20));
    let output = kyc(&["check", "--ndjson", "--today", "2025-11-05"], input.as_bytes());
    let verdicts: Vec<_> = out(&output)
        .lines()
        .map(|line| {
            let report: serde_json::Value = serde_json::from_str(line).unwrap();
            let code = report["issues"][0]["code"].as_str().unwrap_or_default().to_owned();
            format!("{} {code}", report["verdict"].as_str().unwrap())
        })
        .collect();
    let expected = [
        "ready national_id.placeholder",
        "invalid json.syntax",
        "invalid json.too_large",
        "incomplete required",
        "ready national_id.placeholder",
    ];
    assert_eq!(verdicts, expected);
    assert_eq!(exit(&output), 2);
}

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

#[test]
fn names_of_the_account_are_compared_with_the_legal_ones() {
    let account = std::env::temp_dir().join(format!("kyc-account-{}.json", std::process::id()));
    let check = |text: &str| {
        std::fs::write(&account, text).unwrap();
        let file = account.to_str().unwrap();
        kyc(&["check", "-", "--account", file, "--today", "2025-11-05"], SAMPLE.as_bytes())
    };
    let same = check(r#"{"firstName":"Jane","lastName":"Smith"}"#);
    assert_eq!(exit(&same), 0);
    assert!(!out(&same).contains("name.differs_from_account"));
    let other = check(r#"{"firstName":"Jane","lastName":"Doe"}"#);
    assert_eq!(exit(&other), 0, "a warning");
    assert!(out(&other).contains("name.differs_from_account"), "{}", out(&other));
    let broken = check("[]");
    assert_eq!(exit(&broken), 2);
    assert!(String::from_utf8_lossy(&broken.stderr).contains("--account is not a JSON object"));
    std::fs::remove_file(&account).unwrap();
    let gone = kyc(&["check", "-", "--account", account.to_str().unwrap()], SAMPLE.as_bytes());
    assert_eq!(exit(&gone), 2);
}
