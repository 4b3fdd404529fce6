//! Every date that can be written, against the calendar stated on its own.

use std::thread;

use kyc_rules::date::{DateFault, parse};

/// The Gregorian calendar, stated on its own.
fn days(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// Decides `YYYYMMDD` as a number; whether it is a date.
fn decide(number: u32, text: &mut [u8; 10]) -> bool {
    let mut rest = number;
    for at in [9, 8, 6, 5, 3, 2, 1, 0] {
        text[at] = b'0' + u8::try_from(rest % 10).unwrap();
        rest /= 10;
    }
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let is_date = year > 0 && (1..=days(year, month)).contains(&day);
    let shown = std::str::from_utf8(text).unwrap();
    match parse(shown) {
        Ok(date) => {
            let same = date.year().unsigned_abs() == year
                && u32::from(u8::from(date.month())) == month
                && u32::from(date.day()) == day;
            assert!(is_date && same, "{shown}");
        }
        Err(fault) => assert!(!is_date && matches!(fault, DateFault::NotReal { .. }), "{shown}"),
    }
    is_date
}

/// Every day there is, every one beside it, and a sample of the rest: `all_dates` has them all.
#[test]
fn dates_of_a_plausible_shape() {
    let mut text = *b"0000-00-00";
    let mut found = 0;
    for year in 0..10_000 {
        for month in 0..=13 {
            for day in 0..=32 {
                found += u32::from(decide(year * 10_000 + month * 100 + day, &mut text));
            }
        }
    }
    assert_eq!(found, 3_652_059);
    for number in (0..100_000_000).step_by(997) {
        decide(number, &mut text);
    }
}

#[test]
#[ignore = "a hundred million dates: `cargo xtask proof exhaustive`"]
fn all_dates() {
    const ALL: u32 = 100_000_000;
    let halves = [0..ALL / 2, ALL / 2..ALL];
    let found: u32 = thread::scope(|scope| {
        let threads = halves.map(|range| {
            scope.spawn(move || {
                let mut text = *b"0000-00-00";
                range.map(|number| u32::from(decide(number, &mut text))).sum::<u32>()
            })
        });
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    println!("{ALL} dates, {found} real");
    // 400 years have 146,097 days; 25 times that, without the year 0 and its 366.
    assert_eq!(found, 146_097 * 25 - 366);
}
