//! What a number typed in a country needs beside the world's machine, as machines too: how national prefixes come off, what
//! is dialled before a calling code, the region's general pattern, its possible lengths, and the leading digits of regions
//! that share a calling code. One state a region holds them all, a digit each ([`Part`]).

use anyhow::{Context, ensure};

use super::{
    automaton::{Automaton, DEAD, State},
    metadata::{Metadata, Region},
    pattern::{Pattern, Step},
    world,
};

/// The digit under which a region's state holds a machine.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// Not 0 where the whole number matches the general pattern.
    General = 0,
    /// The number of the [`Action`] that takes the national prefix off.
    Prefix = 1,
    /// Not 0 behind what is dialled before a calling code.
    Idd = 2,
    /// Not 0 at a possible length.
    Possible = 3,
    /// Not 0 at a length possible within an area only.
    Local = 4,
    /// The place of the region the leading digits name, + 1; main regions only.
    Leading = 5,
}

/// What becomes of a number: `literal`, then its digits `keep`, then all from `rest` on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Action {
    /// Whether it holds only where the match ends with the number.
    pub(crate) at_end: bool,
    /// Digits put in front.
    pub(crate) literal: String,
    /// Digits kept.
    pub(crate) keep: (u8, u8),
    /// Where the rest starts.
    pub(crate) rest: u8,
}

/// Adds the machines of every region, in the order of the calling codes, and gives their states and the actions.
pub(crate) fn build(
    metadata: &Metadata,
    automaton: &mut Automaton,
) -> anyhow::Result<(Vec<u32>, Vec<Action>)> {
    let mut actions = Actions { known: Vec::new() };
    let mut roots = Vec::new();
    for (code, names) in &metadata.codes {
        for (place, name) in names.iter().enumerate() {
            let region = metadata.region(*code, name);
            let mut next = [DEAD; 10];
            (|| {
                let general = region.general()?;
                next[Part::General as usize] = automaton.whole(&general.p, &[])?;
                next[Part::Prefix as usize] = prefix(region, automaton, &mut actions)?;
                next[Part::Idd as usize] = idd(region, automaton)?;
                next[Part::Possible as usize] = lengths(&general.len, automaton);
                next[Part::Local as usize] = lengths(&general.loc, automaton);
                if place == 0 {
                    next[Part::Leading as usize] = leading(metadata, *code, names, automaton)?;
                }
                anyhow::Ok(())
            })()
            .with_context(|| format!("region {name}"))?;
            roots.push(automaton.state(State { output: 0, next }));
        }
    }
    Ok((roots, actions.known))
}

/// The machine of the regions of one calling code: of several, each stands behind the two digits of its place.
pub(crate) fn together(regions: &[u32], automaton: &mut Automaton) -> u32 {
    if let [alone] = regions {
        return *alone;
    }
    let named = regions.iter().enumerate().map(|(place, root)| (format!("{place:02}"), *root));
    world::trie(&named.collect::<Vec<_>>(), automaton)
}

struct Actions {
    known: Vec<Action>,
}

impl Actions {
    /// The number of an action, from 1.
    fn number(&mut self, action: Action) -> u16 {
        let at = self.known.iter().position(|known| *known == action).unwrap_or_else(|| {
            self.known.push(action);
            self.known.len() - 1
        });
        at as u16 + 1
    }
}

/// The machine of a national prefix. The answer that counts is the last one met on the way.
fn prefix(
    region: &Region,
    automaton: &mut Automaton,
    actions: &mut Actions,
) -> anyhow::Result<u32> {
    let Some(text) = &region.npp else { return Ok(DEAD) };
    let pattern = Pattern::new(text)?;
    let transform = region.npt.as_deref();
    let actions = std::cell::RefCell::new(actions);
    let start = (pattern.start(), 0_u8);
    ensure!(start.0.matched_at_end.is_none(), "a prefix of nothing at the end");
    let state = automaton.build(
        start,
        &|(step, depth): &(Step, u8), digit| {
            let next = pattern.step(step, digit, depth + 1);
            (next != Step::nothing()).then_some((next, depth + 1))
        },
        &|(step, depth)| {
            let matched = step.matched_at_end.as_ref().map(|groups| (groups, true));
            let matched = matched.or(step.matched.as_ref().map(|groups| (groups, false)));
            let Some((groups, at_end)) = matched else { return 0 };
            // An optional prefix that is not there changes nothing.
            let action = action(groups, *depth, transform, at_end);
            if *depth == 0 { 0 } else { actions.borrow_mut().number(action) }
        },
    );
    Ok(state)
}

/// What libphonenumber does with a match: where the last group took part and there is a rule, the rule's text stands for the
/// match; else the match is taken off.
fn action(groups: &[Option<u8>], end: u8, transform: Option<&str>, at_end: bool) -> Action {
    let strip = Action { at_end, literal: String::new(), keep: (end, end), rest: end };
    let last = groups.last().copied().flatten();
    let (Some(rule), Some(_)) = (transform, last) else { return strip };
    let (literal, group) = rule.split_once('\\').unwrap_or((rule, ""));
    let group: usize = group.parse().unwrap_or(0);
    let bounds = group.checked_sub(1).and_then(|group| {
        Some((groups.get(group * 2).copied().flatten()?, groups[group * 2 + 1]?))
    });
    let keep = bounds.unwrap_or((end, end));
    // Digits that are kept up to the rest are the rest.
    let (keep, rest) = if keep.1 == end { ((keep.0, keep.0), keep.0) } else { (keep, end) };
    Action { at_end, literal: literal.to_owned(), keep, rest }
}

/// The machine of what is dialled before a calling code.
fn idd(region: &Region, automaton: &mut Automaton) -> anyhow::Result<u32> {
    let Some(text) = &region.idd else { return Ok(DEAD) };
    let pattern = Pattern::new(text)?;
    let start = (pattern.start(), 0_u8);
    Ok(automaton.build(
        start,
        &|(step, depth): &(Step, u8), digit| {
            let next = pattern.step(step, digit, depth + 1);
            (next != Step::nothing()).then_some((next, depth + 1))
        },
        &|(step, _)| u16::from(step.matched.is_some()),
    ))
}

/// The machine of lengths: every digit leads on.
fn lengths(lengths: &[u32], automaton: &mut Automaton) -> u32 {
    let Some(longest) = lengths.iter().max() else { return DEAD };
    (0..=*longest).rev().fold(DEAD, |state, length| {
        let output = u16::from(lengths.contains(&length));
        automaton.state(State { output, next: [state; 10] })
    })
}

/// The machine of leading digits: the first region of the calling code whose leading digits were seen.
fn leading(
    metadata: &Metadata,
    code: u16,
    names: &[String],
    automaton: &mut Automaton,
) -> anyhow::Result<u32> {
    let mut patterns = Vec::new();
    for name in names {
        let text = metadata.region(code, name).ld.as_deref().filter(|_| names.len() > 1);
        patterns.push(text.map(Pattern::new).transpose()?);
    }
    let start: Vec<Option<Step>> =
        patterns.iter().map(|pattern| pattern.as_ref().map(Pattern::start)).collect();
    let first = |steps: &[Option<Step>]| {
        let seen = |step: &Option<Step>| step.as_ref().is_some_and(|step| step.matched.is_some());
        steps.iter().position(seen)
    };
    Ok(automaton.build(
        (start, 0_u8),
        &|(steps, depth): &(Vec<Option<Step>>, u8), digit| {
            // Regions in the list behind one that was seen can no longer win, nor can it lose.
            let open = first(steps).unwrap_or(steps.len());
            let next: Vec<Option<Step>> = steps
                .iter()
                .zip(&patterns)
                .take(open)
                .map(|(step, pattern)| {
                    let next = pattern.as_ref()?.step_of_any(step.as_ref()?, digit, depth + 1);
                    (next != Step::nothing_of_any()).then_some(next)
                })
                .collect();
            next.iter().any(Option::is_some).then_some((next, depth + 1))
        },
        &|(steps, _)| first(steps).map_or(0, |place| place as u16 + 1),
    ))
}
