//! Numbers out of bytes, and searching through them; nothing here can reach outside.

/// `N` bytes from a place on.
pub(super) fn take<const N: usize>(data: &[u8], at: usize) -> Option<[u8; N]> {
    data.get(at..)?.first_chunk().copied()
}

/// Two bytes, the high one first.
pub(super) fn be16(data: &[u8], at: usize) -> Option<u16> {
    take(data, at).map(u16::from_be_bytes)
}

/// Four bytes, the high one first.
pub(super) fn be32(data: &[u8], at: usize) -> Option<u32> {
    take(data, at).map(u32::from_be_bytes)
}

/// Where a byte is first found, eight at a time: most files are walked from end to end for one rare byte.
pub(super) fn find_byte(data: &[u8], byte: u8) -> Option<usize> {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let wanted = LOW.wrapping_mul(u64::from(byte));
    let (words, _) = data.as_chunks::<8>();
    let passed = words
        .iter()
        .take_while(|word| {
            let other = u64::from_le_bytes(**word) ^ wanted;
            // Not zero where a byte of `other` is: the classic test for a zero byte.
            other.wrapping_sub(LOW) & !other & HIGH == 0
        })
        .count()
        .wrapping_mul(8);
    let rest = data.get(passed..)?;
    rest.iter().position(|b| *b == byte).map(|at| at.wrapping_add(passed))
}

/// Where some bytes are first found.
pub(super) fn find(data: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, rest) = wanted.split_first()?;
    let mut from = 0_usize;
    loop {
        let at = from.checked_add(find_byte(data.get(from..)?, *first)?)?;
        from = at.checked_add(1)?;
        if data.get(from..)?.starts_with(rest) {
            return Some(at);
        }
    }
}

/// Where some bytes are last found.
pub(super) fn find_last(data: &[u8], wanted: &[u8]) -> Option<usize> {
    data.windows(wanted.len().max(1)).rposition(|window| window == wanted)
}

/// Whether these are digits and nothing else.
pub(super) fn is_digits(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}

/// A whole number.
pub(super) fn digits(word: &[u8]) -> Option<u32> {
    if !is_digits(word) {
        return None;
    }
    word.iter().try_fold(0_u32, |number, digit| {
        number.checked_mul(10)?.checked_add(u32::from(digit.wrapping_sub(b'0')))
    })
}
