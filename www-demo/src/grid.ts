// Tables for looking things up: a row a thing, which on a phone becomes a list of its own, each cell under the head of its column.
import { type Child, fill, h, say } from './dom.js';
import { said } from './language.js';

/** A column: its head, and what a row has there. The first is the row's own head. */
export type Column<T> = readonly [head: string, cell: (row: T) => Child, kind?: string];

function rowOf<T>(columns: readonly Column<T>[], row: T): HTMLElement {
  return h(
    'tr',
    {},
    columns.map(([head, cell, kind], at) => {
      const held = cell(row);
      const isEmpty = held === undefined || held === false || held === '' || held === null;
      if (at === 0) return h('th', { scope: 'row', class: kind }, held);
      return h(
        'td',
        { 'data-head': head, class: `${kind ?? ''}${isEmpty ? ' is-empty' : ''}`.trim() || undefined },
        h('div', {}, held),
      );
    }),
  );
}

/** A table of rows. */
export function grid<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  body = h('tbody'),
): HTMLElement {
  fill(
    body,
    rows.map((row) => rowOf(columns, row)),
  );
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'grid' },
      h('caption', { class: 'visually-hidden' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(([head]) => h('th', { scope: 'col' }, head)),
        ),
      ),
      body,
    ),
  );
}

/** A table that is searched while someone types. */
export function searched<T>(
  id: string,
  label: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  text: (row: T) => string,
): HTMLElement {
  const body = h('tbody');
  const count = h('p', { class: 'hint', role: 'status' });
  const none = h('p', { class: 'none', hidden: true }, 'Nothing is called that.');
  const index = rows.map((row) => [text(row).toLowerCase(), row] as const);
  const found = (wanted: string) => index.filter(([words]) => words.includes(wanted)).map(([, row]) => row);
  const show = (list: readonly T[]) => {
    say(count, said('{0} of {1}', list.length, rows.length));
    none.hidden = list.length > 0;
  };
  const input = h('input', {
    type: 'search',
    id,
    oninput: () => {
      const list = found(input.value.trim().toLowerCase());
      fill(
        body,
        list.map((row) => rowOf(columns, row)),
      );
      show(list);
    },
  });
  show(rows);
  return h(
    'div',
    { class: 'stack' },
    h('div', { class: 'tools' }, h('label', { class: 'tool' }, h('span', {}, label), input), count),
    grid(label, columns, rows, body),
    none,
  );
}
