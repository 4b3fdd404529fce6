//! `cargo xtask api [--write]`: what the crate offers, an item a line, out of its documentation, beside `docs/public-api.txt` of the last
//! release. What is gone or has another signature is a breaking change, and fails; what is new is only said. `--write` takes the present
//! state over, together with a line in the changelog.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};

use crate::sh::sh;

/// The list of the last release.
const LIST: &str = "docs/public-api.txt";

/// `cargo xtask api`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    match args {
        [] => check(root),
        [flag] if flag == "--write" => {
            let lines: Vec<String> = read(root)?.into_iter().collect();
            fs::write(root.join(LIST), lines.join("\n") + "\n").context("cannot write the list")
        }
        _ => bail!("usage: cargo xtask api [--write]"),
    }
}

/// Fails where something that was offered is no longer.
pub(crate) fn check(root: &Path) -> anyhow::Result<()> {
    let before: BTreeSet<String> =
        fs::read_to_string(root.join(LIST))?.lines().map(str::to_owned).collect();
    let now = read(root)?;
    let new: Vec<_> = now.difference(&before).collect();
    println!("{} items, {} of them new since {LIST} was written", now.len(), new.len());
    let gone: Vec<_> = before.difference(&now).map(String::as_str).collect();
    ensure!(
        gone.is_empty(),
        "gone, or changed: say so in the changelog and run `cargo xtask api --write`\n{}",
        gone.join("\n")
    );
    Ok(())
}

/// Every item, method, field and variant, as rustdoc shows its declaration.
fn read(root: &Path) -> anyhow::Result<BTreeSet<String>> {
    // As the documentation step builds it, so that nothing is built twice.
    sh("cargo")
        .words("doc --quiet --no-deps --all-features")
        .dir(root)
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    let folder = root.join("target/doc/kyc_rules");
    let mut pages = Vec::new();
    walk(&folder, &mut pages)?;
    let mut items = BTreeSet::new();
    for page in pages {
        let name = page.strip_prefix(&folder)?.with_extension("");
        let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
        let name = name.join("::");
        let text = fs::read_to_string(&page)?;
        if let Some((_, declaration)) = text.split_once("<pre class=\"rust item-decl\"><code>") {
            let (declaration, _) =
                declaration.split_once("</code></pre>").unwrap_or((declaration, ""));
            // What a constant is may change with the data; that it is there may not.
            let declaration = plain(declaration);
            let declaration = declaration.split(" = ").next().unwrap_or_default();
            items.insert(format!("{name}: {declaration}"));
        }
        // Methods and constants of the type itself and implementations written here; what every type has is left out.
        let own = text.split("id=\"synthetic-implementations\"").next().unwrap_or_default();
        for piece in own.split("<h4 class=\"code-header\">").skip(1) {
            let (piece, _) = piece.split_once("</h4>").unwrap_or((piece, ""));
            let item = plain(piece);
            // A trait's methods come with the line of its implementation.
            if item.starts_with("pub ") {
                items.insert(format!("{name}: {item}"));
            }
        }
        for piece in own.split("<h3 class=\"code-header\">").skip(1) {
            let (piece, _) = piece.split_once("</h3>").unwrap_or((piece, ""));
            let item = plain(piece);
            // Numbers of variants move when one is put among them.
            let item = if item.starts_with("impl") {
                &item
            } else {
                item.split(" = ").next().unwrap_or_default()
            };
            if !item.starts_with("impl StructuralPartialEq") {
                items.insert(format!("{name}: {item}"));
            }
        }
    }
    ensure!(
        items.len() > 500,
        "only {} items in the documentation: has rustdoc changed?",
        items.len()
    );
    Ok(items)
}

fn walk(folder: &Path, pages: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Pages of items are named `fn.parse.html`.
        let is_item = path.extension().is_some_and(|extension| extension == "html")
            && name.split('.').count() == 3;
        if path.is_dir() {
            walk(&path, pages)?;
        } else if is_item {
            pages.push(path);
        }
    }
    Ok(())
}

/// HTML as text in one line.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, behind)| behind);
    }
    text.push_str(rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
