//! What a character is to the rules: a letter, and of which of the scripts they must tell apart, a mark, a number, a sign names
//! have, or something that has no place in a text.
//!
//! Source: the Unicode Character Database, general category and script (`data/SOURCES.toml`); which punctuation stands in
//! names is said in the generator.

use crate::tables::unicode::{CHECKPOINTS, CLASSES, NEAR, RUNS};

/// What a character is to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// No character: unassigned, for private use, a noncharacter.
    None,
    /// A control character, a line or paragraph separator.
    Control,
    /// An embedding, override or isolate of text direction.
    Direction,
    /// A mark of text direction (LRM, RLM, ALM): shows nothing and turns nothing around.
    DirectionMark,
    /// Shows nothing: soft hyphen, byte order mark, tags, fillers, blank letters.
    Hidden,
    /// ZWJ, ZWNJ and the zero-width space, which some scripts need between letters.
    Joiner,
    /// A variation selector, or the vowel separator of Mongolian.
    Selector,
    /// A space.
    Space,
    /// A sign that stands in names: apostrophe, full stop, middle dot, hyphen.
    NameMark,
    /// Other punctuation, and accents that stand alone.
    Punctuation,
    /// A symbol, an emoji, an enclosing mark; also `# _ ; \ { }`.
    Symbol,
    /// A digit or another number.
    Number,
    /// A letter of a script not named below.
    Letter,
    /// A Latin letter.
    Latin,
    /// A Latin letter outside ASCII that case folding or compatibility mapping turns into ASCII: `Ａ`, `ﬁ`, `ß`, `ª`.
    LatinFolding,
    /// A Greek letter.
    Greek,
    /// A Cyrillic letter.
    Cyrillic,
    /// A letter of Armenian, Cherokee, Coptic or Lisu, which have letters that look like Latin ones.
    LookAlike,
    /// A Han character.
    Han,
    /// A letter of a script whose letters join or stack: Arabic and its family, the scripts of India and of South-East Asia.
    Joining,
    /// A combining mark.
    Mark,
    /// A combining mark of one of the scripts whose letters join.
    JoiningMark,
}

/// What a character is.
///
/// ```
/// use kyc_rules::unicode::{Class, class};
/// assert_eq!(class('é'), Class::Latin);
/// assert_eq!(class('７'), Class::Number);
/// assert_eq!(class('\u{e000}'), Class::None);
/// ```
#[must_use]
pub fn class(c: char) -> Class {
    let wanted = u32::from(c);
    if let Some(near) = usize::try_from(wanted).ok().and_then(|at| NEAR.get(at)) {
        return numbered(*near);
    }
    match c {
        // The longest runs of letters, each at the end of a long way through shorter ones.
        '\u{4e00}'..='\u{9fff}' => Class::Han,
        '\u{ac00}'..='\u{d7a3}' => Class::Letter,
        _ => of_its_run(wanted),
    }
}

fn numbered(class: u8) -> Class {
    CLASSES.get(usize::from(class)).copied().unwrap_or(Class::None)
}

/// The class of the run that a code point behind [`NEAR`] stands in.
fn of_its_run(wanted: u32) -> Class {
    let after = CHECKPOINTS.partition_point(|(first, _)| *first <= wanted);
    let nearest = after.checked_sub(1).and_then(|at| CHECKPOINTS.get(at));
    let Some((mut first, place)) = nearest.copied() else { return Class::None };
    let mut rest = RUNS.get(usize::from(place)..).unwrap_or_default();
    loop {
        let (head, length, tail) = match rest {
            [head, low, high, tail @ ..] if head >> 5 == 0 => {
                (head, u16::from_le_bytes([*low, *high]), tail)
            }
            [head, length, tail @ ..] if head >> 5 == 7 => (head, u16::from(*length), tail),
            [head, tail @ ..] => (head, u16::from(head >> 5), tail),
            [] => return Class::None,
        };
        first = first.saturating_add(u32::from(length));
        if wanted < first {
            return numbered(head & 31);
        }
        rest = tail;
    }
}

impl Class {
    /// Whether it is a letter.
    #[must_use]
    pub const fn is_letter(self) -> bool {
        matches!(
            self,
            Self::Letter
                | Self::Latin
                | Self::LatinFolding
                | Self::Greek
                | Self::Cyrillic
                | Self::LookAlike
                | Self::Han
                | Self::Joining
        )
    }

    /// Whether it is a combining mark.
    #[must_use]
    pub const fn is_mark(self) -> bool {
        matches!(self, Self::Mark | Self::JoiningMark)
    }
}

/// Whether a character is a letter or stands for one: the property `Alphabetic`, save that all marks of scripts whose letters join are in
/// it. The standard library's tables of this and of numbers are 1.5 KB of wasm by brotli, and of another version of Unicode with each
/// compiler.
pub(crate) fn is_alphabetic(c: char) -> bool {
    let class = class(c);
    class.is_letter()
        || class == Class::JoiningMark
        // Letters that modify, in circles, and for mathematics, between which some places are empty.
        || class != Class::None
            && matches!(c, '\u{2b0}'..='\u{2c1}' | '\u{2c6}'..='\u{2d1}' | '\u{24b6}'..='\u{24e9}' | '\u{1d400}'..='\u{1d7cb}')
}

/// Whether a character is a letter, as [`is_alphabetic`] has it, or a number.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    is_alphabetic(c) || class(c) == Class::Number
}

/// The capital of a letter of ASCII, Latin-1, Greek or Cyrillic, which are those whose case a rule ever changes; any other character as
/// it is. The standard library's is a table of 4.5 KB of wasm by brotli.
pub(crate) fn upper(c: char) -> char {
    let less = match c {
        'à'..='ö' | 'ø'..='þ' | 'α'..='ρ' | 'σ'..='ω' | 'а'..='я' => 0x20,
        'ѐ'..='џ' => 0x50,
        _ => return c.to_ascii_uppercase(),
    };
    char::from_u32(u32::from(c).wrapping_sub(less)).unwrap_or(c)
}

/// The first of ten digits, in the scripts whose digits are in everyday use; the last in full width.
const ZEROS: &str = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０";

/// The value of a digit outside ASCII, in a script whose digits are in everyday use.
pub(crate) fn digit(c: char) -> Option<u8> {
    let value = |zero: char| u32::from(c).checked_sub(zero.into());
    ZEROS
        .chars()
        .find_map(|zero| value(zero).filter(|value| *value < 10))
        .and_then(|value| u8::try_from(value).ok())
}

/// Watches a text for letters of two scripts that have letters in common to the eye: Latin beside Greek, Cyrillic, Armenian,
/// Cherokee, Coptic or Lisu, or two of these.
///
/// Source: UTS #39, 5.1, reduced to the scripts whose letters are mistaken for Latin ones.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Mixture(u8);

impl Mixture {
    /// Takes note of a character's class.
    pub(crate) const fn see(&mut self, class: Class) {
        self.0 |= match class {
            Class::Latin | Class::LatinFolding => 1,
            Class::Greek => 2,
            Class::Cyrillic => 4,
            Class::LookAlike => 8,
            _ => 0,
        };
    }

    /// Whether two of them were seen.
    pub(crate) const fn is_mixed(self) -> bool {
        self.0.count_ones() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_runs_are_what_the_table_has() {
        for c in ('\u{4e00}'..='\u{9fff}').chain('\u{ac00}'..='\u{d7a3}') {
            assert_eq!(class(c), of_its_run(u32::from(c)), "{c}");
        }
    }

    /// The table against the standard library's, wherever that says the same thing by another name.
    #[test]
    fn agrees_with_the_standard_library() {
        for c in '\0'..=char::MAX {
            let class = class(c);
            assert_eq!(
                class == Class::Control,
                c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'),
                "{c:?}"
            );
            if class == Class::Space {
                assert!(c.is_whitespace(), "{c:?}");
            }
            if c.is_alphabetic() && !class.is_letter() {
                assert!(
                    class.is_mark()
                        || matches!(
                            class,
                            Class::Symbol | Class::NameMark | Class::Hidden | Class::Number
                        ),
                    "{c:?} {class:?}"
                );
            }
        }
    }

    #[test]
    fn says_what_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(crate::text::is_space(c), c.is_whitespace(), "{c:?}");
            let is_new = class(c) != Class::None && !c.is_alphanumeric();
            if c.is_alphanumeric() != is_alphanumeric(c) {
                // Signs that Unicode takes for letters, marks that it does not, and what this compiler does not know yet.
                let other = matches!(class(c), Class::Symbol | Class::NameMark | Class::Hidden);
                assert!(other || class(c).is_mark() || is_new, "{c:?}");
            }
            if upper(c) != c {
                assert!(upper(c).to_lowercase().eq([c]), "{c:?}");
            }
        }
        for c in "azéñþøασωаяёїџ".chars() {
            assert!(c.to_uppercase().eq([upper(c)]), "{c:?}");
        }
    }

    #[test]
    fn knows_each_class() {
        let of = |text: &str| text.chars().map(class).collect::<Vec<_>>();
        assert_eq!(of("\u{378}\u{e000}\u{ffff}"), [Class::None; 3]);
        assert_eq!(of("\t\u{85}\u{2028}"), [Class::Control; 3]);
        assert_eq!(of("\u{202e}\u{2066}"), [Class::Direction; 2]);
        assert_eq!(of("\u{200e}\u{61c}"), [Class::DirectionMark; 2]);
        assert_eq!(of("\u{ad}\u{feff}\u{e0041}\u{3164}\u{2800}"), [Class::Hidden; 5]);
        assert_eq!(of("\u{200b}\u{200c}\u{200d}"), [Class::Joiner; 3]);
        assert_eq!(of("\u{fe0f}\u{e0100}\u{180b}"), [Class::Selector; 3]);
        assert_eq!(of(" \u{a0}\u{3000}"), [Class::Space; 3]);
        assert_eq!(of("'’ʼʻ.·‐-・־་＝∙⋅"), [Class::NameMark; 14]);
        assert_eq!(of(",()@/&!\"`´=─"), [Class::Punctuation; 12]);
        assert_eq!(of("<>{}|#$_;\\~+©😀🇺𝐀\u{20e3}"), [Class::Symbol; 17]);
        assert_eq!(of("7٧Ⅲ²"), [Class::Number; 4]);
        assert_eq!(of("あא가აー"), [Class::Letter; 5]);
        assert_eq!(of("aéỄ"), [Class::Latin; 3]);
        assert_eq!(of("Ａﬁßªſ"), [Class::LatinFolding; 5]);
        assert_eq!(of("αЖՀ"), [Class::Greek, Class::Cyrillic, Class::LookAlike]);
        assert_eq!(of("李々〇"), [Class::Han; 3]);
        assert_eq!(of("عकเក"), [Class::Joining; 4]);
        assert_eq!(
            of("\u{301}\u{5b0}\u{94d}\u{17d2}"),
            [Class::Mark, Class::Mark, Class::JoiningMark, Class::JoiningMark]
        );
    }
}
