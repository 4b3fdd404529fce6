//! `/openapi.json`: the API as `OpenAPI` 3.1, its payloads out of the table of fields.

mod schemas;

use serde_json::{Map, Value, json};

use schemas::reference;

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
            "schemas": schemas::all(),
        },
    })
    .to_string()
}

/// What a request that needs a key may always be answered.
const ALWAYS: &[u16] = &[401, 403, 405, 429, 503];
/// What one that needs none may.
const OPEN: &[u16] = &[405, 429, 503];
/// What one with a body may.
const BODY: &[u16] = &[400, 408, 413];

fn paths() -> Value {
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^customer_[0-9a-f]{12}$"}});
    let customer = || ok(200, "Customer");
    json!({
        "/api/v1/customers": {
            "get": operation("listCustomers", "Customers by id", ok(200, "CustomerPage"), &[ALWAYS, &[400]], &json!({"parameters": [
                {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}},
                {"name": "cursor", "in": "query", "schema": {"type": "string"}},
            ]})),
            "post": operation("createCustomer", "Create a customer", created(), &[ALWAYS, BODY, &[415, 422, 507]], &json!({
                "parameters": [{"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "minLength": 1, "maxLength": 255}}],
                "requestBody": body("NewCustomer"),
            })),
        },
        "/api/v1/customers/{id}": {
            "parameters": [id],
            "get": operation("getCustomer", "A customer", customer(), &[ALWAYS, &[404]], &json!({})),
            "patch": operation("submitKycData", "Submit KYC data: merged by RFC 7396, judged whole", customer(),
                &[ALWAYS, BODY, &[404, 415, 507]], &json!({"requestBody": body("Submission")})),
        },
        "/api/v1/webhooks": {
            "get": operation("listWebhooks", "Receivers of webhooks", ok(200, "WebhookPage"), &[ALWAYS], &json!({})),
            "post": operation("addWebhook", "Add a receiver on this machine; 200 and the same secret for one that is there", added(),
                &[ALWAYS, BODY, &[507]], &json!({"requestBody": body("WebhookUrl")})),
        },
        "/api/v1/webhooks/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^webhook_[0-9]+$"}}],
            "delete": operation("removeWebhook", "Remove a receiver, and what is on its way to it",
                bare(204, "Done"), &[ALWAYS, &[404, 507]], &json!({})),
        },
        "/api/v1/uploads": {
            "post": operation("upload", "A file of a document: JPG, PNG or PDF, 100 KB to 10 MB", ok(201, "Upload"), &[ALWAYS, BODY, &[422, 507]],
                &json!({"requestBody": {"required": true, "content": {
                    "multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}},
                }}})),
        },
        "/api/v1/auth/token": {
            "post": operation("makeToken", "Short-lived tokens for the API key", ok(200, "Tokens"), &[ALWAYS], &json!({})),
        },
        "/api/v1/auth/refresh": {
            "post": operation("refreshToken", "New tokens for a refresh token", ok(200, "Tokens"), &[OPEN, BODY, &[401]],
                &json!({"security": [], "requestBody": body("Refresh")})),
        },
        "/_sandbox/clock": {
            "post": operation("advanceClock", "Move the sandbox's clock on", ok(200, "Now"), &[ALWAYS, BODY, &[507]],
                &json!({"requestBody": body("Advance")})),
        },
        "/_sandbox/tokens/expire": {
            "post": operation("expireTokens", "Let every token given so far expire", ok(200, "Expired"), &[ALWAYS, &[507]], &json!({})),
        },
        "/_sandbox/{id}/deactivate": {
            "parameters": [id],
            "post": operation("deactivate", "Close a customer", customer(), &[ALWAYS, &[404, 409, 507]], &json!({})),
        },
        "/uploads/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^upload_[0-9a-f]{32}$"}}],
            "get": operation("uploadedFile", "An uploaded file, by the link that was signed for it; 410 once it is not kept any more",
                content(200, &["image/jpeg", "image/png", "application/pdf"]), &[OPEN, &[403, 410]], &json!({"security": [], "parameters": [
                    {"name": "expires", "in": "query", "required": true, "schema": {"type": "integer"}},
                    {"name": "signature", "in": "query", "required": true, "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
                ]})),
        },
        "/verify-customer/{id}": {
            "parameters": [id],
            "get": operation("verifyCustomer", "A customer's `verificationLink`: leads to the demo's form where the sandbox was started with it",
                led(), &[OPEN, &[404]], &json!({"security": []})),
        },
        "/healthz": {
            "get": operation("health", "Whether the server runs", ok(200, "Health"), &[&[405]], &json!({"security": []})),
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
    for status in errors.iter().copied().flatten().copied() {
        let described = if status == 405 { "This path takes another method" } else { "Refused" };
        let mut response = json!({"description": described, "content": {
            "application/json": {"schema": reference("Error")},
            "application/problem+json": {"schema": reference("Problem")},
        }});
        if matches!(status, 429 | 503) {
            response["headers"] = json!({"Retry-After": {"schema": {"type": "integer"}}});
        }
        if status == 405 {
            response["headers"] = json!({"Allow": {"schema": {"type": "string"}}});
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

/// Done, and nothing is said.
fn bare(status: u16, description: &str) -> Map<String, Value> {
    Map::from_iter([(status.to_string(), json!({"description": description}))])
}

/// Content of one of these types.
fn content(status: u16, types: &[&str]) -> Map<String, Value> {
    let types = types.iter().map(|kind| ((*kind).to_owned(), json!({})));
    let content: Map<String, Value> = types.collect();
    Map::from_iter([(status.to_string(), json!({"description": "Done", "content": content}))])
}

/// A page, or the way to one.
fn led() -> Map<String, Value> {
    let mut responses = content(200, &["text/html"]);
    let location = json!({"Location": {"schema": {"type": "string"}}});
    responses.insert("303".into(), json!({"description": "The demo's form", "headers": location}));
    responses
}

/// A receiver was added, or is there.
fn added() -> Map<String, Value> {
    let mut responses = ok(201, "NewWebhook");
    responses.append(&mut ok(200, "NewWebhook"));
    responses
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

#[cfg(test)]
mod tests;
