// Rules: the table of fields with what judges each and where that is from, the countries, the national ID schemes, the policy.
import { type Field, fields } from 'kyc-rules';
import { type CountryRow, countryName, countryWords, type RuleRow, type SchemeRow, table } from '../data.js';
import { type Child, fill, h, plain, tabs } from '../dom.js';
import { type Column, grid, searched } from '../grid.js';
import { said } from '../language.js';
import { labelOf } from '../locale.js';
import type { View } from '../main.js';
import { policy } from './policy.js';

const PRESENCE = { required: 'Always', optional: 'Optional', byCountry: 'By country', byDocumentType: 'By document' };

/** A name or a value out of a table: no word of the page. */
const code = (text: string) => h('code', { dir: 'ltr' }, plain(text));
/** What is written in English whatever the page speaks. */
const english = (...text: Child[]) => h('div', { lang: 'en', dir: 'ltr' }, text);
/** A text with its `code` as such. */
const prose = (text: string) => text.split('`').map((part, at) => (at % 2 === 1 ? code(part) : plain(part)));
/** A text's first sentence, and the rest. */
function parted(text: string): [first: string, rest: string] {
  const end = /[.:](?= )/.exec(text)?.index ?? text.length;
  return [text.slice(0, end).replace(/\.$/, ''), text.slice(end + 2)];
}
const name = (title: string, below: string) => [h('span', { class: 'row-name' }, title), code(below)];

/** What judges a field: its own rule, or that of a closed list. */
const ruleOf = ({ rule, values }: Field, rules: readonly RuleRow[]) =>
  rules.find((row) => row.rule === (rule ?? (values === undefined ? undefined : 'choice')));

function judges(field: Field, rules: readonly RuleRow[]): HTMLElement | false {
  const rule = ruleOf(field, rules);
  if (rule === undefined) return false;
  const [first, rest] = parted(rule.says);
  return english(
    prose(first),
    h(
      'details',
      {},
      h('summary', {}, 'Details and source'),
      field.values !== undefined && h('p', {}, `One of ${field.values.join(', ')}.`),
      rest !== '' && h('p', {}, prose(rest)),
      h('p', {}, 'Source: ', prose(rule.source)),
      rule.notChecked !== '' && h('p', {}, 'Not checked: ', prose(rule.notChecked)),
    ),
  );
}

/** More codes than this are shown when somebody asks. */
const FEW = 3;

const fieldColumns = (rules: readonly RuleRow[]): Column<Field>[] => [
  ['Field', (field) => name(labelOf(field.path, {}), field.path)],
  ['Required', (field) => PRESENCE[field.presence]],
  ['What judges it', (field) => judges(field, rules), 'prose'],
  [
    'Codes',
    (field) => {
      const codes = ruleOf(field, rules)?.codes ?? [];
      const list = h(
        'ul',
        { class: 'codes' },
        codes.map((it) => h('li', {}, code(it))),
      );
      if (codes.length <= FEW) return codes.length > 0 && list;
      return h('details', {}, h('summary', {}, said('{0} codes', codes.length)), list);
    },
  ],
  ['autocomplete', ({ control, autocomplete }) => control !== 'object' && control !== 'list' && code(autocomplete)],
  ['Example', ({ example }) => example !== '' && code(example.split('\n')[0] ?? '')],
];

const need = (row: CountryRow, letter: string) =>
  row.required.includes(letter) ? [' ', h('span', { class: 'pill' }, 'required')] : [];

const COUNTRY: Column<CountryRow>[] = [
  ['Country', (row) => name(countryName(row.code), row.code)],
  [
    'Postal code',
    (row) =>
      row.postal !== undefined && [row.postal, need(row, 'Z'), row.postalExample && [h('br'), code(row.postalExample)]],
  ],
  [
    'Subdivision',
    (row) =>
      row.lines.includes('S') && [
        row.subdivision,
        need(row, 'S'),
        row.subdivisions !== undefined &&
          h(
            'details',
            {},
            h('summary', {}, said('{0} codes', row.subdivisions.length)),
            h('p', {}, row.subdivisions.map(([id, title]) => `${id} ${title}`).join(', ')),
          ),
      ],
  ],
  [
    'National ID',
    (row) => {
      const ids = Object.entries(row.ids);
      return (
        ids.length > 0 &&
        h(
          'ul',
          { class: 'ids' },
          ids.map(([kind, [label, example]]) =>
            h('li', {}, h('span', {}, label), ' ', code(example), h('code', { class: 'hint', dir: 'ltr' }, kind)),
          ),
        )
      );
    },
  ],
];

const SCHEME: Column<SchemeRow>[] = [
  ['Scheme', (row) => name(row.label, row.name)],
  ['What it is', (row) => english(row.title || row.label, h('div', { class: 'hint' }, row.issuer)), 'prose'],
  ['Written', (row) => code(row.mask), 'number'],
  ['Example', (row) => code(row.example), 'number'],
  ['Checked', (row) => [row.strength, row.birthDate && [h('br'), 'tells the date of birth']]],
  [
    'Source',
    (row) => [
      h('span', { class: `pill ${row.verified ? 'ready' : 'warning'}` }, row.verified ? 'source read' : 'unverified'),
      english(prose(row.source)),
    ],
    'hint',
  ],
];

/** Where the table of countries is from. */
const SOURCES =
  'Sources: codes and subdivisions, ISO 3166; lines of an address and postal codes, libaddressinput; national IDs, the tab beside.';

function mount(root: HTMLElement, rest: readonly string[]): void {
  fill(root, h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)));
  void Promise.all([table('rules'), table('countries'), table('schemes')]).then(([rules, countries, schemes]) => {
    const panels: readonly (readonly [id: string, title: string, panel: HTMLElement[]])[] = [
      ['table', 'Fields', [grid('Fields', fieldColumns(rules), fields)]],
      [
        'countries',
        said('Countries ({0})', countries.length),
        [
          searched(
            'find-country',
            'Find a country',
            COUNTRY,
            countries,
            (row) => `${countryWords(row.code)} ${row.postal ?? ''}`,
          ),
          h('p', { class: 'hint' }, SOURCES),
        ],
      ],
      [
        'schemes',
        said('National IDs ({0})', schemes.length),
        [
          searched(
            'find-scheme',
            'Find a scheme',
            SCHEME,
            schemes,
            (row) => `${row.name} ${row.label} ${row.title} ${countryWords(row.country)}`,
          ),
        ],
      ],
      ['policy', 'Policy', [policy()]],
    ];
    const set = tabs(
      'Rules',
      panels.map(([id, title, panel]) => ({ id: `rules-${id}`, title, panel: h('div', {}, panel) })),
    );
    root.append(set);
    if (rest[0] !== undefined) set.querySelector<HTMLElement>(`#tab-rules-${CSS.escape(rest[0])}`)?.click();
    set.addEventListener('tab', (event) => {
      const { detail } = event as CustomEvent<string>;
      history.replaceState(null, '', `#/rules/${detail.replace('rules-', '')}`);
    });
    root.dataset.ready = 'rules';
  });
}

export const view: View = {
  title: 'What is checked, and why',
  lead: 'The table that the form, the server, the types and this page are made from. Every rule names its source and what it does not check.',
  mount,
};
