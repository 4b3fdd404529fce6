//! Files of a few bytes, read and judged: pictures and PDFs, whole, cut and hostile.

use alloc::{string::String, vec, vec::Vec};

use super::{
    Colour, Document, Encryption, End, Facts, Format, Hints, ImageCode, ImagePolicy, PRESETS,
    QualityGate, facts, inflate, inspect, judge, quality,
};
use crate::code::Severity;

fn chunk(kind: [u8; 4], body: &[u8]) -> Vec<u8> {
    let mut sum = u32::MAX;
    for byte in kind.iter().chain(body) {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    let length = u32::try_from(body.len()).unwrap();
    [&length.to_be_bytes()[..], &kind, body, &(!sum).to_be_bytes()].concat()
}

fn png(width: u32, height: u32, colour: u8, pixels: usize) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, colour, 0, 0, 0]].concat();
    let mark = b"\x89PNG\r\n\x1A\n".to_vec();
    [mark, chunk(*b"IHDR", &header), chunk(*b"IDAT", &vec![7; pixels]), chunk(*b"IEND", b"")]
        .concat()
}

fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut out = b"\xFF\xD8".to_vec();
    for (marker, body) in segments {
        out.extend([0xFF, *marker]);
        out.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
        out.extend(*body);
    }
    out.extend(b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0scan\xFF\0scan\xFF\xD0scan\xFF\xD9");
    out
}

const FRAME: (u8, &[u8]) = (0xC0, b"\x08\x03\x20\x05\x00\x03\x01\x22\0\x02\x11\x01\x03\x11\x01");

fn read(bytes: &[u8]) -> Facts {
    facts(bytes, &Hints::default())
}

fn codes(bytes: &[u8], hints: &Hints<'_>) -> Vec<ImageCode> {
    inspect(bytes, hints).issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn a_png_is_read_without_inflating_it() {
    let facts = read(&png(1011, 638, 2, 200));
    assert_eq!((facts.width, facts.height, facts.end), (Some(1011), Some(638), End::Complete));
    assert_eq!(
        (facts.colour, facts.components, facts.bit_depth),
        (Some(Colour::Colour), Some(3), Some(8))
    );
    // A gigabyte claimed in a few bytes is a number, and no gigabyte.
    let facts = read(&png(32_768, 32_768, 6, 10));
    assert_eq!(facts.width, Some(32_768));
    let claimed = [&png(10, 10, 2, 10)[..33], &[0x40, 0, 0, 0], b"IDAT", &[0; 90]].concat();
    assert_eq!(read(&claimed).end, End::Truncated);
}

#[test]
fn a_png_with_a_wrong_check_sum_or_order_is_broken() {
    let mut bytes = png(100, 100, 2, 10);
    bytes[20] ^= 1;
    assert_eq!(read(&bytes).end, End::Broken);
    assert_eq!(read(&[&png(1, 1, 2, 0)[..8], &chunk(*b"IDAT", b"x")].concat()).end, End::Broken);
    assert_eq!(read(&png(100, 100, 3, 10)).end, End::Broken, "a palette picture without a palette");
    assert_eq!(read(&[png(9, 9, 2, 9), b"more".to_vec()].concat()).end, End::Trailing(4));
    assert_eq!(read(&[png(9, 9, 2, 9), b"\0\0".to_vec()].concat()).end, End::Complete);
}

#[test]
fn a_jpeg_is_walked_to_its_end_wherever_it_is_cut() {
    let whole = jpeg(&[(0xE0, b"JFIF\0\x01\x02\x01\x01\x2C\x01\x2C\0\0"), FRAME]);
    let facts = read(&whole);
    assert_eq!((facts.width, facts.height, facts.end), (Some(1280), Some(800), End::Complete));
    assert_eq!((facts.components, facts.claimed_dpi), (Some(3), Some((300, 300))));
    for length in 3..whole.len() {
        assert_eq!(read(&whole[..length]).end, End::Truncated, "{length} bytes");
    }
    assert_eq!(read(&[whole.clone(), b"hello".to_vec()].concat()).end, End::Trailing(5));
    assert_eq!(read(&jpeg(&[])).end, End::Broken, "a scan without a frame");
    // More pictures behind the first, as phones write them, are announced.
    let several = [jpeg(&[(0xE2, b"MPF\0"), FRAME]), whole].concat();
    assert_eq!(read(&several).end, End::Complete);
}

#[test]
fn exif_is_read_in_both_byte_orders_and_cannot_lead_astray() {
    let big = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x0F\0\x02\0\0\0\x04UTO\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    for (block, has_camera) in [(&big[..], true), (&little[..], false)] {
        let facts = read(&jpeg(&[(0xE1, block), FRAME]));
        assert_eq!((facts.orientation, facts.camera), (Some(6), has_camera));
        assert_eq!(facts.shown_size(), Some((800, 1280)));
    }
    let astray = b"Exif\0\0MM\0*\xFF\xFF\xFF\xFF\0\x02";
    assert_eq!(read(&jpeg(&[(0xE1, astray), FRAME])).orientation, None);
}

#[test]
fn formats_are_told_by_content() {
    for (bytes, format) in [
        (&b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"[..], Format::Heic),
        (b"\0\0\0\x1Cftypavif\0\0\0\0avifmif1", Format::Avif),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp42", Format::Video),
        (b"RIFF\0\0\0\0WEBPVP8X", Format::Webp),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Format::Bmp),
        (b"II*\0\x08\0\0\0", Format::Tiff),
        (b"junk before it %PDF-1.4\n", Format::Pdf),
        (b"\xEF\xBB\xBF <!DOCTYPE html>", Format::Html),
        (b"<?xml version=\"1.0\"?><svg/>", Format::Svg),
    ] {
        assert_eq!(super::sniff(bytes), Some(format));
    }
    assert_eq!(super::sniff(b"BMW 320i"), None);
}

const PDF: &str = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
    2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595.28 841.89]>> endobj\n\
    3 0 obj <</Type/Page/Parent 2 0 R/Contents 5 0 R>> endobj\n\
    4 0 obj <</Type/Page/Parent 2 0 R/Rotate 90/Contents 6 0 R/Resources<</XObject<</A#42 7 0 R>>>>>> endobj\n\
    5 0 obj <</Length 9>> stream\n(Hi) Tj  \nendstream endobj\n\
    6 0 obj <</Length 99>> stream\nq 595.28 0 0 841.89 0 0 cm /A#42 Do Q\nendstream endobj\n\
    7 0 obj <</Subtype/Image/Width 2480/Height 3508/ColorSpace/DeviceGray/Length 3>> stream\nabc\nendstream endobj\n\
    trailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

#[test]
fn a_pdf_is_read_by_its_objects() {
    let facts = read(PDF.as_bytes());
    let pdf = facts.pdf.unwrap();
    assert_eq!(
        (facts.end, pdf.pages, pdf.version, pdf.encryption),
        (End::Complete, Some(2), Some((1, 7)), None)
    );
    let [text, scan] = &pdf.page_facts[..] else { panic!() };
    assert_eq!((text.kind(), text.width, text.height), ("text", 59_528, 84_189));
    assert_eq!((scan.kind(), scan.width, scan.dpi, scan.covered), ("scan", 84_189, Some(300), 100));
    assert!(scan.is_grey && !text.is_grey);
}

#[test]
fn a_pdf_in_circles_ends() {
    let circle = PDF
        .replace("/Kids[3 0 R 4 0 R]", "/Kids[2 0 R 3 0 R 3 0 R 2 0 R]")
        .replace("595.28 841.89]", "9 0 R]");
    assert_eq!(read(circle.as_bytes()).pdf.unwrap().pages, Some(1));
    let own = PDF.replace("3 0 obj <<", "3 0 obj 3 0 R <<");
    assert!(read(own.as_bytes()).pdf.is_some());
    // Brackets beyond any depth, objects without an end, strings without an end.
    for text in ["<<", "[", "1 0 obj (", "1 0 obj <<", "1 0 obj<<>>stream\n", "trailer<<"] {
        let hostile = String::from("%PDF-1.7\n") + &text.repeat(100_000);
        assert_eq!(read(hostile.as_bytes()).pdf.unwrap().pages, None);
    }
}

#[test]
fn what_a_pdf_can_do_is_noted_however_it_is_spelled() {
    let active =
        PDF.replace("/Type/Catalog", "/Type/Catalog/OpenAction<</S/J#61vaScript/JS(app.alert)>>");
    assert!(codes(active.as_bytes(), &Hints::default()).contains(&ImageCode::PdfActive));
    let said = PDF.replace("(Hi)", "(/JavaScript)");
    assert!(!codes(said.as_bytes(), &Hints::default()).contains(&ImageCode::PdfActive));
    let locked = PDF.replace("<</Root", "<</Encrypt 9 0 R/Root");
    let pdf = read(locked.as_bytes()).pdf.unwrap();
    assert_eq!((pdf.encryption, pdf.pages), (Some(Encryption::Unknown), Some(2)));
    assert!(pdf.page_facts.iter().all(|page| page.kind() == "unknown"));
}

/// Ten thousand zeros, by zlib.
const ZEROS: &[u8] = b"\x78\xda\xed\xc1\x01\x0d\x00\x00\x00\xc2\xa0\xf7\x4f\x6d\x0e\x37\xa0\x00\x00\x00\x00\x00\x00\x00\x00\x00\xe0\xdf\x00\x27\x10\x00\x01";

#[test]
fn a_bomb_within_a_bomb_goes_off_once() {
    // Each stream makes ten thousand bytes, of which the filter behind makes nothing.
    let head = b"8 0 obj <</Type/ObjStm/N 0/First 0/Filter[/FlateDecode/ASCIIHexDecode]>> stream\n";
    let stream = [head, ZEROS, b"\nendstream endobj\n"].concat();
    for (streams, pages) in [(10, Some(2)), (400, None)] {
        let bombs = [PDF.as_bytes(), &stream.repeat(streams), b"%%EOF"].concat();
        assert_eq!(read(&bombs).pdf.unwrap().pages, pages, "{streams}");
    }
}

#[test]
fn deflate_stops_at_its_limit_and_at_faults() {
    assert!(inflate::zlib(ZEROS, usize::MAX) == vec![0; 10_000]);
    assert!(inflate::zlib(ZEROS, 50).len() < 50 + 258);
    assert!(inflate::zlib(&ZEROS[..12], usize::MAX).len() < 10_000);
    assert_eq!(inflate::zlib(b"not zlib", 100), b"");
    assert_eq!(inflate::zlib(b"\x78\x01\x01\x03\0\xFC\xFFabc", 100), b"abc");
}

#[test]
fn sizes_are_judged_by_both_readings() {
    for (bytes, expected) in [
        (99_999, Some(ImageCode::TooSmall)),
        (100_000, Some(ImageCode::SizeBetweenReadings)),
        (102_400, None),
        (10_000_000, None),
        (10_000_001, Some(ImageCode::SizeBetweenReadings)),
        (10_485_760, Some(ImageCode::SizeBetweenReadings)),
        (10_485_761, Some(ImageCode::TooLarge)),
    ] {
        let facts = Facts { bytes, ..read(&png(2000, 2000, 2, 9)) };
        let report = judge(&facts, None, &Hints::default(), &ImagePolicy::guide(), None);
        assert_eq!(report.issues.first().map(|issue| issue.code), expected, "{bytes}");
    }
}

#[test]
fn what_was_not_looked_at_is_named() {
    let hints = Hints { document: Some(Document::Card), ..Hints::default() };
    let bytes = png(1011, 638, 2, 200_000);
    let report = inspect(&bytes, &hints);
    assert!(report.is_acceptable() && report.issues.is_empty());
    assert_eq!(report.unverified, ["sharpness", "light", "glare", "corners", "colour"]);
    assert_eq!(report.effective_dpi, Some(300));
    let partial = Hints { size: Some(300_000), ..hints };
    assert_eq!(inspect(&bytes[..500], &partial).unverified.first(), Some(&"end"));
}

#[test]
fn names_types_and_low_resolution_are_warnings() {
    let hints = Hints {
        name: Some("a.jpg"),
        media_type: Some("image/jpeg"),
        document: Some(Document::Page),
        size: None,
    };
    let said = codes(&png(1654, 2339, 2, 200_000), &hints);
    assert_eq!(said, [ImageCode::NameMismatch, ImageCode::TypeMismatch, ImageCode::ResolutionLow]);
}

#[test]
fn a_measure_blocks_twice_and_then_warns() {
    let flat = [10_u8, 10, 10, 255].repeat(64 * 64);
    let measured = quality(&flat, 64, 64);
    assert_eq!(measured.as_ref().and_then(|quality| quality.blur), None);
    let facts = read(&png(2000, 2000, 2, 200_000));
    for (attempt, severity) in [(1, Severity::Error), (2, Severity::Error), (3, Severity::Warning)]
    {
        let gate = Some(QualityGate { attempt });
        let report =
            judge(&facts, measured.as_ref(), &Hints::default(), &ImagePolicy::guide(), gate);
        let dark = report.issues.iter().find(|issue| issue.code == ImageCode::Dark).unwrap();
        assert_eq!(dark.severity, severity);
        assert!(report.unverified.contains(&"sharpness"));
    }
}

#[test]
fn every_code_and_preset_has_a_name_of_its_own() {
    let names: alloc::collections::BTreeSet<_> =
        ImageCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), ImageCode::ALL.len());
    assert!(names.iter().all(|name| name.starts_with("image.")));
    for (place, code) in ImageCode::ALL.iter().enumerate() {
        assert_eq!(*code as usize, place);
        let form = code.reason().form;
        assert!(!form.contains("nvalid") && !form.contains("lease "));
        // An issue has one parameter beside what was found.
        assert!(form.replace("{found}", "").matches('{').count() <= 1, "{form}");
    }
    for preset in PRESETS {
        assert_eq!(ImagePolicy::preset(preset.name).as_ref(), Some(preset));
    }
}

#[test]
fn any_cut_and_any_changed_byte_is_read_without_a_panic() {
    let files = [
        png(640, 480, 2, 300),
        jpeg(&[(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01"), FRAME]),
        PDF.into(),
    ];
    for file in &files {
        for at in 0..file.len() {
            let _ = inspect(&file[..at], &Hints::default()).to_json();
            for flip in [1, 0x80, 0xFF] {
                let mut changed = file.clone();
                changed[at] ^= flip;
                let _ = inspect(&changed, &Hints::default()).to_json();
            }
        }
    }
}
