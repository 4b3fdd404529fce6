//! Names in zones: the primary identifier, two fillers, the secondary; one filler for a space, a hyphen or an apostrophe.
//!
//! Source: ICAO Doc 9303 Part 3 (2021), 4.6 "Convention for writing the name of the holder"; Parts 4 to 7 on truncation: a
//! name field whose last character is no filler may have been cut.

use alloc::string::String;

use super::{Mrz, layout::NONE};
use crate::scan::parts;

impl Mrz {
    /// The primary identifier, commonly the last name: `VAN DER MUELLEN`. Empty where the holder has none.
    #[must_use]
    pub fn primary(&self) -> String {
        spaced(self.identifiers().0)
    }

    /// The secondary identifier, commonly the given names: `ANNA MARIA`. Empty where the holder has none.
    #[must_use]
    pub fn secondary(&self) -> String {
        spaced(self.identifiers().1)
    }

    /// Whether names may have been cut to fit: the last place for them holds a letter.
    #[must_use]
    pub fn names_may_be_cut(&self) -> bool {
        [self.layout.names, self.layout.given]
            .iter()
            .any(|&span| self.span(span).last().is_some_and(|&cell| cell != b'<'))
    }

    fn identifiers(&self) -> (&str, &str) {
        let names = super::text(self.span(self.layout.names));
        match self.layout.given {
            // By hand: the search for a text brings 2 KB of code.
            NONE => (names.as_bytes().windows(2).position(|pair| pair == b"<<"))
                .and_then(|at| names.split_at_checked(at))
                .unwrap_or((names, "")),
            given => (names, super::text(self.span(given))),
        }
    }
}

/// Words with a space between them.
fn spaced(identifier: &str) -> String {
    let mut text = String::with_capacity(identifier.len());
    for word in parts(identifier, b'<').filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}
