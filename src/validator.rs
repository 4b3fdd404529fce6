//! The trait of the crate `validator` for the typed payloads, so that what is built on it takes them. Feature `validator`.
//!
//! Errors only: what is missing is no error, as the guide accepts incomplete data (of a customer to be created it is one). The
//! trait takes no arguments, so [`Validate`] reads the system's clock (UTC) and the default policy; [`ValidateArgs`] takes both.
//! Keys are those of the JSON; `code`, `message` and `params` are the report's, and no value is repeated.

use alloc::{borrow::Cow, boxed::Box};
use std::time::{SystemTime, UNIX_EPOCH};

use validator::{Validate, ValidateArgs, ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::{
    code::Severity,
    field_id::{Form, Id, Parent},
    issue::Issue,
    lifecycle::instant,
    model::{Customer, KycData},
    policy::Policy,
    record::Record,
    validate::Validator,
};

/// The key under which the trait's users look for what is said of the whole.
const WHOLE: &str = "__all__";

impl Validate for KycData {
    fn validate(&self) -> Result<(), ValidationErrors> {
        by_the_clock(&self.record(), Form::Kyc)
    }
}

impl<'a> ValidateArgs<'a> for KycData {
    type Args = &'a Validator<'a>;

    fn validate_with_args(&self, validator: Self::Args) -> Result<(), ValidationErrors> {
        errors(validator, &self.record(), Form::Kyc)
    }
}

impl Validate for Customer {
    fn validate(&self) -> Result<(), ValidationErrors> {
        by_the_clock(&self.record(), Form::Customer)
    }
}

impl<'a> ValidateArgs<'a> for Customer {
    type Args = &'a Validator<'a>;

    fn validate_with_args(&self, validator: Self::Args) -> Result<(), ValidationErrors> {
        errors(validator, &self.record(), Form::Customer)
    }
}

fn by_the_clock(record: &Record<'_>, form: Form) -> Result<(), ValidationErrors> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let today = instant::date(i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
    errors(&Validator::new(today, &Policy::DEFAULT), record, form)
}

fn errors(
    validator: &Validator<'_>,
    record: &Record<'_>,
    form: Form,
) -> Result<(), ValidationErrors> {
    let mut errors = ValidationErrors::new();
    for issue in validator.whole(record, form).issues {
        let is_error = match issue.severity {
            Severity::Error => true,
            Severity::Missing => form == Form::Customer,
            Severity::Warning => false,
        };
        if is_error {
            put(&mut errors, &issue);
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Puts an issue where the trait's derived implementations would.
fn put(errors: &mut ValidationErrors, issue: &Issue) {
    let error = error(issue);
    let Some(id) = issue.field else { return add(errors, WHOLE, error) };
    let key = id.field().key;
    match (id.parent(), issue.index.map(usize::from)) {
        (Parent::Customer | Parent::Kyc, None) => add(errors, key, error),
        (Parent::Address, _) => {
            let inner = errors
                .errors_mut()
                .entry(Id::Address.field().key.into())
                .or_insert_with(|| ValidationErrorsKind::Struct(Box::new(ValidationErrors::new())));
            match inner {
                ValidationErrorsKind::Struct(inner) => add(inner, key, error),
                _ => add(errors, WHOLE, error),
            }
        }
        (parent, index) => {
            let entries = errors
                .errors_mut()
                .entry(Id::Documents.field().key.into())
                .or_insert_with(|| ValidationErrorsKind::List(alloc::collections::BTreeMap::new()));
            let ValidationErrorsKind::List(entries) = entries else {
                return add(errors, WHOLE, error);
            };
            // What is said of the document itself, and not of a field in it.
            let key = if parent == Parent::Document { key } else { WHOLE };
            add(entries.entry(index.unwrap_or(0)).or_default(), key, error);
        }
    }
}

/// Adds to a field's errors; where the field holds an object with errors of its own, to those of the whole.
fn add(errors: &mut ValidationErrors, key: &'static str, error: ValidationError) {
    let is_object = errors
        .errors()
        .get(key)
        .is_some_and(|kind| !matches!(kind, ValidationErrorsKind::Field(_)));
    // `add` of the crate stops the program where the key holds anything but errors of a field.
    errors.add(if is_object { WHOLE } else { key }, error);
}

fn error(issue: &Issue) -> ValidationError {
    let mut error = ValidationError::new(issue.code.name());
    error.message = Some(Cow::Owned(issue.message()));
    for (name, param) in &issue.params {
        error.add_param(Cow::Borrowed(name), param);
    }
    error
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString, vec::Vec};

    use super::*;
    use crate::{code::Code, model::Document};

    static POLICY: Policy = Policy::DEFAULT;

    fn said(errors: Result<(), ValidationErrors>) -> serde_json::Value {
        serde_json::to_value(errors.unwrap_err()).unwrap()
    }

    fn judged<'a, T: ValidateArgs<'a, Args = &'a Validator<'a>>>(
        data: &T,
        validator: &'a Validator<'a>,
    ) -> Result<(), ValidationErrors> {
        data.validate_with_args(validator)
    }

    fn validator() -> Validator<'static> {
        let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
        Validator::new(today, &POLICY)
    }

    /// Of a customer to be created, what is missing is an error; of data that is submitted, it is not.
    #[test]
    fn what_is_missing_is_an_error_of_a_customer_alone() {
        let validator = validator();
        let customer = Customer {
            customer_type: Some("INDIVIDUAL".into()),
            email: Some("jane@example.com".into()),
            first_name: Some("Jane".into()),
            last_name: None,
        };
        let errors = said(judged(&customer, &validator));
        let members: Vec<_> = errors.as_object().unwrap().keys().collect();
        assert_eq!(members, ["lastName"]);
        assert_eq!(errors["lastName"][0]["code"], Code::Required.name());
        assert_eq!(errors["lastName"][0]["message"], "Enter the last name");
        let whole = Customer { last_name: Some("Smith".into()), ..customer };
        assert!(judged(&whole, &validator).is_ok());
        assert!(judged(&KycData::default(), &validator).is_ok());
        // What is only unlikely is none of either.
        let odd = Customer { first_name: Some("J4ne".into()), ..whole };
        let report = validator.whole(&odd.record(), Form::Customer);
        assert_eq!(report.issues.first().map(|issue| issue.severity), Some(Severity::Warning));
        assert!(judged(&odd, &validator).is_ok());
    }

    /// The crate stops the program where a field's own errors meet those of its members: here, those go to the whole.
    #[test]
    fn more_documents_than_are_taken_stop_no_program() {
        let limit = Policy::DEFAULT.limits.documents;
        let library =
            Document { document_type: Some("LIBRARY_CARD".into()), ..Document::default() };
        let documents = |count| KycData {
            documents: Some(alloc::vec![library.clone(); count]),
            ..KycData::default()
        };
        let errors = said(judged(&documents(limit), &validator()));
        let last = (limit - 1).to_string();
        assert_eq!(errors["documents"][last]["type"][0]["code"], Code::ChoiceUnknown.name());
        assert!(errors[WHOLE].is_null(), "{errors}");
        let errors = said(judged(&documents(limit + 1), &validator()));
        assert_eq!(errors["documents"][0]["code"], Code::DocumentsTooMany.name());
        assert_eq!(errors["documents"][0]["params"]["max"], limit);
        assert_eq!(errors[WHOLE][0]["code"], Code::ChoiceUnknown.name());
        assert_eq!(errors[WHOLE].as_array().unwrap().len(), limit);
    }

    /// In whichever order they come.
    #[test]
    fn an_object_and_its_members_have_errors_beside_each_other() {
        let of = |field, index| Issue::new(Some(field), index, Code::WrongType.into());
        let whole = |issues: [Issue; 2]| {
            let mut errors = ValidationErrors::new();
            for issue in &issues {
                put(&mut errors, issue);
            }
            let said = said(Err(errors));
            assert_eq!(said[WHOLE].as_array().map(Vec::len), Some(1), "{said}");
            said
        };
        let (address, city) = (of(Id::Address, None), of(Id::City, None));
        let said = whole([address.clone(), city.clone()]);
        assert!(said["address"].is_array(), "{said}");
        let said = whole([city, address]);
        assert!(said["address"]["city"].is_array(), "{said}");
        let (documents, number) = (of(Id::Documents, None), of(Id::DocumentNumber, Some(3)));
        // What is said of the list stands with its first entry, as what is said of an entry stands with it.
        let mut errors = ValidationErrors::new();
        put(&mut errors, &number);
        put(&mut errors, &of(Id::Documents, Some(3)));
        let said = self::said(Err(errors));
        assert!(said["documents"]["3"]["number"].is_array(), "{said}");
        assert!(said["documents"]["3"][WHOLE].is_array(), "{said}");
        let said = whole([documents, number]);
        assert!(said["documents"].is_array(), "{said}");
    }
}
