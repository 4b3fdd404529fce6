//! The API over HTTP: routes, keys, limits, faults on demand, answers in the guide's shape or RFC 9457's.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    response::Response,
};
use kyc_rules::{
    lifecycle::{
        problem::Problem,
        sandbox::emulator::Answer,
        value::Value,
        webhook::hmac::{same, sha256},
    },
    policy::Limits,
};

use crate::{
    deliver,
    engine::{Ask, Engine},
    settings::Settings,
};

/// The largest body, in bytes: that of the rules' own limit.
const LARGEST_BODY: usize = Limits::DEFAULT.text;

/// What every request shares.
pub(crate) struct Api {
    engine: Engine,
    key: String,
    settings: Settings,
    started: Instant,
    requests: AtomicU64,
    /// The minute that is counted, and how many requests it had.
    window: std::sync::Mutex<(u64, u64)>,
}

impl Api {
    /// An API of which nothing was asked yet.
    pub(crate) fn new(engine: Engine, key: String, settings: Settings) -> Self {
        let window = std::sync::Mutex::new((0, 0));
        Self { engine, key, settings, started: Instant::now(), requests: AtomicU64::new(0), window }
    }

    /// Seconds until the next request is taken, where this one is too many.
    fn over_limit(&self) -> Option<u64> {
        let seconds = self.started.elapsed().as_secs();
        let mut window = self.window.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if window.0 != seconds / 60 {
            *window = (seconds / 60, 0);
        }
        window.1 += 1;
        let over = self.settings.rate_limit > 0 && window.1 > self.settings.rate_limit;
        over.then_some(60 - seconds % 60)
    }
}

/// The routes.
pub(crate) fn app(api: Arc<Api>) -> Router {
    Router::new().fallback(handle).with_state(api)
}

/// An error, and the Retry-After that goes with it.
type Refusal = (Problem, Option<u64>);

async fn handle(State(api): State<Arc<Api>>, request: Request) -> Response {
    let started = Instant::now();
    let number = api.requests.fetch_add(1, Ordering::Relaxed);
    let (parts, body) = request.into_parts();
    let request_id = request_id(&parts.headers, number);
    let wants_problem = text(&parts.headers, header::ACCEPT.as_str())
        .is_some_and(|accept| accept.contains("application/problem+json"));
    let (route, method) = (Route::of(parts.uri.path()), parts.method.clone());
    if api.settings.latency > 0 {
        tokio::time::sleep(Duration::from_millis(api.settings.latency)).await;
    }
    let query = parts.uri.query().unwrap_or_default();
    let answer = answer(&api, &route, &parts.method, query, &parts.headers, body, number).await;
    let (status, kind, text, retry_after) = match answer {
        Ok(answer) => (answer.status, "application/json", answer.body.to_json(), None),
        Err((problem, wait)) if wants_problem => {
            let text = problem.to_problem_json(Some(&request_id));
            (problem.status, "application/problem+json", text, wait)
        }
        Err((problem, wait)) => (problem.status, "application/json", problem.to_json(), wait),
    };
    if !api.settings.quiet {
        let took = started.elapsed().as_micros();
        // The route and not the path: ids and queries stay out of logs, and so does everything a customer sent.
        eprintln!(
            "{{\"requestId\":\"{request_id}\",\"method\":\"{method}\",\"route\":\"{}\",\"status\":{status},\"microseconds\":{took}}}",
            route.name()
        );
    }
    let mut response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, "no-store")
        .header("x-request-id", request_id);
    if let Some(seconds) = retry_after {
        response = response.header(header::RETRY_AFTER, seconds);
    }
    if status == 401 {
        response = response.header(header::WWW_AUTHENTICATE, "Bearer");
    }
    if status == 405 {
        response = response.header(header::ALLOW, route.methods());
    }
    response.body(Body::from(text)).unwrap_or_default()
}

/// What a path leads to.
enum Route {
    Health,
    Customers,
    Customer(String),
    Webhooks,
    Deactivate(String),
    Clock,
    Nothing,
}

impl Route {
    fn of(path: &str) -> Self {
        if let Some(rest) = path.strip_prefix("/api/v1/") {
            return match rest.split_once('/') {
                None if rest == "customers" => Self::Customers,
                None if rest == "webhooks" => Self::Webhooks,
                Some(("customers", id)) if !id.is_empty() && !id.contains('/') => {
                    Self::Customer(id.into())
                }
                _ => Self::Nothing,
            };
        }
        match path.strip_prefix("/_sandbox/") {
            Some("clock") => Self::Clock,
            Some(rest) => match rest.split_once("/deactivate") {
                Some((id, "")) => Self::Deactivate(id.into()),
                _ => Self::Nothing,
            },
            None if path == "/healthz" => Self::Health,
            None => Self::Nothing,
        }
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Health => "/healthz",
            Self::Customers => "/api/v1/customers",
            Self::Customer(_) => "/api/v1/customers/:id",
            Self::Webhooks => "/api/v1/webhooks",
            Self::Deactivate(_) => "/_sandbox/:id/deactivate",
            Self::Clock => "/_sandbox/clock",
            Self::Nothing => "",
        }
    }

    const fn methods(&self) -> &'static str {
        match self {
            Self::Health => "GET",
            Self::Customers | Self::Webhooks => "GET, POST",
            Self::Customer(_) => "GET, PATCH",
            Self::Deactivate(_) | Self::Clock => "POST",
            Self::Nothing => "",
        }
    }
}

async fn answer(
    api: &Api,
    route: &Route,
    method: &Method,
    query: &str,
    headers: &HeaderMap,
    body: Body,
    number: u64,
) -> Result<Answer, Refusal> {
    let refuse = |status, code, message| (Problem::new(status, code, message), None);
    if matches!(route, Route::Nothing) {
        return Err(refuse(404, "NOT_FOUND", "No such path"));
    }
    if !route.methods().split(", ").any(|known| known == method.as_str()) {
        return Err(refuse(405, "METHOD_NOT_ALLOWED", "This path does not take that method"));
    }
    if matches!(route, Route::Health) {
        return Ok(Answer { status: 200, body: Value::EMPTY.with("status", Value::text_of("ok")) });
    }
    let given =
        text(headers, header::AUTHORIZATION.as_str()).and_then(|text| text.strip_prefix("Bearer "));
    // Digests are compared, so that the time tells neither where two keys differ nor how long one is.
    if !given
        .is_some_and(|given| same(&sha256(&[given.as_bytes()]), &sha256(&[api.key.as_bytes()])))
    {
        return Err((Problem::unauthorized(), None));
    }
    if let Some(wait) = api.over_limit() {
        return Err((Problem::new(429, "RATE_LIMITED", "Too many requests"), Some(wait)));
    }
    // Spread by the golden ratio: of every hundred requests, that many fail.
    if number.wrapping_mul(61) % 100 < api.settings.fail_rate {
        return Err((
            Problem::new(503, "FAULT_INJECTED", "This request was chosen to fail"),
            Some(1),
        ));
    }
    let Ok(bytes) = to_bytes(body, LARGEST_BODY).await else {
        return Err(refuse(413, "PAYLOAD_TOO_LARGE", "The body must be at most 64 KiB"));
    };
    let Ok(body) = String::from_utf8(bytes.to_vec()) else {
        return Err(refuse(400, "BAD_REQUEST", "Validation failed: kycData must be UTF-8"));
    };
    let posts = method == Method::POST;
    let ask = match route {
        Route::Customers if posts => {
            let key = text(headers, "idempotency-key").map(String::from);
            Ask::Create { body, key }
        }
        Route::Customers => page(query).map_err(|problem| (problem, None))?,
        Route::Customer(id) if *method == Method::PATCH => Ask::Patch { id: id.clone(), body },
        Route::Customer(id) => Ask::Get { id: id.clone() },
        Route::Webhooks if posts => {
            let value = Value::parse(&body, &Limits::DEFAULT).unwrap_or_default();
            let url = value.text("url").filter(|url| deliver::target(url).is_some());
            let url = url.ok_or_else(|| {
                refuse(400, "BAD_REQUEST", "Validation failed: url must be http on this machine")
            })?;
            Ask::AddHook { url: url.into() }
        }
        Route::Webhooks => Ask::Hooks,
        Route::Deactivate(id) => Ask::Deactivate { id: id.clone() },
        Route::Clock | Route::Health | Route::Nothing => {
            let value = Value::parse(&body, &Limits::DEFAULT).unwrap_or_default();
            let seconds = value.get("advanceSeconds").and_then(Value::as_integer);
            let seconds = seconds.filter(|seconds| (0..=315_360_000).contains(seconds));
            let seconds = seconds.ok_or_else(|| {
                refuse(
                    400,
                    "BAD_REQUEST",
                    "Validation failed: advanceSeconds must be 0 to 315360000",
                )
            })?;
            Ask::Clock { ahead: seconds * 1000 }
        }
    };
    api.engine.ask(ask).await.map_err(|problem| (problem, None))
}

/// `limit` and `cursor`.
fn page(query: &str) -> Result<Ask, Problem> {
    let (mut cursor, mut limit) = (None, 20);
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "cursor" => cursor = Some(value.to_owned()),
            "limit" => {
                let number = value.parse().ok().filter(|limit| (1..=100).contains(limit));
                limit = number.ok_or_else(|| {
                    Problem::new(400, "BAD_REQUEST", "Validation failed: limit must be 1 to 100")
                })?;
            }
            _ => {}
        }
    }
    Ok(Ask::List { cursor, limit })
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// The caller's own id where it is a plain one, else a number.
fn request_id(headers: &HeaderMap, number: u64) -> String {
    let given = text(headers, "x-request-id").filter(|id| {
        (1..=64).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    });
    given.map_or_else(|| format!("req_{number}"), String::from)
}
