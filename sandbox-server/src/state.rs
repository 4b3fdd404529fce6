//! The one thread that owns the emulator and the file. Requests that wait together are written in one transaction, and each is
//! answered after it is on disk. What only reads is answered out of memory when that is done: memory then holds what is stored, and
//! nothing else.

use std::{
    sync::{Arc, atomic::Ordering, mpsc},
    time::{Duration, Instant},
};

use kyc_rules::{
    lifecycle::{
        instant,
        problem::Problem,
        sandbox::{
            answer::Answer,
            emulator::{Effect, Emulator},
        },
        value::Value,
    },
    policy::Policy,
};

use crate::{
    engine::{Ask, Asker, Clock, Job, Upload},
    receivers::Receivers,
    store::{Done, Store},
};

/// How many requests share a transaction at most.
const BATCH: usize = 256;
/// How long the thread sleeps when nothing is asked, before it looks for reviews that have ended.
const IDLE: Duration = Duration::from_millis(100);
/// How long what comes due by itself waits after a write that failed.
const RETRY: Duration = Duration::from_secs(5);
/// How often a disk that takes nothing is complained of.
const SAID_AGAIN: Duration = Duration::from_secs(60);

/// What the thread owns.
pub(crate) struct State {
    store: Store,
    link: String,
    clock: Arc<Clock>,
    emulator: Emulator,
    receivers: Receivers,
    trouble: Trouble,
}

/// What is known of writes that failed.
#[derive(Default)]
struct Trouble {
    /// Until when the file is left alone, but for what is asked.
    until: Option<Instant>,
    /// When it was last complained of.
    said: Option<Instant>,
}

impl State {
    /// Reads what is stored.
    pub(crate) fn load(store: Store, link: String, clock: Arc<Clock>) -> Done<Self> {
        // A seed of its own each time: ids must not come twice.
        let mut emulator = Emulator::new(Policy::DEFAULT, &store.random()?, &link);
        store.customers()?.into_iter().for_each(|customer| emulator.restore(customer));
        for (key, remembered) in store.keys()? {
            emulator.restore_key(&key, remembered);
        }
        let receivers = Receivers::load(&store)?;
        clock.ahead.store(store.number("ahead")?, Ordering::Relaxed);
        clock.generation.store(store.number("generation")?, Ordering::Relaxed);
        Ok(Self { store, link, clock, emulator, receivers, trouble: Trouble::default() })
    }

    /// Answers until nobody can ask any more.
    pub(crate) fn run(&mut self, jobs: &mpsc::Receiver<Job>) {
        loop {
            let first = match jobs.recv_timeout(IDLE) {
                Ok(job) => Some(job),
                Err(mpsc::RecvTimeoutError::Timeout) => None,
                Err(mpsc::RecvTimeoutError::Disconnected) => return,
            };
            self.round(first.into_iter().chain(jobs.try_iter().take(BATCH)));
        }
    }

    /// Answers what waits together.
    fn round(&mut self, jobs: impl Iterator<Item = Job>) {
        let (mut asks, mut askers, mut reads) = (Vec::new(), Vec::new(), Vec::new());
        for job in jobs {
            match job {
                Job::Ask(ask, to) if !ask.is_read() => {
                    asks.push(ask);
                    askers.push(to);
                }
                Job::Tried(id, arrived) => self.receivers.tried(id, arrived, self.clock.now()),
                read => reads.push(read),
            }
        }
        let chores = self.is_free();
        if chores || !asks.is_empty() {
            self.write(asks, askers, chores);
        }
        for job in reads {
            self.read(job);
        }
    }

    /// Whether what comes due by itself may share the transaction of what is asked. Where writes fail it is tried apart, and not at
    /// once: no request fails for it, and no reading.
    fn is_free(&mut self) -> bool {
        match self.trouble.until {
            None => true,
            Some(until) if Instant::now() < until => false,
            Some(_) => {
                self.trouble.until = None;
                self.write(Vec::new(), Vec::new(), true);
                self.trouble.until.is_none()
            }
        }
    }

    /// Does what is asked, and with `chores` what has come due by itself, and answers.
    fn write(&mut self, asks: Vec<Ask>, askers: Vec<Asker>, chores: bool) {
        match self.transact(asks, chores) {
            Ok(answers) => {
                for (to, answer) in askers.into_iter().zip(answers) {
                    let _ = to.send(answer);
                }
            }
            Err(error) => {
                self.forget(&error);
                for to in askers {
                    let _ = to.send(Err(not_stored(&error)));
                }
            }
        }
    }

    /// One transaction. With the first thing that cannot be stored it ends: nothing of it is kept.
    fn transact(&mut self, asks: Vec<Ask>, chores: bool) -> Done<Vec<Result<Answer, Problem>>> {
        if chores {
            self.emulator.advance(self.clock.now());
            self.receivers.save(&self.store)?;
        }
        let answers = asks.into_iter().map(|ask| self.answer(ask)).collect::<Done<_>>()?;
        self.store_effects()?;
        self.store.commit()?;
        if chores {
            self.receivers.saved();
        }
        Ok(answers)
    }

    /// Answers what changes nothing.
    fn read(&mut self, job: Job) {
        match job {
            Job::Ask(ask, to) => {
                let _ = to.send(self.answer(ask).unwrap_or_else(|error| Err(not_stored(&error))));
            }
            Job::Upload(id, to) => {
                let _ = to.send(self.file(&id));
            }
            Job::Due(to) => {
                let _ = to.send(self.receivers.due(self.clock.now()));
            }
            Job::Tried(..) => {}
        }
    }

    fn file(&self, id: &str) -> Result<Upload, Problem> {
        let found = self.store.upload(id).map_err(|error| not_stored(&error))?;
        // Its link was signed, so it was here.
        found.ok_or_else(|| Problem::new(410, "GONE", "The file is not kept any more"))
    }

    fn answer(&mut self, ask: Ask) -> Done<Result<Answer, Problem>> {
        let now = self.clock.now();
        Ok(match ask {
            Ask::Create { body, key } => self.emulator.create(&body, key.as_deref(), now),
            Ask::Get { id } => self.emulator.get(&id),
            Ask::List { cursor, limit } => self.emulator.list(cursor.as_deref(), limit),
            Ask::Patch { id, body } => self.emulator.patch(&id, &body, now),
            Ask::Deactivate { id } => self.emulator.deactivate(&id, now),
            Ask::AddHook { url } => Ok(self.receivers.add(&self.store, &url)?),
            Ask::RemoveHook { id } => self.receivers.remove(&self.store, &id)?,
            Ask::Hooks => {
                Ok(Answer { status: 200, body: Value::EMPTY.with("data", self.receivers.shown()) })
            }
            Ask::Clock { ahead } => {
                let ahead = self.clock.ahead.load(Ordering::Relaxed).saturating_add(ahead);
                self.store.set_number("ahead", ahead)?;
                self.clock.ahead.store(ahead, Ordering::Relaxed);
                let now = self.clock.now();
                self.emulator.advance(now);
                let now = instant::write(now);
                Ok(Answer { status: 200, body: Value::EMPTY.with("now", Value::Text(now)) })
            }
            Ask::ExpireTokens => {
                let generation = self.clock.generation.load(Ordering::Relaxed).saturating_add(1);
                self.store.set_number("generation", generation)?;
                self.clock.generation.store(generation, Ordering::Relaxed);
                Ok(Answer { status: 200, body: Value::EMPTY.with("expired", Value::Flag(true)) })
            }
            Ask::Upload { kind, bytes } => {
                let id = format!("upload_{}", self.store.random()?);
                self.store.put_upload(&id, kind, &bytes)?;
                Ok(Answer { status: 201, body: Value::EMPTY.with("id", Value::Text(id)) })
            }
        })
    }

    /// Writes what happened.
    fn store_effects(&mut self) -> Done<()> {
        for effect in self.emulator.take_effects() {
            match effect {
                Effect::Store(id) => {
                    if let Some(customer) = self.emulator.customer(&id) {
                        self.store.put(customer)?;
                    }
                }
                Effect::Send(message) => self.receivers.send(&self.store, &message)?,
                Effect::Remember(key) => {
                    if let Some(remembered) = self.emulator.remembered(&key) {
                        self.store.put_key(&key, remembered)?;
                    }
                }
                Effect::Forget(key) => self.store.remove_key(&key)?,
            }
        }
        Ok(())
    }

    /// What could not be written did not happen: back to what is stored.
    fn forget(&mut self, error: &rusqlite::Error) {
        let now = Instant::now();
        if self.trouble.said.is_none_or(|said| now.duration_since(said) >= SAID_AGAIN) {
            eprintln!("kyc-sandbox: cannot write: {error}");
            self.trouble.said = Some(now);
        }
        self.trouble.until = now.checked_add(RETRY);
        self.store.roll_back();
        let fresh = Store::open(None).and_then(|spare| {
            let store = std::mem::replace(&mut self.store, spare);
            State::load(store, self.link.clone(), Arc::clone(&self.clock))
                .map_err(|error| error.to_string())
        });
        match fresh {
            Ok(state) => {
                let before = std::mem::replace(self, state);
                self.trouble = before.trouble;
                self.receivers.remember(before.receivers);
            }
            Err(error) => {
                eprintln!("kyc-sandbox: cannot read what is stored: {error}");
                std::process::exit(1);
            }
        }
    }
}

fn not_stored(error: &rusqlite::Error) -> Problem {
    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) {
        return Problem::new(
            507,
            "STORAGE_FULL",
            "The sandbox's disk is full: nothing was changed",
        );
    }
    Problem::new(503, "STORAGE_FAILED", "The sandbox cannot store this now: nothing was changed")
}

#[cfg(test)]
mod tests;
