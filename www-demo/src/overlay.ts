// What to mark on a picture, so that a designer sees where a number comes from: the package's own measures, place by place. It draws
// and does not judge: the verdict is the package's, on the whole.

const LONGEST = 720;

export type Layer = 'none' | 'blur' | 'glare' | 'border';

/** A place of the picture, and how much it is worth marking, 0 to 1. */
type Mark = readonly [left: number, top: number, width: number, height: number, strength: number];

interface Grey {
  light: Float32Array;
  width: number;
  height: number;
}

const COLOURS = { blur: '190 30 40', glare: '235 120 0', border: '190 30 40' };

/** How light each pixel is, 0 to 255. */
function greyOf({ data, width, height }: ImageData): Grey {
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at += 1) {
    light[at] = 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0);
  }
  return { light, width, height };
}

/** How many tiles stand along the longer side. */
const TILES = 24;
/** The filter's reach to each side, as in the package's measure (Crété et al., 2007). */
const REACH = 5;
/** Less change than this from pixel to pixel shows nothing that could be sharp. */
const PLAIN = 1.5;
/** From where on a tile counts as out of focus, and where it is wholly so. */
const [SHARP, BLURRED] = [0.45, 0.75];

/** The picture blurred once more along an axis. */
function softened({ light, width, height }: Grey, step: number): Float32Array {
  const soft = new Float32Array(light.length);
  for (let at = 0; at < light.length; at += 1) {
    let sum = 0;
    for (let by = -REACH; by <= REACH; by += 1) {
      const x = step === 1 ? Math.min(width - 1, Math.max(0, (at % width) + by)) : at % width;
      const y = Math.floor(at / width);
      sum += light[(step === 1 ? y : Math.min(height - 1, Math.max(0, y + by))) * width + x] ?? 0;
    }
    soft[at] = sum / (2 * REACH + 1);
  }
  return soft;
}

/** Tiles that change hardly less when they are blurred once more, across or down: they were blurred before. A plain one says nothing. */
function blur(grey: Grey): Mark[] {
  const { light, width, height } = grey;
  const axes = [1, width].map((step) => [step, softened(grey, step)] as const);
  const size = Math.max(8, Math.ceil(Math.max(width, height) / TILES));
  const marks: Mark[] = [];
  for (let top = 0; top < height; top += size) {
    for (let left = 0; left < width; left += size) {
      const [w, h] = [Math.min(size, width - left), Math.min(size, height - top)];
      const measures = axes.map(([step, soft]) => {
        let [sharp, lost] = [0, 0];
        for (let y = Math.max(1, top); y < top + h; y += 1) {
          for (let x = Math.max(1, left); x < left + w; x += 1) {
            const at = y * width + x;
            const change = Math.abs((light[at] ?? 0) - (light[at - step] ?? 0));
            sharp += change;
            lost += Math.max(0, change - Math.abs((soft[at] ?? 0) - (soft[at - step] ?? 0)));
          }
        }
        return sharp / (w * h) < PLAIN ? 0 : (sharp - lost) / sharp;
      });
      const strength = (Math.max(...measures) - SHARP) / (BLURRED - SHARP);
      if (strength > 0) marks.push([left, top, w, h, Math.min(1, strength)]);
    }
  }
  return marks;
}

const CELL = 8;
const BURNT = 250;

/** Cells in which nothing shows but white: a blob of them is glare, unless it is paper. */
function glare({ light, width, height }: Grey): Mark[] {
  const marks: Mark[] = [];
  for (let top = 0; top + CELL <= height; top += CELL) {
    for (let left = 0; left + CELL <= width; left += CELL) {
      let darkest = 255;
      for (let y = top; y < top + CELL; y += 1)
        for (let x = left; x < left + CELL; x += 1) darkest = Math.min(darkest, light[y * width + x] ?? 0);
      if (darkest >= BURNT) marks.push([left, top, CELL, CELL, 1]);
    }
  }
  return marks;
}

const EDGE = 48;

/** The outermost fiftieth, and the edges in it: what runs out of the picture. */
function border({ light, width, height }: Grey): Mark[] {
  const margin = Math.max(2, Math.floor(Math.min(width, height) / 50));
  const bands: Mark[] = [
    [0, 0, width, margin, 0.25],
    [0, height - margin, width, margin, 0.25],
    [0, margin, margin, height - 2 * margin, 0.25],
    [width - margin, margin, margin, height - 2 * margin, 0.25],
  ];
  const marks = [...bands];
  for (const [left, top, w, h] of bands) {
    for (let y = top; y < Math.min(top + h, height - 1); y += 1) {
      for (let x = left; x < Math.min(left + w, width - 1); x += 1) {
        const here = light[y * width + x] ?? 0;
        const change =
          Math.abs(here - (light[y * width + x + 1] ?? 0)) + Math.abs(here - (light[(y + 1) * width + x] ?? 0));
        // A pixel alone would not be seen.
        if (change > EDGE) marks.push([x - 2, y - 2, 5, 5, 1]);
      }
    }
  }
  return marks;
}

const MEASURES = { blur, glare, border };

/** A layer as large as the picture, to lie on it. */
export function overlay(image: HTMLImageElement, layer: Layer): HTMLCanvasElement | undefined {
  if (layer === 'none') return undefined;
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.className = 'layer';
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const grey = greyOf(context.getImageData(0, 0, canvas.width, canvas.height));
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const [left, top, width, height, strength] of MEASURES[layer](grey)) {
    context.fillStyle = `rgb(${COLOURS[layer]} / ${strength * 55}%)`;
    context.fillRect(left, top, width, height);
  }
  return canvas;
}
