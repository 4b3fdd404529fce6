// What a caller may set, made into what the module takes.
import { CODES, LIMITS } from './generated/tables.js';
import { policyFault } from './wasm.js';

/**
 * The calendar date to judge by, as the number YYYYMMDD: by default today's, where the program runs.
 * @param {string | Date | undefined} today
 */
export function dateOf(today) {
  if (typeof today === 'string') return ofText(today);
  const date = today ?? new Date();
  const number = date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate();
  if (!(number > 0 && number <= 99991231)) throw new TypeError('today must be a date of the years 1 to 9999');
  return number;
}

let last = '';
let lastNumber = 0;

function ofText(text) {
  if (text === last) return lastNumber;
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const [year, month, day] = parts ? [+parts[1], +parts[2], +parts[3]] : [0, 0, 0];
  // Day 0 of the next month is the last of this one; 2000 + year % 400 has the same calendar.
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days) {
    throw new TypeError('today must be a real date, written YYYY-MM-DD');
  }
  last = text;
  lastNumber = year * 10000 + month * 100 + day;
  return lastNumber;
}

/** @param {number} number */
export function textOf(number) {
  const text = String(number).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

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
