//! `cargo xtask payloads N`: N generated payloads, a line each, on standard output. Always the same for the same N, of made-up
//! values only: most are complete, some lack fields, some have faults, some are no payload at all.

use std::{
    io::{BufWriter, Write},
    path::Path,
};

use anyhow::Context;

/// A small generator of pseudo-random numbers (`SplitMix64`), so that every machine makes the same payloads.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(words.len() as u64)).unwrap_or(0);
        words.get(at).copied().unwrap_or_default()
    }
}

const FIRST_NAMES: &[&str] =
    &["Jane", "Zoë", "Łukasz", "李", "Мария", "محمد", "Anne-Marie", "O", "D'Arcy"];
const LAST_NAMES: &[&str] =
    &["Smith", "Müller", "Nguyễn", "王", "Иванова", "van der Berg", "Ng", "Ó Briain"];
/// City, state, state code, postal code, country, locale, phone number.
const PLACES: &[[&str; 7]] = &[
    ["San Francisco", "California", "CA", "94102", "US", "en-US", "+14155551234"],
    ["London", "", "", "SW1A 1AA", "GB", "en-GB", "+442079460958"],
    ["Berlin", "", "", "10115", "DE", "de-DE", "+493012345678"],
    ["東京", "", "13", "100-0001", "JP", "ja-JP", "+81312345678"],
    ["São Paulo", "São Paulo", "SP", "01310-100", "BR", "pt-BR", "+5511961234567"],
    ["Mumbai", "Maharashtra", "MH", "400001", "IN", "en-IN", "+919812345678"],
];

/// `cargo xtask payloads N`.
pub(crate) fn run(_: &Path, args: &[String]) -> anyhow::Result<()> {
    let count: u64 = args.first().context("say how many")?.parse().context("that is no number")?;
    let mut numbers = Numbers(count);
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    for at in 0..count {
        writeln!(out, "{}", payload(&mut numbers, at))?;
    }
    out.flush()?;
    Ok(())
}

/// One of them: the one at this place.
pub(crate) fn payload(numbers: &mut Numbers, at: u64) -> String {
    // One in a thousand is broken.
    if at % 1000 == 999 {
        return numbers.one_of(&["{", "null", "[]", "{\"legalFirstName\":", "{}"]).to_owned();
    }
    let [city, state, code, postal, country, locale, phone] =
        PLACES[usize::try_from(numbers.below(PLACES.len() as u64)).unwrap_or(0)];
    // One in eight has a fault somewhere.
    let mut fault = |good: &str, bad: &str| {
        if numbers.below(64) == 0 { bad.to_owned() } else { good.to_owned() }
    };
    let phone = fault(phone, "555-0100");
    let postal = fault(postal, "?");
    let locale = fault(locale, "english");
    let employment = fault("EMPLOYED", "employed");
    let flag = fault("false", "\"no\"");
    let nationality = fault(country, "UK");
    let number = 100_000 + numbers.below(899_999);
    let year = 1940 + numbers.below(70);
    let month = 1 + numbers.below(12);
    let day = 1 + numbers.below(31);
    let documents = match numbers.below(8) {
        0 => "[]".to_owned(),
        1 => format!(
            "[{{\"type\":\"DRIVERS_LICENSE\",\"number\":\"D{number}\",\"issuingCountry\":\"{country}\",\"expirationDate\":\"2031-05-15\",\
             \"frontImageUrl\":\"https://storage.example.com/{number}-front.jpg\",\"backImageUrl\":\"https://storage.example.com/{number}-back.jpg\"}}]"
        ),
        _ => format!(
            "[{{\"type\":\"PASSPORT\",\"number\":\"P{number}\",\"issuingCountry\":\"{country}\",\"expirationDate\":\"2030-12-31\",\
             \"frontImageUrl\":\"https://storage.example.com/{number}.jpg\"}}]"
        ),
    };
    let first = numbers.one_of(FIRST_NAMES);
    let last = numbers.one_of(LAST_NAMES);
    format!(
        "{{\"legalFirstName\":\"{first}\",\"legalLastName\":\"{last}\",\"phoneNumber\":\"{phone}\",\"dateOfBirth\":\"{year}-{month:02}-{day:02}\",\
         \"address\":{{\"addressLine1\":\"{number} Main Street\",\"city\":\"{city}\",\"state\":\"{state}\",\"stateCode\":\"{code}\",\
         \"postalCode\":\"{postal}\",\"country\":\"{country}\",\"locale\":\"{locale}\"}},\"nationalIdType\":\"NATIONAL_ID\",\
         \"nationalIdNumber\":\"{number}{year}\",\"nationalIdIssuingCountry\":\"{country}\",\"nationality\":\"{nationality}\",\
         \"employmentStatus\":\"{employment}\",\"mostRecentOccupation\":\"Software Engineer\",\"sourceOfFunds\":\"EMPLOYMENT\",\
         \"accountPurpose\":\"PERSONAL_USE\",\"expectedMonthlyPaymentsUsd\":\"UNDER_10K\",\"isIntermediary\":{flag},\"documents\":{documents}}}"
    )
}
