//! What the fuzzers begin with: a dictionary of the words that the rules know, and inputs made of the vectors.

use std::{fs, path::Path};

use kyc_rules::{code::Code, field::Kind, fields::FIELDS};
use serde_json::Value;

use super::Target;

/// A dictionary of the words that the rules know.
pub(super) fn words() -> String {
    let mut words: Vec<String> = Vec::new();
    for field in &FIELDS {
        words.push(format!("\"{}\":", field.key));
        words.push(field.key.to_owned());
        words.push(field.example.replace('\n', ""));
        if let Kind::Choice(choices) = field.kind {
            words.extend(choices.values.iter().map(|value| (*value).to_owned()));
        }
    }
    words.extend(Code::ALL.iter().map(|code| code.name().to_owned()));
    let more = "kycData|null|true|false|\\ud800|\\udc00|xn--|https://|P<UTO|<<|%PDF-1.7|endobj|stream|/Type /Page|/Filter /FlateDecode|v1,|t=|\
        Validation failed: |customer.state_changed|payload|newStatus|customerId|error|message|statusCode|details|issues";
    words.extend(more.split('|').map(str::to_owned));
    let bytes = [
        &b"\xff\xd8\xff\xe0"[..],
        b"\x89PNG\r\n\x1a\n",
        b"IHDR",
        b"IDAT",
        b"\x1e",
        b"\x1f",
        b"\xe2\x80\x8d",
        b"\xcc\x81",
    ];
    let line = |word: &[u8]| -> String {
        let shown = word.iter().map(|byte| match byte {
            b'"' => "\\\"".to_owned(),
            b'\\' => "\\\\".to_owned(),
            b' '..=b'~' => char::from(*byte).to_string(),
            other => format!("\\x{other:02x}"),
        });
        format!("\"{}\"\n", shown.collect::<Vec<_>>().concat())
    };
    let texts = words.iter().filter(|word| !word.is_empty()).map(|word| line(word.as_bytes()));
    texts.chain(bytes.iter().map(|word| line(word))).collect()
}

/// Inputs to begin with, out of the vectors: payloads, or values. The target `packed` packs its own.
pub(super) fn sow(root: &Path, target: &Target, seeds: &Path) -> anyhow::Result<()> {
    let Target { name, before, .. } = *target;
    let mut texts: Vec<String> = Vec::new();
    let sample = fs::read_to_string(root.join("tests/sample.json"))?;
    for folder in ["payload", "rules"] {
        for file in fs::read_dir(root.join("tests/vectors").join(folder))? {
            let text = fs::read_to_string(file?.path())?;
            let cases: Vec<&serde_json::value::RawValue> = serde_json::from_str(&text)?;
            // Every third is enough, and what holds half a surrogate pair is none of serde's.
            let cases = cases
                .iter()
                .step_by(3)
                .filter_map(|case| serde_json::from_str::<Value>(case.get()).ok());
            for case in cases {
                let value = case.get("value").and_then(Value::as_str);
                match (name, value, case.get("payload")) {
                    ("payload" | "json", _, Some(payload)) => texts.push(payload.to_string()),
                    ("patch", _, Some(payload)) => texts.push(format!("{payload}\u{1e}{sample}")),
                    ("ids" | "phone" | "rules" | "mrz", Some(value), _) => {
                        texts.push(value.to_owned());
                    }
                    _ => {}
                }
            }
        }
    }
    match name {
        "payload" | "json" => texts.push(sample),
        "patch" => texts.push(format!("{sample}\u{1e}{sample}")),
        "api_error" => {
            let message = "Validation failed: phoneNumber must be in E.164 format";
            texts.push(format!(
                "{{\"error\":\"BAD_REQUEST\",\"message\":\"{message}\",\"statusCode\":400}}"
            ));
            texts.push("{\"code\":\"X\",\"details\":{\"issues\":[{\"path\":[\"kycData\",\"city\"],\"message\":\"m\"}]}}".to_owned());
        }
        _ => {}
    }
    for (at, text) in texts.iter().enumerate() {
        // Another choice with each seed, in both bytes of a choice among more than 256.
        let choices = [u8::try_from(at % 256)?, u8::try_from(at / 256 % 256)?];
        let choices = choices.into_iter().cycle().take(before);
        let input: Vec<u8> = choices.chain(text.bytes()).collect();
        fs::write(seeds.join(format!("{at:04}")), input)?;
    }
    Ok(())
}
