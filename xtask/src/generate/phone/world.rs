//! Every valid number of the world: a machine of national significant numbers for each calling code. The answer of a state is the
//! region (by its place among those of the calling code) and the type.

use anyhow::Context;

use super::{
    automaton::{Automaton, DEAD, State},
    metadata::{ASKED, FIXED_LINE, FIXED_LINE_OR_MOBILE, MOBILE, Metadata, Region},
    pattern::Pattern,
};

/// The machines' roots, and what their answers mean.
#[derive(Debug)]
pub(crate) struct World {
    /// The states.
    pub(crate) automaton: Automaton,
    /// Where a national significant number starts, by calling code.
    pub(crate) roots: Vec<u32>,
    /// Answer − 1 → (place of the region, type).
    pub(crate) outputs: Vec<(u8, u8)>,
}

/// One region's machines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Machines {
    /// Leading digits; [`SATISFIED`] once they were seen.
    leading: Option<u32>,
    /// The types in the order of [`ASKED`], then fixed line, then mobile.
    types: Vec<u32>,
}

/// Leading digits that were seen.
const SATISFIED: u32 = u32::MAX;

/// Builds the machine.
pub(crate) fn build(metadata: &Metadata) -> anyhow::Result<World> {
    let mut languages = Automaton::new();
    let mut world = Automaton::new();
    let mut roots = Vec::new();
    for (code, names) in &metadata.codes {
        let start = names
            .iter()
            .map(|name| machines(metadata.region(*code, name), names.len() > 1, &mut languages))
            .collect::<anyhow::Result<Vec<_>>>()
            .with_context(|| format!("calling code {code}"))?;
        let same: Vec<bool> = names.iter().map(|name| metadata.region(*code, name).same).collect();
        let root =
            world.build(start, &|machines, digit| step(machines, digit, &languages), &|machines| {
                answer(machines, &same, &languages)
            });
        roots.push(root);
    }
    let outputs = world.rank(&roots).into_iter().map(|output| {
        let output = output - 1;
        ((output / 16) as u8, (output % 16) as u8)
    });
    Ok(World { outputs: outputs.collect(), automaton: world, roots })
}

/// The machines of one region. A type counts only within the region's general pattern.
fn machines(region: &Region, shared: bool, languages: &mut Automaton) -> anyhow::Result<Machines> {
    let general = region.general()?;
    let general = languages.whole(&general.p, &general.len)?;
    let mut types = Vec::new();
    for kind in ASKED.into_iter().chain(["fixed_line", "mobile"]) {
        types.push(match region.desc(kind) {
            Some(desc) => {
                let own = languages.whole(&desc.p, &desc.len)?;
                languages.both(own, general)
            }
            None => DEAD,
        });
    }
    let leading = match &region.ld {
        // Where a calling code has one region, libphonenumber asks no further.
        Some(leading) if shared => Some(prefix(leading, languages)?),
        _ => None,
    };
    Ok(Machines { leading, types })
}

/// The machine of leading digits: answers 1 as soon as they were seen, with nothing behind that.
fn prefix(pattern: &str, languages: &mut Automaton) -> anyhow::Result<u32> {
    let pattern = Pattern::new(pattern)?;
    let start = (pattern.start(), 0_u8);
    Ok(languages.build(
        start,
        &|(step, depth), digit| {
            if step.matched.is_some() {
                return None;
            }
            let next = pattern.step_of_any(step, digit, depth + 1);
            (!next.waiting.is_empty() || next.matched.is_some()).then_some((next, depth + 1))
        },
        &|(step, _)| u16::from(step.matched.is_some()),
    ))
}

/// All machines one digit on; `None` once no type of any region is left.
fn step(machines: &[Machines], digit: usize, languages: &Automaton) -> Option<Vec<Machines>> {
    let next: Vec<_> = machines
        .iter()
        .map(|region| {
            let types = region.types.iter().map(|at| languages.next(*at, digit)).collect();
            let leading = region.leading.map(|at| {
                if at == SATISFIED {
                    return at;
                }
                let next = languages.next(at, digit);
                if languages.output(next) == 1 { SATISFIED } else { next }
            });
            Machines { leading, types }
        })
        .collect();
    next.iter().any(|region| region.types.iter().any(|at| *at != DEAD)).then_some(next)
}

/// Region and type as libphonenumber decides them: the first region whose leading digits were seen, or that has none and
/// whose types match; then the first type that matches. 0: not valid.
fn answer(machines: &[Machines], same: &[bool], languages: &Automaton) -> u16 {
    for (place, region) in machines.iter().enumerate() {
        let kind = kind(region, same[place], languages);
        let decided = match region.leading {
            Some(leading) => leading == SATISFIED,
            None => kind != 0,
        };
        if decided {
            return if kind == 0 { 0 } else { 1 + place as u16 * 16 + u16::from(kind) };
        }
    }
    0
}

/// The type within a region, 0 for none.
fn kind(region: &Machines, same: bool, languages: &Automaton) -> u8 {
    let matches = |at: usize| languages.output(region.types[at]) == 1;
    if let Some(at) = (0..ASKED.len()).find(|at| matches(*at)) {
        return at as u8 + 1;
    }
    match (matches(ASKED.len()), matches(ASKED.len() + 1)) {
        (true, mobile) if same || mobile => FIXED_LINE_OR_MOBILE,
        (true, _) => FIXED_LINE,
        (false, true) if !same => MOBILE,
        _ => 0,
    }
}

/// Hangs machines under one root, each behind its digits.
pub(crate) fn trie(roots: &[(String, u32)], world: &mut Automaton) -> u32 {
    let mut next = [DEAD; 10];
    for (digit, next) in next.iter_mut().enumerate() {
        let under: Vec<(String, u32)> = roots
            .iter()
            .filter_map(|(code, root)| {
                let rest = code.strip_prefix(char::from(b'0' + digit as u8))?;
                Some((rest.to_owned(), *root))
            })
            .collect();
        *next = match under.as_slice() {
            [] => DEAD,
            [(code, root)] if code.is_empty() => *root,
            under => trie(under, world),
        };
    }
    world.state(State { output: 0, next })
}
