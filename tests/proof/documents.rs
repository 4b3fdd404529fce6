//! What is written for people: every link leads to something.

use std::{fs, path::Path};

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut broken = Vec::new();
    let mut links = 0;
    for folder in [root.to_owned(), root.join("docs")] {
        let files = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "md"))
        {
            let text = fs::read_to_string(&file).unwrap();
            for link in
                text.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next())
            {
                if link.is_empty() || link.contains("://") || link.starts_with("mailto:") {
                    continue;
                }
                links += 1;
                if !folder.join(link).exists() {
                    broken.push(format!("{}: {link}", file.file_name().unwrap().to_string_lossy()));
                }
            }
        }
    }
    assert!(links > 60 && broken.is_empty(), "{links} links: {broken:#?}");
}

/// How many schemes rest on a page that was read is counted where the list is made; the README says the same.
#[test]
fn the_readme_counts_as_the_list_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = fs::read_to_string(root.join("docs/national-ids.md")).unwrap();
    let (_, counted) = list.split_once("So far ").unwrap();
    let (counted, _) = counted.split_once(" schemes").unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    assert!(readme.contains(&format!("Of the national IDs, {counted} schemes")), "{counted}");
}
