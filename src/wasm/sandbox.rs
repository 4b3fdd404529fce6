//! The sandbox: the package's entry `./sandbox`. A module holds one sandbox; JSON in, JSON out.

use alloc::string::String;
use core::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    lifecycle::{
        sandbox::session::Session,
        value::{ANSWER_LIMITS, Value},
    },
    policy::{Limits, Policy},
};

std::thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Opens the sandbox anew, empty. `policy`: JSON, empty for the default. `seed` and `link`: see
/// [`Emulator::new`](crate::lifecycle::sandbox::emulator::Emulator::new). Whether the policy could be read: 1, else 0.
#[wasm_bindgen]
#[must_use]
pub fn sandbox_open(policy: &str, seed: &str, link: &str) -> u32 {
    let Ok(policy) = Policy::from_json(policy) else { return 0 };
    SESSION.with(|session| session.replace(Some(Session::new(policy, seed, link))));
    1
}

/// Asks the sandbox: see [`Session::ask`]. `null` where none was opened or the particulars are no JSON.
#[wasm_bindgen]
#[must_use]
pub fn sandbox(question: &str, particulars: &str) -> String {
    let limits = Limits { text: usize::MAX, ..ANSWER_LIMITS };
    let given = Value::parse(particulars, &limits).ok();
    let answer = SESSION.with(|session| {
        let mut session = session.borrow_mut();
        Some(session.as_mut()?.ask(question, &given?))
    });
    answer.unwrap_or_default().to_json()
}
