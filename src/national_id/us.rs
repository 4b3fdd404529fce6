//! The numbers the United States give people: SSN, ITIN, ATIN, PTIN, EIN.

/// Whether nine digits can be a Social Security number: area 001–899 but 666, group 01–99, serial 0001–9999.
///
/// Source: unverified (agrees with SSA's randomization rules as `python-stdnum` `us.ssn` states them).
pub(crate) fn ssn_range(digits: &[u8]) -> bool {
    let [a, b, c, g1, g2, serial @ ..] = digits else { return false };
    let area = [*a, *b, *c];
    area != *b"000" && area != *b"666" && *a != b'9' && [*g1, *g2] != *b"00" && serial != b"0000"
}

/// Whether nine digits can be an Individual Taxpayer Identification Number: 9xx and one of today's groups.
///
/// Groups 50–65 came with the renewals of 2016; 89 and 93 are not ITINs.
pub(crate) fn itin_range(digits: &[u8]) -> bool {
    let [b'9', _, _, g1, g2, ..] = digits else { return false };
    matches!([*g1, *g2], [b'5', _] | [b'6', b'0'..=b'5'])
        || matches!([*g1, *g2], [b'7', _] | [b'8', b'0'..=b'8'])
        || matches!([*g1, *g2], [b'9', b'0'..=b'2' | b'4'..=b'9'])
}

/// Numbers printed so often that the SSA never lets them be anyone's: the wallet card of 1938, the pamphlet of 1940, and
/// the one a company advertised with.
pub(crate) const SSN_SPECIMENS: &[&str] = &["078051120", "219099999", "457555462"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn itin_groups_are_those_of_today() {
        let groups: Vec<u8> = (0..100_u8)
            .filter(|group| itin_range(format!("900{group:02}0000").as_bytes()))
            .collect();
        let expected: Vec<u8> = (50..=65).chain(70..=88).chain(90..=92).chain(94..=99).collect();
        assert_eq!(groups, expected);
        assert!(!itin_range(b"800700000"));
    }
}
