//! The same rules on a server: a handler gets a `kycData` that was judged, and what is malformed is answered as the guide's API does.

use axum::{Router, routing::post};
use kyc_rules::{
    axum::{KycJson, Rules},
    model::KycData,
};

/// `data` is typed; `report` says what is still missing, and what looks like a slip.
async fn submit(KycJson { data, report }: KycJson<KycData>) -> String {
    let documents = data.documents.map_or(0, |documents| documents.len());
    format!("{}: {documents} documents\n", report.verdict.name())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    // The default policy and the date in UTC; `Rules::new` takes others.
    let app = Router::new().route("/kyc", post(submit)).with_state(Rules::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app).await
}
