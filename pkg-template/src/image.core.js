// What `kyc-rules/image` and its worker share: headers and PDFs are read in the module, pixels come from the browser's own decoder.
// The worker imports this file and not `image.js`, which names the worker: on that circle Next's bundler never ends.
import { compile, compileAsync } from '#module';
import { pixelsOf } from './image/pixels.js';
import { instance } from './instance.js';

export { KycInternalError } from './instance.js';

const module = instance(compile);

/** Compiles and starts the module; not needed before the first call, but spares it the time. */
export const init = () => module.init(compileAsync);

/** More than this of a file is never read: no policy takes it, and its size alone says so. */
const MOST = 32 << 20;
const NONE = new Uint8Array(0);
const SEPARATOR = '\x1f';

/**
 * Reads headers and judges them: at once for bytes, in a promise for a Blob or File.
 * @param {Uint8Array | ArrayBuffer | Blob} source
 * @param {import('../image.js').ImageOptions} [options]
 */
export function inspectImage(source, options = {}) {
  if (typeof Blob === 'function' && source instanceof Blob) {
    return beginning(source).then((bytes) => judge(bytes, source.size, undefined, of(source, options)));
  }
  const bytes = bytesOf(source);
  return judge(bytes, bytes.length, undefined, options);
}

/**
 * As `assess` of `image.js`, here and now.
 * @param {Blob} blob
 * @param {import('../image.js').ImageOptions} [options]
 */
export async function measure(blob, options = {}) {
  const hints = of(blob, options);
  const bytes = await beginning(blob);
  const report = judge(bytes, blob.size, undefined, hints);
  const pixels = await pixelsOf(blob, report.facts);
  return pixels === undefined ? report : judge(bytes, blob.size, pixels, hints);
}

/**
 * SHA-256 in hexadecimal, to tell that one file was given twice.
 * @param {Uint8Array | ArrayBuffer} bytes
 * @returns {string}
 */
export function fingerprint(bytes) {
  return module.call('fingerprint', bytesOf(bytes));
}

/** A File's own name and type, where no others are given. */
function of(blob, options) {
  return { name: blob.name, mediaType: blob.type, ...options };
}

async function beginning(blob) {
  return new Uint8Array(await blob.slice(0, MOST).arrayBuffer());
}

function bytesOf(source) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  throw new TypeError('kyc-rules/image takes a Uint8Array, an ArrayBuffer or a Blob');
}

function judge(bytes, size, pixels, options) {
  const { name, mediaType, documentType, policy, attempt = 0 } = options;
  const words = [name, mediaType, documentType, policyText(policy)];
  const hints = words.map((word) => (word === undefined ? '' : String(word).replaceAll(SEPARATOR, ''))).join(SEPARATOR);
  const { data, width, height } = pixels ?? { data: NONE, width: 0, height: 0 };
  const seen = bytes.length > MOST ? bytes.subarray(0, MOST) : bytes;
  const most = Math.min(size, 0xffffffff);
  const json = module.call('inspect', seen, most, data, width, height, Number(attempt) >>> 0, hints);
  if (json === '') throw new RangeError('kyc-rules/image does not know this policy');
  return JSON.parse(json);
}

/** `stripe`, `'stripe minDpi=200'`, or `{ preset: 'stripe', minDpi: 200 }`. */
function policyText(policy) {
  if (typeof policy !== 'object' || policy === null) return policy;
  const { preset = 'guide', ...settings } = policy;
  return [preset, ...Object.entries(settings).map(([key, value]) => `${key}=${WEIGHTS[value] ?? value}`)].join(' ');
}

const WEIGHTS = { off: 0, warning: 1, error: 2 };
