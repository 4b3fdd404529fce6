//! A number that was parsed.

use super::{
    kind::Kind,
    reason::Reason,
    scan::Digits,
    verdict::{MOST_DIGITS, Verdict, judge},
    world::Code,
};

/// A phone number that was parsed: E.164 without doubt, and what is to be said of it. Its `Debug` shows no digit of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Phone {
    /// `+`, calling code, national number.
    text: [u8; MOST_DIGITS + 1],
    length: u8,
    code_width: u8,
    extension: [u8; MOST_DIGITS],
    extension_length: u8,
    verdict: Verdict,
}

impl Phone {
    /// The number of a calling code.
    pub(crate) fn new(code: Code, number: &[u8], extension: &Digits) -> Result<Self, Reason> {
        let mut digits = Digits::EMPTY;
        digits.push_code(code)?;
        digits.extend(number)?;
        let mut phone = Self {
            text: [b'+'; MOST_DIGITS + 1],
            length: 1,
            code_width: 0,
            extension: [0; MOST_DIGITS],
            extension_length: 0,
            verdict: judge(digits.values()),
        };
        for (value, place) in digits.values().iter().zip(phone.text.iter_mut().skip(1)) {
            *place = value | b'0';
            phone.length = phone.length.wrapping_add(1);
        }
        for (value, place) in extension.values().iter().zip(&mut phone.extension) {
            *place = value | b'0';
            phone.extension_length = phone.extension_length.wrapping_add(1);
        }
        phone.code_width = u8::try_from(code.width()).map_err(|_| Reason::TooLong)?;
        Ok(phone)
    }

    /// The number in E.164: `+442079460958`.
    #[must_use]
    pub fn e164(&self) -> &str {
        text(self.text.get(..usize::from(self.length)))
    }

    /// The national significant number, with the zeros it starts with: `2079460958`.
    ///
    /// ```
    /// assert_eq!(kyc_rules::phone::parse("+39 06 1234 5678", None).unwrap().national_number(), "0612345678");
    /// ```
    #[must_use]
    pub fn national_number(&self) -> &str {
        let from = usize::from(self.code_width).wrapping_add(1);
        text(self.text.get(from..usize::from(self.length)))
    }

    /// The extension's digits.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        let digits = self.extension.get(..usize::from(self.extension_length));
        Some(text(digits)).filter(|digits| !digits.is_empty())
    }

    /// What is to be said of the number.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The calling code.
    #[must_use]
    pub const fn calling_code(&self) -> u16 {
        match self.verdict.calling_code {
            Some(code) => code,
            None => 0,
        }
    }

    /// The region: alpha-2, or `001` where the calling code belongs to no country; of a number that is not valid, only where its
    /// calling code or its leading digits tell.
    #[must_use]
    pub const fn region(&self) -> Option<&'static str> {
        self.verdict.region
    }

    /// What the number is for.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.verdict.kind
    }

    /// Whether its country has numbers of this length.
    #[must_use]
    pub const fn is_possible(&self) -> bool {
        self.verdict.possible
    }

    /// Whether it lies in an assigned range.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.verdict.valid
    }

    /// Why it is not valid.
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        self.verdict.reason
    }

    /// Why it is not what was asked for: why it is not valid, else [`Reason::WrongCountry`] where it is of none of the countries,
    /// else [`Reason::WrongType`] where it is of none of the types. An empty list asks for nothing. A number that may be a fixed
    /// line or a mobile is taken for either.
    ///
    /// ```
    /// use kyc_rules::phone::{Kind, Reason, parse};
    /// let jersey = parse("+44 7797 712345", None).unwrap();
    /// assert_eq!(jersey.mismatch(&["GB"], &[]), Some(Reason::WrongCountry));
    /// assert_eq!(jersey.mismatch(&["GB", "JE"], &[Kind::FixedLine]), Some(Reason::WrongType));
    /// assert_eq!(jersey.mismatch(&["JE"], &[Kind::Mobile]), None);
    /// ```
    #[must_use]
    pub fn mismatch(&self, countries: &[&str], kinds: &[Kind]) -> Option<Reason> {
        let of_country =
            countries.is_empty() || self.region().is_some_and(|region| countries.contains(&region));
        let either = self.kind() == Kind::FixedLineOrMobile
            && kinds.iter().any(|kind| matches!(kind, Kind::FixedLine | Kind::Mobile));
        let of_kind = kinds.is_empty() || kinds.contains(&self.kind()) || either;
        self.reason()
            .or((!of_country).then_some(Reason::WrongCountry))
            .or((!of_kind).then_some(Reason::WrongType))
    }
}

fn text(ascii: Option<&[u8]>) -> &str {
    ascii.and_then(|ascii| core::str::from_utf8(ascii).ok()).unwrap_or_default()
}

impl core::fmt::Debug for Phone {
    /// Says what is to be said of the number, not the number.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Phone").field("verdict", &self.verdict).finish_non_exhaustive()
    }
}
