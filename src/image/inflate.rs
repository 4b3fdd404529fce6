//! DEFLATE, for the streams of PDFs, with a limit on what comes out.
//!
//! Source: RFC 1950, RFC 1951. Not checked: the check sum behind the data. Written here since the smallest decoder on the
//! registry is as large as this whole module.

use alloc::vec::Vec;

/// Bits of a code that one look-up decodes; longer codes are rare and take a step a bit.
const FAST: u32 = 9;

/// Base and extra bits of lengths 257 to 285, and of distances 0 to 29.
#[rustfmt::skip] // A table reads best in rows.
const LENGTHS: [(u16, u8); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];
#[rustfmt::skip] // As above.
const DISTANCES: [(u16, u8); 30] = [
    (1, 0),
    (2, 0),
    (3, 0),
    (4, 0),
    (5, 1),
    (7, 1),
    (9, 2),
    (13, 2),
    (17, 3),
    (25, 3),
    (33, 4),
    (49, 4),
    (65, 5),
    (97, 5),
    (129, 6),
    (193, 6),
    (257, 7),
    (385, 7),
    (513, 8),
    (769, 8),
    (1025, 9),
    (1537, 9),
    (2049, 10),
    (3073, 10),
    (4097, 11),
    (6145, 11),
    (8193, 12),
    (12289, 12),
    (16385, 13),
    (24577, 13),
];
/// The order in which the lengths of the code-length code stand.
const ORDER: [u8; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Inflates a zlib stream: what came out before the end, the limit, or the first fault. Many writers leave streams a little
/// wrong, and what is there is worth reading.
pub(super) fn zlib(data: &[u8], limit: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let is_zlib = matches!(data, [head, flags, ..]
        if head & 15 == 8 && u16::from_be_bytes([*head, *flags]).checked_rem(31) == Some(0));
    if is_zlib {
        let mut bits = Bits { data: data.get(2..).unwrap_or_default(), at: 0, held: 0, count: 0 };
        while bits.block(&mut out, limit) == Some(true) {}
    }
    out
}

struct Bits<'a> {
    data: &'a [u8],
    at: usize,
    held: u64,
    count: u32,
}

/// A code: how many symbols of each length, the symbols in order, and the look-up for short ones.
struct Huffman {
    counts: [u16; 16],
    symbols: [u16; 288],
    fast: [u16; 1 << FAST],
}

impl Huffman {
    fn new(lengths: &[u8]) -> Self {
        let mut code = Self { counts: [0; 16], symbols: [0; 288], fast: [0; 1 << FAST] };
        for length in lengths {
            if let Some(count) = code.counts.get_mut(usize::from(*length)) {
                *count = count.wrapping_add(1);
            }
        }
        code.counts[0] = 0;
        let (mut places, mut firsts) = ([0_u16; 16], [0_u16; 16]);
        let (mut place, mut first) = (0_u16, 0_u16);
        for ((count, at), from) in code.counts.iter().zip(&mut places).zip(&mut firsts) {
            first = first.wrapping_shl(1);
            (*at, *from) = (place, first);
            place = place.wrapping_add(*count);
            first = first.wrapping_add(*count);
        }
        for (symbol, length) in (0_u16..).zip(lengths) {
            let length = u32::from(*length);
            let Some((place, next)) = places
                .get_mut(length as usize)
                .zip(firsts.get_mut(length as usize))
                .filter(|_| length > 0)
            else {
                continue;
            };
            if let Some(slot) = code.symbols.get_mut(usize::from(*place)) {
                *slot = symbol;
            }
            if length <= FAST {
                // Codes come highest bit first, the stream lowest first.
                let reversed = next.reverse_bits().wrapping_shr(16_u32.wrapping_sub(length));
                let packed = (symbol << 4) | u16::try_from(length).unwrap_or(0);
                let step = 1_usize.wrapping_shl(length);
                for slot in code.fast.iter_mut().skip(usize::from(reversed)).step_by(step) {
                    *slot = packed;
                }
            }
            *place = place.wrapping_add(1);
            *next = next.wrapping_add(1);
        }
        code
    }
}

impl Bits<'_> {
    fn fill(&mut self) {
        while self.count <= 48 {
            let Some(byte) = self.data.get(self.at) else { return };
            self.held |= u64::from(*byte).wrapping_shl(self.count);
            self.count = self.count.wrapping_add(8);
            self.at = self.at.wrapping_add(1);
        }
    }

    fn take(&mut self, count: u32) -> Option<u32> {
        if self.count < count {
            self.fill();
        }
        self.count = self.count.checked_sub(count)?;
        let mask = 1_u64.wrapping_shl(count).wrapping_sub(1);
        let taken = u32::try_from(self.held & mask).ok();
        self.held = self.held.wrapping_shr(count);
        taken
    }

    fn symbol(&mut self, code: &Huffman) -> Option<u16> {
        if self.count < 15 {
            self.fill();
        }
        let low = usize::try_from(self.held & ((1 << FAST) - 1)).ok()?;
        let packed = code.fast.get(low).copied().unwrap_or(0);
        if packed != 0 {
            self.take(u32::from(packed & 15))?;
            return Some(packed >> 4);
        }
        let (mut value, mut first, mut place) = (0_u16, 0_u16, 0_u16);
        for count in code.counts.iter().skip(1) {
            value |= u16::try_from(self.take(1)?).ok()?;
            let within = value.wrapping_sub(first);
            if value >= first && within < *count {
                return code.symbols.get(usize::from(place.wrapping_add(within))).copied();
            }
            place = place.wrapping_add(*count);
            first = first.wrapping_add(*count).wrapping_shl(1);
            value = value.wrapping_shl(1);
        }
        None
    }

    /// Inflates a block: whether another follows; `None` at a fault or the limit.
    fn block(&mut self, out: &mut Vec<u8>, limit: usize) -> Option<bool> {
        let is_last = self.take(1)? == 1;
        match self.take(2)? {
            0 => self.stored(out, limit)?,
            1 => {
                let mut lengths = [8_u8; 288];
                lengths.get_mut(144..256)?.fill(9);
                lengths.get_mut(256..280)?.fill(7);
                self.codes(&Huffman::new(&lengths), &Huffman::new(&[5; 30]), out, limit)?;
            }
            2 => {
                let (literals, distances) = self.dynamic()?;
                self.codes(&literals, &distances, out, limit)?;
            }
            _ => return None,
        }
        Some(!is_last)
    }

    fn stored(&mut self, out: &mut Vec<u8>, limit: usize) -> Option<()> {
        self.take(self.count & 7)?;
        let length = self.take(16)?;
        self.take(16)?;
        // Bytes that were already taken from the data go back.
        self.at = self.at.checked_sub(usize::try_from(self.count >> 3).ok()?)?;
        (self.held, self.count) = (0, 0);
        let rest = self.data.get(self.at..)?;
        let room = limit.saturating_sub(out.len());
        let length = usize::try_from(length).ok()?;
        let taken = rest.get(..length.min(room)).unwrap_or(rest);
        out.extend_from_slice(taken);
        self.at = self.at.checked_add(taken.len())?;
        (taken.len() == length).then_some(())
    }

    fn dynamic(&mut self) -> Option<(Huffman, Huffman)> {
        let literals = usize::try_from(self.take(5)?).ok()?.checked_add(257)?;
        let distances = usize::try_from(self.take(5)?).ok()?.checked_add(1)?;
        let own = usize::try_from(self.take(4)?).ok()?.checked_add(4)?;
        let mut lengths = [0_u8; 19];
        for place in ORDER.iter().take(own) {
            *lengths.get_mut(usize::from(*place))? = u8::try_from(self.take(3)?).ok()?;
        }
        let code = Huffman::new(&lengths);
        let mut lengths = [0_u8; 320];
        let all = literals.checked_add(distances)?;
        let mut at = 0_usize;
        while at < all {
            let symbol = self.symbol(&code)?;
            let (length, times) = match symbol {
                0..=15 => (u8::try_from(symbol).ok()?, 1),
                16 => (*lengths.get(at.checked_sub(1)?)?, self.take(2)?.wrapping_add(3)),
                17 => (0, self.take(3)?.wrapping_add(3)),
                _ => (0, self.take(7)?.wrapping_add(11)),
            };
            let to = at.checked_add(usize::try_from(times).ok()?)?;
            lengths.get_mut(at..to)?.fill(length);
            at = to;
        }
        let (first, second) = lengths.split_at_checked(literals)?;
        if literals > 288 {
            return None;
        }
        Some((Huffman::new(first), Huffman::new(second.get(..distances)?)))
    }

    fn codes(
        &mut self,
        literals: &Huffman,
        distances: &Huffman,
        out: &mut Vec<u8>,
        limit: usize,
    ) -> Option<()> {
        loop {
            if out.len() >= limit {
                return None;
            }
            let symbol = self.symbol(literals)?;
            if let Ok(byte) = u8::try_from(symbol) {
                out.push(byte);
                continue;
            }
            if symbol == 256 {
                return Some(());
            }
            let (base, extra) = *LENGTHS.get(usize::from(symbol.checked_sub(257)?))?;
            let length =
                usize::from(base).checked_add(usize::try_from(self.take(extra.into())?).ok()?)?;
            let (base, extra) = *DISTANCES.get(usize::from(self.symbol(distances)?))?;
            let distance =
                usize::from(base).checked_add(usize::try_from(self.take(extra.into())?).ok()?)?;
            let from = out.len().checked_sub(distance)?;
            if distance >= length {
                out.extend_from_within(from..from.checked_add(length)?);
            } else {
                for at in (from..).take(length) {
                    out.push(*out.get(at)?);
                }
            }
        }
    }
}
