//! Holds what was read and measured against a policy. What is certain is an error, what is a bound or a measure a warning, and
//! what could not be looked at is named.

use alloc::vec::Vec;

use super::{
    Hints,
    code::ImageCode,
    document::Document,
    facts::{Colour, End, Facts},
    gate::QualityGate,
    policy::{ImagePolicy, Weight},
    quality::Quality,
    report::{ImageIssue, ImageReport, Value},
    sniff::Format,
};
use crate::code::Severity;

mod pdf;
mod pixels;

/// Both readings of KB and MB are accepted: decimal from below, binary from above. Between them a warning says so.
const DECIMAL_KB: u32 = 1000;
const BINARY_KB: u32 = 1024;
/// The most a picture of a document is longer than wide, in per cent.
const LONG: u64 = 240;
/// Judges facts, and what was measured where it was, by a policy. `gate`: how often someone tried, where that is counted.
///
/// ```
/// use kyc_rules::image::{self, Document, Hints, ImageCode, ImagePolicy};
/// let hints = Hints { document: Some(Document::Card), ..Hints::default() };
/// let facts = image::facts(b"%PDF-1.4 and nothing more", &hints);
/// let report = image::judge(&facts, None, &hints, &ImagePolicy::preset("stripe").unwrap(), None);
/// assert_eq!(report.issues[0].code, ImageCode::FormatNotAccepted);
/// ```
#[must_use]
pub fn judge(
    facts: &Facts,
    quality: Option<&Quality>,
    hints: &Hints<'_>,
    policy: &ImagePolicy,
    gate: Option<QualityGate>,
) -> ImageReport {
    let mut judge = Judge {
        facts,
        document: hints.document,
        policy,
        gate,
        issues: Vec::new(),
        errors: 0,
        unverified: Vec::new(),
        effective_dpi: None,
    };
    if judge.is_readable() {
        judge.names(hints);
        judge.size();
        judge.end();
        judge.picture();
        if let Some(pdf) = &facts.pdf {
            judge.pdf(pdf);
        }
        judge.pixels(quality);
    }
    let Judge { issues, unverified, effective_dpi, .. } = judge;
    ImageReport {
        issues,
        unverified,
        facts: facts.clone(),
        effective_dpi,
        quality: quality.cloned(),
    }
}

/// The weight of a code that no policy weighs.
const fn own(code: ImageCode) -> Weight {
    if matches!(code.reason().severity, Severity::Error) { Weight::Error } else { Weight::Warning }
}

struct Judge<'a> {
    facts: &'a Facts,
    document: Option<Document>,
    policy: &'a ImagePolicy,
    gate: Option<QualityGate>,
    issues: Vec<ImageIssue>,
    /// How many of them are errors.
    errors: usize,
    unverified: Vec<&'static str>,
    effective_dpi: Option<u32>,
}

impl Judge<'_> {
    /// Errors first; within a severity the order is that of the checks.
    fn push(&mut self, code: ImageCode, severity: Severity, limit: Value, found: Value) {
        let mut at = self.issues.len();
        if severity == Severity::Error {
            at = self.errors;
            self.errors = at.wrapping_add(1);
        }
        self.issues.insert(at, ImageIssue { code, severity, found, limit });
    }

    fn say(&mut self, code: ImageCode) {
        self.weigh(code, own(code), Value::None);
    }

    fn say_number(&mut self, code: ImageCode, number: u32) {
        self.weigh(code, own(code), Value::Number(number));
    }

    /// Says something whose sentence has one parameter, or none.
    fn weigh(&mut self, code: ImageCode, weight: Weight, param: Value) {
        let severity = match weight {
            Weight::Off => return,
            Weight::Warning => Severity::Warning,
            Weight::Error => Severity::Error,
        };
        self.push(code, severity, param, param);
    }

    fn is_page(&self) -> bool {
        self.document.is_some_and(Document::is_page)
    }

    /// What is accepted: of a document of no known type, all that is accepted of any.
    fn accepted(&self) -> &'static [Format] {
        match self.document {
            Some(document) if !document.is_page() => self.policy.id_formats,
            _ => self.policy.page_formats,
        }
    }

    /// Whether it is a file of an accepted format; of anything else nothing more is said.
    fn is_readable(&mut self) -> bool {
        if self.facts.bytes == 0 {
            self.say(ImageCode::Empty);
            return false;
        }
        let accepted = self.accepted();
        let list = Value::Formats(accepted);
        let Some(found) = self.facts.format else {
            self.push(ImageCode::FormatUnknown, Severity::Error, list, Value::None);
            return false;
        };
        if !accepted.contains(&found) {
            let found = Value::Format(found);
            self.push(ImageCode::FormatNotAccepted, Severity::Error, list, found);
            return false;
        }
        true
    }

    fn names(&mut self, hints: &Hints<'_>) {
        let Some(format) = self.facts.format else { return };
        let found = Value::Format(format);
        if hints.name.is_some_and(|name| !format.fits_name(name)) {
            self.weigh(ImageCode::NameMismatch, self.policy.mismatch, found);
        }
        if hints.media_type.is_some_and(|declared| !format.fits_media_type(declared)) {
            self.weigh(ImageCode::TypeMismatch, self.policy.mismatch, found);
        }
    }

    fn size(&mut self) {
        let bytes = u32::try_from(self.facts.bytes).unwrap_or(u32::MAX);
        let (minimum, maximum) = (self.policy.min_bytes, self.policy.max_bytes);
        let kilobytes = minimum.div_ceil(DECIMAL_KB);
        if bytes < minimum {
            let weight = if self.is_page() && self.is_text() {
                self.policy.small_text_pdf
            } else {
                Weight::Error
            };
            self.weigh(ImageCode::TooSmall, weight, Value::Number(kilobytes));
        } else if bytes > maximum {
            let megabytes = maximum.checked_div(DECIMAL_KB * DECIMAL_KB).unwrap_or(0);
            self.say_number(ImageCode::TooLarge, megabytes);
        } else if self.is_between(bytes, kilobytes) {
            self.say(ImageCode::SizeBetweenReadings);
        }
    }

    /// Whether the size is within the limits as one reads them, and not as the other does.
    fn is_between(&self, bytes: u32, kilobytes: u32) -> bool {
        let lower = kilobytes.saturating_mul(BINARY_KB);
        let is_round = |limit: u32, unit: u32| limit.checked_rem(unit) == Some(0);
        let binary_mb = BINARY_KB * BINARY_KB;
        let upper = if is_round(self.policy.max_bytes, binary_mb) {
            (self.policy.max_bytes / binary_mb).saturating_mul(DECIMAL_KB * DECIMAL_KB)
        } else {
            self.policy.max_bytes
        };
        (is_round(self.policy.min_bytes, DECIMAL_KB) && bytes < lower) || bytes > upper
    }

    fn is_text(&self) -> bool {
        self.facts.pdf.as_ref().is_some_and(|pdf| pdf.page_facts.iter().any(|page| page.has_text))
    }

    fn end(&mut self) {
        match self.facts.end {
            End::Complete => {}
            End::Unknown => self.unverified.push("end"),
            End::Truncated => self.say(ImageCode::Truncated),
            End::Broken => self.say(ImageCode::Broken),
            End::Trailing(_) => self.say(ImageCode::TrailingData),
        }
    }

    fn picture(&mut self) {
        if self.facts.pdf.is_some() {
            return;
        }
        let Some((width, height)) = self.facts.shown_size() else {
            self.unverified.push("size");
            return;
        };
        if width == 0 || height == 0 {
            self.say(ImageCode::Broken);
            return;
        }
        self.sides(width, height);
        match self.document {
            Some(document) => self.resolution(document.best_dpi(width, height)),
            None => self.unverified.push("resolution"),
        }
        if self.facts.colour == Some(Colour::Grey) {
            self.weigh(ImageCode::NoColour, self.policy.colour, Value::None);
        }
        if let Some(quality) =
            self.facts.quality.filter(|quality| u32::from(*quality) < self.policy.min_quality)
        {
            self.say_number(ImageCode::Compressed, u32::from(quality));
        }
        let hints = [
            (ImageCode::Animated, self.facts.animated),
            (ImageCode::Screenshot, self.facts.screenshot),
            (ImageCode::Location, self.facts.location),
        ];
        for (code, is_so) in hints {
            if is_so {
                self.say(code);
            }
        }
    }

    fn sides(&mut self, width: u32, height: u32) {
        let (minimum, maximum) = (self.policy.min_side, self.policy.max_side);
        if width.min(height) < minimum {
            self.say_number(ImageCode::TooFewPixels, minimum);
        }
        if maximum > 0 && width.max(height) > maximum {
            self.say_number(ImageCode::TooManyPixels, maximum);
        }
        let long = u64::from(width.max(height)).saturating_mul(100);
        if self.document.is_some() && long > u64::from(width.min(height)).saturating_mul(LONG) {
            self.say(ImageCode::Shape);
        }
    }

    fn resolution(&mut self, found: u32) {
        self.effective_dpi = Some(found);
        let minimum = self.policy.min_dpi;
        if found < minimum {
            let (limit, found) = (Value::Number(minimum), Value::Number(found));
            self.push(ImageCode::ResolutionLow, Severity::Warning, limit, found);
        }
    }
}

#[cfg(test)]
mod tests;
