//! What the weighted sums of the registry promise to catch, proven through the engine: for every sum, every digit for every other
//! at every place, and every swap of neighbours, among forty fillings of the other places.

use super::{
    buffer::Reader,
    date,
    engine::{check_digit, op},
    words::RIGHT,
};

/// A weighted sum of digits in one pass, right before its check character.
#[derive(PartialEq, Eq)]
struct Weighted {
    bytes: &'static [u8],
    weights: &'static [u8],
    table: &'static [u8],
}

impl Weighted {
    fn holds(&self, number: &[u8]) -> bool {
        check_digit(op::SUM, &mut Reader(self.bytes), number)
    }

    /// Whether remainders lead to characters of their own, but for those that are never given.
    fn tells_remainders_apart(&self) -> bool {
        let given = |at: usize| self.table[at] != b'!';
        (0..self.table.len())
            .all(|a| (0..a).all(|b| !given(a) || !given(b) || self.table[a] != self.table[b]))
    }

    /// Whether no difference of two digits, times a factor, is a multiple of the modulus.
    fn is_seen(&self, factor: u8) -> bool {
        (1..10).all(|digits| usize::from(factor) * digits % self.table.len() != 0)
    }

    /// By arithmetic: whether every single wrong digit is caught, and every swap of neighbours before the check character.
    fn promises(&self) -> (bool, bool) {
        let apart = self.tells_remainders_apart();
        let singles = self.weights.iter().all(|weight| self.is_seen(*weight));
        let swaps = self.weights.windows(2).all(|pair| self.is_seen(pair[0].abs_diff(pair[1])));
        (apart && singles, apart && swaps)
    }

    /// Through the engine: how many single wrong digits and swaps of neighbours go unseen, and how many were tried.
    fn unseen(&self) -> (u32, u32, u32) {
        let (mut singles, mut swaps, mut tried) = (0, 0, 0);
        let places = self.weights.len();
        let mut seed = 1_u32;
        for at in 0..places {
            for filling in 0..400 {
                let mut number: Vec<u8> = (0..places)
                    .map(|_| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        b'0' + u8::try_from((seed >> 16) % 10).unwrap()
                    })
                    .collect();
                // Forty fillings for each digit.
                number[at] = b'0' + u8::try_from(filling % 10).unwrap();
                let sum: usize = number
                    .iter()
                    .zip(self.weights)
                    .map(|(digit, weight)| usize::from(digit - b'0') * usize::from(*weight))
                    .sum();
                let check = self.table[sum % self.table.len()];
                number.push(check);
                if check == b'!' {
                    continue;
                }
                assert!(self.holds(&number), "{:?} {:?}", self.weights, self.table);
                for digit in (b'0'..=b'9').filter(|digit| *digit != number[at]) {
                    let mut bad = number.clone();
                    bad[at] = digit;
                    singles += u32::from(self.holds(&bad));
                    tried += 1;
                }
                if at + 1 < places && number[at] != number[at + 1] {
                    number.swap(at, at + 1);
                    swaps += u32::from(self.holds(&number));
                    tried += 1;
                }
            }
        }
        (singles, swaps, tried)
    }
}

/// Every such sum of a list of checks, those inside other checks too.
fn collect(checks: &'static [u8], out: &mut Vec<Weighted>) {
    let mut checks = Reader(checks);
    while !checks.is_empty() {
        match checks.byte() {
            op::WHEN => {
                checks.part();
                collect(checks.part(), out);
            }
            op::ANY => {
                let mut lists = Reader(checks.part());
                while !lists.is_empty() {
                    collect(lists.part(), out);
                }
            }
            op::SUM => {
                let whole = checks.0;
                let (from, at, values) = (checks.place(), checks.place(), checks.byte());
                let (weights, table) = (checks.part(), checks.part());
                if table.is_empty() {
                    checks.take(2);
                }
                if values & op::TWICE != 0 {
                    checks.part();
                }
                let bytes = whole.strip_suffix(checks.0).unwrap();
                let last = at == -1 || usize::try_from(at) == Ok(weights.len());
                let sum = Weighted { bytes, weights, table };
                let plain = values == 0 && (from == 0 || from == RIGHT) && last;
                if plain && !table.is_empty() && !out.contains(&sum) {
                    out.push(sum);
                }
            }
            op::DATE | op::TELLS => {
                date::read(&mut checks, &[]);
            }
            op::IN | op::NOT_IN | op::NOT_SPECIMEN => {
                checks.take(2);
                checks.part();
            }
            op::BORN | op::RULE => {
                checks.byte();
            }
            op::LUHN => {
                checks.take(3);
            }
            op::MOD => {
                checks.take(2);
                checks.len();
                checks.byte();
            }
            _ => {}
        }
    }
}

#[test]
fn weighted_sums_catch_what_their_weights_promise() {
    let mut sums = Vec::new();
    for scheme in super::all() {
        collect(scheme.checks(), &mut sums);
    }
    let (mut every_single, mut every_swap, mut errors) = (0, 0, 0);
    for sum in &sums {
        let (singles, swaps) = sum.promises();
        let (single_unseen, swap_unseen, tried) = sum.unseen();
        // The other way round as well: what is not promised does go unseen somewhere.
        assert_eq!(singles, single_unseen == 0, "{:?} {:?}", sum.weights, sum.table);
        assert_eq!(swaps, swap_unseen == 0, "{:?} {:?}", sum.weights, sum.table);
        every_single += u32::from(singles);
        every_swap += u32::from(swaps);
        errors += tried;
    }
    println!(
        "{} sums, {every_single} catch every single wrong digit, {every_swap} every swap of neighbours; {errors} errors tried",
        sums.len()
    );
    assert!(sums.len() > 40 && every_single > 20 && every_swap > 20);
}
