//! `kyc image`, run as a person or a script runs it, on the files of `tests/images/small`.
#![cfg(feature = "cli")]

use std::{
    path::PathBuf,
    process::{Command, Output},
    time::{Duration, Instant},
};

/// The guide's policy, but for the size: the files are small so that they can be checked in.
const ANY_SIZE: &str = "--policy=guide minBytes=0";

fn file(name: &str) -> String {
    format!("{}/tests/images/small/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn kyc(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kyc")).arg("image").args(args).output().unwrap()
}

fn exit(output: &Output) -> i32 {
    output.status.code().expect("no signal ended it")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The codes in a report.
fn codes(output: &Output) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&out(output)).unwrap();
    let issues = report["issues"].as_array().unwrap();
    issues.iter().map(|issue| issue["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_found_is_the_exit_code() {
    for (name, code) in [
        ("card00-good.jpg", 0),
        ("card00-scan.png", 0),
        ("reportlab-seven-owner128.pdf", 0),
        // A blurred picture is a warning, while nobody counts attempts.
        ("card00-blur4.jpg", 0),
        ("grey.png", 1),
        ("cut52.jpg", 1),
        ("empty.jpg", 1),
        ("text.jpg", 1),
        ("a.gif", 1),
        ("reportlab-seven-user128.pdf", 1),
        ("pikepdf-script.pdf", 1),
    ] {
        let output = kyc(&[ANY_SIZE, &file(name)]);
        assert_eq!(exit(&output), code, "{name}: {}", out(&output));
        assert!(output.stderr.is_empty(), "{name}");
    }
    let tried = kyc(&[ANY_SIZE, "--attempt=1", &file("card00-blur4.jpg")]);
    assert_eq!(exit(&tried), 1, "{}", out(&tried));
}

#[test]
fn what_cannot_be_read_or_understood_is_two() {
    let (good, bad) = (file("card00-good.jpg"), file("empty.jpg"));
    assert_eq!(exit(&kyc(&[&file("not there.jpg")])), 2);
    assert_eq!(exit(&kyc(&[&file("")])), 2, "a folder");
    let mixed = kyc(&[ANY_SIZE, &file("not there.jpg"), &good, &bad]);
    assert_eq!(exit(&mixed), 2);
    assert!(out(&mixed).contains("card00-good.jpg") && out(&mixed).contains("The file is empty"));
    assert_eq!(exit(&kyc(&[])), 2);
    assert_eq!(exit(&kyc(&["--type=LIBRARY_CARD", &good])), 2);
    assert_eq!(exit(&kyc(&["--policy=nobody", &good])), 2);
}

#[test]
fn json_is_a_report_a_line() {
    let good = file("card00-good.jpg");
    let one = kyc(&[ANY_SIZE, "--json", &good]);
    assert!(out(&one).starts_with("{\"acceptable\":true,\"issues\":["), "{}", out(&one));
    assert_eq!(out(&one).lines().count(), 1);
    let two = kyc(&[ANY_SIZE, "--json", "--headers", &good, &file("cut52.png")]);
    let reports: Vec<serde_json::Value> =
        out(&two).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(reports.len(), 2);
    assert_eq!(reports[0]["file"], good);
    assert_eq!(reports[1]["issues"][0]["code"], "image.truncated");
    assert!(reports[0].get("quality").is_none(), "headers only");
    let locked = kyc(&[ANY_SIZE, "--json", &file("reportlab-seven-user128.pdf")]);
    assert_eq!(codes(&locked), ["image.pdf_password"]);
    let newest = kyc(&[ANY_SIZE, "--json", &file("reportlab-seven-user256.pdf")]);
    assert_eq!(codes(&newest), ["image.pdf_encrypted"]);
}

#[test]
fn the_type_decides_the_resolution() {
    let scan = file("card00-scan.png");
    let dpi = |kind: &str| {
        let output = kyc(&[ANY_SIZE, "--json", kind, &scan]);
        let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        (report["facts"]["effectiveDpi"].as_u64(), codes(&output))
    };
    let (card, said) = dpi("--type=DRIVERS_LICENSE");
    assert_eq!((card, said), (Some(142), vec!["image.resolution_low".to_owned()]));
    let (page, said) = dpi("--type=UTILITY_BILL");
    assert!(page < card && said.contains(&"image.resolution_low".to_owned()));
    let any = kyc(&[ANY_SIZE, "--json", &scan]);
    assert!(codes(&any).is_empty() && out(&any).contains("\"unverified\":[\"resolution\""));
}

#[test]
fn a_file_given_twice_has_one_digest() {
    let (page, blurred) = (file("text.jpg"), file("card00-good.jpg"));
    // `sha256sum tests/images/small/text.jpg`
    let digest = "ade02861276559fe478f96f66dde8e5d2d5f1abfb66156eb720dc3df4fb36e0d";
    let told = out(&kyc(&[ANY_SIZE, "--sha256", &page, &blurred, &page]));
    assert_eq!(told.matches(digest).count(), 2, "{told}");
    assert_eq!(told.matches("  sha256 ").count(), 3);
    assert!(!out(&kyc(&[ANY_SIZE, &page])).contains("sha256"), "only where asked for");
    // One file alone is named too, so that its digest has something to belong to.
    let json: serde_json::Value =
        serde_json::from_str(&out(&kyc(&[ANY_SIZE, "--sha256", "--json", &page]))).unwrap();
    assert_eq!((&json["file"], &json["sha256"]), (&page.as_str().into(), &digest.into()));
}

#[test]
fn standard_input_is_a_file_without_a_name() {
    // A JPG whose name claims PNG: through a pipe there is no name to be wrong.
    let input = std::fs::File::open(file("wrong-name.png")).unwrap();
    let args = ["image", ANY_SIZE, "--json", "--headers", "-"];
    let piped = Command::new(env!("CARGO_BIN_EXE_kyc")).args(args).stdin(input).output().unwrap();
    let named = kyc(&[ANY_SIZE, "--json", "--headers", &file("wrong-name.png")]);
    assert_eq!((exit(&piped), exit(&named)), (0, 0));
    assert_eq!(codes(&named), ["image.name_mismatch"]);
    assert_eq!(codes(&piped), [""; 0]);
    let facts = |output: &Output| {
        let report: serde_json::Value = serde_json::from_str(&out(output)).unwrap();
        report["facts"].clone()
    };
    assert_eq!(facts(&piped), facts(&named), "the size among them");
}

#[test]
fn people_are_told_what_it_is_and_what_is_wrong() {
    let told = out(&kyc(&[ANY_SIZE, "--type=DRIVERS_LICENSE", &file("card00-scan.png")]));
    assert!(told.contains("acceptable, with a word (PNG, ") && told.contains("142 DPI at most, "));
    assert!(
        told.contains("\n  warning The picture shows the document at 142 DPI at most: 300 or more")
    );
    assert!(told.contains("[image.resolution_low]\n  not verified: "), "{told}");
    let refused = out(&kyc(&[ANY_SIZE, "--type=PASSPORT", &file("grey.png")]));
    assert!(refused.contains("refused (PNG, ") && refused.contains("\n  error "), "{refused}");
    let pages = out(&kyc(&[ANY_SIZE, &file("reportlab-seven.pdf"), &file("reportlab-one.pdf")]));
    assert!(pages.contains("(PDF, 7 pages, ") && pages.contains("(PDF, 1 page, "), "{pages}");
}

#[test]
fn facts_have_words_for_colours_and_locks() {
    for (name, key, word) in [
        ("card00-good.jpg", "/facts/colour", "colour"),
        ("palette.png", "/facts/colour", "palette"),
        ("cmyk.jpg", "/facts/colour", "cmyk"),
        ("grey.png", "/facts/colour", "grey"),
        ("reportlab-seven-owner128.pdf", "/facts/pdf/encryption", "restricted"),
        ("reportlab-seven-user128.pdf", "/facts/pdf/encryption", "password"),
        ("reportlab-seven-user256.pdf", "/facts/pdf/encryption", "unknown"),
    ] {
        let output = kyc(&[ANY_SIZE, "--json", "--headers", &file(name)]);
        let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        assert_eq!(report.pointer(key), Some(&word.into()), "{name}");
    }
}

/// 32,768 pixels a side are a gigabyte in grey and four in colour; the file has a few bytes of them.
#[test]
fn a_gigabyte_that_is_claimed_is_nothing() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, colour) in [("grey", 0_u8), ("colour", 6)] {
        let mut png = b"\x89PNG\r\n\x1A\n".to_vec();
        let mut chunk = |kind: &[u8; 4], body: &[u8]| {
            let summed = [kind, body].concat();
            let mut sum = u32::MAX;
            for byte in &summed {
                sum ^= u32::from(*byte);
                for _ in 0..8 {
                    sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
                }
            }
            png.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
            png.extend(&summed);
            png.extend((!sum).to_be_bytes());
        };
        let side = 32_768_u32.to_be_bytes();
        chunk(b"IHDR", &[&side[..], &side, &[8, colour, 0, 0, 0]].concat());
        chunk(b"IDAT", b"\x78\x9C\x63\x60\x60\x60\0\0\0\x04\0\x01");
        chunk(b"IEND", b"");
        let path = folder.join(format!("claims-{name}.png"));
        std::fs::write(&path, png).unwrap();
        let start = Instant::now();
        let output = kyc(&[ANY_SIZE, "--json", path.to_str().unwrap()]);
        assert!(start.elapsed() < Duration::from_secs(20));
        let text = out(&output);
        assert!(text.contains("\"width\":32768") && text.contains("\"sharpness\""), "{text}");
        assert!(!text.contains("\"quality\""), "{text}");
    }
}
