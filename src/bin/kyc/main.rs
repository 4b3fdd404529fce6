//! `kyc`: the KYC rules on the command line.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod check;
mod identifier;
mod image;
mod input;
mod list;
mod phone;
mod schemes;
mod stream;
mod table;
mod value;

/// Judge KYC data by the rules of the KYC integration guide.
#[derive(Parser)]
#[command(name = "kyc", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Judge payloads: a kycData object, or {"kycData": …}
    Check(check::Args),
    /// Judge single values, a JSON line each
    Value(value::Args),
    /// Judge files of documents: JPG, PNG, PDF
    Image(image::Args),
    /// Tell what a phone number is
    Phone(phone::Args),
    /// List the schemes of national identifiers
    Schemes(schemes::Args),
    /// List the fields of the payload
    Fields(list::Args),
    /// List every code an issue can have
    Codes(list::Args),
}

/// Nothing to complain about.
const FINE: u8 = 0;
/// Judged, and incomplete or invalid.
const NOT_READY: u8 = 1;
/// Not judged: the input or the arguments are of no use.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Value(args) => value::run(&args),
        Command::Image(args) => image::run(&args),
        Command::Phone(args) => phone::run(&args),
        Command::Schemes(args) => schemes::run(&args),
        Command::Fields(args) => list::fields(&args),
        Command::Codes(args) => list::codes(&args),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        // Whoever reads the output has seen enough: `kyc … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::from(FINE),
        Err(error) => {
            anstream::eprintln!("kyc: {error:#}");
            ExitCode::from(UNUSABLE)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}
