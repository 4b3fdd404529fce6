//! Symbols of sixteen, coded by how often they come: each decision has a cell, cells that are alike share a class, and a class says how
//! many of 256 parts each symbol has. The generator finds the classes; they are the same for every machine.
//!
//! The coding is rANS: one number holds what is still to come of the words read so far. Its lowest byte tells the symbol, and what is
//! left of it, scaled by the symbol's parts, is the number again. A step is two look-ups, a product and a sum.

use alloc::{vec, vec::Vec};

/// How many symbols there are.
pub(crate) const SYMBOLS: usize = 16;
/// What the parts of a class make together, in bits.
pub(crate) const BITS: u32 = 8;
/// The least number that is held; below, a word of 32 bits is read.
pub(crate) const LEAST: u64 = 1 << 31;

/// Reads symbols.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    /// The class of each cell.
    classes: &'a [u8],
    /// The symbol of each part of each class.
    symbols: Vec<u8>,
    /// How many parts each symbol of each class has, and (from bit 8) which is its first.
    shares: Vec<u16>,
    words: core::slice::ChunksExact<'a, u8>,
    held: u64,
}

impl<'a> Reader<'a> {
    /// Reads words by a model: the cells' classes, then sixteen parts a class.
    pub(crate) fn new(model: &'a [u8], cells: usize, words: &'a [u8]) -> Self {
        let (classes, parts) = model.split_at_checked(cells).unwrap_or_default();
        let mut symbols = vec![0; parts.len().wrapping_mul(SYMBOLS)];
        let mut shares = Vec::with_capacity(parts.len());
        let mut rest = symbols.as_mut_slice();
        let mut first = 0_u16;
        for (symbol, share) in (0_u8..16).cycle().zip(parts) {
            shares.push(u16::from(*share) | first << 8);
            first = first.wrapping_add(u16::from(*share)) & 0xff;
            let (own, behind) = rest.split_at_mut_checked(usize::from(*share)).unwrap_or_default();
            own.fill(symbol);
            rest = behind;
        }
        let mut reader = Self { classes, symbols, shares, words: words.chunks_exact(4), held: 0 };
        reader.refill();
        reader.refill();
        reader
    }

    /// The symbol of a decision.
    pub(crate) fn symbol(&mut self, cell: usize) -> usize {
        let class = usize::from(self.classes.get(cell).copied().unwrap_or(0));
        let part = self.held & 0xff;
        let symbol = self.symbols.get(class << BITS | part as usize).copied().unwrap_or(0).into();
        let share = self.shares.get(class.wrapping_mul(SYMBOLS) | symbol).copied().unwrap_or(0);
        let (share, first) = (u64::from(share & 0xff), u64::from(share >> 8));
        let scaled = share.wrapping_mul(self.held >> BITS);
        self.held = scaled.wrapping_add(part).wrapping_sub(first);
        self.refill_below();
        symbol
    }

    /// So many bits, all as likely.
    pub(crate) fn bits(&mut self, count: u32) -> usize {
        let bits = self.held & (1_u64 << count).wrapping_sub(1);
        self.held >>= count;
        self.refill_below();
        usize::try_from(bits).unwrap_or(0)
    }

    fn refill_below(&mut self) {
        if self.held < LEAST {
            self.refill();
        }
    }

    fn refill(&mut self) {
        let word = self.words.next().and_then(|word| <[u8; 4]>::try_from(word).ok());
        self.held = self.held << 32 | u64::from(u32::from_be_bytes(word.unwrap_or_default()));
    }
}
