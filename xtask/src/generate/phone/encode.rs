//! Writes a machine as `src/phone/codec.rs` reads it.

use std::collections::HashMap;

use super::{
    automaton::{Automaton, DEAD},
    codec::{self, Chance, Side},
};

struct Writer<'a> {
    automaton: &'a Automaton,
    heights: &'a HashMap<u32, usize>,
    numbers: HashMap<u32, u16>,
    low: u128,
    range: u64,
    bytes: Vec<u8>,
}

/// The machine's bytes.
pub(crate) fn encode(automaton: &Automaton, root: u32) -> anyhow::Result<Vec<u8>> {
    let mut heights = HashMap::from([(DEAD, 0)]);
    let height = measure(automaton, root, &mut heights);
    let writer = Writer {
        automaton,
        heights: &heights,
        numbers: HashMap::from([(DEAD, 0)]),
        low: 0,
        range: u64::MAX,
        bytes: Vec::new(),
    };
    let (_, mut writer) = codec::walk(writer, root, height);
    let mut bytes = vec![u8::try_from(height)?];
    writer.finish();
    bytes.append(&mut writer.bytes);
    // Trailing zeros are read from beyond the end anyway.
    while bytes.last() == Some(&0) {
        bytes.pop();
    }
    let table = codec::read(&bytes);
    let same = writer.numbers.iter().filter(|(state, _)| **state != DEAD).all(|(state, number)| {
        let row = usize::from(*number) * 10;
        let state = &automaton.states[*state as usize];
        table.outputs[usize::from(*number)] == state.output
            && table.next[row..row + 10] == state.next.map(|to| writer.numbers[&to])
    });
    anyhow::ensure!(same, "what was written reads as something else");
    anyhow::ensure!(u16::try_from(table.next.len()).is_ok(), "a row's place is more than 16 bits");
    Ok(bytes)
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

impl Writer<'_> {
    fn shift(&mut self) {
        self.bytes.extend(((self.low >> 32) as u32).to_be_bytes());
        self.low = self.low << 32 & u128::from(u64::MAX);
    }

    fn carry(&mut self) {
        if self.low > u128::from(u64::MAX) {
            self.low &= u128::from(u64::MAX);
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
    }

    fn finish(&mut self) {
        // Any value within the range will do; one with a tail of zeros is the shortest.
        self.low += u128::from(self.range >> 1);
        self.low &= !((1 << (62 - self.range.leading_zeros())) - 1);
        self.carry();
        self.shift();
        self.shift();
    }
}

impl Side for Writer<'_> {
    type State = u32;

    fn bit(&mut self, chance: Chance, bit: bool) -> bool {
        let part = chance.part(self.range);
        if bit {
            self.range = part;
        } else {
            self.low += u128::from(part);
            self.carry();
            self.range -= part;
        }
        if self.range < 1 << 32 {
            self.range <<= 32;
            self.shift();
        }
        bit
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
