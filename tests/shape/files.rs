//! No file of over 300 lines without a reason, and none that does not begin with what it is for.

use std::{collections::BTreeSet, process::Command};

use super::{read, root};

/// The longest file that needs no reason.
const LONGEST: usize = 300;

/// Files that are one thing, and longer: what that is.
const LONG: &[(&str, &str)] = &[
    ("pkg-template/index.d.ts", "the declarations of one entry, which npm shows as one file"),
    ("pkg-template/src/element.js", "one class; a second file would have to be shipped"),
    ("src/code.rs", "one table: every code with its words"),
    ("src/phone/codec.rs", "one coder, whose two directions are read side by side"),
    ("xtask/src/mutants/weave.rs", "one walk over the syntax"),
];

/// Files that we write: what is generated says so in its first line or stands in a folder of that name.
fn written() -> impl Iterator<Item = String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .args(["*.rs", "*.js", "*.mjs", "*.ts", "*.css", "*.html", "*.py"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(listed.status.success(), "git lists no files");
    let names = String::from_utf8(listed.stdout).unwrap();
    let names: BTreeSet<String> = names.lines().map(str::to_owned).collect();
    names.into_iter().filter(|name| root().join(name).is_file() && !name.contains("/generated/"))
}

#[test]
fn a_long_file_has_a_reason() {
    let mut long = BTreeSet::new();
    let mut seen = 0;
    for name in written() {
        let text = read(&name);
        seen += 1;
        let is_generated = text.lines().next().is_some_and(|line| line.contains("@generated"));
        if !is_generated && text.lines().count() > LONGEST {
            long.insert(name);
        }
    }
    assert!(seen > 500, "{seen} files");
    let known: BTreeSet<String> = LONG.iter().map(|(name, _)| (*name).to_owned()).collect();
    let new: Vec<_> = long.difference(&known).collect();
    let short: Vec<_> = known.difference(&long).collect();
    assert!(new.is_empty(), "over {LONGEST} lines, without a reason: {new:#?}");
    assert!(short.is_empty(), "no longer over {LONGEST} lines: {short:#?}");
}

#[test]
fn a_file_begins_with_what_it_is_for() {
    // The demo shows these as they are: code that a reader would write.
    let wanted = written().filter(|name| !name.starts_with("www-demo/code/"));
    let marks = |name: &str| -> &[&str] {
        match name.rsplit('.').next() {
            Some("rs") => &["//! ", "// @generated"],
            Some("py") => &["\"\"\"", "# "],
            Some("html") => &["<!"],
            _ => &["// ", "/* ", "/** "],
        }
    };
    let begins = |name: &str| {
        let text = read(name);
        // The interpreter of a script stands before everything else.
        let first = text.lines().find(|line| !line.starts_with("#!/")).unwrap_or_default();
        marks(name).iter().any(|mark| first.starts_with(mark))
    };
    let silent: Vec<String> = wanted.filter(|name| !begins(name)).collect();
    assert!(silent.is_empty(), "no first line that tells a purpose: {silent:#?}");
}
