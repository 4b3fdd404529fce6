// kyc-rules/lifecycle: what a customer's status allows, what a provider asks for, what its errors mean, when to ask again, and
// whether a webhook is genuine and news. Pure logic: it sends nothing; the clock and chance are read here.
import { compile, compileAsync } from '#module';
import { instance } from './instance.js';

export { KycInternalError } from './instance.js';

const module = instance(compile);

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => module.init(compileAsync);

const ask = (question, particulars) => JSON.parse(module.call('lifecycle', question, JSON.stringify(particulars)));
const chance = () => Math.floor(Math.random() * 4294967295);

/** A body as it crosses: a character a byte, so that bytes which are no text cross too. */
function bytesOf(body) {
  const bytes =
    typeof body === 'string'
      ? new TextEncoder().encode(body)
      : new Uint8Array(body.buffer ?? body, body.byteOffset ?? 0, body.byteLength);
  let text = '';
  // A piece at a time: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Headers as they cross: names in lower case, one string each. */
function headersOf(headers) {
  const entries = typeof headers[Symbol.iterator] === 'function' ? [...headers] : Object.entries(headers);
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
/** Stored data after a patch, by RFC 7396. */
export const mergePatch = (stored, patch) => ask('merge', { stored, patch });
/** What a provider's codes mean to a form. */
export const requirements = (codes) => ask('requirements', { codes });
/** What an API's error says. */
export const apiError = (httpStatus, body) =>
  ask('error', { status: httpStatus, body: typeof body === 'string' ? body : JSON.stringify(body ?? null) });
/** Whether a failed request is worth another try. */
export const retry = (failure) => ask('retry', { now: Date.now(), random: chance(), ...failure });
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
