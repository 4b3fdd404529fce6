// The tokens: what each is for, and what the page has for it now.

/** A colour, what it is for, what it stands on, and the least contrast that wants. */
export const COLOURS: readonly (readonly [name: string, use: string, ground: string, least: number])[] = [
  ['ink', 'Text', 'surface', 4.5],
  ['ink-soft', 'Hints', 'ground', 4.5],
  ['accent', 'Links and marks', 'surface', 4.5],
  ['accent-strong', 'Links and buttons under the pointer', 'surface', 4.5],
  ['accent-ink', 'Text on buttons', 'accent', 4.5],
  ['line-strong', 'Edges of controls', 'surface', 3],
  ['error', 'Errors', 'surface', 4.5],
  ['warning', 'Warnings', 'surface', 4.5],
  ['missing', 'What is missing', 'missing-ground', 4.5],
  ['ready', 'What is right', 'ready-ground', 4.5],
  ['focus', 'The ring around what has the focus', 'surface', 3],
  ['ground', 'The page', '', 0],
  ['surface', 'Cards and controls', '', 0],
  ['sunken', 'What lies lower: code and pills', '', 0],
  ['line', 'Lines between things', '', 0],
  ['accent-ground', 'Behind what is marked', '', 0],
  ['error-ground', 'Behind errors', '', 0],
  ['warning-ground', 'Behind warnings', '', 0],
  ['missing-ground', 'Behind what is missing', '', 0],
  ['ready-ground', 'Behind what is right', '', 0],
];

export const SIZES: readonly (readonly [
  name: string,
  use: string,
  least: number,
  most: number,
  step: number,
  unit: string,
])[] = [
  ['radius', 'Corners', 0, 1.5, 0.125, 'rem'],
  ['control', 'Height of a control', 2.5, 4, 0.125, 'rem'],
  ['text', 'Size of text', 0.9375, 1.375, 0.0625, 'rem'],
  ['focus-width', 'Width of the ring', 2, 6, 1, 'px'],
  ['measure', 'Width of a form', 28, 52, 1, 'rem'],
];

export const root = document.documentElement;
export const valueOf = (name: string) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
export const NAMES = [...COLOURS.map(([name]) => name), ...SIZES.map(([name]) => name)];

/** A colour's two values, as the style sheet has them. */
export function pairOf(name: string): [light: string, dark: string] {
  const [, light, dark] = /^light-dark\((.+?),\s*(.+)\)$/.exec(valueOf(name)) ?? [];
  return [light ?? valueOf(name), dark ?? light ?? valueOf(name)];
}
