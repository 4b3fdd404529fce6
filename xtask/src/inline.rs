//! A module inside a script: a string of characters below U+0100, hardly more than the wasm itself once compressed, where base64
//! is a third. The bytes that are frequent change places with those that take least in a script.
//!
//! Reading it back takes a loop over 300,000 characters, which an engine starts in its slowest gear: 11 ms of the processor in Node,
//! where a module of a hundred bytes, compiled at once, takes 3. So one reads the other: the engine's own encoder puts the
//! string into its memory as UTF-8, and it makes bytes of that and puts them back into their places.

use wasm_encoder::{
    BlockType, CodeSection, ExportKind, ExportSection, Function, FunctionSection, Instruction,
    MemArg, MemorySection, MemoryType, Module, TypeSection, ValType,
};

use crate::wasm::Entry;

/// The places of bytes stand before the text in the reader's memory.
const PLACES: u32 = 256;

/// The script that holds a module, and makes it.
pub(crate) fn script(_: &Entry, bytes: &[u8]) -> String {
    let pairs = swaps(bytes);
    let mut places: Vec<u8> = (0..=255).collect();
    for (first, second) in &pairs {
        places.swap(usize::from(*first), usize::from(*second));
    }
    let moved: Vec<u8> = bytes.iter().map(|byte| places[usize::from(*byte)]).collect();
    let length: usize = moved.iter().map(|byte| if byte.is_ascii() { 1 } else { 2 }).sum();
    let pairs: Vec<u8> = pairs.into_iter().flat_map(|(first, second)| [first, second]).collect();
    format!(
        "const text = \"{}\";\nconst pairs = \"{}\";\nconst reader = \"{}\";\n\
        const codes = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));\n\
        function bytes() {{\n  \
        const {{ memory, read }} = new WebAssembly.Instance(new WebAssembly.Module(codes(reader))).exports;\n  \
        const all = new Uint8Array(memory.buffer);\n  const swap = codes(pairs);\n  \
        for (let at = 0; at < {PLACES}; at++) all[at] = at;\n  \
        for (let at = 0; at < swap.length; at += 2) [all[swap[at]], all[swap[at + 1]]] = [swap[at + 1], swap[at]];\n  \
        const {{ written }} = new TextEncoder().encodeInto(text, all.subarray({PLACES}));\n  \
        return all.subarray({PLACES}, read({PLACES}, {PLACES} + written));\n}}\n\
        export const compile = () => new WebAssembly.Module(bytes());\n\
        export const compileAsync = () => WebAssembly.compile(bytes());\n",
        literal(&moved),
        literal(&pairs),
        literal(&reader(length)),
    )
}

/// The module that reads: `read(at, end)` makes bytes of the characters between, puts each into its place, and answers where the
/// bytes end, which begin where the characters did.
fn reader(length: usize) -> Vec<u8> {
    const AT: u32 = 0;
    const END: u32 = 1;
    const TO: u32 = 2;
    const BYTE: u32 = 3;
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut memories = MemorySection::new();
    // The text's length at most, and the table before it.
    let minimum = (length as u64 + u64::from(PLACES)).div_ceil(1 << 16);
    memories.memory(MemoryType {
        minimum,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("read", ExportKind::Func, 0);
    let memory = MemArg { offset: 0, align: 0, memory_index: 0 };
    let mut read = Function::new([(2, ValType::I32)]);
    for step in [
        Instruction::LocalGet(AT),
        Instruction::LocalSet(TO),
        Instruction::Loop(BlockType::Empty),
        Instruction::LocalGet(AT),
        Instruction::I32Load8U(memory),
        Instruction::LocalTee(BYTE),
        // A character of two bytes: the low two bits of the first, the low six of the second.
        Instruction::I32Const(0x80),
        Instruction::I32GeU,
        Instruction::If(BlockType::Empty),
        Instruction::LocalGet(AT),
        Instruction::I32Const(1),
        Instruction::I32Add,
        Instruction::LocalTee(AT),
        Instruction::I32Load8U(memory),
        Instruction::I32Const(0x3f),
        Instruction::I32And,
        Instruction::LocalGet(BYTE),
        Instruction::I32Const(3),
        Instruction::I32And,
        Instruction::I32Const(6),
        Instruction::I32Shl,
        Instruction::I32Or,
        Instruction::LocalSet(BYTE),
        Instruction::End,
        Instruction::LocalGet(TO),
        Instruction::LocalGet(BYTE),
        Instruction::I32Load8U(memory),
        Instruction::I32Store8(memory),
        Instruction::LocalGet(TO),
        Instruction::I32Const(1),
        Instruction::I32Add,
        Instruction::LocalSet(TO),
        Instruction::LocalGet(AT),
        Instruction::I32Const(1),
        Instruction::I32Add,
        Instruction::LocalTee(AT),
        Instruction::LocalGet(END),
        Instruction::I32LtU,
        Instruction::BrIf(0),
        Instruction::End,
        Instruction::LocalGet(TO),
        Instruction::End,
    ] {
        read.instruction(&step);
    }
    let mut code = CodeSection::new();
    code.function(&read);
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&memories).section(&exports).section(&code);
    module.finish()
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
