//! The date of birth that many numbers hold.

use super::{buffer::Reader, engine::op, primitives::value, schemes::special};

/// A date of birth read off a number. Where the number leaves the century open, `year` is its last two digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BirthDate {
    year: u16,
    century_known: bool,
    month: u8,
    day: u8,
}

impl core::fmt::Debug for BirthDate {
    /// Says that there is a date, never which.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a date of birth")
    }
}

impl BirthDate {
    /// A date, or `None` where there is none such. With the century open, one of 1900 and 2000 is enough.
    pub(crate) fn new(year: u16, century_known: bool, month: u8, day: u8) -> Option<Self> {
        let born = Self { year, century_known, month, day };
        is_real(year, month, day, century_known).then_some(born)
    }

    /// Whether this can be the date `YYYY-MM-DD`. Anything that is no such date is let pass: it is for the rule of dates.
    ///
    /// ```
    /// use kyc_rules::national_id::scheme;
    /// let born = scheme("PL.pesel").unwrap().check("44051401359").birth_date.unwrap();
    /// assert!(born.could_be("1944-05-14") && !born.could_be("1945-05-14"));
    /// ```
    #[must_use]
    pub fn could_be(self, iso: &str) -> bool {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *iso.as_bytes() else { return true };
        let short = two(y3, y4);
        let year = two(y1, y2).wrapping_mul(100).wrapping_add(short);
        let same_year = if self.century_known { self.year == year } else { self.year == short };
        same_year && u16::from(self.month) == two(m1, m2) && u16::from(self.day) == two(d1, d2)
    }

    /// The date, where the number tells the century too.
    ///
    /// ```
    /// let born = kyc_rules::national_id::scheme("PL.pesel").unwrap().check("44051401359").birth_date;
    /// assert_eq!(born.unwrap().date().unwrap().year(), 1944);
    /// ```
    #[must_use]
    pub fn date(self) -> Option<time::Date> {
        let month = time::Month::try_from(self.month).ok().filter(|_| self.century_known)?;
        time::Date::from_calendar_date(i32::from(self.year), month, self.day).ok()
    }
}

fn two(tens: u8, ones: u8) -> u16 {
    u16::from(value(tens)).wrapping_mul(10).wrapping_add(u16::from(value(ones)))
}

/// Reads a date off a number as the engine's bytes say; `None` where there is none such.
pub(crate) fn read(checks: &mut Reader<'_>, number: &[u8]) -> Option<BirthDate> {
    let (at, layout, how) = (checks.byte(), checks.byte(), checks.byte());
    let by = if how == op::BY_DIGIT || how == op::BY_RULE { checks.byte() } else { 0 };
    let listed = how == op::BY_DIGIT || how == op::BY_MONTH;
    let centuries = if listed { checks.part() } else { &[] };
    let (day_plus, month_plus) = (u16::from(checks.byte()), checks.part());

    let digits = number.get(usize::from(at)..)?;
    let (mut year, mut month, mut day, mut known) = match (layout, digits) {
        (op::YYMMDD, [y1, y2, m1, m2, d1, d2, ..]) | (op::DDMMYY, [d1, d2, m1, m2, y1, y2, ..]) => {
            (two(*y1, *y2), two(*m1, *m2), two(*d1, *d2), false)
        }
        (op::YYYYMMDD, [c1, c2, y1, y2, m1, m2, d1, d2, ..]) => {
            let year = two(*c1, *c2).wrapping_mul(100).wrapping_add(two(*y1, *y2));
            (year, two(*m1, *m2), two(*d1, *d2), true)
        }
        (op::DDMMYYY, [d1, d2, m1, m2, y1, y2, y3, ..]) => {
            let year = two(*y1, *y2).wrapping_mul(10).wrapping_add(u16::from(value(*y3)));
            let year = year.wrapping_add(if year < 800 { 2000 } else { 1000 });
            (year, two(*m1, *m2), two(*d1, *d2), true)
        }
        _ => return None,
    };
    if day_plus > 0 && day > day_plus {
        day = day.wrapping_sub(day_plus);
    }
    let century = match how {
        op::BY_DIGIT => *centuries.get(usize::from(value(*number.get(usize::from(by))?)))?,
        op::BY_MONTH => {
            let twenties = usize::from(month / 20);
            month %= 20;
            *centuries.get(twenties)?
        }
        op::BY_RULE => special::CENTURIES.get(usize::from(by))?(number)?,
        _ => 0,
    };
    if how != op::OPEN && century != special::OPEN {
        if century == 0 {
            return None;
        }
        year = u16::from(century).wrapping_mul(100).wrapping_add(year);
        known = true;
    }
    if let Some(plus) = month_plus.iter().find(|plus| month > u16::from(**plus)) {
        month = month.wrapping_sub(u16::from(*plus));
    }
    BirthDate::new(year, known, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Whether there is such a day.
const fn is_real(year: u16, month: u8, day: u8, century_known: bool) -> bool {
    let leap = year.is_multiple_of(4)
        && (!century_known || !year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    day >= 1 && day <= last
}
