//! A scheme: a row of the registry, read out of the packed bytes, and what can be asked of it.

use alloc::string::String;

pub use outcome::Outcome;

use super::{buffer::Reader, compact, engine, format, schemes};

mod outcome;

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A person's.
    Person,
    /// A person's or an organisation's.
    Both,
    /// An organisation's: never taken for a person's.
    Entity,
}

/// How much a failed check weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Check characters that cannot be wrong: a failure is an error.
    Hard,
    /// Check characters that some issued numbers break: a failure is a warning.
    Advisory,
    /// There is nothing to check beyond the format.
    Format,
}

/// What the first byte of a row says; its lowest two bits are the [`Holder`].
pub(crate) mod flag {
    pub(crate) const HOLDER: u8 = 3;
    pub(crate) const SIGNED: u8 = 4;
    pub(crate) const MAIN: u8 = 8;
    pub(crate) const TAXPAYER: u8 = 16;
    pub(crate) const SOCIAL_SECURITY: u8 = 32;
}

/// A kind of number: one row of the registry.
#[derive(Clone, Copy)]
pub struct Scheme {
    flags: u8,
    separators: u8,
    /// The country's place and its own among the country's: where its texts stand.
    place: (u8, u8),
    prefixes: &'static [u8],
    format: &'static [u8],
    checks: &'static [u8],
}

impl core::fmt::Debug for Scheme {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

impl Scheme {
    /// Reads the row that bytes begin with.
    pub(crate) fn read(bytes: &mut Reader<'static>, place: (u8, u8)) -> Self {
        let mut row = Reader(bytes.part());
        Self {
            flags: row.byte(),
            separators: row.byte(),
            place,
            prefixes: row.part(),
            format: row.part(),
            checks: row.0,
        }
    }

    /// One of its texts, in the order that `pack` writes them in.
    fn text(&self, which: u8) -> &'static str {
        let mut texts = schemes::texts(self.place);
        for _ in 0..which {
            texts.part();
        }
        core::str::from_utf8(texts.part()).unwrap_or_default()
    }

    /// Country and kind: `BR.cpf`.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("CH.avs").unwrap().name(), "CH.ahv");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.text(0)
    }

    /// Its checks, as the engine reads them.
    #[cfg(test)]
    pub(crate) const fn checks(&self) -> &'static [u8] {
        self.checks
    }

    /// What the country calls it, short enough for a label: `CPF`.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("BR.cpf").unwrap().label(), "CPF");
    /// ```
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.text(1)
    }

    /// A number that passes, made up or published as a specimen.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("BR.cpf").unwrap().example(), "111.444.777-35");
    /// ```
    #[must_use]
    pub fn example(&self) -> &'static str {
        self.text(2)
    }

    /// The country that issues it, alpha-2.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("BR.cpf").unwrap().country(), "BR");
    /// ```
    #[must_use]
    pub fn country(&self) -> &'static str {
        self.name().get(..2).unwrap_or_default()
    }

    /// Whose it is.
    ///
    /// ```
    /// use kyc_rules::national_id::{Holder, scheme};
    /// assert_eq!(scheme("BR.cpf").unwrap().holder(), Holder::Person);
    /// assert_eq!(scheme("BR.cnpj").unwrap().holder(), Holder::Entity);
    /// ```
    #[must_use]
    pub const fn holder(&self) -> Holder {
        match self.flags & flag::HOLDER {
            0 => Holder::Person,
            1 => Holder::Both,
            _ => Holder::Entity,
        }
    }

    /// Whether a form asks for it under `NATIONAL_ID`, of all the country's schemes.
    pub(crate) const fn is_main(&self) -> bool {
        self.flags & flag::MAIN != 0
    }

    /// Whether `SSN` stands for it.
    pub(crate) const fn is_social_security(&self) -> bool {
        self.flags & flag::SOCIAL_SECURITY != 0
    }

    /// Whether a form asks for it under `TIN`.
    pub(crate) const fn is_taxpayer(&self) -> bool {
        self.flags & flag::TAXPAYER != 0
    }

    /// What it is, in full.
    #[cfg(feature = "docs")]
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.text(3)
    }

    /// Who issues it.
    #[cfg(feature = "docs")]
    #[must_use]
    pub fn issuer(&self) -> &'static str {
        self.text(4)
    }

    /// Where its rule is from.
    #[cfg(feature = "docs")]
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.text(5)
    }

    /// How it is written, in the language that docs/national-ids.md explains.
    #[cfg(feature = "docs")]
    #[must_use]
    pub fn format(&self) -> &'static str {
        self.text(6)
    }

    /// The methods behind its check characters: `Luhn`, `a weighted sum modulo 11`; none where it has no check characters.
    ///
    /// ```
    /// use kyc_rules::national_id::scheme;
    /// assert_eq!(scheme("SE.pnr").unwrap().methods(), ["Luhn"]);
    /// ```
    #[cfg(feature = "docs")]
    #[must_use]
    pub fn methods(&self) -> alloc::vec::Vec<String> {
        let mut methods = alloc::vec::Vec::new();
        super::describe::methods(self.checks, &mut methods);
        methods
    }

    /// How much a failed check weighs.
    ///
    /// ```
    /// use kyc_rules::national_id::{Strength, scheme};
    /// assert_eq!(scheme("BR.cpf").unwrap().strength(), Strength::Hard);
    /// assert_eq!(scheme("KR.rrn").unwrap().strength(), Strength::Advisory);
    /// assert_eq!(scheme("GB.nino").unwrap().strength(), Strength::Format);
    /// ```
    #[must_use]
    pub fn strength(&self) -> Strength {
        match engine::strength(self.checks, false) {
            None => Strength::Format,
            Some(true) => Strength::Hard,
            Some(false) => Strength::Advisory,
        }
    }

    /// Whether its numbers hold a date of birth.
    ///
    /// ```
    /// assert!(kyc_rules::national_id::scheme("SE.pnr").unwrap().tells_birth_date());
    /// ```
    #[must_use]
    pub fn tells_birth_date(&self) -> bool {
        engine::tells(self.checks)
    }

    /// How it is written: `0` for a digit, `A` for a letter, `*` for either; anything else stands for itself.
    ///
    /// ```
    /// assert_eq!(kyc_rules::national_id::scheme("BR.cpf").unwrap().mask(), "000.000.000-00");
    /// ```
    #[must_use]
    pub fn mask(&self) -> String {
        format::mask(self.format).into_iter().map(compact::shown).collect()
    }

    /// The HTML input mode: `numeric` where it has digits only.
    ///
    /// ```
    /// use kyc_rules::national_id::scheme;
    /// assert_eq!(scheme("BR.cpf").unwrap().input_mode(), "numeric");
    /// assert_eq!(scheme("ES.dni").unwrap().input_mode(), "text");
    /// ```
    #[must_use]
    pub fn input_mode(&self) -> &'static str {
        if format::is_numeric(self.format) { "numeric" } else { "text" }
    }
}

#[cfg(test)]
mod tests;
