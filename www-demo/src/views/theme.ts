// Theme: the tokens behind every view, changed on the spot, with what it does to contrast; taken away as CSS or as DTCG JSON, light and
// dark. What is changed here holds for the whole page, until it is closed; a colour, for the one of the two that is seen.
import { validateField } from 'kyc-rules';
import { copyButton, download, fill, h, say } from '../dom.js';
import { fieldOf } from '../field.js';
import { messages } from '../flow.js';
import { said, t } from '../language.js';
import type { View } from '../main.js';
import { looks, options } from '../settings.js';

/** A colour, what it is for, what it stands on, and the least contrast that wants. */
const COLOURS: readonly (readonly [name: string, use: string, ground: string, least: number])[] = [
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
const SIZES: readonly (readonly [
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

type Rgb = [number, number, number];

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

type Seen = 'light' | 'dark';

/** Which of the two is seen now. */
const seen = (): Seen =>
  looks.scheme === '' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : looks.scheme;

/** A token's colour as it is seen in light or dark. */
function rgbOf(name: string, probe: HTMLElement, scheme = seen()): Rgb {
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

const hex = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

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

const root = document.documentElement;
const valueOf = (name: string) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
const NAMES = [...COLOURS.map(([name]) => name), ...SIZES.map(([name]) => name)];

/** A colour's two values, as the style sheet has them. */
function pairOf(name: string): [light: string, dark: string] {
  const [, light, dark] = /^light-dark\((.+?),\s*(.+)\)$/.exec(valueOf(name)) ?? [];
  return [light ?? valueOf(name), dark ?? light ?? valueOf(name)];
}

/** What `bindForm` and `<kyc-field>` show, in these tokens: docs/styling.md says what there is to be styled. */
const USES = `.kyc-error {
  color: var(--error);
  font-weight: 600;
}

.kyc-summary {
  padding: var(--radius);
  border: 2px solid var(--error);
  border-radius: var(--radius);
  background: var(--error-ground);
}

kyc-field {
  --kyc-error: var(--error);
  max-width: var(--measure);
  color: var(--ink);
  font-size: var(--text);
}

kyc-field::part(control) {
  min-height: var(--control);
  border-radius: var(--radius);
  background: var(--surface);
  color: var(--ink);
}

kyc-field::part(hint) {
  color: var(--ink-soft);
}

:is(input, select, textarea, kyc-field):focus-visible {
  outline: var(--focus-width) solid var(--focus);
}
`;

const css = () =>
  `:root {\n  color-scheme: light dark;\n${NAMES.map((name) => `  --${name}: ${valueOf(name)};`).join('\n')}\n}\n\n${USES}`;

/** The tokens in the Design Tokens Community Group's format; colours as they are seen in light, and in dark. */
function dtcg(probe: HTMLElement): string {
  const colours = (scheme: Seen) =>
    Object.fromEntries(
      COLOURS.map(([name, use]) => {
        const rgb = rgbOf(name, probe, scheme);
        const components = rgb.map((part) => Number((part / 255).toFixed(4)));
        return [name, { $type: 'color', $value: { colorSpace: 'srgb', components, hex: hex(rgb) }, $description: use }];
      }),
    );
  const size = Object.fromEntries(
    SIZES.map(([name, use, , , , unit]) => [
      name,
      { $type: 'dimension', $value: { value: Number.parseFloat(valueOf(name)), unit }, $description: use },
    ]),
  );
  return `${JSON.stringify({ color: colours('light'), 'color-dark': colours('dark'), size }, null, 2)}\n`;
}

function mount(page: HTMLElement): () => void {
  const probe = h('span', { class: 'probe', hidden: true });
  const badges = new Map<string, HTMLElement>();
  const pickers = new Map<string, HTMLInputElement>();
  const ranges = new Map<string, () => void>();
  const out = h('code');

  function tell(): void {
    for (const [name, , ground, least] of COLOURS) {
      const badge = badges.get(name);
      if (badge === undefined || least === 0) continue;
      const ratio = contrast(rgbOf(name, probe), rgbOf(ground, probe));
      const good = ratio >= least;
      badge.className = `pill ${good ? 'ready' : 'invalid'}`;
      say(badge, `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1 ${good ? t('passes') : said('below {0}', least)}`);
    }
    for (const [name, input] of pickers) if (document.activeElement !== input) input.value = hex(rgbOf(name, probe));
    out.textContent = css();
  }

  const set = (name: string, value: string) => {
    root.style.setProperty(`--${name}`, value);
    tell();
  };
  const colours = COLOURS.map(([name, use, ground, least]) => {
    const change = () => {
      const [light, dark] = pairOf(name);
      set(name, seen() === 'dark' ? `light-dark(${light}, ${input.value})` : `light-dark(${input.value}, ${dark})`);
    };
    const input = h('input', { type: 'color', id: `token-${name}`, oninput: change });
    const badge = h('span', { class: 'pill' });
    badges.set(name, badge);
    pickers.set(name, input);
    return h(
      'div',
      { class: 'token' },
      input,
      h('label', { for: `token-${name}` }, use, h('code', { dir: 'ltr' }, `--${name}`)),
      least > 0 && h('div', { class: 'contrast' }, badge, h('span', { class: 'hint' }, said('on {0}', ground))),
    );
  });
  const sizes = SIZES.map(([name, use, least, most, step, unit]) => {
    const input = h('input', {
      type: 'range',
      id: `token-${name}`,
      min: least,
      max: most,
      step,
      oninput: () => {
        set(name, `${input.value}${unit}`);
        shown();
      },
    });
    const output = h('output', { for: `token-${name}`, dir: 'ltr' });
    const shown = () => {
      output.textContent = `${input.value} ${unit}`;
    };
    input.value = String(Number.parseFloat(valueOf(name)));
    shown();
    ranges.set(name, () => {
      input.value = String(Number.parseFloat(valueOf(name)));
      shown();
    });
    return h(
      'div',
      { class: 'token' },
      h('label', { for: `token-${name}` }, use, h('code', { dir: 'ltr' }, `--${name}`)),
      input,
      output,
    );
  });
  const good = fieldOf('address.city', { prefix: 'theme-1-' });
  good.write('San Francisco');
  const bad = fieldOf('phoneNumber', { prefix: 'theme-2-' });
  bad.write('4155551234');
  bad.tell(validateField('phoneNumber', '4155551234', options(messages()))[0]);
  fill(
    page,
    h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)),
    probe,
    h(
      'div',
      { class: 'image-columns' },
      h(
        'div',
        { class: 'stack' },
        h(
          'section',
          { class: 'card', 'aria-labelledby': 'tokens-colour' },
          h('h2', { id: 'tokens-colour' }, 'Colours'),
          h('p', { class: 'hint' }, 'A change holds for what you see, light or dark: the menu above has both.'),
          colours,
        ),
        h(
          'section',
          { class: 'card', 'aria-labelledby': 'tokens-size' },
          h('h2', { id: 'tokens-size' }, 'Sizes'),
          sizes,
        ),
      ),
      h(
        'div',
        { class: 'stack' },
        h(
          'section',
          { class: 'card', 'aria-labelledby': 'theme-preview' },
          h('h2', { id: 'theme-preview' }, 'How it looks'),
          good.element,
          bad.element,
          h(
            'div',
            { class: 'actions' },
            h('button', { type: 'button', class: 'primary' }, 'Continue'),
            h('button', { type: 'button' }, 'Add a document'),
            h('button', { type: 'button', disabled: true }, 'Not now'),
          ),
          h(
            'p',
            { class: 'verdict ready' },
            h('strong', {}, 'Ready'),
            ' ',
            'The API will take it and begin the review.',
          ),
        ),
        h(
          'section',
          { class: 'card', 'aria-labelledby': 'theme-export' },
          h('h2', { id: 'theme-export' }, 'Take it away'),
          h(
            'div',
            { class: 'actions' },
            copyButton(css, 'Copy CSS'),
            h(
              'button',
              {
                type: 'button',
                class: 'small',
                id: 'export-css',
                onclick: () => download('kyc-rules.css', css(), 'text/css'),
              },
              'CSS file',
            ),
            h(
              'button',
              {
                type: 'button',
                class: 'small',
                id: 'export-dtcg',
                onclick: () => download('kyc-rules.tokens.json', dtcg(probe), 'application/json'),
              },
              'DTCG JSON',
            ),
            h(
              'button',
              {
                type: 'button',
                class: 'small quiet',
                onclick: () => {
                  for (const name of NAMES) root.style.removeProperty(`--${name}`);
                  for (const show of ranges.values()) show();
                  tell();
                },
              },
              'As it was',
            ),
          ),
          h('pre', { class: 'code', tabindex: 0, dir: 'ltr', 'aria-label': 'CSS' }, out),
        ),
      ),
    ),
  );
  tell();
  // Light and dark are one set of tokens: what is seen changes with the page's colours.
  const looking = new MutationObserver(tell);
  looking.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return () => looking.disconnect();
}

export const view: View = {
  title: 'Make it yours',
  lead: 'Every colour of this page is a token, and so are its main sizes. Change one, see what it does to contrast, and take the set to your own form: the CSS has the rules for it, too.',
  mount,
};
