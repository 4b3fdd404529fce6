//! What a file is by its content: its name and declared type are not asked.
//!
//! Source: ITU-T T.81 B.1 (JPEG's SOI), PNG (W3C) 5.2, ISO 32000-1 7.5.2 and its note on leading bytes; the marks of formats that
//! are only named are unverified (agree with `exiftool`).

use super::bytes::{be32, find, find_byte, take};
use crate::scan::parts;

/// A format of files, told by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is said by its name")]
pub enum Format {
    Jpeg,
    Png,
    Pdf,
    Heic,
    Avif,
    Webp,
    Gif,
    Tiff,
    Bmp,
    JpegXl,
    Jpeg2000,
    Psd,
    Svg,
    Html,
    Zip,
    Video,
}

/// Format, name for people, media types (the first is the right one), extensions; several are parted by spaces.
type Row = (Format, &'static str, &'static str, &'static str);

#[rustfmt::skip] // A table reads best a row a line.
const ROWS: &[Row] = &[
    (Format::Jpeg, "JPG", "image/jpeg image/jpg image/pjpeg", "jpg jpeg jpe jfif"),
    (Format::Png, "PNG", "image/png image/x-png image/apng", "png apng"),
    (Format::Pdf, "PDF", "application/pdf application/x-pdf", "pdf"),
    (Format::Heic, "HEIC", "image/heic image/heif", "heic heif"),
    (Format::Avif, "AVIF", "image/avif", "avif"),
    (Format::Webp, "WebP", "image/webp", "webp"),
    (Format::Gif, "GIF", "image/gif", "gif"),
    (Format::Tiff, "TIFF", "image/tiff", "tif tiff"),
    (Format::Bmp, "BMP", "image/bmp", "bmp"),
    (Format::JpegXl, "JPEG XL", "image/jxl", "jxl"),
    (Format::Jpeg2000, "JPEG 2000", "image/jp2", "jp2 j2k"),
    (Format::Psd, "Photoshop", "image/vnd.adobe.photoshop", "psd"),
    (Format::Svg, "SVG", "image/svg+xml", "svg"),
    (Format::Html, "a web page", "text/html", "html htm"),
    (Format::Zip, "a ZIP or Office file", "application/zip", "zip docx"),
    (Format::Video, "a video", "video/mp4 video/quicktime", "mp4 mov m4v"),
];

/// Media types that say nothing.
const SILENT: &str = "application/octet-stream binary/octet-stream";

fn is_one(word: &[u8], known: &str) -> bool {
    parts(known, b' ').any(|known| known.as_bytes().eq_ignore_ascii_case(word))
}

impl Format {
    fn row(self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.0 == self)
    }

    /// Its name for people: `JPG`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.1)
    }

    /// Its media type: `image/jpeg`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.row().and_then(|row| parts(row.2, b' ').next()).unwrap_or_default()
    }

    /// Whether a declared media type fits. One that says nothing (`application/octet-stream`) does.
    ///
    /// ```
    /// use kyc_rules::image::Format;
    /// assert!(Format::Jpeg.fits_media_type("image/jpeg; charset=binary"));
    /// assert!(!Format::Jpeg.fits_media_type("image/png"));
    /// ```
    #[must_use]
    pub fn fits_media_type(self, declared: &str) -> bool {
        let declared = declared.as_bytes();
        let length = find_byte(declared, b';').unwrap_or(declared.len());
        let declared = declared.get(..length).unwrap_or_default().trim_ascii();
        declared.is_empty()
            || is_one(declared, SILENT)
            || self.row().is_some_and(|row| is_one(declared, row.2))
    }

    /// Whether a name's extension fits. A name without a known extension does.
    ///
    /// ```
    /// use kyc_rules::image::Format;
    /// assert!(Format::Jpeg.fits_name("front.JPEG"));
    /// assert!(Format::Jpeg.fits_name("front of card v1.2"));
    /// assert!(!Format::Jpeg.fits_name("front.png"));
    /// ```
    #[must_use]
    pub fn fits_name(self, name: &str) -> bool {
        let extension = name.as_bytes().rsplit(|byte| *byte == b'.').next().unwrap_or_default();
        ROWS.iter().find(|row| is_one(extension, row.3)).is_none_or(|row| row.0 == self)
    }
}

/// Marks at the very start of a file.
const MARKS: &[(&[u8], Format)] = &[
    (b"\xFF\xD8\xFF", Format::Jpeg),
    (b"\x89PNG\r\n\x1A\n", Format::Png),
    (b"%PDF-", Format::Pdf),
    (b"GIF87a", Format::Gif),
    (b"GIF89a", Format::Gif),
    (b"II*\0", Format::Tiff),
    (b"MM\0*", Format::Tiff),
    (b"II+\0", Format::Tiff),
    (b"MM\0+", Format::Tiff),
    (b"\xFF\x0A", Format::JpegXl),
    (b"\0\0\0\x0CJXL \r\n\x87\n", Format::JpegXl),
    (b"\0\0\0\x0CjP  \r\n\x87\n", Format::Jpeg2000),
    (b"\xFF\x4F\xFF\x51", Format::Jpeg2000),
    (b"8BPS\0", Format::Psd),
    (b"PK\x03\x04", Format::Zip),
    (b"\x1A\x45\xDF\xA3", Format::Video),
];

/// Brands of ISO base media files (`ftyp`) that are pictures.
const BRANDS: &[(&str, Format)] = &[
    ("heic heix heim heis hevc hevx", Format::Heic),
    ("avif avis", Format::Avif),
    ("mif1 msf1", Format::Heic),
];

/// What a file is by its content; `None` where nothing here knows it.
///
/// ```
/// use kyc_rules::image::{Format, sniff};
/// assert_eq!(sniff(b"RIFF\x24\0\0\0WEBPVP8 "), Some(Format::Webp));
/// assert_eq!(sniff(b"Dear reviewer"), None);
/// ```
#[must_use]
pub fn sniff(bytes: &[u8]) -> Option<Format> {
    if let Some((_, format)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(*format);
    }
    if take(bytes, 4) == Some(*b"ftyp") {
        return Some(of_brands(bytes));
    }
    if bytes.starts_with(b"RIFF") {
        return match take(bytes, 8) {
            Some([b'W', b'E', b'B', b'P']) => Some(Format::Webp),
            Some([b'A', b'V', b'I', b' ']) => Some(Format::Video),
            _ => None,
        };
    }
    // `BM` alone is a common start of words: the size of the header behind it is one of a few.
    if bytes.starts_with(b"BM")
        && matches!(take(bytes, 14), Some([12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0]))
    {
        return Some(Format::Bmp);
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    // Readers of PDF have always taken junk before the header; so do we.
    if find(head, b"%PDF-").is_some() {
        return Some(Format::Pdf);
    }
    of_markup(head)
}

fn of_brands(bytes: &[u8]) -> Format {
    let size = be32(bytes, 0).and_then(|size| usize::try_from(size).ok()).unwrap_or(0).min(256);
    let brands = bytes.get(8..size.max(12)).or(bytes.get(8..)).unwrap_or_default();
    let (brands, _) = brands.as_chunks::<4>();
    // The second place is a version and no brand; no brand looks like it.
    BRANDS
        .iter()
        .find(|(known, _)| {
            parts(known, b' ').any(|known| brands.iter().any(|brand| brand == known.as_bytes()))
        })
        .map_or(Format::Video, |(_, format)| *format)
}

fn of_markup(head: &[u8]) -> Option<Format> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let starts =
        |mark: &[u8]| head.get(..mark.len()).is_some_and(|own| own.eq_ignore_ascii_case(mark));
    if starts(b"<!doctype html") || starts(b"<html") {
        return Some(Format::Html);
    }
    (starts(b"<svg") || (starts(b"<?xml") && find(head, b"<svg").is_some())).then_some(Format::Svg)
}

#[cfg(test)]
mod tests {
    use super::{Format, sniff};

    #[test]
    fn what_a_riff_holds_decides() {
        assert_eq!(sniff(b"RIFF\0\0\0\0WEBPVP8L"), Some(Format::Webp));
        assert_eq!(sniff(b"RIFF\0\0\0\0AVI LIST"), Some(Format::Video));
        assert_eq!(sniff(b"RIFF\0\0\0\0WAVEfmt "), None, "sound is nothing here");
        assert_eq!(sniff(b"RIFF"), None);
    }

    #[test]
    fn a_name_without_a_known_extension_fits_any_format() {
        for name in ["", ".", "scan", "scan.", "my.scan.v2"] {
            assert!(Format::Png.fits_name(name), "{name}");
        }
        assert!(Format::Png.fits_name("a.jpg.PNG") && !Format::Png.fits_name("a.png.jpg"));
    }
}
