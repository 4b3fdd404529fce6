// Words: every sentence a form may say, beside its translation; to be searched, changed on the spot and taken away as a file. What is
// changed here stays on this page, and is for the file alone: the form goes on with the package's words.
import { type Locale, validate } from 'kyc-rules';
import { EXPORTS } from '../catalogue/files.js';
import {
  type Catalogue,
  faultOf,
  languageOf,
  NATIVE,
  nameOf,
  packaged,
  type Row,
  rowsOf,
  wordsOf,
} from '../catalogue/rows.js';
import { type CodeRow, table } from '../data.js';
import { choice, download, fill, h, plain, say } from '../dom.js';
import { language as page, said, t } from '../language.js';
import type { View } from '../main.js';
import { filled } from '../words.js';

/** Words changed here, by locale: in memory alone. */
const changed = new Map<string, Catalogue>();
/** `locale`: the one that somebody chose here; else that of the page. */
let isChosen = false;
const state = { locale: '', search: '', sort: 'table', only: 'all' };

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
