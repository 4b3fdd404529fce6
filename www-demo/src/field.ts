// A field: its label, hint, what is said of it, and the control that reads and writes its value.
import { type Field, type Issue, type Messages, normalizeField } from 'kyc-rules';
import { controlOf, type Extra } from './control.js';
import { h, icon, say } from './dom.js';
import { language, said as spoken } from './language.js';
import { fieldAt, labelOf } from './locale.js';

/** The id of a field's first control, so that the error summary can lead to it. */
export const idOf = (path: string): string => `f-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`;

export interface FieldOptions extends Extra {
  messages?: Messages;
  /** In place of what the table gives. */
  label?: string;
  hint?: string | false;
  /** Before the id: fields of a gallery must not share theirs. */
  prefix?: string;
  changed?: (value: unknown, event: 'input' | 'change') => void;
}

export interface FieldView {
  element: HTMLElement;
  path: string;
  read(): unknown;
  write(value: unknown): void;
  /** Shows an issue beneath the label, or none. */
  tell(issue: Pick<Issue, 'severity' | 'message' | 'params'> | undefined): void;
  disable(): void;
}

/** How much of a row a field takes: what it holds says how long it is. */
const NARROW = new Set(['subdivision', 'postal_code']);
const DATES = new Set(['birth_date', 'expiration_date', 'issue_date']);

function hintOf(field: Field): string | undefined {
  if (DATES.has(field.rule ?? '')) {
    const date = field.example.split('-').map(Number).reverse().join(' ');
    // Digits alone have no direction: the day stands first where its box does.
    return spoken('For example, {0}', language.dir === 'rtl' ? `\u2067${date}\u2069` : date);
  }
  if (field.control === 'text' && field.rule !== 'name') return spoken('For example, {0}', field.example);
  return undefined;
}

export function fieldOf(path: string, options: FieldOptions = {}): FieldView {
  const field = fieldAt(path);
  const id = (options.prefix ?? '') + idOf(path);
  const control = controlOf(field, id, options);
  const text = options.label ?? labelOf(path, options.messages ?? {});
  const root = document.documentElement;
  const lang = language.tag === root.lang ? undefined : language.tag;
  const label = h(
    control.grouped ? 'legend' : 'label',
    { class: 'label', lang, ...(control.grouped ? {} : { for: id }) },
    text,
    field.presence === 'optional' && h('span', { class: 'optional' }, ' (optional)'),
  );
  const hintText = options.hint === false ? undefined : (options.hint ?? hintOf(field));
  const hint = hintText === undefined ? undefined : h('p', { class: 'hint', id: `${id}-hint` }, hintText);
  // Whoever hears the words does not see their colour.
  const kind = h('span', { class: 'visually-hidden' });
  const words = h('span', { lang });
  const mark = h('span', { class: 'mark' });
  const said = h('p', { class: 'say', id: `${id}-said`, hidden: true }, mark, kind, words);
  const note = control.note;
  if (note) note.id = `${id}-note`;
  const element = h(
    control.grouped ? 'fieldset' : 'div',
    {
      class: `field${NARROW.has(field.rule ?? '') ? ' narrow' : ''}`,
      lang: language.spoken === root.lang ? undefined : language.spoken,
      dir: language.dir === root.dir ? undefined : language.dir,
    },
    label,
    hint,
    said,
    h('div', { class: 'answer' }, control.element),
    note,
  );
  const describe = (extra: string[]) => {
    const target = control.grouped ? element : control.inputs[0];
    const ids = [hint?.id, ...extra, note?.id].filter((it) => it !== undefined);
    if (ids.length > 0) target?.setAttribute('aria-describedby', ids.join(' '));
    else target?.removeAttribute('aria-describedby');
  };
  describe([]);
  // What people write becomes what is sent as `bindForm` of the package does it: what it cannot read stays as it was written.
  const read = () => {
    const value = control.read();
    const sent =
      typeof value === 'string' ? normalizeField(path as Parameters<typeof normalizeField>[0], value) : value;
    return sent === '' ? undefined : sent;
  };
  for (const event of ['input', 'change'] as const) {
    element.addEventListener(event, () => options.changed?.(read(), event));
  }
  return {
    element,
    path,
    read,
    write: control.write,
    tell(issue) {
      const blocks = issue !== undefined && issue.severity !== 'warning';
      said.hidden = issue === undefined;
      // One voice at a time: what is to be mended, or what is known so far.
      if (note) note.hidden = issue !== undefined;
      said.className = `say ${issue?.severity ?? ''}`;
      mark.replaceChildren(icon(blocks ? 'alert' : 'info'));
      say(kind, issue === undefined ? '' : blocks ? (language.locale?.words.titlePrefix ?? 'Error: ') : 'Check: ');
      say(words, issue?.message ?? '');
      element.classList.toggle('has-error', blocks);
      element.classList.toggle('has-warning', issue !== undefined && !blocks);
      for (const input of control.inputs) {
        if (blocks) input.setAttribute('aria-invalid', 'true');
        else input.removeAttribute('aria-invalid');
      }
      control.point?.(blocks ? (issue.params.part as string | undefined) : undefined);
      describe(issue === undefined ? [] : [said.id]);
    },
    disable() {
      for (const input of control.inputs) input.setAttribute('disabled', '');
      element.classList.add('is-disabled');
    },
  };
}
