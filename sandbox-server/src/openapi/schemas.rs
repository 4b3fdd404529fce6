//! The payloads, out of the table of fields, and what is answered.

use kyc_rules::{
    field::{Field, Kind, Presence},
    field_id::{Id, Parent},
    fields::FIELDS,
    lifecycle::status::CustomerStatus,
    policy::Limits,
};
use serde_json::{Map, Value, json};

const STATUSES: &[CustomerStatus] = &[
    CustomerStatus::Created,
    CustomerStatus::UnderReview,
    CustomerStatus::NeedsAdditionalInformation,
    CustomerStatus::Active,
    CustomerStatus::Rejected,
    CustomerStatus::Deactivated,
];

/// Every schema.
pub(super) fn all() -> Value {
    let text = json!({"type": "string"});
    let time = json!({"type": "string", "format": "date-time"});
    let texts = json!({"type": "array", "items": text});
    let statuses: Vec<&str> = STATUSES.iter().map(CustomerStatus::name).collect();
    let webhook = [("id", text.clone()), ("url", text.clone())];
    json!({
        "NewCustomer": payload(Parent::Customer, true),
        "Submission": object(&[("kycData", reference("KycData"))], &["kycData"]),
        "KycData": payload(Parent::Kyc, false),
        "Address": payload(Parent::Address, false),
        "Document": payload(Parent::Document, false),
        "Customer": object(&[
            ("id", text.clone()), ("type", text.clone()), ("status", json!({"type": "string", "enum": statuses})),
            ("email", text.clone()), ("firstName", text.clone()), ("lastName", text.clone()),
            ("verificationLink", json!({"type": "string", "format": "uri"})),
            ("createdAt", time.clone()), ("updatedAt", time.clone()), ("requirements", texts), ("reason", text.clone()),
        ], &["id", "type", "status", "email", "firstName", "lastName", "verificationLink", "createdAt", "updatedAt"]),
        "CustomerPage": object(&[("data", list("Customer")), ("nextCursor", text.clone())], &["data"]),
        "Webhook": object(&webhook, &["id", "url"]),
        "WebhookPage": object(&[("data", list("Webhook"))], &["data"]),
        "NewWebhook": object(&[&webhook[..], &[("secret", text.clone())]].concat(), &["id", "url", "secret"]),
        "WebhookUrl": object(&[("url", json!({"type": "string", "examples": ["http://127.0.0.1:3000/webhooks/customer-status"]}))], &["url"]),
        "Upload": object(&[
            ("id", text.clone()), ("url", text.clone()), ("publicUrl", text.clone()), ("mediaType", text.clone()), ("expiresAt", time.clone()),
            ("warnings", json!({"type": "array", "items": {"type": "object"}})),
        ], &["id", "url", "publicUrl", "mediaType", "expiresAt", "warnings"]),
        "Tokens": object(&[
            ("accessToken", text.clone()), ("tokenType", json!({"const": "Bearer"})), ("expiresIn", json!({"type": "integer"})),
            ("refreshToken", text.clone()),
        ], &["accessToken", "tokenType", "expiresIn", "refreshToken"]),
        "Refresh": object(&[("refreshToken", text.clone())], &["refreshToken"]),
        "Advance": object(&[("advanceSeconds", json!({"type": "integer", "minimum": 0, "maximum": 315_360_000}))], &["advanceSeconds"]),
        "Now": object(&[("now", time)], &["now"]),
        "Expired": object(&[("expired", json!({"const": true}))], &["expired"]),
        "Health": object(&[("status", json!({"const": "ok"}))], &["status"]),
        "Error": object(&[
            ("error", text.clone()), ("message", text.clone()), ("statusCode", json!({"type": "integer"})), ("customerStatus", text.clone()),
        ], &["error", "message", "statusCode"]),
        "Problem": object(&[
            ("type", text.clone()), ("title", text.clone()), ("status", json!({"type": "integer"})), ("detail", text.clone()),
            ("code", text), ("errors", json!({"type": "array", "items": {"type": "object"}})),
        ], &["type", "title", "status", "detail", "code"]),
    })
}

fn list(schema: &str) -> Value {
    json!({"type": "array", "items": reference(schema)})
}

fn object(properties: &[(&str, Value)], required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        properties.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

/// An object of the table. `whole`: it is wanted whole, while a submission may leave out anything.
fn payload(parent: Parent, whole: bool) -> Value {
    let fields = || FIELDS.iter().filter(|field| field.parent == parent);
    let properties: Vec<(&str, Value)> =
        fields().map(|field| (field.key, property(field))).collect();
    let required: Vec<&str> = fields().filter(|_| whole).map(|field| field.key).collect();
    object(&properties, &required)
}

fn property(field: &Field) -> Value {
    let mut property = match field.kind {
        Kind::Text { max, .. } => json!({"type": "string", "minLength": 1, "maxLength": max}),
        // Other spellings pass too: a client that knows this document alone may send them.
        Kind::Choice(choices) => {
            let aliases = choices.aliases.iter().map(|(other, _)| other);
            let mut spellings: Vec<_> = choices.values.iter().chain(aliases).map(Some).collect();
            spellings.extend(may_be_removed(field).then_some(None));
            json!({"type": "string", "enum": spellings})
        }
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Object => return reference("Address"),
        Kind::List => {
            json!({"type": "array", "maxItems": Limits::DEFAULT.documents, "items": reference("Document")})
        }
    };
    property["title"] = json!(field.label);
    if may_be_removed(field) {
        property["type"] = json!([property["type"], "null"]);
    }
    if matches!(field.id, Id::Email) {
        property["format"] = json!("email");
    }
    if matches!(field.kind, Kind::Text { .. } | Kind::Choice(_)) {
        property["examples"] = json!([field.example]);
    }
    property
}

/// Whether `null` may stand for it. It removes what is stored (RFC 7396), but for what is always asked for; documents replace those
/// that are stored, so that in one of them it says no more than leaving out.
fn may_be_removed(field: &Field) -> bool {
    match field.parent {
        Parent::Customer => false,
        Parent::Document => true,
        Parent::Kyc | Parent::Address => field.presence != Presence::Required,
    }
}

/// A schema by its name.
pub(super) fn reference(schema: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{schema}")})
}
