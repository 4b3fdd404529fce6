// kyc-rules/image: what a reviewer would say of a file days later, before the upload; in a worker where there is one.

import { workerFor } from './image/worker.js';
import { measure } from './image.core.js';

export { fingerprint, init, inspectImage, KycInternalError } from './image.core.js';

/**
 * Reads headers, has the browser decode the picture, measures it, and judges both. What cannot be decoded is listed as
 * unverified.
 * @param {Blob} blob
 * @param {import('../image.js').AssessOptions} [options]
 */
export async function assess(blob, { worker, ...options } = {}) {
  const work = worker === false ? undefined : workerFor(worker);
  // A File keeps its name and type on its way into the worker.
  return (await work?.(blob, options)) ?? measure(blob, options);
}
