//! A request's body: read to a limit and within a time, and what nobody read, before the answer is sent.

use std::{future::poll_fn, pin::Pin, time::Duration};

use axum::{
    body::{Body, Bytes, HttpBody},
    http::{HeaderMap, header},
};
use tokio::time::timeout;

use crate::{http::text, upload};

/// How long a body may take. 10 MB within it are 1.4 megabits a second.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a client that was refused may go on sending.
const DRAINING: Duration = Duration::from_secs(10);
/// How much it may send, and have thrown away. One bound for every path: who is refused may have meant any of them.
const DRAINED: usize = 4 * upload::LARGEST;
/// The room that is made for a body before it comes, at most.
const ROOM: usize = 64 * 1024;

/// Why a body was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    TooLarge,
    Slow,
    Broken,
}

/// The body of a request.
pub(crate) struct Incoming {
    body: Body,
    /// Whether the client waits to be asked for it (RFC 9110, 10.1.1): who is refused instead never sends it.
    waits: bool,
}

impl Incoming {
    pub(crate) fn new(headers: &HeaderMap, body: Body) -> Self {
        let waits = text(headers, header::EXPECT.as_str()).eq_ignore_ascii_case("100-continue");
        Self { body, waits }
    }

    /// All of it, where it is of at most so many bytes.
    pub(crate) async fn collect(&mut self, limit: usize) -> Result<Vec<u8>, Fault> {
        if let Ok(read) = timeout(PATIENCE, self.read(limit)).await {
            return read;
        }
        // Nor is the rest waited for.
        self.body = Body::empty();
        Err(Fault::Slow)
    }

    async fn read(&mut self, limit: usize) -> Result<Vec<u8>, Fault> {
        let announced = usize::try_from(self.body.size_hint().lower()).unwrap_or(usize::MAX);
        if announced > limit {
            return Err(Fault::TooLarge);
        }
        self.waits = false;
        let mut whole = Vec::with_capacity(announced.min(ROOM));
        while let Some(bytes) = self.next().await.map_err(|()| Fault::Broken)? {
            if bytes.len() > limit.saturating_sub(whole.len()) {
                return Err(Fault::TooLarge);
            }
            whole.extend_from_slice(&bytes);
        }
        Ok(whole)
    }

    /// Reads what is left and throws it away: a client that is answered while it still sends sees a broken connection, not the answer.
    pub(crate) async fn drain(mut self) {
        if self.waits || self.body.is_end_stream() {
            return;
        }
        let rest = async {
            let mut room = DRAINED;
            while let Ok(Some(bytes)) = self.next().await {
                match room.checked_sub(bytes.len()) {
                    Some(less) => room = less,
                    None => return,
                }
            }
        };
        let _ = timeout(DRAINING, rest).await;
    }

    /// The next bytes; none for what ends or frames a body.
    async fn next(&mut self) -> Result<Option<Bytes>, ()> {
        match poll_fn(|cx| Pin::new(&mut self.body).poll_frame(cx)).await {
            Some(Ok(frame)) => Ok(Some(frame.into_data().unwrap_or_default())),
            Some(Err(_)) => Err(()),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        convert::Infallible,
        pin::Pin,
        task::{Context, Poll},
    };

    use axum::{
        body::{Body, Bytes, HttpBody},
        http::{HeaderMap, HeaderValue, header},
    };
    use hyper::body::Frame;
    use tokio::time::Instant;

    use super::{DRAINED, DRAINING, Fault, Incoming, PATIENCE};

    /// So many bytes in pieces, and then nothing more and no end.
    struct Stalled(usize);

    impl HttpBody for Stalled {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            const PIECE: &[u8] = &[b'x'; 4096];
            match self.0.checked_sub(PIECE.len()) {
                Some(left) => {
                    self.0 = left;
                    Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(PIECE)))))
                }
                None => Poll::Pending,
            }
        }
    }

    fn stalled(bytes: usize) -> Incoming {
        Incoming::new(&HeaderMap::new(), Body::new(Stalled(bytes)))
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stalls_is_not_waited_for() {
        let (started, mut body) = (Instant::now(), stalled(8192));
        assert_eq!(body.collect(10_000).await, Err(Fault::Slow));
        assert_eq!(started.elapsed().as_secs(), PATIENCE.as_secs());
        body.drain().await;
        assert_eq!(started.elapsed().as_secs(), PATIENCE.as_secs(), "nor a second time");
        stalled(8192).drain().await;
        assert_eq!(started.elapsed().as_secs(), (PATIENCE + DRAINING).as_secs());
    }

    /// Nobody has to be waited for who sends more than is thrown away.
    #[tokio::test(start_paused = true)]
    async fn of_what_is_refused_so_much_is_read() {
        let started = Instant::now();
        stalled(DRAINED + 8192).drain().await;
        assert_eq!(started.elapsed().as_secs(), 0);
    }

    #[tokio::test]
    async fn a_body_is_read_to_its_limit() {
        let incoming = |text: &'static str| Incoming::new(&HeaderMap::new(), Body::from(text));
        assert_eq!(incoming("12345").collect(5).await, Ok(b"12345".to_vec()));
        assert_eq!(incoming("").collect(0).await, Ok(Vec::new()));
        let mut large = incoming("12345");
        assert_eq!(large.collect(4).await, Err(Fault::TooLarge));
        large.drain().await;
    }

    /// Who waits to be asked is not asked by a refusal.
    #[tokio::test]
    async fn what_nobody_asked_for_is_not_waited_for() {
        let headers =
            HeaderMap::from_iter([(header::EXPECT, HeaderValue::from_static("100-Continue"))]);
        let incoming = Incoming::new(&headers, Body::from("12345"));
        assert!(incoming.waits);
        incoming.drain().await;
        let mut asked = Incoming::new(&headers, Body::from("12345"));
        assert!(asked.collect(5).await.is_ok() && !asked.waits);
    }
}
