//! From what people paste and cameras read to the characters of a zone: `A` to `Z`, `0` to `9` and the filler `<`.
//!
//! Mended silently, since it changes no meaning: spaces, line breaks, lower case, full-width characters, the angle quotes and
//! brackets by which text recognition reads fillers, `&lt;`, and fillers too few or too many at the end of a line that only
//! fillers can end.

use alloc::vec::Vec;

use crate::scan::pieces;

use super::{
    MrzFault,
    layout::{self, CELLS, Layout},
};

/// No zone needs more characters, however spaced.
const MOST: usize = 512;
/// The most lines of a zone.
const LINES: usize = 3;

/// The characters of a zone and its layout. Lines may come one by one, or several in one text.
pub(super) fn tidy(lines: &[&str]) -> Result<([u8; CELLS], &'static Layout), MrzFault> {
    // Text recognition reads `<<` as one `«`, or every `<` as `«`: whichever fits.
    shape(&characters(lines, 2)?).or_else(|fault| shape(&characters(lines, 1)?).map_err(|_| fault))
}

/// The characters line by line, without blank lines. `fillers` is how many a double angle quote stands for.
fn characters(lines: &[&str], fillers: usize) -> Result<Vec<Vec<u8>>, MrzFault> {
    if lines.iter().map(|line| line.len()).fold(0, usize::saturating_add) > MOST {
        return Err(MrzFault::Shape);
    }
    let mut read: Vec<Vec<u8>> = Vec::with_capacity(LINES);
    for line in lines.iter().flat_map(|line| pieces(line, is_end)) {
        let mut cells = Vec::new();
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let entity = rest.strip_prefix("&lt;");
            let mut after = rest.chars();
            after.next();
            rest = entity.unwrap_or(after.as_str());
            match c {
                '&' if entity.is_some() => cells.push(b'<'),
                '«' | '《' | '≪' => cells.extend([b'<'].iter().cycle().take(fillers)),
                c if crate::text::is_blank_char(c) => {}
                c => {
                    let line = u8::try_from(read.len()).unwrap_or(u8::MAX).saturating_add(1);
                    cells.push(character(c).ok_or(MrzFault::Character { line })?);
                }
            }
        }
        if !cells.is_empty() {
            read.push(cells);
        }
    }
    Ok(read)
}

/// Whether a line ends here.
const fn is_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}')
}

/// The character of a zone that one read stands for.
fn character(c: char) -> Option<u8> {
    let c = match u32::from(c) {
        // Full-width forms are ASCII moved up.
        full @ 0xff01..=0xff5e => char::from_u32(full.checked_sub(0xfee0)?)?,
        _ => c,
    };
    Some(match c {
        'A'..='Z' | 'a'..='z' | '0'..='9' => u8::try_from(c).ok()?.to_ascii_uppercase(),
        '<' | '‹' | '〈' | '⟨' | '˂' | '❮' | '(' | '[' | '{' => b'<',
        _ => return None,
    })
}

/// Fits lines into a layout: as printed, or all in one line.
fn shape(lines: &[Vec<u8>]) -> Result<([u8; CELLS], &'static Layout), MrzFault> {
    let whole = match lines {
        // Longer than any line of a zone: broken by a mail program, if at all.
        [first, ..] if first.len() > 60 => lines.concat(),
        [first, second] if matches!(second.len(), 36 | 44) => {
            [line(first, second.len(), 1)?, second.clone()].concat()
        }
        [first, second, third] if second.len() == 30 => {
            [line(first, 30, 1)?, second.clone(), line(third, 30, 3)?].concat()
        }
        [_, _] | [_, _, _] => return Err(MrzFault::Length { line: 2 }),
        _ => return Err(MrzFault::Shape),
    };
    let layout = layout::of(&whole).ok_or(MrzFault::Shape)?;
    let mut cells = [b'<'; CELLS];
    for (cell, read) in cells.iter_mut().zip(whole) {
        *cell = read;
    }
    Ok((cells, layout))
}

/// A line that only names or optional data end, with as many fillers behind them as its width wants.
fn line(read: &[u8], width: usize, number: u8) -> Result<Vec<u8>, MrzFault> {
    let text = read.iter().rposition(|&cell| cell != b'<').map_or(0, |last| last.saturating_add(1));
    // Document code, issuer and a first character of what follows, or of a name.
    let least = if number == 1 { 6 } else { 1 };
    if read.len() != width && !(least..=width).contains(&text) {
        return Err(MrzFault::Length { line: number });
    }
    let mut line = read.to_vec();
    line.resize(width, b'<');
    Ok(line)
}
