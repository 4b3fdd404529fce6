//! The one thread that owns the emulator and the file. Requests that wait together are written in one transaction, and each is
//! answered after it is on disk.

use std::{
    sync::{Arc, atomic::Ordering, mpsc},
    time::Duration,
};

use kyc_rules::{
    lifecycle::{
        problem::Problem,
        sandbox::{
            emulator::{Answer, Effect, Emulator},
            outbox::{Message, Outbox, Outcome},
        },
        value::Value,
    },
    policy::Policy,
};

use crate::{
    engine::{Ask, Clock, Job, Parcel},
    store::{Hook, Store},
};

/// How many requests share a transaction at most.
const BATCH: usize = 256;
/// How long the thread sleeps when nothing is asked, before it looks for reviews that have ended.
const IDLE: Duration = Duration::from_millis(100);

/// What the thread owns.
pub(crate) struct State {
    store: Store,
    link: String,
    clock: Arc<Clock>,
    emulator: Emulator,
    outbox: Outbox,
    hooks: Vec<Hook>,
}

impl State {
    /// Reads what is stored.
    pub(crate) fn load(
        store: Store,
        link: String,
        clock: Arc<Clock>,
    ) -> Result<Self, rusqlite::Error> {
        // A seed of its own each time: ids must not come twice.
        let mut emulator = Emulator::new(Policy::DEFAULT, &store.random()?, &link);
        store.customers()?.into_iter().for_each(|customer| emulator.restore(customer));
        let mut outbox = Outbox::default();
        store.messages()?.into_iter().for_each(|message| outbox.push(message));
        for (key, remembered) in store.keys()? {
            emulator.restore_key(&key, remembered);
        }
        let hooks = store.hooks()?;
        clock.ahead.store(store.number("ahead")?, Ordering::Relaxed);
        clock.generation.store(store.number("generation")?, Ordering::Relaxed);
        Ok(Self { store, link, clock, emulator, outbox, hooks })
    }

    /// Answers until nobody can ask any more.
    pub(crate) fn run(&mut self, jobs: &mpsc::Receiver<Job>) {
        loop {
            let first = match jobs.recv_timeout(IDLE) {
                Ok(job) => Some(job),
                Err(mpsc::RecvTimeoutError::Timeout) => None,
                Err(mpsc::RecvTimeoutError::Disconnected) => return,
            };
            let batch: Vec<Job> = first.into_iter().chain(jobs.try_iter().take(BATCH)).collect();
            let mut answers = Vec::with_capacity(batch.len());
            let mut due = Vec::new();
            self.emulator.advance(self.clock.now());
            for job in batch {
                match job {
                    Job::Ask(ask, to) => answers.push((self.answer(ask), to)),
                    Job::Upload(id, to) => {
                        let _ = to.send(match self.store.upload(&id) {
                            Ok(Some(found)) => Ok(found),
                            Ok(None) => Err(Problem::new(404, "NOT_FOUND", "No such upload")),
                            Err(error) => Err(storage_failed(error)),
                        });
                    }
                    Job::Due(to) => due.push(to),
                }
            }
            let written = self.write();
            if let Err(error) = &written {
                eprintln!("kyc-sandbox: cannot write: {error}");
                self.forget();
            }
            for (answer, to) in answers {
                let answer = match &written {
                    Ok(()) => answer,
                    Err(error) => Err(not_stored(error)),
                };
                let _ = to.send(answer);
            }
            for to in due {
                let _ = to.send(self.parcels());
            }
        }
    }

    fn answer(&mut self, ask: Ask) -> Result<Answer, Problem> {
        let now = self.clock.now();
        match ask {
            Ask::Create { body, key } => self.emulator.create(&body, key.as_deref(), now),
            Ask::Get { id } => self.emulator.get(&id),
            Ask::List { cursor, limit } => Ok(self.emulator.list(cursor.as_deref(), limit)),
            Ask::Patch { id, body } => self.emulator.patch(&id, &body, now),
            Ask::Deactivate { id } => self.emulator.deactivate(&id, now),
            Ask::AddHook { url } => {
                let secret = format!("whsec_{}", self.store.random().map_err(storage_failed)?);
                let hook = self.store.add_hook(&url, &secret).map_err(storage_failed)?;
                let body = shown(&hook).with("secret", Value::text_of(secret));
                self.hooks.push(hook);
                Ok(Answer { status: 201, body })
            }
            Ask::Hooks => {
                let hooks = self.hooks.iter().map(shown).collect();
                Ok(Answer { status: 200, body: Value::EMPTY.with("data", Value::List(hooks)) })
            }
            Ask::Clock { ahead } => {
                let ahead = self.clock.ahead.load(Ordering::Relaxed).saturating_add(ahead);
                self.store.set_number("ahead", ahead).map_err(storage_failed)?;
                self.clock.ahead.store(ahead, Ordering::Relaxed);
                let now = self.clock.now();
                self.emulator.advance(now);
                let now = kyc_rules::lifecycle::instant::write(now);
                Ok(Answer { status: 200, body: Value::EMPTY.with("now", Value::Text(now)) })
            }
            Ask::ExpireTokens => {
                let generation = self.clock.generation.load(Ordering::Relaxed).saturating_add(1);
                self.store.set_number("generation", generation).map_err(storage_failed)?;
                self.clock.generation.store(generation, Ordering::Relaxed);
                Ok(Answer { status: 200, body: Value::EMPTY.with("expired", Value::Flag(true)) })
            }
            Ask::Upload { kind, bytes } => {
                let id = format!("upload_{}", self.store.random().map_err(storage_failed)?);
                self.store.put_upload(&id, kind, &bytes).map_err(storage_failed)?;
                Ok(Answer { status: 201, body: Value::EMPTY.with("id", Value::Text(id)) })
            }
            Ask::Tried { id, arrived } => {
                match self.outbox.tried(&id, arrived, now) {
                    Some(Outcome::Again(_)) => self
                        .outbox
                        .message(&id)
                        .map_or(Ok(()), |message| self.store.put_message(message)),
                    Some(_) => self.store.remove_message(&id),
                    None => Ok(()),
                }
                .map_err(storage_failed)?;
                Ok(Answer { status: 200, body: Value::EMPTY })
            }
        }
    }

    /// Writes what happened, in one transaction.
    fn write(&mut self) -> Result<(), rusqlite::Error> {
        for effect in self.emulator.take_effects() {
            match effect {
                Effect::Store(id) => {
                    if let Some(customer) = self.emulator.customer(&id) {
                        self.store.put(customer)?;
                    }
                }
                Effect::Send(message) => {
                    for hook in &self.hooks {
                        let id = format!("{}/{}", hook.id, message.id);
                        let message = Message { id, ..message.clone() };
                        self.store.put_message(&message)?;
                        self.outbox.push(message);
                    }
                }
                Effect::Remember(key) => {
                    if let Some(remembered) = self.emulator.remembered(&key) {
                        self.store.put_key(&key, remembered)?;
                    }
                }
                Effect::Forget(key) => self.store.remove_key(&key)?,
            }
        }
        self.store.commit()
    }

    /// What could not be written did not happen: back to what is stored.
    fn forget(&mut self) {
        self.store.roll_back();
        let fresh = Store::open(None).and_then(|spare| {
            let store = std::mem::replace(&mut self.store, spare);
            State::load(store, self.link.clone(), Arc::clone(&self.clock))
                .map_err(|error| error.to_string())
        });
        match fresh {
            Ok(state) => *self = state,
            Err(error) => {
                eprintln!("kyc-sandbox: cannot read what is stored: {error}");
                std::process::exit(1);
            }
        }
    }

    fn parcels(&self) -> Vec<Parcel> {
        let now = self.clock.now();
        let due = self.outbox.due(now).filter_map(|message| {
            let hook = message.id.split_once('/').and_then(|(id, _)| id.parse().ok());
            let hook = self.hooks.iter().find(|known| Some(known.id) == hook)?;
            Some(Parcel {
                id: message.id.clone(),
                body: message.body.clone(),
                hook: hook.clone(),
                now,
            })
        });
        due.take(64).collect()
    }
}

fn shown(hook: &Hook) -> Value {
    Value::EMPTY
        .with("id", Value::text_of(format!("webhook_{}", hook.id)))
        .with("url", Value::text_of(hook.url.as_str()))
}

fn storage_failed(error: impl std::borrow::Borrow<rusqlite::Error>) -> Problem {
    not_stored(error.borrow())
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
