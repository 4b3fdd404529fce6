//! How many of each a core judges in a second, natively.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kyc_rules::{
    field_id::Form,
    national_id,
    phone::{e164, parse},
    policy::Policy,
    source::json,
    validate::Validator,
};
use time::{Date, Month};

const SAMPLE: &str = include_str!("../tests/sample.json");

/// Numbers of many countries, valid and not, so that no branch is always taken.
const NUMBERS: [&str; 16] = [
    "+442079460958",
    "+12025550173",
    "+4930123456",
    "+33123456789",
    "+393123456789",
    "+34612345678",
    "+5511912345678",
    "+919876543210",
    "+8613123456789",
    "+819012345678",
    "+61412345678",
    "+2348021234567",
    "+905012345678",
    "+420999123456",
    "+4420794609",
    "+999123456789",
];

const TYPED: [(&str, &str); 8] = [
    ("020 7946 0958", "GB"),
    ("(202) 555-0173", "US"),
    ("+49 30 123456", "DE"),
    ("01 23 45 67 89", "FR"),
    ("tel:+39-312-345-6789", "IT"),
    ("0034 612 34 56 78", "FR"),
    ("+55 (11) 91234-5678", "BR"),
    ("098765 43210 ext. 12", "IN"),
];

fn phones(c: &mut Criterion) {
    let mut group = c.benchmark_group("phone");
    group.throughput(Throughput::Elements(NUMBERS.len() as u64));
    group.bench_function("E.164 check", |b| {
        b.iter(|| NUMBERS.iter().filter(|number| e164(black_box(number)).valid).count());
    });
    group.throughput(Throughput::Elements(TYPED.len() as u64));
    group.bench_function("full parse", |b| {
        b.iter(|| {
            TYPED
                .iter()
                .filter(|(text, country)| parse(black_box(text), Some(country)).is_ok())
                .count()
        });
    });
    group.finish();
}

fn schemes(c: &mut Criterion) {
    let schemes: Vec<_> = national_id::all().map(|scheme| (scheme, scheme.example())).collect();
    let mut group = c.benchmark_group("national ID");
    group.throughput(Throughput::Elements(schemes.len() as u64));
    group.bench_function("scheme check", |b| {
        b.iter(|| {
            schemes
                .iter()
                .filter(|(scheme, example)| scheme.check(black_box(example)).valid)
                .count()
        });
    });
    group.finish();
}

fn payloads(c: &mut Criterion) {
    let policy = Policy::default();
    let today = Date::from_calendar_date(2026, Month::January, 31).unwrap();
    let validator = Validator::new(today, &policy);
    let wrong = SAMPLE
        .replace("+14155551234", "4155551234")
        .replace("1990-05-15", "1990-02-30")
        .replace("\"94102\"", "\"9410\"")
        .replace("\"EMPLOYED\"", "\"EMPLOYD\"")
        .replace("\"country\": \"US\"", "\"country\": \"usa\"");
    let mut group = c.benchmark_group("payload from JSON");
    group.throughput(Throughput::Elements(1));
    for (name, text) in [("the guide's sample", SAMPLE), ("with five mistakes", &wrong)] {
        group.bench_function(name, |b| {
            b.iter(|| {
                let record = json::read(black_box(text), Form::Kyc, &policy.limits);
                validator.whole(&record, Form::Kyc)
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots().sample_size(30);
    targets = phones, schemes, payloads
}
criterion_main!(benches);
