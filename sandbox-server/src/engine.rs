//! The way to the one thread that owns the emulator and the file.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

use kyc_rules::lifecycle::{problem::Problem, sandbox::answer::Answer, value::Value};
use tokio::sync::oneshot;

use crate::{
    state::State,
    store::{Hook, Store},
};

/// What can be asked.
#[derive(Debug)]
pub(crate) enum Ask {
    Create {
        body: String,
        key: Option<String>,
    },
    Get {
        id: String,
    },
    List {
        cursor: Option<String>,
        limit: Option<i64>,
    },
    Patch {
        id: String,
        body: String,
    },
    Deactivate {
        id: String,
    },
    AddHook {
        url: String,
    },
    Hooks,
    RemoveHook {
        id: String,
    },
    /// Moves the sandbox's clock on, by milliseconds.
    Clock {
        ahead: i64,
    },
    /// Every token given so far has expired.
    ExpireTokens,
    /// A file of a document.
    Upload {
        kind: &'static str,
        bytes: Vec<u8>,
    },
}

impl Ask {
    /// Whether it changes nothing: answered out of memory, whatever becomes of what is written meanwhile.
    pub(crate) const fn is_read(&self) -> bool {
        matches!(self, Self::Get { .. } | Self::List { .. } | Self::Hooks)
    }
}

/// Who waits for the answer to an [`Ask`].
pub(crate) type Asker = oneshot::Sender<Result<Answer, Problem>>;

/// A webhook to be sent now.
#[derive(Debug)]
pub(crate) struct Parcel {
    /// The number of the receiver and the event's id.
    pub(crate) id: String,
    pub(crate) body: Value,
    pub(crate) hook: Hook,
    /// The sandbox's time, by which it is signed.
    pub(crate) now: i64,
}

/// A file: its media type and its bytes.
pub(crate) type Upload = (String, Vec<u8>);

/// What the thread is given, and whom it tells.
pub(crate) enum Job {
    Ask(Ask, Asker),
    Upload(String, oneshot::Sender<Result<Upload, Problem>>),
    Due(oneshot::Sender<Vec<Parcel>>),
    /// Whether an attempt to deliver arrived.
    Tried(String, bool),
}

/// A handle to the thread.
#[derive(Clone)]
pub(crate) struct Engine {
    jobs: mpsc::Sender<Job>,
    clock: Arc<Clock>,
}

/// What every thread may look at.
#[derive(Default)]
pub(crate) struct Clock {
    /// How far the sandbox's clock is ahead, in milliseconds.
    pub(crate) ahead: AtomicI64,
    /// How often all tokens were made to expire.
    pub(crate) generation: AtomicI64,
}

impl Clock {
    /// The sandbox's time, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        now.saturating_add(self.ahead.load(Ordering::Relaxed))
    }
}

impl Engine {
    /// Reads what is stored and starts the thread.
    pub(crate) fn start(store: Store, link: String) -> Result<Self, String> {
        let (jobs, incoming) = mpsc::channel();
        let clock = Arc::new(Clock::default());
        let state = State::load(store, link, Arc::clone(&clock));
        let mut state = state.map_err(|error| format!("cannot read what is stored: {error}"))?;
        thread::spawn(move || state.run(&incoming));
        Ok(Self { jobs, clock })
    }

    /// The sandbox's time, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.clock.now()
    }

    /// Tokens of an earlier generation have expired.
    pub(crate) fn generation(&self) -> i64 {
        self.clock.generation.load(Ordering::Relaxed)
    }

    /// Asks, and waits for the answer.
    pub(crate) async fn ask(&self, ask: Ask) -> Result<Answer, Problem> {
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job::Ask(ask, answer)).map_err(|_| stopped())?;
        answered.await.unwrap_or_else(|_| Err(stopped()))
    }

    /// A file that was uploaded.
    pub(crate) async fn upload(&self, id: String) -> Result<Upload, Problem> {
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job::Upload(id, answer)).map_err(|_| stopped())?;
        answered.await.unwrap_or_else(|_| Err(stopped()))
    }

    /// What became of an attempt to deliver.
    pub(crate) fn tried(&self, id: String, arrived: bool) {
        // A thread that is gone has no use for it: the webhook is sent again.
        let _ = self.jobs.send(Job::Tried(id, arrived));
    }

    /// The webhooks whose time has come, and which nobody sends yet.
    pub(crate) async fn due(&self) -> Vec<Parcel> {
        let (answer, answered) = oneshot::channel();
        if self.jobs.send(Job::Due(answer)).is_err() {
            return Vec::new();
        }
        answered.await.unwrap_or_default()
    }
}

fn stopped() -> Problem {
    Problem::new(503, "UNAVAILABLE", "The sandbox is shutting down")
}
