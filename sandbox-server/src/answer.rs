//! What each route answers.

use axum::{
    body::Body,
    extract::{FromRequest, Request},
    http::{HeaderMap, Method, header, request::Parts},
};
use kyc_rules::{
    axum::{KycJson, Payload, Rules, is_json, typed},
    field_id::Form,
    lifecycle::{problem::Problem, sandbox::answer::Answer, value::Value},
    model::Customer,
    policy::Limits,
    report::Report,
};

use crate::{
    auth::Caller,
    body::{Fault, Incoming},
    deliver,
    engine::Ask,
    http::{Api, Refusal, Reply, Shared, text},
    pages,
    route::Route,
    upload,
};

/// The largest body, in bytes: that of the rules' own limit.
const LARGEST_BODY: usize = Limits::DEFAULT.text;

/// A customer to be created, judged, and as it came.
struct NewCustomer(String);

impl Payload for NewCustomer {
    fn judge(body: &str, rules: &Rules) -> Result<(Self, Report), Problem> {
        let (_, report) = typed::<Customer>(body, Form::Customer, rules)?;
        Ok((Self(body.into()), report))
    }
}

fn refuse(status: u16, code: &'static str, message: &str) -> Refusal {
    Problem::new(status, code, message).into()
}

fn malformed(message: &str) -> Refusal {
    refuse(400, "BAD_REQUEST", &["Validation failed: ", message].concat())
}

/// Answers a request.
pub(crate) async fn answer(
    shared: &Shared,
    route: &Route,
    number: u64,
    parts: Parts,
    body: &mut Incoming,
) -> Result<Reply, Refusal> {
    let Shared(api) = shared;
    let is_read = matches!(parts.method, Method::GET | Method::HEAD);
    if *route == Route::Nothing {
        if is_read && let Some(page) = page_at(api, parts.uri.path()).await {
            return Ok(page);
        }
        return Err(refuse(404, "NOT_FOUND", "No such path"));
    }
    if !route.methods().split(", ").any(|known| known == parts.method.as_str()) {
        return Err(refuse(405, "METHOD_NOT_ALLOWED", "This path does not take that method"));
    }
    if !route.is_open() {
        may_ask(api, route, &parts.headers)?;
    }
    if !matches!(route, Route::Health | Route::OpenApi) {
        if let Some(wait) = api.over_limit() {
            return Err(Refusal(
                Problem::new(429, "RATE_LIMITED", "Too many requests"),
                Some(wait),
            ));
        }
        if api.is_to_fail(number) {
            let message = "This request was chosen to fail";
            return Err(Refusal(Problem::new(503, "FAULT_INJECTED", message), Some(1)));
        }
    }
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let ask = match route {
        Route::Health => {
            let body = Value::EMPTY.with("status", Value::text_of("ok"));
            return Ok(Reply::Json(Answer { status: 200, body }));
        }
        Route::OpenApi => return Ok(Reply::Text("application/json", api.openapi.clone())),
        Route::Verify(id) => return verify(api, id).await,
        Route::Upload(id) => return file(api, id, &query).await,
        Route::Token => {
            let body = api.keys.pair(api.engine.now(), api.engine.generation());
            return Ok(Reply::Json(Answer { status: 200, body }));
        }
        Route::Refresh => return refresh(api, &read(body).await?),
        Route::Uploads => return take(api, &parts.headers, body).await,
        Route::Customers if is_read => page(&query),
        Route::Customers => {
            let key =
                parts.headers.get("idempotency-key").map(|key| key.to_str().map(String::from));
            let key = key.transpose().map_err(|_| malformed("Idempotency-Key must be ASCII"))?;
            let request = Request::from_parts(parts, Body::from(read(body).await?));
            let judged = KycJson::<NewCustomer>::from_request(request, shared).await;
            let KycJson { data, .. } = judged.map_err(|rejection| rejection.problem)?;
            Ask::Create { body: data.0, key }
        }
        Route::Customer(id) if is_read => Ask::Get { id: id.clone() },
        Route::Customer(id) => {
            if !is_json(text(&parts.headers, header::CONTENT_TYPE.as_str())) {
                let message = "The body must be application/json";
                return Err(refuse(415, "UNSUPPORTED_MEDIA_TYPE", message));
            }
            let body = upload::publish(read(body).await?, &api.base, &api.keys, api.engine.now());
            Ask::Patch { id: id.clone(), body }
        }
        Route::Webhooks if is_read => Ask::Hooks,
        Route::Webhooks => {
            let value = object(body).await?;
            let url = value.text("url").filter(|url| deliver::target(url).is_some());
            let url = url.ok_or_else(|| malformed("url must be http on this machine"))?;
            Ask::AddHook { url: url.into() }
        }
        Route::Webhook(id) => {
            api.engine.ask(Ask::RemoveHook { id: id.clone() }).await?;
            return Ok(Reply::Done);
        }
        Route::Deactivate(id) => Ask::Deactivate { id: id.clone() },
        Route::ExpireTokens => Ask::ExpireTokens,
        Route::Clock | Route::Nothing => {
            let seconds = object(body).await?.get("advanceSeconds").and_then(Value::as_integer);
            let seconds = seconds.filter(|seconds| (0..=315_360_000).contains(seconds));
            let seconds =
                seconds.ok_or_else(|| malformed("advanceSeconds must be 0 to 315360000"))?;
            Ask::Clock { ahead: seconds * 1000 }
        }
    };
    Ok(Reply::Json(api.engine.ask(ask).await?))
}

/// Whether who asks may.
fn may_ask(api: &Api, route: &Route, headers: &HeaderMap) -> Result<(), Refusal> {
    let given = text(headers, header::AUTHORIZATION.as_str());
    let given = given.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let caller = given.and_then(|(_, given)| {
        // A token makes no tokens: only the key does.
        if *route == Route::Token {
            return api.keys.is_key(given).then_some(Caller::Integrator);
        }
        api.keys.caller(given, api.engine.now(), api.engine.generation())
    });
    match caller {
        Some(Caller::Integrator) => Ok(()),
        Some(Caller::Customer(id)) if route.is_for(&id) => Ok(()),
        Some(Caller::Customer(_)) => {
            Err(refuse(403, "FORBIDDEN", "This token is for one customer's form"))
        }
        None => Err(Problem::unauthorized().into()),
    }
}

/// A body of at most so many bytes.
async fn collect(body: &mut Incoming, limit: usize, message: &str) -> Result<Vec<u8>, Refusal> {
    body.collect(limit).await.map_err(|fault| match fault {
        Fault::TooLarge => refuse(413, "PAYLOAD_TOO_LARGE", message),
        Fault::Slow => refuse(408, "REQUEST_TIMEOUT", "The body did not come in time"),
        Fault::Broken => malformed("the body broke off"),
    })
}

async fn read(body: &mut Incoming) -> Result<String, Refusal> {
    let bytes = collect(body, LARGEST_BODY, "The body must be at most 64 KiB").await?;
    String::from_utf8(bytes).map_err(|_| malformed("the body must be UTF-8"))
}

async fn object(body: &mut Incoming) -> Result<Value, Refusal> {
    Value::parse(&read(body).await?, &Limits::DEFAULT)
        .map_err(|_| malformed("the body must be JSON"))
}

/// New tokens for a token that renews.
fn refresh(api: &Api, body: &str) -> Result<Reply, Refusal> {
    let value =
        Value::parse(body, &Limits::DEFAULT).map_err(|_| malformed("the body must be JSON"))?;
    let given = value.text("refreshToken");
    let given = given.ok_or_else(|| malformed("refreshToken must be a string"))?;
    let now = api.engine.now();
    if !api.keys.renews(given, now) {
        return Err(Problem::unauthorized().into());
    }
    Ok(Reply::Json(Answer { status: 200, body: api.keys.pair(now, api.engine.generation()) }))
}

/// Takes a file of a document.
async fn take(api: &Api, headers: &HeaderMap, body: &mut Incoming) -> Result<Reply, Refusal> {
    let bytes = collect(body, upload::LARGEST, "The file must be at most 10 MB").await?;
    let file = upload::file(text(headers, header::CONTENT_TYPE.as_str()), &bytes);
    let file = file.ok_or_else(|| malformed("file must be a part of multipart/form-data"))?;
    let (kind, report) = upload::inspect(&file)?;
    let mut answer = api.engine.ask(Ask::Upload { kind, bytes: file.bytes.to_vec() }).await?;
    let id = answer.body.text("id").unwrap_or_default().to_owned();
    answer.body = upload::shown(&id, &api.base, kind, &report, &api.keys, api.engine.now());
    Ok(Reply::Json(answer))
}

/// Gives an uploaded file to who has the link.
async fn file(api: &Api, id: &str, query: &str) -> Result<Reply, Refusal> {
    let opens = upload::parts(id, query).is_some_and(|(id, expires, signature)| {
        api.keys.opens(id, expires, signature, api.engine.now())
    });
    if !opens {
        return Err(refuse(403, "FORBIDDEN", "The link is not one of ours, or has ended"));
    }
    let (kind, bytes) = api.engine.upload(id.into()).await?;
    Ok(Reply::File(kind, bytes))
}

/// Leads to the form of a customer: the demo's, with a token for that customer alone.
async fn verify(api: &Api, id: &str) -> Result<Reply, Refusal> {
    let id = api.engine.ask(Ask::Get { id: id.into() }).await?;
    let id = id.body.text("id").unwrap_or_default().to_owned();
    if api.settings.demo.is_none() {
        let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Verify your identity</title>\
            <p>The form opens here where the sandbox was started with <code>--demo FOLDER</code>; \
            <code>cargo xtask demo</code> does.";
        return Ok(Reply::Text("text/html; charset=utf-8", page.into()));
    }
    let token = api.keys.of_customer(&id, api.engine.now(), api.engine.generation());
    // Behind the hash: it reaches no server's log.
    Ok(Reply::Redirect(format!("/#/try?customer={id}&token={token}")))
}

/// A page of the demo, where there is one.
async fn page_at(api: &Api, path: &str) -> Option<Reply> {
    let (folder, path) = (api.settings.demo.clone()?, path.to_owned());
    let read = tokio::task::spawn_blocking(move || pages::read(&folder, &path)).await;
    read.ok()?.map(|(kind, bytes)| Reply::Page(kind, bytes))
}

/// `limit` and `cursor`.
fn page(query: &str) -> Ask {
    let (mut cursor, mut limit) = (None, None);
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "cursor" => cursor = Some(value.to_owned()),
            // What is no number is none that a page may have.
            "limit" => limit = Some(value.parse().unwrap_or(0)),
            _ => {}
        }
    }
    Ask::List { cursor, limit }
}
