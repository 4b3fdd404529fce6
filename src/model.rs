//! Typed payloads for servers. Feature `serde`.
//!
//! Every field is optional, as the guide accepts incomplete data, and a string is kept as it came: judging is the engine's.
//! `Debug` shows which type it is and nothing of what it holds.

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    field_id::Id,
    record::{Document as DocumentSlots, Record, Slot},
};

/// The body of `POST /customers`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(missing_docs, reason = "fields.rs says what each is")]
pub struct Customer {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub customer_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
}

/// The `kycData` of `PATCH /customers/:id`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(missing_docs, reason = "fields.rs says what each is")]
pub struct KycData {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_middle_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_of_birth: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_id_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_id_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_id_issuing_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employment_status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_recent_occupation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_of_funds: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_purpose: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_monthly_payments_usd: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_intermediary: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<Document>>,
}

/// Where a customer lives.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(missing_docs, reason = "fields.rs says what each is")]
pub struct Address {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_line1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_line2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

/// An identity document or a proof of address.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(missing_docs, reason = "fields.rs says what each is")]
pub struct Document {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub document_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuing_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub front_image_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back_image_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mrz: Option<String>,
}

impl Customer {
    /// The body laid flat, for the engine.
    #[must_use]
    pub fn record(&self) -> Record<'_> {
        let mut record = Record::EMPTY;
        let texts = [
            (Id::CustomerType, &self.customer_type),
            (Id::Email, &self.email),
            (Id::FirstName, &self.first_name),
            (Id::LastName, &self.last_name),
        ];
        fill(&mut record, &texts, None);
        record
    }
}

impl KycData {
    /// The payload laid flat, for the engine.
    #[must_use]
    pub fn record(&self) -> Record<'_> {
        let mut record = Record::EMPTY;
        let texts = [
            (Id::LegalFirstName, &self.legal_first_name),
            (Id::LegalLastName, &self.legal_last_name),
            (Id::LegalMiddleName, &self.legal_middle_name),
            (Id::PhoneNumber, &self.phone_number),
            (Id::DateOfBirth, &self.date_of_birth),
            (Id::Nationality, &self.nationality),
            (Id::NationalIdType, &self.national_id_type),
            (Id::NationalIdNumber, &self.national_id_number),
            (Id::NationalIdIssuingCountry, &self.national_id_issuing_country),
            (Id::EmploymentStatus, &self.employment_status),
            (Id::MostRecentOccupation, &self.most_recent_occupation),
            (Id::SourceOfFunds, &self.source_of_funds),
            (Id::AccountPurpose, &self.account_purpose),
            (Id::ExpectedMonthlyPaymentsUsd, &self.expected_monthly_payments_usd),
        ];
        fill(&mut record, &texts, None);
        set(&mut record, Id::IsIntermediary, None, self.is_intermediary.map(Slot::Flag));
        set(&mut record, Id::Address, None, self.address.is_some().then_some(Slot::Object));
        set(&mut record, Id::Documents, None, self.documents.is_some().then_some(Slot::List));
        if let Some(address) = &self.address {
            address.fill(&mut record);
        }
        for (at, document) in self.documents.iter().flatten().enumerate() {
            record
                .documents
                .push(DocumentSlots { entry: Slot::Object, ..DocumentSlots::default() });
            document.fill(&mut record, at);
        }
        record
    }
}

impl Address {
    fn fill<'a>(&'a self, record: &mut Record<'a>) {
        let texts = [
            (Id::AddressLine1, &self.address_line1),
            (Id::AddressLine2, &self.address_line2),
            (Id::City, &self.city),
            (Id::State, &self.state),
            (Id::StateCode, &self.state_code),
            (Id::PostalCode, &self.postal_code),
            (Id::Country, &self.country),
            (Id::Locale, &self.locale),
        ];
        fill(record, &texts, None);
    }
}

impl Document {
    fn fill<'a>(&'a self, record: &mut Record<'a>, at: usize) {
        let texts = [
            (Id::DocumentType, &self.document_type),
            (Id::DocumentNumber, &self.number),
            (Id::DocumentIssuingCountry, &self.issuing_country),
            (Id::DocumentExpirationDate, &self.expiration_date),
            (Id::DocumentIssueDate, &self.issue_date),
            (Id::DocumentFrontImageUrl, &self.front_image_url),
            (Id::DocumentBackImageUrl, &self.back_image_url),
            (Id::DocumentMrz, &self.mrz),
        ];
        fill(record, &texts, Some(at));
    }
}

fn fill<'a>(record: &mut Record<'a>, texts: &[(Id, &'a Option<String>)], document: Option<usize>) {
    for (id, text) in texts {
        set(record, *id, document, text.as_deref().map(Slot::of));
    }
}

fn set<'a>(record: &mut Record<'a>, id: Id, document: Option<usize>, slot: Option<Slot<'a>>) {
    if let (Some(place), Some(slot)) = (record.slot_mut(id, document), slot) {
        *place = slot;
    }
}

/// Nothing of what a person said stands in a debug text.
macro_rules! silent_debug {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
silent_debug!(Customer, KycData, Address, Document);
