//! The API over HTTP: keys, limits, faults on demand, answers in the guide's shape or RFC 9457's.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    body::Body,
    extract::{FromRef, Request},
    http::{HeaderMap, Method, StatusCode, header},
    response::Response,
};
use kyc_rules::{
    axum::{Rules, wants_problem},
    lifecycle::{instant, problem::Problem, sandbox::answer::Answer},
    policy::Policy,
};

use crate::{
    answer, auth::Keys, body::Incoming, engine::Engine, openapi, route::Route, settings::Settings,
};

/// What every request shares.
pub(crate) struct Api {
    pub(crate) engine: Engine,
    pub(crate) keys: Keys,
    /// Where the server is, without a slash at the end.
    pub(crate) base: String,
    pub(crate) settings: Settings,
    pub(crate) openapi: String,
    started: Instant,
    requests: AtomicU64,
    /// The minute that is counted, and how many requests it had.
    window: Mutex<(u64, u64)>,
}

impl Api {
    /// An API of which nothing was asked yet.
    pub(crate) fn new(engine: Engine, keys: Keys, base: String, settings: Settings) -> Self {
        let openapi = openapi::document(&base);
        let (started, requests) = (Instant::now(), AtomicU64::new(0));
        let window = Mutex::new((0, 0));
        Self { engine, keys, base, settings, openapi, started, requests, window }
    }

    /// Seconds until the next request is taken, where this one is too many.
    pub(crate) fn over_limit(&self) -> Option<u64> {
        if self.settings.rate_limit == 0 {
            return None;
        }
        let seconds = self.started.elapsed().as_secs();
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        if window.0 != seconds / 60 {
            *window = (seconds / 60, 0);
        }
        window.1 += 1;
        (window.1 > self.settings.rate_limit).then_some(60 - seconds % 60)
    }

    /// Whether this request is one of those that are to fail. Spread by a step that meets every number below a hundred.
    pub(crate) fn is_to_fail(&self, number: u64) -> bool {
        number.wrapping_mul(61) % 100 < self.settings.fail_rate
    }
}

/// What every request is answered with.
#[derive(Clone)]
pub(crate) struct Shared(pub(crate) Arc<Api>);

impl FromRef<Shared> for Rules {
    /// The rules by the sandbox's clock.
    fn from_ref(Shared(api): &Shared) -> Self {
        let engine = api.engine.clone();
        Self::new(Policy::DEFAULT, move || instant::date(engine.now()))
    }
}

/// What is answered.
pub(crate) enum Reply {
    /// The API's answer.
    Json(Answer),
    /// A text of some type.
    Text(&'static str, String),
    /// A file.
    File(String, Vec<u8>),
    /// A page, or a file of one.
    Page(&'static str, Vec<u8>),
    /// See elsewhere.
    Redirect(String),
    /// It was done, and there is nothing to say.
    Done,
}

/// An error, and the Retry-After that goes with it.
pub(crate) struct Refusal(pub(crate) Problem, pub(crate) Option<u64>);

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem, None)
    }
}

/// Answers a request.
pub(crate) async fn handle(shared: Shared, request: Request) -> Response {
    let started = Instant::now();
    let Shared(api) = &shared;
    let number = api.requests.fetch_add(1, Ordering::Relaxed);
    let (parts, body) = request.into_parts();
    let mut incoming = Incoming::new(&parts.headers, body);
    let request_id = request_id(&parts.headers, number);
    let route = Route::of(parts.uri.path());
    if api.settings.latency > 0 {
        tokio::time::sleep(Duration::from_millis(api.settings.latency)).await;
    }
    let method = known(&parts.method);
    let problem_wanted = wants_problem(text(&parts.headers, header::ACCEPT.as_str()));
    let replied = answer::answer(&shared, &route, number, parts, &mut incoming).await;
    incoming.drain().await;
    let mut response = Response::builder()
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    let (status, error, kind, body) = match replied {
        Ok(Reply::Json(answer)) => {
            (answer.status, "", "application/json".into(), Body::from(answer.body.to_json()))
        }
        Ok(Reply::Text(kind, text)) => (200, "", kind.to_owned(), Body::from(text)),
        Ok(Reply::File(kind, bytes)) => {
            response =
                response.header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox");
            (200, "", kind, Body::from(bytes))
        }
        // Pages bring a policy of their own.
        Ok(Reply::Page(kind, bytes)) => (200, "", kind.into(), Body::from(bytes)),
        Ok(Reply::Redirect(to)) => {
            response = response.header(header::LOCATION, to);
            (303, "", "text/plain".into(), Body::empty())
        }
        Ok(Reply::Done) => (204, "", String::new(), Body::empty()),
        Err(Refusal(problem, wait)) => {
            if let Some(seconds) = wait {
                response = response.header(header::RETRY_AFTER, seconds);
            }
            let (kind, text) = if problem_wanted {
                ("application/problem+json", problem.to_problem_json(Some(&request_id)))
            } else {
                ("application/json", problem.to_json())
            };
            (problem.status, problem.code, kind.into(), Body::from(text))
        }
    };
    if !api.settings.quiet {
        // The route and not the path: ids and queries stay out of logs, and so does everything a customer sent.
        eprintln!(
            "{{\"requestId\":\"{request_id}\",\"method\":\"{method}\",\"route\":\"{}\",\"status\":{status},\"error\":\"{error}\",\"microseconds\":{}}}",
            route.name(),
            started.elapsed().as_micros()
        );
    }
    if status == StatusCode::UNAUTHORIZED.as_u16() {
        response = response.header(header::WWW_AUTHENTICATE, "Bearer");
    }
    if status == StatusCode::METHOD_NOT_ALLOWED.as_u16() {
        response = response.header(header::ALLOW, route.methods());
    }
    if !kind.is_empty() {
        response = response.header(header::CONTENT_TYPE, kind);
    }
    let response = response.status(status).header("x-request-id", request_id).body(body);
    // None of these headers can be refused: what came from outside was looked at.
    response.unwrap_or_default()
}

/// A method by a name of its own, not the caller's words: these go to the log.
fn known(method: &Method) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"];
    KNOWN.into_iter().find(|known| *known == method.as_str()).unwrap_or("other")
}

/// A header's text; empty where there is none.
pub(crate) fn text<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The caller's own id where it is a plain one, else a number.
fn request_id(headers: &HeaderMap, number: u64) -> String {
    let given = text(headers, "x-request-id");
    let is_plain = (1..=64).contains(&given.len())
        && given.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_plain { given.into() } else { format!("req_{number}") }
}
