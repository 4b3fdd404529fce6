//! What the headers of a file cost, and a megabyte of walking to its end, natively: `cargo bench --bench image` in `benches`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kyc_rules::image::{Hints, facts, inspect, quality};

/// Real files, small: what is measured is what stands before and around a picture.
const SMALL: &[(&str, &[u8])] = &[
    ("PDF of 30 pages of text", include_bytes!("../tests/images/small/reportlab-thirty.pdf")),
    ("PDF of 3 pages, not packed", include_bytes!("../tests/images/small/reportlab-plain.pdf")),
    (
        "PDF of 5 pages, object streams",
        include_bytes!("../tests/images/small/gs-five-linear-objstm.pdf"),
    ),
];

const MEGABYTES: usize = 8;

/// Bytes as a picture's are: any, and the same each time.
fn noise() -> Vec<u8> {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    std::iter::repeat_with(next).take(MEGABYTES << 20).collect()
}

/// A photograph as a camera writes it: stuffed zeros where a byte is 0xFF.
fn jpeg(noise: &[u8]) -> Vec<u8> {
    let mut out = b"\xFF\xD8\xFF\xC0\0\x11\x08\x0B\xB8\x0F\xA0\x03\x01\x22\0\x02\x11\x01\x03\x11\x01".to_vec();
    out.extend(b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0");
    for byte in noise {
        out.push(*byte);
        if *byte == 0xFF {
            out.push(0);
        }
    }
    out.extend(b"\xFF\xD9");
    out
}

/// A scan as a scanner writes it: one picture a page, with its length or without.
fn scan(noise: &[u8], length: usize) -> Vec<u8> {
    let head = format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>> endobj\n\
        4 0 obj <</Length 31>> stream\nq 595 0 0 842 0 0 cm /A Do Q   \nendstream endobj\n\
        5 0 obj <</Subtype/Image/Width 2480/Height 3508/ColorSpace/DeviceRGB/Length {length}>> stream\n"
    );
    let tail = b"\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
    [head.as_bytes(), noise, tail].concat()
}

fn headers(c: &mut Criterion) {
    let mut group = c.benchmark_group("image headers");
    for (name, file) in SMALL {
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.bench_function(*name, |b| b.iter(|| facts(black_box(file), &Hints::default())));
    }
    let (_, file) = SMALL[0];
    group.bench_function("report as JSON, 30 pages", |b| {
        b.iter(|| inspect(black_box(file), &Hints::default()).to_json());
    });
    group.finish();
}

fn walks(c: &mut Criterion) {
    let noise = noise();
    let files = [
        ("JPG", jpeg(&noise)),
        ("PDF, a scan", scan(&noise, noise.len())),
        ("PDF, a scan of the wrong length", scan(&noise, 1)),
    ];
    let mut group = c.benchmark_group("image walk to the end");
    for (name, file) in &files {
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.bench_function(*name, |b| b.iter(|| facts(black_box(file), &Hints::default())));
    }
    group.finish();
}

fn pixels(c: &mut Criterion) {
    let pixels = noise();
    let mut group = c.benchmark_group("image quality");
    group.bench_function("1600 x 1200", |b| {
        b.iter(|| quality(black_box(&pixels[..1600 * 1200 * 4]), 1600, 1200));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots().sample_size(20);
    targets = headers, walks, pixels
}
criterion_main!(benches);
