//! Why a number is not valid, or text no number.

/// Why a number is not valid, or text no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing there.
    Empty,
    /// Not a phone number: letters, a sign where none belongs, a second number.
    NotANumber,
    /// Starts with no calling code in use, or with none where no country was given.
    UnknownCallingCode,
    /// Fewer digits than any number of the country.
    TooShort,
    /// More digits than any number of the country.
    TooLong,
    /// A number of digits no number of the country has, though some have fewer and some more.
    InvalidLength,
    /// Can be dialled within its area only.
    LocalOnly,
    /// No number in use starts like this.
    Unassigned,
    /// Of a possible length, but numbers that start like this have more digits.
    Incomplete,
    /// Valid, but of another country than was asked for.
    WrongCountry,
    /// Valid, but of another type than was asked for.
    WrongType,
}

impl Reason {
    /// The reason's stable name: `too_short`.
    ///
    /// ```
    /// assert_eq!(kyc_rules::phone::e164("+44740").reason.map(|reason| reason.name()), Some("too_short"));
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotANumber => "not_a_number",
            Self::UnknownCallingCode => "unknown_calling_code",
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::InvalidLength => "invalid_length",
            Self::LocalOnly => "local_only",
            Self::Unassigned => "unassigned",
            Self::Incomplete => "incomplete",
            Self::WrongCountry => "wrong_country",
            Self::WrongType => "wrong_type",
        }
    }
}

/// Text that is no phone number. Holds why, nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhoneError {
    /// Why.
    pub reason: Reason,
}

impl core::fmt::Display for PhoneError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self.reason {
            Reason::Empty => "no phone number given",
            Reason::UnknownCallingCode => "a phone number without a known calling code",
            Reason::TooShort => "too short for a phone number",
            Reason::TooLong => "too long for a phone number",
            _ => "not a phone number",
        })
    }
}

impl core::error::Error for PhoneError {}
