// Words: every sentence a form may say, beside its translation; to be searched, changed on the spot and taken away as a file. What is
// changed here stays on this page.
import { fields, validate } from 'kyc-rules';
import { type CodeRow, table } from '../data.js';
import { choice, download, fill, h, say } from '../dom.js';
import type { View } from '../main.js';
import { filled, mirrored, pseudo } from '../words.js';

interface Row {
  key: string;
  kind: string;
  english: string;
}

type Catalogue = Map<string, string>;

const NATIVE: Record<string, string> = { 'en-XA': 'Pseudo, longer', 'en-XB': 'Pseudo, right to left' };
const RTL = /^(ar|fa|he|ur|ps|yi|dv|en-XB)/;

/** Words changed here, by locale: in memory alone. */
const changed = new Map<string, Catalogue>();
const state = { locale: 'en-XA', search: '', sort: 'table', only: 'all' };

const nameOf = (locale: string): string => {
  if (NATIVE[locale] !== undefined) return NATIVE[locale];
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale;
};

/** The languages that the package has. */
async function packaged(): Promise<string[]> {
  const answer = await fetch(new URL('../../data/locales.json', import.meta.url));
  const { rows } = (await answer.json()) as { rows: string[] };
  return rows.filter((name) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(name) && name !== 'en');
}

interface Packaged {
  form?: Record<string, string>;
  labels?: Record<string, string>;
}

/** A language's own words, by key. */
async function wordsOf(locale: string, rows: readonly Row[]): Promise<Catalogue> {
  if (locale === 'en-XA') return new Map(rows.map(({ key, english }) => [key, pseudo(english)]));
  if (locale === 'en-XB') return new Map(rows.map(({ key, english }) => [key, mirrored(english)]));
  const module = (await import(`kyc-rules/locales/${locale}.js`)) as Record<string, Packaged>;
  const messages =
    module.default ?? module.messages ?? Object.values(module).find((it) => it?.form !== undefined) ?? {};
  return new Map([
    ...Object.entries(messages.form ?? {}),
    ...Object.entries(messages.labels ?? {}).map(([path, text]) => [`label:${path}`, text] as const),
  ]);
}

const rowsOf = (codes: readonly CodeRow[]): Row[] => [
  ...codes.map(({ code, severity, form }) => ({ key: code, kind: severity, english: form })),
  ...fields.map(({ path, label }) => ({ key: `label:${path}`, kind: 'label', english: label })),
];

/** The placeholders a translation must keep. `{Label}` and `{label}` are one. */
const placeholders = (text: string) =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name.toLowerCase()));

function faultOf(english: string, text: string): string {
  const lost = [...placeholders(english)].filter((name) => name !== 'label' && !placeholders(text).has(name));
  const strange = [...placeholders(text)].filter((name) => !placeholders(english).has(name) && name !== 'label');
  if (lost.length > 0) return `{${lost[0]}} is missing`;
  return strange.length > 0 ? `{${strange[0]}} is not filled in here` : '';
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const EXPORTS: Record<
  string,
  [type: string, make: (rows: readonly Row[], words: Catalogue, locale: string) => string]
> = {
  json: [
    'application/json',
    (rows, words) => {
      const form: Record<string, string> = {};
      const labels: Record<string, string> = {};
      for (const { key } of rows) {
        const text = words.get(key);
        if (text === undefined) continue;
        if (key.startsWith('label:')) labels[key.slice(6)] = text;
        else form[key] = text;
      }
      return `${JSON.stringify({ form, labels }, null, 2)}\n`;
    },
  ],
  csv: [
    'text/csv',
    (rows, words) => {
      const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const lines = rows.map(({ key, kind, english }) =>
        [key, kind, english, words.get(key) ?? ''].map(cell).join(','),
      );
      return `key,kind,en,translation\r\n${lines.join('\r\n')}\r\n`;
    },
  ],
  xlf: [
    'application/xliff+xml',
    (rows, words, locale) => {
      const units = rows.map(
        ({ key, english }) =>
          `    <unit id="${escape(key.replace(/[^\w.]/g, '_'))}" name="${escape(key)}">\n      <segment${words.has(key) ? ' state="translated"' : ''}>\n        <source>${escape(english)}</source>\n        <target>${escape(words.get(key) ?? '')}</target>\n      </segment>\n    </unit>`,
      );
      return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="${escape(locale)}">\n  <file id="kyc-rules">\n${units.join('\n')}\n  </file>\n</xliff>\n`;
    },
  ],
};

function mount(root: HTMLElement, rest: readonly string[]): void {
  const counts = h('p', { class: 'hint', role: 'status' });
  const body = h('tbody');
  const longest = h('div', { class: 'card longest' });
  const head = h('th', { scope: 'col' });
  let rows: Row[] = [];
  let words: Catalogue = new Map();

  const textOf = (key: string) => changed.get(state.locale)?.get(key) ?? words.get(key);
  const merged = (): Catalogue => new Map([...words, ...(changed.get(state.locale) ?? [])]);

  function count(): void {
    const missing = rows.filter(({ key }) => !textOf(key)).length;
    const edits = changed.get(state.locale)?.size ?? 0;
    say(counts, `${rows.length} entries, ${missing} missing, ${edits} changed here`);
    const [most] = [...rows].sort((a, b) => (textOf(b.key)?.length ?? 0) - (textOf(a.key)?.length ?? 0));
    const text = most === undefined ? '' : (textOf(most.key) ?? '');
    fill(
      longest,
      h('h2', {}, 'The longest, in a phone’s width'),
      h(
        'p',
        { class: 'say error preview', lang: state.locale, dir: RTL.test(state.locale) ? 'rtl' : 'ltr' },
        filled(text, 'Employment status'),
      ),
      h('p', { class: 'hint' }, `${text.length} characters`),
    );
  }

  function draw(): void {
    const wanted = state.search.trim().toLowerCase();
    let list = rows.filter(({ key, english }) =>
      `${key} ${english} ${textOf(key) ?? ''}`.toLowerCase().includes(wanted),
    );
    if (state.only === 'missing') list = list.filter(({ key }) => !textOf(key));
    else if (state.only !== 'all') list = list.filter(({ kind }) => kind === state.only);
    if (state.sort === 'length')
      list = [...list].sort((a, b) => (textOf(b.key)?.length ?? 0) - (textOf(a.key)?.length ?? 0));
    const dir = RTL.test(state.locale) ? 'rtl' : 'ltr';
    fill(head, nameOf(state.locale));
    fill(
      body,
      list.map(({ key, kind, english }) => {
        const fault = h('p', { class: 'say error', hidden: true });
        const area = h('textarea', {
          rows: 2,
          lang: state.locale,
          dir,
          spellcheck: 'true',
          'aria-label': `${nameOf(state.locale)}: ${key}`,
          value: textOf(key) ?? '',
          oninput: () => {
            let own = changed.get(state.locale);
            if (own === undefined) {
              own = new Map();
              changed.set(state.locale, own);
            }
            if (area.value === (words.get(key) ?? '')) own.delete(key);
            else own.set(key, area.value);
            tell();
            count();
          },
        });
        const tell = () => {
          const text = area.value === '' ? '' : faultOf(english, area.value);
          fault.hidden = text === '';
          fault.textContent = text;
        };
        tell();
        return h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            h('code', { dir: 'ltr' }, key.replace('label:', '')),
            h('span', { class: `pill ${kind}` }, kind),
          ),
          h('td', { lang: 'en', dir: 'ltr' }, english),
          h('td', {}, area, fault),
        );
      }),
    );
    count();
  }

  async function load(): Promise<void> {
    words = await wordsOf(state.locale, rows);
    draw();
  }

  const search = h('input', {
    type: 'search',
    id: 'search',
    value: state.search,
    oninput: () => {
      state.search = search.value;
      draw();
    },
  });

  async function start(): Promise<void> {
    const [codes, locales] = await Promise.all([table('codes'), packaged()]);
    rows = rowsOf(codes);
    const all = [...locales, ...Object.keys(NATIVE)];
    if (rest[0] !== undefined && all.includes(rest[0])) state.locale = rest[0];
    else if (!all.includes(state.locale)) state.locale = all[0] ?? 'en-XA';
    const menu = choice(
      'Language',
      all.map((locale) => [locale, nameOf(locale)] as const),
      state.locale,
      (value) => {
        state.locale = value;
        history.replaceState(null, '', `#/words/${value}`);
        void load();
      },
      { id: 'locale' },
    );
    const take = (name: string) => {
      const [type, make] = EXPORTS[name] ?? [];
      if (type && make) download(`kyc-rules.${state.locale}.${name}`, make(rows, merged(), state.locale), type);
    };
    fill(
      tools,
      menu,
      h('label', { class: 'tool' }, h('span', {}, 'Search'), search),
      choice(
        'Show',
        [
          ['all', 'Everything'],
          ['missing', 'Not translated'],
          ['error', 'Errors'],
          ['warning', 'Warnings'],
          ['label', 'Labels'],
        ],
        state.only,
        (value) => {
          state.only = value;
          draw();
        },
        { id: 'only' },
      ),
      choice(
        'Order',
        [
          ['table', 'As in the form'],
          ['length', 'Longest first'],
        ],
        state.sort,
        (value) => {
          state.sort = value;
          draw();
        },
        { id: 'sort' },
      ),
      h(
        'div',
        { class: 'actions' },
        [
          ['json', 'JSON'],
          ['csv', 'CSV'],
          ['xlf', 'XLIFF'],
        ].map(([name = '', text = '']) =>
          h(
            'button',
            { type: 'button', class: 'small', id: `export-${name}`, onclick: () => take(name) },
            h('span', { class: 'visually-hidden' }, 'Export '),
            text,
          ),
        ),
      ),
    );
    await load();
    root.dataset.ready = 'words';
  }

  const tools = h('div', { class: 'tools' });
  fill(
    root,
    h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)),
    tools,
    counts,
    longest,
    h(
      'table',
      { class: 'words' },
      h('caption', { class: 'visually-hidden' }, 'Sentences by code'),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Code'), h('th', { scope: 'col' }, 'English'), head)),
      body,
    ),
  );
  void start();
  // The first call starts the rules, so that a look at the form afterwards does not wait for them.
  validate({});
}

export const view: View = {
  title: 'Every word the form says',
  lead: 'Search it, change it in place, see the longest, and take the catalogue away for a translator. Braces are filled in by the rules; a translation keeps them.',
  mount,
};
