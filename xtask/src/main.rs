//! `cargo xtask TASK`: the project's own tasks. Each task is a module of its own.

use std::path::Path;

extern crate alloc;

mod generate;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    match args.split_first() {
        Some((task, rest)) if task == "gen" => generate::run(root, rest),
        _ => anyhow::bail!("usage: cargo xtask gen [NAME | --check]"),
    }
}
