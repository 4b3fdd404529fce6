//! The grammar and the sums of dates, against a calendar of another make.

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
                && i64::from(date.to_julian_day()) - 2_440_588 == days_from_civil(year, month, day)
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
