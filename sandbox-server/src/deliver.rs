//! Sends webhooks. To this machine alone: a sandbox that posts wherever it is told would be a way into a network.

use std::time::Duration;

use kyc_rules::lifecycle::webhook::signature::{Scheme, sign};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
    time::{sleep, timeout},
};

use crate::engine::{Engine, Parcel};

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How much of an answer is read, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024;
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

/// Sends what is due, for as long as the server runs. Who is slow to answer holds up nobody else: the next look does not wait for it.
pub(crate) async fn run(engine: Engine) {
    let mut sending = JoinSet::new();
    loop {
        for parcel in engine.due().await {
            let engine = engine.clone();
            sending.spawn(async move {
                let arrived = arrives(&parcel).await;
                engine.tried(parcel.id, arrived);
            });
        }
        sleep(PAUSE).await;
        while sending.try_join_next().is_some() {}
    }
}

/// Sends a webhook; whether the receiver answered 2xx in time, whatever became of the rest of its answer.
async fn arrives(parcel: &Parcel) -> bool {
    let mut status = None;
    let _ = timeout(PATIENCE, post(parcel, &mut status)).await;
    matches!(status, Some(200..=299))
}

/// Posts a webhook; the status is set as soon as the receiver answers it.
async fn post(parcel: &Parcel, status: &mut Option<u16>) -> std::io::Result<()> {
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
    // To its end: a receiver that still writes when we are gone sees a broken connection.
    let mut answer = Vec::with_capacity(1024);
    while answer.len() < LONGEST_ANSWER && !is_whole(&answer) {
        if stream.read_buf(&mut answer).await? == 0 {
            break;
        }
        *status = status.or_else(|| read_status(&answer));
    }
    Ok(())
}

/// The status of an answer that began to come: `HTTP/1.1 200`.
fn read_status(answer: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(answer.get(..12)?).ok()?;
    line.strip_prefix("HTTP/1.")?.split(' ').nth(1)?.parse().ok()
}

/// Whether an answer has come as far as its `Content-Length` says; one without ends with the connection.
fn is_whole(answer: &[u8]) -> bool {
    let Some(head) = answer.windows(4).position(|end| end == b"\r\n\r\n") else { return false };
    let lines = answer.get(..head).unwrap_or_default().split(|byte| *byte == b'\n');
    let length = lines.filter_map(|line| std::str::from_utf8(line).ok()?.split_once(':')).find_map(
        |(name, value)| {
            let is_length = name.eq_ignore_ascii_case("content-length");
            is_length.then(|| value.trim().parse::<usize>().ok())?
        },
    );
    length.is_some_and(|length| answer.len().saturating_sub(head.saturating_add(4)) >= length)
}

#[cfg(test)]
mod tests {
    use super::{is_whole, read_status, target};

    #[test]
    fn an_answer_is_read_to_its_end() {
        let answer = b"HTTP/1.1 204 No Content\r\nX: y\r\nContent-length: 2\r\n\r\nok";
        assert_eq!(read_status(answer), Some(204));
        for part in 0..answer.len() {
            assert!(!is_whole(&answer[..part]), "{part}");
        }
        assert!(is_whole(answer));
        assert!(!is_whole(b"HTTP/1.1 200 OK\r\n\r\nok"), "it ends with the connection");
        for text in ["HTTP/1.1 20", "SSH-2.0-Open 200", "HTTP/1.1 2x0", ""] {
            assert_eq!(read_status(text.as_bytes()), None, "{text}");
        }
    }

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
