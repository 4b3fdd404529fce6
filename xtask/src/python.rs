//! Python with packages of `PyPI`, in an environment of its own under `target`: for comparing with others' libraries.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, bail, ensure};

use crate::sh::sh;

/// The interpreter of the environment of that name, with these packages, which are installed where they are not yet.
pub(crate) fn with(root: &Path, name: &str, packages: &str) -> anyhow::Result<PathBuf> {
    let folder = root.join("target/python").join(name);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let installed = folder.join("packages.txt");
    if std::fs::read_to_string(&installed).is_ok_and(|before| before == packages) {
        return Ok(python);
    }
    sh("python3").words("-m venv").arg(&folder).run()?;
    sh(&python)
        .words("-m pip install --quiet --disable-pip-version-check")
        .words(packages)
        .run()?;
    std::fs::write(&installed, packages)?;
    Ok(python)
}

/// Hears what a script says of every line: a line of its own each, in their order.
pub(crate) fn ask(
    python: &Path,
    script: &Path,
    lines: &[String],
    mut hear: impl FnMut(&str, &str),
) -> anyhow::Result<()> {
    let mut child = sh(python)
        .arg(script)
        .env("PYTHONUTF8", "1")
        .into_command()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("python")?;
    let mut input = child.stdin.take().context("its input")?;
    let text = lines.join("\n") + "\n";
    // It answers as it reads: write from another thread, or both may wait for each other.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let mut answers = BufReader::new(child.stdout.take().context("its output")?).lines();
    for line in lines {
        hear(line, &answers.next().context("python stopped answering")??);
    }
    ensure!(answers.next().is_none(), "python says more than it was asked");
    if let Err(error) = writer.join().map_err(|_| anyhow::anyhow!("the writer panicked"))? {
        bail!("python stopped reading: {error}");
    }
    ensure!(child.wait()?.success(), "python failed");
    Ok(())
}

/// What a script says of every line, all at once.
pub(crate) fn answers(
    python: &Path,
    script: &Path,
    lines: &[String],
) -> anyhow::Result<Vec<String>> {
    let mut answers = Vec::with_capacity(lines.len());
    ask(python, script, lines, |_, answer| answers.push(answer.to_owned()))?;
    Ok(answers)
}
