//! Sends webhooks. To this machine alone: a sandbox that posts wherever it is told would be a way into a network.

use std::time::Duration;

use kyc_rules::lifecycle::webhook::signature::{Scheme, sign};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
    time::{sleep, timeout},
};

use crate::engine::{Ask, Engine, Parcel};

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long between looks for webhooks that are due.
const PAUSE: Duration = Duration::from_millis(100);

/// Where a webhook goes: `host:port` and path. `None` for a URL that is not `http` on this machine.
pub(crate) fn target(url: &str) -> Option<(String, String)> {
    let rest = url.strip_prefix("http://")?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().ok()?),
        None => (authority, 80),
    };
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic());
    let here = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    (plain && here).then(|| (format!("{host}:{port}"), format!("/{path}")))
}

/// Sends what is due, for as long as the server runs.
pub(crate) async fn run(engine: Engine) {
    loop {
        let mut sending = JoinSet::new();
        for parcel in engine.due().await {
            sending.spawn(async move {
                let arrived = timeout(PATIENCE, post(&parcel)).await;
                (parcel.id, matches!(arrived, Ok(Ok(200..=299))))
            });
        }
        while let Some(tried) = sending.join_next().await {
            if let Ok((id, arrived)) = tried {
                let _ = engine.ask(Ask::Tried { id, arrived }).await;
            }
        }
        sleep(PAUSE).await;
    }
}

/// Posts a webhook; the status the receiver answers.
async fn post(parcel: &Parcel) -> std::io::Result<u16> {
    let refused = || std::io::Error::other("not a receiver on this machine");
    let (address, path) = target(&parcel.hook.url).ok_or_else(refused)?;
    let body = parcel.body.to_json();
    let id = parcel.body.text("id").unwrap_or_default();
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\nx-webhook-id: {id}\r\n",
        body.len()
    );
    for (name, value) in sign(&Scheme::HEX, body.as_bytes(), id, &parcel.hook.secret, parcel.now) {
        request.push_str(&[name, ": ", &value, "\r\n"].concat());
    }
    request.push_str("\r\n");
    request.push_str(&body);
    let mut stream = TcpStream::connect(&address).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut line = [0; 12];
    stream.read_exact(&mut line).await?;
    let status =
        std::str::from_utf8(&line).ok().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    status.ok_or_else(|| std::io::Error::other("no HTTP"))
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn only_this_machine() {
        let there = target("http://127.0.0.1:3000/webhooks/customer-status");
        assert_eq!(there, Some(("127.0.0.1:3000".into(), "/webhooks/customer-status".into())));
        for url in [
            "https://127.0.0.1/",
            "http://10.0.0.1/",
            "http://127.0.0.1.example.com/",
            "http://127.0.0.1:1/\r\nx: y",
            "http://localhost@example.com/",
            "",
        ] {
            assert_eq!(target(url), None, "{url}");
        }
    }
}
