//! Which panics the shipped code can still reach: a walk from the exports over the module's calls, before its names are stripped.
//!
//! The optimiser leaves a panic where it cannot see that it never happens. The functions that still hold one are listed in
//! `xtask/panics.tsv` with the argument why it never does: mostly the standard library's. One that is not listed fails the test. Through a
//! table of functions anything may be called, so whatever stands in one counts as reached.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, ensure};
use wasmparser::{ElementItems, ExternalKind, Operator, Parser, Payload, TypeRef};

use super::{ENTRIES, snip};
use crate::toolchain::Tools;

/// By the name of each function that is reached and may panic: the panics it calls.
type Found = BTreeMap<String, BTreeSet<String>>;

/// A module's functions: what each calls.
#[derive(Default)]
struct Calls {
    /// By function: those it calls; functions that are imported call nothing.
    calls: Vec<Vec<u32>>,
    /// Functions that are called from outside, or through a table.
    roots: BTreeSet<u32>,
}

/// What stands between the exports and a panic.
fn panics(module: &[u8]) -> anyhow::Result<Found> {
    let names = snip::names(module)?;
    let name = |index: u32| names.get(&index).map_or("", String::as_str);
    let calls = read(module)?;
    let mut reached = calls.roots.clone();
    let mut open: Vec<u32> = reached.iter().copied().collect();
    let mut found = Found::new();
    while let Some(at) = open.pop() {
        // What a panic does next is its own affair.
        if snip::is_panic(name(at)) {
            continue;
        }
        let called = calls.calls.get(at as usize).context("a call to no function")?;
        for &callee in called {
            if snip::is_panic(name(callee)) {
                found.entry(plain(name(at))).or_default().insert(plain(name(callee)));
            } else if reached.insert(callee) {
                open.push(callee);
            }
        }
    }
    Ok(found)
}

/// `cargo xtask panics`: the panics that every entry's module can reach, each with the argument why it does not happen.
pub(crate) fn run(root: &Path, _: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    check(root, &tools).map(drop)
}

/// Holds the modules as they were built last to the list; proves on a module with a panic of ours that it would be found. How many
/// functions hold one.
pub(crate) fn check(root: &Path, tools: &Tools) -> anyhow::Result<usize> {
    let listed = Listed::read(root)?;
    deliberate(root, tools, &listed)?;
    let mut unlisted = Vec::new();
    let mut count = 0;
    for entry in ENTRIES {
        let module = root.join(format!("target/npm/{}/raw_bg.wasm", entry.name));
        let module =
            fs::read(&module).with_context(|| format!("build it first: {}", module.display()))?;
        let found = panics(&module)?;
        println!("{}: {} functions hold a panic that nothing reaches", entry.name, found.len());
        count += found.len();
        unlisted.extend(
            listed.unlisted(&found).into_iter().map(|what| format!("{}: {what}", entry.name)),
        );
    }
    ensure!(
        unlisted.is_empty(),
        "panics without an argument in xtask/panics.tsv:\n{}",
        unlisted.join("\n")
    );
    Ok(count)
}

/// Compiles a module with a panic on purpose, and one without, and looks at both.
fn deliberate(root: &Path, tools: &Tools, listed: &Listed) -> anyhow::Result<()> {
    let folder = root.join("target/panics");
    fs::create_dir_all(&folder)?;
    for (body, is_found) in
        [("[1_u8, 2][at]", true), ("[1_u8, 2].get(at).copied().unwrap_or(0)", false)]
    {
        let source = folder.join("deliberate.rs");
        let code = format!(
            "#[unsafe(no_mangle)] pub extern \"C\" fn judge(at: usize) -> u8 {{ {body} }}\n"
        );
        fs::write(&source, code)?;
        let module = folder.join("deliberate.wasm");
        tools
            .wasm_sh("rustc")
            .words("--edition 2024 --target wasm32-unknown-unknown --crate-type cdylib -Copt-level=z -Cpanic=abort -o")
            .arg(&module)
            .arg(&source)
            .silent()
            .run()?;
        let unlisted = listed.unlisted(&panics(&fs::read(&module)?)?);
        ensure!(
            is_found == unlisted.iter().any(|what| what.starts_with("judge ")),
            "`{body}`: {unlisted:?}"
        );
    }
    Ok(())
}

/// The list: where, which panics, why not.
struct Listed(Vec<(String, Vec<String>)>);

impl Listed {
    fn read(root: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(root.join("xtask/panics.tsv")).context("xtask/panics.tsv")?;
        let rows = text.lines().skip(1).map(|line| {
            let mut cells = line.split('\t');
            let (place, panics, why) = (cells.next(), cells.next(), cells.next());
            let (Some(place), Some(panics), Some(_)) = (place, panics, why) else {
                anyhow::bail!("no row of the list: {line}");
            };
            Ok((place.to_owned(), panics.split(" | ").map(str::to_owned).collect()))
        });
        rows.collect::<anyhow::Result<_>>().map(Self)
    }

    /// What was found and is not listed.
    fn unlisted(&self, found: &Found) -> Vec<String> {
        let is_listed = |place: &str, panic: &str| {
            self.0.iter().any(|(pattern, panics)| {
                matches(pattern, place) && panics.iter().any(|pattern| matches(pattern, panic))
            })
        };
        let all =
            found.iter().flat_map(|(place, panics)| panics.iter().map(move |panic| (place, panic)));
        all.filter(|(place, panic)| !is_listed(place, panic))
            .map(|(place, panic)| format!("{place} -> {panic}"))
            .collect()
    }
}

/// Whether a text is what a pattern says, in which `*` stands for anything.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|head| text.strip_prefix(head)) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(tail) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    rest.ends_with(tail)
}

fn read(module: &[u8]) -> anyhow::Result<Calls> {
    let mut all = Calls::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        all.calls.push(Vec::new());
                    }
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        all.roots.insert(export.index);
                    }
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    match element?.items {
                        ElementItems::Functions(functions) => {
                            for function in functions {
                                all.roots.insert(function?);
                            }
                        }
                        ElementItems::Expressions(_, expressions) => {
                            for expression in expressions {
                                for operator in expression?.get_operators_reader() {
                                    if let Operator::RefFunc { function_index } = operator? {
                                        all.roots.insert(function_index);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            Payload::StartSection { func, .. } => {
                all.roots.insert(func);
            }
            Payload::CodeSectionEntry(body) => {
                let mut called = Vec::new();
                for operator in body.get_operators_reader()? {
                    match operator? {
                        Operator::Call { function_index }
                        | Operator::RefFunc { function_index } => called.push(function_index),
                        _ => {}
                    }
                }
                all.calls.push(called);
            }
            _ => {}
        }
    }
    ensure!(!all.roots.is_empty(), "a module without exports");
    Ok(all)
}

/// A name without what differs from one compiler's run to the next: hashes.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        // `core[0123456789abcdef]::…`
        let hash = after.split_once(']').filter(|(hash, _)| {
            c == '[' && hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        if let Some((_, behind)) = hash {
            rest = behind;
        } else {
            plain.push(c);
            rest = after;
        }
    }
    // `…::h0123456789abcdef`
    match plain.rsplit_once("::h") {
        Some((head, hash))
            if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            head.to_owned()
        }
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{matches, plain};

    #[test]
    fn patterns() {
        for (pattern, text) in
            [("*", ""), ("a*", "ab"), ("*b", "ab"), ("a*c*e", "abcde"), ("abc", "abc")]
        {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("a*", "ba"), ("*b", "abc"), ("a*c*e", "aec"), ("abc", "abcd")] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn names_without_hashes() {
        assert_eq!(plain("core[0123456789abcdef]::fmt::write"), "core::fmt::write");
        assert_eq!(plain("core::fmt::write::h0123456789abcdef"), "core::fmt::write");
        assert_eq!(plain("<[T] as core::slice::X>::f"), "<[T] as core::slice::X>::f");
    }
}
