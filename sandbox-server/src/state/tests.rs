//! Rounds without the thread: what is asked together, what a disk that takes nothing does to it, and what receivers get.

use tokio::sync::oneshot;

use super::*;
use crate::engine::Parcel;

const CUSTOMER: &str = r#"{"type":"INDIVIDUAL","email":"test-success@example.com","firstName":"Test","lastName":"Success"}"#;

fn state() -> State {
    let store = Store::open(None).unwrap();
    State::load(store, "http://127.0.0.1:1/verify-customer/".into(), Arc::default()).unwrap()
}

/// Asks all of it in one round.
fn together<const N: usize>(state: &mut State, asks: [Ask; N]) -> [Result<Answer, Problem>; N] {
    let mut waiting = Vec::new();
    let jobs = asks.map(|ask| {
        let (to, answered) = oneshot::channel();
        waiting.push(answered);
        Job::Ask(ask, to)
    });
    state.round(jobs.into_iter());
    let answers: Vec<_> = waiting.iter_mut().map(|answered| answered.try_recv().unwrap()).collect();
    answers.try_into().unwrap()
}

fn ask(state: &mut State, ask: Ask) -> Result<Answer, Problem> {
    let [answer] = together(state, [ask]);
    answer
}

fn due(state: &mut State) -> Vec<Parcel> {
    let (to, mut answered) = oneshot::channel();
    state.round(std::iter::once(Job::Due(to)));
    answered.try_recv().unwrap()
}

fn tried(state: &mut State, parcel: &Parcel, arrived: bool) {
    state.round(std::iter::once(Job::Tried(parcel.id.clone(), arrived)));
}

fn created(state: &mut State) -> String {
    let answer = ask(state, Ask::Create { body: CUSTOMER.into(), key: None }).unwrap();
    answer.body.text("id").unwrap().to_owned()
}

fn submitted(state: &mut State) -> String {
    let id = created(state);
    let kyc = include_str!("../../../tests/sample.json");
    let body = format!(r#"{{"kycData":{kyc}}}"#);
    ask(state, Ask::Patch { id: id.clone(), body }).unwrap();
    id
}

fn status(state: &mut State, id: &str) -> String {
    let answer = ask(state, Ask::Get { id: id.into() }).unwrap();
    answer.body.text("status").unwrap().to_owned()
}

fn add(state: &mut State, url: &str) -> Answer {
    ask(state, Ask::AddHook { url: url.into() }).unwrap()
}

/// The review's end has come, by a clock that was moved in the file and in memory.
fn later(state: &State, milliseconds: i64) {
    state.store.set_number("ahead", milliseconds).unwrap();
    state.store.commit().unwrap();
    state.clock.ahead.store(milliseconds, Ordering::Relaxed);
}

/// The wait after a write that failed is over.
fn try_again(state: &mut State) {
    state.trouble.until = state.trouble.until.map(|_| Instant::now());
}

#[test]
fn a_disk_that_takes_nothing_is_read_all_the_same() {
    let mut state = state();
    let id = submitted(&mut state);
    later(&state, 31_000);
    state.store.refuse(true);
    for _ in 0..5 {
        assert_eq!(status(&mut state, &id), "UNDER_REVIEW", "what is stored, and nothing else");
    }
    assert_eq!(
        ask(&mut state, Ask::List { cursor: None, limit: Some(9) }).map(|page| page.status),
        Ok(200)
    );
    let refused = ask(&mut state, Ask::Create { body: CUSTOMER.into(), key: None }).unwrap_err();
    assert_eq!((refused.status, refused.code), (503, "STORAGE_FAILED"));
    // It is left alone for a while, and then tried once.
    let until = state.trouble.until.unwrap();
    assert_eq!(status(&mut state, &id), "UNDER_REVIEW");
    assert_eq!(state.trouble.until, Some(until), "reading does not try");
    try_again(&mut state);
    assert_eq!(status(&mut state, &id), "UNDER_REVIEW");
    assert!(state.trouble.until.unwrap() > until, "it was tried, and failed");
    state.store.refuse(false);
    // What is asked is written at once; what comes due by itself, when its time has come.
    created(&mut state);
    assert_eq!(status(&mut state, &id), "UNDER_REVIEW");
    try_again(&mut state);
    assert_eq!(status(&mut state, &id), "ACTIVE");
}

#[test]
fn of_what_is_asked_together_reading_sees_what_is_stored() {
    let mut state = state();
    let id = submitted(&mut state);
    let both = |state: &mut State| {
        let (one, other) = (Ask::Get { id: id.clone() }, Ask::Deactivate { id: id.clone() });
        together(state, [one, other])
    };
    state.store.refuse(true);
    let [read, written] = both(&mut state);
    assert_eq!(read.unwrap().body.text("status"), Some("UNDER_REVIEW"));
    assert!(written.is_err());
    state.store.refuse(false);
    let [read, written] = both(&mut state);
    assert_eq!(read.unwrap().body.text("status"), Some("DEACTIVATED"));
    assert!(written.is_ok());
}

/// A webhook arrived, and the disk does not take it.
#[test]
fn what_arrived_is_not_sent_again_by_a_full_disk() {
    let mut state = state();
    add(&mut state, "http://127.0.0.1:1/");
    submitted(&mut state);
    submitted(&mut state);
    let sent = due(&mut state);
    assert_eq!(sent.len(), 2);
    assert!(due(&mut state).is_empty(), "they are being sent");
    state.store.refuse(true);
    tried(&mut state, &sent[0], true);
    for _ in 0..3 {
        assert!(due(&mut state).is_empty());
        try_again(&mut state);
    }
    tried(&mut state, &sent[1], false);
    try_again(&mut state);
    assert!(due(&mut state).is_empty(), "not before its time");
    later_in_memory(&state, 5_001);
    assert_eq!(due(&mut state).len(), 1, "the one that did not arrive");
    assert_eq!(state.store.messages().unwrap().len(), 2);
    state.store.refuse(false);
    try_again(&mut state);
    assert!(due(&mut state).is_empty());
    let stored = state.store.messages().unwrap();
    assert_eq!(stored.iter().map(|message| message.attempts).collect::<Vec<_>>(), [1]);
    assert_eq!(stored[0].id, sent[1].id);
}

fn later_in_memory(state: &State, milliseconds: i64) {
    state.clock.ahead.store(milliseconds, Ordering::Relaxed);
}

#[test]
fn a_receiver_that_is_slow_holds_up_no_other() {
    let mut state = state();
    add(&mut state, "http://127.0.0.1:1/slow");
    for _ in 0..100 {
        submitted(&mut state);
    }
    let slow = due(&mut state);
    assert_eq!(slow.len(), 64);
    assert!(due(&mut state).is_empty(), "no more at a time");
    add(&mut state, "http://127.0.0.1:1/fast");
    submitted(&mut state);
    let urls: Vec<_> = due(&mut state).into_iter().map(|parcel| parcel.hook.url).collect();
    assert_eq!(urls, ["http://127.0.0.1:1/fast"]);
    tried(&mut state, &slow[0], true);
    assert_eq!(due(&mut state).len(), 1, "the next of the slow one");
}

#[test]
fn a_receiver_is_known_by_its_url_and_can_be_removed() {
    let mut state = state();
    let one = add(&mut state, "http://127.0.0.1:1/a");
    let again = add(&mut state, "http://127.0.0.1:1/a");
    assert_eq!((one.status, again.status, &one.body), (201, 200, &again.body));
    add(&mut state, "http://127.0.0.1:1/b");
    submitted(&mut state);
    let sent = due(&mut state);
    assert_eq!(sent.len(), 2, "each receiver once");
    let remove = |state: &mut State, id: &str| {
        ask(state, Ask::RemoveHook { id: id.into() }).map_err(|problem| problem.status)
    };
    assert_eq!(remove(&mut state, "webhook_2").map(|answer| answer.status), Ok(204));
    for id in ["webhook_2", "webhook_01", "webhook_+1", "1", ""] {
        assert_eq!(remove(&mut state, id), Err(404), "{id}");
    }
    let stored = state.store.messages().unwrap();
    assert!(stored.iter().all(|message| message.id.starts_with("1/")) && stored.len() == 1);
    tried(&mut state, &sent[1], false);
    assert_eq!(state.store.messages().unwrap().len(), 1, "what was on its way is forgotten");
    assert_eq!(add(&mut state, "http://127.0.0.1:1/b").body.text("id"), Some("webhook_3"));
}

/// The receivers of a file that was written before numbers were kept.
#[test]
fn files_of_old_are_read() {
    let state = state();
    state.store.add_hook("http://127.0.0.1:1/a", "s").unwrap();
    state.store.set_number("hooks", 0).unwrap();
    assert_eq!(state.store.add_hook("http://127.0.0.1:1/b", "s").unwrap().id, 2);
}

#[test]
fn an_upload_that_gave_way_is_gone() {
    let mut state = state();
    let upload = || Ask::Upload { kind: "image/png", bytes: vec![1] };
    let first = ask(&mut state, upload()).unwrap().body.text("id").unwrap().to_owned();
    assert_eq!(state.file(&first), Ok(("image/png".to_owned(), vec![1])));
    for _ in 0..100 {
        ask(&mut state, upload()).unwrap();
    }
    assert_eq!(state.file(&first).map_err(|problem| problem.status), Err(410));
}
