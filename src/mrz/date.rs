//! Dates in zones: two digits a part, fillers where the issuer does not know.
//!
//! Source: ICAO Doc 9303 Part 3 (2021), 4.8 "Representation of dates": an unknown year, month or day of birth is fillers. It
//! does not say which century is meant: the one in which a birth is not in the future, and for an expiry 2000 to 2069.

use time::Date;

use super::{Mrz, layout::Span};

/// A date of a zone, as far as it says.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct ZoneDate {
    /// The last two digits of the year.
    year: Option<u8>,
    month: Option<u8>,
    day: Option<u8>,
}

impl core::fmt::Debug for ZoneDate {
    /// Never the value.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("date of a zone")
    }
}

impl ZoneDate {
    /// Whether year, month and day are all said.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self { year: Some(_), month: Some(_), day: Some(_) })
    }

    /// As a date of birth: of the years it can mean, the last that is not after `today`. `None` where a part is not said or
    /// the calendar has no such day.
    #[must_use]
    pub fn as_birth(self, today: Date) -> Option<Date> {
        let this = u16::try_from(today.year()).ok()?;
        let century = this.checked_sub(this % 100)?;
        let date = self.in_century(century).filter(|date| *date <= today);
        date.or_else(|| self.in_century(century.checked_sub(100)?))
    }

    /// As a date of expiry: 2000 to 2069, else 1970 to 1999. `None` where a part is not said or the calendar has no such day.
    #[must_use]
    pub fn as_expiry(self) -> Option<Date> {
        self.in_century(if self.year? < 70 { 2000 } else { 1900 })
    }

    /// Whether what it says is so of a date, whatever the century. Parts not said, and the `00` some issuers write for them,
    /// agree with any.
    #[must_use]
    pub fn agrees_with(self, date: Date) -> bool {
        let said = |part: Option<u8>, of: u8| part.is_none_or(|part| part == 0 || part == of);
        let year = u8::try_from(date.year().rem_euclid(100)).ok();
        self.year.is_none_or(|said| Some(said) == year)
            && said(self.month, date.month().into())
            && said(self.day, date.day())
    }

    /// Whether the calendar may have it: what is not said may be anything.
    pub(super) fn may_be_real(self) -> bool {
        if !self.is_whole() {
            return self.month.is_none_or(|month| month <= 12)
                && self.day.is_none_or(|day| day <= 31);
        }
        // 2000 was a leap year, 1900 was none.
        self.in_century(2000).is_some()
    }

    fn in_century(self, century: u16) -> Option<Date> {
        let year = century.checked_add(self.year?.into())?;
        crate::date::date(year, self.month?.into(), self.day?.into()).ok()
    }
}

impl Mrz {
    /// A date's parts; `None` where a part is neither two digits nor two fillers.
    pub(super) fn two_digits(&self, date: Span) -> Option<ZoneDate> {
        let part = |cells: &[u8]| match cells {
            b"<<" => Some(None),
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                Some(Some((tens & 15).wrapping_mul(10).wrapping_add(ones & 15)))
            }
            _ => None,
        };
        let [y1, y2, m1, m2, d1, d2] = *self.span(date) else { return None };
        Some(ZoneDate { year: part(&[y1, y2])?, month: part(&[m1, m2])?, day: part(&[d1, d2])? })
    }
}
