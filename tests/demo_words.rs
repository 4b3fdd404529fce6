//! The demo's catalogues of its own words: each stands for words that the page, or a finding about a picture, still says. A sentence that
//! is changed there would else turn English in silence.

use std::{collections::BTreeMap, fs, path::Path};

/// All of a folder's TypeScript, one behind the other.
fn typescript(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            typescript(&path, into);
        } else {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_word_of_a_catalogue_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = String::new();
    typescript(&root.join("www-demo/src"), &mut said);
    for file in ["www-demo/index.html", "src/image/code.rs"] {
        said.push_str(&fs::read_to_string(root.join(file)).unwrap());
    }
    let mut catalogues = 0;
    let mut form: Option<Vec<String>> = None;
    for entry in fs::read_dir(root.join("www-demo/words")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let catalogue: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(catalogue["reviewed"], false, "none has been reviewed: say who did");
        let words: BTreeMap<String, String> =
            serde_json::from_value(catalogue["words"].clone()).unwrap();
        // Those of the form alone have the same words: what one lacks would be English among its own.
        if catalogue["part"] == "form" {
            let keys: Vec<String> = words.keys().cloned().collect();
            assert_eq!(form.get_or_insert_with(|| keys.clone()), &keys);
        }
        let silent: Vec<_> = words.keys().filter(|word| !said.contains(word.as_str())).collect();
        assert!(silent.is_empty(), "{silent:?}");
        catalogues += 1;
    }
    assert!(catalogues > 0);
}

/// The demo says the values of choices in English as the package's English does; where that is no more than their letters in lower
/// case, neither has a list.
#[test]
fn choices_are_said_as_the_package_says_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let (english, demo) =
        (read("pkg-template/src/locales/generated/en.js"), read("www-demo/src/data.ts"));
    let (_, choices) = english.split_once("\nchoices: {").unwrap();
    let (choices, _) = choices.split_once("\nlabels: {").unwrap();
    let mut listed = 0;
    // `"SSN": "Social Security number", `
    for pair in choices.split("\", ").filter_map(|pair| pair.split_once("\": \"")) {
        let (value, word) = (pair.0.rsplit('"').next().unwrap(), pair.1);
        let letters = value.to_lowercase().replace('_', " ");
        if word.to_lowercase() != letters {
            let as_key = [format!("{value}: '{word}'"), format!("'{value}': '{word}'")];
            assert!(as_key.iter().any(|line| demo.contains(line)), "{value}: {word}");
            listed += 1;
        }
    }
    assert!(listed >= 8, "{listed}");
}
