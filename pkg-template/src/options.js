// What a caller may set, made into what the module takes.
import { CODES, LIMITS } from './generated/tables.js';
import { policyFault } from './wasm.js';

export { dateOf, textOf } from './today.js';

const DEFAULT = { json: '', limits: LIMITS };
/** Policies that were read before, by their JSON. */
const read = new Map([['', DEFAULT]]);

/**
 * A policy's JSON and limits.
 * @param {import('../index.js').Policy | undefined} policy
 */
export function policyOf(policy) {
  if (policy === undefined) return DEFAULT;
  // A function or a symbol has no JSON; `null` is no policy either, and says so.
  const json = JSON.stringify(policy) ?? 'null';
  const before = read.get(json);
  if (before !== undefined) return before;
  const fault = policyFault(json);
  if (fault !== '') throw new TypeError(refusal(fault));
  const known = { json, limits: { ...LIMITS, ...JSON.parse(json).limits } };
  // A program has a handful of policies; one that makes them up as it goes must not fill the memory.
  if (read.size > 64) read.clear();
  read.set(json, known);
  return known;
}

function refusal(fault) {
  const code = CODES[+fault.split(',')[2]];
  const params = fault.includes('{') ? JSON.parse(fault.slice(fault.indexOf('{'))) : {};
  if (params.nearest !== undefined) return `policy: there is no such key; is ${params.nearest} meant?`;
  return code === 'unknown_key'
    ? 'policy: there is no such key'
    : `policy: no such value (at character ${params.at} of its JSON)`;
}
