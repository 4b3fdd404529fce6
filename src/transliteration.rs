//! Names in the letters of a machine-readable zone: `Müller` is `MUELLER` there, `Иванов` `IVANOV`.
//!
//! Source: unverified against the text of ICAO Doc 9303-3 (8th edition, 2021), section 6. Its table A (Latin) agrees with crate
//! `mrz` 0.9.1; table B (Cyrillic) with that crate, with Python's `mrz` and `interscript`, and with the extracts in Russian
//! regulations; table C (Arabic) with Python's two where they agree, and with the working paper TAG/MRTD/20-WP/17. Beyond the
//! tables, other Latin letters with accents give their base letter (Vietnamese, Romanian), and accents that are characters of
//! their own count as part of their letter. Not covered: any other script.

use alloc::string::String;

use crate::{
    scan::{cut, parts},
    unicode::{Class, class},
};

/// A name in A–Z and single spaces: hyphens part, apostrophes and full stops vanish. The first of the transliterations the
/// standard recommends, as for Russian where languages differ. `None` where a letter has none.
///
/// ```
/// use kyc_rules::transliteration::icao;
/// assert_eq!(icao("Müller-Lüdenscheidt").as_deref(), Some("MUELLER LUEDENSCHEIDT"));
/// assert_eq!(icao("O’Brien").as_deref(), Some("OBRIEN"));
/// assert_eq!(icao("Ксения Щукина").as_deref(), Some("KSENIIA SHCHUKINA"));
/// assert_eq!(icao("محمود").as_deref(), Some("MXHMWD"));
/// assert_eq!(icao("李"), None);
/// ```
#[must_use]
pub fn icao(name: &str) -> Option<String> {
    let mut out = String::new();
    let mut last = "";
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let is_last = chars.peek().is_none_or(|next| !class(*next).is_letter());
        let letters = match transliteration(c, is_last)? {
            Piece::Break => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
                ""
            }
            Piece::Double => last,
            Piece::Accent(letters) => accented(&out, letters),
            Piece::Letters(letters) => cut(letters, b'/').map_or(letters, |(first, _)| first),
        };
        out.push_str(letters);
        last = letters;
    }
    if out.ends_with(' ') {
        out.pop();
    }
    Some(out).filter(|out| !out.is_empty())
}

/// Whether a name can stand as these letters in a machine-readable zone, in any of the transliterations the standard
/// recommends; spaces, `<` and the like do not count. `may_be_cut`: whether the zone may hold only the beginning. `None` where
/// a letter of the name has no transliteration.
///
/// ```
/// use kyc_rules::transliteration::agrees;
/// assert_eq!(agrees("Müller", "MUELLER", false), Some(true));
/// assert_eq!(agrees("Müller", "MULLER", false), Some(true));
/// assert_eq!(agrees("Müller", "MILLER", false), Some(false));
/// assert_eq!(agrees("Живков", "ZIVKOV", false), Some(true), "as Serbian");
/// assert_eq!(agrees("Anna Maria", "ANNA<MAR", true), Some(true));
/// assert_eq!(agrees("李", "LI", false), None);
/// ```
#[must_use]
pub fn agrees(name: &str, zone: &str, may_be_cut: bool) -> Option<bool> {
    let zone = || zone.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_uppercase());
    // Bit n is set where the name so far can be the first n letters of the zone, which has at most 39.
    let (end, mut at) = (zone().count(), 1_u64);
    let mut was_cut = false;
    let mut last = "";
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let is_last = chars.peek().is_none_or(|next| !class(*next).is_letter());
        let (letters, optional) = match transliteration(c, is_last)? {
            Piece::Break => continue,
            Piece::Double => (last, false),
            // Which letter it stands on does not matter: with it or without, both are recommended.
            Piece::Accent(letters) => (letters, true),
            Piece::Letters(letters) => (letters, false),
        };
        last = letters;
        was_cut |= end < 64 && at >> end & 1 == 1;
        let mut next = if optional { at } else { 0 };
        for letters in parts(letters, b'/') {
            for from in (0..=end.min(63)).filter(|from| at >> from & 1 == 1) {
                let length = letters.len().min(end.saturating_sub(from));
                let is_there = zone().skip(from).take(length).eq(letters.bytes().take(length));
                if is_there && length == letters.len() {
                    next |= 1_u64
                        .checked_shl(u32::try_from(from.saturating_add(length)).ok()?)
                        .unwrap_or(0);
                }
                was_cut |= is_there && length < letters.len();
            }
        }
        at = next;
    }
    let is_whole = end < 64 && at >> end & 1 == 1;
    Some(is_whole || may_be_cut && was_cut && end > 0)
}

/// What a character becomes.
enum Piece {
    /// A space.
    Break,
    /// What came before, once more (shadda).
    Double,
    /// What an accent adds to the letter before it, if it is the letter that has it.
    Accent(&'static str),
    /// Letters; several recommendations parted by slashes.
    Letters(&'static str),
}

fn transliteration(c: char, is_last: bool) -> Option<Piece> {
    let letters = match c {
        'A'..='Z' | 'a'..='z' => letter(c.to_ascii_uppercase()),
        '\u{308}' => return Some(Piece::Accent("E")),
        '\u{30a}' => return Some(Piece::Accent("A")),
        '\u{651}' => return Some(Piece::Double),
        // `XTA` is used generally, `XAH` where it ends a part of the name.
        '\u{629}' => Some(if is_last { "XAH" } else { "XTA" }),
        '\u{621}'..='\u{64a}' => nth(&ARABIC, c, 0x621).copied(),
        '\u{400}'..='\u{42f}' => nth(&CYRILLIC, c, 0x400).copied(),
        '\u{430}'..='\u{44f}' => nth(&CYRILLIC, c, 0x420).copied(),
        '\u{450}'..='\u{45f}' => nth(&CYRILLIC, c, 0x450).copied(),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c).wrapping_sub(0xfee0))
            .and_then(|c| letter(c.to_ascii_uppercase())),
        _ => OTHERS
            .iter()
            .find(|(of, _)| of.chars().any(|one| one == c))
            .map(|(_, letters)| *letters)
            .or_else(|| base_letter(c)),
    };
    match letters {
        Some(letters) => Some(Piece::Letters(letters)),
        None => match class(c) {
            Class::NameMark
                if matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '·' | '•' | '・') =>
            {
                Some(Piece::Break)
            }
            Class::Space | Class::Punctuation => Some(Piece::Break),
            Class::NameMark | Class::Mark | Class::Joiner => Some(Piece::Letters("")),
            _ => None,
        },
    }
}

/// What an accent adds: only the letters whose own row has two letters get one.
fn accented(before: &str, letters: &'static str) -> &'static str {
    let of = if letters == "E" { "AOU" } else { "A" };
    if before.chars().next_back().is_some_and(|last| of.chars().any(|one| one == last)) {
        letters
    } else {
        ""
    }
}

fn nth<T>(table: &[T], c: char, first: u32) -> Option<&T> {
    table.get(usize::try_from(u32::from(c).checked_sub(first)?).ok()?)
}

fn letter(c: char) -> Option<&'static str> {
    let at = usize::from(u8::try_from(c).ok()?.checked_sub(b'A')?);
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ".get(at..at.checked_add(1)?)
}

/// The base letter of a Latin letter with accents.
fn base_letter(c: char) -> Option<&'static str> {
    let base = match c {
        '\u{c0}'..='\u{233}' => nth(LATIN.as_bytes(), c, 0xc0),
        '\u{1e00}'..='\u{1eff}' => nth(LATIN_ADDITIONAL.as_bytes(), c, 0x1e00),
        _ => None,
    }?;
    letter(char::from(*base))
}

/// Characters with a row of their own, both cases, and what they become.
const OTHERS: &[(&str, &str)] = &[
    ("ÄäǞǟ", "AE/A"),
    ("Åå", "AA/A"),
    ("Ææ", "AE"),
    ("Öö", "OE/O"),
    ("Øø", "OE"),
    ("Üü", "UE/UXX/U"),
    ("Ññ", "N/NXX"),
    ("Þþ", "TH"),
    ("ßẞ", "SS"),
    ("Ĳĳ", "IJ"),
    ("Œœ", "OE"),
    ("ÐðĐđ", "D"),
    ("Ħħ", "H"),
    ("ı", "I"),
    ("Ŀŀ", "L"),
    ("Łł", "L"),
    ("Ŋŋ", "N"),
    ("Ŧŧ", "T"),
    ("Ѫѫ", "U"),
    ("Ѵѵ", "Y"),
    ("ҐґҒғ", "G"),
    ("Һһ", "C"),
    ("ٱ", "XXA"),
    ("ٹ", "XXT"),
    ("ټ", "XRT"),
    ("پ", "P"),
    ("ځ", "XKE"),
    ("څ", "XXH"),
    ("چ", "XC"),
    ("ڈ", "XXD"),
    ("ډ", "XDR"),
    ("ڑ", "XXR"),
    ("ړ", "XRR"),
    ("ږ", "XRX"),
    ("ژ", "XJ"),
    ("ښ", "XXS"),
    ("ک", "XKK"),
    ("ګ", "XXK"),
    ("ڭ", "XNG"),
    ("گ", "XGG"),
    ("ں", "XNN"),
    ("ڼ", "XXN"),
    ("ھ", "XDO"),
    ("ۀ", "XYH"),
    ("ہ", "XXG"),
    ("ۂ", "XGE"),
    ("ۃ", "XTG"),
    ("ی", "XYA"),
    ("ۍ", "XXY"),
    ("ې", "Y"),
    ("ے", "XYB"),
    ("ۓ", "XBE"),
];

/// U+00C0 to U+0233: the base letter that canonical decomposition gives.
const LATIN: &str = "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..AAAAAA.CEEEEIIII.NOOOOO..UUUUY.YAAAAAACCCCCCCCDD..EEEEEEEEEEGGGGGGGGHH..\
IIIIIIIII...JJKK.LLLLLL....NNNNNN...OOOOOO..RRRRRRSSSSSSSSTTTT..UUUUUUUUUUUUWWYYYZZZZZZ.................................OO......\
.......UU............................AAIIOOUUUUUUUUUU.AAAA....GGKKOOOO..J...GG..NNAA....AAAAEEEEIIIIOOOORRRRUUUUSSTT..HH......AA\
EEOOOOOOOOYY";
/// U+1E00 to U+1EFF: the same.
const LATIN_ADDITIONAL: &str = "AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMMMMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRR\
SSSSSSSSSSTTTTTTTTUUUUUUUUUUVVVVWWWWWWWWWWXXXXYYZZZZZZHTWY......AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOO\
OOOOUUUUUUUUUUUUUUYYYYYYYY......";

/// U+0400 to U+042F; behind the slash what Belarusian, Bulgarian, Macedonian, Serbian or Ukrainian have, Ukrainian also at the
/// start of a name.
const CYRILLIC: [&str; 48] = [
    "E", "E/IO", "D", "G/GJ", "IE/YE", "DZ", "I", "I/YI", "J", "LJ", "NJ", "C", "K/KJ", "I", "U",
    "DZ/DJ", //
    "A", "B", "V", "G/H", "D", "E", "ZH/Z", "Z", "I/Y", "I/Y", "K", "L", "M", "N", "O",
    "P", //
    "R", "S", "T", "U", "F", "KH/H", "TS/C", "CH/C", "SH/S", "SHCH/SHT", "IE", "Y", "", "E",
    "IU/YU", "IA/YA",
];

/// U+0621 to U+064A; what is not encoded is empty.
const ARABIC: [&str; 42] = [
    "XE", "XAA", "XAE", "U", "I", "XI", "A", "B", "XTA", "T", "XTH", "J", "XH", "XKH", "D", "XDH",
    "R", "Z", "S", "XSH", "XSS", "XDZ", "XTT", "XZZ", "E", "G", "", "", "", "", "", "", "F", "Q",
    "K", "L", "M", "N", "H", "W", "XAY", "Y",
];

#[cfg(test)]
mod tests;
