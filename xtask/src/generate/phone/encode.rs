//! Writes machines as `src/phone/codec.rs` reads them: first what is to be said of each, then the model that says all of it
//! briefly, then the words.

use std::collections::HashMap;

use super::{
    automaton::{Automaton, DEAD},
    classes::{self, Classes},
    codec::{self, CELLS, Side, State},
    symbols::{BITS, Reader},
};

/// What is said on the way through a machine.
#[derive(Debug, Clone, Copy)]
enum Said {
    /// A symbol in a cell.
    Symbol(usize, usize),
    /// So many bits.
    Bits(u32, usize),
}

/// A machine on its way into bytes.
pub(crate) struct Machine<'a> {
    automaton: &'a Automaton,
    root: u32,
    heights: HashMap<u32, usize>,
    numbers: HashMap<u32, u16>,
    said: Vec<Said>,
}

/// Walks a machine.
pub(crate) fn machine(automaton: &Automaton, root: u32) -> anyhow::Result<Machine<'_>> {
    let mut heights = HashMap::from([(DEAD, 0)]);
    measure(automaton, root, &mut heights);
    anyhow::ensure!(u16::try_from(heights.len()).is_ok(), "a state's number is more than 16 bits");
    let numbers = HashMap::from([(DEAD, 0)]);
    let mut machine = Machine { automaton, root, heights, numbers, said: Vec::new() };
    codec::walk(&mut machine, root);
    Ok(machine)
}

/// The model of some machines.
pub(crate) fn model<'a>(machines: impl Iterator<Item = &'a Machine<'a>>) -> Classes {
    let said = machines.flat_map(|machine| &machine.said);
    classes::find(said.filter_map(|said| match said {
        Said::Symbol(cell, symbol) => Some((*cell, *symbol)),
        Said::Bits(..) => None,
    }))
}

/// The bytes of machines that are read one behind the other.
pub(crate) fn bytes(machines: &[Machine<'_>], model: &Classes) -> anyhow::Result<Vec<u8>> {
    // What is written last is read first. It begins with 0, not with the least that a reader holds: where that would refill, the bytes
    // have come to their end.
    let mut held = 0_u32;
    let mut bytes = Vec::new();
    for said in machines.iter().flat_map(|machine| &machine.said).rev() {
        let (first, share, bits) = match *said {
            Said::Bits(count, value) => (u32::try_from(value)?, 1, count),
            Said::Symbol(cell, symbol) => {
                let (first, share) = model.share(cell, symbol);
                (first, share, BITS)
            }
        };
        while u64::from(held) >= u64::from(share) << (32 - bits) {
            bytes.push(held as u8);
            held >>= 8;
        }
        held = ((held / share) << bits) + held % share + first;
    }
    while held > 0 {
        bytes.push(held as u8);
        held >>= 8;
    }
    bytes.reverse();
    let model = model.bytes();
    let mut reader = Reader::new(&model, CELLS, &bytes);
    for machine in machines {
        anyhow::ensure!(
            machine.is(&codec::read(&mut reader)),
            "what was written reads as something else"
        );
    }
    Ok(bytes)
}

impl Machine<'_> {
    /// How many states it has, the dead one aside.
    pub(crate) fn states(&self) -> usize {
        self.numbers.len() - 1
    }

    /// Whether states are those of this machine.
    fn is(&self, states: &[State]) -> bool {
        let start = self.numbers[&self.root];
        usize::from(start) == usize::from(self.root != DEAD)
            && states.len() == self.numbers.len()
            && self.numbers.iter().filter(|(state, _)| **state != DEAD).all(|(state, number)| {
                let state = &self.automaton.states[*state as usize];
                let read = &states[usize::from(*number)];
                read.answer == state.output && read.next == state.next.map(|to| self.numbers[&to])
            })
    }
}

/// The most digits that can follow a state, + 1.
fn measure(automaton: &Automaton, state: u32, heights: &mut HashMap<u32, usize>) -> usize {
    if let Some(height) = heights.get(&state) {
        return *height;
    }
    let next = automaton.states[state as usize].next;
    let height = 1 + next.iter().map(|to| measure(automaton, *to, heights)).max().unwrap_or(0);
    heights.insert(state, height);
    height
}

impl Side for Machine<'_> {
    type State = u32;

    fn symbol(&mut self, cell: usize, symbol: usize) -> usize {
        self.said.push(Said::Symbol(cell, symbol));
        symbol
    }

    fn bits(&mut self, count: u32, value: usize) -> usize {
        self.said.push(Said::Bits(count, value));
        value
    }

    fn output(&self, state: u32) -> u16 {
        self.automaton.output(state)
    }

    fn height(&self, state: u32) -> usize {
        self.heights[&state]
    }

    fn next(&self, state: u32, digit: usize) -> u32 {
        self.automaton.next(state, digit)
    }

    fn told(&self, state: u32) -> Option<u16> {
        self.numbers.get(&state).copied()
    }

    fn tell(&mut self, state: u32, number: u16) {
        self.numbers.insert(state, number);
    }
}
