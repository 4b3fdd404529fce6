//! Wipes what panics would say: their words, the files they stand in, and the tables that tell file, line and column. Nothing reads
//! them once panics are traps, but data is never left out by an optimiser that cannot see who points at it. Zeros weigh nothing.

use std::ops::Range;

use anyhow::Context;
use wasmparser::{DataKind, DataSectionReader, Operator};

/// What the standard library says, so much of it that nobody else would say it.
const SAID: &[&str] = &[
    "to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive",
    "slice index starts at ",
    "range start index ",
    "range end index ",
    " out of range for slice of length ",
    "index out of bounds: the len is ",
    " but the index is ",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "destination and source slices have different lengths",
    "insertion index (is ",
    "removal index (is ",
    ") should be <= len (is ",
    ") should be < len (is ",
    "Once instance has previously been poisoned",
    "one-time initialization may not be performed recursively",
    "cannot access a Thread Local Storage value during or after destruction",
    "Tried to shrink to a larger capacity",
    "capacity overflow",
    "called `Option::unwrap()` on a `None` value",
    "range start and end are equal and excluded in BTreeMap",
    "range start is greater than range end in BTreeMap",
];
/// How the names of files begin, the standard library's and our own.
const FOLDERS: &[&str] = &["/rustc/", "src/"];
const SUFFIX: &[u8] = b".rs";

/// Wipes the words in a data section, which begins at a place of the module; where nothing else formats, what numbers are written by
/// as well.
pub(super) fn wipe(
    segments: &DataSectionReader<'_>,
    section: &mut [u8],
    begins: usize,
    formats: bool,
) -> anyhow::Result<()> {
    let pairs: String = (0..100)
        .flat_map(|pair| [pair / 10, pair % 10])
        .map(|digit| char::from(b'0' + digit))
        .collect();
    let pairs = (!formats).then_some(pairs.as_str());
    for segment in segments.clone() {
        let segment = segment?;
        let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            continue;
        };
        let address = u32::try_from(value).context("data below nothing")?;
        let end = segment.range.end - begins;
        let data = &mut section[end - segment.data.len()..end];
        let files = files(data);
        for at in locations(data, address, &files) {
            data[at..at + LOCATION].fill(0);
        }
        let said = SAID.iter().copied().chain(pairs);
        let said = said.flat_map(|words| all(data, words.as_bytes())).collect::<Vec<_>>();
        for range in files.into_iter().chain(said) {
            data[range].fill(0);
        }
    }
    Ok(())
}

/// Every place of some bytes.
fn all(data: &[u8], wanted: &[u8]) -> Vec<Range<usize>> {
    let starts = data.windows(wanted.len()).enumerate().filter(|(_, window)| *window == wanted);
    starts.map(|(at, _)| at..at + wanted.len()).collect()
}

/// The names of source files: their folder's, and letters up to the suffix.
fn files(data: &[u8]) -> Vec<Range<usize>> {
    let starts = FOLDERS.iter().flat_map(|folder| all(data, folder.as_bytes()));
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"/_-.".contains(byte);
    let named = starts.filter_map(|start| {
        let name = data[start.start..].iter().take_while(|byte| in_name(byte)).count();
        let suffix = all(&data[start.start..start.start + name], SUFFIX).into_iter().next()?;
        Some(start.start..start.start + suffix.end)
    });
    // A folder within a name that begins before it is no name of its own.
    let mut named: Vec<Range<usize>> = named.collect();
    named.sort_by_key(|range| range.start);
    named.dedup_by(|later, earlier| later.start < earlier.end);
    named
}

/// What a panic's place takes: where its file's name stands and how long it is, line, column.
const LOCATION: usize = 16;

/// The places of panics in one of the files.
fn locations(data: &[u8], address: u32, files: &[Range<usize>]) -> Vec<usize> {
    let names: Vec<(u32, u32)> = files
        .iter()
        .filter_map(|file| {
            Some((address + u32::try_from(file.start).ok()?, u32::try_from(file.len()).ok()?))
        })
        .collect();
    let word = |at: usize| {
        data.get(at..at + 4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
    };
    let aligned = (4 - address as usize % 4) % 4;
    let places = (aligned..data.len().saturating_sub(LOCATION - 1)).step_by(4);
    places.filter(|at| word(*at).zip(word(at + 4)).is_some_and(|it| names.contains(&it))).collect()
}

#[cfg(test)]
mod tests {
    use super::{all, files, locations};

    #[test]
    fn files_are_found_and_what_points_at_them() {
        let mut data =
            b"xx/rustc/0f/library/src/once.rssrc/mrz/mod.rs src/nothing src/a.rs".to_vec();
        let found = files(&data);
        let names: Vec<&[u8]> = found.iter().map(|range| &data[range.clone()]).collect();
        assert_eq!(
            names,
            [b"/rustc/0f/library/src/once.rs".as_slice(), b"src/mrz/mod.rs", b"src/a.rs"]
        );

        data.resize(data.len().next_multiple_of(4), 0);
        let at = data.len();
        for word in [1024 + 2, 29, 7, 9, 1024 + 2, 28, 7, 9_u32] {
            data.extend(word.to_le_bytes());
        }
        assert_eq!(locations(&data, 1024, &found), [at], "the second has another length");
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        assert_eq!(all(b"abcab", b"ab"), [0..2, 3..5]);
    }
}
