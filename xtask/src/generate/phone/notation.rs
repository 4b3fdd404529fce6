//! How the metadata writes a layout down: a pattern of groups of digits, and a template that names them.

use anyhow::{Context, bail, ensure};

/// A pattern of groups of digits, packed: from the lowest bits, for each of five groups its fewest digits (4 bits); which group
/// may have more (3 bits), and how many more (4 bits).
pub(super) fn groups(pattern: &str) -> anyhow::Result<(u32, std::ops::RangeInclusive<u32>)> {
    let mut packed = 0;
    let mut fewest = 0;
    let mut more = 0;
    for (at, group) in pattern.split_inclusive(')').enumerate() {
        let inner = group.strip_prefix("(\\d").and_then(|group| group.strip_suffix(')'));
        let inner = inner.with_context(|| format!("more than groups of digits: {pattern}"))?;
        let bounds =
            inner.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or("1");
        let (min, max) = bounds.split_once(',').unwrap_or((bounds, bounds));
        let (min, max): (u32, u32) = (min.parse()?, max.parse()?);
        ensure!(at < 5 && min < 16, "more than fits: {pattern}");
        packed |= min << (at * 4);
        fewest += min;
        if max > min {
            ensure!(more == 0, "two groups of no fixed length: {pattern}");
            more = max - min;
            packed |= (at as u32) << 20 | more << 23;
        }
    }
    Ok((packed, fewest..=fewest + more))
}

/// `\1` as `a`, `\2` as `b` …, so that digits in a layout are digits.
pub(super) fn letters(format: &str) -> anyhow::Result<String> {
    let mut out = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next().and_then(|c| c.to_digit(10)) {
                Some(group @ 1..=5) => out.push(char::from(b'a' + group as u8 - 1)),
                _ => bail!("no group: {format}"),
            },
            c if c.is_ascii_alphabetic() => bail!("letters in a layout: {format}"),
            c => out.push(c),
        }
    }
    Ok(out)
}
