//! Bytes written at compile time, so that tables ship without a pointer in them; and read at run time.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::panic,
    reason = "writing only runs to compile the tables: what goes wrong there does not compile"
)]

/// Bytes as they are written.
#[derive(Debug)]
pub(crate) struct Buffer<const N: usize> {
    bytes: [u8; N],
    pub(crate) len: usize,
}

impl<const N: usize> Buffer<N> {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; N], len: 0 }
    }

    /// All that was written, where that is `LEN` bytes.
    pub(crate) const fn all<const LEN: usize>(&self) -> [u8; LEN] {
        let mut bytes = [0; LEN];
        let mut at = 0;
        while at < LEN {
            bytes[at] = self.bytes[at];
            at += 1;
        }
        bytes
    }

    /// What was written.
    #[cfg(test)]
    pub(crate) fn written(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub(crate) const fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    /// Puts another byte where one was written.
    pub(crate) const fn set(&mut self, at: usize, byte: u8) {
        self.bytes[at] = byte;
    }

    pub(crate) const fn push_all(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let [byte, tail @ ..] = rest {
            self.push(*byte);
            rest = tail;
        }
    }

    /// A length: one byte under 128, else two.
    pub(crate) const fn push_len(&mut self, len: usize) {
        if len < 128 {
            self.push(len as u8);
        } else if len < 1 << 15 {
            self.push(len as u8 | 128);
            self.push((len >> 7) as u8);
        } else {
            panic!("too long for a length");
        }
    }

    /// A text behind its length.
    pub(crate) const fn push_text(&mut self, text: &str) {
        self.push_len(text.len());
        self.push_all(text.as_bytes());
    }

    /// Puts the length of all that was written since `start` before it.
    pub(crate) const fn close(&mut self, start: usize) {
        let len = self.len - start;
        let room = if len < 128 { 1 } else { 2 };
        let mut at = self.len;
        while at > start {
            at -= 1;
            self.bytes[at + room] = self.bytes[at];
        }
        self.len = start;
        self.push_len(len);
        self.len += len;
    }
}

/// Bytes as they are read. Past the end there is nothing: zeros and empty parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline]
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *byte
    }

    /// A place: negative ones count from the end.
    #[inline]
    pub(crate) fn place(&mut self) -> i8 {
        i8::from_le_bytes([self.byte()])
    }

    #[inline]
    pub(crate) fn len(&mut self) -> usize {
        let byte = usize::from(self.byte());
        if byte < 128 { byte } else { byte & 127 | usize::from(self.byte()) << 7 }
    }

    #[inline]
    pub(crate) fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at_checked(len).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }

    /// A part behind its length.
    #[inline]
    pub(crate) fn part(&mut self) -> &'a [u8] {
        let len = self.len();
        self.take(len)
    }
}

/// Groups of packed bytes, each beginning with the two letters it is found by, sorted by them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Groups {
    pub(crate) bytes: &'static [u8],
    /// Where each group begins.
    pub(crate) starts: &'static [u16],
}

impl Groups {
    /// Which group is the one of these two letters, in either case.
    pub(crate) fn place(self, code: &str) -> Option<usize> {
        let [a, b] = *code.as_bytes() else { return None };
        let code = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
        let begins = |start: &u16| self.bytes.get(usize::from(*start)..).unwrap_or_default();
        self.starts.binary_search_by(|start| begins(start).iter().take(2).cmp(&code)).ok()
    }

    /// The group of these two letters, in either case, behind them.
    pub(crate) fn find(self, code: &str) -> Option<&'static [u8]> {
        self.place(code).map(|at| self.group(at))
    }

    /// The group at a place, behind its letters.
    pub(crate) fn group(self, at: usize) -> &'static [u8] {
        let start = self.starts.get(at).map_or(0, |start| usize::from(*start));
        let end = self.starts.get(at + 1).map_or(self.bytes.len(), |end| usize::from(*end));
        self.bytes.get(start + 2..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_back_in_one_byte_or_two() {
        for (len, bytes) in [(0, 1), (127, 1), (128, 2), (300, 2), (16_384, 2), (32_767, 2)] {
            let mut buffer = Buffer::<4>::new();
            buffer.push_len(len);
            buffer.push(7);
            let mut reader = Reader(buffer.written());
            assert_eq!((reader.len(), reader.byte(), buffer.len), (len, 7, bytes + 1), "{len}");
        }
    }

    #[test]
    #[should_panic(expected = "too long for a length")]
    fn a_length_beyond_two_bytes_does_not_compile() {
        Buffer::<4>::new().push_len(1 << 15);
    }

    #[test]
    #[should_panic(expected = "out of bounds")]
    fn more_than_there_is_room_for_does_not_compile() {
        Buffer::<2>::new().push_all(b"123");
    }

    #[test]
    fn texts_and_parts_read_back_however_long() {
        for len in [0, 1, 127, 128, 200] {
            let text = "x".repeat(len);
            let mut buffer = Buffer::<1024>::new();
            buffer.push(1);
            buffer.push_text(&text);
            // The same as a part that is closed behind what it holds.
            let start = buffer.len;
            buffer.push_all(text.as_bytes());
            buffer.close(start);
            buffer.push(2);
            let mut reader = Reader(buffer.written());
            assert_eq!(reader.byte(), 1);
            assert_eq!((reader.part(), reader.part()), (text.as_bytes(), text.as_bytes()), "{len}");
            assert_eq!((reader.byte(), reader.is_empty()), (2, true), "{len}");
        }
    }

    #[test]
    fn a_byte_may_be_put_in_place_of_another() {
        let mut buffer = Buffer::<8>::new();
        buffer.push_all(b"abc");
        buffer.set(1, b'-');
        assert_eq!(buffer.written(), b"a-c");
        assert_eq!(buffer.all::<3>(), *b"a-c");
    }

    #[test]
    fn past_the_end_there_is_nothing() {
        let mut reader = Reader(&[200, 1, 5]);
        // It says 200 bytes, of which one is there.
        assert_eq!(reader.part(), [5]);
        assert_eq!(
            (reader.byte(), reader.place(), reader.len(), reader.part()),
            (0, 0, 0, &[][..])
        );
    }
}
