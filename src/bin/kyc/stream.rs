//! Lines in, lines out: in order, on all cores, in constant memory.

use std::{
    io::{self, BufRead, IsTerminal, Write},
    time::{Duration, Instant},
};

/// Lines that are judged in one go; memory stays at about this much times two.
const BATCH: usize = 4 << 20;

/// What was done.
pub(crate) struct Done {
    /// How many lines were answered.
    pub(crate) lines: u64,
    /// How long that took.
    pub(crate) took: Duration,
}

impl Done {
    /// Lines a second.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rate for people"
    )]
    pub(crate) fn rate(&self) -> u64 {
        (self.lines as f64 / self.took.as_secs_f64().max(1e-9)) as u64
    }
}

/// Answers each line that is not blank. A line longer than `limit` is cut one byte behind it, so that the answer can say so.
pub(crate) fn answer<S: Send + Default>(
    input: &mut dyn BufRead,
    limit: usize,
    answer: impl Fn(&[u8], &mut Vec<u8>, &mut S) + Sync,
    mut fold: impl FnMut(S),
) -> anyhow::Result<Done> {
    let start = Instant::now();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut out = io::stdout().lock();
    let mut progress = Progress::new();
    let mut lines = 0_u64;
    let mut batch = Batch::default();
    loop {
        batch.fill(input, limit)?;
        if batch.ends.is_empty() {
            break;
        }
        let share = batch.ends.len().div_ceil(cores);
        let answers: Vec<(Vec<u8>, S)> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..batch.ends.len())
                .step_by(share)
                .map(|from| {
                    let (batch, answer) = (&batch, &answer);
                    scope.spawn(move || {
                        let (mut out, mut state) = (Vec::new(), S::default());
                        for line in batch.lines(from, share) {
                            answer(line, &mut out, &mut state);
                            out.push(b'\n');
                        }
                        (out, state)
                    })
                })
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().map_err(|_| anyhow::anyhow!("a worker thread failed")))
                .collect::<anyhow::Result<_>>()
        })?;
        for (bytes, state) in answers {
            out.write_all(&bytes)?;
            fold(state);
        }
        lines += batch.ends.len() as u64;
        progress.show(lines, start);
    }
    out.flush()?;
    progress.clear();
    Ok(Done { lines, took: start.elapsed() })
}

#[derive(Default)]
struct Batch {
    text: Vec<u8>,
    /// Where each line ends in `text`.
    ends: Vec<usize>,
}

impl Batch {
    fn fill(&mut self, input: &mut dyn BufRead, limit: usize) -> io::Result<()> {
        self.text.clear();
        self.ends.clear();
        while self.text.len() < BATCH {
            let start = self.text.len();
            if !read_line(input, &mut self.text, limit)? {
                break;
            }
            if self.text[start..].iter().all(u8::is_ascii_whitespace) {
                self.text.truncate(start);
            } else {
                self.ends.push(self.text.len());
            }
        }
        Ok(())
    }

    fn lines(&self, from: usize, count: usize) -> impl Iterator<Item = &[u8]> {
        let before = from.checked_sub(1).map_or(0, |last| self.ends[last]);
        let ends = self.ends.iter().skip(from).take(count);
        ends.scan(before, |start, end| {
            let line = &self.text[*start..*end];
            *start = *end;
            Some(line)
        })
    }
}

/// Reads a line without its end; `false` at the end of the input. What goes past `limit` by more than a few bytes is thrown away.
fn read_line(input: &mut dyn BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<bool> {
    let start = line.len();
    let mut any = false;
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let part = &chunk[..end.unwrap_or(chunk.len())];
        let room = (limit + 4).saturating_sub(line.len() - start);
        line.extend_from_slice(&part[..part.len().min(room)]);
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// A line on a terminal that says how far things are.
struct Progress {
    wanted: bool,
    shown: Instant,
}

impl Progress {
    fn new() -> Self {
        Self {
            wanted: io::stderr().is_terminal() && !io::stdout().is_terminal(),
            shown: Instant::now(),
        }
    }

    fn show(&mut self, lines: u64, start: Instant) {
        if self.wanted && self.shown.elapsed() > Duration::from_millis(200) {
            let rate = Done { lines, took: start.elapsed() }.rate();
            anstream::eprint!("\r{lines} lines, {rate} a second\x1b[K");
            self.shown = Instant::now();
        }
    }

    fn clear(&self) {
        if self.wanted {
            anstream::eprint!("\r\x1b[K");
        }
    }
}
