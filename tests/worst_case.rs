//! No text can hurt: twice the input takes at most 2.2 times as long, for every rule and reader and the worst texts we could think of.
//!
//! Ratios, not milliseconds: the least of several turns, measured again where the machine was busy with something else. With
//! `KYC_WORST_CASE` set, the slowest answers to 64 KiB are printed and held to [`HASHES`] times what our SHA-256 of the same text takes;
//! that wants an optimised build (`cargo xtask proof`).

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use kyc_rules::{
    date,
    field::{Kind, Scope},
    field_id::{Form, Id},
    fields::FIELDS,
    lifecycle::{api_error, webhook},
    mrz, national_id,
    normalize::normalize,
    phone,
    policy::{AddressPolicy, NamePolicy, PhonePolicy, Policy},
    record::{Record, Slot},
    sha256::sha256,
    source::{json, packed},
    validate::Validator,
};

/// What is asked of a text.
type Ask<'a> = Box<dyn Fn(&str) + 'a>;

/// Keeps the compiler from leaving out what made the value.
fn consume<T>(value: T) {
    black_box(value);
}

/// What texts are made of, again and again.
const PIECES: &[&str] = &[
    "a",
    "A",
    "0",
    "1",
    " ",
    "-",
    ".",
    "@",
    "/",
    ":",
    "+",
    "<",
    "&",
    "%",
    "\\",
    "\"",
    "'",
    ",",
    "_",
    "#",
    "a.",
    "a@",
    "1-",
    "0 ",
    "xn--",
    "..",
    "//",
    "https://",
    "%41",
    "1.1.",
    "[::",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "\u{200d}\u{627}",
    "\u{202e}",
    "\u{3000}",
    "\u{a0}",
    "李",
    "한",
    "א",
    "\u{1f600}",
    "\u{fe0f}",
    "\u{10ffff}",
    "P.O. Box ",
    "Po",
    "PMB",
    "p o ",
    "a b ",
    "aA",
    "Z9",
    "St. ",
    "\n",
    "<b>",
    "&amp;",
    "\u{ff11}",
    "\u{ff0b}1",
    "{",
    "[",
    "null,",
    "en-",
    "en-US-",
    "x-",
    "P<UTO",
    "<<",
    "\u{1e}",
    "\u{1f}",
    "\u{1f}\"",
];

fn today() -> time::Date {
    date::parse("2026-01-31").unwrap()
}

/// Every way in which a single text comes in.
fn asks(policy: &Policy) -> Vec<(String, Ask<'_>)> {
    let mut asks: Vec<(String, Ask<'_>)> = Vec::new();
    let mut seen = Vec::new();
    for field in &FIELDS {
        if let Kind::Text { rule, .. } = field.kind
            && !seen.contains(&rule.name)
        {
            seen.push(rule.name);
            let scope = Scope::alone(today(), policy);
            asks.push((
                format!("rule {}", rule.name),
                Box::new(move |text| consume((rule.check)(text, &scope))),
            ));
            asks.push((
                format!("canonical {}", rule.name),
                Box::new(move |text| consume((rule.canonical)(text, &scope))),
            ));
        }
        let validator = Validator::new(today(), policy);
        let document = field.id.document_column().map(|_| 0);
        asks.push((
            format!("field {}", field.path),
            Box::new(move |text| {
                let mut record = Record::EMPTY;
                *record.slot_mut(Id::Country, None).unwrap() = Slot::of("US");
                *record.slot_mut(field.id, document).unwrap() = Slot::of(text);
                consume(validator.field(&record, field.id, document));
            }),
        ));
    }
    let schemes: Vec<_> = national_id::all().collect();
    asks.push((
        "every scheme of national identifiers".into(),
        Box::new(move |text| schemes.iter().for_each(|scheme| consume(scheme.check(text)))),
    ));
    asks.push(("phone".into(), Box::new(|text| consume(phone::parse(text, Some("DE"))))));
    asks.push(("E.164".into(), Box::new(|text| consume(phone::e164(text)))));
    #[cfg(feature = "phone-formats")]
    asks.push((
        "as you type".into(),
        Box::new(|text| consume(phone::as_you_type(text, text.len(), Some("US")))),
    ));
    asks.push(("zone".into(), Box::new(|text| consume(mrz::parse(&[text])))));
    asks.push(("zone's answer".into(), Box::new(|text| consume(mrz::answer(&[text], today())))));
    asks.push(("policy".into(), Box::new(|text| consume(Policy::from_json(text)))));
    asks.push(("API error".into(), Box::new(|text| consume(api_error::parse(400, text)))));
    asks.push(("API message".into(), Box::new(|text| consume(api_error::field_of(text)))));
    asks.push(("event".into(), Box::new(|text| consume(webhook::event::parse(text.as_bytes())))));
    asks.push((
        "packed".into(),
        Box::new(|text| consume(packed::read(text, Form::Kyc, &policy.limits))),
    ));
    fn read<'a>(text: &'a str, policy: &Policy) -> Record<'a> {
        json::read(text, Form::Kyc, &policy.limits)
    }
    let validator = Validator::new(today(), policy);
    asks.push((
        "payload".into(),
        Box::new(move |text| consume(validator.whole(&read(text, policy), Form::Kyc).to_json())),
    ));
    let validator = Validator::new(today(), policy);
    asks.push((
        "payload, a patch of itself".into(),
        Box::new(move |text| {
            let record = read(text, policy);
            consume(validator.patch(&record, Some(&record)).to_json());
        }),
    ));
    let validator = Validator::new(today(), policy);
    asks.push((
        "payload, normalized".into(),
        Box::new(move |text| consume(normalize(&mut read(text, policy), Form::Kyc, &validator))),
    ));
    asks
}

/// Payloads that grow in one way each, up to about that many bytes.
fn payloads(bytes: usize) -> Vec<(&'static str, String)> {
    let list = |head: &str, one: &dyn Fn(usize) -> String, tail: &str| {
        let mut text = head.to_owned();
        for at in 0.. {
            let next = one(at);
            if text.len() + next.len() + tail.len() + 1 > bytes {
                break;
            }
            if at > 0 {
                text.push(',');
            }
            text.push_str(&next);
        }
        text + tail
    };
    vec![
        (
            "unknown keys",
            list("{", &|at| format!("\"legalFirstNam{}\":\"{:030}\"", at % 10, at), "}"),
        ),
        ("one key again and again", list("{", &|at| format!("\"phoneNumber\":\"{at:040}\""), "}")),
        (
            "documents",
            list(
                "{\"documents\":[",
                &|at| format!("{{\"type\":\"PASSPORT\",\"number\":\"{at:080}\"}}"),
                "]}",
            ),
        ),
        ("empty documents", list("{\"documents\":[", &|_| format!("{{{}}}", " ".repeat(60)), "]}")),
        ("escapes", format!("{{\"legalFirstName\":\"{}\"}}", "\\u0041".repeat((bytes - 30) / 6))),
        ("halves", format!("{{\"legalFirstName\":\"{}\"}}", "\\ud800".repeat((bytes - 30) / 6))),
        (
            "an unknown key's name",
            format!("{{\"{}\":0}}", "legalFirstName".repeat((bytes - 10) / 14)),
        ),
        ("a number", format!("{{\"x\":{}}}", "1".repeat(bytes - 10))),
        ("space", format!("{{{}}}", " ".repeat(bytes - 10))),
        ("envelopes", format!("{}1{}", "{\"kycData\":".repeat(bytes / 14), "}".repeat(bytes / 14))),
        ("no end", format!("{{\"address\":{{\"city\":\"{}", "x".repeat(bytes - 30))),
    ]
}

/// The largest text that is read at all.
const WHOLE: usize = 65_536;

/// The least time of a few turns.
fn least(turns: u32, ask: &dyn Fn(&str), text: &str) -> Duration {
    let turn = |_| {
        let start = Instant::now();
        ask(black_box(text));
        start.elapsed()
    };
    (0..turns).map(turn).min().unwrap()
}

/// Whether twice the text takes at most 2.2 times as long. What is quicker than 20 µs passes: nothing can be told of it.
fn is_linear(ask: &dyn Fn(&str), half: &str, whole: &str) -> Result<(), f64> {
    let mut best = f64::MAX;
    for turns in [1, 3, 5, 15, 40, 100] {
        let long = least(turns, ask, whole);
        if long < Duration::from_micros(20) {
            return Ok(());
        }
        best = best.min(long.as_secs_f64() / least(turns, ask, half).as_secs_f64());
        if best <= 2.2 {
            return Ok(());
        }
    }
    Err(best)
}

/// How many times as long as its SHA-256 an answer to a text may take: 64 KiB in less than 1 ms where 160 MB are hashed a second, as our code
/// does it on any machine of the last ten years that has little else to do.
const HASHES: f64 = 2.5;

/// How long an answer takes in hashes of its text and in time, measured again where it seems long. `parts`: how many answers are asked for.
fn in_hashes(ask: &dyn Fn(&str), parts: u32, text: &str) -> (f64, Duration) {
    let hash = |text: &str| consume(sha256(text.as_bytes()));
    let mut best = (f64::MAX, Duration::MAX);
    for turns in [3, 5, 15, 40] {
        let took = least(turns, ask, text) / parts;
        let hashes = took.as_secs_f64() / least(turns, &hash, text).as_secs_f64();
        if hashes < best.0 {
            best = (hashes, took);
        }
        if best.0 < HASHES / 2.0 {
            break;
        }
    }
    best
}

/// The test can fail: what takes the square of the length is found out.
#[test]
fn what_takes_the_square_of_the_time_is_told() {
    let square = |text: &str| {
        let pairs = text.bytes().flat_map(|a| text.bytes().map(move |b| u64::from(a ^ b)));
        consume(pairs.fold(0_u64, |sum, pair| black_box(sum).wrapping_add(pair)));
    };
    // Sixteen times as long for four times the text: more than a busy machine makes of it.
    assert!(is_linear(&square, &"ab".repeat(500), &"ab".repeat(2_000)).is_err());
}

#[test]
fn twice_the_text_takes_at_most_twice_the_time() {
    let policy = Policy {
        mrz: true,
        address: AddressPolicy::Guide,
        names: NamePolicy::Latin,
        phone: PhonePolicy::Valid,
        ..Policy::default()
    };
    let measure = std::env::var_os("KYC_WORST_CASE").is_some();
    let mut wrong = Vec::new();
    let mut slowest: Vec<(f64, Duration, String)> = Vec::new();
    let mut tried = 0;
    let asks = asks(&policy);
    let schemes = u32::try_from(national_id::all().count()).unwrap();
    for (name, ask) in &asks {
        let pieces = PIECES.iter().map(|piece| {
            let text = piece.repeat(WHOLE / piece.len());
            (format!("{piece:?}"), piece.repeat(text.len() / piece.len() / 2), text)
        });
        let grown = payloads(WHOLE / 2)
            .into_iter()
            .zip(payloads(WHOLE))
            .filter(|_| name.starts_with("payload"));
        let grown = grown.map(|((what, half), (_, text))| (what.to_owned(), half, text));
        for (what, half, text) in pieces.chain(grown) {
            tried += 1;
            if let Err(ratio) = is_linear(ask, &half, &text) {
                wrong.push(format!("{name}, {what}: {ratio:.1} times"));
            }
            if measure {
                // A value is asked of the schemes of one country, not of all.
                let parts = if name.starts_with("every") { schemes } else { 1 };
                let (hashes, took) = in_hashes(ask, parts, &text);
                slowest.push((hashes, took, format!("{name}, {what}")));
            }
        }
    }
    println!("{tried} pairs of texts, {} ways in", asks.len());
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    slowest.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (hashes, took, what) in slowest.iter().take(8) {
        println!("{hashes:.2} times, {took:.2?}: {what}");
    }
    let slow: Vec<&String> =
        slowest.iter().filter(|it| it.0 > HASHES).map(|(_, _, what)| what).collect();
    assert!(slow.is_empty(), "more than {HASHES} times SHA-256: {slow:?}");
}
