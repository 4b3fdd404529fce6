// The tokens to be taken away: as CSS, with the rules for a form of one's own, and as DTCG JSON.
import { hex, rgbOf, type Seen } from './colour.js';
import { COLOURS, NAMES, SIZES, valueOf } from './tokens.js';

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

/** The tokens and their uses as CSS, as they are now. */
export const css = () =>
  `:root {\n  color-scheme: light dark;\n${NAMES.map((name) => `  --${name}: ${valueOf(name)};`).join('\n')}\n}\n\n${USES}`;

/** The tokens in the Design Tokens Community Group's format; colours as they are seen in light, and in dark. */
export function dtcg(probe: HTMLElement): string {
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
