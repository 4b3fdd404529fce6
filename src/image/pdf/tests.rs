//! What stands on a page and what a reader makes of hostile files, on files of a few objects.

use alloc::{format, string::String, vec::Vec};
use core::ops::Range;

use super::{
    Encryption, PageFacts, PdfFacts,
    lex::{name, real},
};
use crate::image::{End, Facts, Hints, facts};

fn stream(number: u32, dict: &str, content: &str) -> String {
    let length = content.len();
    format!("{number} 0 obj<<{dict}/Length {length}>>stream\n{content}\nendstream endobj\n")
}

/// A file of pages of 200 by 100 points: the nodes below the root, and all objects from number 3 on.
fn file(kids: &str, objects: &str) -> String {
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[{kids}]/MediaBox[0 0 200 100]>>endobj\n\
        {objects}trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
    )
}

/// A file whose pages have these numbers and this in the dictionary of each.
fn pages_of(numbers: Range<u32>, dict: &str, objects: &str) -> String {
    let kids = numbers.clone().map(|number| format!("{number} 0 R ")).collect::<Vec<_>>();
    let pages = numbers.map(|number| format!("{number} 0 obj<<{dict}>>endobj\n"));
    file(&kids.concat(), &(pages.collect::<Vec<_>>().concat() + objects))
}

fn all(file: &str) -> Facts {
    facts(file.as_bytes(), &Hints::default())
}

fn pdf(file: &str) -> PdfFacts {
    all(file).pdf.unwrap()
}

/// What is seen of one page with this in its dictionary, and these further objects.
fn page(dict: &str, objects: &str) -> PageFacts {
    let facts = pdf(&file("3 0 R", &format!("3 0 obj<</Type/Page{dict}>>endobj\n{objects}")));
    facts.page_facts[0]
}

/// The page of this content, which may show the picture `/A`, object 5, 800 by 400 pixels in colour.
fn shown(content: &str, objects: &str) -> PageFacts {
    let colour = "/Subtype/Image/Width 800/Height 400/ColorSpace/DeviceRGB";
    let objects = stream(4, "", content) + &stream(5, colour, "abc") + objects;
    page("/Contents 4 0 R/Resources<</XObject<</A 5 0 R/F 6 0 R>>>>", &objects)
}

/// The page of this content, which has no objects to show.
fn written(content: &str) -> PageFacts {
    page("/Contents 4 0 R", &stream(4, "", content))
}

#[test]
fn text_far_behind_the_beginning_is_found() {
    let lines = "0 0 m 9 9 l S\n".repeat(100);
    let drawing = written(&lines);
    assert_eq!((drawing.kind(), drawing.is_read), ("drawing", true));
    assert_eq!(written(&(lines + "(Hi) Tj")).kind(), "text");
}

#[test]
fn several_streams_are_one_content() {
    let dict = "/Contents[4 0 R 6 0 R]/Resources<</XObject<</A 5 0 R>>>>";
    let picture = stream(5, "/Subtype/Image/Width 800/Height 400", "abc");
    // An operator may stand in another stream than its numbers.
    let parts = stream(4, "", "q 200 0 0 100 0 0") + &stream(6, "", "cm /A Do Q") + &picture;
    let scan = page(dict, &parts);
    assert_eq!((scan.kind(), scan.covered, scan.dpi), ("scan", 100, Some(288)));
    // What is a page of text by its beginning needs no more of it.
    let beginning = stream(4, "", &format!("(Hi) Tj{}", " ".repeat(300)));
    let packed = stream(6, "/Filter/LZWDecode", "abc");
    assert_eq!(page("/Contents[4 0 R 6 0 R]", &(beginning + &packed)).kind(), "text");
}

#[test]
fn a_filter_that_is_not_undone_leaves_the_page_unknown() {
    for filter in ["/LZWDecode", "[/ASCIIHexDecode/LZWDecode]", "(FlateDecode)"] {
        let dict = format!("/Filter{filter}");
        let page = page("/Contents 4 0 R", &stream(4, &dict, "28 29 Tj"));
        assert_eq!((page.kind(), page.is_read), ("unknown", false), "{filter}");
    }
}

#[test]
fn text_recognised_behind_a_scan_is_not_seen() {
    let picture = "q 200 0 0 100 0 0 cm /A Do Q ";
    for (text, kind) in [
        ("BT 3 Tr (recognised) Tj ET", "scan"),
        ("q 3 Tr (recognised) Tj Q", "scan"),
        // Filled and stroked, which one sees; and seen again where the state is restored.
        ("BT 2 Tr (printed) Tj ET", "text"),
        ("q 3 Tr (recognised) Tj Q (printed) Tj", "text"),
    ] {
        assert_eq!(shown(&format!("{picture}{text}"), "").kind(), kind, "{text}");
    }
}

#[test]
fn only_strings_that_are_shown_are_text() {
    for shows in ["(a) Tj", "<41> Tj", "[(a) -20 (b)] TJ", "(a) '", "0 0 (a) \""] {
        assert_eq!(written(shows).kind(), "text", "{shows}");
    }
    for nothing in
        ["() Tj", "[()] TJ", "(a) [-20] TJ", "(a) n Tj", "(a)", "/Span <</E (a)>> BDC EMC"]
    {
        assert_eq!(written(nothing).kind(), "drawing", "{nothing}");
    }
}

#[test]
fn a_picture_within_the_content_is_counted_and_stepped_over() {
    // Its bytes look like a string that never ends, and like the end of the picture.
    let inline = "BI /W 2 /H 2 /CS /RGB /BPC 8 ID (EI( EIx\nEI Q";
    let picture = written(inline);
    assert_eq!((picture.kind(), picture.pictures), ("picture", 1));
    assert!(!picture.is_grey, "its colours are not looked at");
    assert_eq!(written(&format!("{inline} (Hi) Tj")).kind(), "text");
    // Without an end it is all that is left.
    assert_eq!(written("BI /W 2 /H 2 ID ((( (Hi) Tj").kind(), "picture");
}

#[test]
fn a_form_s_picture_is_measured_as_it_is_shown() {
    // The form makes half of it, and has a name for it that the page has not.
    let half = "/Subtype/Form/Matrix[.5 0 0 .5 0 0]/Resources<</XObject<</B 5 0 R>>>>";
    let form = stream(6, half, "200 0 0 100 0 0 cm /B Do");
    let halved = shown("/F Do", &form);
    assert_eq!((halved.pictures, halved.covered, halved.dpi), (1, 25, Some(576)));
    // One without resources uses the page's; one without a matrix is shown as it stands.
    let plain = stream(6, "/Subtype/Form", "200 0 0 100 0 0 cm /A Do");
    assert_eq!((shown("/F Do", &plain).covered, shown("/F Do", &plain).kind()), (100, "scan"));
    let text = stream(6, "/Subtype/Form", "(Hi) Tj");
    assert_eq!(shown("/F Do", &text).kind(), "text");
    let packed = stream(6, "/Subtype/Form/Filter/LZWDecode", "abc");
    assert_eq!(shown("/F Do", &packed).kind(), "unknown");
}

#[test]
fn forms_in_circles_end_and_leave_the_page_unread() {
    let circle = stream(6, "/Subtype/Form", "200 0 0 100 0 0 cm /A Do /F Do");
    let page = shown("/F Do", &circle);
    assert_eq!(page.pictures, 3, "as deep as forms are followed");
    // What stands deeper could be in colour: nothing is said of a page that was not read.
    assert_eq!((page.is_read, page.is_grey), (false, false));
}

#[test]
fn turned_and_mirrored_pictures_are_as_large() {
    // Upside down, as many writers draw; lying; with the plus that is allowed.
    for matrix in ["200 0 0 -100 0 100", "0 100 -200 0 200 0", "+200 0 0 +100 0 0"] {
        let page = shown(&format!("q {matrix} cm /A Do Q"), "");
        assert_eq!((page.kind(), page.covered), ("scan", 100), "{matrix}");
    }
}

#[test]
fn grey_is_known_by_the_colour_space() {
    for (space, is_grey) in [
        ("/DeviceGray", true),
        ("[/ICCBased 7 0 R]", true),
        ("[/ICCBased 8 0 R]", false),
        ("[/ICCBased 9 0 R]", false),
        ("[/Indexed/DeviceGray 1(ab)]", false),
        ("/DeviceRGB", false),
    ] {
        let dict = format!("/Subtype/Image/Width 800/Height 400/ColorSpace{space}");
        let profiles = stream(7, "/N 1", "") + &stream(8, "/N 3", "");
        let objects = stream(6, &dict, "abc") + &profiles;
        let page = shown("200 0 0 100 0 0 cm /F Do", &objects);
        assert_eq!((page.kind(), page.is_grey), ("scan", is_grey), "{space}");
    }
}

#[test]
fn a_subtype_that_is_no_name_is_no_picture() {
    for (kind, pictures) in [("/Image", 1), ("/Im#61ge", 0), ("(Image)", 0), ("<</Image 1>>", 0)] {
        let odd = stream(6, &format!("/Subtype{kind}/Width 8/Height 8"), "abc");
        assert_eq!(shown("/F Do", &odd).pictures, pictures, "{kind}");
    }
    assert_eq!((name(b"/Image"), name(b"(Image)"), name(b"")), (Some(&b"Image"[..]), None, None));
}

#[test]
fn numbers_are_read_as_they_are_written() {
    for (text, number) in [("-1.5", -1.5), ("+3", 3.0), ("-.5", -0.5), ("4.", 4.0), ("007", 7.0)] {
        assert_eq!(real(text.as_bytes()), Some(number), "{text}");
    }
    for text in ["", "-", "--1", "1.2.3", "1e3", "l0", &"1".repeat(33)] {
        assert_eq!(real(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_name_spelled_in_part_is_another_name() {
    for (action, is_script) in [
        ("J#53", true),
        ("#4AS", true),
        ("#4A#61#76#61#53", false),
        ("J#5", false),
        ("J#5GS", false),
    ] {
        let objects = format!("3 0 obj<</Type/Page>>endobj 5 0 obj<</{action}(alert)>>endobj\n");
        assert_eq!(pdf(&file("3 0 R", &objects)).scripts, is_script, "{action}");
    }
}

#[test]
fn a_reference_to_itself_means_nothing() {
    // The page is as large as the pages around it; where none says so, as readers take it: Letter.
    let circle = "5 0 obj 6 0 R endobj 6 0 obj 5 0 R endobj\n";
    let inherited = page("/MediaBox 5 0 R", circle);
    assert_eq!((inherited.width, inherited.height), (20_000, 10_000));
    let file = file("3 0 R", &format!("3 0 obj<<>>endobj {circle}"));
    let letter = pdf(&file.replace("[0 0 200 100]", " 5 0 R")).page_facts[0];
    assert_eq!((letter.width, letter.height), (61_200, 79_200));
}

#[test]
fn more_pages_than_any_document_has_are_not_counted() {
    for (count, pages) in [(9_999, Some(9_999)), (10_000, None)] {
        let facts = pdf(&pages_of(3..count + 3, "", ""));
        assert_eq!((facts.pages, facts.page_facts.len()), (pages, 20));
    }
}

#[test]
fn beyond_the_limits_on_objects_the_pages_are_unknown() {
    // Of an object that is left out nobody knows whether it is a page.
    let with = |objects: &str| pdf(&file("3 0 R", &format!("3 0 obj<<>>endobj {objects}"))).pages;
    assert_eq!(with("262143 0 obj<<>>endobj "), Some(1));
    assert_eq!(with("262144 0 obj<<>>endobj "), None);
    assert_eq!(with(&"9 0 obj 0 ".repeat(1_000)), Some(1));
    assert_eq!(with(&"9 0 obj 0 ".repeat(1 << 16)), None);
}

#[test]
fn an_object_stream_costs_what_its_objects_are_long() {
    // All of its objects are the one value behind their numbers.
    let with = |count: usize, value: &str| {
        let numbers = "9 0 ".repeat(count);
        let dict = format!("/Type/ObjStm/N {count}/First {}", numbers.len());
        pdf(&file("3 0 R", &format!("3 0 obj<<>>endobj {}", stream(8, &dict, &(numbers + value)))))
    };
    let long = format!("[{}]", " ".repeat(100_000));
    assert_eq!(with(3, &long).pages, Some(1));
    assert_eq!(with(100, &long).pages, None);
    assert_eq!(with(1_000, "0").pages, Some(1));
    assert_eq!(with(1 << 16, "0").pages, None);
}

#[test]
fn a_file_that_takes_too_long_is_unknown_and_not_empty() {
    // Each page has the same long list of one stream.
    let looked_at = |count: u32| {
        let list = format!("4 0 obj[5 0 R{}]endobj ", " ".repeat(1 << 19));
        let objects = list + &stream(5, "", "(Hi) Tj");
        pdf(&pages_of(10..count + 10, "/Contents 4 0 R", &objects))
    };
    let few = looked_at(3);
    assert_eq!(few.pages, Some(3));
    assert!(few.page_facts.iter().all(|page| page.kind() == "text"));
    let many = looked_at(20);
    assert_eq!(many.pages, None);
    let kinds: Vec<_> = many.page_facts.iter().map(PageFacts::kind).collect();
    assert_eq!((kinds.first(), kinds.last()), (Some(&"text"), Some(&"unknown")));
    assert!(!kinds.contains(&"drawing"));
}

#[test]
fn a_file_is_whole_where_its_last_update_is() {
    let whole = file("3 0 R", "3 0 obj<<>>endobj\n");
    // An update behind the first end, and longer than the end is looked for in.
    let update = format!("5 0 obj({})endobj\n", "a".repeat(2_000));
    assert_eq!(all(&format!("{whole}{update}")).end, End::Truncated);
    assert_eq!(all(&format!("{whole}{update}startxref\n9\n%%EOF\n")).end, End::Complete);
    // Where only the beginning was passed, nothing is said of the end.
    let hints = Hints { size: Some(1 << 20), ..Hints::default() };
    assert_eq!(facts(whole.as_bytes(), &hints).end, End::Unknown);
    assert_eq!(facts(update.as_bytes(), &hints).format, None);
}

#[test]
fn a_certificate_is_no_way_in_without_a_key() {
    let encrypted = |dict: &str| {
        let whole = file("3 0 R", "3 0 obj<<>>endobj\n");
        pdf(&whole.replace("<</Root", &format!("<</Encrypt<<{dict}>>/Root"))).encryption
    };
    assert_eq!(encrypted("/Filter/Adobe.PubSec/V 4"), Some(Encryption::Password));
    assert_eq!(encrypted("/Filter/Standard/R 6/O()/U()"), Some(Encryption::Unknown));
    assert_eq!(encrypted("/V 4"), Some(Encryption::Unknown));
}
