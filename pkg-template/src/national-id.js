// kyc-rules/national-id: what a form shows of a country's number, and the schemes one by one, in a wasm of its own.
import { compile, compileAsync } from '#module';
import { instance } from './instance.js';

export { KycInternalError } from './instance.js';

const module = instance(compile);
const SEPARATOR = '\x1f';
/** More than any number has; what is longer is refused either way. */
const MOST = 512;

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => module.init(compileAsync);

/**
 * What a form shows of the number that a country and a `nationalIdType` ask for.
 * @param {string} country
 * @param {string} [type]
 * @returns {import('../national-id.js').NationalId | undefined}
 */
export function nationalId(country, type = '') {
  if (typeof country !== 'string' || !/^[A-Za-z]{2}$/.test(country)) {
    throw new TypeError('country must be a 2-letter code, like GB');
  }
  const said = module.call('national_id_hint', country.toUpperCase(), String(type).slice(0, MOST));
  if (said === '') return undefined;
  const [scheme, label, example, inputMode, mask, ...schemes] = said.split(SEPARATOR);
  return { scheme, label, example, inputMode, mask, schemes };
}

/**
 * Judges a number of a scheme.
 * @param {string} name
 * @param {string} value
 * @returns {import('../national-id.js').SchemeAnswer}
 */
export function checkScheme(name, value) {
  if (typeof name !== 'string' || typeof value !== 'string') throw new TypeError('a name and a number, both text');
  return JSON.parse(module.call('national_id_check', name.slice(0, MOST), value.slice(0, MOST)));
}
