//! Numbers as people read them: nationally and internationally, with the extension.
//!
//! Source: libphonenumber's `format`, with the layouts of the calling code's main region.

use alloc::string::String;

use super::{layout::Layouts, number::Phone, world::code_by_number};
use crate::tables::phone_formats::EXTENSIONS;

impl Phone {
    /// The number as it is written within its country, the extension behind it.
    ///
    /// ```
    /// use kyc_rules::phone::parse;
    /// let phone = parse("+442079460958;ext=12", None).unwrap();
    /// assert_eq!(phone.national(), "020 7946 0958 x12");
    /// assert_eq!(phone.international(), "+44 20 7946 0958 x12");
    /// ```
    #[must_use]
    pub fn national(&self) -> String {
        let mut out = String::new();
        self.write_number(&mut out, false);
        out
    }

    /// The number as it is written abroad, the extension behind it.
    #[must_use]
    pub fn international(&self) -> String {
        let mut out = String::from("+");
        let code = self.e164().len().saturating_sub(self.national_number().len());
        out.push_str(self.e164().get(1..code).unwrap_or_default());
        out.push(' ');
        self.write_number(&mut out, true);
        out
    }

    fn write_number(&self, out: &mut String, international: bool) {
        let Some(code) = code_by_number(self.calling_code()) else { return };
        match Layouts::of(code, international).whole(self.national_number()) {
            Some(layout) => layout.write(out, self.national_number(), !international),
            None => out.push_str(self.national_number()),
        }
        if let Some(extension) = self.extension() {
            let own = EXTENSIONS.iter().find(|(region, _)| *region == code.first);
            out.push_str(own.map_or(" ext. ", |(_, label)| label));
            out.push_str(extension);
        }
    }
}
