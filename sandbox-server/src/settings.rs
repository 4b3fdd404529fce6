//! What the command line sets.

use std::path::PathBuf;

/// What the command line sets.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Where to listen.
    pub(crate) listen: String,
    /// The file to keep customers in; `None` for memory.
    pub(crate) file: Option<PathBuf>,
    /// The API key; else the stored one, else a new one.
    pub(crate) key: Option<String>,
    /// Milliseconds each answer is held back.
    pub(crate) latency: u64,
    /// How many requests of a hundred fail with 503.
    pub(crate) fail_rate: u64,
    /// Requests a minute, then 429; 0 for any number.
    pub(crate) rate_limit: u64,
    /// How long an access token lasts, in seconds; 0 for tokens that have expired when they come.
    pub(crate) token_seconds: i64,
    /// The demo as `cargo xtask demo` assembles it: what a `verificationLink` leads to.
    pub(crate) demo: Option<PathBuf>,
    /// Whether to log nothing.
    pub(crate) quiet: bool,
}

const USAGE: &str = "usage: kyc-sandbox [--listen ADDRESS] [--file PATH | --memory] [--key KEY] [--latency MS] \
[--fail-rate PERCENT] [--rate-limit PER_MINUTE] [--token-seconds SECONDS] [--demo FOLDER] [--quiet]";

impl Settings {
    /// Reads the command line.
    pub(crate) fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut settings = Self {
            listen: "127.0.0.1:8787".into(),
            file: Some("kyc-sandbox.db".into()),
            key: None,
            latency: 0,
            fail_rate: 0,
            rate_limit: 0,
            token_seconds: 900,
            demo: None,
            quiet: false,
        };
        while let Some(flag) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{flag} wants a value; {USAGE}"));
            match flag.as_str() {
                "--listen" => settings.listen = value()?,
                "--file" => settings.file = Some(value()?.into()),
                "--memory" => settings.file = None,
                "--key" => settings.key = Some(value()?),
                "--latency" => settings.latency = number(&value()?)?,
                "--fail-rate" => settings.fail_rate = number(&value()?)?,
                "--rate-limit" => settings.rate_limit = number(&value()?)?,
                "--token-seconds" => settings.token_seconds = number(&value()?)?,
                "--demo" => settings.demo = Some(pages(&value()?)?),
                "--quiet" => settings.quiet = true,
                _ => return Err(USAGE.into()),
            }
        }
        Ok(settings)
    }
}

fn pages(folder: &str) -> Result<PathBuf, String> {
    let found = PathBuf::from(folder).canonicalize().ok();
    let found = found.filter(|path| path.join("index.html").is_file());
    found.ok_or_else(|| {
        format!("{folder} holds no index.html; `cargo xtask demo --build` makes the demo")
    })
}

fn number<T: TryFrom<u32>>(text: &str) -> Result<T, String> {
    let number = text.parse().ok().and_then(|number: u32| T::try_from(number).ok());
    number.ok_or_else(|| format!("{text} is no whole number; {USAGE}"))
}
