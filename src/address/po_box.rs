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
        [_] => following?.1.bytes().next()?,
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
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::too_many_lines, reason = "examples, a line each")]
    fn boxes_are_found_in_the_languages_of_addresses() {
        for (country, line) in [
            ("US", "PO Box 123"),
            ("US", "P.O. Box 1234"),
            ("US", "p o box 9"),
            ("US", "P.O.BOX 55"),
            ("US", "PO BOX"),
            ("US", "P0 Box 7"),
            ("US", "Post Office Box 7"),
            ("US", "POB 12"),
            ("US", "P. O. Drawer 5"),
            ("US", "Box 42"),
            ("US", "General Delivery"),
            ("US", "12 Main St, PO Box 3"),
            ("AU", "GPO Box 1234"),
            ("AU", "Locked Bag 20"),
            ("NZ", "Private Bag 3029"),
            ("ZA", "Private Bag X12"),
            ("ZA", "Posbus 345"),
            ("IN", "Post Box No. 12"),
            ("KE", "P.O. Box 30197-00100"),
            ("TZ", "S.L.P. 9184"),
            ("DE", "Postfach 10 01 23"),
            ("DE", "Packstation 145"),
            ("CH", "Postfach"),
            ("AT", "Postlagernd"),
            ("CH", "Case postale 1234"),
            ("CA", "C.P. 123"),
            ("CA", "C. P. 45, succ. A"),
            ("FR", "BP 90167"),
            ("FR", "B.P. 12"),
            ("SN", "12 Rue de Thiong, BP 345"),
            ("BF", "01 BP 1234"),
            ("FR", "Boîte postale 4"),
            ("FR", "Poste restante"),
            ("ES", "Apartado de Correos 1234"),
            ("ES", "Apdo. 123"),
            ("MX", "Apartado Postal 45"),
            ("CO", "A.A. 4321"),
            ("CR", "Apartado 123-1000"),
            ("CL", "Casilla 1234"),
            ("AR", "Casilla de Correo 12"),
            ("BO", "Casilla N° 55"),
            ("BR", "Caixa Postal 123"),
            ("BR", "Cx. Postal 12"),
            ("BR", "Cx 12"),
            ("PT", "Apartado 42"),
            ("IT", "Casella Postale 12"),
            ("IT", "Fermo Posta"),
            ("IT", "C.P. 7"),
            ("NL", "Postbus 12345"),
            ("SE", "Box 123"),
            ("NO", "Postboks 1400 Vika"),
            ("NO", "Pb 12"),
            ("DK", "Postboks 9"),
            ("FI", "PL 123"),
            ("FI", "PB 12"),
            ("IS", "Pósthólf 30"),
            ("EE", "Postkast 12"),
            ("LV", "a/k 15"),
            ("LT", "A. d. 300"),
            ("PL", "Skr. poczt. 12"),
            ("PL", "Skrytka pocztowa 4"),
            ("CZ", "P.O. BOX 5"),
            ("CZ", "Poštovní přihrádka 1"),
            ("SK", "Poštový priečinok 9"),
            ("HU", "Pf. 123"),
            ("RO", "Căsuța poștală 5"),
            ("RO", "C.P. 12"),
            ("MD", "Cutie poștală 14"),
            ("BG", "п.к. 8"),
            ("BG", "Пощенска кутия 8"),
            ("RU", "а/я 123"),
            ("RU", "А/Я 5"),
            ("RU", "ая 5"),
            ("RU", "Абонентский ящик 77"),
            ("RU", "до востребования"),
            ("UA", "а/с 100"),
            ("RS", "Поштански преградак 2"),
            ("HR", "Poštanski pretinac 3"),
            ("SI", "Poštni predal 1"),
            ("GR", "Τ.Θ. 123"),
            ("GR", "ΤΘ 50"),
            ("GR", "Ταχυδρομική Θυρίδα 7"),
            ("TR", "P.K. 12"),
            ("TR", "Posta Kutusu 12"),
            ("AE", "ص.ب 1234"),
            ("SA", "ص. ب. ٥٥"),
            ("SA", "صب ٥٥"),
            ("EG", "صندوق بريد 12"),
            ("IR", "صندوق پستی ۱۲۳"),
            ("IL", "ת.ד. 123"),
            ("IL", "ת״ד 9"),
            ("IL", "תד 9"),
            ("IL", "תא דואר 9"),
            ("JP", "新宿郵便局私書箱123号"),
            ("CN", "北京市100号邮政信箱"),
            ("TW", "台北郵政信箱12號"),
            ("KR", "광화문우체국 사서함 123호"),
            ("TH", "ตู้ ปณ. 12"),
            ("VN", "Hộp thư 45"),
            ("ID", "Kotak Pos 1234"),
            ("MY", "Peti Surat 10"),
            ("IN", "पोस्ट बॉक्स 5"),
        ] {
            assert_eq!(find(line, country), Some(Code::AddressPoBox), "{line}");
        }
        for line in [
            "PMB 123",
            "P.M.B. 45",
            "123 Main St PMB 6",
            "Private Mail Bag 12",
            "Private Mailbox 9",
            "PostNet Suite 12",
            "Mail Boxes Etc. 4",
        ] {
            assert_eq!(find(line, "US"), Some(Code::AddressPrivateMailbox), "{line}");
        }
    }

    #[test]
    fn only_the_beginning_of_a_long_line_is_looked_at() {
        for before in ["1 Main St, ", "é, ", "李, ", "\u{1f600}, "] {
            let line = |bytes: usize| before.repeat(bytes / before.len()) + "PO Box 1";
            assert_eq!(find(&line(LOOKED_AT - 20), ""), Some(Code::AddressPoBox));
            assert_eq!(find(&line(LOOKED_AT + 20), ""), None);
        }
    }

    #[test]
    fn homes_are_not_taken_for_boxes() {
        for (country, line) in [
            ("GB", "12 Box Hill"),
            ("GB", "Box Hill Farm, 3"),
            ("GB", "The Box, 4 High Street"),
            ("GB", "5 Boxgrove Lane"),
            ("GB", "1 Post Office Lane"),
            ("GB", "Old Post Office, 7 The Green"),
            ("GB", "The Old Postbox, Mill Lane"),
            ("AU", "27 Box Hill Road"),
            ("SE", "Boxgatan 5"),
            ("SE", "Boxholmsvägen 12"),
            ("DE", "Postfachweg 3"),
            ("DE", "Poststraße 12"),
            ("DE", "Am Alten Postamt 4"),
            ("DE", "Packhofstraße 2"),
            ("US", "RR 2 Box 152"),
            ("US", "HC 68 Box 23A"),
            ("US", "PSC 1234 Box 5678"),
            ("US", "Unit 2050 Box 4190"),
            ("US", "123 Po Valley Dr"),
            ("US", "45 Drawers Ln"),
            ("US", "77 Boxwood Ct Apt 4"),
            ("US", "9 Box Canyon Rd"),
            ("US", "100 Casilla St"),
            ("ES", "Calle Apartado 5"),
            ("ES", "Calle de los Apartados, 12"),
            ("ES", "Apartado de la Sierra, 5"),
            ("MX", "Col. Casillas 12"),
            ("CL", "Pasaje Las Casillas 345"),
            ("MX", "C.P. 06000"),
            ("ES", "Avda. C.P. Cela 4"),
            ("FR", "12 rue de la Poste"),
            ("FR", "3 rue des Postes"),
            ("FR", "8 rue B. Pascal"),
            ("BE", "Rue Neuve 12 boîte 3"),
            ("BE", "Nieuwstraat 12 bus 4"),
            ("NL", "Postweg 12"),
            ("NL", "Postbusstraat 3"),
            ("PL", "pl. 3 Maja 5"),
            ("PL", "ul. Pocztowa 12"),
            ("RU", "ул. Ленина, д. 5, кв. 3"),
            ("RU", "Почтовая улица, 4"),
            ("IT", "Via della Posta 4"),
            ("BR", "Rua Caixa d'Água 10"),
            ("BR", "Rua Cx 12"),
            ("RU", "1-ая Советская ул., 5"),
            ("PT", "Rua do Apartado 3"),
            ("JP", "千代田区丸の内1-1"),
            ("CN", "中山路12号"),
            ("KR", "세종대로 110"),
            ("IL", "דוד המלך 12"),
            ("SA", "شارع الملك فهد 12"),
            ("IN", "Vill. Rampur, P.O. Sonarpur"),
            ("KE", "Kenyatta Avenue 12"),
            ("CZ", "Na Poříčí 12"),
            ("RU", "ул. А. Я. Петрова, 5"),
            ("SK", "Poštová 3"),
            ("HU", "Posta utca 5"),
            ("GR", "Οδός Ταχυδρομείου 4"),
            ("TR", "Posta Caddesi 12"),
            ("VN", "12 Hộp Thư"),
            ("NG", "12 Private Road"),
            ("ZA", "4 Private Drive"),
            ("CO", "Calle 12 # 34-56"),
            ("CO", "Carrera 7 No. 12-34"),
            ("AR", "Av. B. P. Galdós 12"),
            ("ID", "Jl. Kotak 5"),
            ("UA", "вул. Поштова, 3"),
            ("CH", "Postgasse 1"),
            ("NO", "Bokstadveien 5"),
            ("FI", "Postikatu 2 A 5"),
            ("EE", "Posti 3"),
            ("RS", "Поштанска 4"),
            ("BG", "ул. Пощенска 5"),
            ("US", "1600 Pennsylvania Ave NW"),
            ("US", "5 Lock Box Way"),
            ("TH", "99 ถนนสุขุมวิท"),
        ] {
            assert_eq!(find(line, country), None, "{line}");
        }
    }
}
