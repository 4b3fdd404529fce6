//! Takes connections until it is asked to stop; then what was taken is answered, within a time.

use std::{convert::Infallible, io, time::Duration};

use axum::body::Body;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::sleep,
};

use crate::http::{self, Shared};

/// How long clients are waited for.
pub(crate) struct Patience {
    /// For a request's headers, and for the next request of a connection.
    pub(crate) headers: Duration,
    /// For what was taken, after the server was asked to stop.
    pub(crate) end: Duration,
}

pub(crate) const PATIENCE: Patience =
    Patience { headers: Duration::from_secs(60), end: Duration::from_secs(10) };

/// Answers until it is asked to stop, and then for so long as requests are on their way, at most until `end` or until it is asked
/// again: a client that stalls holds nobody up.
pub(crate) async fn run(
    listener: TcpListener,
    shared: Shared,
    mut asked: mpsc::Receiver<()>,
    patience: &Patience,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.headers);
    let taken = GracefulShutdown::new();
    loop {
        let stream = tokio::select! {
            stream = accept(&listener) => stream,
            _ = asked.recv() => break,
        };
        let shared = shared.clone();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let answered = http::handle(shared.clone(), request.map(Body::new));
            async { Ok::<_, Infallible>(answered.await) }
        });
        let connection = taken.watch(http.serve_connection(TokioIo::new(stream), service));
        // A connection that breaks has nobody left to tell.
        tokio::spawn(async { drop(connection.await) });
    }
    drop(listener);
    tokio::select! {
        () = taken.shutdown() => {}
        () = sleep(patience.end) => {}
        _ = asked.recv() => {}
    }
}

/// The next connection.
async fn accept(listener: &TcpListener) -> TcpStream {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // Of one client, which is gone.
            Err(error)
                if matches!(
                    error.kind(),
                    ConnectionAborted | ConnectionRefused | ConnectionReset
                ) => {}
            // No file handle is left, for one: some connection will end.
            Err(_) => sleep(Duration::from_secs(1)).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::Arc,
        time::{Duration, Instant},
    };

    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
        sync::mpsc,
        task::JoinHandle,
        time::{sleep, timeout},
    };

    use super::{Patience, run};
    use crate::{
        auth::Keys,
        engine::Engine,
        http::{Api, Shared},
        settings::Settings,
        store::Store,
    };

    /// A server in memory: where it listens, what asks it to stop, and its end.
    async fn start(headers: u64, end: u64) -> (String, mpsc::Sender<()>, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let engine = Engine::start(Store::open(None).unwrap(), String::new()).unwrap();
        let args = ["--memory", "--quiet"].map(String::from);
        let settings = Settings::read(args.into_iter()).unwrap();
        let api = Api::new(engine, Keys::new("k", "s", 900), String::new(), settings);
        let (ask, asked) = mpsc::channel(1);
        let patience =
            Patience { headers: Duration::from_millis(headers), end: Duration::from_millis(end) };
        let server =
            tokio::spawn(
                async move { run(listener, Shared(Arc::new(api)), asked, &patience).await },
            );
        (address, ask, server)
    }

    async fn send(address: &str, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }

    const STALLED: [&str; 2] = [
        "GET /healthz HTTP/1.1\r\nhost",
        "POST /api/v1/uploads HTTP/1.1\r\nhost: h\r\nauthorization: Bearer k\r\ncontent-length: 1000\r\n\r\nabc",
    ];

    #[tokio::test]
    async fn a_client_that_stalls_does_not_hold_up_the_end() {
        let (address, ask, server) = start(60_000, 300).await;
        let [_one, _other] = [send(&address, STALLED[0]).await, send(&address, STALLED[1]).await];
        sleep(Duration::from_millis(50)).await;
        let asked = Instant::now();
        ask.send(()).await.unwrap();
        timeout(Duration::from_secs(5), server).await.unwrap().unwrap();
        assert!(asked.elapsed() >= Duration::from_millis(300), "it was given its time");
    }

    #[tokio::test]
    async fn asked_twice_it_ends_at_once() {
        let (address, ask, server) = start(60_000, 60_000).await;
        let _stalled = send(&address, STALLED[1]).await;
        sleep(Duration::from_millis(50)).await;
        ask.send(()).await.unwrap();
        ask.send(()).await.unwrap();
        timeout(Duration::from_secs(5), server).await.unwrap().unwrap();
    }

    /// Nothing on its way: it ends long before its time.
    #[tokio::test]
    async fn what_is_idle_is_not_waited_for() {
        let (address, ask, server) = start(60_000, 60_000).await;
        let mut idle = send(&address, "GET /healthz HTTP/1.1\r\nhost: h\r\n\r\n").await;
        let mut answer = [0; 15];
        idle.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200 OK");
        ask.send(()).await.unwrap();
        timeout(Duration::from_secs(5), server).await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn headers_that_do_not_come_are_not_waited_for() {
        let (address, _ask, _server) = start(100, 60_000).await;
        let mut stalled = send(&address, STALLED[0]).await;
        let closed = timeout(Duration::from_secs(5), stalled.read_to_end(&mut Vec::new())).await;
        assert!(closed.is_ok(), "the connection is closed");
    }
}
