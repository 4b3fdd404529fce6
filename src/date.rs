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
mod tests;
