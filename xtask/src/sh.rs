//! Running other programs: each command is printed before it runs, and one that fails says which it was.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, bail};

/// A command about to run.
#[derive(Debug)]
pub(crate) struct Sh {
    command: Command,
    line: String,
    path: Vec<PathBuf>,
    dry: bool,
}

/// A command by its program's name, without arguments yet.
pub(crate) fn sh(program: impl AsRef<OsStr>) -> Sh {
    let program = program.as_ref();
    let name = Path::new(program).file_name().unwrap_or(program);
    Sh {
        command: Command::new(program),
        line: name.to_string_lossy().into_owned(),
        path: Vec::new(),
        dry: false,
    }
}

impl Sh {
    /// Adds an argument.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.line.push(' ');
        self.line.push_str(&arg.as_ref().to_string_lossy());
        self.command.arg(arg);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<A: AsRef<OsStr>>(self, args: impl IntoIterator<Item = A>) -> Self {
        args.into_iter().fold(self, Self::arg)
    }

    /// Adds the words of a text as arguments: `words("build --release")`.
    pub(crate) fn words(self, words: &str) -> Self {
        self.args(words.split_whitespace())
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes an environment variable away.
    pub(crate) fn env_remove(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs in this folder.
    pub(crate) fn dir(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Looks for programs in this folder before the usual ones; the folder of the last call comes first.
    pub(crate) fn path(mut self, folder: impl Into<PathBuf>) -> Self {
        self.path.insert(0, folder.into());
        self
    }

    /// Does not print the command.
    pub(crate) fn silent(mut self) -> Self {
        self.dry = true;
        self
    }

    /// Runs it with our own output; fails if it does.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let line = self.line.clone();
        let status = self.status()?;
        if status.success() { Ok(()) } else { bail!("`{line}` failed: {status}") }
    }

    /// Runs it with our own output; how it ended.
    pub(crate) fn status(mut self) -> anyhow::Result<ExitStatus> {
        self.ready();
        self.command.status().with_context(|| format!("cannot run `{}`", self.line))
    }

    /// Runs it silently and returns what it printed, without the last line's end.
    pub(crate) fn read(mut self) -> anyhow::Result<String> {
        self.dry = true;
        self.ready();
        let output = self
            .command
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("cannot run `{}`", self.line))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("`{}` failed: {}\n{}", self.line, output.status, said.trim_end());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }

    /// Whether it can be run and ends well; prints nothing.
    pub(crate) fn works(mut self) -> bool {
        self.dry = true;
        self.ready();
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// The command as it will run, for callers that need its pipes.
    pub(crate) fn into_command(mut self) -> Command {
        self.ready();
        self.command
    }

    /// Settles `PATH` and prints the line.
    fn ready(&mut self) {
        if !self.path.is_empty() {
            let mut folders = std::mem::take(&mut self.path);
            if let Some(usual) = std::env::var_os("PATH") {
                folders.extend(std::env::split_paths(&usual));
            }
            if let Ok(path) = std::env::join_paths(folders) {
                self.command.env("PATH", path);
            }
        }
        if !self.dry {
            eprintln!("$ {}", self.line);
        }
    }
}

/// Runs two commands, the first's output being the second's input.
pub(crate) fn pipe(from: Sh, to: Sh) -> anyhow::Result<()> {
    let line = format!("{} | {}", from.line, to.line);
    let run = || -> anyhow::Result<bool> {
        let mut first = from.silent().into_command().stdout(Stdio::piped()).spawn()?;
        let out = first.stdout.take().context("no output")?;
        let second = to.silent().into_command().stdin(out).status()?;
        Ok(first.wait()?.success() && second.success())
    };
    eprintln!("$ {line}");
    if run().with_context(|| format!("cannot run `{line}`"))? {
        Ok(())
    } else {
        bail!("`{line}` failed")
    }
}

/// The full path of a program on `PATH`.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    let usual = std::env::var_os("PATH")?;
    std::env::split_paths(&usual).map(|folder| folder.join(program)).find(|path| path.is_file())
}
