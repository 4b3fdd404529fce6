//! The command line, run as a person or a script runs it.
#![cfg(feature = "cli")]

#[path = "../shared/command.rs"]
mod command;
mod single;

use std::process::Output;

use command::kyc;

const SAMPLE: &str = include_str!("../sample.json");

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
fn a_table_says_what_the_api_would_do() {
    for (input, words) in [
        ("{}", "the API would take it and ask for more"),
        ("{\"phoneNumber\":\"1\"}", "the API would refuse it: 400 BAD_REQUEST"),
    ] {
        let output = kyc(&["check", "-", "--today", "2025-11-05"], input.as_bytes());
        assert!(out(&output).contains(words), "{}", out(&output));
    }
    let few = std::env::temp_dir().join(format!("kyc-few-{}.json", std::process::id()));
    std::fs::write(&few, "{\"limits\":{\"issues\":3}}").unwrap();
    let output = kyc(&["check", "-", "--policy", few.to_str().unwrap()], b"{}");
    std::fs::remove_file(&few).unwrap();
    assert!(out(&output).contains("only the first 3 are shown"), "{}", out(&output));
}

#[test]
fn several_files_stand_under_their_names() {
    let output =
        kyc(&["check", "tests/sample.json", "tests/sample.json", "--today", "2025-11-05"], b"");
    assert_eq!(out(&output).matches("tests/sample.json").count(), 2);
}

#[test]
fn patches_and_new_customers_are_judged_as_what_they_are() {
    let patch = kyc(&["check", "-", "--mode", "patch", "--json"], br#"{"nationality":"US"}"#);
    assert_eq!(exit(&patch), 0, "{}", out(&patch));
    let create = kyc(&["check", "-", "--mode", "create", "--json"], br#"{"type":"INDIVIDUAL"}"#);
    assert_eq!(exit(&create), 1);
    assert!(out(&create).contains("\"path\":\"email\""), "{}", out(&create));
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
