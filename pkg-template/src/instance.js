// A wasm module that takes and returns strings and numbers: compiled and started on its first call, replaced when it traps.
//
// wasm-bindgen's own glue brings a table of JavaScript objects that nothing here needs; this is what is left of it where only
// strings cross. It relies on the names and the calling convention of the wasm-bindgen version that Cargo.toml pins.

/** An instance whose memory grew beyond this is not kept. */
const MOST_MEMORY = 16 << 20;

/** Where the module's stack begins (it grows down; `xtask` holds the modules to it), and how much of it calls ever use. */
const STACK = 1 << 20;
const USED_STACK = 1 << 15;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Thrown when the module itself failed. It says nothing of the input, and the next call gets a new instance. */
export class KycInternalError extends Error {
  constructor() {
    super('kyc-rules failed on this input; the next call starts afresh');
    this.name = 'KycInternalError';
  }
}

/**
 * @param {() => WebAssembly.Module | (() => any)} compile the module; where there is no WebAssembly, what makes its exports
 * @param {number} [mostMemory] an instance whose memory grew beyond this is not kept; one that holds state is kept whatever it takes
 */
export function instance(compile, mostMemory = MOST_MEMORY) {
  /** @type {WebAssembly.Module | (() => any) | undefined} */
  let module;
  /** @type {any} */
  let exports;
  /** @type {Uint8Array} */
  let memory = new Uint8Array(0);

  function start() {
    module ??= compile();
    exports = typeof module === 'function' ? module() : new WebAssembly.Instance(module, {}).exports;
    memory = new Uint8Array(0);
  }

  let isWiping = false;

  /**
   * Wipes what calls left on the stack, once the script that made them is done: what they gave back is wiped already, and a page's
   * other scripts are not to find a value in the module's memory.
   */
  function wipe() {
    isWiping = false;
    if (exports !== undefined) bytes().fill(0, STACK - USED_STACK, STACK);
  }

  /** The memory as bytes; a view goes stale when the memory grows. */
  function bytes() {
    const { buffer } = exports.memory;
    if (memory.buffer !== buffer) memory = new Uint8Array(buffer);
    return memory;
  }

  /** How many bytes the last push copied. */
  let pushed = 0;

  /** Copies a string into the module, and says where: one byte a character where it is ASCII, as most are. */
  function push(text) {
    const { length } = text;
    // No memory is taken for nothing; the address is any that is none.
    if (length === 0) {
      pushed = 0;
      return 1;
    }
    const at = exports.__wbindgen_malloc(length, 1) >>> 0;
    const { read, written } = encoder.encodeInto(text, bytes().subarray(at, at + length));
    pushed = written;
    if (read === length) return at;
    // Not all of it fitted: characters beyond ASCII take up to three bytes for each code unit.
    const room = written + (length - read) * 3;
    const moved = exports.__wbindgen_realloc(at, length, room, 1) >>> 0;
    const rest = encoder.encodeInto(text.slice(read), bytes().subarray(moved + written, moved + room));
    pushed = written + rest.written;
    return exports.__wbindgen_realloc(moved, room, pushed, 1) >>> 0;
  }

  /** Copies bytes into the module, and says where. */
  function pushBytes(data) {
    pushed = data.length;
    const at = exports.__wbindgen_malloc(pushed, 1) >>> 0;
    bytes().set(data, at);
    return at;
  }

  /** Takes a string out of the module: most are a letter or a few. */
  function pop([start, length]) {
    const at = start >>> 0;
    const view = bytes();
    const text = length === 1 ? String.fromCharCode(view[at]) : decoder.decode(view.subarray(at, at + length));
    exports.__wbindgen_free(start, length, 1);
    // Memory only ever grows: after a picture the next call gets a new instance, and this one's memory is given back.
    if (view.length > mostMemory) exports = undefined;
    return text;
  }

  /** Makes sure that there is an instance, and that what is left in it goes when the script is done. */
  function ready() {
    if (exports === undefined) start();
    if (!isWiping) {
      isWiping = true;
      queueMicrotask(wipe);
    }
  }

  /** What is thrown instead. A trapped instance holds what the trap left behind: it is never used again, and its memory goes with it. */
  function failed(error) {
    exports = undefined;
    return error instanceof RangeError || error instanceof WebAssembly.RuntimeError ? new KycInternalError() : error;
  }

  /**
   * Calls an export with strings, bytes and numbers.
   * @param {string} name
   * @param {...(string | number | Uint8Array | Uint8ClampedArray)} values
   * @returns {any} the export's string or number
   */
  function call(name, ...values) {
    ready();
    try {
      const raw = [];
      for (const value of values) {
        if (typeof value === 'number') raw.push(value);
        else raw.push(typeof value === 'string' ? push(value) : pushBytes(value), pushed);
      }
      const answer = exports[name](...raw);
      return typeof answer === 'number' ? answer : pop(answer);
    } catch (error) {
      throw failed(error);
    }
  }

  /**
   * The same for the export that is called most, and faster.
   * @param {Uint8Array} payload
   * @param {number} mode
   * @param {number} today
   * @param {string} policy
   * @returns {string}
   */
  function check(payload, mode, today, policy) {
    ready();
    try {
      const at = pushBytes(payload);
      const length = pushed;
      const policyAt = push(policy);
      return pop(exports.check(at, length, mode, today, policyAt, pushed));
    } catch (error) {
      throw failed(error);
    }
  }

  /**
   * Compiles and starts the module off the main thread's back, for browsers that refuse to do it at once.
   * @param {() => Promise<WebAssembly.Module | (() => any)>} compileAsync
   */
  async function init(compileAsync) {
    if (exports !== undefined) return;
    module ??= await compileAsync();
    exports = typeof module === 'function' ? module() : (await WebAssembly.instantiate(module, {})).exports;
    memory = new Uint8Array(0);
  }

  return { call, check, init };
}
