//! Judges what was measured of the pixels, where it was.

use super::Judge;
use crate::image::{
    code::ImageCode, facts::Colour, policy::Weight, quality::Quality, report::Value,
};

/// Edges in the border beyond this share: something runs out of the picture.
const BORDER: u32 = 200;
/// The least that the brightest and the darkest should be apart.
const CONTRAST: u32 = 60;

impl Judge<'_> {
    fn measured(&mut self, code: ImageCode) {
        let severity = self.gate.map_or(code.reason().severity, |gate| gate.severity(code));
        self.push(code, severity, Value::None, Value::None);
    }

    pub(super) fn pixels(&mut self, quality: Option<&Quality>) {
        // Nothing here finds corners or fingers: that they were not found wanting is no word for them.
        let Some(quality) = quality else {
            if !self.is_text() {
                self.unverified.extend(["sharpness", "light", "glare", "corners"]);
            }
            if self.facts.pdf.is_none() && self.facts.colour != Some(Colour::Grey) {
                self.unverified.push("colour");
            }
            return;
        };
        let policy = self.policy;
        match quality.blur {
            Some(blur) if blur > policy.blur => self.measured(ImageCode::Blurred),
            Some(blur) if blur > policy.blur_slight => self.measured(ImageCode::SlightlyBlurred),
            Some(_) => {}
            None => self.unverified.push("sharpness"),
        }
        if quality.brightest < policy.dark {
            self.measured(ImageCode::Dark);
        } else if quality.darkest > policy.pale {
            self.measured(ImageCode::Pale);
        } else if quality.brightest.saturating_sub(quality.darkest) < CONTRAST {
            self.measured(ImageCode::LowContrast);
        }
        match quality.glare.filter(|_| !self.is_page()) {
            Some(glare) if glare > policy.glare => self.measured(ImageCode::Glare),
            Some(_) => {}
            None => self.unverified.push("glare"),
        }
        // A file that says it is grey was told so already; a page of text may well be black on white.
        if self.facts.colour != Some(Colour::Grey)
            && !self.is_page()
            && quality.chroma < policy.chroma
            && policy.colour != Weight::Off
        {
            self.measured(ImageCode::LittleColour);
        }
        if quality.border > BORDER {
            self.measured(ImageCode::TouchesBorder);
        }
        self.unverified.push("corners");
    }
}
