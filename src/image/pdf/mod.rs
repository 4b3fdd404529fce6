//! PDF: version, pages, encryption, what the pages show, and what a file can do beside being looked at.
//!
//! Source: ISO 32000-1:2008 (PDF 1.7), clauses named in each file. Not checked: the contents of pictures, fonts, signatures.

mod content;
mod dict;
mod document;
mod encryption;
mod filter;
mod lex;
mod pages;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use self::document::Document;
use super::{
    bytes::{find, find_last},
    facts::{End, Facts},
};

/// What a PDF holds. Nothing here is text out of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what a file says, yes or no")]
pub struct PdfFacts {
    /// The version it claims in its header: `(1, 7)`.
    pub version: Option<(u8, u8)>,
    /// How many pages it has; `None` where that could not be told.
    pub pages: Option<u32>,
    /// Whether it is encrypted, and whether a password is asked for.
    pub encryption: Option<Encryption>,
    /// Whether it is laid out to be shown while it loads.
    pub linearized: bool,
    /// The first twenty pages.
    pub page_facts: Vec<PageFacts>,
    /// Whether it holds JavaScript.
    pub scripts: bool,
    /// Whether it can start programs.
    pub launches: bool,
    /// Whether it carries other files.
    pub embedded_files: bool,
}

/// What stands on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// The width as shown, in hundredths of a point (1/72 inch).
    pub width: u32,
    /// The height as shown, in hundredths of a point.
    pub height: u32,
    /// Whether text is shown; text hidden behind a scan is not.
    pub has_text: bool,
    /// How many pictures are shown; those within the content of a page of text that names no other are not counted.
    pub pictures: u32,
    /// The pixels of the largest picture.
    pub pixels: Option<(u32, u32)>,
    /// The dots per inch at which the largest picture is shown, if it is no mere logo.
    pub dpi: Option<u32>,
    /// How much of the page the largest picture covers, in per cent.
    pub covered: u8,
    /// Whether all there is, is grey pictures.
    pub is_grey: bool,
    /// Whether all of the page's content could be read.
    pub is_read: bool,
}

impl PageFacts {
    /// `text`, `scan`, `picture`, `drawing` or `unknown`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self { has_text: true, .. } => "text",
            Self { is_read: false, .. } => "unknown",
            Self { covered: 50.., .. } => "scan",
            Self { pictures: 1.., .. } => "picture",
            _ => "drawing",
        }
    }

    /// Whether the page is a picture of a page: no text of its own, and a picture over most of it.
    #[must_use]
    pub const fn is_scan(&self) -> bool {
        self.is_read && !self.has_text && self.covered >= 50
    }
}

/// How a PDF is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// It opens with a password only.
    Password,
    /// It opens without a password; what may be done with it is restricted.
    Restricted,
    /// Which of both could not be told.
    Unknown,
}

impl Encryption {
    /// `password`, `restricted` or `unknown`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Restricted => "restricted",
            Self::Unknown => "unknown",
        }
    }
}

/// Where `%%EOF` is looked for: in the last bytes, as readers do.
const TAIL: usize = 1024;

/// Reads a PDF.
pub(super) fn read(data: &[u8], facts: &mut Facts) {
    let start = find(data.get(..TAIL).unwrap_or(data), b"%PDF-").unwrap_or(0);
    let version = data.get(start..).and_then(|head| match head {
        [_, _, _, _, _, major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9', ..] => {
            Some((major.wrapping_sub(b'0'), minor.wrapping_sub(b'0')))
        }
        _ => None,
    });
    let document = Document::new(data);
    let (pages, page_facts) = pages::walk(&document);
    // The number of pages stands in the clear in a linearised file, also where the page tree is encrypted.
    let pages = pages.or_else(|| document.linearized.map(|(pages, _)| pages));
    facts.end = end(data, &document, facts);
    facts.pdf = Some(PdfFacts {
        version,
        // No page at all, in a file that may be cut or broken, is no knowledge of pages.
        pages: pages.filter(|pages| *pages > 0),
        encryption: encryption::of(&document),
        linearized: document.linearized.is_some(),
        page_facts,
        scripts: document.active.script,
        launches: document.active.launch,
        embedded_files: document.active.embedded,
    });
}

/// How it ends: with `%%EOF`, behind a `startxref` that points into the file.
fn end(data: &[u8], document: &Document<'_>, facts: &Facts) -> End {
    if facts.partial {
        return End::Unknown;
    }
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    if document.linearized.is_some_and(|(_, claimed)| claimed > length) {
        return End::Truncated;
    }
    let tail_at = data.len().saturating_sub(TAIL);
    let Some(mark) = find_last(data, b"%%EOF") else { return End::Truncated };
    let behind = data.get(mark.saturating_add(5)..).unwrap_or_default();
    if mark < tail_at && find(behind, b" obj").is_some() {
        return End::Truncated;
    }
    let before = data.get(..mark).unwrap_or_default();
    let table = find_last(
        before.get(before.len().saturating_sub(TAIL)..).unwrap_or_default(),
        b"startxref",
    );
    if table.is_none() {
        return End::Broken;
    }
    let is_padding = |byte: &u8| matches!(byte, 0 | b'\r' | b'\n' | b' ' | b'\t' | 0x1A);
    if behind.iter().all(is_padding) {
        return End::Complete;
    }
    End::Trailing(u64::try_from(behind.len()).unwrap_or(u64::MAX))
}
