//! No text can hurt: twice the input takes at most 2.2 times as long, for every rule and reader and the worst texts we could think of.
//!
//! Ratios, not milliseconds: the least of several turns, measured again where the machine was busy with something else. With
//! `KYC_WORST_CASE` set, the slowest answers to 64 KiB are printed and held to [`HASHES`] times what our SHA-256 of the same text takes;
//! that wants an optimised build (`cargo xtask proof`).

mod inputs;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use inputs::{PIECES, asks, consume, payloads};
use kyc_rules::{
    national_id,
    policy::{AddressPolicy, NamePolicy, PhonePolicy, Policy},
    sha256::sha256,
};

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

/// Whether twice the text takes at most 2.2 times as long. What is quicker than 100 µs passes: by the square of their number,
/// 64 KiB would take seconds, and a copy alone may take ten times as long where the allocator asks the system for memory.
fn is_linear(ask: &dyn Fn(&str), half: &str, whole: &str) -> Result<(), f64> {
    let mut best = f64::MAX;
    for turns in [1, 3, 5, 15, 40, 100] {
        let long = least(turns, ask, whole);
        if long < Duration::from_micros(100) {
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
        println!("{hashes:.2} hashes, {took:.2?}: {what}");
    }
    let slow: Vec<&String> =
        slowest.iter().filter(|it| it.0 > HASHES).map(|(_, _, what)| what).collect();
    assert!(slow.is_empty(), "more than {HASHES} times SHA-256: {slow:?}");
}
