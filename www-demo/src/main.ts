// The page: its bar, its seven views and the way between them. An address like #/words leads to a view; what a person typed is
// never part of it.
import { version } from 'kyc-rules';
import { at, choice, fill, h } from './dom.js';
import { keep, language, languages, speak, t, wanted } from './language.js';
import { applyLooks, looks, type Scheme } from './settings.js';

/** A view: what it is called, and what puts it on the page. It returns what is to be done when someone leaves. */
export interface View {
  title: string;
  lead: string;
  mount(root: HTMLElement, rest: readonly string[]): void | (() => void);
}

const VIEWS: readonly (readonly [id: string, title: string, load: () => Promise<{ view: View }>])[] = [
  ['try', 'Try it', () => import('./views/try.js')],
  ['fields', 'Fields', () => import('./views/fields.js')],
  ['words', 'Words', () => import('./views/words.js')],
  ['rules', 'Rules', () => import('./views/rules.js')],
  ['images', 'Images', () => import('./views/images.js')],
  ['code', 'Code', () => import('./views/code.js')],
  ['theme', 'Theme', () => import('./views/theme.js')],
];

let leave: (() => void) | undefined;
let shown = '';
let first = true;

function where(): [view: string, rest: string[]] {
  const [path = ''] = location.hash.split('?');
  const [, view = '', ...rest] = path.split('/');
  return [VIEWS.some(([id]) => id === view) ? view : 'try', rest];
}

async function show(): Promise<void> {
  const [id, rest] = where();
  const [, title, load] = VIEWS.find(([name]) => name === id) ?? VIEWS[0]!;
  for (const link of document.querySelectorAll('#nav a')) {
    if (link.getAttribute('href') === `#/${id}`) {
      link.setAttribute('aria-current', 'page');
      // On a phone the bar is wider than the window.
      link.scrollIntoView({ block: 'nearest', inline: 'center' });
    } else link.removeAttribute('aria-current');
  }
  const main = at('main')!;
  const { view } = await load();
  // Someone went on while it was loaded.
  if (where()[0] !== id) return;
  leave?.();
  const isOther = shown !== id;
  shown = id;
  document.title = `${t(title)} · kyc-rules`;
  document.body.dataset.view = id;
  const page = h('div', { class: `page view-${id}` });
  fill(main, page);
  leave = view.mount(page, rest) ?? undefined;
  document.body.dataset.ready = id;
  if (isOther && !first) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  first = false;
}

async function prefs(): Promise<void> {
  const schemes: [Scheme, string][] = [
    ['', 'System'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ];
  const colours = choice(
    'Colours',
    schemes,
    looks.scheme,
    (value) => {
      looks.scheme = value as Scheme;
      applyLooks();
    },
    { id: 'theme' },
  );
  const tongues = choice('Language', await languages(), language.tag, (tag) => void translate(tag), { id: 'language' });
  // Each language is named in itself.
  for (const option of tongues.querySelectorAll('option')) option.lang = option.value;
  fill(at('prefs')!, colours, tongues);
}

/** Draws the page in another language; what was answered stays, and so does the focus. */
async function translate(tag: string): Promise<void> {
  await speak(tag);
  keep();
  draw();
  await prefs();
  at('language')?.focus();
  await show();
}

function foot(): void {
  const { rules, data } = version();
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  const isPlain = location.pathname.includes('/without-wasm/');
  fill(
    at('foot')!,
    h('p', {}, h('bdi', { dir: 'ltr', lang: 'en' }, `Rules ${rules}. Data: ${data}.`)),
    h('p', {}, 'A value that passes is well made, not therefore true.'),
    h(
      'p',
      {},
      isPlain
        ? h('a', { href: `../index.html${location.search}` }, 'With WebAssembly')
        : h('a', { href: `without-wasm/index.html${location.search}` }, 'Without WebAssembly'),
    ),
    h(
      'details',
      {},
      h('summary', {}, 'Nothing leaves this page'),
      h('p', {}, 'Its security policy lets it ask this host for its own files, and nobody for anything else:'),
      h('code', { class: 'policy', dir: 'ltr' }, policy),
    ),
  );
}

/** What stands around every view. */
function draw(): void {
  const skip = document.querySelector('.skip');
  if (skip) fill(skip, 'Skip to the content');
  const nav = at('nav')!;
  nav.setAttribute('aria-label', t('Views'));
  fill(
    nav,
    h(
      'ul',
      {},
      VIEWS.map(([id, title]) => h('li', {}, h('a', { href: `#/${id}` }, title))),
    ),
  );
  foot();
}

async function start(): Promise<void> {
  const tag = wanted();
  // Asked for by an address: what nobody has is left out of it again.
  if (tag !== 'en') {
    const known = (await languages()).some(([own]) => own === tag);
    if (known) await speak(tag);
    keep();
  }
  draw();
  void prefs();
  applyLooks();
  at('main')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-focus]');
    if (link === null) return;
    // Links to a control focus it: the address stays that of the view.
    event.preventDefault();
    const control = at(link.dataset.focus!);
    control?.focus();
    control?.closest('.field, .drop, fieldset')?.scrollIntoView({ block: 'center' });
  });
  addEventListener('hashchange', () => {
    // The skip link leads to a place in the view that is shown already.
    if (location.hash !== '#main') void show();
  });
  void show();
}

start().catch((error) => {
  // A policy or a browser that refuses WebAssembly: say so, and leave the page readable for what it is.
  const why = `The rules could not start (${(error as Error).name}). This page needs WebAssembly and script-src 'wasm-unsafe-eval'.`;
  fill(at('main')!, h('p', { class: 'page' }, why));
});
