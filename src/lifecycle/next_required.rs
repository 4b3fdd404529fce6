//! What to ask a customer next: the guide's advice to collect step by step, as ordered steps with progress.
//!
//! Source: KYC integration guide, "Collect required KYC data" (progressively; documents last) and "Required data fields".

use alloc::vec::Vec;

use crate::{
    code::Severity,
    field::Presence,
    field_id::{Form, Id, Parent},
    fields::FIELDS,
    lifecycle::status::CustomerStatus,
    record::{Record, Slot},
    report::Report,
    text,
    validate::Validator,
};

/// A step of the form: the guide's headings, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Name, phone, date of birth, nationality.
    Personal,
    /// Where the customer lives.
    Address,
    /// The national ID number.
    NationalId,
    /// Employment and money.
    Employment,
    /// Documents, asked for last.
    Documents,
}

/// The steps, in order.
pub const STEPS: [Step; 5] =
    [Step::Personal, Step::Address, Step::NationalId, Step::Employment, Step::Documents];

impl Step {
    /// Its name: `nationalId`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Address => "address",
            Self::NationalId => "nationalId",
            Self::Employment => "employment",
            Self::Documents => "documents",
        }
    }

    /// The step that asks for a field; `None` for those of create-customer.
    #[must_use]
    pub const fn of(id: Id) -> Option<Self> {
        Some(match id.parent() {
            Parent::Customer => return None,
            Parent::Address => Self::Address,
            Parent::Document => Self::Documents,
            Parent::Kyc => match id {
                Id::Address => Self::Address,
                Id::Documents => Self::Documents,
                _ if (id as u8) < Id::Address as u8 => Self::Personal,
                _ if (id as u8) < Id::EmploymentStatus as u8 => Self::NationalId,
                _ => Self::Employment,
            },
        })
    }
}

/// How far a step is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepProgress {
    /// The step.
    pub step: Step,
    /// How many required answers are there and pass.
    pub done: u32,
    /// The fields that are missing or have an error, and the document's index.
    pub open: Vec<(Id, Option<u16>)>,
}

/// How far a customer's data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Every step.
    pub steps: Vec<StepProgress>,
    /// The first step with something open; `None` where there is none, or where nothing can be changed.
    pub next: Option<Step>,
    /// Required answers given, in percent, rounded down: 100 only where none is open.
    pub percent: u32,
    /// Whether the customer's status takes changes.
    pub editable: bool,
}

/// What is required next of a customer with this data and status.
///
/// ```
/// use kyc_rules::{
///     field_id::Form, lifecycle::{next_required::{Step, next_required}, status::CustomerStatus},
///     policy::Policy, source, validate::Validator,
/// };
/// let policy = Policy::DEFAULT;
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// let data = r#"{"legalFirstName":"Jane","legalLastName":"Smith","phoneNumber":"+14155551234","dateOfBirth":"1990-05-15","nationality":"US"}"#;
/// let record = source::json::read(data, Form::Kyc, &policy.limits);
/// let progress = next_required(&record, &CustomerStatus::Created, &Validator::new(today, &policy));
/// assert_eq!(progress.next, Some(Step::Address));
/// assert_eq!(progress.steps[0].done, 5);
/// ```
#[must_use]
pub fn next_required(
    record: &Record<'_>,
    status: &CustomerStatus,
    validator: &Validator<'_>,
) -> Progress {
    let report = validator.whole(record, Form::Kyc);
    let steps: Vec<StepProgress> =
        STEPS.into_iter().map(|step| progress(step, record, &report)).collect();
    let editable = status.can_patch(validator.policy());
    let next = steps.iter().find(|step| !step.open.is_empty()).map(|step| step.step);
    let done: u32 = steps.iter().map(|step| step.done).fold(0, u32::saturating_add);
    let open = steps.iter().map(|step| step.open.len()).fold(0, usize::saturating_add);
    let all = done.saturating_add(u32::try_from(open).unwrap_or(u32::MAX));
    let percent = done.saturating_mul(100).checked_div(all).unwrap_or(0);
    Progress { steps, next: next.filter(|_| editable), percent, editable }
}

fn progress(step: Step, record: &Record<'_>, report: &Report) -> StepProgress {
    let mut open: Vec<(Id, Option<u16>)> = Vec::new();
    let issues = report.issues.iter().filter(|issue| issue.severity != Severity::Warning);
    for issue in issues {
        let Some(id) = issue.field.filter(|id| Step::of(*id) == Some(step)) else { continue };
        if id == Id::Address && *record.slot(id, None) != Slot::Object {
            // What an address always has stands for the whole of it.
            let members = FIELDS.iter().filter(|field| {
                field.parent == Parent::Address && field.presence == Presence::Required
            });
            open.extend(members.map(|field| (field.id, None)));
        } else {
            open.push((id, issue.index));
        }
    }
    open.sort_unstable();
    open.dedup();
    let wanted = FIELDS
        .iter()
        .filter(|field| Step::of(field.id) == Some(step) && field.presence != Presence::Optional);
    let mut done = 0_u32;
    for field in wanted {
        let indexed = field.id.document_column().is_some();
        let documents = if indexed { record.documents.len() } else { 1 };
        for at in 0..documents {
            let index = u16::try_from(at).ok().filter(|_| indexed);
            let answered = match record.slot(field.id, Some(at).filter(|_| indexed)) {
                Slot::Text(text) => !text::is_blank(text),
                Slot::Flag(_) => true,
                _ => false,
            };
            if answered && !open.contains(&(field.id, index)) {
                done = done.saturating_add(1);
            }
        }
    }
    StepProgress { step, done, open }
}

#[cfg(test)]
mod tests {
    use time::{Date, Month};

    use super::*;
    use crate::{policy::Policy, source::json};

    fn ask(data: &str, status: &CustomerStatus) -> Progress {
        let policy = Policy::DEFAULT;
        let today = Date::from_calendar_date(2026, Month::January, 31).unwrap();
        let record = json::read(data, Form::Kyc, &policy.limits);
        next_required(&record, status, &Validator::new(today, &policy))
    }

    #[test]
    fn nothing_given_and_everything_given() {
        let empty = ask("{}", &CustomerStatus::Created);
        assert_eq!((empty.next, empty.percent), (Some(Step::Personal), 0));
        let sample = include_str!("../../tests/sample.json");
        let whole = ask(sample, &CustomerStatus::NeedsAdditionalInformation);
        assert_eq!((whole.next, whole.percent), (None, 100), "{whole:?}");
    }

    #[test]
    fn a_locked_customer_has_no_next_step() {
        let locked = ask("{}", &CustomerStatus::UnderReview);
        assert_eq!((locked.next, locked.editable), (None, false));
        assert!(!locked.steps[0].open.is_empty());
    }

    #[test]
    fn an_error_keeps_a_step_open() {
        let progress = ask(r#"{"phoneNumber":"555"}"#, &CustomerStatus::Created);
        assert!(progress.steps[0].open.contains(&(Id::PhoneNumber, None)));
    }

    #[test]
    fn steps_are_named_in_the_order_of_the_guide() {
        let names = ["personal", "address", "nationalId", "employment", "documents"];
        assert_eq!(STEPS.map(Step::name), names);
        let steps = ask("{}", &CustomerStatus::Created).steps;
        assert_eq!(steps.iter().map(|step| step.step.name()).collect::<Vec<_>>(), names);
    }
}
