//! The check-digit methods that are more than a weighted sum. What each promises to catch is proven over every error in the
//! tests below; the weighted sums are in [`check`](super::check).

/// What a character counts: a digit itself, `A`–`Z` 10–35; of anything else something under 41.
#[inline]
pub(crate) const fn value(byte: u8) -> u8 {
    if byte <= b'9' { byte & 15 } else { (byte & 31).wrapping_add(9) }
}

/// The Luhn method (ISO/IEC 7812-1, annex B) with `n` values a place: from the right, every second value is doubled and
/// brought back under `n`; the sum divides by `n`.
///
/// Catches every single wrong digit, and every swap of neighbours but of the first and the last value (09 and 90).
pub(crate) fn luhn(number: &[u8], n: u8) -> bool {
    let n = u32::from(n);
    let mut sum = 0_u32;
    let mut double = false;
    for byte in number.iter().rev() {
        let mut term = u32::from(value(*byte));
        if double {
            term = term.wrapping_mul(2);
            if term >= n {
                term = term.wrapping_sub(n.wrapping_sub(1));
            }
        }
        double = !double;
        sum = sum.wrapping_add(term);
    }
    sum.checked_rem(n) == Some(0)
}

/// Verhoeff's method (J. Verhoeff, Error Detecting Decimal Codes, 1969): the digits, each permuted by its place, multiply to
/// the identity of the dihedral group of ten.
///
/// Catches every single wrong digit and every swap of neighbours.
#[expect(clippy::indexing_slicing, reason = "only what the compiler evaluates indexes")]
pub(crate) fn verhoeff(number: &[u8]) -> bool {
    /// What a digit becomes one place further on; after eight places it is itself again.
    const PERMUTED: &[u8; 10] = b"1576283094";
    /// The same for each of the eight places.
    const PLACES: [[u8; 10]; 8] = {
        let mut places = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]; 8];
        let mut place = 1;
        while place < 8 {
            let mut digit = 0;
            while digit < 10 {
                places[place][digit] = value(PERMUTED[places[place - 1][digit] as usize]);
                digit += 1;
            }
            place += 1;
        }
        places
    };
    let mut product = 0_u8;
    for (byte, permuted) in number.iter().rev().zip(PLACES.iter().cycle()) {
        let digit = permuted.get(usize::from(value(*byte))).copied().unwrap_or(0);
        product = dihedral(product, digit);
    }
    product == 0
}

/// The product of two elements of the dihedral group of ten: 0–4 turn, 5–9 turn and flip.
const fn dihedral(a: u8, b: u8) -> u8 {
    let turn = if a < 5 { a.wrapping_add(b) } else { a.wrapping_add(5).wrapping_sub(b % 5) } % 5;
    let flipped = (a < 5) != (b < 5);
    if flipped { turn.wrapping_add(5) } else { turn }
}

/// ISO/IEC 7064 MOD 11,10: a product carried from digit to digit; the last digit makes it 1.
///
/// Catches every single wrong digit.
pub(crate) fn mod_11_10(number: &[u8]) -> bool {
    let Some((last, head)) = number.split_last() else { return false };
    let mut product = 10_u8;
    for byte in head {
        let sum = product.wrapping_add(value(*byte)) % 10;
        product = if sum == 0 { 10 } else { sum }.wrapping_mul(2) % 11;
    }
    product.wrapping_add(value(*last)) % 10 == 1
}

/// A number read as digits, modulo `modulus`, behind a first digit `lead`. `A` and `B` count −1 and −2: with the 2 before them
/// they make the 19 and 18 by which Corsica's 2A and 2B are reckoned.
pub(crate) fn remainder(lead: u8, digits: &[u8], modulus: u16) -> Option<u16> {
    let modulus = i64::from(modulus);
    let mut rest = i64::from(lead);
    for byte in digits {
        let term = match byte {
            b'A' => -1,
            b'B' => -2,
            _ => i64::from(value(*byte)),
        };
        rest = rest.wrapping_mul(10).wrapping_add(term).checked_rem(modulus)?;
    }
    u16::try_from(rest.checked_rem_euclid(modulus)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every number of `len` digits that a method accepts, with each single error and each swap of neighbours applied:
    /// how many of either go unseen.
    fn unseen(len: u32, accepts: impl Fn(&[u8]) -> bool) -> (u32, Vec<(u8, u8)>) {
        let (mut singles, mut swaps) = (0, Vec::new());
        for number in 0..10_u32.pow(len) {
            let good = format!("{number:0width$}", width = len as usize).into_bytes();
            if !accepts(&good) {
                continue;
            }
            for at in 0..good.len() {
                for digit in b'0'..=b'9' {
                    let mut bad = good.clone();
                    bad[at] = digit;
                    singles += u32::from(digit != good[at] && accepts(&bad));
                }
                if at + 1 < good.len() && good[at] != good[at + 1] {
                    let mut bad = good.clone();
                    bad.swap(at, at + 1);
                    if accepts(&bad) {
                        swaps.push((good[at], good[at + 1]));
                    }
                }
            }
        }
        swaps.sort_unstable();
        swaps.dedup();
        (singles, swaps)
    }

    #[test]
    fn luhn_sees_every_single_error_and_every_swap_but_09() {
        assert_eq!(unseen(5, |number| luhn(number, 10)), (0, vec![(b'0', b'9'), (b'9', b'0')]));
    }

    #[test]
    fn verhoeff_sees_every_single_error_and_every_swap() {
        assert_eq!(unseen(5, verhoeff), (0, vec![]));
        // Places repeat after eight; the pairs around the turn are covered by numbers that differ there only.
        let shifted = |number: &[u8]| verhoeff(&[number, b"000000"].concat());
        assert_eq!(unseen(4, shifted), (0, vec![]));
    }

    #[test]
    fn mod_11_10_sees_every_single_error() {
        let (singles, _) = unseen(5, mod_11_10);
        assert_eq!(singles, 0);
    }

    #[test]
    fn mod_97_and_its_complement_see_every_single_error_and_every_swap() {
        for lead in [0, 2] {
            let accepts = |number: &[u8]| {
                let (head, check) = number.split_at(number.len() - 2);
                let check = u16::from(value(check[0])) * 10 + u16::from(value(check[1]));
                remainder(lead, head, 97).is_some_and(|rest| check == 97 - rest)
            };
            assert_eq!(unseen(6, accepts), (0, vec![]), "lead {lead}");
        }
    }

    #[test]
    fn the_group_of_ten_is_one() {
        for a in 0..10 {
            assert_eq!((dihedral(a, 0), dihedral(0, a)), (a, a));
            for b in 0..10 {
                for c in 0..10 {
                    assert_eq!(dihedral(dihedral(a, b), c), dihedral(a, dihedral(b, c)));
                }
            }
        }
    }

    #[test]
    fn published_numbers_pass() {
        assert!(luhn(b"79927398713", 10) && verhoeff(b"2363") && mod_11_10(b"07945"));
    }
}
