//! `cargo xtask TASK`: the project's own tasks. Each task is a module of its own.
#![expect(
    clippy::format_push_string,
    reason = "generators write text; an allocation more does not matter"
)]

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

extern crate alloc;

mod adapters;
mod api;
mod bench;
mod contract;
mod demo;
mod differential;
mod fuzz;
mod generate;
mod inline;
mod load;
mod matrix;
mod mutants;
mod pack;
mod payloads;
mod proof;
mod python;
mod serve;
mod sh;
mod sizes;
mod supply;
mod test;
mod toolchain;
mod vectors;
mod wasm;

/// Runs a task: the root of the project, the arguments behind the task's name.
type Run = fn(root: &Path, args: &[String]) -> anyhow::Result<()>;

/// Every task: name, arguments, what it does.
const TASKS: &[(&str, &str, &str, Run)] = &[
    ("toolchain", "[--browser]", "set up what the other tasks need, once", toolchain::run),
    ("test", "[--only NAME | --list]", "all that must hold before a change lands", test::run),
    (
        "adapters",
        "",
        "the packed package in the form libraries and routers it is made for",
        adapters::run,
    ),
    (
        "contract",
        "[--examples N] [--guide FILE]",
        "hold the sandbox server to its OpenAPI and to the guide's code",
        contract::run,
    ),
    ("load", "", "requests a second of the sandbox server, by wrk", load::run),
    ("payloads", "N", "print N generated payloads, a line each", payloads::run),
    (
        "demo",
        "[--build] [--reuse] [--port N]",
        "pack, judge the guide's sample, serve the demo",
        demo::run,
    ),
    (
        "matrix",
        "[--core] [NAME…]",
        "the packed package in every runtime and bundler; writes docs/environments.md",
        matrix::run,
    ),
    ("screenshots", "[FOLDER]", "pictures of every view of the demo", demo::screenshots),
    (
        "bench",
        "[--write | rivals]",
        "bytes and first call of each entry of the npm package; the rivals",
        bench::run,
    ),
    ("serve", "[FOLDER] [--port N]", "serve a folder under the demo's policy", serve::run),
    ("panics", "", "the panics that the built modules can reach", wasm::reach::run),
    ("wasm", "[NAME]", "build the wasm modules and print their sizes", wasm::run),
    ("pack", "[--reuse]", "assemble the npm package in dist/npm", pack::run),
    (
        "differential",
        "NAME [ARG…]",
        "judge generated values beside others' libraries",
        differential::run,
    ),
    (
        "fuzz",
        "[NAME… | all] [--runs N] [--seconds N]",
        "fuzz targets; long runs go to the ledger",
        fuzz::run,
    ),
    (
        "mutants",
        "[--sample N] [--seed N] [--only TEXT] [--again FILE]",
        "change the core one thing at a time, and see whether the tests notice",
        mutants::run,
    ),
    ("proof", "[NAME…]", "what is too long for every change; writes docs/proof.md", proof::run),
    ("api", "[--write]", "what the crate offers, beside what it last did", api::run),
    ("supply", "", "what is built on, and what would be sent out", supply::run),
    ("gen", "[NAME [ARG…] | --check]", "make the generated files from data/", generate::run),
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.split_first() {
        None => {
            print!("{}", usage());
            Ok(())
        }
        Some((name, rest)) => match TASKS.iter().find(|(task, ..)| task == name) {
            Some((_, _, _, run)) => run(&root(), rest),
            None => Err(anyhow::anyhow!("no task {name}\n{}", usage())),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not the Debug form: a backtrace of the task helps nobody.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the project: the folder above this crate's, which cargo names when it runs us.
fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn usage() -> String {
    let line = |(name, args, what, _): &(&str, &str, &str, Run)| {
        format!("  {:<38} {what}\n", format!("{name} {args}"))
    };
    format!("usage: cargo xtask TASK\n{}", TASKS.iter().map(line).collect::<String>())
}
