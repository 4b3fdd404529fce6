// What `kyc-rules/js` asks of an engine that is no browser: Hermes of React Native has no text decoder, and an old one no encoder
// either. Where the engine has its own, that is used. esbuild puts these in the place of the globals.

/** Writes a text as UTF-8; a surrogate without its other half is written as U+FFFD. */
class Encoder {
  encodeInto(text, into) {
    let read = 0;
    let written = 0;
    for (const character of text) {
      const bytes = bytesOf(character.codePointAt(0));
      if (written + bytes.length > into.length) break;
      for (const byte of bytes) into[written++] = byte;
      read += character.length;
    }
    return { read, written };
  }
}

function bytesOf(code) {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), trailing(code)];
  if (code >= 0xd800 && code < 0xe000) return [0xef, 0xbf, 0xbd];
  if (code < 0x10000) return [0xe0 | (code >> 12), trailing(code >> 6), trailing(code)];
  return [0xf0 | (code >> 18), trailing(code >> 12), trailing(code >> 6), trailing(code)];
}

const trailing = (code) => 0x80 | (code & 0x3f);

/** Reads the UTF-8 of the module, which is always whole. */
class Decoder {
  decode(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const lead = bytes[at++];
      const more = lead < 0xc0 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
      let code = more === 0 ? lead : lead & (0x3f >> more);
      for (const end = at + more; at < end; at++) code = (code << 6) | (bytes[at] & 0x3f);
      text += String.fromCodePoint(code);
    }
    return text;
  }
}

export const TextEncoder = globalThis.TextEncoder ?? Encoder;
export const TextDecoder = globalThis.TextDecoder ?? Decoder;
export const queueMicrotask = globalThis.queueMicrotask ?? ((run) => void Promise.resolve().then(run));
