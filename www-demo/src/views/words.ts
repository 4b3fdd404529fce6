// Words: every sentence a form may say, beside its translation; to be searched, changed on the spot and taken away as a file. What is
// changed here stays on this page, and is for the file alone: the form goes on with the package's words.
import { fields, type Locale, validate } from 'kyc-rules';
import { type CodeRow, table } from '../data.js';
import { choice, download, fill, h, plain, say } from '../dom.js';
import { language as page, said, t } from '../language.js';
import type { View } from '../main.js';
import { filled, mirrored, namesIn } from '../words.js';

interface Row {
  key: string;
  kind: string;
  english: string;
}

type Catalogue = Map<string, string>;

const NATIVE: Record<string, string> = { 'en-XA': 'Pseudo, longer', 'en-XB': 'Pseudo, right to left' };
/** Words changed here, by locale: in memory alone. */
const changed = new Map<string, Catalogue>();
/** `locale`: the one that somebody chose here; else that of the page. */
let isChosen = false;
const state = { locale: '', search: '', sort: 'table', only: 'all' };

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

/** A language of the package; none for the mirrored one, which is made here. */
async function languageOf(locale: string): Promise<Locale | undefined> {
  if (locale === 'en-XB') return undefined;
  return ((await import(`kyc-rules/locales/${locale}.js`)) as { default: Locale }).default;
}

/** A language's own words, by key. */
function wordsOf(language: Locale | undefined, rows: readonly Row[]): Catalogue {
  if (language === undefined) return new Map(rows.map(({ key, english }) => [key, mirrored(english)]));
  return new Map<string, string>([
    ...Object.entries(language.form),
    ...around(language),
    ...Object.entries(language.api).map(([code, text]): [string, string] => [`api:${code}`, text]),
    ...Object.entries(language.labels).map(([path, text]): [string, string] => [`label:${path}`, text]),
  ]);
}

/** What a language has around the sentences: what the summary and the boxes are called, how it asks, how a label stands in a sentence. */
const around = ({ whole, words, ask, phrases = {} }: Locale): [key: string, text: string][] => [
  ['whole', whole],
  ...Object.entries(words).map(([name, text]): [string, string] => [`word:${name}`, text]),
  ...Object.entries(ask).map(([name, text]): [string, string] => [`ask:${name}`, text]),
  ...Object.entries(phrases).flatMap(([path, text]): [string, string][] =>
    typeof text === 'string' ? [[`phrase:${path}`, text]] : text.map((one, at) => [`phrase:${path}#${at}`, one]),
  ),
];

/** The kinds of those, by what stands before the colon. */
const KINDS: Record<string, string> = { word: 'word', ask: 'asks', phrase: 'phrase', whole: 'word' };

/** Their rows: English has all but the phrases, which are its labels with a small letter. */
function aroundRows(english: Locale, other: Locale | undefined): Row[] {
  const own = new Map(around(english));
  const both = new Map([...own, ...(other === undefined ? [] : around(other))]);
  return [...both.keys()].map((key) => {
    const [kind = '', name = ''] = key.split(':');
    const label = english.labels[name as keyof Locale['labels']] ?? english.ask[name as never] ?? '';
    return { key, kind: KINDS[kind] ?? kind, english: own.get(key) ?? label };
  });
}

const rowsOf = (codes: readonly CodeRow[], english: Locale, other: Locale | undefined): Row[] => [
  ...codes.map(({ code, severity, form }) => ({ key: code, kind: severity, english: form })),
  ...aroundRows(english, other),
  ...fields.map(({ path, label }) => ({ key: `label:${path}`, kind: 'label', english: label })),
  ...codes.map(({ code, api }) => ({ key: `api:${code}`, kind: 'api', english: api })),
];

/** The placeholders a translation must keep. `{Label}` and `{label}` are one. */
const placeholders = (text: string) =>
  new Set(namesIn(text).map((name) => (name === 'The' ? 'label' : name.toLowerCase())));

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
      // As data/locales has it.
      const out: Record<string, Record<string, string>> = {
        words: {},
        ask: {},
        labels: {},
        phrases: {},
        form: {},
        api: {},
      };
      const parts: Record<string, string> = {
        word: 'words',
        ask: 'ask',
        label: 'labels',
        phrase: 'phrases',
        api: 'api',
      };
      for (const { key } of rows) {
        const text = words.get(key);
        const [, kind = '', name = ''] = /^(?:(\w+):)?(.*)$/.exec(key) ?? [];
        const part = out[parts[kind] ?? 'form'];
        if (text !== undefined && part !== undefined && key !== 'whole') part[name] = text;
      }
      return `${JSON.stringify({ whole: words.get('whole'), ...out }, null, 2)}\n`;
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
  let codes: readonly CodeRow[] = [];
  let rows: Row[] = [];
  let words: Catalogue = new Map();
  let language: Locale | undefined;

  const direction = () => language?.direction ?? 'rtl';
  /** What a form would show: the language's own filling knows its plurals. */
  const shown = (text: string) => filled(text, language?.labels.employmentStatus ?? 'Employment status', language);
  const textOf = (key: string) => changed.get(state.locale)?.get(key) ?? words.get(key);
  const merged = (): Catalogue => new Map([...words, ...(changed.get(state.locale) ?? [])]);

  function count(list: readonly Row[]): void {
    const missing = rows.filter(({ key, english }) => english !== '' && !textOf(key)).length;
    const edits = changed.get(state.locale)?.size ?? 0;
    const review = language?.reviewed === false ? `. ${t('Nobody fluent has reviewed this language yet')}` : '';
    say(
      counts,
      said('{0} of {1} entries, {2} missing, {3} changed here', list.length, rows.length, missing, edits) + review,
    );
    const [most] = rows
      .filter(({ kind }) => !['api', 'phrase', 'word', 'asks'].includes(kind))
      .sort((a, b) => (textOf(b.key)?.length ?? 0) - (textOf(a.key)?.length ?? 0));
    const text = most === undefined ? '' : (textOf(most.key) ?? '');
    fill(
      longest,
      h('h2', {}, 'The longest, in a phone’s width'),
      h('p', { class: 'say error preview', lang: state.locale, dir: direction() }, shown(text)),
      h('p', { class: 'hint' }, said('{0} characters', text.length)),
    );
  }

  function draw(): void {
    const wanted = state.search.trim().toLowerCase();
    let list = rows.filter(
      ({ key, english, kind }) =>
        // An API's answers are another reader's: they show where they are asked for.
        (kind === 'api') === (state.only === 'api') &&
        `${key} ${english} ${textOf(key) ?? ''}`.toLowerCase().includes(wanted),
    );
    if (state.only === 'missing') list = list.filter(({ key }) => !textOf(key));
    else if (state.only !== 'all') list = list.filter(({ kind }) => kind === state.only);
    if (state.sort === 'length')
      list = [...list].sort((a, b) => (textOf(b.key)?.length ?? 0) - (textOf(a.key)?.length ?? 0));
    const dir = direction();
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
            count(list);
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
            h('code', { dir: 'ltr' }, plain(key.replace(/^(label|api|phrase|word|ask):/, ''))),
            h('span', { class: `pill ${kind}` }, kind),
          ),
          h('td', { lang: 'en', dir: 'ltr' }, plain(english)),
          h('td', {}, area, fault),
        );
      }),
    );
    count(list);
  }

  async function load(): Promise<void> {
    const wanted = state.locale;
    const [found, english] = await Promise.all([languageOf(wanted), languageOf('en')]);
    // Another one was chosen meanwhile.
    if (wanted !== state.locale) return;
    language = found;
    if (english !== undefined) rows = rowsOf(codes, english, language);
    words = wordsOf(language, rows);
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
    const [read, locales] = await Promise.all([table('codes'), packaged()]);
    codes = read;
    const all = [...new Set([...locales, ...Object.keys(NATIVE)])];
    if (rest[0] !== undefined && all.includes(rest[0])) state.locale = rest[0];
    else if (!isChosen) state.locale = all.includes(page.tag) ? page.tag : 'en-XA';
    const menu = choice(
      'Language',
      all.map((locale) => [locale, nameOf(locale)] as const),
      state.locale,
      (value) => {
        state.locale = value;
        isChosen = true;
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
          ['all', 'All a form says'],
          ['missing', 'Not translated'],
          ['error', 'Errors'],
          ['warning', 'Warnings'],
          ['label', 'Labels'],
          ['phrase', 'Labels in a sentence'],
          ['asks', 'How it asks'],
          ['word', 'Around the messages'],
          ['api', 'An API’s answers'],
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
        { class: 'tool', role: 'group', 'aria-labelledby': 'export-label' },
        h('span', { id: 'export-label' }, 'Export'),
        h(
          'div',
          { class: 'exports' },
          [
            ['json', 'JSON'],
            ['csv', 'CSV'],
            ['xlf', 'XLIFF'],
          ].map(([name = '', text = '']) =>
            h('button', { type: 'button', class: 'small', id: `export-${name}`, onclick: () => take(name) }, text),
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
    h('p', { class: 'hint' }, 'What you change is for the export: the form goes on with the words of the package.'),
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
