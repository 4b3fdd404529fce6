// What to mark on a picture, so that a designer sees what a number is about. It draws and does not judge: the verdict is the
// package's.

/** Tiles along the longer side. */
const TILES = 24;
const LONGEST = 720;

type Layer = 'none' | 'blur' | 'glare' | 'border';

/** How light each pixel is, 0 to 255. */
function lightOf({ data, width, height }: ImageData): Float32Array {
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at += 1) {
    light[at] = 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0);
  }
  return light;
}

/** How much the light turns within a tile: the variance of the Laplacian. */
function detail(light: Float32Array, width: number, left: number, top: number, size: number): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = top + 1; y < top + size - 1; y += 1) {
    for (let x = left + 1; x < left + size - 1; x += 1) {
      const at = y * width + x;
      const turn =
        4 * (light[at] ?? 0) -
        (light[at - 1] ?? 0) -
        (light[at + 1] ?? 0) -
        (light[at - width] ?? 0) -
        (light[at + width] ?? 0);
      sum += turn;
      squares += turn * turn;
      count += 1;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/** A layer as large as the picture, to lie on it. */
export async function overlay(image: HTMLImageElement, layer: Layer): Promise<HTMLCanvasElement | null> {
  if (layer === 'none') return null;
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.className = 'layer';
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  const { width, height } = canvas;
  context.drawImage(image, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  context.clearRect(0, 0, width, height);
  if (layer === 'border') {
    const margin = Math.round(Math.min(width, height) * 0.04);
    context.fillStyle = 'rgb(200 30 30 / 45%)';
    context.beginPath();
    context.rect(0, 0, width, height);
    context.rect(margin, margin, width - 2 * margin, height - 2 * margin);
    context.fill('evenodd');
    return canvas;
  }
  const light = lightOf(pixels);
  const size = Math.max(4, Math.ceil(Math.max(width, height) / TILES));
  for (let top = 0; top < height; top += size) {
    for (let left = 0; left < width; left += size) {
      const [w, h] = [Math.min(size, width - left), Math.min(size, height - top)];
      let strength = 0;
      if (layer === 'blur') strength = Math.max(0, 1 - detail(light, width, left, top, Math.min(w, h)) / 120);
      else {
        let bright = 0;
        for (let y = top; y < top + h; y += 1)
          for (let x = left; x < left + w; x += 1) bright += (light[y * width + x] ?? 0) > 250 ? 1 : 0;
        strength = bright / (w * h);
      }
      if (strength < 0.05) continue;
      context.fillStyle =
        layer === 'blur' ? `rgb(176 38 30 / ${strength * 60}%)` : `rgb(200 120 0 / ${strength * 80}%)`;
      context.fillRect(left, top, w, h);
    }
  }
  return canvas;
}
