//! The table of sizes and first calls, for the terminal and the README.

use std::{fmt::Write, fs, path::Path};

use anyhow::Context;

use super::{RUNS, Row};

const START: &str = "<!-- bench: made by `cargo xtask bench --write` -->\n";
const END: &str = "<!-- /bench -->";

/// The table, in Markdown that is read as it stands too.
pub(super) fn table(rows: &[Row], node: &str) -> String {
    let mut text = String::from(
        "| entry | raw | gzip | brotli | budget | first call |\n|---|---:|---:|---:|---:|---:|\n",
    );
    for Row { import, sizes, budget, least, median } in rows {
        let (raw, gzip, brotli) = (grouped(sizes.raw), grouped(sizes.gzip), grouped(sizes.brotli));
        let over = if sizes.brotli > *budget { " (over)" } else { "" };
        let _ = writeln!(
            text,
            "| `{import}` | {raw} | {gzip} | {brotli} | {}{over} | {median:.1} ms ({least:.1}) |",
            grouped(*budget)
        );
    }
    let _ = writeln!(
        text,
        "\nBytes of the whole entry as a form ships it: bundled and minified by esbuild, wasm and English words included; gzip -9, brotli 11, \
         and the budget for brotli. First call: import and first answer in a fresh Node {node}, beyond Node's own start: median \
         of {RUNS} processes (least)."
    );
    text
}

/// Puts the table between its markers.
pub(super) fn write(file: &Path, table: &str) -> anyhow::Result<()> {
    let text = fs::read_to_string(file).context("cannot read README.md")?;
    let new = between(&text, table).context("README.md has no place for the bench table")?;
    if new != text {
        fs::write(file, new)?;
        println!("wrote README.md");
    }
    Ok(())
}

fn between(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{START}\n{table}\n{END}{after}"))
}

/// A number with its thousands parted: `12,345`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{END, START, between, grouped};

    #[test]
    fn thousands_are_parted() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn the_table_takes_the_place_of_the_old_one() {
        let old = format!("a\n{START}old\n{END}\nb\n");
        let new = between(&old, "new\n").unwrap();
        assert_eq!(new, format!("a\n{START}\nnew\n\n{END}\nb\n"));
        assert_eq!(between(&new, "new\n").unwrap(), new, "twice is once");
        assert_eq!(between("a", "new"), None);
    }
}
