//! What a number is for, in libphonenumber's words.

/// What a number is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Not known, as the number is not valid.
    Unknown,
    /// The caller pays more than for a call.
    PremiumRate,
    /// The one called pays.
    TollFree,
    /// Both pay.
    SharedCost,
    /// Over the internet.
    Voip,
    /// Follows a person from line to line.
    PersonalNumber,
    /// A pager.
    Pager,
    /// One number for all branches of a company.
    Uan,
    /// A voice mailbox.
    Voicemail,
    /// The two cannot be told apart, as in the US.
    FixedLineOrMobile,
    /// A fixed line.
    FixedLine,
    /// A mobile.
    Mobile,
}

/// In the order of their numbers in the tables.
const ALL: [Kind; 12] = [
    Kind::Unknown,
    Kind::PremiumRate,
    Kind::TollFree,
    Kind::SharedCost,
    Kind::Voip,
    Kind::PersonalNumber,
    Kind::Pager,
    Kind::Uan,
    Kind::Voicemail,
    Kind::FixedLineOrMobile,
    Kind::FixedLine,
    Kind::Mobile,
];

impl Kind {
    /// libphonenumber's word: `MOBILE`, `FIXED_LINE_OR_MOBILE` …; `UNKNOWN` where the number is not valid.
    ///
    /// ```
    /// assert_eq!(kyc_rules::phone::e164("+447400123456").kind.name(), "MOBILE");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "UNKNOWN",
            Self::PremiumRate => "PREMIUM_RATE",
            Self::TollFree => "TOLL_FREE",
            Self::SharedCost => "SHARED_COST",
            Self::Voip => "VOIP",
            Self::PersonalNumber => "PERSONAL_NUMBER",
            Self::Pager => "PAGER",
            Self::Uan => "UAN",
            Self::Voicemail => "VOICEMAIL",
            Self::FixedLineOrMobile => "FIXED_LINE_OR_MOBILE",
            Self::FixedLine => "FIXED_LINE",
            Self::Mobile => "MOBILE",
        }
    }

    pub(crate) fn from_number(number: u8) -> Self {
        ALL.get(usize::from(number)).copied().unwrap_or(Self::Unknown)
    }
}
