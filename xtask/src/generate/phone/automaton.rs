//! Acyclic Moore machines over digits, minimal by construction: a state is only ever made once, so two states that answer
//! alike are one.

use std::collections::HashMap;

use super::pattern::{Pattern, Step};

/// The state without a way to any answer.
pub(crate) const DEAD: u32 = 0;

/// A state: its answer (0: none) and where each digit leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct State {
    /// The answer.
    pub(crate) output: u16,
    /// Where each digit leads.
    pub(crate) next: [u32; 10],
}

/// States, each once.
#[derive(Debug)]
pub(crate) struct Automaton {
    /// The states; the first is [`DEAD`].
    pub(crate) states: Vec<State>,
    known: HashMap<State, u32>,
}

impl Automaton {
    /// Nothing but the dead state.
    pub(crate) fn new() -> Self {
        let dead = State { output: 0, next: [DEAD; 10] };
        Self { states: vec![dead], known: HashMap::from([(dead, DEAD)]) }
    }

    /// The state that answers like this one.
    pub(crate) fn state(&mut self, state: State) -> u32 {
        *self.known.entry(state).or_insert_with(|| {
            self.states.push(state);
            u32::try_from(self.states.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// A state's answer.
    pub(crate) fn output(&self, state: u32) -> u16 {
        self.states[state as usize].output
    }

    /// Where a digit leads.
    pub(crate) fn next(&self, state: u32, digit: usize) -> u32 {
        self.states[state as usize].next[digit]
    }

    /// Builds the machine of a deterministic process: `next` gives what follows a situation, `output` its answer. It must
    /// end: no situation may lead back to itself.
    pub(crate) fn build<S, N, O>(&mut self, start: S, next: &N, output: &O) -> u32
    where
        S: Clone + Eq + std::hash::Hash,
        N: Fn(&S, usize) -> Option<S>,
        O: Fn(&S) -> u16,
    {
        self.visit(start, next, output, &mut HashMap::new())
    }

    fn visit<S, N, O>(&mut self, at: S, next: &N, output: &O, visited: &mut HashMap<S, u32>) -> u32
    where
        S: Clone + Eq + std::hash::Hash,
        N: Fn(&S, usize) -> Option<S>,
        O: Fn(&S) -> u16,
    {
        if let Some(state) = visited.get(&at) {
            return *state;
        }
        let mut state = State { output: output(&at), next: [DEAD; 10] };
        for digit in 0..10 {
            if let Some(there) = next(&at, digit) {
                state.next[digit] = self.visit(there, next, output, visited);
            }
        }
        let made = self.state(state);
        visited.insert(at, made);
        made
    }

    /// The machine that answers 1 where a whole number matches the pattern and has one of the lengths (any, where there are
    /// none given).
    pub(crate) fn whole(&mut self, pattern: &str, lengths: &[u32]) -> anyhow::Result<u32> {
        let pattern = Pattern::new(pattern)?;
        let start = (pattern.start(), 0_u8);
        Ok(self.build(
            start,
            &|(step, depth): &(Step, u8), digit| {
                let next = all_matches(&pattern, step, digit, depth + 1);
                (!next.waiting.is_empty() || next.matched.is_some()).then_some((next, depth + 1))
            },
            &|(step, depth)| {
                let length = lengths.is_empty() || lengths.contains(&u32::from(*depth));
                u16::from(step.matched.is_some() && length)
            },
        ))
    }

    /// The machine that answers 1 where both answer 1.
    pub(crate) fn both(&mut self, a: u32, b: u32) -> u32 {
        self.pair(a, b, &mut HashMap::new())
    }

    fn pair(&mut self, a: u32, b: u32, known: &mut HashMap<(u32, u32), u32>) -> u32 {
        if a == DEAD || b == DEAD {
            return DEAD;
        }
        if let Some(state) = known.get(&(a, b)) {
            return *state;
        }
        let output = self.output(a) & self.output(b);
        let mut next = [DEAD; 10];
        for (digit, next) in next.iter_mut().enumerate() {
            *next = self.pair(self.next(a, digit), self.next(b, digit), known);
        }
        let made = self.state(State { output, next });
        known.insert((a, b), made);
        made
    }

    /// Numbers the answers from 1 by how often they stand, the most frequent first: small numbers are cheap to write. What they were,
    /// in that order.
    pub(crate) fn rank(&mut self, roots: &[u32]) -> Vec<u16> {
        let mut counts = std::collections::BTreeMap::<u16, u32>::new();
        for at in self.reachable(roots) {
            *counts.entry(self.output(at)).or_default() += 1;
        }
        counts.remove(&0);
        let mut ranked: Vec<u16> = counts.keys().copied().collect();
        ranked.sort_by_key(|output| (u32::MAX - counts[output], *output));
        for state in &mut self.states {
            let rank = ranked.iter().position(|output| *output == state.output);
            state.output = rank.map_or(0, |rank| rank as u16 + 1);
        }
        ranked
    }

    /// The states that can be reached from some.
    pub(crate) fn reachable(&self, roots: &[u32]) -> Vec<u32> {
        let mut seen = vec![false; self.states.len()];
        let mut order = Vec::new();
        let mut stack: Vec<u32> = roots.iter().rev().copied().collect();
        while let Some(at) = stack.pop() {
            if at == DEAD || std::mem::replace(&mut seen[at as usize], true) {
                continue;
            }
            order.push(at);
            stack.extend(self.states[at as usize].next.iter().rev());
        }
        order
    }
}

/// A step in which a match does not hide what is less preferred: all that counts is whether the whole number matches.
fn all_matches(pattern: &Pattern, before: &Step, digit: usize, depth: u8) -> Step {
    let mut step = pattern.step_of_any(before, digit, depth);
    // Which groups took part is of no account here, and would only tell alike situations apart.
    for thread in &mut step.waiting {
        thread.forget();
    }
    step.waiting.sort_unstable();
    step.matched = step.matched.map(|_| Vec::new());
    step.matched_at_end = None;
    step
}
