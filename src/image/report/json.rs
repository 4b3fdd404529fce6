//! A report as JSON, the same bytes in every runtime.

use alloc::string::String;

use super::{ImageReport, Value, braces};
use crate::{
    image::{facts::End, pdf::PdfFacts, quality::Quality},
    scan::parts,
    text::push_number,
};

impl ImageReport {
    /// The report as JSON, keys in this order: `acceptable`, `issues`, `unverified`, `facts`, and `quality` where it was measured.
    ///
    /// ```
    /// use kyc_rules::image::{self, Hints};
    /// let report = image::inspect(b"", &Hints::default());
    /// assert!(report.to_json().starts_with(r#"{"acceptable":false,"issues":[{"code":"image.empty","severity":"error","#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = Json { out: String::with_capacity(512), is_first: true };
        json.open("{");
        json.flag("acceptable", self.is_acceptable());
        json.key("issues");
        json.open("[");
        for issue in &self.issues {
            json.next();
            json.open("{");
            json.text("code", issue.code.name());
            json.text("severity", issue.severity.name());
            json.text("message", &issue.message());
            json.key("params");
            json.open("{");
            let mut rest = issue.code.reason().form;
            while let Some((_, name, after)) = braces(rest) {
                json.key(name);
                let value = issue.param(name);
                let quote = if matches!(value, Value::Number(_)) { "" } else { "\"" };
                json.out.push_str(quote);
                value.push(&mut json.out);
                json.out.push_str(quote);
                rest = after;
            }
            json.close("}");
            json.close("}");
        }
        json.close("]");
        json.key("unverified");
        json.open("[");
        for name in &self.unverified {
            json.next();
            json.quoted(name);
        }
        json.close("]");
        json.key("facts");
        self.write_facts(&mut json);
        if let Some(quality) = &self.quality {
            json.key("quality");
            json.open("{");
            json.numbers(Quality::NAMES, &quality.numbers());
            json.close("}");
        }
        json.close("}");
        json.out
    }

    fn write_facts(&self, json: &mut Json) {
        let facts = &self.facts;
        json.open("{");
        if let Some(format) = facts.format {
            json.text("format", format.name());
            json.text("mediaType", format.media_type());
        }
        json.number("bytes", u32::try_from(facts.bytes).unwrap_or(u32::MAX));
        json.text("end", facts.end.name());
        if let End::Trailing(bytes) = facts.end {
            json.number("trailing", u32::try_from(bytes).unwrap_or(u32::MAX));
        }
        let (across, down) = facts.claimed_dpi.unzip();
        json.numbers(
            "width height orientation claimedDpiX claimedDpiY effectiveDpi components bitDepth jpegQuality",
            &[
                facts.width,
                facts.height,
                facts.orientation.map(u32::from),
                across,
                down,
                self.effective_dpi,
                facts.components.map(u32::from),
                facts.bit_depth.map(u32::from),
                facts.quality.map(u32::from),
            ],
        );
        if let Some(colour) = facts.colour {
            json.text("colour", colour.name());
        }
        if facts.pdf.is_none() {
            json.flags(
                "progressive animated camera location screenshot",
                &[
                    facts.progressive,
                    facts.animated,
                    facts.camera,
                    facts.location,
                    facts.screenshot,
                ],
            );
        }
        if let Some(pdf) = &facts.pdf {
            json.key("pdf");
            write_pdf(pdf, json);
        }
        json.close("}");
    }
}

fn write_pdf(pdf: &PdfFacts, json: &mut Json) {
    json.open("{");
    if let Some((major, minor)) = pdf.version {
        let mut version = String::new();
        push_number(&mut version, u32::from(major));
        version.push('.');
        push_number(&mut version, u32::from(minor));
        json.text("version", &version);
    }
    json.numbers("pages", &[pdf.pages]);
    if let Some(encryption) = pdf.encryption {
        json.text("encryption", encryption.name());
    }
    json.flags(
        "linearized scripts launches embeddedFiles",
        &[pdf.linearized, pdf.scripts, pdf.launches, pdf.embedded_files],
    );
    json.key("pageFacts");
    json.open("[");
    for page in &pdf.page_facts {
        json.next();
        json.open("{");
        // Hundredths of a point, which are no float in anybody's JSON.
        json.numbers("width height", &[Some(page.width), Some(page.height)]);
        json.text("kind", page.kind());
        json.numbers(
            "pictures dpi covered",
            &[Some(page.pictures), page.dpi, Some(u32::from(page.covered))],
        );
        json.flag("grey", page.is_grey);
        json.close("}");
    }
    json.close("]");
    json.close("}");
}

/// JSON as it is written, a member after the other.
struct Json {
    out: String,
    is_first: bool,
}

impl Json {
    fn open(&mut self, bracket: &str) {
        self.out.push_str(bracket);
        self.is_first = true;
    }

    fn close(&mut self, bracket: &str) {
        self.out.push_str(bracket);
        self.is_first = false;
    }

    fn next(&mut self) {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
    }

    fn key(&mut self, name: &str) {
        self.next();
        self.quoted(name);
        self.out.push(':');
    }

    /// Nothing that is written here holds a quote or a control character: names and sentences of our own.
    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    fn text(&mut self, name: &str, text: &str) {
        self.key(name);
        self.quoted(text);
    }

    fn number(&mut self, name: &str, number: u32) {
        self.key(name);
        push_number(&mut self.out, number);
    }

    /// Those of these numbers that are there; their names are parted by spaces.
    fn numbers(&mut self, names: &str, numbers: &[Option<u32>]) {
        for (name, number) in parts(names, b' ').zip(numbers) {
            if let Some(number) = number {
                self.number(name, *number);
            }
        }
    }

    fn flags(&mut self, names: &str, flags: &[bool]) {
        for (name, flag) in parts(names, b' ').zip(flags) {
            self.flag(name, *flag);
        }
    }

    fn flag(&mut self, name: &str, flag: bool) {
        self.key(name);
        self.out.push_str(if flag { "true" } else { "false" });
    }
}
