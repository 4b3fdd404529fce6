//! An axum extractor: a handler gets a body that was judged, or is not called. Feature `axum`, which needs `axum-core` alone.
//!
//! What the rules refuse is answered in the guide's shape (400 `BAD_REQUEST`, `Validation failed: …`), or as RFC 9457 has it to who
//! asks for `application/problem+json`. What is merely missing passes: the guide accepts incomplete data and asks for the rest.
//!
//! ```
//! use axum::{Router, routing::post};
//! use kyc_rules::{axum::{KycJson, Rules}, model::KycData};
//!
//! async fn submit(KycJson { data, report, .. }: KycJson<KycData>) -> String {
//!     // `data` is typed; `report` says what is missing, and warns.
//!     format!("{} {}", report.verdict.name(), data.documents.map_or(0, |documents| documents.len()))
//! }
//!
//! let app: Router = Router::new().route("/kyc", post(submit)).with_state(Rules::default());
//! ```

use alloc::{string::String, sync::Arc};
use core::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use axum_core::{
    body::Body,
    extract::{DefaultBodyLimit, FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, de::DeserializeOwned};
use time::Date;

use crate::{
    code::Severity,
    field_id::Form,
    lifecycle::{instant, problem::Problem},
    model::{Customer, KycData},
    policy::Policy,
    report::{Report, Verdict},
    source::json,
    validate::Validator,
};

/// What bodies are judged by: a policy, and the day. Part of the application's state (`FromRef`).
#[derive(Clone)]
pub struct Rules {
    /// The policy.
    pub policy: Arc<Policy>,
    today: Arc<dyn Fn() -> Date + Send + Sync>,
}

impl Rules {
    /// Rules by a policy and a calendar: `today` is asked at each request.
    pub fn new(policy: Policy, today: impl Fn() -> Date + Send + Sync + 'static) -> Self {
        Self { policy: Arc::new(policy), today: Arc::new(today) }
    }

    /// The engine, for this day.
    #[must_use]
    pub fn validator(&self) -> Validator<'_> {
        Validator::new((self.today)(), &self.policy)
    }
}

impl Default for Rules {
    /// The default policy, and the date in UTC.
    fn default() -> Self {
        Self::new(Policy::DEFAULT, || {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            instant::date(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
        })
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rules").field("policy", &self.policy).finish_non_exhaustive()
    }
}

/// A body that can be judged. [`Customer`] and [`KycData`] can; a type of one's own does it with [`typed`].
pub trait Payload: Sized {
    /// Reads a body, which is JSON by its `Content-Type` and within the policy's limit of size, and judges it.
    ///
    /// # Errors
    /// What the client is told instead.
    fn judge(body: &str, rules: &Rules) -> Result<(Self, Report), Problem>;
}

/// Judges a body as a form and reads it as a type.
///
/// # Errors
/// 400 with the first error of the report, or where the type cannot hold the body.
pub fn typed<T: DeserializeOwned>(
    body: &str,
    form: Form,
    rules: &Rules,
) -> Result<(T, Report), Problem> {
    let mut report = judged(body, form, rules);
    if form == Form::Customer {
        // Nothing can be asked for later of a customer that does not exist: what is missing is refused.
        for issue in report.issues.iter_mut().filter(|issue| issue.severity == Severity::Missing) {
            issue.severity = Severity::Error;
            report.verdict = Verdict::Invalid;
        }
    }
    if let Some(problem) = Problem::of(&report) {
        return Err(problem);
    }
    // serde's own words may quote the body: they are not repeated.
    let data = serde_json::from_str(body).map_err(|_| {
        Problem::new(
            400,
            "BAD_REQUEST",
            "Validation failed: kycData must have the documented types",
        )
    })?;
    Ok((data, report))
}

fn judged(body: &str, form: Form, rules: &Rules) -> Report {
    let record = json::read(body, form, &rules.policy.limits);
    rules.validator().whole(&record, form)
}

impl Payload for Customer {
    fn judge(body: &str, rules: &Rules) -> Result<(Self, Report), Problem> {
        typed(body, Form::Customer, rules)
    }
}

/// The guide's PATCH: `{"kycData": …}`.
#[derive(Deserialize)]
struct Envelope {
    #[serde(rename = "kycData", default)]
    data: Option<KycData>,
}

impl Payload for KycData {
    /// With the guide's envelope or without it, as every reader of this crate takes it.
    fn judge(body: &str, rules: &Rules) -> Result<(Self, Report), Problem> {
        let (envelope, report) = typed::<Envelope>(body, Form::Kyc, rules)?;
        match envelope.data {
            Some(data) => Ok((data, report)),
            None => typed(body, Form::Kyc, rules),
        }
    }
}

/// A judged body.
#[derive(Debug, Clone)]
pub struct KycJson<T> {
    /// What came.
    pub data: T,
    /// What is to be said of it: no error, but what is missing, and warnings.
    pub report: Report,
}

impl<T, S> FromRequest<S> for KycJson<T>
where
    T: Payload,
    S: Send + Sync,
    Rules: FromRef<S>,
{
    type Rejection = KycRejection;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, KycRejection> {
        let rules = Rules::from_ref(state);
        let wants_problem = wants_problem(header(&request, "accept"));
        let refuse = |problem| KycRejection { problem, wants_problem };
        if !is_json(header(&request, "content-type")) {
            return Err(refuse(Problem::new(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "The body must be application/json",
            )));
        }
        let limit = rules.policy.limits.text;
        DefaultBodyLimit::max(limit).apply(&mut request);
        let body = String::from_request(request, state).await.map_err(|rejection| {
            refuse(match rejection.status().as_u16() {
                413 => Problem::new(413, "PAYLOAD_TOO_LARGE", "The body is too large"),
                _ => Problem::new(400, "BAD_REQUEST", "The body could not be read as UTF-8"),
            })
        })?;
        let (data, report) = T::judge(&body, &rules).map_err(refuse)?;
        Ok(Self { data, report })
    }
}

fn header<'r>(request: &'r Request, name: &str) -> &'r str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// `application/json`, and whatever else is JSON by its suffix.
#[must_use]
pub fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    let (kind, subtype) = essence.split_once('/').unwrap_or_default();
    let ends = |suffix: &str| {
        let at = subtype.len().checked_sub(suffix.len());
        at.and_then(|at| subtype.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(suffix))
    };
    kind.eq_ignore_ascii_case("application")
        && (subtype.eq_ignore_ascii_case("json") || ends("+json"))
}

/// Whether an `Accept` header asks for errors as RFC 9457 has them.
#[must_use]
pub fn wants_problem(accept: &str) -> bool {
    accept.contains("application/problem+json")
}

/// Why a body was not taken. As a response: the guide's shape, or RFC 9457's.
#[derive(Debug, Clone)]
pub struct KycRejection {
    /// The error.
    pub problem: Problem,
    /// Whether the client asked for `application/problem+json`.
    pub wants_problem: bool,
}

impl IntoResponse for KycRejection {
    fn into_response(self) -> Response {
        let (kind, body) = if self.wants_problem {
            ("application/problem+json", self.problem.to_problem_json(None))
        } else {
            ("application/json", self.problem.to_json())
        };
        let response = Response::builder().status(self.problem.status).header("content-type", kind);
        // Neither a status of ours nor these headers can be refused.
        response.body(Body::from(body)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::is_json;

    #[test]
    fn what_is_json() {
        for yes in
            ["application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"]
        {
            assert!(is_json(yes), "{yes}");
        }
        for no in ["", "text/plain", "json", "application/jsonp", "text/json+x"] {
            assert!(!is_json(no), "{no}");
        }
    }
}
