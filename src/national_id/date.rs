//! The date of birth that many numbers hold.

use super::primitives::value;

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

/// In which order a number holds its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Yymmdd,
    Ddmmyy,
    Yyyymmdd,
    /// Day, month, and the year without its first digit: 985 for 1985, 004 for 2004.
    Ddmmyyy,
}

/// How a number tells the century.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Century {
    /// It does not, or the year has four digits.
    Open,
    /// By the digit at this place: two digits of century for each of 0–9, `--` where a digit has none.
    Digit(u8, &'static str),
    /// By what is added to the month: two digits of century for each 20.
    Month(&'static str),
    /// By a rule of its own.
    By(fn(&[u8]) -> Option<u16>),
}

/// Where and how a number holds a date of birth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Date {
    pub(crate) at: u8,
    pub(crate) layout: Layout,
    pub(crate) century: Century,
    /// What some numbers add to the day: 40 for women in Indonesia, 60 for coordination numbers in Sweden.
    pub(crate) day_plus: u8,
    /// What some numbers add to the month, greatest first.
    pub(crate) month_plus: &'static [u8],
}

impl Date {
    pub(crate) const fn new(at: u8, layout: Layout, century: Century) -> Self {
        Self { at, layout, century, day_plus: 0, month_plus: &[] }
    }

    pub(crate) const fn days(mut self, plus: u8) -> Self {
        self.day_plus = plus;
        self
    }

    pub(crate) const fn months(mut self, plus: &'static [u8]) -> Self {
        self.month_plus = plus;
        self
    }

    /// The date, or `None` where there is none such.
    pub(crate) fn read(&self, number: &[u8]) -> Option<BirthDate> {
        let digits = number.get(usize::from(self.at)..)?;
        let (mut year, mut month, mut day, mut known) = match (self.layout, digits) {
            (Layout::Yymmdd, [y1, y2, m1, m2, d1, d2, ..])
            | (Layout::Ddmmyy, [d1, d2, m1, m2, y1, y2, ..]) => {
                (two(*y1, *y2), two(*m1, *m2), two(*d1, *d2), false)
            }
            (Layout::Yyyymmdd, [c1, c2, y1, y2, m1, m2, d1, d2, ..]) => {
                let year = two(*c1, *c2).wrapping_mul(100).wrapping_add(two(*y1, *y2));
                (year, two(*m1, *m2), two(*d1, *d2), true)
            }
            (Layout::Ddmmyyy, [d1, d2, m1, m2, y1, y2, y3, ..]) => {
                let year = two(*y1, *y2).wrapping_mul(10).wrapping_add(u16::from(value(*y3)));
                let year = year.wrapping_add(if year < 800 { 2000 } else { 1000 });
                (year, two(*m1, *m2), two(*d1, *d2), true)
            }
            _ => return None,
        };
        if self.day_plus > 0 && day > u16::from(self.day_plus) {
            day = day.wrapping_sub(u16::from(self.day_plus));
        }
        let century = match self.century {
            Century::Open => None,
            Century::Digit(at, table) => {
                let digit = value(*number.get(usize::from(at))?);
                Some(pair(table, digit)?)
            }
            Century::Month(table) => {
                let twenties = u8::try_from(month / 20).ok()?;
                month %= 20;
                Some(pair(table, twenties)?)
            }
            Century::By(rule) => Some(rule(number)?),
        };
        if let Some(century) = century {
            year = century.wrapping_mul(100).wrapping_add(year);
            known = true;
        }
        if let Some(plus) = self.month_plus.iter().find(|plus| month > u16::from(**plus)) {
            month = month.wrapping_sub(u16::from(*plus));
        }
        BirthDate::new(year, known, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

/// The number made of the two digits at a place of a table; `None` for `--` and past its end.
fn pair(table: &str, at: u8) -> Option<u16> {
    let at = usize::from(at).wrapping_mul(2);
    match table.as_bytes().get(at..at.wrapping_add(2)) {
        Some([tens @ b'0'..=b'9', ones]) => Some(two(*tens, *ones)),
        _ => None,
    }
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
