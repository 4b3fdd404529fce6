//! A sandbox of the KYC API you can run: the emulator of `kyc-rules` behind HTTP, kept in `SQLite`.
//!
//! `cargo run -p kyc-sandbox -- --memory` prints where it listens, the key and a curl line.

mod deliver;
mod engine;
mod http;
mod settings;
mod store;

use std::{process::ExitCode, sync::Arc};

use settings::Settings;

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("kyc-sandbox: {message}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<(), String> {
    let settings = Settings::read(std::env::args().skip(1))?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    runtime.block_on(serve(settings))
}

async fn serve(settings: Settings) -> Result<(), String> {
    let listener = tokio::net::TcpListener::bind(&settings.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", settings.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let link = format!("http://{address}/verify-customer/");
    let store = store::Store::open(settings.file.as_deref())?;
    let key = store.key(settings.key.as_deref())?;
    let engine = engine::Engine::start(store, link)?;
    println!("Listening on http://{address}/api/v1");
    println!("API key {key}");
    println!(
        "curl -s http://{address}/api/v1/customers -H 'Authorization: Bearer {key}' -H 'Content-Type: application/json' \
         -d '{{\"type\":\"INDIVIDUAL\",\"email\":\"test-success@example.com\",\"firstName\":\"Test\",\"lastName\":\"Success\"}}'"
    );
    let sending = tokio::spawn(deliver::run(engine.clone()));
    let app = http::app(Arc::new(http::Api::new(engine, key, settings)));
    let served = axum::serve(listener, app).with_graceful_shutdown(asked_to_stop()).await;
    sending.abort();
    served.map_err(|error| error.to_string())
}

/// Ctrl+C, or the signal that a supervisor sends.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    let _ = interrupted.await;
}
