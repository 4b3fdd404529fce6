//! What was read and measured, held against a policy.

use alloc::{vec, vec::Vec};

use super::*;
use crate::image::{
    pdf::{PageFacts, PdfFacts},
    quality,
};

/// A picture in colour that nothing is to be said of.
fn picture(width: u32, height: u32) -> Facts {
    Facts {
        format: Some(Format::Jpeg),
        bytes: 2_000_000,
        width: Some(width),
        height: Some(height),
        colour: Some(Colour::Colour),
        end: End::Complete,
        ..Facts::default()
    }
}

fn report(facts: &Facts, document: Option<Document>, policy: &str) -> ImageReport {
    let hints = Hints { document, ..Hints::default() };
    judge(facts, None, &hints, &ImagePolicy::parse(policy).unwrap(), None)
}

fn said(facts: &Facts, document: Option<Document>, policy: &str) -> Vec<ImageCode> {
    report(facts, document, policy).issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn a_policy_weighs_and_may_say_nothing() {
    let grey = Facts { colour: Some(Colour::Grey), ..picture(2000, 2000) };
    for (policy, severity) in [
        ("guide", Some(Severity::Error)),
        ("guide colour=1", Some(Severity::Warning)),
        ("guide colour=0", None),
    ] {
        let issues = report(&grey, None, policy).issues;
        assert_eq!(issues.first().map(|issue| issue.severity), severity, "{policy}");
        assert!(issues.iter().all(|issue| issue.code == ImageCode::NoColour));
    }
}

#[test]
fn sides_are_held_to_both_limits() {
    for (policy, width, height, code) in [
        ("fern", 200, 400, None),
        ("fern", 199, 400, Some(ImageCode::TooFewPixels)),
        ("fern", 400, 199, Some(ImageCode::TooFewPixels)),
        ("stripe", 8000, 8000, None),
        ("stripe", 8001, 8000, Some(ImageCode::TooManyPixels)),
        ("stripe", 8000, 8001, Some(ImageCode::TooManyPixels)),
        // The guide has neither.
        ("guide", 20_000, 1, None),
    ] {
        let issues = report(&picture(width, height), None, policy).issues;
        assert_eq!(issues.first().map(|issue| issue.code), code, "{policy} {width} {height}");
    }
    let small = report(&picture(199, 400), None, "fern").issues[0].message();
    assert_eq!(small, "The picture must be at least 200 pixels on each side");
    let large = report(&picture(8001, 10), None, "stripe").issues[0].message();
    assert_eq!(large, "The picture must be 8000 pixels or fewer on each side");
}

#[test]
fn a_picture_without_lines_is_broken_and_no_more_is_said_of_it() {
    for (width, height) in [(0, 800), (1280, 0)] {
        let said = said(&picture(width, height), Some(Document::Card), "fern");
        assert_eq!(said, [ImageCode::Broken]);
    }
}

#[test]
fn a_strip_is_not_the_whole_of_a_document() {
    let card = Some(Document::Card);
    assert_eq!(said(&picture(2400, 1000), card, "guide"), []);
    assert_eq!(said(&picture(2401, 1000), card, "guide"), [ImageCode::Shape]);
    assert_eq!(said(&picture(1000, 2401), card, "guide"), [ImageCode::Shape]);
    assert_eq!(said(&picture(2401, 1000), None, "guide"), [], "nobody said what it shows");
}

#[test]
fn a_limit_that_is_no_round_number_of_binary_megabytes_has_one_reading() {
    for (policy, bytes, code) in [
        ("onfido", 10_000_000, None),
        ("onfido", 10_000_001, Some(ImageCode::TooLarge)),
        ("fern", 5_242_879, None),
        ("fern", 5_242_880, Some(ImageCode::TooLarge)),
        ("fern", 10_001, None),
        ("fern", 10_000, Some(ImageCode::TooSmall)),
    ] {
        let facts = Facts { bytes, ..picture(2000, 2000) };
        assert_eq!(said(&facts, None, policy).first().copied(), code, "{policy} {bytes}");
    }
}

#[test]
fn pages_are_limited_by_what_the_file_shows() {
    let pages = |pages| {
        let page = PageFacts { has_text: true, is_read: true, ..PageFacts::default() };
        let pdf = PdfFacts { pages: Some(pages), page_facts: vec![page], ..PdfFacts::default() };
        Facts { format: Some(Format::Pdf), pdf: Some(pdf), width: None, ..picture(0, 0) }
    };
    let (card, bill) = (Some(Document::Card), Some(Document::Page));
    assert_eq!(said(&pages(2), card, "lemonway"), []);
    let three = report(&pages(3), card, "lemonway");
    assert_eq!(three.issues[0].code, ImageCode::PdfTooManyPages);
    assert_eq!(three.issues[0].message(), "The PDF must have 2 pages or fewer");
    assert_eq!(said(&pages(3), bill, "lemonway"), []);
    assert_eq!(said(&pages(3), bill, "lemonway maxPages=2"), [ImageCode::PdfTooManyPages]);
    assert_eq!(said(&pages(300), card, "guide"), [], "0 is no limit");
}

#[test]
fn a_picture_neither_dark_nor_pale_may_lack_contrast() {
    let light = |dark: u8, bright: u8| {
        let columns = [[dark, dark, dark, 255].repeat(8), [bright, bright, bright, 255].repeat(8)];
        let measured = quality(&columns.concat().repeat(64 * 4), 64, 64);
        let (facts, hints) = (picture(2000, 2000), Hints::default());
        let report = judge(&facts, measured.as_ref(), &hints, &ImagePolicy::guide(), None);
        let of_light = [ImageCode::Dark, ImageCode::Pale, ImageCode::LowContrast];
        report.issues.iter().map(|issue| issue.code).find(|code| of_light.contains(code))
    };
    assert_eq!(light(60, 99), Some(ImageCode::Dark));
    assert_eq!(light(131, 180), Some(ImageCode::Pale));
    assert_eq!(light(100, 159), Some(ImageCode::LowContrast));
    assert_eq!(light(100, 160), None);
}
