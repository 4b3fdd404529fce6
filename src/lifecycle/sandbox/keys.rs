//! Idempotency keys: the same request again gets the first one's answer, and the oldest keys are forgotten.
//!
//! Source: the design, which follows what payment APIs do (`Idempotency-Key`); the guide has no such keys.

use alloc::{
    collections::{BTreeMap, VecDeque},
    string::String,
};

use crate::lifecycle::{problem::Problem, sandbox::answer::Answer, webhook::hmac::Digest};

/// How many idempotency keys are remembered.
pub const REMEMBERED_KEYS: usize = 10_000;
/// The longest idempotency key, in bytes.
pub const LONGEST_KEY: usize = 255;

/// What an idempotency key came with, and what it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// SHA-256 of the request's body.
    pub body: Digest,
    /// The answer.
    pub answer: Answer,
}

/// The keys that are remembered.
#[derive(Debug, Default)]
pub(super) struct Keys {
    answers: BTreeMap<String, Remembered>,
    /// The oldest first.
    order: VecDeque<String>,
}

impl Keys {
    pub(super) fn get(&self, key: &str) -> Option<&Remembered> {
        self.answers.get(key)
    }

    /// The answer of the request that came with this key first; `None` where none did.
    ///
    /// # Errors
    /// 400 for what is no key, 422 for one that came with another body.
    pub(super) fn first_answer(&self, key: &str, body: &Digest) -> Result<Option<Answer>, Problem> {
        if key.is_empty() || key.len() > LONGEST_KEY {
            let message = "Idempotency-Key must have 1 to 255 bytes";
            return Err(Problem::new(400, "BAD_REQUEST", message));
        }
        match self.get(key) {
            Some(first) if first.body != *body => {
                let message = "Idempotency-Key was used with another body";
                Err(Problem::new(422, "IDEMPOTENCY_KEY_REUSED", message))
            }
            first => Ok(first.map(|first| first.answer.clone())),
        }
    }

    /// Remembers a key; the one that is forgotten for it.
    pub(super) fn remember(&mut self, key: &str, remembered: Remembered) -> Option<String> {
        let full = self.order.len() >= REMEMBERED_KEYS;
        let oldest = if full { self.order.pop_front() } else { None };
        if let Some(oldest) = &oldest {
            self.answers.remove(oldest);
        }
        self.order.push_back(key.into());
        self.answers.insert(key.into(), remembered);
        oldest
    }
}
