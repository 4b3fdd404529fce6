//! `/openapi.json`: the API as `OpenAPI` 3.1, its payloads out of the table of fields.

use kyc_rules::{
    field::{Field, Kind},
    field_id::{Id, Parent},
    fields::FIELDS,
    lifecycle::status::CustomerStatus,
    policy::Limits,
};
use serde_json::{Map, Value, json};

/// The document, for a server at `base`.
pub(crate) fn document(base: &str) -> String {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "KYC sandbox",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The KYC integration guide's API, to test against. What a schema accepts, the rules may still refuse.",
        },
        "servers": [{"url": base}],
        "security": [{"bearer": []}],
        "paths": paths(),
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas(),
        },
    })
    .to_string()
}

const STATUSES: &[CustomerStatus] = &[
    CustomerStatus::Created,
    CustomerStatus::UnderReview,
    CustomerStatus::NeedsAdditionalInformation,
    CustomerStatus::Active,
    CustomerStatus::Rejected,
    CustomerStatus::Deactivated,
];

/// What a request that needs a key may always be answered.
const ALWAYS: &[u16] = &[401, 403, 429, 503];
/// What one that needs none may.
const OPEN: &[u16] = &[429, 503];

fn paths() -> Value {
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^customer_[0-9a-f]{12}$"}});
    let customer = || ok(200, "Customer");
    json!({
        "/api/v1/customers": {
            "get": operation("listCustomers", "Customers by id", ok(200, "CustomerPage"), &[ALWAYS, &[400]], &json!({"parameters": [
                {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}},
                {"name": "cursor", "in": "query", "schema": {"type": "string"}},
            ]})),
            "post": operation("createCustomer", "Create a customer", created(), &[ALWAYS, &[400, 413, 415, 422, 507]], &json!({
                "parameters": [{"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "minLength": 1, "maxLength": 255}}],
                "requestBody": body("NewCustomer"),
            })),
        },
        "/api/v1/customers/{id}": {
            "parameters": [id],
            "get": operation("getCustomer", "A customer", customer(), &[ALWAYS, &[404]], &json!({})),
            "patch": operation("submitKycData", "Submit KYC data: merged by RFC 7396, judged whole", customer(),
                &[ALWAYS, &[400, 404, 413, 415, 507]], &json!({"requestBody": body("Submission")})),
        },
        "/api/v1/webhooks": {
            "get": operation("listWebhooks", "Receivers of webhooks", ok(200, "WebhookPage"), &[ALWAYS], &json!({})),
            "post": operation("addWebhook", "Add a receiver on this machine", ok(201, "NewWebhook"), &[ALWAYS, &[400, 413, 507]],
                &json!({"requestBody": body("WebhookUrl")})),
        },
        "/api/v1/uploads": {
            "post": operation("upload", "A file of a document: JPG, PNG or PDF, 100 KB to 10 MB", ok(201, "Upload"), &[ALWAYS, &[400, 413, 422, 507]],
                &json!({"requestBody": {"required": true, "content": {
                    "multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}},
                }}})),
        },
        "/api/v1/auth/token": {
            "post": operation("makeToken", "Short-lived tokens for the API key", ok(200, "Tokens"), &[ALWAYS], &json!({})),
        },
        "/api/v1/auth/refresh": {
            "post": operation("refreshToken", "New tokens for a refresh token", ok(200, "Tokens"), &[OPEN, &[400, 401, 413]],
                &json!({"security": [], "requestBody": body("Refresh")})),
        },
        "/_sandbox/clock": {
            "post": operation("advanceClock", "Move the sandbox's clock on", ok(200, "Now"), &[ALWAYS, &[400, 413, 507]],
                &json!({"requestBody": body("Advance")})),
        },
        "/_sandbox/tokens/expire": {
            "post": operation("expireTokens", "Let every token given so far expire", ok(200, "Expired"), &[ALWAYS, &[507]], &json!({})),
        },
        "/_sandbox/{id}/deactivate": {
            "parameters": [id],
            "post": operation("deactivate", "Close a customer", customer(), &[ALWAYS, &[404, 409, 507]], &json!({})),
        },
        "/healthz": {
            "get": operation("health", "Whether the server runs", ok(200, "Health"), &[], &json!({"security": []})),
        },
    })
}

fn operation(
    id: &str,
    summary: &str,
    responses: Map<String, Value>,
    errors: &[&[u16]],
    more: &Value,
) -> Value {
    let mut operation = json!({"operationId": id, "summary": summary});
    let mut responses = responses;
    for status in errors.iter().copied().flatten() {
        let mut response = json!({"description": "Refused", "content": {
            "application/json": {"schema": reference("Error")},
            "application/problem+json": {"schema": reference("Problem")},
        }});
        if matches!(status, 429 | 503) {
            response["headers"] = json!({"Retry-After": {"schema": {"type": "integer"}}});
        }
        responses.insert(status.to_string(), response);
    }
    operation["responses"] = Value::Object(responses);
    for (key, value) in more.as_object().into_iter().flatten() {
        operation[key] = value.clone();
    }
    operation
}

fn ok(status: u16, schema: &str) -> Map<String, Value> {
    let content = json!({"application/json": {"schema": reference(schema)}});
    Map::from_iter([(status.to_string(), json!({"description": "Done", "content": content}))])
}

/// A customer was created: its id leads on.
fn created() -> Map<String, Value> {
    let mut responses = ok(201, "Customer");
    let link = |operation: &str| json!({"operationId": operation, "parameters": {"id": "$response.body#/id"}});
    if let Some(response) = responses.get_mut("201") {
        response["links"] = json!({
            "get": link("getCustomer"), "submit": link("submitKycData"), "close": link("deactivate"),
        });
    }
    responses
}

fn body(schema: &str) -> Value {
    json!({"required": true, "content": {"application/json": {"schema": reference(schema)}}})
}

fn reference(schema: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{schema}")})
}

fn schemas() -> Value {
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
        Kind::Choice(choices) => json!({"type": "string", "enum": choices.values}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Object => return reference("Address"),
        Kind::List => {
            json!({"type": "array", "maxItems": Limits::DEFAULT.documents, "items": reference("Document")})
        }
    };
    property["title"] = json!(field.label);
    if matches!(field.id, Id::Email) {
        property["format"] = json!("email");
    }
    if matches!(field.kind, Kind::Text { .. } | Kind::Choice(_)) {
        property["examples"] = json!([field.example]);
    }
    property
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn every_field_is_described() {
        let document: Value = serde_json::from_str(&super::document("http://127.0.0.1:1")).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["KycData"]["properties"]["employmentStatus"]["enum"][0], "EMPLOYED");
        let count: usize = ["NewCustomer", "KycData", "Address", "Document"]
            .iter()
            .map(|name| schemas[name]["properties"].as_object().unwrap().len())
            .sum();
        assert_eq!(count, kyc_rules::field_id::COUNT);
    }
}
