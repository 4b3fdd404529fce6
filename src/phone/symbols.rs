//! Symbols of sixteen, coded by how often they come: each decision has a cell, cells that are alike share a class, and a class says how
//! many of 256 parts each symbol has. The generator finds the classes; they are the same for every machine.
//!
//! The coding is rANS: one number holds what is still to come of the bytes read so far. Its lowest byte tells the symbol, and what is
//! left of it, scaled by the symbol's parts, is the number again.

/// How many symbols there are.
pub(crate) const SYMBOLS: usize = 16;
/// What the parts of a class make together, in bits.
pub(crate) const BITS: u32 = 8;
/// The least number that is held; below, a byte is read, as long as there are any.
const LEAST: u32 = 1 << 24;

/// Reads symbols.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    /// The class of each cell.
    classes: &'a [u8],
    /// How many parts each symbol has, class by class.
    parts: &'a [u8],
    bytes: core::slice::Iter<'a, u8>,
    held: u32,
}

impl<'a> Reader<'a> {
    /// Reads bytes by a model: the classes of so many cells, then sixteen parts a class.
    pub(crate) fn new(model: &'a [u8], cells: usize, bytes: &'a [u8]) -> Self {
        let (classes, parts) = model.split_at_checked(cells).unwrap_or_default();
        let mut reader = Self { classes, parts, bytes: bytes.iter(), held: 0 };
        reader.refill();
        reader
    }

    /// The symbol of a decision.
    pub(crate) fn symbol(&mut self, cell: usize) -> usize {
        let class = self.classes.get(cell).copied().unwrap_or(0);
        let shares = self.parts.iter().skip(usize::from(class).wrapping_mul(SYMBOLS));
        let mut part = self.held & 0xff;
        let mut symbol = 0_usize;
        for share in shares {
            let share = u32::from(*share);
            if part < share {
                self.held = share.wrapping_mul(self.held >> BITS).wrapping_add(part);
                break;
            }
            part = part.wrapping_sub(share);
            symbol = symbol.wrapping_add(1);
        }
        self.refill();
        symbol
    }

    /// So many bits, all as likely.
    pub(crate) fn bits(&mut self, count: u32) -> usize {
        let bits = self.held & (1_u32 << count).wrapping_sub(1);
        self.held >>= count;
        self.refill();
        bits as usize
    }

    fn refill(&mut self) {
        while self.held < LEAST
            && let Some(byte) = self.bytes.next()
        {
            self.held = self.held << 8 | u32::from(*byte);
        }
    }
}
