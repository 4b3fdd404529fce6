// kyc-rules/lifecycle: what a customer's status allows, what a provider asks for, what its errors mean, when to ask again, and
// whether a webhook is genuine and news. Pure logic: it sends nothing; the clock and chance are read here.
import { compile, compileAsync } from '#module';
import { instance } from './instance.js';
import { isWellFormed } from './well_formed.js';

export { KycInternalError } from './instance.js';

const module = instance(compile);
/** The largest number that crosses. */
const MOST = Number.MAX_SAFE_INTEGER;

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => module.init(compileAsync);

const chance = () => Math.floor(Math.random() * 4294967295);

/** A value as it crosses, save for one that is to come back as it was. Clocks give fractions, and whoever has no limit says Infinity. */
function crossing(_, value) {
  if (typeof value === 'number') return Math.trunc(Math.min(Math.max(value, -MOST), MOST));
  return typeof value === 'string' && !isWellFormed(value) ? value.replace(/[\ud800-\udfff]/g, '\ufffd') : value;
}

function ask(question, particulars, replacer = crossing) {
  const answer = module.call('lifecycle', question, JSON.stringify(particulars, replacer));
  // Never a value that was not read in place of one that was.
  if (answer === '') throw new RangeError('more than 32 levels or 20,000 values, or text that is not Unicode');
  return JSON.parse(answer);
}

/** A body as it crosses: a character a byte, so that bytes which are no text cross too. */
function bytesOf(body) {
  const bytes =
    typeof body === 'string'
      ? new TextEncoder().encode(body)
      : new Uint8Array(body?.buffer ?? body ?? 0, body?.byteOffset ?? 0, body?.byteLength);
  let text = '';
  // A piece at a time: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Headers as they cross: names in lower case, one string each. */
function headersOf(headers) {
  const entries = typeof headers?.[Symbol.iterator] === 'function' ? [...headers] : Object.entries(headers ?? {});
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** What a status allows. */
export const status = (name, options = {}) =>
  ask('status', { status: name, patchWhenRejected: options.patchWhenRejected });
/** Whether the API takes a PATCH. */
export const canPatch = (name, options) => status(name, options).canPatch;
/** Whether the customer may use the platform's services. */
export const canTransact = (name) => status(name).canTransact;
/** Whether one status may follow another. */
export const mayFollow = (from, to) => ask('follows', { from, to });
/** Stored data after a patch, by RFC 7396. Numbers stay as they are. */
export const mergePatch = (stored, patch) => ask('merge', { stored, patch }, null);
/** What a provider's codes mean to a form. */
export const requirements = (codes) => ask('requirements', { codes });
/** What an API's error says. */
export const apiError = (httpStatus, body) =>
  ask('error', { status: httpStatus, body: typeof body === 'string' ? body : JSON.stringify(body ?? null) });
/** Whether a failed request is worth another try. */
export const retry = (failure) => ask('retry', { random: chance(), ...failure, now: failure.now ?? Date.now() });
/** When to ask for a status again. */
export const poll = (moment) => ask('poll', { random: chance(), ...moment });

/** How providers sign. */
export const SCHEMES = Object.freeze({
  hex: { format: 'hex', signature: 'x-webhook-signature', timestamp: 'x-webhook-timestamp' },
  api: { format: 'hex', signature: 'x-api-signature', timestamp: 'x-api-timestamp' },
  standard: { format: 'standard' },
  stripe: { format: 'pairs', signature: 'stripe-signature' },
});

/** Whether a webhook is genuine. Never throws for what came from outside. */
export const verifyWebhook = ({
  body,
  headers,
  secrets,
  scheme = SCHEMES.hex,
  now = Date.now(),
  tolerance = 300_000,
}) => ask('verify', { body: bytesOf(body), headers: headersOf(headers), secrets, scheme, now, tolerance });
/** What a verified webhook says. */
export const readWebhook = (body) => ask('event', { body: bytesOf(body) });
/** Whether an event is news, and what is known after it. */
export const reduceEvent = (known, event) => ask('reduce', { known, event });
