// The module of `kyc-rules/js`: JavaScript that binaryen made of the same rules (`#asm`), seen like an instance of WebAssembly.
import { instantiate } from '#asm';

/** Exports that answer with a number: there is no place to write to before their arguments. */
const NUMBERS = new Set(['phone_is_valid', 'sandbox_open']);

/** Bytes on the stack for an answer: its place and its length, on a boundary of 16. */
const ROOM = 16;

/** The exports of a new instance. Whatever they throw is a trap. */
function start() {
  const asm = instantiate();
  const trapping =
    (run) =>
    (...values) => {
      try {
        return run(...values);
      } catch {
        throw new RangeError('trap');
      }
    };
  // Without several results, a string is answered by its place and length, written where the first argument says.
  const answering = (run) =>
    trapping((...values) => {
      const at = asm.__wbindgen_add_to_stack_pointer(-ROOM);
      run(at, ...values);
      const answer = [...new Int32Array(asm.memory.buffer, at, 2)];
      asm.__wbindgen_add_to_stack_pointer(ROOM);
      return answer;
    });
  const exports = {};
  for (const [name, run] of Object.entries(asm)) {
    if (name === 'memory') exports[name] = run;
    else exports[name] = name.startsWith('__wbindgen') || NUMBERS.has(name) ? trapping(run) : answering(run);
  }
  return exports;
}

export const compile = () => start;
export const compileAsync = async () => start;
