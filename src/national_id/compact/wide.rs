//! What characters outside ASCII are folded into.

use super::{BRACKET, DASH, DOT, ENYE, LETTER, OTHER, SLASH, SPACE};
use crate::unicode::{digit, upper};

/// Letters of other scripts that look like a Latin capital, each before the letter it looks like.
pub(super) const ALIKE: &str = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

pub(super) fn fold_wide(c: char) -> u8 {
    let code = c as u32;
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => return DASH,
        '·' | '․' | '・' | '．' => return DOT,
        '⁄' | '∕' | '／' => return SLASH,
        '（' | '）' | '№' | '＃' | '：' | '＿' => return BRACKET,
        'Ñ' | 'ñ' => return ENYE,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            let letter = u8::try_from(code.wrapping_sub(0xfee0)).unwrap_or(OTHER);
            return letter.to_ascii_uppercase();
        }
        _ if crate::text::is_blank_char(c) => return SPACE,
        _ => {}
    }
    if let Some(digit) = digit(c) {
        return b'0'.wrapping_add(digit);
    }
    let capital = upper(c);
    let mut pairs = ALIKE.chars();
    while let (Some(foreign), Some(latin)) = (pairs.next(), pairs.next()) {
        if foreign == capital {
            return u8::try_from(latin).unwrap_or(LETTER);
        }
    }
    if SIGNS.iter().any(|(first, last)| (*first..=*last).contains(&code)) { OTHER } else { LETTER }
}

/// Blocks of signs, marks and pictures: beyond them, what is not ASCII counts as a letter of some script.
const SIGNS: &[(u32, u32)] = &[
    (0x80, 0xa9),
    (0xab, 0xb9),
    (0xbb, 0xbf),
    (0xd7, 0xd7),
    (0xf7, 0xf7),
    (0x2c2, 0x36f),
    (0x37e, 0x37e),
    (0x384, 0x385),
    (0x387, 0x387),
    (0x1fbd, 0x1fbd),
    (0x1fbf, 0x1fc1),
    (0x1fcd, 0x1fcf),
    (0x1fdd, 0x1fdf),
    (0x1fed, 0x1fef),
    (0x1ffd, 0x1ffe),
    (0x2000, 0x2bff),
    (0x2e00, 0x2e7f),
    (0x3000, 0x303f),
    (0x3200, 0x33ff),
    (0xd800, 0xf8ff),
    (0xfe00, 0xfe6f),
    (0xff00, 0xff65),
    (0xffe0, 0xffff),
    (0x1d000, 0x1fbff),
    (0xe0000, 0x0010_ffff),
];
