//! National IDs by the billion: `CARGO_PROFILE_TEST_OPT_LEVEL=3 cargo test --test national_id_exhaustive -- --ignored --nocapture`.

use std::{thread, time::Instant};

use kyc_rules::national_id::scheme;

/// The SSA's rule, stated on its own: no area 000, 666 or 9xx, no group 00, no serial 0000, and three numbers that were printed
/// on specimens.
fn may_be_issued(number: u32) -> bool {
    let (area, group, serial) = (number / 1_000_000, number / 10_000 % 100, number % 10_000);
    let specimen = [78_051_120, 219_099_999, 457_555_462].contains(&number);
    area != 0 && area != 666 && area < 900 && group != 0 && serial != 0 && !specimen
}

#[test]
#[ignore = "a billion numbers: two minutes, optimised"]
fn every_social_security_number_is_decided_as_the_rule_says() {
    const ALL: u32 = 1_000_000_000;
    let workers = thread::available_parallelism().map_or(1, |n| u32::try_from(n.get()).unwrap());
    let each = ALL.div_ceil(workers);
    let started = Instant::now();
    let valid: u32 = thread::scope(|scope| {
        let ranges = (0..workers).map(|at| at * each..ALL.min((at + 1) * each));
        let threads: Vec<_> =
            ranges.map(|range| scope.spawn(move || decide(range.start, range.end))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    println!("{ALL} numbers, {valid} valid, in {:.0?}", started.elapsed());
    assert_eq!(valid, 898 * 99 * 9999 - 3);
}

#[test]
fn every_area_and_group_is_decided_as_the_rule_says() {
    let ssn = scheme("US.ssn").unwrap();
    let (mut decided, mut valid) = (0_u32, 0_u32);
    let mut decide_one = |number: u32| {
        let ours = ssn.check(&format!("{number:09}")).valid;
        assert_eq!(ours, may_be_issued(number), "{number:09}");
        decided += 1;
        valid += u32::from(ours);
    };
    for front in 0..100_000_u32 {
        // The serials at the ends, and one in between that is another with each front.
        for serial in [0, 1, 9_999, front.wrapping_mul(7_919) % 10_000] {
            decide_one(front * 10_000 + serial);
        }
    }
    // Around each specimen, all of its serials.
    for specimen in [78_051_120_u32, 219_099_999, 457_555_462] {
        (specimen / 10_000 * 10_000..=specimen / 10_000 * 10_000 + 9_999).for_each(&mut decide_one);
    }
    println!("{decided} numbers, {valid} valid");
    assert!(valid > 100_000 && valid < decided);
}

/// Decides the numbers of a range, counting the valid ones.
fn decide(from: u32, to: u32) -> u32 {
    let ssn = scheme("US.ssn").unwrap();
    let mut digits = format!("{from:09}").into_bytes();
    let mut valid = 0;
    for number in from..to {
        let text = std::str::from_utf8(&digits).unwrap();
        let ours = ssn.check(text).valid;
        assert_eq!(ours, may_be_issued(number), "{text}");
        valid += u32::from(ours);
        for digit in digits.iter_mut().rev() {
            *digit = if *digit == b'9' { b'0' } else { *digit + 1 };
            if *digit != b'0' {
                break;
            }
        }
    }
    valid
}
