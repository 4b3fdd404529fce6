//! What the characters of a text are, all of them in one pass over its bytes: nearly every text is printable ASCII, and of such
//! a one most rules need to know no more.

/// What was met, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen(u8);

impl Seen {
    pub(crate) const LETTER: Self = Self(1);
    pub(crate) const DIGIT: Self = Self(2);
    pub(crate) const SPACE: Self = Self(4);
    /// What stands in names: apostrophe, full stop, hyphen.
    pub(crate) const NAME_MARK: Self = Self(8);
    /// `<` and `>`.
    pub(crate) const MARKUP: Self = Self(16);
    /// What readers of links stumble over, `<` and `>` aside: backslash, quotation mark, grave accent.
    pub(crate) const UNSAFE: Self = Self(32);
    /// All other punctuation and symbols.
    pub(crate) const OTHER: Self = Self(64);
    /// Control characters, and bytes of characters beyond ASCII.
    pub(crate) const BEYOND: Self = Self(128);

    /// What a text holds.
    pub(crate) fn of(text: &str) -> Self {
        let kind = |byte: u8| KINDS.get(usize::from(byte)).map_or(Self::BEYOND.0, |kind| kind.0);
        Self(text.bytes().fold(0, |seen, byte| seen | kind(byte)))
    }

    /// Whether one of these was met.
    pub(crate) const fn any(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Whether nothing but these was met.
    pub(crate) const fn only(self, kinds: Self) -> bool {
        self.0 & !kinds.0 == 0
    }

    /// Whether all of it is printable ASCII.
    pub(crate) const fn is_plain(self) -> bool {
        !self.any(Self::BEYOND)
    }

    /// One of these or of those.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it")]
static KINDS: [Seen; 256] = {
    let mut kinds = [Seen::BEYOND; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        kinds[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => Seen::LETTER,
            b'0'..=b'9' => Seen::DIGIT,
            b' ' => Seen::SPACE,
            b'\'' | b'.' | b'-' => Seen::NAME_MARK,
            b'<' | b'>' => Seen::MARKUP,
            b'\\' | b'"' | b'`' => Seen::UNSAFE,
            _ => Seen::OTHER,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::{Class, class};

    #[test]
    fn agrees_with_the_classes_of_unicode() {
        for byte in 0..=u8::MAX {
            let c = char::from(byte);
            let mut text = [0; 2];
            let seen = Seen::of(c.encode_utf8(&mut text));
            let expected = match class(c) {
                _ if !c.is_ascii() => Seen::BEYOND,
                Class::Control => Seen::BEYOND,
                Class::Latin => Seen::LETTER,
                Class::Number => Seen::DIGIT,
                Class::Space => Seen::SPACE,
                Class::NameMark => Seen::NAME_MARK,
                _ if matches!(c, '<' | '>') => Seen::MARKUP,
                _ if matches!(c, '\\' | '"' | '`') => Seen::UNSAFE,
                Class::Punctuation | Class::Symbol => Seen::OTHER,
                other => panic!("{c:?} {other:?}"),
            };
            assert_eq!(seen, expected, "{c:?}");
        }
    }
}
