//! Dates as people write them: `15 May 1990`, `15/05/1990`, `1990年5月15日`. Read only where they can mean no other day, to offer
//! the ISO form; never to accept them as they stand.

use time::Date;

use crate::{
    scan::{self, parts},
    text::is_space,
    unicode::is_alphanumeric,
};

/// What comes first in a date of numbers with the year at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `15/05/1990`.
    DayFirst,
    /// `05/15/1990`.
    MonthFirst,
}

/// The order customary where a locale is spoken; `None` without a region, and where both orders are in use.
///
/// Source: unverified (agrees with Unicode CLDR's short date formats).
///
/// ```
/// use kyc_rules::date::written::{Order, order_of_locale};
/// assert_eq!(order_of_locale("en-US"), Some(Order::MonthFirst));
/// assert_eq!(order_of_locale("en-GB"), Some(Order::DayFirst));
/// assert_eq!(order_of_locale("en"), None);
/// ```
#[must_use]
pub fn order_of_locale(locale: &str) -> Option<Order> {
    /// The United States and those who write dates as they do.
    const MONTH_FIRST: &[u8] = b"US AS FM GU MH MP PR PW UM VI ";
    /// Both orders are in use, or the year comes first and either may follow.
    const UNCLEAR: &[u8] = b"CA CN JP KE KP KR MN PA PH TW ";
    let region = scan::pieces(locale, |c| matches!(c, '-' | '_'))
        .skip(1)
        .find(|subtag| subtag.len() == 2)?;
    let &[first, second] = region.as_bytes() else { return None };
    let region = [first.to_ascii_uppercase(), second.to_ascii_uppercase(), b' '];
    let among = |list: &[u8]| list.chunks_exact(3).any(|code| code == region);
    if among(UNCLEAR) {
        return None;
    }
    Some(if among(MONTH_FIRST) { Order::MonthFirst } else { Order::DayFirst })
}

/// The month names of English, Spanish, French, German, Portuguese, Italian and Dutch, without accents, a month a line.
/// A word is a month where it starts, with three letters or more, names of that month only.
const MONTHS: [&str; 12] = [
    "january januar janner januari janvier janeiro enero gennaio",
    "february februar februari fevrier fevereiro febrero febbraio",
    "march marz maerz maart mars marco marzo mrz",
    "april avril abril aprile",
    "may mai mayo maio maggio mei",
    "june juni juin junio junho giugno",
    "july juli juillet julio julho luglio",
    "august augustus aout agosto",
    "september septembre septiembre setembro setiembre settembre",
    "october oktober octobre octubre outubro ottobre",
    "november novembre noviembre novembro",
    "december dezember decembre diciembre dezembro dicembre",
];

/// A piece of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// One or two digits: a day or a month.
    Short(u16),
    /// Four digits.
    Year(u16),
    /// Eight digits.
    Whole(u32),
    /// The name of a month.
    Month(u16),
}

/// Reads a date in a form other than `YYYY-MM-DD`, where it can mean one day only. `order` decides between day and month
/// where both numbers are 12 or less. Years of four digits only, 1900 to 2199.
///
/// ```
/// use kyc_rules::date::{parse, written::{Order, read}};
/// assert_eq!(read("May 15, 1990", None), parse("1990-05-15").ok());
/// assert_eq!(read("5/6/1990", None), None);
/// assert_eq!(read("5/6/1990", Some(Order::MonthFirst)), parse("1990-05-06").ok());
/// ```
#[must_use]
pub fn read(text: &str, order: Option<Order>) -> Option<Date> {
    use Piece::{Month, Short, Whole, Year};
    let text = crate::text::trim(text);
    if let Ok(date) = super::parse(text) {
        return Some(date);
    }
    match pieces(text)? {
        [Some(Whole(number)), None, None] => {
            let part = |divisor: u32, size: u32| {
                u16::try_from(number.checked_div(divisor)?.checked_rem(size)?).ok()
            };
            real(part(10_000, 10_000)?, part(100, 100)?, part(1, 100)?).or_else(|| {
                by_order(part(1_000_000, 100)?, part(10_000, 100)?, part(1, 10_000)?, order)
            })
        }
        [Some(Year(year)), Some(Short(month) | Month(month)), Some(Short(day))]
        | [Some(Short(day)), Some(Month(month)), Some(Year(year))]
        | [Some(Month(month)), Some(Short(day)), Some(Year(year))] => real(year, month, day),
        [Some(Short(first)), Some(Short(second)), Some(Year(year))] => {
            by_order(first, second, year, order)
        }
        _ => None,
    }
}

fn real(year: u16, month: u16, day: u16) -> Option<Date> {
    if !(1900..=2199).contains(&year) {
        return None;
    }
    super::date(year, month, day).ok()
}

fn by_order(first: u16, second: u16, year: u16, order: Option<Order>) -> Option<Date> {
    match (real(year, second, first), real(year, first, second)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => match order? {
            Order::DayFirst => Some(day_first),
            Order::MonthFirst => Some(month_first),
        },
        (one, other) => one.or(other),
    }
}

/// The pieces of a text, at most three; `None` where anything in it is no piece of a date.
fn pieces(text: &str) -> Option<[Option<Piece>; 3]> {
    let mut pieces = [None; 3];
    let mut free = pieces.iter_mut();
    let mut rest = text.chars().peekable();
    if !is_alphanumeric(*rest.peek()?) {
        return None;
    }
    while let Some(&first) = rest.peek() {
        if let Some(digit) = digit(first) {
            let (mut number, mut count) = (digit, 1_u8);
            rest.next();
            while let Some(digit) = rest.peek().and_then(|&next| self::digit(next)) {
                number = number.checked_mul(10)?.checked_add(digit)?;
                count = count.checked_add(1)?;
                rest.next();
            }
            let short = u16::try_from(number);
            *free.next()? = Some(match count {
                1 | 2 => Piece::Short(short.ok()?),
                4 => Piece::Year(short.ok()?),
                8 => Piece::Whole(number),
                _ => return None,
            });
        } else if is_separator(first) {
            rest.next();
        } else {
            let mut word = [0_u8; 12];
            let mut letters = word.iter_mut();
            while let Some(letter) = rest.peek().and_then(|&next| letter(next)) {
                *letters.next()? = letter;
                rest.next();
            }
            let empty = letters.len();
            let word = word.split_at_checked(word.len().checked_sub(empty)?)?.0;
            match word {
                b"" => return None,
                // `15th of May`, `1er mai`, `15 de mayo de 1990`, `15 del mayo`, `den 15. Mai`, `le 15 mai`
                b"st" | b"nd" | b"rd" | b"th" | b"er" | b"of" | b"the" | b"de" | b"del"
                | b"den" | b"le" | b"el" => {}
                word => *free.next()? = Some(Piece::Month(month(word)?)),
            }
        }
    }
    Some(pieces)
}

/// The value of a digit: ASCII, full-width or Arabic-Indic.
fn digit(c: char) -> Option<u32> {
    let c = u32::from(c);
    [0x30, 0xff10, 0x660].iter().find_map(|&zero| c.checked_sub(zero).filter(|&digit| digit < 10))
}

fn is_separator(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '-' | '/' | '.' | ',' | '‐'
                ..='―'
                    | '−'
                    | '－'
                    | '／'
                    | '．'
                    | '，'
                    | '、'
                    | 'º'
                    | 'ª'
                    | '°'
                    | '年'
                    | '月'
                    | '日'
                    | '년'
                    | '월'
                    | '일'
        )
}

/// A letter of a month's name in lower case and without its accent.
fn letter(c: char) -> Option<u8> {
    Some(match c {
        'é' | 'è' | 'É' | 'È' => b'e',
        'ä' | 'Ä' => b'a',
        'û' | 'Û' => b'u',
        'ç' | 'Ç' => b'c',
        _ => u8::try_from(c).ok().filter(u8::is_ascii_alphabetic)?.to_ascii_lowercase(),
    })
}

/// The month a word names, whole or shortened to three letters or more.
fn month(word: &[u8]) -> Option<u16> {
    if word.len() < 3 {
        return None;
    }
    let mut named = MONTHS
        .iter()
        .zip(1..)
        .filter(|(names, _)| parts(names, b' ').any(|name| name.as_bytes().starts_with(word)));
    let (_, month) = named.next()?;
    named.next().is_none().then_some(month)
}

#[cfg(test)]
mod tests;
