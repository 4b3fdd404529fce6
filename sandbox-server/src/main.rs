//! A sandbox of the KYC API you can run: the emulator of `kyc-rules` behind HTTP, kept in `SQLite`.
//!
//! `cargo run -p kyc-sandbox -- --memory` prints where it listens, the key and a curl line.

mod answer;
mod auth;
mod deliver;
mod engine;
mod http;
mod openapi;
mod pages;
mod route;
mod settings;
mod state;
mod store;
mod upload;

use std::{io::Write, process::ExitCode, sync::Arc};

use settings::Settings;

/// Why the server did not start, or stopped: what is said, and the exit code.
struct Failure(String, u8);

/// The command line was not understood.
const USAGE: u8 = 2;
/// The address cannot be listened on.
const ADDRESS: u8 = 3;
/// The file cannot be used.
const FILE: u8 = 4;

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message, code)) => {
            eprintln!("kyc-sandbox: {message}");
            ExitCode::from(code)
        }
    }
}

fn start() -> Result<(), Failure> {
    let settings =
        Settings::read(std::env::args().skip(1)).map_err(|message| Failure(message, USAGE))?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure(error.to_string(), 1))?;
    runtime.block_on(serve(settings))
}

async fn serve(settings: Settings) -> Result<(), Failure> {
    let cannot_listen =
        |error| Failure(format!("cannot listen on {}: {error}", settings.listen), ADDRESS);
    let listener = tokio::net::TcpListener::bind(&settings.listen).await.map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    let base = format!("http://{address}");
    let stored = |message| Failure(message, FILE);
    let store = store::Store::open(settings.file.as_deref()).map_err(stored)?;
    let key = store.key(settings.key.as_deref()).map_err(stored)?;
    let secret = store.secret().map_err(stored)?;
    let keys = auth::Keys::new(&key, &secret, settings.token_seconds);
    let engine =
        engine::Engine::start(store, format!("{base}/verify-customer/")).map_err(stored)?;
    // Where nobody reads it, the server runs all the same.
    let _ = writeln!(
        std::io::stdout(),
        "Listening on {base}/api/v1\nAPI key {key}\n\
         curl -s {base}/api/v1/customers -H 'Authorization: Bearer {key}' -H 'Content-Type: application/json' \
         -d '{{\"type\":\"INDIVIDUAL\",\"email\":\"test-success@example.com\",\"firstName\":\"Test\",\"lastName\":\"Success\"}}'"
    );
    let sending = tokio::spawn(deliver::run(engine.clone()));
    let app = http::app(Arc::new(http::Api::new(engine, keys, base, settings)));
    let served = axum::serve(listener, app).with_graceful_shutdown(asked_to_stop()).await;
    sending.abort();
    served.map_err(|error| Failure(error.to_string(), 1))
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
