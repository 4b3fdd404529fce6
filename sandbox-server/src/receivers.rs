//! The receivers of webhooks, and what is on its way to each.

use std::collections::BTreeSet;

use kyc_rules::lifecycle::{
    problem::Problem,
    sandbox::{
        answer::Answer,
        outbox::{Message, Outbox},
    },
    value::Value,
};

use crate::{
    engine::Parcel,
    store::{Done, Hook, Store},
};

/// How many webhooks are sent to one receiver at a time: a slow one holds up itself alone.
const AT_ONCE: usize = 64;

/// A receiver.
struct Receiver {
    hook: Hook,
    outbox: Outbox,
    /// The webhooks that are being sent.
    flying: BTreeSet<String>,
}

/// The receivers.
pub(crate) struct Receivers {
    all: Vec<Receiver>,
    /// The webhooks that were tried, of which the file does not know it yet.
    unsaved: BTreeSet<String>,
}

impl Receivers {
    /// Those that are stored.
    pub(crate) fn load(store: &Store) -> Done<Self> {
        let receivers = store.hooks()?.into_iter();
        let all = receivers.map(|hook| Receiver {
            hook,
            outbox: Outbox::default(),
            flying: BTreeSet::new(),
        });
        let mut receivers = Self { all: all.collect(), unsaved: BTreeSet::new() };
        for message in store.messages()? {
            if let Some(receiver) = receivers.of(&message.id) {
                receiver.outbox.push(message);
            }
        }
        Ok(receivers)
    }

    /// After what could not be stored was forgotten: which webhooks were tried, and which are being sent, stays known. What has
    /// arrived would be sent again and again otherwise.
    pub(crate) fn remember(&mut self, before: Self) {
        for mut known in before.all {
            let same = self.all.iter_mut().find(|receiver| receiver.hook.id == known.hook.id);
            let Some(receiver) = same else { continue };
            for id in before.unsaved.iter().filter(|id| number(id) == Some(known.hook.id)) {
                match known.outbox.message(id) {
                    Some(message) => receiver.outbox.push(message.clone()),
                    // It arrived, or was given up.
                    None => drop(receiver.outbox.tried(id, true, 0)),
                }
            }
            receiver.flying.append(&mut known.flying);
        }
        self.unsaved = before.unsaved;
    }

    /// All of them, as they are listed.
    pub(crate) fn shown(&self) -> Value {
        Value::List(self.all.iter().map(|receiver| shown(&receiver.hook)).collect())
    }

    /// Adds a receiver; one that is known by its URL answers its secret again, and gets each webhook once.
    pub(crate) fn add(&mut self, store: &Store, url: &str) -> Done<Answer> {
        let with_secret =
            |hook: &Hook| shown(hook).with("secret", Value::text_of(hook.secret.as_str()));
        if let Some(known) = self.all.iter().find(|receiver| receiver.hook.url == url) {
            return Ok(Answer { status: 200, body: with_secret(&known.hook) });
        }
        let hook = store.add_hook(url, &format!("whsec_{}", store.random()?))?;
        let body = with_secret(&hook);
        self.all.push(Receiver { hook, outbox: Outbox::default(), flying: BTreeSet::new() });
        Ok(Answer { status: 201, body })
    }

    /// Removes a receiver, and what is on its way to it.
    pub(crate) fn remove(&mut self, store: &Store, id: &str) -> Done<Result<Answer, Problem>> {
        let found = self.all.iter().find(|receiver| name(&receiver.hook) == id);
        let Some(number) = found.map(|receiver| receiver.hook.id) else {
            return Ok(Err(Problem::new(404, "NOT_FOUND", "No such webhook")));
        };
        store.remove_hook(number)?;
        self.all.retain(|receiver| receiver.hook.id != number);
        Ok(Ok(Answer { status: 204, body: Value::Null }))
    }

    /// Sends a webhook to every receiver.
    pub(crate) fn send(&mut self, store: &Store, message: &Message) -> Done<()> {
        for receiver in &mut self.all {
            let id = format!("{}/{}", receiver.hook.id, message.id);
            let message = Message { id, ..message.clone() };
            store.put_message(&message)?;
            receiver.outbox.push(message);
        }
        Ok(())
    }

    /// Takes in what became of an attempt.
    pub(crate) fn tried(&mut self, id: String, arrived: bool, now: i64) {
        // One that was removed meanwhile has nothing to be told.
        let Some(receiver) = self.of(&id) else { return };
        receiver.flying.remove(&id);
        if receiver.outbox.tried(&id, arrived, now).is_some() {
            self.unsaved.insert(id);
        }
    }

    /// Writes what became of attempts; [`Self::saved`] once it is on disk.
    pub(crate) fn save(&self, store: &Store) -> Done<()> {
        for id in &self.unsaved {
            let receiver = self.all.iter().find(|receiver| number(id) == Some(receiver.hook.id));
            match receiver.and_then(|receiver| receiver.outbox.message(id)) {
                Some(message) => store.put_message(message)?,
                None => store.remove_message(id)?,
            }
        }
        Ok(())
    }

    /// What became of attempts is on disk.
    pub(crate) fn saved(&mut self) {
        self.unsaved.clear();
    }

    /// The webhooks whose time has come, and which nobody sends yet.
    pub(crate) fn due(&mut self, now: i64) -> Vec<Parcel> {
        let mut due = Vec::new();
        for Receiver { hook, outbox, flying } in &mut self.all {
            let room = AT_ONCE.saturating_sub(flying.len());
            let new = outbox.due(now).filter(|message| !flying.contains(&message.id)).take(room);
            let parcels = new.map(|message| Parcel {
                id: message.id.clone(),
                body: message.body.clone(),
                hook: hook.clone(),
                now,
            });
            let parcels: Vec<Parcel> = parcels.collect();
            flying.extend(parcels.iter().map(|parcel| parcel.id.clone()));
            due.extend(parcels);
        }
        due
    }

    /// The receiver of a webhook.
    fn of(&mut self, message: &str) -> Option<&mut Receiver> {
        let number = number(message)?;
        self.all.iter_mut().find(|receiver| receiver.hook.id == number)
    }
}

/// The number of a webhook's receiver: what stands before the event's id.
fn number(message: &str) -> Option<i64> {
    message.split_once('/')?.0.parse().ok()
}

fn name(hook: &Hook) -> String {
    format!("webhook_{}", hook.id)
}

fn shown(hook: &Hook) -> Value {
    Value::EMPTY.with("id", Value::Text(name(hook))).with("url", Value::text_of(hook.url.as_str()))
}
