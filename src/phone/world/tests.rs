//! Every tail of every calling code, against the steps it stands for.

use super::*;

/// The states of a machine that digits lead to from some, each once.
fn behind(machine: &Machine, states: &[u16]) -> Vec<u16> {
    let mut next: Vec<u16> =
        states.iter().flat_map(|state| (0..10).map(|digit| machine.step(*state, digit))).collect();
    next.sort_unstable();
    next.dedup();
    next
}

#[test]
fn a_tail_answers_as_every_way_through_it_does() {
    let mut tails = 0;
    for code in &world().codes {
        let machines = code.machines();
        for machine in [&machines.numbers, &machines.national] {
            for (number, state) in (0_u16..).zip(&machine.0).filter(|(_, state)| state.tail != 0) {
                let mut there = vec![number];
                for left in 0..24 {
                    let end = End { state, left };
                    let answers = there.iter().map(|state| machine.answer(*state));
                    assert!(
                        answers.clone().all(|answer| answer == end.answer()),
                        "+{}",
                        code.number
                    );
                    assert_eq!(end.dead_for().is_some(), there == [DEAD], "+{}", code.number);
                    there = behind(machine, &there);
                }
                tails += 1;
            }
        }
    }
    assert!(tails > 5000, "{tails} tails");
}

#[test]
fn a_walk_counts_back_to_the_digit_that_led_nowhere() {
    let numbers = &world().code(b"420").unwrap().machines().numbers;
    let dead_for = |digits: &[u8]| numbers.walk(digits).dead_for();
    // No number in Czechia starts with 99, and those that start with 6 have nine digits.
    assert_eq!(dead_for(b"60312345"), None);
    assert_eq!(dead_for(b"603123456"), None);
    assert_eq!(dead_for(b"6031234567"), Some(0));
    assert_eq!(dead_for(b"603123456789"), Some(2));
    assert_eq!(dead_for(b"999"), Some(1));
    assert_eq!(dead_for(b"999123456"), Some(7));
}

#[test]
fn digits_are_told_by_their_last_four_bits() {
    assert_eq!(world().code(b"442").unwrap().number, world().code(&[4, 4, 2]).unwrap().number);
    assert_eq!(world().dead_at(b"999"), world().dead_at(&[9, 9, 9]));
}
