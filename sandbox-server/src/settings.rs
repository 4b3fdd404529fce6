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
                "--file" => settings.file = Some(named(&value()?)?),
                "--memory" => settings.file = None,
                "--key" => settings.key = Some(key(value()?)?),
                "--latency" => settings.latency = number(&value()?)?,
                "--fail-rate" => settings.fail_rate = percent(&value()?)?,
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

/// A file's name; `SQLite` would take an empty one for a file that nobody finds again.
fn named(file: &str) -> Result<PathBuf, String> {
    if file.is_empty() { Err(format!("--file wants a name; {USAGE}")) } else { Ok(file.into()) }
}

/// A key that a header can carry: any other would be refused with every request.
fn key(key: String) -> Result<String, String> {
    let is_sendable = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic());
    is_sendable
        .then_some(key)
        .ok_or_else(|| format!("--key wants visible ASCII characters without spaces; {USAGE}"))
}

fn percent(text: &str) -> Result<u64, String> {
    let percent = number(text).ok().filter(|percent| *percent <= 100);
    percent.ok_or_else(|| format!("{text} is no percentage from 0 to 100; {USAGE}"))
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

#[cfg(test)]
mod tests {
    use super::Settings;

    fn read(args: &[&str]) -> Result<Settings, String> {
        Settings::read(args.iter().map(|arg| (*arg).to_owned()))
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for args in [
            ["--key", ""],
            ["--key", "two words"],
            ["--key", "cl\u{e9}"],
            ["--fail-rate", "101"],
            ["--fail-rate", "200"],
            ["--fail-rate", "-1"],
            ["--file", ""],
        ] {
            let said = read(&args).expect_err(args[0]);
            assert!(said.contains("usage: kyc-sandbox"), "{said}");
        }
        let settings = read(&["--key", "k1", "--fail-rate", "100", "--file", "a.db"]).unwrap();
        assert_eq!((settings.key.as_deref(), settings.fail_rate), (Some("k1"), 100));
    }
}
