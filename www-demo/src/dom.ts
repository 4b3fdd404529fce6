// Making elements, without a line of HTML in a string, and in the page's language: a text that is the page's own is looked up on its
// way into an element. What a person typed or chose must not be, and goes in as a node: see `plain`.
import { language, t } from './language.js';

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Props = Record<string, unknown>;

/** The element of that id. */
export const at = (id: string): HTMLElement | null => document.getElementById(id);

/** Attributes that people read or hear; `data-head` is a column's head beside its cell on a phone. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'data-head']);

function add(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(parent, child);
    else if (child instanceof Node) parent.append(child);
    else {
      const told = t(String(child));
      parent.append(told);
      // In a page that is English around the form, a word of the form's catalogue says what it is.
      if (language.isPart && told !== child && !parent.hasAttribute('lang'))
        parent.setAttribute('lang', language.spoken);
    }
  }
}

/**
 * An element. `onclick` and the like take listeners; `true` is an attribute without a value, `false` and `undefined` none;
 * `value` and `checked` are properties.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  add(element, children);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (name === 'value' || name === 'checked') (element as unknown as Props)[name] = value;
    else if (SPOKEN.has(name)) element.setAttribute(name, t(String(value)));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  return element;
}

/** A text that is not the page's own. */
export const plain = (text: string): Text => document.createTextNode(text);

/** Puts a text into an element where it is another one, so that nothing is read out twice. */
export function say(element: Element, text: string): void {
  const told = t(text);
  if (element.textContent !== told) element.textContent = told;
}

/** Replaces what is in an element. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  add(element, children);
}

const SHAPES = {
  alert: 'M12 3.2 22 20.5H2zM12 9.5v5M12 17.2v.6',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5.5M12 7.4v.6',
  check: 'm4.5 12.5 5 5 10-11',
  back: 'M20 12H5m6-6-6 6 6 6',
  upload: 'M12 16V4.5m-4.5 4L12 4l4.5 4.5M4 15v4.5h16V15',
  copy: 'M8.5 8.5V4.5h11v11h-4M4.5 8.5h11v11h-11z',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5.2l3.5 2',
};

/** A line drawing in the colour of the text; it says nothing to a screen reader. */
export function icon(name: keyof typeof SHAPES): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  for (const [key, value] of [
    ['class', `icon icon-${name}`],
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
  ] as const) {
    drawing.setAttribute(key, value);
  }
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', SHAPES[name]);
  drawing.append(path);
  return drawing;
}

/** JSON with its keys set apart. */
export function json(value: unknown): HTMLPreElement {
  const text = JSON.stringify(value, null, 2) ?? '';
  const parts = text.split('\n').flatMap((line): Child[] => {
    const [, indent = '', key, rest = ''] = /^(\s*)("[^"]*":)?(.*)$/s.exec(line) ?? [];
    return key === undefined
      ? [plain(`${line}\n`)]
      : [plain(indent), h('span', { class: 'key' }, plain(key)), plain(`${rest}\n`)];
  });
  return h('pre', { class: 'code', tabindex: 0, dir: 'ltr' }, parts);
}

/** A labelled choice among a few. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  chosen: (value: string) => void,
  props: Props = {},
): HTMLLabelElement {
  const list = options.map(([value, text]) => h('option', { value }, text));
  const select = h('select', { value: undefined, ...props, onchange: () => chosen(select.value) }, list);
  select.value = value;
  return h('label', { class: 'tool' }, h('span', {}, label), select);
}

/** A button that copies a text and says so. `name`: what it is called for who does not see where it stands. */
export function copyButton(text: () => string, label = 'Copy', name?: string): HTMLElement {
  const words = h('span', {}, label);
  const told = h('span', { class: 'visually-hidden', role: 'status' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'small',
      'aria-label': name,
      onclick: async () => {
        let said = 'Copied';
        try {
          await navigator.clipboard.writeText(text());
        } catch {
          said = 'Copying was refused';
        }
        say(words, said);
        say(told, said);
        setTimeout(() => {
          say(words, label);
          say(told, '');
        }, 2000);
      },
    },
    icon('copy'),
    words,
  );
  return h('span', {}, button, told);
}

/** Saves a text as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export interface Tab {
  id: string;
  title: string;
  panel: HTMLElement;
}

/** Tabs; arrow keys move between them, as the ARIA pattern has it. */
export function tabs(label: string, list: readonly Tab[]): HTMLElement {
  const buttons = list.map(({ id, title, panel }) => {
    panel.id = id;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    panel.classList.add('panel');
    return h('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': id }, title);
  });
  const select = (chosen: number, isAsked = true) => {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      const panel = list[index]?.panel;
      if (panel) panel.hidden = index !== chosen;
    }
    if (isAsked) buttons[chosen]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Which one was asked for: an address may follow it.
    if (isAsked) set.dispatchEvent(new CustomEvent('tab', { detail: list[chosen]?.id }));
  };
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => select(index));
    button.addEventListener('keydown', (event) => {
      const { key } = event;
      const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
      const last = list.length - 1;
      const next = {
        ArrowRight: index + forward,
        ArrowLeft: index - forward,
        Home: 0,
        End: last,
      }[key];
      if (next === undefined) return;
      event.preventDefault();
      const place = next < 0 ? last : next > last ? 0 : next;
      select(place);
      buttons[place]?.focus();
    });
  }
  const set = h(
    'div',
    { class: 'tabs' },
    h('div', { role: 'tablist', class: 'tablist', 'aria-label': label }, buttons),
    list.map(({ panel }) => panel),
  );
  select(0, false);
  return set;
}
