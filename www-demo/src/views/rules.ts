// Rules: the table of fields with what judges each and where that is from, the countries, the national ID schemes, the policy.
import { type Field, fields } from 'kyc-rules';
import { type CountryRow, countryName, type RuleRow, type SchemeRow, table } from '../data.js';
import { fill, h, say, tabs } from '../dom.js';
import type { View } from '../main.js';

const PRESENCE = { required: 'Always', optional: 'Optional', byCountry: 'By country', byDocumentType: 'By document' };

/** The switches of a policy, their default and what they decide. */
const POLICY: readonly (readonly [key: string, byDefault: string, what: string])[] = [
  ['minimumAge', '18', 'The age in years from which a customer is accepted. Guide: “at least 18 years old”.'],
  ['unlikelyAge', '120', 'Above it, a date of birth is more likely a slip: a warning.'],
  ['proofOfAddressDays', '90', 'How old a proof of address may be before a warning.'],
  [
    'reviewDays',
    '7',
    'How long a review may take, for image links that end before it does. Guide: 1 to 7 business days.',
  ],
  [
    'address',
    'countryAware',
    'Which parts of an address must be there: what the country uses, or all of the guide’s table.',
  ],
  ['phone', 'possible', 'Whether a number that is possible but in no assigned range is a warning, or an error.'],
  ['names', 'unicode', 'The letters of every script, or a warning where they are not Latin.'],
  ['kosovo', 'true', 'Whether XK, a user-assigned code, is taken for Kosovo.'],
  ['patchWhenRejected', 'true', 'Whether data may be changed after a rejection, as the guide’s code does.'],
  ['mrz', 'false', 'Whether documents[].mrz is an accepted extension.'],
];

const cell = (text: string) => h('td', {}, text);
const code = (text: string) => h('code', { dir: 'ltr' }, text);

/** A table that scrolls by itself where it is too wide. */
function grid(caption: string, heads: readonly string[], body: HTMLElement): HTMLElement {
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      body,
    ),
  );
}

/** A list that is searched while someone types. */
function searched<T>(
  id: string,
  label: string,
  heads: readonly string[],
  rows: readonly T[],
  text: (row: T) => string,
  draw: (row: T) => HTMLElement,
): HTMLElement {
  const body = h('tbody');
  const count = h('p', { class: 'hint', role: 'status' });
  const index = rows.map((row) => [text(row).toLowerCase(), row] as const);
  const show = (wanted: string) => {
    const found = index.filter(([words]) => words.includes(wanted.trim().toLowerCase()));
    fill(
      body,
      found.map(([, row]) => draw(row)),
    );
    say(count, `${found.length} of ${rows.length}`);
  };
  const input = h('input', { type: 'search', id, oninput: () => show(input.value) });
  show('');
  return h(
    'div',
    { class: 'stack' },
    h('div', { class: 'tools' }, h('label', { class: 'tool' }, h('span', {}, label), input), count),
    grid(label, heads, body),
  );
}

function fieldRow(field: Field, rules: readonly RuleRow[]): HTMLElement {
  const rule = rules.find(({ rule }) => rule === field.rule);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, field.label, h('br'), code(field.path)),
    cell(PRESENCE[field.presence]),
    h(
      'td',
      {},
      rule
        ? [
            rule.says,
            h(
              'details',
              {},
              h('summary', {}, 'Source and limits'),
              h('p', {}, rule.source),
              rule.notChecked && h('p', {}, 'Not checked: ', rule.notChecked),
            ),
          ]
        : (field.values?.join(', ') ?? ''),
    ),
    h(
      'td',
      {},
      h(
        'ul',
        { class: 'codes' },
        (rule?.codes ?? []).map((name) => h('li', {}, code(name))),
      ),
    ),
    h('td', {}, field.control !== 'object' && field.control !== 'list' && code(field.autocomplete)),
    h('td', {}, code(field.example.split('\n')[0] ?? '')),
  );
}

function countryRow(row: CountryRow): HTMLElement {
  const need = (letter: string) => (row.required.includes(letter) ? ' (required)' : '');
  const subdivisions = row.subdivisions ?? [];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, countryName(row.code), ' ', code(row.code)),
    cell(row.postal === undefined ? '—' : `${row.postal}${need('Z')}`),
    h('td', {}, row.postalExample && code(row.postalExample)),
    h(
      'td',
      {},
      row.lines.includes('S') ? `${row.subdivision}${need('S')}` : '—',
      subdivisions.length > 0 &&
        h(
          'details',
          {},
          h('summary', {}, `${subdivisions.length} codes`),
          h('p', {}, subdivisions.map(([id, name]) => `${id} ${name}`).join(', ')),
        ),
    ),
    h(
      'td',
      {},
      Object.entries(row.ids).map(([kind, [label, example]]) => h('div', {}, code(kind), ` ${label} `, code(example))),
    ),
  );
}

function schemeRow(row: SchemeRow): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, row.label, h('br'), code(row.name)),
    h('td', {}, row.title || row.label, row.issuer && h('div', { class: 'hint' }, row.issuer)),
    h('td', {}, code(row.mask)),
    h('td', {}, code(row.example)),
    cell(row.strength + (row.birthDate ? ', tells the date of birth' : '')),
    h('td', { class: 'hint' }, row.source),
  );
}

function mount(root: HTMLElement, rest: readonly string[]): void {
  fill(root, h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)));
  void Promise.all([table('rules'), table('countries'), table('schemes')]).then(([rules, countries, schemes]) => {
    const panels = {
      table: grid(
        'Fields',
        ['Field', 'Asked for', 'What judges it', 'Codes', 'autocomplete', 'Example'],
        h(
          'tbody',
          {},
          fields.map((field) => fieldRow(field, rules)),
        ),
      ),
      countries: searched(
        'find-country',
        'Find a country',
        ['Country', 'Postal code', 'Example', 'Subdivision', 'National ID'],
        countries,
        (row) => `${row.code} ${countryName(row.code)} ${row.postal ?? ''}`,
        countryRow,
      ),
      schemes: searched(
        'find-scheme',
        'Find a scheme',
        ['Scheme', 'What it is', 'Written', 'Example', 'Strength', 'Source'],
        schemes,
        (row) => `${row.name} ${row.label} ${row.title} ${countryName(row.country)}`,
        schemeRow,
      ),
      policy: grid(
        'Policy',
        ['Switch', 'By default', 'What it decides'],
        h(
          'tbody',
          {},
          POLICY.map(([key, byDefault, what]) =>
            h('tr', {}, h('th', { scope: 'row' }, code(key)), h('td', {}, code(byDefault)), cell(what)),
          ),
        ),
      ),
    };
    const names = {
      table: 'Fields',
      countries: `Countries (${countries.length})`,
      schemes: `National IDs (${schemes.length})`,
      policy: 'Policy',
    };
    const set = tabs(
      'Rules',
      Object.entries(panels).map(([id, panel]) => ({
        id: `rules-${id}`,
        title: names[id as keyof typeof names],
        panel: h('div', {}, panel),
      })),
    );
    root.append(set);
    if (rest[0] !== undefined) set.querySelector<HTMLElement>(`#tab-rules-${CSS.escape(rest[0])}`)?.click();
    set.addEventListener('click', (event) => {
      const tab = (event.target as Element).closest('[role=tab]');
      if (tab) history.replaceState(null, '', `#/rules/${tab.id.replace('tab-rules-', '')}`);
    });
  });
}

export const view: View = {
  title: 'What is checked, and why',
  lead: 'The table that the form, the server, the types and this page are made from. Every rule names its source and what it does not check.',
  mount,
};
