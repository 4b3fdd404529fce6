// kyc-rules/sandbox: the guide's API to test against, in the page itself: no server, no request. Each sandbox is an instance of the
// module of its own; objects cross as JSON, since a module that imports nothing can hold no JavaScript object.
import { compile, compileAsync } from '#module';
import { instance, KycInternalError } from './instance.js';
import { isWellFormed } from './well_formed.js';

export { KycInternalError } from './instance.js';

/** @type {WebAssembly.Module | undefined} */
let compiled;
const once = () => {
  compiled ??= compile();
  return compiled;
};

/** Compiles the module; not needed before the first sandbox, but spares it the time. */
export const init = async () => {
  compiled ??= await compileAsync();
};

/** A seed no other sandbox has: ids must not come twice. */
const chance = () => `${Date.now()}-${Math.random()}`;

/** A text as it goes over the wire: half a character is none. */
const sent = (_, value) =>
  typeof value !== 'string' || isWellFormed(value)
    ? value
    : Array.from(value, (character) => (isWellFormed(character) ? character : '\ufffd')).join('');

/** A body as it goes over the wire. */
const bodyOf = (body) => (typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));

/**
 * @param {import('../sandbox.js').SandboxOptions} [options]
 * @returns {import('../sandbox.js').Sandbox}
 */
export function createSandbox({
  clock = () => Date.now(),
  policy,
  seed = chance(),
  verificationLink = 'https://app.example.com/verify-customer/',
} = {}) {
  const module = instance(once, Number.POSITIVE_INFINITY);
  const json = policy === undefined ? '' : (JSON.stringify(policy) ?? 'null');
  if (module.call('sandbox_open', json, String(seed), String(verificationLink)) === 0) {
    throw new TypeError('policy: there is no such key or value');
  }
  const listeners = new Set();
  const events = [];
  /** Those that the listeners still have to hear. */
  const untold = [];
  let isTelling = false;
  let ahead = 0;
  let due;

  const now = () => Math.trunc(clock()) + ahead;

  function ask(question, particulars = {}) {
    const said = JSON.parse(module.call('sandbox', question, JSON.stringify({ ...particulars, now: now() }, sent)));
    // The module was replaced after a failure, and what it held is gone.
    if (said === null) throw new KycInternalError();
    due = said.due ?? undefined;
    events.push(...said.events);
    untold.push(...said.events);
    if (!isTelling) tell();
    return { status: said.status, body: said.body };
  }

  /** Every event to every listener, in order: a listener may ask the sandbox, and one that throws keeps nothing from the others. */
  function tell() {
    const thrown = [];
    isTelling = true;
    for (let event = untold.shift(); event !== undefined; event = untold.shift()) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          thrown.push(error);
        }
      }
    }
    isTelling = false;
    if (thrown.length > 0) throw thrown[0];
  }

  return {
    create: (body, { idempotencyKey } = {}) => ask('create', { body: bodyOf(body), key: idempotencyKey }),
    get: (id) => ask('get', { id }),
    list: ({ cursor, limit } = {}) => ask('list', { cursor, limit }),
    patch: (id, body) => ask('patch', { id, body: bodyOf(body) }),
    deactivate: (id) => ask('deactivate', { id }),
    review: (id, decision) => ask('review', { id, ...decision }),
    data: (id) => ask('data', { id }),
    advance: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new TypeError('a clock goes ahead only');
      ahead += Math.trunc(milliseconds);
      ask('advance');
    },
    tick: () => void ask('advance'),
    events: () => events.slice(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now,
    nextDue: () => due,
  };
}
