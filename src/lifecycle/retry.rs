//! Whether a failed request is worth another try, and when. It decides; it sends nothing.
//!
//! Source: RFC 9110, 9.2.2 (idempotent methods), 10.2.3 (Retry-After), 15; RFC 6585, 4 (429); RFC 8470, 5.2 (425); KYC integration
//! guide, "Authentication errors". The waits are this library's own.

use crate::lifecycle::{instant, value::whole};

/// What to do with a failed request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// The same request will fail again.
    Never,
    /// Send it again after that many milliseconds.
    After(u64),
    /// Get a new token, then send it again, once.
    AfterRefresh,
    /// It may have been done already: read the customer first.
    AfterReading,
}

/// What is known of a failed request.
#[derive(Debug, Clone, Copy)]
pub struct Failure<'a> {
    /// The HTTP status; `None` where no answer came (network failure, timeout).
    pub status: Option<u16>,
    /// How often it has been sent again so far.
    pub retries: u32,
    /// Whether it was sent with a token that was made new for it already.
    pub refreshed: bool,
    /// The header Retry-After.
    pub retry_after: Option<&'a str>,
    /// Whether sending it twice does no harm: GET, PATCH as a merge patch, or POST with an idempotency key.
    pub idempotent: bool,
    /// Now, in milliseconds since 1970, for a Retry-After that is a date.
    pub now: i64,
    /// Anything random, so that clients do not come back all at once.
    pub random: u32,
}

/// The most retries.
pub const MOST_RETRIES: u32 = 5;
/// The longest wait this library chooses; Retry-After may say longer.
pub const LONGEST_WAIT: u64 = 60_000;
/// The longest Retry-After that is kept to; past it, retrying is for another day.
pub const LONGEST_RETRY_AFTER: u64 = 3_600_000;

/// Decides.
///
/// ```
/// use kyc_rules::lifecycle::retry::{Failure, Retry, decide};
/// let failure = Failure { status: Some(429), retries: 0, refreshed: false, retry_after: Some("7"), idempotent: true, now: 0, random: 0 };
/// assert_eq!(decide(&failure), Retry::After(7_000));
/// assert_eq!(decide(&Failure { status: Some(401), ..failure }), Retry::AfterRefresh);
/// assert_eq!(decide(&Failure { status: Some(400), ..failure }), Retry::Never);
/// ```
#[must_use]
pub fn decide(failure: &Failure<'_>) -> Retry {
    let wait = || {
        if failure.retries >= MOST_RETRIES {
            return Retry::Never;
        }
        match failure.retry_after.and_then(|header| retry_after(header, failure.now)) {
            Some(asked) if asked > LONGEST_RETRY_AFTER => Retry::Never,
            // Half of the backoff on top, spread at random: never sooner than asked.
            Some(asked) => Retry::After(asked.saturating_add(spread(backoff(0), failure.random))),
            None => {
                let most = backoff(failure.retries);
                Retry::After((most / 2).saturating_add(spread(most, failure.random)))
            }
        }
    };
    // Refused before anything was done.
    let untouched = match failure.status {
        Some(425 | 429) => true,
        Some(503) => failure.retry_after.is_some(),
        _ => false,
    };
    match failure.status {
        _ if untouched => wait(),
        Some(401) if !failure.refreshed => Retry::AfterRefresh,
        None | Some(408 | 500 | 502..=504) if failure.idempotent => wait(),
        None | Some(408 | 409 | 500 | 502..=504) => Retry::AfterReading,
        _ => Retry::Never,
    }
}

/// 1 s, doubled by each retry, up to [`LONGEST_WAIT`].
fn backoff(retries: u32) -> u64 {
    1_000_u64.checked_shl(retries.min(16)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}

/// Up to half of a wait, at random.
fn spread(most: u64, random: u32) -> u64 {
    (most / 2).saturating_mul(u64::from(random)) >> 32
}

/// What a Retry-After header asks for, in milliseconds from `now`: seconds or a date.
///
/// ```
/// use kyc_rules::lifecycle::retry::retry_after;
/// assert_eq!(retry_after("120", 0), Some(120_000));
/// assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_770_000), Some(7_000));
/// assert_eq!(retry_after("Sun Nov  6 08:49:37 1994", 784_111_770_000), Some(7_000));
/// assert_eq!(retry_after("soon", 0), None);
/// ```
#[must_use]
pub fn retry_after(header: &str, now: i64) -> Option<u64> {
    let header = header.trim_ascii();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = whole(header).and_then(|seconds| u64::try_from(seconds).ok());
        return Some(seconds.unwrap_or(u64::MAX).saturating_mul(1000));
    }
    let wait = instant::parse_http(header)?.saturating_sub(now);
    Some(u64::try_from(wait).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILURE: Failure<'_> = Failure {
        status: Some(500),
        retries: 0,
        refreshed: false,
        retry_after: None,
        idempotent: true,
        now: 0,
        random: 0,
    };

    #[test]
    fn each_status_has_its_answer() {
        let of = |status| decide(&Failure { status: Some(status), ..FAILURE });
        for status in [400, 403, 404, 410, 413, 415, 422, 501, 505, 200] {
            assert_eq!(of(status), Retry::Never, "{status}");
        }
        for status in [408, 425, 429, 500, 502, 503, 504] {
            assert_eq!(of(status), Retry::After(500), "{status}");
        }
        assert_eq!(of(409), Retry::AfterReading);
        assert_eq!(decide(&Failure { status: None, ..FAILURE }), Retry::After(500));
        // A POST without an idempotency key may have been done.
        let post = Failure { idempotent: false, ..FAILURE };
        assert_eq!(decide(&post), Retry::AfterReading);
        assert_eq!(decide(&Failure { status: Some(429), ..post }), Retry::After(500));
        // A token that ran out meanwhile is no matter of how often it was tried.
        let expired = Failure { status: Some(401), retries: 1, ..post };
        assert_eq!(decide(&expired), Retry::AfterRefresh);
        assert_eq!(decide(&Failure { refreshed: true, ..expired }), Retry::Never);
    }

    #[test]
    fn waits_grow_and_end() {
        let wait = |retries, random| decide(&Failure { retries, random, ..FAILURE });
        assert_eq!(wait(3, 0), Retry::After(4_000));
        assert_eq!(wait(3, u32::MAX), Retry::After(7_999));
        assert_eq!(wait(MOST_RETRIES, 0), Retry::Never);
        let day = Failure { retry_after: Some("86400"), ..FAILURE };
        assert_eq!(decide(&day), Retry::Never);
        assert_eq!(
            decide(&Failure { retry_after: Some("99999999999999999999"), ..day }),
            Retry::Never
        );
    }

    #[test]
    fn a_server_says_when_in_seconds_or_by_the_clock() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        let then = 784_111_777_000;
        for (header, now, wait) in [
            (date, then - 7_000, Some(7_000)),
            (date, then, Some(0)),
            // It has passed: now, and not before.
            (date, then + 1, Some(0)),
            (" 120 ", then, Some(120_000)),
            ("0", then, Some(0)),
            ("-1", then, None),
            ("1.5", then, None),
            ("", then, None),
            ("tomorrow", then, None),
        ] {
            assert_eq!(retry_after(header, now), wait, "{header}");
        }
        let asked = Failure { status: Some(503), retry_after: Some(date), ..FAILURE };
        assert_eq!(decide(&Failure { now: then - 7_000, ..asked }), Retry::After(7_000));
        assert_eq!(decide(&Failure { now: then - 3_600_001, ..asked }), Retry::Never);
    }
}
