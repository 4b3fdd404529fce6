//! Judges what a PDF holds and can do.

use super::Judge;
use crate::image::{
    code::ImageCode,
    pdf::{Encryption, PageFacts, PdfFacts},
    report::Value,
};

impl Judge<'_> {
    pub(super) fn pdf(&mut self, pdf: &PdfFacts) {
        match pdf.encryption {
            Some(Encryption::Password) => self.say(ImageCode::PdfPassword),
            Some(Encryption::Unknown) => {
                self.weigh(ImageCode::PdfEncrypted, self.policy.encrypted, Value::None);
            }
            Some(Encryption::Restricted) | None => {}
        }
        let maximum = if self.is_page() { self.policy.max_pages } else { self.policy.max_id_pages };
        match pdf.pages {
            Some(pages) if maximum > 0 && pages > maximum => {
                self.say_number(ImageCode::PdfTooManyPages, maximum);
            }
            Some(_) => {}
            None => self.unverified.push("pages"),
        }
        if pdf.scripts || pdf.launches {
            self.weigh(ImageCode::PdfActive, self.policy.active, Value::None);
        }
        if pdf.embedded_files {
            self.say(ImageCode::PdfEmbeddedFiles);
        }
        let pages = pdf.page_facts.as_slice();
        if pages.is_empty() || !pages.iter().all(|page| page.is_read) {
            self.unverified.push("resolution");
            return;
        }
        if let Some(dpi) =
            pages.iter().filter(|page| page.is_scan()).filter_map(|page| page.dpi).min()
        {
            self.resolution(dpi);
        }
        if pages.iter().all(|page| page.is_grey) {
            self.weigh(ImageCode::NoColour, self.policy.colour, Value::None);
        } else if !pages.iter().all(|page: &PageFacts| page.has_text) {
            self.unverified.push("colour");
        }
    }
}
