//! How numbers are laid out, apart from the world's machine and optional: a machine of leading digits, whose answers are lists of
//! layouts in libphonenumber's order of preference, and the layouts.

use std::fmt::Write;

use anyhow::{Context, ensure};

use super::{
    super::File,
    automaton::Automaton,
    metadata::{Layout, Metadata, Region},
    notation::{groups, letters},
    pattern::{Pattern, Step},
    say_size,
    tables::{Strings, array, hex},
};

/// What layouts are made of, each thing once.
#[derive(Default)]
pub(super) struct Parts {
    /// Group lengths, packed.
    groups: Vec<u32>,
    /// A template, and what the national prefix makes of its first group.
    shapes: Vec<(String, String)>,
    /// The layouts of all main regions.
    layouts: Vec<Packed>,
    /// How many each main region has.
    counts: Vec<u8>,
    /// Lists of layouts, by their places among those of a region.
    lists: Vec<Vec<u8>>,
}

/// A layout: the places of its group lengths and of its shape, and how it is written abroad: [`ALIKE`], [`NEVER`], or the place of
/// its shape there behind these.
struct Packed {
    groups: u8,
    shape: u8,
    abroad: u8,
}

/// Written abroad as it is at home, the prefix left off.
const ALIKE: u8 = 0;
/// Not written abroad.
const NEVER: u8 = 1;

/// The place of a thing that is kept once.
fn place<T: PartialEq>(things: &mut Vec<T>, thing: T) -> usize {
    things.iter().position(|known| *known == thing).unwrap_or_else(|| {
        things.push(thing);
        things.len() - 1
    })
}

/// One layout of a region on its way into the tables.
struct Row {
    leading: Option<Pattern>,
    /// The numbers of digits it takes.
    lengths: std::ops::RangeInclusive<u32>,
    /// Whether numbers are written so abroad.
    abroad: bool,
}

/// The machines' roots, by calling code, and the parts.
pub(super) fn build(
    metadata: &Metadata,
    automaton: &mut Automaton,
) -> anyhow::Result<(Vec<u32>, Parts)> {
    let mut parts = Parts::default();
    let roots = metadata.codes.iter().map(|(code, names)| {
        machine(metadata.region(*code, &names[0]), &mut parts, automaton)
            .with_context(|| format!("layouts of {}", names[0]))
    });
    let roots = roots.collect::<anyhow::Result<Vec<_>>>()?;
    let ranked = automaton.rank(&roots);
    parts.lists = ranked.iter().map(|list| parts.lists[usize::from(*list) - 1].clone()).collect();
    Ok((roots, parts))
}

/// Makes the files and says how big they are.
pub(super) fn files(
    metadata: &Metadata,
    parts: &Parts,
    strings: &Strings,
) -> anyhow::Result<Vec<File>> {
    let text = text(metadata, parts, strings)?;
    let layouts = |pick: fn(&Packed) -> u8| parts.layouts.iter().map(pick).collect::<Vec<_>>();
    let tables = [
        parts.groups.iter().flat_map(|groups| groups.to_le_bytes()).collect(),
        parts.counts.clone(),
        layouts(|it| it.groups),
        layouts(|it| it.shape),
        layouts(|it| it.abroad),
        parts.lists.concat(),
    ];
    say_size(
        &format!("{} layouts, {} lists", parts.layouts.len(), parts.lists.len()),
        &tables.concat(),
    )?;
    Ok(vec![
        File { path: "src/tables/phone_formats.rs".into(), bytes: text.into_bytes() },
        File { path: "src/tables/phone_formats.bin".into(), bytes: strings.bytes() },
    ])
}

/// The machine of a region's layouts: its answer is the list of those whose leading digits were seen or may yet be.
fn machine(region: &Region, parts: &mut Parts, automaton: &mut Automaton) -> anyhow::Result<u32> {
    let layouts = &region.formats;
    ensure!(layouts.len() <= 64, "more layouts than a set of 64 bits holds");
    parts.counts.push(layouts.len() as u8);
    // Abroad, some of the layouts count, in the same order.
    let mut abroad = region.intl.iter().peekable();
    let mut rows = Vec::new();
    for layout in layouts {
        let there = abroad.next_if(|it| it.p == layout.p && it.ld.last() == layout.ld.last());
        let there = if region.intl.is_empty() { Some(layout) } else { there };
        rows.push(row(layout, there, parts)?);
    }
    ensure!(abroad.next().is_none(), "a layout for abroad alone");
    let start: Vec<Progress> = rows
        .iter()
        .map(|row| match &row.leading {
            Some(pattern) => Progress::Open(pattern.start()),
            None => Progress::Seen,
        })
        .collect();
    let parts = std::cell::RefCell::new(parts);
    let state = automaton.build(
        (prune(start, &rows), 0_u8),
        &|(progress, depth): &(Vec<Progress>, u8), digit| {
            let open = progress.iter().any(|progress| matches!(progress, Progress::Open(_)));
            open.then(|| (prune(advance(progress, &rows, digit, depth + 1), &rows), depth + 1))
        },
        &|(progress, _)| {
            if progress.iter().any(|progress| matches!(progress, Progress::Open(_))) {
                return 0;
            }
            let list = (0_u8..).zip(progress).filter(|(_, progress)| **progress == Progress::Seen);
            place(&mut parts.borrow_mut().lists, list.map(|(at, _)| at).collect()) as u16 + 1
        },
    );
    Ok(state)
}

/// How far a layout's leading digits were seen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Progress {
    Open(Step),
    Seen,
    Out,
}

fn advance(progress: &[Progress], rows: &[Row], digit: usize, depth: u8) -> Vec<Progress> {
    let one = |(progress, row): (&Progress, &Row)| match (progress, &row.leading) {
        (Progress::Open(step), Some(pattern)) => {
            let mut next = pattern.step_of_any(step, digit, depth);
            next.waiting.iter_mut().for_each(super::pattern::Thread::forget);
            next.waiting.sort_unstable();
            if next.matched.is_some() {
                Progress::Seen
            } else if next.waiting.is_empty() {
                Progress::Out
            } else {
                Progress::Open(next)
            }
        }
        (other, _) => other.clone(),
    };
    progress.iter().zip(rows).map(one).collect()
}

/// Drops layouts that are never chosen, at home or abroad, as one that was seen before takes all their lengths.
fn prune(mut progress: Vec<Progress>, rows: &[Row]) -> Vec<Progress> {
    for (at, row) in rows.iter().enumerate() {
        let takes = |(before, progress): &(&Row, &Progress)| {
            **progress == Progress::Seen
                && before.lengths.contains(row.lengths.start())
                && before.lengths.contains(row.lengths.end())
        };
        let mut earlier = rows.iter().zip(&progress).take(at).filter(takes).peekable();
        if earlier.peek().is_some() && (!row.abroad || earlier.any(|(before, _)| before.abroad)) {
            progress[at] = Progress::Out;
        }
    }
    progress
}

fn row(layout: &Layout, abroad: Option<&Layout>, parts: &mut Parts) -> anyhow::Result<Row> {
    let (groups, lengths) = groups(&layout.p)?;
    let template = letters(&layout.f)?;
    let prefix = layout.np.as_deref().map(letters).transpose()?.unwrap_or_default();
    ensure!(prefix.is_empty() || prefix.contains('a'), "a prefix without its group: {prefix}");
    let written = match abroad {
        None => NEVER,
        Some(abroad) if abroad.f == layout.f => ALIKE,
        Some(abroad) => {
            let shape = (letters(&abroad.f)?, String::new());
            u8::try_from(place(&mut parts.shapes, shape))? + NEVER + 1
        }
    };
    let groups = u8::try_from(place(&mut parts.groups, groups))?;
    let shape = u8::try_from(place(&mut parts.shapes, (template, prefix)))?;
    parts.layouts.push(Packed { groups, shape, abroad: written });
    let leading = layout.ld.last().map(|leading| Pattern::new(leading)).transpose()?;
    Ok(Row { leading, lengths, abroad: abroad.is_some() })
}

fn text(metadata: &Metadata, parts: &Parts, strings: &Strings) -> anyhow::Result<String> {
    let mut out = String::new();
    writeln!(out, "// @generated by: cargo xtask gen phone")?;
    writeln!(out, "//! How phone numbers are laid out: libphonenumber {}.", metadata.version)?;
    writeln!(out)?;
    strings.table(&mut out, "phone_formats.bin", "`world::Machines`, layouts among them")?;
    let hexes = |numbers: &[u32]| numbers.iter().map(|number| hex(*number)).collect::<Vec<_>>();
    array(
        &mut out,
        "Group lengths: the fewest digits of five groups (4 bits each), which of them may have more (3 bits), how many more (4 bits).",
        "GROUPS: [u32",
        &hexes(&parts.groups),
    )?;
    let shapes: Vec<String> = parts.shapes.iter().map(|shape| format!("{shape:?}")).collect();
    array(
        &mut out,
        "Templates, `a` being the first group, and what becomes of the first group where the national prefix is written.",
        "SHAPES: [(&str, &str)",
        &shapes,
    )?;
    let numbers = |numbers: &mut dyn Iterator<Item = u8>| {
        numbers.map(|number| number.to_string()).collect::<Vec<_>>()
    };
    array(
        &mut out,
        "How many layouts each main region has.",
        "COUNTS: [u8",
        &numbers(&mut parts.counts.iter().copied()),
    )?;
    array(
        &mut out,
        "The layouts' group lengths, in the order of the regions.",
        "LAYOUT_GROUPS: [u8",
        &numbers(&mut parts.layouts.iter().map(|layout| layout.groups)),
    )?;
    array(
        &mut out,
        "The layouts' shapes.",
        "LAYOUT_SHAPES: [u8",
        &numbers(&mut parts.layouts.iter().map(|layout| layout.shape)),
    )?;
    array(
        &mut out,
        "How the layouts are written abroad: 0 alike, 1 never, else their shapes there + 2.",
        "LAYOUT_ABROAD: [u8",
        &numbers(&mut parts.layouts.iter().map(|layout| layout.abroad)),
    )?;
    let mut lists = Vec::new();
    for list in &parts.lists {
        lists.push(list.len() as u8);
        lists.extend(list);
    }
    array(
        &mut out,
        "Lists of layouts in order of preference, by their places among those of a region, each behind its length.",
        "LISTS: [u8",
        &numbers(&mut lists.into_iter()),
    )?;
    let mut extensions = Vec::new();
    let mut number = 0;
    for (code, names) in &metadata.codes {
        if let Some(text) = &metadata.region(*code, &names[0]).ext {
            extensions.push(format!("({number}, {text:?})"));
        }
        number += names.len();
    }
    array(
        &mut out,
        "What main regions write before an extension, where it is not ` ext. `.",
        "EXTENSIONS: [(u8, &str)",
        &extensions,
    )?;
    Ok(out)
}
