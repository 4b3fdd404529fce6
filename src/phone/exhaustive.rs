//! The shipped machine against the metadata's patterns, for every number there is: both are walked side by side, digit by digit,
//! over all situations they can be in together. The patterns' side knows nothing of the generator: it takes derivatives of the
//! pattern texts (Antimirov 1996) and decides region and type as libphonenumber does.

use std::collections::HashSet;

use pattern::Pool;
use serde_json::Value;

use super::{
    kind::Kind,
    world::{DEAD, ROOT, region_name, world},
};

mod pattern;

/// Types in the order libphonenumber asks for them.
const ASKED: [(&str, Kind); 8] = [
    ("premium_rate", Kind::PremiumRate),
    ("toll_free", Kind::TollFree),
    ("shared_cost", Kind::SharedCost),
    ("voip", Kind::Voip),
    ("personal_number", Kind::PersonalNumber),
    ("pager", Kind::Pager),
    ("uan", Kind::Uan),
    ("voicemail", Kind::Voicemail),
];

/// A region's rules: lengths by description, in the order of its sets.
struct Region {
    name: String,
    same: bool,
    has_leading: bool,
    lengths: Vec<Option<Vec<u64>>>,
}

/// A region's patterns as far as they were matched; the leading digits come last.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Progress {
    sets: Vec<usize>,
    leading_seen: bool,
}

fn start(rules: &Value, alone: bool, pool: &mut Pool) -> (Region, Progress) {
    let names =
        ["general"].into_iter().chain(ASKED.map(|(name, _)| name)).chain(["fixed_line", "mobile"]);
    let (mut lengths, mut sets) = (Vec::new(), Vec::new());
    let nothing = pool.nothing();
    for name in names {
        let desc = &rules["types"][name];
        lengths
            .push(desc["len"].as_array().map(|all| all.iter().filter_map(Value::as_u64).collect()));
        sets.push(desc["p"].as_str().map_or(nothing, |pattern| pool.pattern(pattern)));
    }
    let leading = rules["ld"].as_str().filter(|_| !alone);
    sets.push(leading.map_or(nothing, |leading| pool.pattern(leading)));
    let region = Region {
        name: rules["id"].as_str().expect("a name").to_owned(),
        same: rules["same"].as_bool().expect("a flag"),
        has_leading: leading.is_some(),
        lengths,
    };
    (region, Progress { sets, leading_seen: false })
}

/// Region and type of a number, as `getRegionCodeForNumber` and `getNumberTypeHelper` decide them.
fn decide(
    regions: &[Region],
    progress: &[Progress],
    length: u64,
    pool: &Pool,
) -> Option<(String, Kind)> {
    for (region, progress) in regions.iter().zip(progress) {
        let matches = |at: usize| {
            let of_length = region.lengths[at].as_ref().is_some_and(|all| all.contains(&length));
            of_length && pool.is_done(progress.sets[at])
        };
        let kind = if !matches(0) {
            None
        } else if let Some(at) = (0..ASKED.len()).find(|at| matches(at + 1)) {
            Some(ASKED[at].1)
        } else {
            match (matches(ASKED.len() + 1), matches(ASKED.len() + 2)) {
                (true, mobile) if region.same || mobile => Some(Kind::FixedLineOrMobile),
                (true, _) => Some(Kind::FixedLine),
                (false, true) if !region.same => Some(Kind::Mobile),
                _ => None,
            }
        };
        if region.has_leading && progress.leading_seen {
            return Some((region.name.clone(), kind?));
        }
        if let (false, Some(kind)) = (region.has_leading, kind) {
            return Some((region.name.clone(), kind));
        }
    }
    None
}

/// Everything about the numbers of one calling code that can follow a situation.
fn compare(code: u16, names: &[Value], metadata: &Value, pool: &mut Pool) -> usize {
    let (mut regions, mut progress) = (Vec::new(), Vec::new());
    for name in names {
        let key = if name == "001" { code.to_string() } else { name.as_str().unwrap().to_owned() };
        let (region, start) = start(&metadata["regions"][&key], names.len() == 1, pool);
        regions.push(region);
        progress.push(start);
    }
    let digits: Vec<u8> = code.to_string().bytes().map(|digit| digit - b'0').collect();
    let found = world().code(&digits).expect("a calling code");
    let machine = &found.machines().numbers;
    let mut seen = HashSet::new();
    let mut todo = vec![(ROOT, 0_u64, progress)];
    while let Some((state, length, progress)) = todo.pop() {
        let ours = found.answer(machine.answer(state));
        let ours = ours.map(|(region, kind)| (region_name(region).to_owned(), kind));
        assert_eq!(ours, decide(&regions, &progress, length, pool), "+{code} and {length} digits");
        for digit in 0..10 {
            let next: Vec<Progress> = progress
                .iter()
                .map(|region| {
                    let sets: Vec<usize> =
                        region.sets.iter().map(|set| pool.step(*set, digit)).collect();
                    let leading_seen =
                        region.leading_seen || sets.last().is_some_and(|set| pool.is_done(*set));
                    Progress { sets, leading_seen }
                })
                .collect();
            let state = machine.step(state, digit);
            // Nothing more can come of it on either side.
            let over = next.iter().all(|region| pool.is_empty(region.sets[0]));
            assert!(
                !over || state == DEAD,
                "+{code}: the machine goes on where every pattern ended"
            );
            let situation = (state, length + 1, next);
            if !over && seen.insert(situation.clone()) {
                todo.push(situation);
            }
        }
    }
    seen.len()
}

#[test]
fn answers_every_number_as_the_patterns_do() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/phone/metadata.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: no metadata here");
        return;
    };
    let metadata: Value = serde_json::from_str(&text).expect("metadata");
    let mut situations = 0;
    let codes = metadata["codes"].as_object().expect("calling codes");
    for (code, names) in codes {
        let mut pool = Pool::default();
        let code = code.parse().expect("a calling code");
        situations += compare(code, names.as_array().expect("names"), &metadata, &mut pool);
    }
    println!("{} calling codes, {situations} situations", codes.len());
    // Digits that start no calling code are known as such.
    for code in (1..1000_u16).filter(|code| !codes.contains_key(&code.to_string())) {
        let digits: Vec<u8> = code.to_string().bytes().map(|digit| digit - b'0').collect();
        let longer = codes.keys().any(|known| known.starts_with(&code.to_string()));
        let shorter = codes.keys().any(|known| code.to_string().starts_with(known.as_str()));
        let starts = world().code(&digits).is_some() || world().dead_at(&digits).is_none();
        assert_eq!(starts, longer || shorter, "+{code}");
    }
}
