// The pixels of a picture, from the decoder that the browser has anyway, small enough to be measured at once.

/** A side is made this long at most before it is measured. */
const SIDE = 1600;
/** What claims more pixels than this is not decoded: a file of a few bytes may claim gigabytes. */
const MOST_PIXELS = 50e6;

/**
 * Pixels as a canvas has them; `undefined` where nothing here can decode.
 * @param {Blob} blob
 * @param {{ format?: string, width?: number, height?: number }} facts
 */
export async function pixelsOf(blob, facts) {
  const { width = 0, height = 0, format } = facts;
  const isPicture = format !== undefined && format !== 'PDF' && width * height <= MOST_PIXELS;
  if (!isPicture || typeof createImageBitmap !== 'function') return undefined;
  let bitmap;
  try {
    bitmap = await createImageBitmap(blob);
  } catch {
    return undefined;
  }
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const size = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const context = canvas(...size)?.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, ...size);
  bitmap.close();
  return context.getImageData(0, 0, ...size);
}

function canvas(width, height) {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  if (typeof document === 'undefined') return undefined;
  return Object.assign(document.createElement('canvas'), { width, height });
}
