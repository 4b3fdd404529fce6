//! A module inside a script: a string of ASCII, hardly more than the wasm itself once compressed, where base64 is a third. A byte is
//! its character, or two: a prefix and a character that is so much less than the byte. The bytes that are frequent change places with
//! those that take one.
//!
//! Reading it back takes a loop over 300,000 characters, which an engine starts in its slowest gear: 11 ms of the processor in Node,
//! where a module of a hundred bytes, compiled at once, takes 3. So one reads the other: the engine's own encoder puts the
//! string into its memory, and it makes bytes of that and puts them back into their places.

use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ExportKind, ExportSection, Function,
    FunctionSection, Instruction, MemArg, MemorySection, MemoryType, Module, TypeSection, ValType,
};

use crate::wasm::Entry;

/// In the reader's memory: the byte of each place, by place; how much more than the character behind it a byte is, by prefix, 0
/// where it is no prefix; then the text.
const SHIFTS: u32 = 256;
const TEXT: u32 = 512;

/// The prefixes, and what they add. Of many they compress best: brotli tells what follows `'`, `.` and a digit from all else.
const LOW: (u8, u8) = (b'0', 0xDD);
const MIDDLE: (u8, u8) = (b'\'', 0x43);
const HIGH: (u8, u8) = (b'.', 0x83);

/// The prefix of a byte that is not its own character: no ASCII, escaped in a script, or a prefix.
const fn prefix(byte: u8) -> Option<(u8, u8)> {
    match byte {
        0xC0.. => Some(HIGH),
        0x80.. => Some(MIDDLE),
        0 | 7 | 8 | 10..=13 | 0x1B | b'"' | b'\'' | b'.' | b'0' => Some(LOW),
        _ => None,
    }
}

/// The script that holds a module, and makes it.
pub(crate) fn script(_: &Entry, bytes: &[u8]) -> String {
    let pairs = swaps(bytes);
    let text = text(bytes, &pairs);
    let pairs: Vec<u8> = pairs.into_iter().flat_map(|(first, second)| [first, second]).collect();
    format!(
        "const text = \"{}\";\nconst pairs = {:?};\nconst reader = {:?};\n\
        function bytes() {{\n  \
        const module = new WebAssembly.Module(Uint8Array.from(reader));\n  \
        const {{ memory, read }} = new WebAssembly.Instance(module).exports;\n  \
        const all = new Uint8Array(memory.buffer);\n  \
        for (let at = 0; at < {SHIFTS}; at++) all[at] = at;\n  \
        for (let at = 0; at < pairs.length; at += 2) [all[pairs[at]], all[pairs[at + 1]]] = [pairs[at + 1], pairs[at]];\n  \
        const {{ written }} = new TextEncoder().encodeInto(text, all.subarray({TEXT}));\n  \
        return all.subarray({TEXT}, read({TEXT}, {TEXT} + written));\n}}\n\
        export const compile = () => new WebAssembly.Module(bytes());\n\
        export const compileAsync = () => WebAssembly.compile(bytes());\n",
        text.replace('\\', "\\\\"),
        pairs,
        reader(text.len()),
    )
}

/// The characters of some bytes, once pairs of them changed places.
fn text(bytes: &[u8], pairs: &[(u8, u8)]) -> String {
    let mut places: Vec<u8> = (0..=255).collect();
    for (first, second) in pairs {
        places.swap(usize::from(*first), usize::from(*second));
    }
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes.iter().map(|byte| places[usize::from(*byte)]) {
        let (first, shift) = prefix(byte).unwrap_or_default();
        if shift != 0 {
            text.push(char::from(first));
        }
        text.push(char::from(byte.wrapping_sub(shift)));
    }
    text
}

/// The module that reads: `read(at, end)` makes bytes of the characters between, puts each into its place, and answers where the
/// bytes end, which begin where the characters did.
fn reader(length: usize) -> Vec<u8> {
    const AT: u32 = 0;
    const END: u32 = 1;
    const TO: u32 = 2;
    const BYTE: u32 = 3;
    const SHIFT: u32 = 4;
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut memories = MemorySection::new();
    let minimum = (length as u64 + u64::from(TEXT)).div_ceil(1 << 16);
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
    let shifts = MemArg { offset: SHIFTS.into(), ..memory };
    let mut read = Function::new([(3, ValType::I32)]);
    for step in [
        Instruction::LocalGet(AT),
        Instruction::LocalSet(TO),
        Instruction::Loop(BlockType::Empty),
        Instruction::LocalGet(AT),
        Instruction::I32Load8U(memory),
        Instruction::LocalTee(BYTE),
        Instruction::I32Load8U(shifts),
        Instruction::LocalTee(SHIFT),
        Instruction::If(BlockType::Empty),
        Instruction::LocalGet(AT),
        Instruction::I32Const(1),
        Instruction::I32Add,
        Instruction::LocalTee(AT),
        Instruction::I32Load8U(memory),
        Instruction::LocalGet(SHIFT),
        Instruction::I32Add,
        Instruction::I32Const(0xff),
        Instruction::I32And,
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
    let mut data = DataSection::new();
    for (first, shift) in [LOW, MIDDLE, HIGH] {
        let at = SHIFTS.wrapping_add(first.into()).cast_signed();
        data.active(0, &ConstExpr::i32_const(at), [shift]);
    }
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&memories).section(&exports).section(&code);
    module.section(&data);
    module.finish()
}

/// Which bytes change places: the frequent ones that a script cannot hold as they are with the rare ones that it can.
fn swaps(bytes: &[u8]) -> Vec<(u8, u8)> {
    let mut counts = [0_usize; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    // Two characters, or escaped.
    let is_dear = |byte: &u8| prefix(*byte).is_some() || matches!(byte, b'\\' | 0x7F);
    let (mut dear, mut cheap): (Vec<u8>, Vec<u8>) = (0..=255).partition(is_dear);
    dear.sort_by_key(|byte| std::cmp::Reverse(counts[usize::from(*byte)]));
    cheap.sort_by_key(|byte| counts[usize::from(*byte)]);
    let is_gain =
        |(dear, cheap): &(u8, u8)| counts[usize::from(*dear)] > counts[usize::from(*cheap)];
    dear.into_iter().zip(cheap).take_while(is_gain).collect()
}

#[cfg(test)]
mod tests {
    use super::{HIGH, LOW, MIDDLE, swaps, text};

    /// Every byte, some more often than others, reads back from ASCII that no script escapes but for the backslash.
    #[test]
    fn bytes_read_back_from_ascii() {
        let bytes: Vec<u8> =
            (0..=255).flat_map(|byte| vec![byte; usize::from(byte) % 7 + 1]).collect();
        let pairs = swaps(&bytes);
        let text = text(&bytes, &pairs);
        assert!(
            text.bytes()
                .all(|it| it.is_ascii() && !matches!(it, 0 | 7 | 8 | 10..=13 | 0x1B | b'"'))
        );
        let mut back = Vec::new();
        let mut characters = text.bytes();
        while let Some(first) = characters.next() {
            let byte = match [LOW, MIDDLE, HIGH].iter().find(|(prefix, _)| *prefix == first) {
                Some((_, shift)) => characters.next().unwrap().wrapping_add(*shift),
                None => first,
            };
            let pair = pairs.iter().find(|(one, other)| [*one, *other].contains(&byte));
            back.push(match pair {
                Some((one, other)) if byte == *one => *other,
                Some((one, _)) => *one,
                None => byte,
            });
        }
        assert!(back == bytes);
    }
}
