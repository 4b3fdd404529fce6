//! Points in time as APIs write them, in milliseconds since 1970-01-01T00:00:00Z.

use alloc::string::String;

use time::{Date, Month};

use crate::{lifecycle::value::whole, report::write_date, scan::parts, text::push_padded};

/// The Julian day of 1970-01-01.
const EPOCH: i64 = 2_440_588;
const DAY: i64 = 86_400_000;

/// Reads RFC 3339: `2025-11-05T10:00:00Z`, with or without a fraction, with `Z` or an offset.
///
/// ```
/// use kyc_rules::lifecycle::instant;
/// assert_eq!(instant::parse("2025-11-05T10:00:00Z"), Some(1_762_336_800_000));
/// assert_eq!(instant::parse("2025-11-05T11:00:00.25+01:00"), Some(1_762_336_800_250));
/// assert_eq!(instant::parse("2025-11-05"), None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<i64> {
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let date = crate::date::parse(date).ok()?;
    let (b'T' | b't' | b' ', rest) = rest.as_bytes().split_first()? else { return None };
    let (clock, rest) = rest.split_at_checked(8)?;
    let clock = milliseconds_of(clock)?;
    let (fraction, zone) = match rest {
        [b'.', rest @ ..] => {
            let places = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (digits, zone) = rest.split_at_checked(places).filter(|_| places > 0)?;
            let milliseconds = digits.iter().chain(b"00").take(3);
            let fraction = milliseconds
                .fold(0_i64, |sum, digit| sum.wrapping_mul(10).wrapping_add(i64::from(digit & 15)));
            (fraction, zone)
        }
        _ => (0, rest),
    };
    let offset = match zone {
        b"Z" | b"z" => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let offset = milliseconds_of(&[*h1, *h2, b':', *m1, *m2, b':', b'0', b'0'])?;
            if *sign == b'-' { offset.wrapping_neg() } else { offset }
        }
        _ => return None,
    };
    start_of(date).checked_add(clock)?.checked_add(fraction)?.checked_sub(offset)
}

/// `HH:MM:SS`; a leap second counts as the second before it.
fn milliseconds_of(clock: &[u8]) -> Option<i64> {
    let (hour, minute, second) = match clock {
        [h1, h2, b':', m1, m2, b':', s1, s2] => (two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?),
        _ => return None,
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = hour.checked_mul(3600)?.checked_add(minute.checked_mul(60)?)?;
    seconds.checked_add(second.min(59))?.checked_mul(1000)
}

fn two(tens: u8, units: u8) -> Option<i64> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte.wrapping_sub(b'0')));
    digit(tens)?.checked_mul(10)?.checked_add(digit(units)?)
}

/// Reads the date of an HTTP header in each of the three forms that RFC 9110, 5.6.7 has recipients accept. Of a year in two digits,
/// 70 and above are of the last century. The day of the week is not looked at.
///
/// ```
/// use kyc_rules::lifecycle::instant;
/// assert_eq!(instant::parse_http("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777_000));
/// assert_eq!(instant::parse_http("Sunday, 06-Nov-94 08:49:37 GMT"), Some(784_111_777_000));
/// assert_eq!(instant::parse_http("Sun Nov  6 08:49:37 1994"), Some(784_111_777_000));
/// ```
#[must_use]
pub fn parse_http(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = [""; 6];
    let found = parts(text, b' ').flat_map(|word| parts(word, b'-')).filter(|it| !it.is_empty());
    let mut places = words.iter_mut();
    for word in found {
        *places.next()? = word;
    }
    let ([_, day, month, year, clock, "GMT"] | [_, month, day, clock, year, ""]) = words else {
        return None;
    };
    let month = MONTHS.iter().position(|name| *name == month)?;
    let month = Month::try_from(u8::try_from(month).ok()?.checked_add(1)?).ok()?;
    let (day, year) = (u8::try_from(whole(day)?).ok()?, i32::try_from(whole(year)?).ok()?);
    let year = match year {
        0..70 => year.checked_add(2000)?,
        70..100 => year.checked_add(1900)?,
        year => year,
    };
    let date = Date::from_calendar_date(year, month, day).ok()?;
    start_of(date).checked_add(milliseconds_of(clock.as_bytes())?)
}

/// The first millisecond of a date, in UTC.
fn start_of(date: Date) -> i64 {
    i64::from(date.to_julian_day()).saturating_sub(EPOCH).saturating_mul(DAY)
}

/// The date in UTC. Beyond the years 0 to 9999: the last that is written.
#[must_use]
pub fn date(milliseconds: i64) -> Date {
    let day = milliseconds.div_euclid(DAY).saturating_add(EPOCH);
    i32::try_from(day).ok().and_then(|day| Date::from_julian_day(day).ok()).unwrap_or(Date::MAX)
}

/// Writes RFC 3339 in UTC, with milliseconds where there are any.
///
/// ```
/// use kyc_rules::lifecycle::instant;
/// assert_eq!(instant::write(1_762_336_800_000), "2025-11-05T10:00:00Z");
/// assert_eq!(instant::write(1_762_336_800_250), "2025-11-05T10:00:00.250Z");
/// ```
#[must_use]
pub fn write(milliseconds: i64) -> String {
    let mut out = String::with_capacity(24);
    write_date(&mut out, date(milliseconds));
    let clock = u32::try_from(milliseconds.rem_euclid(DAY)).unwrap_or(0);
    let seconds = clock / 1000;
    for (before, number) in [('T', seconds / 3600), (':', seconds / 60 % 60), (':', seconds % 60)] {
        out.push(before);
        push_padded(&mut out, number, 2);
    }
    if clock % 1000 > 0 {
        out.push('.');
        push_padded(&mut out, clock % 1000, 3);
    }
    out.push('Z');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for instant in [0, 1, 951_782_400_000, 1_767_225_599_999, -1] {
            assert_eq!(parse(&write(instant)), Some(instant), "{instant}");
        }
        for bad in ["", "2025-11-05T10:00:00", "2025-11-05T24:00:00Z", "2025-02-30T10:00:00Z", "é"]
        {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_clock_of_another_shape_is_none() {
        for bad in [
            "2025-11-05T10-00-00Z",
            "2025-11-05T10:00.00Z",
            "2025-11-05T1:000:00Z",
            "2025-11-05T10:60:00Z",
            "2025-11-05T10:00:00+1:00",
            "2025-11-05T10:00:00+01:60",
            "2025-11-05T10:00:00.Z",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        for bad in ["8:49:37", "08:49", "08-49-37", "08:49:37:00", "ab:cd:ef"] {
            assert_eq!(parse_http(&format!("Sun, 06 Nov 1994 {bad} GMT")), None, "{bad}");
        }
        for bad in [
            "",
            "GMT",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT and more",
            "1994-11-06T08:49:37Z",
        ] {
            assert_eq!(parse_http(bad), None, "{bad}");
        }
        assert_eq!(parse_http("Monday, 01-Jan-69 00:00:00 GMT"), parse("2069-01-01T00:00:00Z"));
        assert_eq!(parse_http("Thursday, 01-Jan-70 00:00:00 GMT"), Some(0));
    }
}
