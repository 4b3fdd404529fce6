//! Errors as an API answers them: the guide's shape, byte for byte, and RFC 9457 beside it.
//!
//! Source: KYC integration guide, "Common errors"; RFC 9457, 3.

use alloc::{string::String, vec::Vec};

use crate::{
    code::Severity,
    issue::Issue,
    lifecycle::{status::CustomerStatus, value::Value},
    report::Report,
};

/// An error an API answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The code: `BAD_REQUEST`.
    pub code: &'static str,
    /// What happened, without any of the customer's data.
    pub message: String,
    /// Where the customer stands, for `PATCH_NOT_ALLOWED`.
    pub customer_status: Option<CustomerStatus>,
    /// The issues, for RFC 9457's `errors`.
    pub issues: Vec<Issue>,
}

impl Problem {
    /// An error with a message of its own.
    #[must_use]
    pub fn new(status: u16, code: &'static str, message: &str) -> Self {
        Self { status, code, message: message.into(), customer_status: None, issues: Vec::new() }
    }

    /// 400: the customer's status locks its data. The guide's words for a review; the status itself for the others.
    ///
    /// ```
    /// use kyc_rules::lifecycle::{problem::Problem, status::CustomerStatus};
    /// let problem = Problem::patch_not_allowed(&CustomerStatus::UnderReview);
    /// assert_eq!(
    ///     problem.to_json(),
    ///     r#"{"error":"PATCH_NOT_ALLOWED","message":"Cannot update KYC data: verification is currently in progress","statusCode":400,"customerStatus":"UNDER_REVIEW"}"#
    /// );
    /// ```
    #[must_use]
    pub fn patch_not_allowed(status: &CustomerStatus) -> Self {
        let mut message = String::from("Cannot update KYC data: ");
        if *status == CustomerStatus::UnderReview {
            message.push_str("verification is currently in progress");
        } else {
            message.push_str("customer status is ");
            message.push_str(status.name());
        }
        Self {
            customer_status: Some(status.clone()),
            ..Self::new(400, "PATCH_NOT_ALLOWED", &message)
        }
    }

    /// 400: the first error of a report; `None` where it has none.
    ///
    /// ```
    /// use kyc_rules::{field_id::Form, lifecycle::problem::Problem, policy::Policy, source, validate::Validator};
    /// let policy = Policy::DEFAULT;
    /// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
    /// let record = source::json::read(r#"{"phoneNumber":"555"}"#, Form::Kyc, &policy.limits);
    /// let problem = Problem::of(&Validator::new(today, &policy).patch(&record, None)).unwrap();
    /// assert_eq!(
    ///     problem.to_json(),
    ///     r#"{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}"#
    /// );
    /// ```
    #[must_use]
    pub fn of(report: &Report) -> Option<Self> {
        Self::validation(&report.issues)
    }

    /// 400: the first error of these issues; `None` where there is none.
    #[must_use]
    pub fn validation(issues: &[Issue]) -> Option<Self> {
        let errors = issues.iter().filter(|issue| issue.severity == Severity::Error);
        let errors: Vec<Issue> = errors.cloned().collect();
        let mut message = String::from("Validation failed: ");
        message.push_str(&errors.first()?.api_message());
        Some(Self { issues: errors, ..Self::new(400, "BAD_REQUEST", &message) })
    }

    /// 401, in the guide's words.
    #[must_use]
    pub fn unauthorized() -> Self {
        Self::new(401, "UNAUTHORIZED", "Invalid or expired API key")
    }

    /// 404.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(404, "NOT_FOUND", "No such customer")
    }

    /// The guide's shape.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.shape().to_json()
    }

    fn shape(&self) -> Value {
        let shape = Value::EMPTY
            .with("error", Value::text_of(self.code))
            .with("message", Value::text_of(self.message.as_str()))
            .with("statusCode", Value::number_of(i64::from(self.status)));
        match &self.customer_status {
            Some(status) => shape.with("customerStatus", Value::text_of(status.name())),
            None => shape,
        }
    }

    /// RFC 9457: `application/problem+json`. `instance`: the request's id or path, where there is one.
    ///
    /// ```
    /// use kyc_rules::lifecycle::problem::Problem;
    /// assert_eq!(
    ///     Problem::not_found().to_problem_json(None),
    ///     r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"No such customer","code":"NOT_FOUND"}"#
    /// );
    /// ```
    #[must_use]
    pub fn to_problem_json(&self, instance: Option<&str>) -> String {
        let mut problem = Value::EMPTY
            .with("type", Value::text_of("about:blank"))
            .with("title", Value::text_of(title(self.status)))
            .with("status", Value::number_of(i64::from(self.status)))
            .with("detail", Value::text_of(self.message.as_str()))
            .with("code", Value::text_of(self.code));
        if let Some(instance) = instance {
            problem.set("instance", Value::text_of(instance));
        }
        if let Some(status) = &self.customer_status {
            problem.set("customerStatus", Value::text_of(status.name()));
        }
        if !self.issues.is_empty() {
            let errors = self.issues.iter().map(|issue| {
                Value::EMPTY
                    .with("pointer", Value::text_of(issue.pointer()))
                    .with("code", Value::text_of(issue.code.name()))
                    .with("detail", Value::text_of(issue.api_message()))
            });
            problem.set("errors", Value::List(errors.collect()));
        }
        problem.to_json()
    }
}

/// The name of an HTTP status (RFC 9110, 15; RFC 6585; RFC 8470).
#[must_use]
pub const fn title(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        425 => "Too Early",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        507 => "Insufficient Storage",
        _ => "Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        code::Code,
        field_id::Id,
        finding::Finding,
        lifecycle::{api_error, value::ANSWER_LIMITS},
    };

    #[test]
    fn a_key_that_is_not_taken_is_answered_in_the_guides_words() {
        assert_eq!(
            Problem::unauthorized().to_json(),
            r#"{"error":"UNAUTHORIZED","message":"Invalid or expired API key","statusCode":401}"#
        );
    }

    /// Both shapes say where the customer stands, and what a client of the one reads it reads of the other.
    #[test]
    fn a_locked_customer_has_its_status_in_both_shapes() {
        let problem = Problem::patch_not_allowed(&CustomerStatus::Active);
        assert_eq!(
            problem.to_problem_json(Some("/customers/customer_1")),
            r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"Cannot update KYC data: customer status is ACTIVE","code":"PATCH_NOT_ALLOWED","instance":"/customers/customer_1","customerStatus":"ACTIVE"}"#
        );
        for body in [problem.to_json(), problem.to_problem_json(None)] {
            let read = api_error::parse(400, &body);
            assert_eq!(read.kind, api_error::Kind::PatchNotAllowed, "{body}");
            assert_eq!(read.customer_status, Some(CustomerStatus::Active), "{body}");
        }
    }

    /// Errors in their order, each with its pointer; what is missing or only unlikely is no error.
    #[test]
    fn every_error_is_pointed_at() {
        let weighing = |severity| Finding::from(Code::NameDigit).weighing(severity);
        let issues = [
            Issue::new(Some(Id::FirstName), None, weighing(Severity::Warning)),
            Issue::new(Some(Id::Email), None, Code::Required.into()),
            Issue::new(Some(Id::DocumentNumber), Some(1), weighing(Severity::Error)),
            Issue::new(Some(Id::PhoneNumber), None, Code::PhoneNotE164.into()),
        ];
        let problem = Problem::validation(&issues).unwrap();
        assert!(problem.message.starts_with("Validation failed: documents[1].number "));
        let read = Value::parse(&problem.to_problem_json(None), &ANSWER_LIMITS).unwrap();
        let errors = read.get("errors").unwrap().entries();
        let said = |key| errors.iter().map(|error| error.text(key).unwrap()).collect::<Vec<_>>();
        assert_eq!(said("pointer"), ["/documents/1/number", "/phoneNumber"]);
        assert_eq!(said("code"), [Code::NameDigit.name(), "phone.not_e164"]);
        assert_eq!(said("detail")[1], "phoneNumber must be in E.164 format");
        assert_eq!(Problem::validation(&issues[..2]), None);
    }
}
