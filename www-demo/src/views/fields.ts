// Fields: every field in every state, at the widths of phones and desktops, in light, dark and forced colours, either direction, and
// at twice the size. Each code a field can give is a state of its own.
import { type Field, fields } from 'kyc-rules';
import { type CodeRow, type RuleRow, table } from '../data.js';
import { choice, fill, h, icon, plain, say } from '../dom.js';
import { type FieldView, fieldOf } from '../field.js';
import { said } from '../language.js';
import { labelOf } from '../locale.js';
import type { View } from '../main.js';
import { saidOf } from '../words.js';

const WIDTHS = ['320', '375', '768', '1280'] as const;
const KINDS = fields.filter(({ control }) => control === 'text' || control === 'choice' || control === 'flag');

const chosen = { field: 'phoneNumber', width: '375', colours: '', direction: '', size: '100' };

type State = readonly [name: string, detail: string, make: (view: FieldView) => void];

/** How many states a field has whatever its rule: the first that a rule gives stands behind them. */
const FIXED = 6;

/** The value of the example, as its control takes it. */
const exampleOf = (field: Field): unknown => (field.control === 'flag' ? false : field.example);

function statesOf(field: Field, codes: readonly CodeRow[], rules: readonly RuleRow[]): State[] {
  const put = (view: FieldView) => view.write(exampleOf(field));
  const list: State[] = [
    ['Empty', 'with its hint', () => {}],
    [
      'Focused',
      'reached by keyboard',
      (view) => view.element.querySelector('input, select')?.classList.add('is-focused'),
    ],
    ['Filled', 'an answer that passes', put],
    [
      'Done',
      'checked and accepted',
      (view) => {
        put(view);
        view.element.classList.add('is-done-field');
        view.element.append(h('p', { class: 'done-note' }, icon('check'), 'Checked'));
      },
    ],
    [
      'Loading',
      'looked at elsewhere',
      (view) => {
        put(view);
        view.element.setAttribute('aria-busy', 'true');
        view.element.classList.add('is-loading');
      },
    ],
    [
      'Disabled',
      'cannot be changed',
      (view) => {
        put(view);
        view.disable();
      },
    ],
  ];
  const own = new Set(rules.find(({ rule }) => rule === field.rule)?.codes ?? (field.values ? ['choice.unknown'] : []));
  if (field.presence !== 'optional') own.add('required');
  for (const row of codes) {
    if (!own.has(row.code)) continue;
    const name = { error: 'Error', missing: 'Missing', warning: 'Warning' }[row.severity];
    list.push([
      name,
      row.code,
      (view) => {
        if (row.severity !== 'missing') put(view);
        view.tell({ severity: row.severity, message: saidOf(row, field), params: {} });
      },
    ]);
  }
  return list;
}

function mount(root: HTMLElement, rest: readonly string[]): void {
  const asked = decodeURIComponent(rest[0] ?? '');
  if (asked === 'every' || KINDS.some(({ path }) => path === asked)) chosen.field = asked;
  const gallery = h('section', { class: 'gallery', 'aria-label': 'States' });
  const count = h('p', { class: 'hint', role: 'status' });

  async function draw(): Promise<void> {
    const [codes, rules] = await Promise.all([table('codes'), table('rules')]);
    const list = chosen.field === 'every' ? KINDS : KINDS.filter(({ path }) => path === chosen.field);
    const cells: HTMLElement[] = [];
    for (const field of list) {
      const states = statesOf(field, codes, rules);
      const few =
        chosen.field === 'every'
          ? states.filter(([name], index) => name === 'Empty' || name === 'Filled' || index === FIXED)
          : states;
      few.forEach(([name, detail, make], index) => {
        const isCode = states.findIndex(([, own]) => own === detail) >= FIXED;
        const view = fieldOf(field.path, { prefix: `g${cells.length}-${index}-` });
        make(view);
        cells.push(
          h(
            'figure',
            { class: 'cell' },
            h(
              'figcaption',
              {},
              h('strong', {}, name),
              ' ',
              chosen.field === 'every'
                ? h('code', { dir: 'ltr' }, plain(field.path))
                : isCode
                  ? h('code', { dir: 'ltr' }, plain(detail))
                  : detail,
            ),
            h(
              'div',
              {
                class: `frame width-${chosen.width} size-${chosen.size}`,
                'data-theme': chosen.colours,
                dir: chosen.direction === '' ? undefined : chosen.direction,
              },
              h('div', { class: 'frame-inner' }, view.element),
            ),
          ),
        );
      });
    }
    fill(gallery, cells);
    gallery.dataset.width = chosen.width;
    say(count, said('{0} states at {1} pixels', cells.length, chosen.width));
  }

  const pick = (key: keyof typeof chosen) => (value: string) => {
    chosen[key] = value;
    if (key === 'field') history.replaceState(null, '', `#/fields/${encodeURIComponent(value)}`);
    void draw();
  };
  const named = KINDS.map(
    ({ path }) =>
      [path, path.startsWith('documents') ? said('Document: {0}', labelOf(path, {})) : labelOf(path, {})] as const,
  );
  fill(
    root,
    h('header', { class: 'intro' }, h('h1', {}, view.title), h('p', { class: 'lead' }, view.lead)),
    h(
      'div',
      { class: 'tools' },
      choice('Field', [['every', 'Every field'], ...named], chosen.field, pick('field'), { id: 'field' }),
      choice(
        'Width',
        WIDTHS.map((width) => [width, said('{0} pixels', width)] as const),
        chosen.width,
        pick('width'),
        { id: 'width' },
      ),
      choice(
        'Colours',
        [
          ['', 'As the page'],
          ['light', 'Light'],
          ['dark', 'Dark'],
          ['forced', 'Forced by the system'],
        ],
        chosen.colours,
        pick('colours'),
        { id: 'colours' },
      ),
      choice(
        'Size',
        [
          ['100', '100 %'],
          ['200', '200 %'],
        ],
        chosen.size,
        pick('size'),
        { id: 'size' },
      ),
      choice(
        'Direction',
        [
          ['', 'As the page'],
          ['ltr', 'Left to right'],
          ['rtl', 'Right to left'],
        ],
        chosen.direction,
        pick('direction'),
        { id: 'direction' },
      ),
    ),
    count,
    gallery,
  );
  void draw();
}

export const view: View = {
  title: 'Every field, every state',
  lead: 'What to draw and what to check before a release: each field empty, filled, done, loading, disabled, and with each thing the rules can say of it.',
  mount,
};
