//! Writes the tables of schemes into bytes, at compile time. What the bytes mean stands with the [`engine`](super::engine) that
//! reads them.
#![expect(
    clippy::cast_sign_loss,
    clippy::cast_possible_truncation,
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only run to compile the tables: what goes wrong here does not compile"
)]

use checks::write_checks;

use super::{buffer::Buffer, format, words::Row};

mod checks;

/// Room for what the engine reads: less than what a start can say.
const ROOM: usize = 1 << 15;
/// Room for what people read; with the texts for the docs, for more.
const TEXTS_ROOM: usize = if cfg!(feature = "docs") { 1 << 17 } else { 1 << 15 };

/// Bytes, and where each group of them begins.
#[derive(Debug)]
pub(crate) struct Packed<const GROUPS: usize> {
    pub(crate) bytes: Buffer<ROOM>,
    pub(crate) starts: [u16; GROUPS],
}

/// The rules of each country's schemes behind its code.
pub(crate) const fn countries<const GROUPS: usize>(tables: &[&[Row]; GROUPS]) -> Packed<GROUPS> {
    let mut packed = Packed { bytes: Buffer::new(), starts: [0; GROUPS] };
    let mut at = 0;
    while at < GROUPS {
        packed.starts[at] = packed.bytes.len as u16;
        let mut rows = tables[at];
        let [first, _, ..] = rows[0].name.as_bytes() else { panic!("a scheme without a name") };
        packed.bytes.push(*first);
        packed.bytes.push(rows[0].name.as_bytes()[1]);
        while let [row, rest @ ..] = rows {
            let start = packed.bytes.len;
            write_row(row, &mut packed.bytes);
            packed.bytes.close(start);
            rows = rest;
        }
        at += 1;
    }
    packed
}

/// Names, labels and examples: in bytes of their own, so that who judges numbers only need not carry them. A part a country, in it
/// a part a scheme.
pub(crate) const fn texts<const GROUPS: usize>(tables: &[&[Row]; GROUPS]) -> Buffer<TEXTS_ROOM> {
    let mut texts = Buffer::new();
    let mut at = 0;
    while at < GROUPS {
        let group = texts.len;
        let mut rows = tables[at];
        while let [row, rest @ ..] = rows {
            let start = texts.len;
            write_texts(row, &mut texts);
            texts.close(start);
            rows = rest;
        }
        texts.close(group);
        at += 1;
    }
    texts
}

/// Formats, each behind the two letters of its country or state.
pub(crate) const fn formats<const GROUPS: usize>(
    table: &[([u8; 2], &str); GROUPS],
) -> Packed<GROUPS> {
    let mut packed = Packed { bytes: Buffer::new(), starts: [0; GROUPS] };
    let mut at = 0;
    while at < GROUPS {
        packed.starts[at] = packed.bytes.len as u16;
        packed.bytes.push_all(&table[at].0);
        packed.bytes.push(format::separators(table[at].1));
        format::compile(table[at].1, &mut packed.bytes);
        at += 1;
    }
    packed
}

const fn write_row<const N: usize>(row: &Row, to: &mut Buffer<N>) {
    to.push(row.holder as u8 | row.flags);
    to.push(row.separators);
    to.push_text(row.prefixes);
    let start = to.len;
    format::compile(row.format, to);
    to.close(start);
    write_checks(row.checks, to);
}

const fn write_texts<const N: usize>(row: &Row, to: &mut Buffer<N>) {
    to.push_text(row.name);
    to.push_text(row.label);
    to.push_text(row.example);
    #[cfg(feature = "docs")]
    {
        to.push_text(row.title);
        to.push_text(row.issuer);
        to.push_text(row.source);
        to.push_text(row.format);
    }
}

/// Checks as the engine reads them.
#[cfg(all(test, feature = "docs"))]
pub(crate) fn packed_checks(checks: &[super::words::Check]) -> alloc::vec::Vec<u8> {
    let mut packed = Buffer::<1024>::new();
    write_checks(checks, &mut packed);
    packed.written().to_vec()
}

#[cfg(test)]
mod tests;
