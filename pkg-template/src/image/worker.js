// The worker in which pictures are decoded and measured: one, started with the first picture. Where there can be none (Node, a
// policy that forbids it, a bundler that lost the file), the work is done where it was asked for.

/** @type {Worker | undefined} */
let worker;
let hasFailed = false;
/** What waits for an answer, by number. */
const waiting = new Map();
let count = 0;

/**
 * How to ask the worker; `undefined` where there is none.
 * @param {Worker | (() => Worker) | undefined} own the caller's own worker, which imports `kyc-rules/image.worker.js`
 */
export function workerFor(own) {
  if (worker === undefined && !start(own)) return undefined;
  return ask;
}

function start(own) {
  // Within a worker there is no document, and the work is at the right place.
  if (hasFailed || typeof Worker !== 'function' || typeof document === 'undefined') return false;
  try {
    if (own !== undefined) worker = typeof own === 'function' ? own() : own;
    else worker = new Worker(new URL('./image.worker.js', import.meta.url), { type: 'module' });
  } catch {
    return fail();
  }
  worker.addEventListener('message', ({ data: { id, report } }) => {
    waiting.get(id)?.(report);
    waiting.delete(id);
  });
  worker.addEventListener('error', fail);
  return true;
}

/** Answers all that waits with nothing: it is then done without a worker. */
function fail() {
  hasFailed = true;
  worker = undefined;
  for (const answer of waiting.values()) answer(undefined);
  waiting.clear();
  return false;
}

function ask(blob, options) {
  count += 1;
  const id = count;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage({ id, blob, options });
  });
}
