//! The same rules on a server: judge a `kycData` and answer as the guide's API does.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::{Router, http::StatusCode, routing::post};
use kyc_rules::{
    fields::Form,
    lifecycle::{instant, problem::Problem},
    policy::Policy,
    source::json,
    validate::Validator,
};

async fn submit(body: String) -> (StatusCode, String) {
    let policy = Policy::default();
    // The date in UTC; a server passes that of its jurisdiction.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let today = instant::date(i64::try_from(now.as_millis()).unwrap_or(i64::MAX));
    let record = json::read(&body, Form::Kyc, &policy.limits);
    let report = Validator::new(today, &policy).whole(&record, Form::Kyc);
    match Problem::of(&report) {
        Some(problem) => (StatusCode::BAD_REQUEST, problem.to_json()),
        None => (StatusCode::OK, report.to_json()),
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = Router::new().route("/kyc", post(submit));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app).await
}
