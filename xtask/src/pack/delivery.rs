//! Where the scripts take their module from: bytes in a string, or an import where a runtime wants one.

use crate::wasm::Entry;

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
    Delivery { suffix: ".js", format: "esm", module: inline },
    Delivery { suffix: ".cjs", format: "cjs", module: inline },
    // These two refuse to compile bytes at run time, and want the module imported.
    Delivery { suffix: ".workerd.js", format: "esm", module: |entry, _| imported(entry, "") },
    Delivery { suffix: ".edge.js", format: "esm", module: |entry, _| imported(entry, "?module") },
];

/// The bytes as a string of characters below U+0100: hardly more than the wasm itself once compressed, where base64 is a third. The
/// bytes that are frequent change places with those that take least in a script.
fn inline(_: &Entry, bytes: &[u8]) -> String {
    let pairs = swaps(bytes);
    let mut places: Vec<u8> = (0..=255).collect();
    for (first, second) in &pairs {
        places.swap(usize::from(*first), usize::from(*second));
    }
    let moved: Vec<u8> = bytes.iter().map(|byte| places[usize::from(*byte)]).collect();
    let pairs: Vec<u8> = pairs.into_iter().flat_map(|(first, second)| [first, second]).collect();
    format!(
        "const text = \"{}\";\nconst pairs = \"{}\";\n\
        function bytes() {{\n  const all = new Uint8Array(text.length);\n  const swap = Array.from({{ length: 256 }}, (_, byte) => byte);\n  \
        const code = (at) => pairs.charCodeAt(at);\n  \
        for (let at = 0; at < pairs.length; at += 2) [swap[code(at)], swap[code(at + 1)]] = [code(at + 1), code(at)];\n  \
        for (let at = 0; at < all.length; at++) all[at] = swap[text.charCodeAt(at)];\n  return all;\n}}\n\
        export const compile = () => new WebAssembly.Module(bytes());\n\
        export const compileAsync = () => WebAssembly.compile(bytes());\n",
        literal(&moved),
        literal(&pairs)
    )
}

/// Which bytes change places: the frequent ones that a script cannot hold as they are with the rare ones that it can.
fn swaps(bytes: &[u8]) -> Vec<(u8, u8)> {
    let mut counts = [0_usize; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    // Two bytes in UTF-8, or escaped.
    let is_dear = |byte: &u8| {
        !byte.is_ascii() || matches!(byte, 0 | 7 | 8 | 10..=13 | 0x1B | b'"' | b'\\' | b'`' | 0x7F)
    };
    let (mut dear, mut cheap): (Vec<u8>, Vec<u8>) = (0..=255).partition(is_dear);
    dear.sort_by_key(|byte| std::cmp::Reverse(counts[usize::from(*byte)]));
    cheap.sort_by_key(|byte| counts[usize::from(*byte)]);
    let is_gain =
        |(dear, cheap): &(u8, u8)| counts[usize::from(*dear)] > counts[usize::from(*cheap)];
    dear.into_iter().zip(cheap).take_while(is_gain).collect()
}

/// What stands between quotes for these bytes.
fn literal(bytes: &[u8]) -> String {
    let mut literal = String::with_capacity(bytes.len() * 2);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            0 if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => literal.push_str("\\x00"),
            0 => literal.push_str("\\0"),
            b'\n' => literal.push_str("\\n"),
            b'\r' => literal.push_str("\\r"),
            b'"' | b'\\' => {
                literal.push('\\');
                literal.push(char::from(*byte));
            }
            byte => literal.push(char::from(*byte)),
        }
    }
    literal
}

fn imported(entry: &Entry, query: &str) -> String {
    format!(
        "import module from \"./{}.wasm{query}\";\nexport const compile = () => module;\nexport const compileAsync = async () => module;\n",
        entry.name
    )
}
