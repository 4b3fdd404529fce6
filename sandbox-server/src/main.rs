//! A sandbox of the KYC API you can run: the emulator of `kyc-rules` behind HTTP, kept in `SQLite`.
//!
//! `cargo run -p kyc-sandbox -- --memory` prints where it listens, the key and a curl line.

mod answer;
mod auth;
mod body;
mod deliver;
mod engine;
mod http;
mod openapi;
mod pages;
mod receivers;
mod route;
mod serve;
mod settings;
mod state;
mod store;
mod upload;

use std::{io::Write, process::ExitCode, sync::Arc};

use settings::Settings;
use tokio::sync::mpsc;

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
    let asked = asked_to_stop().map_err(|error| Failure(error.to_string(), 1))?;
    // Where nobody reads it, the server runs all the same.
    let _ = writeln!(
        std::io::stdout(),
        "Listening on {base}/api/v1\nAPI key {key}\n\
         curl -s {base}/api/v1/customers -H 'Authorization: Bearer {key}' -H 'Content-Type: application/json' \
         -d '{{\"type\":\"INDIVIDUAL\",\"email\":\"test-success@example.com\",\"firstName\":\"Test\",\"lastName\":\"Success\"}}'"
    );
    let sending = tokio::spawn(deliver::run(engine.clone()));
    let api = Arc::new(http::Api::new(engine, keys, base, settings));
    serve::run(listener, http::Shared(api), asked, &serve::PATIENCE).await;
    sending.abort();
    Ok(())
}

/// Says each time that somebody asks the server to stop: Ctrl+C, or the signal that a supervisor sends.
#[cfg(unix)]
fn asked_to_stop() -> std::io::Result<mpsc::Receiver<()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    let (say, asked) = mpsc::channel(1);
    tokio::spawn(async move {
        loop {
            tokio::select! { _ = interrupted.recv() => {}, _ = terminated.recv() => {} }
            if say.send(()).await.is_err() {
                return;
            }
        }
    });
    Ok(asked)
}

/// Says each time that somebody asks the server to stop: Ctrl+C.
#[cfg(not(unix))]
fn asked_to_stop() -> std::io::Result<mpsc::Receiver<()>> {
    let (say, asked) = mpsc::channel(1);
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() && say.send(()).await.is_ok() {}
    });
    Ok(asked)
}
