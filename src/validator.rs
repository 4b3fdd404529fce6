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
