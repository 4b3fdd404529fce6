//! Cuts panics down to traps. A module that imports nothing has nobody to tell what went wrong, yet the standard library formats
//! the words all the same: machinery that only a panic reaches, and that the compiler cannot know to be of no use.
//!
//! What a caller sees is the same before and after: a trap, and the next call gets a new instance.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use wasm_encoder::{CodeSection, Function, Instruction, Module, RawSection, SectionId};
use wasmparser::{KnownCustom, Name, Operator, Parser, Payload, TypeRef};

mod words;

/// Where functions live that end in a panic, and do nothing else.
const PANICS: &[&str] = &[
    "core::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "std::panicking::",
    "std::alloc::rust_oom",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
];

/// Where functions live that write values into a text, and do nothing else.
const FORMATTING: &[&str] = &["core::fmt::", "alloc::fmt::"];

/// The module with every such function's body replaced by a trap, and their words wiped.
pub(super) fn panics(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let names = names(module)?;
    let formats = formats(module, &names)?;
    let is_cut = |name: &String| is_panic(name) || !formats && is_formatting(name);
    let mut out = Module::new();
    let mut code = CodeSection::new();
    let (mut index, mut left, mut snipped) = (0_u32, 0_u32, 0_u32);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("wasm-bindgen wrote no module")?;
        match &payload {
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    index += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionStart { count, .. } => {
                left = *count;
                continue;
            }
            Payload::CodeSectionEntry(body) => {
                if names.get(&index).is_some_and(is_cut) {
                    snipped += 1;
                    let mut trap = Function::new([]);
                    trap.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
                    code.function(&trap);
                } else {
                    code.raw(body.as_bytes());
                }
                index += 1;
                left -= 1;
                if left == 0 {
                    out.section(&code);
                }
                continue;
            }
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            ensure!(id != SectionId::Code as u8, "a code section read twice");
            let mut data = module[range.clone()].to_vec();
            if let Payload::DataSection(segments) = payload {
                words::wipe(&segments, &mut data, range.start, formats)?;
            }
            out.section(&RawSection { id, data: &data });
        }
    }
    ensure!(snipped > 0, "no panic found: have the standard library's functions been renamed?");
    Ok(out.finish())
}

/// The functions' names, which wasm-bindgen keeps until wasm-opt strips them.
pub(super) fn names(module: &[u8]) -> anyhow::Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(reader) = section.as_known() else { continue };
        for part in reader {
            let Name::Function(functions) = part? else { continue };
            for function in functions {
                let function = function?;
                // wasm-bindgen has taken the mangling away already, where it came by.
                names.insert(
                    function.index,
                    format!("{:#}", rustc_demangle::demangle(function.name)),
                );
            }
        }
    }
    ensure!(!names.is_empty(), "the module has no names");
    Ok(names)
}

/// Whether anything but a panic formats. Else only tables that panics come with name what does, and the optimiser takes those at
/// their word.
fn formats(module: &[u8], names: &BTreeMap<u32, String>) -> anyhow::Result<bool> {
    let is = |at: u32, what: fn(&str) -> bool| names.get(&at).is_some_and(|name| what(name));
    let mut index = 0_u32;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    index += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                if !is(index, is_panic) && !is(index, is_formatting) {
                    for operator in body.get_operators_reader()? {
                        if let Operator::Call { function_index } = operator?
                            && is(function_index, is_formatting)
                        {
                            return Ok(true);
                        }
                    }
                }
                index += 1;
            }
            _ => {}
        }
    }
    Ok(false)
}

/// Whether a function's name is of one that only writes values into a text.
fn is_formatting(name: &str) -> bool {
    let name = plain(name);
    FORMATTING.iter().any(|path| name.contains(path))
}

/// Whether a function's name, as `path::to::it::h0123456789abcdef` or `<path>::it`, is one of a panic.
pub(super) fn is_panic(name: &str) -> bool {
    let name = plain(name);
    PANICS.iter().any(|panic| name.starts_with(panic))
}

/// A name without the brackets around it and in it: `core[0123456789abcdef]::panicking::…`, as the newer mangling has it.
fn plain(name: &str) -> String {
    let bare = name.trim_start_matches('<');
    let mut plain = String::with_capacity(bare.len());
    let mut depth = 0_u32;
    for c in bare.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{is_formatting, is_panic};

    #[test]
    fn what_formats_is_known_by_name() {
        for name in [
            "core[a1b2]::fmt::write",
            "<&str as core[a1b2]::fmt::Display>::fmt",
            "<alloc[c3]::string::String as core[a1b2]::fmt::Write>::write_str",
        ] {
            assert!(is_formatting(name), "{name}");
        }
        for name in ["kyc_rules::national_id::format::matches", "alloc[c3]::str::join"] {
            assert!(!is_formatting(name), "{name}");
        }
    }

    #[test]
    fn panics_are_known_by_name() {
        for name in [
            "core::panicking::panic_fmt::h0123456789abcdef",
            "core[a1b2]::slice::index::slice_index_fail",
            "std::panicking::panic_with_hook",
        ] {
            assert!(is_panic(name), "{name}");
        }
        for name in
            ["core::str::converts::from_utf8", "kyc_rules::core::panicking", "alloc::str::join"]
        {
            assert!(!is_panic(name), "{name}");
        }
    }
}
