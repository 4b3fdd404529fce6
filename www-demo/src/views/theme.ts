// Theme: the tokens behind every view, changed on the spot, with what it does to contrast; taken away as CSS or as DTCG JSON, light and
// dark. What is changed here holds for the whole page, until it is closed; a colour, for the one of the two that is seen.
import { validateField } from 'kyc-rules';
import { copyButton, download, fill, h, say } from '../dom.js';
import { fieldOf } from '../field.js';
import { messages } from '../flow.js';
import { said, t } from '../language.js';
import type { View } from '../main.js';
import { options } from '../settings.js';
import { contrast, hex, rgbOf, seen } from '../theme/colour.js';
import { css, dtcg } from '../theme/files.js';
import { COLOURS, NAMES, pairOf, root, SIZES, valueOf } from '../theme/tokens.js';

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
