//! DEFLATE, for the streams of PDFs, with a limit on what comes out.
//!
//! Source: RFC 1950, RFC 1951. Not checked: the check sum behind the data. Written here since the smallest decoder on the
//! registry is as large as this whole module.

use alloc::vec::Vec;

use super::bytes::take;

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

/// A canonical code: the symbols in order, and for each length how to get from a code of it to the symbol's place. It is made
/// anew for every block, and most blocks here are short: a look-up table would take longer to fill than it saves.
struct Huffman {
    /// For each length what its codes are below, on the left of fifteen bits, and what is added to one.
    codes: [(u16, u16); 16],
    shortest: usize,
    symbols: [u16; 288],
}

impl Huffman {
    fn new(lengths: &[u8]) -> Self {
        let mut code = Self { codes: [(0, 0); 16], shortest: 15, symbols: [0; 288] };
        let mut counts = [0_u16; 16];
        for length in lengths {
            let length = usize::from(*length);
            if let Some(count) = counts.get_mut(length).filter(|_| length > 0) {
                *count = count.wrapping_add(1);
                code.shortest = code.shortest.min(length);
            }
        }
        let mut places = [0_u16; 16];
        let (mut place, mut first, mut shift) = (0_u16, 0_u16, 15_u32);
        for ((count, at), code) in counts.iter().zip(&mut places).zip(&mut code.codes) {
            *at = place;
            let offset = place.wrapping_sub(first);
            place = place.wrapping_add(*count);
            first = first.wrapping_add(*count);
            *code = (first.wrapping_shl(shift), offset);
            first = first.wrapping_shl(1);
            shift = shift.wrapping_sub(1);
        }
        for (symbol, length) in (0_u16..).zip(lengths) {
            let Some(place) = places.get_mut(usize::from(*length)).filter(|_| *length > 0) else {
                continue;
            };
            if let Some(slot) = code.symbols.get_mut(usize::from(*place)) {
                *slot = symbol;
            }
            *place = place.wrapping_add(1);
        }
        code
    }
}

/// What a symbol of a length (`step` 2) or a distance (`step` 1) stands for at least, and how many bits are added to it.
fn base(symbol: u16, step: u16) -> (u32, u32) {
    let (symbol, steps) = (u32::from(symbol), 1_u32 << (step & 3));
    match symbol.wrapping_shr(step.into()).checked_sub(1) {
        None => (symbol, 0),
        Some(extra) => ((steps | (symbol & steps.wrapping_sub(1))).wrapping_shl(extra), extra),
    }
}

impl Bits<'_> {
    fn fill(&mut self) {
        if let Some(word) = take::<8>(self.data, self.at) {
            // What does not fit is taken once more the next time.
            self.held |= u64::from_le_bytes(word).wrapping_shl(self.count);
            let bytes = 63_u32.wrapping_sub(self.count) >> 3;
            self.count = self.count.wrapping_add(bytes << 3);
            self.at = self.at.wrapping_add(bytes as usize);
            return;
        }
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

    /// A number of a base and some bits more.
    fn number(&mut self, (base, extra): (u32, u32)) -> Option<usize> {
        usize::try_from(base.wrapping_add(self.take(extra)?)).ok()
    }

    fn symbol(&mut self, code: &Huffman) -> Option<u16> {
        if self.count < 15 {
            self.fill();
        }
        // Codes come highest bit first, the stream lowest first.
        let [low, high, ..] = self.held.to_le_bytes();
        let next = u16::from_le_bytes([low, high]).reverse_bits() >> 1;
        let mut length = code.shortest;
        let (_, offset) = code.codes.get(length..)?.iter().find(|(limit, _)| {
            length = length.wrapping_add(1);
            next < *limit
        })?;
        let length = u32::try_from(length).ok()?.wrapping_sub(1);
        self.take(length)?;
        let place = next.wrapping_shr(15_u32.wrapping_sub(length)).wrapping_add(*offset);
        code.symbols.get(usize::from(place)).copied()
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
            let length = match symbol.checked_sub(257)? {
                28 => 258,
                symbol => self.number(base(symbol, 2))?.wrapping_add(3),
            };
            let distance = self.symbol(distances)?;
            let distance = self.number(base(distance, 1))?.wrapping_add(1);
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

#[cfg(test)]
mod tests {
    use super::zlib;

    #[test]
    fn a_block_of_the_reserved_kind_ends_what_is_read() {
        // A stored block of three bytes, not the last; then one of the kind that RFC 1951 keeps free.
        assert_eq!(zlib(b"\x78\x01\x00\x03\0\xFC\xFFabc\x07\xFF\xFF\xFF", 100), b"abc");
        assert_eq!(zlib(b"\x78\x01\x07\xFF\xFF\xFF", 100), b"");
        // The same file with another stored block there.
        assert_eq!(zlib(b"\x78\x01\x00\x03\0\xFC\xFFabc\x01\x01\0\xFE\xFFd", 100), b"abcd");
    }
}
