//! Calendar dates: one grammar of ten characters, `YYYY-MM-DD`, and the few sums the rules do with dates.
//!
//! Source: the guide, "ISO 8601 date (YYYY-MM-DD)"; RFC 3339 `full-date` is the same grammar. The calendar is the proleptic
//! Gregorian one, of which the year 0000 is left out: nobody means it.

pub mod written;

use alloc::string::String;

use time::{Date, Month};

use crate::{
    code::Code,
    field::Scope,
    field_id::Id,
    finding::{Finding, Param},
};

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is not four digits, `-`, two digits, `-`, two digits.
    Format,
    /// It has the right form, but the calendar has no such day.
    NotReal {
        /// The first part that cannot be: the box of three to highlight.
        part: Part,
    },
}

/// The parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
}

impl Part {
    /// `year`, `month` or `day`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

/// Reads `YYYY-MM-DD`: ten ASCII characters, nothing around them.
///
/// # Errors
/// [`DateFault::Format`] for any other form, [`DateFault::NotReal`] for a day the calendar does not have.
///
/// ```
/// use kyc_rules::date::{DateFault, Part, parse};
/// assert_eq!(parse("1990-05-15").map(|date| date.year()), Ok(1990));
/// assert_eq!(parse("1990-5-15"), Err(DateFault::Format));
/// assert_eq!(parse("1990-02-29"), Err(DateFault::NotReal { part: Part::Day }));
/// ```
pub fn parse(text: &str) -> Result<Date, DateFault> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return Err(DateFault::Format);
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u16, |sum, &digit| {
            digit
                .is_ascii_digit()
                .then(|| sum.wrapping_mul(10).wrapping_add(u16::from(digit & 15)))
                .ok_or(DateFault::Format)
        })
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    date(year, month, day).map_err(|part| DateFault::NotReal { part })
}

/// The date of a year, month and day.
///
/// # Errors
/// The first part that cannot be: a year outside 1 to 9999, a month outside 1 to 12, a day its month does not have.
///
/// ```
/// use kyc_rules::date::{Part, date};
/// assert!(date(2024, 2, 29).is_ok());
/// assert_eq!(date(2023, 2, 29), Err(Part::Day));
/// ```
pub fn date(year: u16, month: u16, day: u16) -> Result<Date, Part> {
    if !(1..=9999).contains(&year) {
        return Err(Part::Year);
    }
    let month = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
    let month = month.ok_or(Part::Month)?;
    let day = u8::try_from(day).map_err(|_| Part::Day)?;
    Date::from_calendar_date(i32::from(year), month, day).map_err(|_| Part::Day)
}

/// A date as `YYYY-MM-DD`; years beyond 9999 cannot be written so and come out as their last four digits.
///
/// ```
/// use kyc_rules::date::{parse, write};
/// assert_eq!(parse("0990-05-05").map(write).as_deref(), Ok("0990-05-05"));
/// ```
#[must_use]
pub fn write(date: Date) -> String {
    let mut text = String::with_capacity(10);
    crate::report::write_date(&mut text, date);
    text
}

/// The same day that many years later. Where that year has no 29 February it is 1 March: the day on which somebody born on
/// 29 February completes a year of age in most jurisdictions. `None` beyond the year 9999.
///
/// ```
/// use kyc_rules::date::{add_years, parse};
/// let leap_day = parse("2008-02-29").unwrap();
/// assert_eq!(add_years(leap_day, 18), parse("2026-03-01").ok());
/// ```
#[must_use]
pub fn add_years(date: Date, years: u16) -> Option<Date> {
    let year = date.year().checked_add(i32::from(years))?;
    Date::from_calendar_date(year, date.month(), date.day())
        .or_else(|_| Date::from_calendar_date(year, Month::March, 1))
        .ok()
}

/// How many days later `to` is than `from`; negative where it is earlier.
///
/// ```
/// use kyc_rules::date::{days_between, parse};
/// assert_eq!(days_between(parse("2026-01-31").unwrap(), parse("2026-03-02").unwrap()), 30);
/// ```
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    to.to_julian_day().saturating_sub(from.to_julian_day())
}

/// How old somebody is on a day, in completed years; 0 before birth. Somebody born on 29 February completes a year on
/// 1 March of years without that day.
///
/// ```
/// use kyc_rules::date::{age_on, parse};
/// let born = parse("2008-02-29").unwrap();
/// assert_eq!(age_on(born, parse("2026-02-28").unwrap()), 17);
/// assert_eq!(age_on(born, parse("2026-03-01").unwrap()), 18);
/// ```
#[must_use]
pub fn age_on(birth: Date, today: Date) -> u16 {
    let before_birthday = (today.month() as u8, today.day()) < (birth.month() as u8, birth.day());
    let years = today.year().saturating_sub(birth.year());
    u16::try_from(years.saturating_sub(i32::from(before_birthday))).unwrap_or(0)
}

/// Reads a field's date.
///
/// # Errors
/// `date.format`; `date.not_real` with the `part` that cannot be: `day`, `month` or `year`.
pub(crate) fn judge(value: &str) -> Result<Date, Finding> {
    parse(value).map_err(|fault| match fault {
        DateFault::Format => Code::DateFormat.into(),
        DateFault::NotReal { part } => {
            Finding::new(Code::DateNotReal).with("part", Param::Text(part.name()))
        }
    })
}

/// The canonical form of a field's date: of one written in another form that can mean only one day, its ISO form.
pub(crate) fn canonical(value: &str, scope: &Scope<'_>) -> Option<String> {
    if parse(value).is_ok() {
        return None;
    }
    let order = scope.text(Id::Locale).and_then(written::order_of_locale);
    written::read(value, order).map(write)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days since 1970-01-01 of a proleptic Gregorian date, and the way back, after Howard Hinnant's `days_from_civil` and
    /// `civil_from_days`: an independent statement of the calendar.
    fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year - era * 400;
        let day_of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    fn civil_from_days(days: i64) -> (i64, i64, i64) {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days - era * 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year_of_era + era * 400 + i64::from(month <= 2), month, day)
    }

    /// Whether the independent calendar has the day: it comes back unchanged.
    fn is_real(year: i64, month: i64, day: i64) -> bool {
        year > 0
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && civil_from_days(days_from_civil(year, month, day)) == (year, month, day)
    }

    fn digits(text: &mut [u8], mut number: u32) {
        for at in [9, 8, 6, 5, 3, 2, 1, 0] {
            text[at] = b'0' + u8::try_from(number % 10).unwrap();
            number /= 10;
        }
    }

    fn agrees(number: u32) -> bool {
        let mut text = *b"0000-00-00";
        digits(&mut text, number);
        let text = core::str::from_utf8(&text).unwrap();
        let (year, month, day) =
            (i64::from(number / 10_000), i64::from(number / 100 % 100), i64::from(number % 100));
        match parse(text) {
            Ok(date) => {
                is_real(year, month, day)
                    && i64::from(date.to_julian_day()) - 2_440_588
                        == days_from_civil(year, month, day)
            }
            Err(DateFault::Format) => false,
            Err(DateFault::NotReal { part }) => {
                !is_real(year, month, day)
                    && part
                        == match (year, month) {
                            (0, _) => Part::Year,
                            (_, 1..=12) => Part::Day,
                            _ => Part::Month,
                        }
            }
        }
    }

    #[test]
    fn agrees_with_an_independent_calendar_on_every_day_of_some_years() {
        for year in [0, 1, 4, 100, 400, 1582, 1899, 1900, 1999, 2000, 2023, 2024, 2100, 9999] {
            for rest in 0..10_000 {
                assert!(agrees(year * 10_000 + rest));
            }
        }
    }

    /// Run by `cargo test --release --lib -- --ignored all_hundred_million`.
    #[test]
    #[ignore = "a minute without optimisation"]
    fn all_hundred_million_strings_agree_with_an_independent_calendar() {
        assert_eq!((0..100_000_000).filter(|&number| !agrees(number)).count(), 0);
    }

    #[test]
    fn takes_no_other_form() {
        for text in [
            "",
            "1990-05-1",
            "1990-05-150",
            "+990-05-15",
            "1990/05/15",
            "1990-05-15 ",
            " 1990-05-15",
            "1990-05-1\u{665}",
            "１９９０-05-15",
            "1990–05–15",
            "YYYY-MM-DD",
            "19900515",
            "1990-0:-15",
            "1990-W20-2",
            "1990-05-15T00:00:00Z",
            "\u{0}990-05-15",
        ] {
            assert_eq!(parse(text), Err(DateFault::Format));
        }
    }

    #[test]
    fn writes_what_it_reads() {
        for text in ["0001-01-01", "1990-05-15", "2000-12-31", "9999-12-31"] {
            assert_eq!(parse(text).map(write).as_deref(), Ok(text));
        }
    }

    #[test]
    fn sums_at_the_edges() {
        let last = parse("9999-12-31").unwrap();
        assert_eq!(add_years(last, 1), None);
        assert_eq!(add_years(parse("1900-02-28").unwrap(), 4), parse("1904-02-28").ok());
        assert_eq!(age_on(last, parse("0001-01-01").unwrap()), 0);
        assert_eq!(age_on(parse("0001-01-01").unwrap(), last), 9998);
        assert_eq!(days_between(last, parse("0001-01-01").unwrap()), -3_652_058);
    }
}
