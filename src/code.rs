//! Every reason the rules can give: its stable name, how much it weighs, and its English in two voices. Names are API and are
//! only ever added (docs/stability.md).
//!
//! The `form` voice is GOV.UK's: the field's label and the fix; no "invalid", no "please", never the value. The `api` voice
//! follows the guide's `Validation failed: phoneNumber must be in E.164 format` and stands behind the field's path.
//! Placeholders: `{Label}` at the start of a sentence, `{label}` within one, else the name of a parameter.

/// How much an issue weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a second look; never blocks.
    Warning,
    /// Not there yet: the API accepts it and asks for more.
    Missing,
    /// The API answers 400.
    Error,
}

impl Severity {
    /// `error`, `missing` or `warning`, as in a report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Missing => "missing",
            Self::Warning => "warning",
        }
    }
}

/// What a code stands for.
#[derive(Debug, Clone, Copy)]
pub struct Reason {
    /// The stable, dotted name: `phone.not_e164`.
    pub name: &'static str,
    /// How much it weighs, where neither rule nor policy says otherwise.
    pub severity: Severity,
    /// The sentence a form shows.
    pub form: &'static str,
    /// The words an API answers, behind the field's path.
    pub api: &'static str,
}

/// A reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "each is said by its Reason, in `reason`")]
pub enum Code {
    // shape
    Required,
    CannotBeRemoved,
    WrongType,
    UnknownKey,
    DuplicateKey,
    TextTooLong,
    TextNotUnicode,
    TextControlCharacter,
    TextDirectionCharacter,
    TextNoLetterOrDigit,
    TextMarkup,
    TextOuterSpace,
    ChoiceUnknown,
    // json
    JsonSyntax,
    JsonTooLarge,
    JsonTooDeep,
    JsonTooManyValues,
    InputUnreadable,
    // names
    NameNoLetter,
    NameSymbol,
    NameHiddenCharacter,
    NameStackedMarks,
    NameUnusualCharacter,
    NameDigit,
    NameMixedScripts,
    NamePlaceholder,
    NameNotLatin,
    NameNotLegalName,
    // phone
    PhoneNotE164,
    PhoneUnknownCallingCode,
    PhoneTooShort,
    PhoneTooLong,
    PhoneInvalidLength,
    PhoneLocalOnly,
    PhoneUnassigned,
    PhoneIncomplete,
    // email
    EmailFormat,
    EmailLookalikeDomain,
    EmailDomainTypo,
    EmailSpecialDomain,
    // dates
    DateFormat,
    DateNotReal,
    BirthDateInFuture,
    BirthDateUnderAge,
    BirthDateUnlikely,
    // country
    CountryUnknown,
    CountryLowerCase,
    CountryAlpha3,
    CountryNotIso,
    CountryName,
    CountryUninhabited,
    // address
    AddressPoBox,
    AddressPrivateMailbox,
    CityNoLetter,
    SubdivisionUnknown,
    SubdivisionLowerCase,
    SubdivisionPrefixed,
    SubdivisionFormer,
    SubdivisionIsName,
    SubdivisionNotUsed,
    StateMismatch,
    PostalCodeFormat,
    PostalCodeUnlikely,
    PostalCodeSpacing,
    PostalCodeOtherSubdivision,
    LocaleFormat,
    LocaleUnderscore,
    LocaleNoRegion,
    LocaleUnknownRegion,
    // national id
    NationalIdFormat,
    NationalIdCheckDigit,
    NationalIdUnlikely,
    NationalIdNotIssued,
    NationalIdPlaceholder,
    NationalIdTypeCountry,
    NationalIdBirthDate,
    // documents
    DocumentsNoPhotoId,
    DocumentsTooMany,
    DocumentDuplicate,
    DocumentSameImage,
    DocumentNumberFormat,
    DocumentNumberRepeated,
    DocumentNumberUnlikely,
    DocumentNumberIsNationalId,
    DocumentExpired,
    DocumentExpiresSoon,
    DocumentExpiryUnlikely,
    DocumentIssueInFuture,
    DocumentTooOld,
    DocumentDatesSwapped,
    // url
    UrlNotHttps,
    UrlFormat,
    UrlCredentials,
    UrlPrivateHost,
    UrlPort,
    UrlFragment,
    UrlFileType,
    UrlLookalikeHost,
    UrlExpired,
    UrlExpiresBeforeReview,
    // mrz
    MrzFormat,
    MrzCheckDigit,
    MrzNotAccepted,
    MrzMismatch,
    MrzUnknownIssuer,
}

impl Code {
    /// Every code, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::Required,
        Self::CannotBeRemoved,
        Self::WrongType,
        Self::UnknownKey,
        Self::DuplicateKey,
        Self::TextTooLong,
        Self::TextNotUnicode,
        Self::TextControlCharacter,
        Self::TextDirectionCharacter,
        Self::TextNoLetterOrDigit,
        Self::TextMarkup,
        Self::TextOuterSpace,
        Self::ChoiceUnknown,
        Self::JsonSyntax,
        Self::JsonTooLarge,
        Self::JsonTooDeep,
        Self::JsonTooManyValues,
        Self::InputUnreadable,
        Self::NameNoLetter,
        Self::NameSymbol,
        Self::NameHiddenCharacter,
        Self::NameStackedMarks,
        Self::NameUnusualCharacter,
        Self::NameDigit,
        Self::NameMixedScripts,
        Self::NamePlaceholder,
        Self::NameNotLatin,
        Self::NameNotLegalName,
        Self::PhoneNotE164,
        Self::PhoneUnknownCallingCode,
        Self::PhoneTooShort,
        Self::PhoneTooLong,
        Self::PhoneInvalidLength,
        Self::PhoneLocalOnly,
        Self::PhoneUnassigned,
        Self::PhoneIncomplete,
        Self::EmailFormat,
        Self::EmailLookalikeDomain,
        Self::EmailDomainTypo,
        Self::EmailSpecialDomain,
        Self::DateFormat,
        Self::DateNotReal,
        Self::BirthDateInFuture,
        Self::BirthDateUnderAge,
        Self::BirthDateUnlikely,
        Self::CountryUnknown,
        Self::CountryLowerCase,
        Self::CountryAlpha3,
        Self::CountryNotIso,
        Self::CountryName,
        Self::CountryUninhabited,
        Self::AddressPoBox,
        Self::AddressPrivateMailbox,
        Self::CityNoLetter,
        Self::SubdivisionUnknown,
        Self::SubdivisionLowerCase,
        Self::SubdivisionPrefixed,
        Self::SubdivisionFormer,
        Self::SubdivisionIsName,
        Self::SubdivisionNotUsed,
        Self::StateMismatch,
        Self::PostalCodeFormat,
        Self::PostalCodeUnlikely,
        Self::PostalCodeSpacing,
        Self::PostalCodeOtherSubdivision,
        Self::LocaleFormat,
        Self::LocaleUnderscore,
        Self::LocaleNoRegion,
        Self::LocaleUnknownRegion,
        Self::NationalIdFormat,
        Self::NationalIdCheckDigit,
        Self::NationalIdUnlikely,
        Self::NationalIdNotIssued,
        Self::NationalIdPlaceholder,
        Self::NationalIdTypeCountry,
        Self::NationalIdBirthDate,
        Self::DocumentsNoPhotoId,
        Self::DocumentsTooMany,
        Self::DocumentDuplicate,
        Self::DocumentSameImage,
        Self::DocumentNumberFormat,
        Self::DocumentNumberRepeated,
        Self::DocumentNumberUnlikely,
        Self::DocumentNumberIsNationalId,
        Self::DocumentExpired,
        Self::DocumentExpiresSoon,
        Self::DocumentExpiryUnlikely,
        Self::DocumentIssueInFuture,
        Self::DocumentTooOld,
        Self::DocumentDatesSwapped,
        Self::UrlNotHttps,
        Self::UrlFormat,
        Self::UrlCredentials,
        Self::UrlPrivateHost,
        Self::UrlPort,
        Self::UrlFragment,
        Self::UrlFileType,
        Self::UrlLookalikeHost,
        Self::UrlExpired,
        Self::UrlExpiresBeforeReview,
        Self::MrzFormat,
        Self::MrzCheckDigit,
        Self::MrzNotAccepted,
        Self::MrzMismatch,
        Self::MrzUnknownIssuer,
    ];

    /// The stable name: `phone.not_e164`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.reason().name
    }

    /// How much it weighs by itself.
    #[must_use]
    pub fn severity(self) -> Severity {
        // Out of a list of its own, so that wasm, which answers with places in the tables, need not carry the words.
        SEVERITIES.get(self as usize).copied().unwrap_or(Severity::Error)
    }

    /// What it stands for.
    #[must_use]
    #[rustfmt::skip] // A table reads best a row a line.
    #[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no code can be forgotten")]
    pub const fn reason(self) -> Reason {
        use Severity::{Error, Missing, Warning};
        match self {
            // shape
            Self::Required => reason("required", Missing, "Enter the {label}", "is required"),
            Self::CannotBeRemoved => reason("cannot_be_removed", Error, "{Label} cannot be removed. Enter a new value", "cannot be removed"),
            Self::WrongType => reason("wrong_type", Error, "{Label} must be given as {expected}", "must be of type {expected}"),
            Self::UnknownKey => reason("unknown_key", Warning, "Check the spelling of names that are not part of this form: {count}", "has unknown keys"),
            Self::DuplicateKey => reason("duplicate_key", Error, "{Label} must be given only once", "must be given only once"),
            Self::TextTooLong => reason("text.too_long", Error, "{Label} must be {max} characters or fewer", "must be at most {max} characters"),
            Self::TextNotUnicode => reason("text.not_unicode", Error, "Enter {label} again: part of a character is missing", "must be well-formed Unicode"),
            Self::TextControlCharacter => reason("text.control_character", Error, "{Label} must not include hidden control characters", "must not include control characters"),
            Self::TextDirectionCharacter => reason("text.direction_character", Error, "{Label} must not include hidden text-direction characters", "must not include bidirectional control characters"),
            Self::TextNoLetterOrDigit => reason("text.no_letter_or_digit", Error, "{Label} must include at least one letter or number", "must include at least one letter or digit"),
            Self::TextMarkup => reason("text.markup", Warning, "{Label} should not include < or >", "should not include markup"),
            Self::TextOuterSpace => reason("text.outer_space", Warning, "Remove the spaces before and after {label}", "should not start or end with spaces"),
            Self::ChoiceUnknown => reason("choice.unknown", Error, "Select the {label} from the list", "must be one of {allowed}"),
            // json
            Self::JsonSyntax => reason("json.syntax", Error, "This file must be JSON: there is a mistake at character {at}", "must be JSON (mistake at byte {at})"),
            Self::JsonTooLarge => reason("json.too_large", Error, "The data must be smaller than {max} bytes", "must be at most {max} bytes"),
            Self::JsonTooDeep => reason("json.too_deep", Error, "The data must not be nested more than {max} levels deep", "must be nested at most {max} levels"),
            Self::JsonTooManyValues => reason("json.too_many_values", Error, "The data must hold fewer than {max} values", "must hold at most {max} values"),
            Self::InputUnreadable => reason("input.unreadable", Error, "The data could not be read. Try again", "could not be read"),
            // names
            Self::NameNoLetter => reason("name.no_letter", Error, "{Label} must include at least one letter", "must include at least one letter"),
            Self::NameSymbol => reason("name.symbol", Error, "{Label} must only include letters, spaces, hyphens and apostrophes", "must only include letters, spaces, hyphens and apostrophes"),
            Self::NameHiddenCharacter => reason("name.hidden_character", Error, "{Label} must not include hidden characters", "must not include invisible characters"),
            Self::NameStackedMarks => reason("name.stacked_marks", Error, "{Label} must not have more than {max} accents on one letter", "must not stack more than {max} combining marks"),
            Self::NameUnusualCharacter => reason("name.unusual_character", Warning, "Check {label}: it includes a sign that names rarely have", "includes a sign that names rarely have"),
            Self::NameDigit => reason("name.digit", Warning, "Check {label}: it includes a number", "includes a digit"),
            Self::NameMixedScripts => reason("name.mixed_scripts", Warning, "Check {label}: it mixes letters of different alphabets that look alike", "mixes scripts that look alike"),
            Self::NamePlaceholder => reason("name.placeholder", Warning, "Check {label}: it should be as it appears on the ID", "looks like a placeholder"),
            Self::NameNotLatin => reason("name.not_latin", Warning, "Enter {label} in Latin letters, as in the machine-readable lines of the ID", "should be in Latin letters"),
            Self::NameNotLegalName => reason("name.differs_from_account", Warning, "Check {label}: the account was created under another name", "differs from the name given at creation"),
            // phone
            Self::PhoneNotE164 => reason("phone.not_e164", Error, "Enter a phone number with its country code, like +1 415 555 1234", "must be in E.164 format"),
            Self::PhoneUnknownCallingCode => reason("phone.unknown_calling_code", Error, "Enter a phone number that starts with a country code in use, like +1 or +44", "must start with an assigned country calling code"),
            Self::PhoneTooShort => reason("phone.too_short", Error, "Phone number is too short. Check that no digit is missing", "is too short for its country"),
            Self::PhoneTooLong => reason("phone.too_long", Error, "Phone number is too long. Check that it has no extra digit", "is too long for its country"),
            Self::PhoneInvalidLength => reason("phone.invalid_length", Error, "Phone number does not have the number of digits its country uses", "has a length its country does not use"),
            Self::PhoneLocalOnly => reason("phone.local_only", Error, "Enter the whole phone number, with the area code", "must include the area code"),
            Self::PhoneUnassigned => reason("phone.unassigned", Warning, "Check the phone number: no number starts like this", "is in no assigned range"),
            Self::PhoneIncomplete => reason("phone.incomplete", Warning, "Check the phone number: a digit may be missing", "may be missing digits"),
            // email
            Self::EmailFormat => reason("email.format", Error, "Enter an email address in the correct format, like name@example.com", "must be an email address"),
            Self::EmailLookalikeDomain => reason("email.lookalike_domain", Warning, "Check the email address: it has letters of another alphabet that look alike", "has a domain that mixes look-alike scripts"),
            Self::EmailDomainTypo => reason("email.domain_typo", Warning, "Check the email address: did you mean {suggestion}?", "has a domain close to {suggestion}"),
            Self::EmailSpecialDomain => reason("email.special_domain", Warning, "Check the email address: mail cannot reach it", "has a domain reserved for tests"),
            // dates
            Self::DateFormat => reason("date.format", Error, "{Label} must be a date like 1990-05-15", "must be in YYYY-MM-DD format"),
            Self::DateNotReal => reason("date.not_real", Error, "{Label} must be a real date", "must be a real date"),
            Self::BirthDateInFuture => reason("date_of_birth.in_future", Error, "Date of birth must be in the past", "must be in the past"),
            Self::BirthDateUnderAge => reason("date_of_birth.under_age", Error, "You must be at least {min} years old", "must be at least {min} years ago"),
            Self::BirthDateUnlikely => reason("date_of_birth.unlikely", Warning, "Check the date of birth: it is more than {max} years ago", "is more than {max} years ago"),
            // country
            Self::CountryUnknown => reason("country.unknown", Error, "Select the {label} from the list", "must be an ISO 3166-1 alpha-2 country code"),
            Self::CountryLowerCase => reason("country.lower_case", Error, "{Label} must be in capital letters, like US", "must be in upper case"),
            Self::CountryAlpha3 => reason("country.alpha3", Error, "{Label} must be the 2-letter code, like US", "must be alpha-2, not alpha-3"),
            Self::CountryNotIso => reason("country.not_iso", Error, "{Label} must be {suggestion}, the ISO code for this country", "must be the ISO 3166-1 code {suggestion}"),
            Self::CountryName => reason("country.name", Error, "{Label} must be a 2-letter code like US, not a name", "must be a code, not a name"),
            Self::CountryUninhabited => reason("country.uninhabited", Warning, "Check {label}: nobody lives there permanently", "has no permanent population"),
            // address
            Self::AddressPoBox => reason("address.po_box", Warning, "Enter the address you live at, not a PO box", "should not be a PO box"),
            Self::AddressPrivateMailbox => reason("address.private_mailbox", Warning, "Enter the address you live at, not a private mailbox", "should not be a private mailbox"),
            Self::CityNoLetter => reason("city.no_letter", Warning, "Check the {label}: it has no letters", "has no letters"),
            Self::SubdivisionUnknown => reason("subdivision.unknown", Error, "Select a {label} that is part of the country", "must be an ISO 3166-2 code of the country"),
            Self::SubdivisionLowerCase => reason("subdivision.lower_case", Warning, "{Label} is written in capital letters", "should be in upper case"),
            Self::SubdivisionPrefixed => reason("subdivision.prefixed", Warning, "{Label} is written without the country, like CA", "should be without the country prefix"),
            Self::SubdivisionFormer => reason("subdivision.former", Warning, "Check the {label}: this code is no longer in use", "is a former code"),
            Self::SubdivisionIsName => reason("subdivision.is_name", Warning, "{Label} is the short code, like CA", "should be a code, not a name"),
            Self::SubdivisionNotUsed => reason("subdivision.not_used", Warning, "Leave {label} empty: this country has none", "is not used in the country"),
            Self::StateMismatch => reason("state.mismatch", Warning, "Check the state and its code: they do not match", "does not match stateCode"),
            Self::PostalCodeFormat => reason("postal_code.format", Error, "Enter {label} in the format this country uses, like {example}", "must be in the format of the country"),
            Self::PostalCodeUnlikely => reason("postal_code.unlikely", Warning, "Check {label}: this country uses codes like {example}", "is not in the usual format of the country"),
            Self::PostalCodeSpacing => reason("postal_code.spacing", Warning, "{Label} is written like {example}", "has extra or misplaced separators"),
            Self::PostalCodeOtherSubdivision => reason("postal_code.other_subdivision", Warning, "Check {label}: it belongs to another state or province", "belongs to another subdivision"),
            Self::LocaleFormat => reason("locale.format", Error, "{Label} must be like en-US", "must be a BCP 47 language tag"),
            Self::LocaleUnderscore => reason("locale.underscore", Warning, "{Label} is written with a hyphen, like en-US", "should use a hyphen"),
            Self::LocaleNoRegion => reason("locale.no_region", Warning, "{Label} should include the region, like en-US", "should include a region"),
            Self::LocaleUnknownRegion => reason("locale.unknown_region", Warning, "Check {label}: its region is not a country", "has an unassigned region"),
            // national id
            Self::NationalIdFormat => reason("national_id.format", Error, "Enter {label} as it appears on the ID", "is not in the format of its type"),
            Self::NationalIdCheckDigit => reason("national_id.check_digit", Error, "Check {label}: a digit or letter is mistyped", "fails its check digit"),
            Self::NationalIdUnlikely => reason("national_id.unlikely", Warning, "Check {label}: it does not look like one of this country", "is in no format known for the country"),
            Self::NationalIdNotIssued => reason("national_id.not_issued", Error, "Check {label}: numbers like this are not issued", "is in a range never issued"),
            Self::NationalIdPlaceholder => reason("national_id.placeholder", Warning, "Check {label}: it looks like a sample number", "looks like a sample number"),
            Self::NationalIdTypeCountry => reason("national_id.type_not_of_country", Error, "Select the ID type that the issuing country uses", "is of a type only the United States issue"),
            Self::NationalIdBirthDate => reason("national_id.birth_date_mismatch", Warning, "Check the ID number and the date of birth: they do not match", "does not match dateOfBirth"),
            // documents
            Self::DocumentsNoPhotoId => reason("documents.no_photo_id", Missing, "Add a passport, driving licence, national ID card, residence permit or state ID card", "must include a government-issued photo ID"),
            Self::DocumentsTooMany => reason("documents.too_many", Error, "Add {max} documents or fewer", "must be at most {max}"),
            Self::DocumentDuplicate => reason("document.duplicate", Error, "Remove this document: it is here twice", "is the same as another document"),
            Self::DocumentSameImage => reason("document.same_image", Warning, "Upload two different images: this one is used twice", "is used twice"),
            Self::DocumentNumberFormat => reason("document.number_format", Error, "{Label} must be {min} to {max} letters and numbers, as on the document", "must be {min} to {max} of A-Z and 0-9"),
            Self::DocumentNumberRepeated => reason("document.number_repeated", Error, "Enter {label} as it appears on the document", "must not be one character repeated"),
            Self::DocumentNumberUnlikely => reason("document.number_unlikely", Warning, "Check {label}: it does not look like one of the issuing country", "is not in a format known for the issuing country"),
            Self::DocumentNumberIsNationalId => reason("document.number_is_national_id", Warning, "Check {label}: it is the same as the national ID number", "equals nationalIdNumber"),
            Self::DocumentExpired => reason("document.expired", Error, "This document has expired. Add one that is in date", "must not be in the past"),
            Self::DocumentExpiresSoon => reason("document.expires_soon", Warning, "This document expires within {days} days. Add one that is valid for longer", "expires within {days} days"),
            Self::DocumentExpiryUnlikely => reason("document.expiry_unlikely", Warning, "Check {label}: it is further ahead than such documents are valid", "is implausibly far in the future"),
            Self::DocumentIssueInFuture => reason("document.issue_in_future", Error, "{Label} must be today or in the past", "must not be in the future"),
            Self::DocumentTooOld => reason("document.too_old", Warning, "Add a document from the last {max} days", "should be at most {max} days old"),
            Self::DocumentDatesSwapped => reason("document.dates_swapped", Error, "{Label} must be before the expiration date", "must be before expirationDate"),
            // url
            Self::UrlNotHttps => reason("url.not_https", Error, "{Label} must be a link that starts with https://", "must be an https URL"),
            Self::UrlFormat => reason("url.format", Error, "{Label} must be a whole link, like https://example.com/image.jpg", "must be a well-formed URL"),
            Self::UrlCredentials => reason("url.credentials", Error, "{Label} must be a link without a user name or password", "must not include credentials"),
            Self::UrlPrivateHost => reason("url.private_host", Error, "{Label} must be a link that can be reached from the internet", "must not point to a private host"),
            Self::UrlPort => reason("url.port", Warning, "Check {label}: links with a port number often cannot be reached", "has a port other than 443"),
            Self::UrlFragment => reason("url.fragment", Warning, "Check {label}: the part after # is not sent", "has a fragment"),
            Self::UrlFileType => reason("url.file_type", Warning, "Check {label}: it should be a JPG, PNG or PDF", "does not end in .jpg, .png or .pdf"),
            Self::UrlLookalikeHost => reason("url.lookalike_host", Warning, "Check {label}: its address has letters of another alphabet that look alike", "has a host that mixes look-alike scripts"),
            Self::UrlExpired => reason("url.expired", Error, "{Label} has expired. Make a new link", "has expired"),
            Self::UrlExpiresBeforeReview => reason("url.expires_before_review", Warning, "Make a link that lasts at least {days} days: this one ends before the review does", "expires before a review of {days} days ends"),
            // mrz
            Self::MrzFormat => reason("mrz.format", Error, "Enter the machine-readable lines as they appear on the document", "must be 2 or 3 lines as ICAO 9303 has them"),
            Self::MrzCheckDigit => reason("mrz.check_digit", Warning, "Check the machine-readable lines: a character is mistyped", "fails a check digit"),
            Self::MrzNotAccepted => reason("mrz.not_accepted", Warning, "Leave {label} empty: it is not part of this form", "is not accepted"),
            Self::MrzMismatch => reason("mrz.mismatch", Warning, "Check the document: its machine-readable lines say something else", "does not match the other fields"),
            Self::MrzUnknownIssuer => reason("mrz.unknown_issuer", Warning, "Check the machine-readable lines: the country code is not assigned", "has an unassigned issuer code"),
        }
    }
}

/// The severity of each code, in the order of the enum.
static SEVERITIES: [Severity; Code::ALL.len()] = {
    let mut all = [Severity::Error; Code::ALL.len()];
    let mut codes: &[Code] = Code::ALL;
    let mut places: &mut [Severity] = &mut all;
    while let ([code, other_codes @ ..], [place, other_places @ ..]) = (codes, places) {
        *place = code.reason().severity;
        codes = other_codes;
        places = other_places;
    }
    all
};

const fn reason(
    name: &'static str,
    severity: Severity,
    form: &'static str,
    api: &'static str,
) -> Reason {
    Reason { name, severity, form, api }
}
