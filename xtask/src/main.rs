//! `cargo xtask TASK`: the project's own tasks. Each task is a module of its own.
#![expect(
    clippy::format_push_string,
    reason = "generators write text; an allocation more does not matter"
)]

use std::path::{Path, PathBuf};

extern crate alloc;

mod generate;
mod pack;
mod sh;
mod sizes;
mod test;
mod toolchain;
mod vectors;
mod wasm;

/// Runs a task: the root of the project, the arguments behind the task's name.
type Run = fn(root: &Path, args: &[String]) -> anyhow::Result<()>;

/// Every task: name, arguments, what it does.
const TASKS: &[(&str, &str, &str, Run)] = &[
    (
        "toolchain",
        "[--browser] [--debian]",
        "set up what the other tasks need, once",
        toolchain::run,
    ),
    ("test", "[--only NAME | --list]", "all that must hold before a change lands", test::run),
    ("wasm", "", "build the wasm modules and print their sizes", wasm::run),
    ("pack", "", "assemble the npm package in dist/npm", pack::run),
    ("gen", "[NAME [ARG…] | --check]", "make the generated files from data/", generate::run),
];

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = args.split_first() else {
        print!("{}", usage());
        return Ok(());
    };
    match TASKS.iter().find(|(task, ..)| task == name) {
        Some((_, _, _, run)) => run(&root(), rest),
        None => anyhow::bail!("no task {name}\n{}", usage()),
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
