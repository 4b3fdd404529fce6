//! The names of the fields, in form order, and what follows from the order alone: which payload and object each stands in.

/// The fields by name; each value is the row's place in [`FIELDS`](crate::fields::FIELDS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "each name is its field's path, and the row says what it is")]
pub enum Id {
    CustomerType,
    Email,
    FirstName,
    LastName,
    LegalFirstName,
    LegalLastName,
    LegalMiddleName,
    PhoneNumber,
    DateOfBirth,
    Nationality,
    Address,
    AddressLine1,
    AddressLine2,
    City,
    State,
    StateCode,
    PostalCode,
    Country,
    Locale,
    NationalIdType,
    NationalIdNumber,
    NationalIdIssuingCountry,
    EmploymentStatus,
    MostRecentOccupation,
    SourceOfFunds,
    AccountPurpose,
    ExpectedMonthlyPaymentsUsd,
    IsIntermediary,
    Documents,
    DocumentType,
    DocumentNumber,
    DocumentIssuingCountry,
    DocumentExpirationDate,
    DocumentIssueDate,
    DocumentFrontImageUrl,
    DocumentBackImageUrl,
    DocumentMrz,
}

/// How many fields the table has.
pub const COUNT: usize = Id::DocumentMrz as usize + 1;
/// How many of them stand outside documents.
pub const TOP_FIELDS: usize = Id::DocumentType as usize;
/// How many a document has.
pub const DOCUMENT_FIELDS: usize = COUNT - TOP_FIELDS;

/// Which payload a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The body of `POST /customers`.
    Customer,
    /// The `kycData` of `PATCH /customers/:id`.
    Kyc,
}

impl Form {
    /// The object that is its payload.
    #[must_use]
    pub const fn parent(self) -> Parent {
        match self {
            Self::Customer => Parent::Customer,
            Self::Kyc => Parent::Kyc,
        }
    }
}

/// The object a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    /// The body of `POST /customers`.
    Customer,
    /// `kycData`.
    Kyc,
    /// `kycData.address`.
    Address,
    /// An entry of `kycData.documents`.
    Document,
}

impl Parent {
    /// The field that holds the object; `None` for a payload itself.
    #[must_use]
    pub const fn field(self) -> Option<Id> {
        match self {
            Self::Customer | Self::Kyc => None,
            Self::Address => Some(Id::Address),
            Self::Document => Some(Id::Documents),
        }
    }
}

impl Id {
    /// The payload it belongs to.
    #[must_use]
    pub const fn form(self) -> Form {
        if (self as u8) < Self::LegalFirstName as u8 { Form::Customer } else { Form::Kyc }
    }

    /// The object it stands in.
    #[must_use]
    pub const fn parent(self) -> Parent {
        let place = self as u8;
        if place < Self::LegalFirstName as u8 {
            Parent::Customer
        } else if place > Self::Address as u8 && place <= Self::Locale as u8 {
            Parent::Address
        } else if place >= Self::DocumentType as u8 {
            Parent::Document
        } else {
            Parent::Kyc
        }
    }

    /// Its place within a document; `None` outside documents.
    #[must_use]
    pub const fn document_column(self) -> Option<usize> {
        (self as usize).checked_sub(TOP_FIELDS)
    }
}
