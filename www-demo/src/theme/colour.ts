// A token's colour as it is seen, and how well one is read on another.
import { looks } from '../settings.js';

type Rgb = [number, number, number];

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

export type Seen = 'light' | 'dark';

/** Which of the two is seen now. */
export const seen = (): Seen =>
  looks.scheme === '' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : looks.scheme;

/** A token's colour as it is seen in light or dark. */
export function rgbOf(name: string, probe: HTMLElement, scheme = seen()): Rgb {
  probe.style.colorScheme = scheme;
  probe.style.color = `var(--${name})`;
  const { color } = getComputedStyle(probe);
  if (canvas === null) return [0, 0, 0];
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

export const hex = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2.2, relative luminance. */
function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
