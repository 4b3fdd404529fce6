//! What the rules promise in general, beside the single cases of the vectors: laws, whole domains, hostile input.

mod canaries;
#[cfg(feature = "cli")]
#[path = "../shared/command.rs"]
mod command;
mod documents;
mod exhaustive;
mod exhaustive_dates;
mod json_suite;
mod laws;
mod lifecycle;
mod numbers;
mod outputs;
mod patches;
mod rewritten;
mod rules;
mod sandbox;
#[cfg(feature = "serde_json")]
mod sources;
mod suites;
