//! Where the scripts take their module from: bytes in a string, or an import where a runtime wants one.

use crate::{inline, wasm::Entry};

/// Where a bundle takes its wasm from.
pub(super) struct Delivery {
    /// What the file's name ends with: `index.js`, `index.workerd.js` …
    pub(super) suffix: &'static str,
    /// esbuild's module format.
    pub(super) format: &'static str,
    /// How `#module` is written.
    pub(super) module: fn(&Entry, &[u8]) -> String,
}

/// Every way.
pub(super) const DELIVERIES: &[Delivery] = &[
    Delivery { suffix: ".js", format: "esm", module: inline::script },
    Delivery { suffix: ".cjs", format: "cjs", module: inline::script },
    // These two refuse to compile bytes at run time, and want the module imported.
    Delivery { suffix: ".workerd.js", format: "esm", module: |entry, _| imported(entry, "") },
    Delivery { suffix: ".edge.js", format: "esm", module: |entry, _| imported(entry, "?module") },
];

fn imported(entry: &Entry, query: &str) -> String {
    format!(
        "import module from \"./{}.wasm{query}\";\nexport const compile = () => module;\nexport const compileAsync = async () => module;\n",
        entry.name
    )
}
