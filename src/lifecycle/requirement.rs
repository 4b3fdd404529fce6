//! What a provider asks for, in its own codes, and what that means to a form: which fields to open again, what to say, whether
//! another try helps, and whether the customer may know.
//!
//! Source: KYC integration guide, "Handle requests for additional information" (`requiredDocuments`); unverified (agrees with the
//! codes that related providers document).

use alloc::{string::String, vec::Vec};

use crate::{field_id::Id, scan::parts};

/// Who may see a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The customer, in the form.
    Customer,
    /// Staff alone: a suspicion is not shown to whom it is about.
    Internal,
}

/// What a provider asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The provider's own code.
    pub code: String,
    /// The key of its message: `document_expired`; `unknown` for a code no row has.
    pub key: &'static str,
    /// The fields to open again.
    pub fields: Vec<Id>,
    /// Whether another try helps.
    pub retryable: bool,
    /// Who may see it.
    pub audience: Audience,
    /// What to tell the customer, in English; empty where it is not for the customer.
    pub message: &'static str,
}

struct Row {
    key: &'static str,
    /// The codes, in capitals with underscores, parted by spaces.
    codes: &'static str,
    fields: &'static [Id],
    retryable: bool,
    message: &'static str,
}

const IMAGES: &[Id] = &[Id::DocumentFrontImageUrl, Id::DocumentBackImageUrl];

#[rustfmt::skip] // A table reads best a row a line.
const ROWS: &[Row] = &[
    row("document_expired", "DOCUMENT_EXPIRED EXPIRED_DOCUMENT EXPIREDDOC VERIFICATION_DOCUMENT_EXPIRED", &[Id::DocumentNumber, Id::DocumentExpirationDate, Id::DocumentFrontImageUrl, Id::DocumentBackImageUrl], "This document has expired. Use one that is still valid"),
    row("document_missing_front", "DOCUMENT_MISSING_FRONT FRONT_SIDE_MISSING VERIFICATION_DOCUMENT_MISSING_FRONT", &[Id::DocumentFrontImageUrl], "Upload the front of the document"),
    row("document_missing_back", "DOCUMENT_MISSING_BACK BACK_SIDE_MISSING MISSING_SIDE VERIFICATION_DOCUMENT_MISSING_BACK", &[Id::DocumentBackImageUrl], "Upload the back of the document"),
    row("document_same_sides", "DOCUMENTS_SAME_IMAGE SAME_SIDE VERIFICATION_DOCUMENT_DUPLICATE_TYPE DUPLICATE_TYPE", IMAGES, "Upload the front and the back, not one side twice"),
    row("document_unreadable", "DOCUMENT_NUMBER_UNREADABLE DOC_QUALITY_POOR DOCUMENT_QUALITY_INSUFFICIENT DOC_TOO_BLURRY DOC_GLARED LOW_QUALITY VERIFICATION_DOCUMENT_NOT_READABLE VERIFICATION_DOCUMENT_TOO_LARGE VERIFICATION_DOCUMENT_CORRUPT VERIFICATION_DOCUMENT_FAILED_COPY", IMAGES, "Upload a sharp photo, in good light, without glare"),
    row("document_greyscale", "VERIFICATION_DOCUMENT_FAILED_GREYSCALE GREYSCALE BLACK_AND_WHITE", IMAGES, "Upload a photo in colour"),
    row("document_cropped", "VERIFICATION_DOCUMENT_INCOMPLETE DOCUMENT_CROPPED CROPPED", IMAGES, "Upload a photo that shows all four corners"),
    row("document_screenshot", "SCREENSHOT DIGITAL_COPY DOCUMENT_SCREENSHOT", IMAGES, "Upload a photo of the document itself, not of a screen"),
    row("document_type", "VERIFICATION_DOCUMENT_TYPE_NOT_SUPPORTED INVALID_DOCUMENT_FORMAT UNSUPPORTED_DOCUMENT VERIFICATION_DOCUMENT_COUNTRY_NOT_SUPPORTED", &[Id::Documents], "Use another kind of document"),
    row("government_id", "GOVERNMENT_ID PHOTO_ID PASSPORT DRIVERS_LICENSE NATIONAL_ID NATIONAL_ID_CARD RESIDENCE_PERMIT STATE_ID IDENTITY_DOCUMENT", &[Id::Documents], "Add a photo ID issued by a government"),
    row("proof_of_address", "PROOF_OF_ADDRESS UTILITY_BILL BANK_STATEMENT LEASE_AGREEMENT", &[Id::Documents], "Add a proof of address"),
    row("proof_of_address_too_old", "90_DAY_OLD PROOF_OF_ADDRESS_TOO_OLD PROOF_OF_ADDRESS_EXPIRED", &[Id::Documents, Id::DocumentIssueDate], "Use a proof of address from the last 90 days"),
    row("name_mismatch", "NAME_MISMATCH VERIFICATION_DOCUMENT_NAME_MISMATCH", &[Id::LegalFirstName, Id::LegalMiddleName, Id::LegalLastName], "Enter your name as it is on your ID"),
    row("date_of_birth_mismatch", "DOB_MISMATCH DATE_OF_BIRTH_MISMATCH VERIFICATION_DOCUMENT_DOB_MISMATCH", &[Id::DateOfBirth], "Enter your date of birth as it is on your ID"),
    row("address_mismatch", "ADDRESS_MISMATCH VERIFICATION_DOCUMENT_ADDRESS_MISMATCH INVALID_ADDRESS", &[Id::Address], "Check your address against your proof of address"),
    row("po_box", "PO_BOX 1_3085", &[Id::AddressLine1, Id::AddressLine2], "Enter the address you live at, not a PO box"),
    row("national_id_number", "INCORRECT_SOCIAL_NUMBER ID_NUMBER_MISMATCH VERIFICATION_DOCUMENT_ID_NUMBER_MISMATCH INVALID_NATIONAL_ID", &[Id::NationalIdType, Id::NationalIdNumber, Id::NationalIdIssuingCountry], "Check your national ID number"),
    row("source_of_funds", "SOURCE_OF_FUNDS PROOF_OF_FUNDS", &[Id::SourceOfFunds, Id::Documents], "Tell us where your money comes from"),
    Row { retryable: false, ..row("under_age", "UNDER_AGE UNDER_SUPPORTED_AGE AGE_REQUIREMENT_MISMATCH", &[], "We cannot open an account for you: you are too young") },
    Row { retryable: false, ..row("country_unsupported", "COUNTRY_NOT_SUPPORTED UNSUPPORTED_REGION", &[], "We do not offer this service in your country yet") },
    Row { retryable: false, ..row("screening", "FRAUD_SUSPICION FRAUD FORGERY SANCTIONS SANCTION_HIT PEP ADVERSE_MEDIA WATCHLIST BLOCKLIST SPAM FACE_MISMATCH SELFIE_MISMATCH VERIFICATION_DOCUMENT_FRAUDULENT VERIFICATION_DOCUMENT_MANIPULATED", &[], "") },
];

const fn row(
    key: &'static str,
    codes: &'static str,
    fields: &'static [Id],
    message: &'static str,
) -> Row {
    Row { key, codes, fields, retryable: true, message }
}

/// What a provider's code means. A code may also be a field's path (`address.postalCode`), which asks for that field. A code
/// nobody knows is for staff: its words may say what the customer must not read.
///
/// ```
/// use kyc_rules::{field_id::Id, lifecycle::requirement::{Audience, of}};
/// let back = of("DOCUMENT_MISSING_BACK");
/// assert_eq!((back.key, back.fields.as_slice()), ("document_missing_back", &[Id::DocumentBackImageUrl][..]));
/// assert_eq!(of("phoneNumber").fields, [Id::PhoneNumber]);
/// assert_eq!(of("FRAUD_SUSPICION").audience, Audience::Internal);
/// ```
#[must_use]
pub fn of(code: &str) -> Requirement {
    let found = ROWS.iter().find(|row| parts(row.codes, b' ').any(|known| same(known, code)));
    if let Some(row) = found {
        let audience = if row.message.is_empty() { Audience::Internal } else { Audience::Customer };
        return Requirement {
            code: code.into(),
            key: row.key,
            fields: row.fields.to_vec(),
            retryable: row.retryable,
            audience,
            message: row.message,
        };
    }
    let (key, fields, audience, message) = match Id::at_path(code) {
        Some((id, _)) => ("field", Vec::from([id]), Audience::Customer, "Check this answer"),
        None => ("unknown", Vec::new(), Audience::Internal, ""),
    };
    Requirement { code: code.into(), key, fields, retryable: true, audience, message }
}

/// Whether two codes are the same but for case and what parts their words.
fn same(known: &str, code: &str) -> bool {
    let bare = |byte: &u8| byte.is_ascii_alphanumeric();
    let mut rest = code.bytes().filter(bare);
    let mut next_is = |letter| rest.next().is_some_and(|byte| byte.eq_ignore_ascii_case(&letter));
    known.bytes().filter(bare).all(&mut next_is) && rest.next().is_none()
}

/// The fields that these requirements open again, in form order, each once. Those for staff open none.
#[must_use]
pub fn fields_to_reopen(requirements: &[Requirement]) -> Vec<Id> {
    let mut fields: Vec<Id> =
        requirements.iter().flat_map(|requirement| requirement.fields.iter().copied()).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once_and_is_found_however_it_is_written() {
        let mut seen = Vec::new();
        for row in ROWS {
            for code in parts(row.codes, b' ') {
                assert!(!seen.contains(&code), "{code} twice");
                seen.push(code);
                assert_eq!(of(code).key, row.key);
                assert_eq!(of(&code.to_lowercase().replace('_', "-")).key, row.key);
            }
            assert_eq!(of(seen.last().unwrap()).retryable, row.retryable);
            assert!(row.retryable != row.fields.is_empty(), "{}", row.key);
        }
        assert_eq!(of("missingSide").key, "document_missing_back");
        assert_eq!(of("SOMETHING_NEW").audience, Audience::Internal);
    }

    #[test]
    fn fields_come_in_form_order() {
        let asked = [of("DOCUMENT_MISSING_BACK"), of("NAME_MISMATCH"), of("name-mismatch")];
        let fields = fields_to_reopen(&asked);
        let expected =
            [Id::LegalFirstName, Id::LegalLastName, Id::LegalMiddleName, Id::DocumentBackImageUrl];
        assert_eq!(fields, expected);
    }

    /// Rows say what is special about them, and no more.
    #[test]
    fn another_try_helps_where_a_row_says_nothing_else() {
        let made = row("key", "A_CODE", &[Id::City], "Check the city");
        assert!(made.retryable);
        assert_eq!((made.key, made.codes, made.message), ("key", "A_CODE", "Check the city"));
        assert_eq!(made.fields, [Id::City]);
    }
}
