//! What the texts of an address have in common: no hidden control or direction characters, something to read.
//!
//! Source: the design, "Address lines"; the direction characters are those of Unicode's bidirectional algorithm (UAX 9): embeddings,
//! overrides and isolates can make a text look like another and are errors, the three implicit marks stray in from Arabic and
//! Hebrew keyboards and only get a warning.

use alloc::string::String;

use crate::{
    ascii::Seen,
    code::{Code, Severity},
    finding::Finding,
    text::trim,
    unicode::{Class, class},
};

/// What is wrong with a text, in the order of weight: errors, then (`caller`), then warnings.
///
/// # Errors
/// `text.control_character`, `text.direction_character`, `text.no_letter_or_digit`; as warnings `text.direction_character`,
/// `text.not_unicode`, `text.markup`, `text.outer_space`, all behind what `caller` finds.
pub(crate) fn check(
    value: &str,
    caller: impl FnOnce(&str) -> Result<(), Finding>,
) -> Result<(), Finding> {
    let seen = Seen::of(value);
    let (words, soft) = if seen.is_plain() {
        let soft = seen.any(Seen::MARKUP).then_some(Code::TextMarkup);
        (seen.any(Seen::LETTER.or(Seen::DIGIT)), soft)
    } else {
        by_character(value)?
    };
    if !words {
        return Err(Code::TextNoLetterOrDigit.into());
    }
    let trimmed = trim(value);
    caller(trimmed)?;
    if trimmed.len() != value.len() {
        return Err(Code::TextOuterSpace.into());
    }
    match soft {
        Some(code) => Err(Finding::new(code).weighing(Severity::Warning)),
        None => Ok(()),
    }
}

/// Whether there is something to read, and what to warn of.
fn by_character(value: &str) -> Result<(bool, Option<Code>), Code> {
    let mut words = false;
    let mut soft = None;
    for c in value.chars() {
        if is_word_char(c) {
            words = true;
            continue;
        }
        match hidden(c) {
            Hidden::Control => return Err(Code::TextControlCharacter),
            Hidden::Direction => return Err(Code::TextDirectionCharacter),
            Hidden::Mark => soft = soft.or(Some(Code::TextDirectionCharacter)),
            Hidden::Lost => soft = soft.or(Some(Code::TextNotUnicode)),
            Hidden::No if matches!(c, '<' | '>') => soft = soft.or(Some(Code::TextMarkup)),
            Hidden::No => {}
        }
    }
    Ok((words, soft))
}

/// The error that hidden characters alone are.
///
/// # Errors
/// `text.control_character`, `text.direction_character`.
pub(crate) fn check_hidden(value: &str) -> Result<(), Finding> {
    if Seen::of(value).is_plain() {
        return Ok(());
    }
    value.chars().map(hidden).try_for_each(|it| match it {
        Hidden::Control => Err(Code::TextControlCharacter.into()),
        Hidden::Direction => Err(Code::TextDirectionCharacter.into()),
        Hidden::Mark | Hidden::Lost | Hidden::No => Ok(()),
    })
}

/// Trimmed, the implicit direction marks taken out, line breaks and tabs made spaces; `None` where nothing changes.
pub(crate) fn canonical(value: &str) -> Option<String> {
    let trimmed = trim(value);
    if trimmed.len() == value.len() && Seen::of(value).is_plain() {
        return None;
    }
    let touches = |c: char| matches!(c, '\t' | '\n' | '\r') || hidden(c) == Hidden::Mark;
    if trimmed.len() == value.len() && !trimmed.chars().any(touches) {
        return None;
    }
    let mut out = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match c {
            '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            '\t' | '\n' | '\r' => out.push(' '),
            _ if hidden(c) == Hidden::Mark => {}
            _ => out.push(c),
        }
    }
    Some(out)
}

/// What a character that shows nothing does.
#[derive(PartialEq, Eq)]
enum Hidden {
    No,
    Control,
    Direction,
    Mark,
    Lost,
}

fn hidden(c: char) -> Hidden {
    match c {
        // C0, C1, line and paragraph separators, deprecated format characters, annotations, tags, noncharacters.
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{2028}'..='\u{2029}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}'..='\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => Hidden::Control,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Hidden::Direction,
        '\u{200e}' | '\u{200f}' | '\u{61c}' => Hidden::Mark,
        '\u{fffd}' => Hidden::Lost,
        _ => Hidden::No,
    }
}

/// Whether a character is a letter, a number, or a mark that a script writes sounds with.
pub(crate) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let class = class(c);
    class.is_letter() || matches!(class, Class::Number | Class::JoiningMark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(value: &str) -> Option<(Code, Severity)> {
        check(value, |_| Ok(())).err().map(|finding| (finding.code, finding.severity))
    }

    #[test]
    fn hidden_characters_weigh_by_what_they_can_do() {
        for good in [
            "1",
            "é",
            "東京都",
            "12 rue de l’Église",
            "شارع الملك فهد",
            "កម្ពុជា",
            "३",
            "①",
            "K-9 (b) #4 & 5/6",
        ] {
            assert_eq!(code(good), None, "{good}");
        }
        for c in ['\u{0}', '\t', '\u{7f}', '\u{85}', '\u{2028}', '\u{e0041}', '\u{ffff}'] {
            let value: String = ['a', c, 'b'].into_iter().collect();
            assert_eq!(code(&value), Some((Code::TextControlCharacter, Severity::Error)));
        }
        for c in ['\u{202e}', '\u{2066}'] {
            let value: String = ['a', c, 'b'].into_iter().collect();
            assert_eq!(code(&value), Some((Code::TextDirectionCharacter, Severity::Error)));
        }
        assert_eq!(code("a\u{200f}b"), Some((Code::TextDirectionCharacter, Severity::Warning)));
        assert_eq!(code("a\u{fffd}b"), Some((Code::TextNotUnicode, Severity::Warning)));
        assert_eq!(code("<b>"), Some((Code::TextMarkup, Severity::Warning)));
        assert_eq!(code(" a"), Some((Code::TextOuterSpace, Severity::Warning)));
        for empty in ["-", "…", "😀", "#", "。", "ㅤ.", "\u{e000}"] {
            assert_eq!(code(empty).map(|it| it.0), Some(Code::TextNoLetterOrDigit), "{empty}");
        }
    }

    #[test]
    fn canonical_is_stable() {
        for (value, expected) in [
            (" a ", Some("a")),
            ("a\tb\r\nc", Some("a b c")),
            ("a \u{200f}", Some("a")),
            ("\u{200f} a\u{200e}b", Some("ab")),
            ("a \u{200f}\u{61c} \u{200e}", Some("a")),
            ("जोन्\u{200e}\u{200d}\u{200f} ", Some("जोन्")),
            ("a b", None),
        ] {
            assert_eq!(canonical(value).as_deref(), expected);
            assert_eq!(expected.and_then(canonical), None);
        }
    }
}
