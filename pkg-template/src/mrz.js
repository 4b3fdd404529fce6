// kyc-rules/mrz: the machine-readable zones of passports, cards and visas, in a wasm of its own.
import { compile, compileAsync } from '#module';
import { instance } from './instance.js';
import { dateOf } from './today.js';

export { KycInternalError } from './instance.js';

const module = instance(compile);
const SEPARATOR = '\x1f';
/** More than any zone has, however it is spaced. */
const MOST = 4096;

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => module.init(compileAsync);

/** A line as it crosses: what parts the lines stands in none, and no zone has either character. */
const crossing = (line) => (typeof line === 'string' ? line.slice(0, MOST).replaceAll(SEPARATOR, '\0') : '');

/**
 * Reads a zone.
 * @param {string | readonly string[]} lines
 * @param {{today?: string | Date}} [options]
 * @returns {import('../mrz.js').Mrz}
 */
export function mrz(lines, options = {}) {
  // A fourth line is one too many, and so are those behind it.
  const given = Array.isArray(lines) ? lines.slice(0, 4) : [lines];
  return JSON.parse(module.call('mrz_read', given.map(crossing).join(SEPARATOR), dateOf(options.today)));
}
