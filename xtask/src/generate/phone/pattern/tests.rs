//! Patterns beside what they are known to match.

use super::*;

/// The end and the groups of the match a backtracking engine finds at the start of the digits.
fn find(pattern: &str, digits: &str) -> Option<(usize, Vec<Option<u8>>)> {
    let pattern = Pattern::new(pattern).unwrap();
    let mut step = pattern.start();
    let mut found = None;
    for depth in 0..=digits.len() {
        if let Some(groups) = &step.matched {
            found = Some((depth, groups.clone()));
        }
        if let (true, Some(groups)) = (depth == digits.len(), &step.matched_at_end) {
            found = Some((depth, groups.clone()));
        }
        let Some(digit) = digits.as_bytes().get(depth) else { break };
        step = pattern.step(&step, usize::from(digit - b'0'), u8::try_from(depth + 1).unwrap());
    }
    found
}

#[test]
fn prefers_like_a_backtracking_engine() {
    assert_eq!(find("0|180020", "18002012"), Some((6, vec![])));
    assert_eq!(find("(5\\d{6})$|1", "5123456"), Some((7, vec![Some(0), Some(7)])));
    assert_eq!(find("(5\\d{6})$|1", "51234567"), None);
    assert_eq!(find("0(1\\d)?", "0123"), Some((3, vec![Some(1), Some(3)])));
    assert_eq!(find("0(1\\d)?", "0223"), Some((1, vec![None, None])));
    assert_eq!(find("0|01", "01"), Some((1, vec![])));
    assert_eq!(find("00(?:30|5[09]|[126-9]?)", "00541"), Some((2, vec![])));
    assert!(Pattern::new("a").is_err());
    assert!(Pattern::new("1+").is_err());
}
