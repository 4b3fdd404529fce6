// kyc-rules/phone: phone numbers as libphonenumber judges them, and as people type them, in a wasm of its own.
import { compile, compileAsync } from '#module';
import { instance } from './instance.js';
import { isWellFormed } from './well_formed.js';

export { KycInternalError } from './instance.js';

const module = instance(compile);
const SEPARATOR = '\x1f';
/** More than any number has; what is longer is refused either way, and need not cross. */
const MOST = 512;

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => module.init(compileAsync);

/** The libphonenumber release the tables were made from: `9.0.43`. */
export const version = () => module.call('phone_version');

/** A text as it crosses; what cannot be a number crosses as a letter, which is none. */
const crossing = (text) => (text.length > MOST ? '+'.padEnd(MOST, '1') : isWellFormed(text) ? text : 'x');

function countryOf(country) {
  if (country === undefined || country === '') return '';
  if (typeof country === 'string' && /^[A-Za-z]{2}$/.test(country)) return country.toUpperCase();
  throw new TypeError('country must be a 2-letter code, like GB');
}

function verdictOf(cells) {
  const [flags, region, type, callingCode, reason, at] = cells;
  return {
    valid: flags.includes('v'),
    possible: flags.includes('p'),
    region: region === '' ? undefined : region,
    type,
    callingCode: callingCode === '' ? undefined : callingCode,
    reason: reason === '' ? undefined : reason,
    at: at === '' ? undefined : +at,
  };
}

/**
 * What a number is, and what is to be said of it.
 * @param {string} input
 * @param {{country?: string}} [options]
 */
export function phone(input, options = {}) {
  const country = countryOf(options.country);
  const cells = module.call('phone_parse', crossing(typeof input === 'string' ? input : ''), country).split(SEPARATOR);
  const [e164, nationalNumber, national, international, extension] = cells.slice(6);
  const verdict = verdictOf(cells);
  if (e164 === undefined) return verdict;
  const said = { ...verdict, e164, nationalNumber, national, international };
  if (extension !== '') said.extension = extension;
  return said;
}

/**
 * Whether a number is valid: ten times as fast as asking for all of it.
 * @param {string} input
 * @param {{country?: string}} [options]
 */
export function isValidPhone(input, options) {
  if (typeof input !== 'string') return false;
  const country = options === undefined ? '' : countryOf(options.country);
  // Most are plain ASCII, and cross as they are.
  const text = input.length <= 32 ? input : crossing(input);
  return module.call('phone_is_valid', text, country) === 1;
}

/**
 * Lays a number out while it is typed. The returned function takes what a field holds after each change and where its caret
 * stands, and keeps no state of its own: a digit typed, put in, taken out or a number pasted are all one.
 * @param {string} [country]
 */
export function phoneAsYouType(country) {
  const code = countryOf(country);
  return (text, at) => {
    // An input that has no selection says null.
    const caret = at ?? text.length;
    // More than a number is left alone.
    if (text.length > MOST || !isWellFormed(text)) {
      return { text, caret, valid: false, possible: false, open: false, type: 'UNKNOWN', reason: 'not_a_number' };
    }
    const cells = module.call('phone_as_you_type', text, caret, code).split(SEPARATOR);
    return {
      // A text that holds the separator is shown as it is.
      text: cells.slice(7).join(SEPARATOR),
      caret: +cells[6],
      open: cells[0].includes('o'),
      ...verdictOf(cells),
    };
  };
}
