//! Post-office boxes, private mailboxes and mail held at a post office, in the words of the languages addresses are written in.
//!
//! Source: unverified (the words agree with the address formats that postal authorities publish through the UPU and with
//! libaddressinput's `PostOfficeBox` patterns as far as those go). A pattern is words in small letters without accents;
//! `#` behind them: only with a number; `^` before them: only at the start of the line or behind a comma or semicolon, for
//! words that streets and villages have in their names too.

use super::{fold::plain, text::is_word_char};
use crate::{
    code::Code,
    scan,
    unicode::{Class, class},
};

/// What a line stands for, where that is no home: `AddressPoBox` or `AddressPrivateMailbox`. `country` in capital letters, empty
/// where unknown: some abbreviations mean a box only in their own country.
pub(crate) fn find(line: &str, country: &str) -> Option<Code> {
    let line = beginning(line);
    let own = local(country);
    let mut start = true;
    let mut here = next_word(line);
    while let Some((before, word, after)) = here {
        let following = next_word(after);
        start |= before.bytes().any(|byte| matches!(byte, b',' | b';'));
        let mut letters = word.chars().map(plain);
        let first = letters.next().unwrap_or(' ');
        let second = letters.next().unwrap_or(' ');
        let third = third(word, following);
        for patterns in [words(first, second), own] {
            let judged = |pattern: &&str| judge(pattern, third, word, after, start);
            if let Some(found) = patterns.iter().find_map(judged) {
                return Some(found);
            }
        }
        start = false;
        here = following;
    }
    let begins = |(at, c): (usize, char)| {
        let rest = line.get(at..).unwrap_or_default();
        within(c).iter().any(|sign| rest.starts_with(sign))
    };
    let among_words = !line.is_ascii() && line.char_indices().any(begins);
    among_words.then_some(Code::AddressPoBox)
}

/// How many bytes of a line are looked at: many times what a field holds, so that a text of any length takes no longer.
const LOOKED_AT: usize = 4_096;

fn beginning(line: &str) -> &str {
    let ends = LOOKED_AT.saturating_sub(3)..=LOOKED_AT;
    ends.rev().find_map(|end| line.get(..end)).unwrap_or(line)
}

/// Patterns, as the top of this file says them.
type Patterns = &'static [&'static str];

/// Patterns by the first two letters of their first word.
#[rustfmt::skip] // A table reads best a row a line.
fn words(first: char, second: char) -> Patterns {
    match (first, second) {
        ('a', ' ') => &["a k #"],
        ('a', 'b') => &["abonenta kastite"],
        ('a', 'p') => &["apartado postal", "apartado aereo", "apartado de correos", "apartado de correo", "^apartado #",
                "apdo", "apdo postal", "aptdo #", "apartat de correus"],
        ('b', ' ') => &["b p #"],
        ('b', 'e') => &["beg berkunci"],
        ('b', 'o') => &["boite postale", "^box #", "^boks #"],
        ('b', 'p') => &["bp #"],
        ('b', 'u') => &["buzon postal"],
        ('c', 'a') => &["^casilla #", "casilla de correo", "casilla de correos", "casilla postal", "casella postale",
                "cas post", "caixa postal", "case postale", "casier postal", "casuta postala", "caller box", "caller service"],
        ('c', 'u') => &["cutie postala"],
        ('c', 'x') => &["cx postal", "^cx #"],
        ('d', 'r') => &["drawer #"],
        ('f', 'e') => &["fermo posta", "fermoposta"],
        ('g', ' ') => &["g p o box"],
        ('g', 'e') => &["general delivery"],
        ('g', 'p') => &["gpo box"],
        ('h', 'o') => &["hop thu #", "hom thu #"],
        ('k', 'o') => &["kotak pos"],
        ('l', 'i') => &["lista de correos"],
        ('l', 'o') => &["locked bag", "lock box #"],
        ('m', 'a') => &["mail boxes etc!", "mailboxes etc!"],
        ('p', ' ') => &["p o box", "p o bx", "p o b #", "p o bag", "p m b #!", "p k #", "^p p #"],
        ('p', '0') => &["p0 box"],
        ('p', 'a') => &["packstation", "pasto dezute"],
        ('p', 'b') => &["^pb #"],
        ('p', 'e') => &["peti surat"],
        ('p', 'f') => &["^pf #"],
        ('p', 'm') => &["pmb #!"],
        ('p', 'o') => &["po box", "pobox", "po bx", "pob #", "po drawer", "po bag", "post office box", "post box #",
                "postbox #", "post office bag", "postal box", "postnet suite!", "postfach", "postschliessfach", "postlagernd",
                "postfiliale", "poste restante", "posta restante", "postbus #", "posbus #", "postboks", "postbks",
                "postilokero", "postiloker", "postholf", "postkast #", "postafiok", "posta kutusu", "postanski pretinac",
                "postanski fah", "postni predal", "postovni prihradka", "postovy priecinok", "po kast", "poste s l p"],
        ('p', 'r') => &["private bag #", "private mail bag!", "private mailbox!", "private mail box!", "privaatsak"],
        ('s', ' ') => &["s l p #"],
        ('s', 'k') => &["skr poczt", "skrytka pocztowa", "skr pocztowa", "skrytka poczt"],
        ('s', 'l') => &["slp #"],
        ('τ', ' ') => &["τ θ #"],
        ('τ', 'α') => &["ταχυδρομικη θυριδα"],
        ('τ', 'θ') => &["τθ #"],
        ('а', ' ') => &["а я #", "а с #"],
        ('а', 'б') => &["абонентский ящик", "абонентная скринька", "абонентська скринька"],
        ('а', 'я') => &["ая #"],
        ('д', 'о') => &["до востребования", "до запитання"],
        ('п', ' ') => &["п к #"],
        ('п', 'о') => &["почтовый ящик", "пощенска кутия", "поштенски фах", "поштански преградак", "поштански фах",
                "поштова скринька", "поштенско сандаче"],
        ('ת', ' ') => &["ת ד #"],
        ('ת', 'א') => &["תא דואר"],
        ('ת', 'ד') => &["תד #"],
        ('ص', ' ') => &["ص ب", "ص ب #"],
        ('ص', 'ب') => &["صب #"],
        ('ص', 'ن') => &["صندوق بريد", "صندوق البريد", "صندوق پستی"],
        _ => &[],
    }
}

/// Patterns of one country.
fn local(country: &str) -> Patterns {
    match country {
        "FI" | "AX" => &["^pl #"],
        "CH" | "CA" | "IT" | "SM" | "VA" | "RO" | "MD" => &["^cp #", "^c p #"],
        "CO" => &["aa #", "a a #"],
        "EE" => &["^pk #"],
        "LT" => &["a d #"],
        "CZ" | "SK" => &["^p o #"],
        _ => &[],
    }
}

/// Signs of a box by their first character, in scripts that write words without spaces between them or may leave them out.
fn within(first: char) -> Patterns {
    match first {
        '私' => &["私書箱"],
        '郵' => &["郵便局留"],
        '局' => &["局留め"],
        '邮' => &["邮箱"],
        '信' => &["信箱"],
        '사' => &["사서함"],
        '우' => &["우체국 보관"],
        'ต' => &["ตู้ ปณ", "ตู้ป.ณ", "ตู้ไปรษณีย์"],
        'ป' => &["ปณ."],
        'प' => &["पोस्ट बॉक्स", "पो.बॉ"],
        'প' => &["পোস্ট বক্স"],
        'த' => &["தபால் பெட்டி"],
        _ => &[],
    }
}

/// The third character of a pattern that could begin at this word, where it is one of ASCII: nearly none begins there, and that character
/// tells most apart.
fn third(word: &str, following: Option<Word<'_>>) -> Option<u8> {
    let third = match word.as_bytes() {
        [_] => {
            let (_, next, _) = following?;
            next.bytes().next()?
        }
        [_, _] => b' ',
        [_, _, third, ..] => *third,
        [] => return None,
    };
    word.is_ascii().then(|| third.to_ascii_lowercase()).filter(u8::is_ascii)
}

/// Whether a pattern begins at this word. A `!` at its end says private mailbox.
fn judge(pattern: &str, third: Option<u8>, word: &str, after: &str, start: bool) -> Option<Code> {
    let (pattern, code) = match pattern.strip_suffix('!') {
        Some(pattern) => (pattern, Code::AddressPrivateMailbox),
        None => (pattern, Code::AddressPoBox),
    };
    let (pattern, anywhere) = match pattern.strip_prefix('^') {
        Some(pattern) => (pattern, false),
        None => (pattern, true),
    };
    if pattern.is_empty() || !(anywhere || start) {
        return None;
    }
    // `#` is any number.
    if let (Some(third), Some(wanted)) = (third, pattern.as_bytes().get(2))
        && *wanted != third
        && *wanted != b'#'
    {
        return None;
    }
    let mut wanted = scan::parts(pattern, b' ');
    if !same(wanted.next()?, word) {
        return None;
    }
    let mut rest = after;
    for next in wanted {
        if next == "#" {
            return number_follows(rest).then_some(code);
        }
        let (_, word, after) = next_word(rest)?;
        if !same(next, word) {
            return None;
        }
        rest = after;
    }
    Some(code)
}

/// Whether a word with a digit comes next, a word for "number" aside.
fn number_follows(rest: &str) -> bool {
    let Some((_, word, after)) = next_word(rest) else { return false };
    if word.contains(has_digit) {
        return true;
    }
    let is_number = ["no", "nr", "n", "num", "numero", "number", "nro", "nº", "№", "x"]
        .iter()
        .any(|it| same(it, word));
    is_number && next_word(after).is_some_and(|(_, word, _)| word.contains(has_digit))
}

fn has_digit(c: char) -> bool {
    super::fold::digit(c).is_some()
}

fn same(pattern: &str, word: &str) -> bool {
    if word.is_ascii() {
        return pattern.eq_ignore_ascii_case(word);
    }
    // Marks written apart from their letters are left out, as the pattern has none.
    pattern.chars().eq(word.chars().filter(|c| is_word_char(*c)).map(plain))
}

/// A word of a text between what stands before and behind it.
type Word<'a> = (&'a str, &'a str, &'a str);

/// The next word of a text.
fn next_word(text: &str) -> Option<Word<'_>> {
    let inside = |c: char| {
        let class = class(c);
        class.is_letter() || class.is_mark() || class == Class::Number
    };
    let start = first(text, true, inside);
    let (before, rest) = text.split_at_checked(start).filter(|(_, rest)| !rest.is_empty())?;
    let (word, after) = rest.split_at_checked(first(rest, false, |c| !inside(c)))?;
    Some((before, word, after))
}

/// The place of the first character that is wanted: a letter or digit of ASCII, or something else of it, or beyond it one that
/// `is_wanted`; the text's end where there is none.
fn first(text: &str, alphanumeric: bool, is_wanted: impl Fn(char) -> bool) -> usize {
    let is_seen = |b: u8| !b.is_ascii() || b.is_ascii_alphanumeric() == alphanumeric;
    let seen = text.bytes().position(is_seen).unwrap_or(text.len());
    match text.split_at_checked(seen) {
        Some((_, rest)) if rest.bytes().next().is_some_and(|b| !b.is_ascii()) => {
            seen.saturating_add(rest.find(is_wanted).unwrap_or(rest.len()))
        }
        _ => seen,
    }
}

#[cfg(test)]
mod tests;
