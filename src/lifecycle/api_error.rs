//! What an API's error says: its kind, its code, and the fields it is about. Five shapes are read: the guide's, its siblings'
//! two, one with issues by path, and RFC 9457.
//!
//! Source: KYC integration guide, "Common errors"; RFC 9457, 3; unverified (the shapes of related providers, as documented by
//! them).

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{
    field_id::Id,
    lifecycle::{
        status::CustomerStatus,
        value::{ANSWER_LIMITS, Value},
    },
    scan::cut,
};

/// What kind of error it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A value was refused: 400 or 422.
    Validation,
    /// The customer's status locks its data.
    PatchNotAllowed,
    /// The key or token is not valid, or no longer: 401.
    Unauthorized,
    /// The key may not do this: 403.
    Forbidden,
    /// No such customer: 404 or 410.
    NotFound,
    /// Something else happened to the customer meanwhile, or it exists already: 409.
    Conflict,
    /// Too many requests: 429.
    RateLimited,
    /// The request did not arrive in time or came too early: 408 or 425.
    Timing,
    /// The API failed: 5xx.
    Server,
    /// Anything else.
    Other,
}

impl Kind {
    /// Its name: `validation`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Validation => "validation",
            Self::PatchNotAllowed => "patch_not_allowed",
            Self::Unauthorized => "unauthorized",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::RateLimited => "rate_limited",
            Self::Timing => "timing",
            Self::Server => "server",
            Self::Other => "other",
        }
    }
}

/// A field an error is about.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: Id,
    /// The document's index, for a field of one.
    pub index: Option<usize>,
    /// What the API says of it. Somebody else's words: they may hold a value.
    pub message: String,
}

impl fmt::Debug for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.field, self.index)
    }
}

/// An API's error.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The HTTP status.
    pub status: u16,
    /// What kind it is.
    pub kind: Kind,
    /// The API's own code: `BAD_REQUEST`; empty where it said none.
    pub code: String,
    /// The API's words; empty where it said none. Somebody else's: they may hold a value.
    pub message: String,
    /// The fields it is about, each once.
    pub fields: Vec<FieldError>,
    /// Where the customer stands, where the API says so.
    pub customer_status: Option<CustomerStatus>,
}

impl fmt::Debug for ApiError {
    /// Without the API's words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?}", self.status, self.kind.name(), self.fields)
    }
}

/// Reads an error. A body that is no JSON (a proxy's page, nothing at all) still has the status's kind.
///
/// ```
/// use kyc_rules::{field_id::Id, lifecycle::api_error::{Kind, parse}};
/// let body = r#"{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}"#;
/// let error = parse(400, body);
/// assert_eq!(error.kind, Kind::Validation);
/// assert_eq!(error.fields[0].field, Id::PhoneNumber);
/// assert_eq!(parse(502, "<html>").kind, Kind::Server);
/// ```
#[must_use]
pub fn parse(status: u16, body: &str) -> ApiError {
    let body = Value::parse(body, &ANSWER_LIMITS).unwrap_or_default();
    let inner = body.get("error").filter(|error| matches!(error, Value::Object(_)));
    let inner = inner.unwrap_or(&body);
    let said = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| inner.text(key));
        String::from(found.unwrap_or_default())
    };
    let code = said(&["code", "error"]);
    let message = said(&["message", "detail", "title"]);
    let customer_status = [inner, &body].iter().find_map(|at| at.text("customerStatus"));
    let mut fields = Vec::new();
    if let Some(field) = inner.text("field") {
        push(&mut fields, field, &message);
    }
    for issue in issues(inner) {
        let words = ["message", "detail"].iter().find_map(|key| issue.text(key));
        if let Some(path) = path_of(issue) {
            push(&mut fields, &path, words.unwrap_or(&message));
        }
    }
    if fields.is_empty() {
        fields.extend(field_of(&message));
    }
    let kind = kind(status, &code);
    let customer_status = customer_status.map(CustomerStatus::parse);
    ApiError { status, kind, code, message, fields, customer_status }
}

fn kind(status: u16, code: &str) -> Kind {
    if code.eq_ignore_ascii_case("PATCH_NOT_ALLOWED") {
        return Kind::PatchNotAllowed;
    }
    match status {
        400 | 422 => Kind::Validation,
        401 => Kind::Unauthorized,
        403 => Kind::Forbidden,
        404 | 410 => Kind::NotFound,
        409 => Kind::Conflict,
        408 | 425 => Kind::Timing,
        429 => Kind::RateLimited,
        500.. => Kind::Server,
        _ => Kind::Other,
    }
}

/// `details.issues`, `errors` or `details`, whichever is a list.
fn issues(error: &Value) -> &[Value] {
    let details = error.get("details");
    let lists = [details.and_then(|details| details.get("issues")), error.get("errors"), details];
    lists.into_iter().flatten().map(Value::entries).find(|list| !list.is_empty()).unwrap_or(&[])
}

/// Where an issue is: a list of keys, a JSON Pointer, or a path.
fn path_of(issue: &Value) -> Option<String> {
    if let Some(Value::List(keys)) = issue.get("path") {
        let mut path = String::new();
        for key in keys {
            match key {
                Value::Text(key) | Value::Number(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
                _ => return None,
            }
        }
        return Some(path);
    }
    ["path", "pointer", "field"].iter().find_map(|key| issue.text(key)).map(String::from)
}

/// The field that a message names first: `Validation failed: phoneNumber must be …`, `body/kycData/address/city must …`. The
/// message stays as it is but for what stands before the field.
///
/// ```
/// use kyc_rules::{field_id::Id, lifecycle::api_error::field_of};
/// let found = field_of("body/kycData/documents/0/number must be string").unwrap();
/// assert_eq!((found.field, found.index), (Id::DocumentNumber, Some(0)));
/// assert!(field_of("Something went wrong").is_none());
/// ```
#[must_use]
pub fn field_of(message: &str) -> Option<FieldError> {
    let rest = message.strip_prefix("Validation failed: ").unwrap_or(message);
    let (path, _) = cut(rest, b' ')?;
    let mut found = Vec::new();
    push(&mut found, path, rest);
    found.pop()
}

fn push(fields: &mut Vec<FieldError>, path: &str, message: &str) {
    // `#/address/city`, `"address.city":`: what may stand around a path, and what parts it.
    let path: String = path
        .chars()
        .filter(|c| !matches!(c, '#' | '"' | '\'' | '`' | ':'))
        .map(|c| if c == '/' { '.' } else { c })
        .collect();
    let path = path.strip_prefix('.').unwrap_or(&path);
    let path = path.strip_prefix("body.").unwrap_or(path);
    let Some((field, index)) = Id::at_path(path) else { return };
    if !fields.iter().any(|other| other.field == field && other.index == index) {
        fields.push(FieldError { field, index, message: message.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(error: &ApiError) -> Vec<(Id, Option<usize>)> {
        error.fields.iter().map(|field| (field.field, field.index)).collect()
    }

    #[test]
    fn every_shape_leads_to_its_field() {
        let bodies = [
            r#"{"error":{"code":"INVALID_FIELD_FORMAT","message":"Bad","field":"kycData.address.postalCode"}}"#,
            r#"{"code":"X","message":"body/kycData/address/postalCode must be string","details":{"issues":[{"path":["kycData","address","postalCode"],"message":"must be string"}],"method":"PATCH"}}"#,
            r#"{"code":"X","message":"body/kycData/address/postalCode must be string"}"#,
            r##"{"type":"about:blank","title":"Bad Request","status":400,"detail":"Bad","errors":[{"pointer":"#/address/postalCode","detail":"bad"}]}"##,
            r#"{"error":"BAD_REQUEST","message":"Validation failed: address.postalCode must match","statusCode":400}"#,
        ];
        for body in bodies {
            let error = parse(422, body);
            assert_eq!(paths(&error), [(Id::PostalCode, None)], "{body}");
            assert_eq!(error.kind, Kind::Validation);
        }
    }

    #[test]
    fn the_guides_other_errors() {
        let locked = r#"{"error":"PATCH_NOT_ALLOWED","message":"Cannot update","statusCode":400,"customerStatus":"ACTIVE"}"#;
        let error = parse(400, locked);
        assert_eq!(error.kind, Kind::PatchNotAllowed);
        assert_eq!(error.customer_status, Some(CustomerStatus::Active));
        assert_eq!(parse(401, r#"{"error":"UNAUTHORIZED"}"#).kind, Kind::Unauthorized);
        for (status, name) in [
            (403, "forbidden"),
            (404, "not_found"),
            (409, "conflict"),
            (425, "timing"),
            (429, "rate_limited"),
            (503, "server"),
            (302, "other"),
        ] {
            assert_eq!(parse(status, "").kind.name(), name);
        }
    }

    #[test]
    fn nothing_shows() {
        let body = r#"{"error":"E","message":"city Bonn must not be Bonn","details":[{"path":"city","message":"Bonn"}]}"#;
        assert!(!format!("{:?}", parse(400, body)).contains("Bonn"));
    }

    #[test]
    fn the_names_of_what_is_refused() {
        for (status, code, name) in [
            (400, "BAD_REQUEST", "validation"),
            (422, "", "validation"),
            (400, "patch_not_allowed", "patch_not_allowed"),
            (401, "PATCH_DENIED", "unauthorized"),
            (410, "", "not_found"),
            (408, "", "timing"),
        ] {
            let body = format!(r#"{{"error":{{"code":"{code}"}}}}"#);
            assert_eq!(parse(status, &body).kind.name(), name, "{status} {code}");
        }
    }

    /// A path of anything but keys and places is somebody else's: it names no field, and hides none of the others.
    #[test]
    fn a_path_that_is_none_is_passed_over() {
        let body = r#"{"code":"X","message":"m","errors":[
            {"path":["address",null,"city"],"message":"a"},
            {"path":["documents",{"at":0},"number"],"message":"b"},
            {"path":["address","postalCode"],"message":"c"}]}"#;
        let error = parse(400, body);
        assert_eq!(paths(&error), [(Id::PostalCode, None)]);
        assert_eq!(error.fields[0].message, "c");
    }
}
