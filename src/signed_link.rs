//! When a temporary link to a storage service ends, as far as the link says it.
//!
//! Source: Microsoft's "Identify URI and SAS parameters" (`se`, an ISO 8601 date or time, beside `sig`); links of Google's and
//! Amazon's storage as public code has them: `X-Goog-Date` and `X-Amz-Date` as `YYYYMMDDTHHMMSSZ` with `…-Expires` in seconds, and,
//! of their older versions and `CloudFront`, `Expires` in seconds since 1970 beside a `Signature`. Unverified: `x-oss-…`, Alibaba's
//! like it. Not checked: the signature, and links whose end only the service knows.

use crate::scan::{cut, parts};

/// A day in seconds.
const DAY: i64 = 86_400;
/// The Julian day of 1970-01-01.
const EPOCH: i64 = 2_440_588;

/// The last day of a link's life in UTC, as a Julian day; `None` where the link does not say it.
///
/// ```
/// use kyc_rules::signed_link::last_day;
/// let day = |year, month, day| {
///     time::Date::from_calendar_date(year, time::Month::try_from(month).unwrap(), day).map(time::Date::to_julian_day).ok()
/// };
/// assert_eq!(last_day("X-Amz-Date=20260130T235959Z&X-Amz-Expires=604800&X-Amz-Signature=0"), day(2026, 2, 6));
/// assert_eq!(last_day("sv=2024-11-04&se=2026-02-01T08%3A00%3A00Z&sig=0"), day(2026, 2, 1));
/// assert_eq!(last_day("Expires=1767225600&Signature=0&Key-Pair-Id=0"), day(2026, 1, 1));
/// assert_eq!(last_day("Expires=1767225600"), None, "not signed");
/// ```
#[must_use]
pub fn last_day(query: &str) -> Option<i32> {
    if query.is_empty() {
        return None;
    }
    let parameter = |wanted: &str| {
        parts(query, b'&')
            .filter_map(|pair| cut(pair, b'='))
            .find(|(name, value)| name.eq_ignore_ascii_case(wanted) && !value.is_empty())
            .map(|(_, value)| value)
    };
    let signed_for = |date: &str, seconds: &str| {
        let (date, seconds) = (parameter(date)?, parameter(seconds)?);
        let (day, time) = date.split_at_checked(8)?;
        let (hour, minute, second) = match time.as_bytes() {
            [b'T', h1, h2, m1, m2, s1, s2, b'Z'] => {
                (two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?)
            }
            _ => return None,
        };
        let of_day =
            hour.checked_mul(3600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)?;
        let end = julian_day(day.as_bytes())?.checked_mul(DAY)?.checked_add(of_day)?;
        Some(end.checked_add(number(seconds)?)?.div_euclid(DAY))
    };
    let of_services = [
        ("X-Amz-Date", "X-Amz-Expires"),
        ("X-Goog-Date", "X-Goog-Expires"),
        ("x-oss-date", "x-oss-expires"),
    ];
    let day = of_services
        .iter()
        .find_map(|(date, seconds)| signed_for(date, seconds))
        .or_else(|| {
            parameter("Signature")?;
            Some(number(parameter("Expires")?)?.div_euclid(DAY).saturating_add(EPOCH))
        })
        .or_else(|| {
            parameter("sig")?;
            match parameter("se")?.as_bytes() {
                [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..]
                    if matches!(rest.first(), None | Some(b'T')) =>
                {
                    julian_day(&[*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2])
                }
                _ => None,
            }
        })?;
    i32::try_from(day).ok()
}

/// Up to ten digits as a number: seconds until the year 2286, and more than any link's life.
fn number(digits: &str) -> Option<i64> {
    if digits.len() > 10 {
        return None;
    }
    digits.bytes().try_fold(0_i64, |number, b| {
        let digit = char::from(b).to_digit(10)?;
        number.checked_mul(10)?.checked_add(i64::from(digit))
    })
}

fn two(tens: u8, ones: u8) -> Option<i64> {
    let digit = |b: u8| char::from(b).to_digit(10).map(i64::from);
    digit(tens)?.checked_mul(10)?.checked_add(digit(ones)?)
}

/// The Julian day of `YYYYMMDD`.
fn julian_day(digits: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits else { return None };
    let year = two(*y1, *y2)?.checked_mul(100)?.checked_add(two(*y3, *y4)?)?;
    let month = time::Month::try_from(u8::try_from(two(*m1, *m2)?).ok()?).ok()?;
    let day = u8::try_from(two(*d1, *d2)?).ok()?;
    let date = time::Date::from_calendar_date(i32::try_from(year).ok()?, month, day).ok()?;
    Some(i64::from(date.to_julian_day()))
}

#[cfg(test)]
mod tests {
    use super::last_day;

    #[test]
    fn stays_silent_where_it_cannot_know() {
        for query in [
            "",
            "X-Amz-Date=20260130T235959Z",
            "X-Amz-Expires=604800",
            "X-Amz-Date=20261330T235959Z&X-Amz-Expires=1",
            "X-Amz-Date=20260130&X-Amz-Expires=1",
            "X-Amz-Date=20260130T000000Z&X-Amz-Expires=99999999999",
            "Expires=soon&Signature=0",
            "Expires=1767225600000&Signature=0",
            "se=20260201&sig=0",
            "se=&sig=0",
            "se=2026-02-30&sig=0",
        ] {
            assert_eq!(last_day(query), None, "{query}");
        }
    }

    #[test]
    fn reads_each_service() {
        let same = last_day("se=2026-02-06&sig=0");
        assert!(same.is_some());
        for query in [
            "a=b&x-amz-date=20260206T000000Z&x-amz-expires=86399",
            "X-Goog-Date=20260205T235959Z&X-Goog-Expires=1",
            "x-oss-date=20260206T120000Z&x-oss-expires=60",
            "AWSAccessKeyId=A&Signature=s&Expires=1770336000",
            "GoogleAccessId=g&Expires=1770422399&Signature=s",
            "se=2026-02-06T23:59Z&sig=0",
        ] {
            assert_eq!(last_day(query), same, "{query}");
        }
    }
}
