//! THE TABLE: every field of the guide's payload, a row each, in form order. Labels, presence, enums, limits, JSON Schema,
//! TypeScript types, form metadata, docs and the test matrix all derive from it; nothing about a field is said elsewhere.
//!
//! Source: KYC integration guide, "Required data fields", "Document requirements" and "Create individual customer".

use crate::{
    document::kind::{CARDS, DOCUMENT_TYPES, PHOTO_IDS, PROOFS_OF_ADDRESS},
    field::{
        AddressPart::{PostalCode, Subdivision},
        Choices, Field, Kind,
        Presence::{self, OfDocuments, Optional, Required, WhereCountryUses},
        Rule,
    },
    field_id::{COUNT, Id, Parent},
    rules,
};

static CUSTOMER_TYPES: Choices = choices(&["INDIVIDUAL"]);
static NATIONAL_ID_TYPES: Choices = choices(&["SSN", "TIN", "NATIONAL_ID"]);
static EMPLOYMENT_STATUSES: Choices =
    choices(&["EMPLOYED", "SELF_EMPLOYED", "UNEMPLOYED", "RETIRED", "STUDENT"]);
static SOURCES_OF_FUNDS: Choices =
    choices(&["EMPLOYMENT", "BUSINESS", "INVESTMENTS", "INHERITANCE", "SAVINGS"]);
static ACCOUNT_PURPOSES: Choices = choices(&["PERSONAL_USE", "BUSINESS_USE", "INVESTMENT"]);
static MONTHLY_PAYMENTS: Choices =
    choices(&["UNDER_10K", "10K_TO_50K", "50K_TO_100K", "OVER_100K"]);
/// Every field of the guide's payload.
#[rustfmt::skip] // A table reads best a row a line.
pub static FIELDS: [Field; COUNT] = [
    choice(Id::CustomerType, "type", "Customer type", &CUSTOMER_TYPES, Required, "INDIVIDUAL"),
    text(Id::Email, "email", "Email address", &rules::email::RULE, 254, Required, "email", "email", "jane.smith@example.com"),
    text(Id::FirstName, "firstName", "First name", &rules::name::RULE, 100, Required, "given-name", "text", "Jane"),
    text(Id::LastName, "lastName", "Last name", &rules::name::RULE, 100, Required, "family-name", "text", "Smith"),

    text(Id::LegalFirstName, "legalFirstName", "Legal first name", &rules::name::RULE, 100, Required, "given-name", "text", "Jane"),
    text(Id::LegalLastName, "legalLastName", "Legal last name", &rules::name::RULE, 100, Required, "family-name", "text", "Smith"),
    text(Id::LegalMiddleName, "legalMiddleName", "Legal middle name", &rules::name::RULE, 100, Optional, "additional-name", "text", "Marie"),
    text(Id::PhoneNumber, "phoneNumber", "Phone number", &rules::phone::RULE, 250, Required, "tel", "tel", "+14155551234"),
    text(Id::DateOfBirth, "dateOfBirth", "Date of birth", &rules::birth_date::RULE, 64, Required, "bday", "numeric", "1990-05-15"),
    text(Id::Nationality, "nationality", "Nationality", &rules::nationality::RULE, 64, Required, "off", "text", "US"),

    object(Id::Address, "address", "Address", Required),
    text(Id::AddressLine1, "address.addressLine1", "Address line 1", &rules::address_line::RULE, 100, Required, "address-line1", "text", "123 Main Street"),
    text(Id::AddressLine2, "address.addressLine2", "Address line 2", &rules::address_line::RULE, 100, Optional, "address-line2", "text", "Apt 4B"),
    text(Id::City, "address.city", "City", &rules::city::RULE, 100, Required, "address-level2", "text", "San Francisco"),
    text(Id::State, "address.state", "State or province", &rules::state::RULE, 100, WhereCountryUses(Subdivision), "address-level1", "text", "California"),
    text(Id::StateCode, "address.stateCode", "State or province code", &rules::subdivision::RULE, 64, WhereCountryUses(Subdivision), "off", "text", "CA"),
    text(Id::PostalCode, "address.postalCode", "Postal code", &rules::postal_code::RULE, 32, WhereCountryUses(PostalCode), "postal-code", "text", "94102"),
    text(Id::Country, "address.country", "Country", &rules::country::RULE, 64, Required, "country", "text", "US"),
    text(Id::Locale, "address.locale", "Language and region", &rules::locale::RULE, 100, Required, "language", "text", "en-US"),

    choice(Id::NationalIdType, "nationalIdType", "National ID type", &NATIONAL_ID_TYPES, Required, "SSN"),
    text(Id::NationalIdNumber, "nationalIdNumber", "National ID number", &rules::national_id_number::RULE, 64, Required, "off", "text", "123-45-6789"),
    text(Id::NationalIdIssuingCountry, "nationalIdIssuingCountry", "National ID issuing country", &rules::country::RULE, 64, Required, "off", "text", "US"),

    choice(Id::EmploymentStatus, "employmentStatus", "Employment status", &EMPLOYMENT_STATUSES, Required, "EMPLOYED"),
    text(Id::MostRecentOccupation, "mostRecentOccupation", "Most recent occupation", &rules::free_text::RULE, 100, Required, "organization-title", "text", "Software Engineer"),
    choice(Id::SourceOfFunds, "sourceOfFunds", "Source of funds", &SOURCES_OF_FUNDS, Required, "EMPLOYMENT"),
    choice(Id::AccountPurpose, "accountPurpose", "Account purpose", &ACCOUNT_PURPOSES, Required, "PERSONAL_USE"),
    choice(Id::ExpectedMonthlyPaymentsUsd, "expectedMonthlyPaymentsUsd", "Expected monthly payments in US dollars", &MONTHLY_PAYMENTS, Required, "UNDER_10K"),
    flag(Id::IsIntermediary, "isIntermediary", "Acting on behalf of others", Required),

    list(Id::Documents, "documents", "Documents", Required),
    choice(Id::DocumentType, "documents[].type", "Document type", &DOCUMENT_TYPES, Required, "PASSPORT"),
    text(Id::DocumentNumber, "documents[].number", "Document number", &rules::document_number::RULE, 64, OfDocuments(PHOTO_IDS), "off", "text", "P12345678"),
    text(Id::DocumentIssuingCountry, "documents[].issuingCountry", "Issuing country", &rules::country::RULE, 64, OfDocuments(PHOTO_IDS), "off", "text", "US"),
    text(Id::DocumentExpirationDate, "documents[].expirationDate", "Expiration date", &rules::expiration_date::RULE, 64, OfDocuments(PHOTO_IDS), "off", "numeric", "2030-12-31"),
    text(Id::DocumentIssueDate, "documents[].issueDate", "Issue date", &rules::issue_date::RULE, 64, OfDocuments(PROOFS_OF_ADDRESS), "off", "numeric", "2025-10-01"),
    text(Id::DocumentFrontImageUrl, "documents[].frontImageUrl", "Front image", &rules::https_url::RULE, 2048, Required, "off", "url", "https://your-storage.com/passport-front.jpg"),
    text(Id::DocumentBackImageUrl, "documents[].backImageUrl", "Back image", &rules::https_url::RULE, 2048, OfDocuments(CARDS), "off", "url", "https://your-storage.com/license-back.jpg"),
    text(Id::DocumentMrz, "documents[].mrz", "Machine-readable zone", &rules::mrz::RULE, 200, Optional, "off", "text", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"),
];

/// Every field's name, holder, key and path: what the table says without its rules, so that an entry which only finds fields
/// does not carry them.
#[expect(clippy::indexing_slicing, reason = "at compile time only")]
static PLACES: [(Id, Parent, &str, &str); COUNT] = {
    let mut places = [(Id::CustomerType, Parent::Customer, "", ""); COUNT];
    let mut at = 0;
    while at < COUNT {
        let field = &FIELDS[at];
        places[at] = (field.id, field.parent, field.key, field.path);
        at += 1;
    }
    places
};

impl Id {
    /// The field's row.
    #[must_use]
    pub fn field(self) -> &'static Field {
        // The table has a row for each name (tests/shape), so the fallback is never taken.
        FIELDS.get(self as usize).unwrap_or(&FIELDS[0])
    }

    /// The field of that key in an object.
    #[must_use]
    pub fn child(parent: Parent, key: &str) -> Option<Self> {
        PLACES.iter().find(|place| place.1 == parent && place.2 == key).map(|place| place.0)
    }

    /// Where it stands in the JSON, as in its row; without the rules that the row brings along.
    #[must_use]
    pub fn path(self) -> &'static str {
        PLACES.get(self as usize).map_or("", |place| place.3)
    }

    /// The field at a path, and the document's index where the path has one: `phoneNumber`, `address.postalCode`,
    /// `documents[].number`, `documents[0].number` or `documents.0.number`. `kycData.` may stand before it.
    #[must_use]
    pub fn at_path(path: &str) -> Option<(Self, Option<usize>)> {
        let path = path.strip_prefix("kycData.").unwrap_or(path);
        let mut parts = path.split(['.', '[', ']']).filter(|part| !part.is_empty());
        match (parts.next()?, parts.next(), parts.next(), parts.next()) {
            ("documents", Some(second), third, None) => match (second.parse().ok(), third) {
                (Some(index), None) => Some((Self::Documents, Some(index))),
                (Some(index), Some(key)) => {
                    Some((Self::child(Parent::Document, key)?, Some(index)))
                }
                (None, None) => Some((Self::child(Parent::Document, second)?, None)),
                (None, Some(_)) => None,
            },
            ("address", Some(key), None, None) => Some((Self::child(Parent::Address, key)?, None)),
            (key, None, None, None) => {
                let id =
                    Self::child(Parent::Kyc, key).or_else(|| Self::child(Parent::Customer, key));
                Some((id?, None))
            }
            _ => None,
        }
    }
}

const fn choices(values: &'static [&'static str]) -> Choices {
    Choices { values, aliases: &[] }
}

#[expect(clippy::too_many_arguments, reason = "a row of the table, read as columns")]
const fn text(
    id: Id,
    path: &'static str,
    label: &'static str,
    rule: &'static Rule,
    max: u16,
    presence: Presence,
    autocomplete: &'static str,
    input_mode: &'static str,
    example: &'static str,
) -> Field {
    let kind = Kind::Text { rule, max };
    let (parent, key) = (id.parent(), key_of(path));
    let [label, autocomplete, input_mode, example] =
        shown([label, autocomplete, input_mode, example]);
    Field { id, path, parent, key, label, kind, presence, autocomplete, input_mode, example }
}

const fn choice(
    id: Id,
    path: &'static str,
    label: &'static str,
    choices: &'static Choices,
    presence: Presence,
    example: &'static str,
) -> Field {
    plain(id, path, label, Kind::Choice(choices), presence, example)
}

const fn flag(id: Id, path: &'static str, label: &'static str, presence: Presence) -> Field {
    plain(id, path, label, Kind::Flag, presence, "false")
}

const fn object(id: Id, path: &'static str, label: &'static str, presence: Presence) -> Field {
    plain(id, path, label, Kind::Object, presence, "")
}

const fn list(id: Id, path: &'static str, label: &'static str, presence: Presence) -> Field {
    plain(id, path, label, Kind::List, presence, "")
}

const fn plain(
    id: Id,
    path: &'static str,
    label: &'static str,
    kind: Kind,
    presence: Presence,
    example: &'static str,
) -> Field {
    let (parent, key) = (id.parent(), key_of(path));
    let [label, autocomplete, input_mode, example] = shown([label, "off", "", example]);
    Field { id, path, parent, key, label, kind, presence, autocomplete, input_mode, example }
}

/// What a form shows of a field, which the package's main entry leaves out of its module: its pages have it from tables of their own.
const fn shown(words: [&'static str; 4]) -> [&'static str; 4] {
    let is_elsewhere = cfg!(all(
        target_arch = "wasm32",
        feature = "wasm-kyc",
        not(feature = "serde-wasm-bindgen")
    ));
    if is_elsewhere { [""; 4] } else { words }
}

/// The last part of a path. Runs at compile time only.
const fn key_of(path: &'static str) -> &'static str {
    let mut rest = path.as_bytes();
    let mut key = path;
    let mut passed = 0_usize;
    while let [byte, tail @ ..] = rest {
        passed = passed.saturating_add(1);
        if *byte == b'.' {
            key = path.split_at(passed).1;
        }
        rest = tail;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_the_last_part_of_the_path() {
        for (path, key) in [
            ("email", "email"),
            ("address.city", "city"),
            ("documents[].number", "number"),
            ("a.b.c", "c"),
            ("", ""),
        ] {
            assert_eq!(key_of(path), key, "{path}");
        }
    }

    /// Path and label are what was given, the key and the object follow from the path and the name.
    #[test]
    fn a_row_says_what_it_was_given() {
        let rule = &rules::city::RULE;
        let city = text(Id::City, "address.city", "Town", rule, 7, Optional, "home", "tel", "Bonn");
        let shown = [city.label, city.autocomplete, city.input_mode, city.example];
        assert_eq!(shown, ["Town", "home", "tel", "Bonn"]);
        assert_eq!((city.id, city.path, city.key), (Id::City, "address.city", "city"));
        assert_eq!((city.parent, city.presence), (Parent::Address, Optional));
        assert!(matches!(city.kind, Kind::Text { rule, max: 7 } if rule.name == "city"));
    }

    /// A browser fills none of them in by itself, and none of them is typed.
    #[test]
    fn what_is_no_text_has_no_keyboard() {
        static COLOURS: Choices = choices(&["RED", "BLUE"]);
        let presence = OfDocuments(PHOTO_IDS);
        let rows = [
            choice(Id::DocumentType, "documents[].type", "Colour", &COLOURS, presence, "BLUE"),
            flag(Id::IsIntermediary, "isIntermediary", "Yes", Required),
            object(Id::Address, "address", "Home", Optional),
            list(Id::Documents, "documents", "Papers", Required),
        ];
        for row in rows {
            assert_eq!((row.autocomplete, row.input_mode), ("off", ""), "{}", row.path);
        }
        assert_eq!(rows.map(|row| row.key), ["type", "isIntermediary", "address", "documents"]);
        assert_eq!(rows.map(|row| row.label), ["Colour", "Yes", "Home", "Papers"]);
        assert_eq!(rows.map(|row| row.example), ["BLUE", "false", "", ""]);
        assert_eq!(rows.map(|row| row.presence), [presence, Required, Optional, Required]);
        let kyc = Parent::Kyc;
        assert_eq!(rows.map(|row| row.parent), [Parent::Document, kyc, kyc, kyc]);
        let [colour, yes, home, papers] = rows.map(|row| row.kind);
        assert!(matches!(colour, Kind::Choice(choices) if choices.values == ["RED", "BLUE"]));
        assert!(matches!((yes, home, papers), (Kind::Flag, Kind::Object, Kind::List)));
        assert!(choices(&["RED"]).aliases.is_empty(), "one spelling each");
    }

    #[test]
    fn a_path_leads_to_its_field_and_back() {
        for field in &FIELDS {
            assert_eq!(field.id.path(), field.path);
            let whole = ["kycData.", field.path].concat();
            assert_eq!(Id::at_path(&whole), Some((field.id, None)), "{whole}");
        }
        // A document as a whole is one of the list.
        for path in ["documents[7]", "documents.7", "kycData.documents[7]"] {
            assert_eq!(Id::at_path(path), Some((Id::Documents, Some(7))), "{path}");
        }
        for none in ["documents[7].number.x", "documents[x].number", "documents[-1]", "city"] {
            assert_eq!(Id::at_path(none), None, "{none}");
        }
    }
}
