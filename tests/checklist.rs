//! `CHECKLIST.md`: the guide's lines, each delivered by something that is there.

use std::{fs, path::Path};

#[test]
fn every_line_names_what_delivers_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("CHECKLIST.md")).expect("the checklist");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| line.split(" | ").collect())
        .filter(|row: &Vec<&str>| row.first() != Some(&"line"))
        .collect();
    assert_eq!(rows.len(), 45);
    for row in &rows {
        let [line, by, how] = row[..] else { panic!("{row:?}") };
        let mut by = by.split(", ");
        assert!(
            by.clone().all(|by| ["library", "server", "demo", "integrator"].contains(&by)),
            "{line}"
        );
        let links: Vec<&str> =
            how.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(!links.is_empty() || by.all(|by| by == "integrator"), "{line}: what shows it?");
        for link in links {
            assert!(root.join(link).is_file(), "{line}: no {link}");
        }
    }
    // The guide itself, where it is.
    let shared = std::env::var_os("KYC_SHARED").map_or_else(|| root.join("../shared"), Into::into);
    let Ok(guide) = fs::read_to_string(shared.join("guide/kyc-integration-guide.md")) else {
        println!("skipped: the guide is not here");
        return;
    };
    let lines: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("- [ ] ")).collect();
    let ours: Vec<&str> = rows.iter().filter_map(|row| row.first().copied()).collect();
    assert_eq!(ours, lines);
}
