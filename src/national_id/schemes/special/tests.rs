//! Rules of one country's own.

use super::*;

/// Skatteetaten's table of individual numbers: each row's first and last number and years, and what lies between rows.
#[test]
fn norways_individual_numbers_tell_the_century() {
    for (individual, year, century) in [
        ("000", "00", Some(19)),
        ("499", "99", Some(19)),
        ("500", "54", Some(18)),
        ("749", "99", Some(18)),
        ("500", "00", Some(20)),
        ("749", "39", Some(20)),
        ("999", "39", Some(20)),
        ("900", "40", Some(19)),
        ("999", "99", Some(19)),
        // Nobody has these.
        ("500", "40", None),
        ("749", "53", None),
        ("750", "40", None),
        ("899", "99", None),
    ] {
        let number = ["0101", year, individual, "00"].concat();
        assert_eq!(no_century(number.as_bytes()), century, "{individual} {year}");
    }
}
