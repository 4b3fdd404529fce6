// A control for each field, made from the table. A control reads and writes one value; what is said of it is shown beneath it.
import { validateField } from './kyc-rules/index.js';

/** The id of a field's first control, so that the error summary can lead to it. */
export const idOf = (path) => `f-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`;

/** An element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== 'list' && name !== 'form') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const DATES = new Set(['birth_date', 'expiration_date', 'issue_date']);

/** Countries by name, in the reader's language: the codes that the rules take, named by the browser. */
const countries = (() => {
  let list;
  return () => {
    if (list) return list;
    const names = new Intl.DisplayNames([document.documentElement.lang], { type: 'region' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b));
    const taken = codes.filter((code) => !validateField('address.country', code).some(({ severity }) => severity === 'error'));
    list = taken.map((code) => [code, names.of(code)]).sort(([, a], [, b]) => a.localeCompare(b));
    return list;
  };
})();

/** `SELF_EMPLOYED` as people read it. */
const words = (value) => {
  const text = value.toLowerCase().replaceAll('_', ' ').replace('10k', '10,000').replace('50k', '50,000').replace('100k', '100,000');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

function select(field, id, options) {
  const control = make('select', { id, autocomplete: field.autocomplete });
  control.append(make('option', { value: '', textContent: 'Choose' }));
  for (const [value, text] of options) control.append(make('option', { value, textContent: text }));
  return control;
}

/** A control that is one element with a value. */
function single(control) {
  return {
    element: control,
    inputs: [control],
    read: () => (control.value === '' ? undefined : control.value),
    write: (value) => {
      const text = typeof value === 'string' ? value : '';
      // A value that a select does not offer is shown as such, not lost.
      if (control.tagName === 'SELECT' && text !== '' && ![...control.options].some((option) => option.value === text)) {
        control.append(make('option', { value: text, textContent: text }));
      }
      control.value = text;
    },
  };
}

function flag(field, id) {
  const radio = (value, text, at) => {
    const input = make('input', { type: 'radio', name: id, value, id: at });
    return [input, make('label', { className: 'radio' }, input, text)];
  };
  const [yes, yesLabel] = radio('true', 'Yes', id);
  const [no, noLabel] = radio('false', 'No', `${id}-no`);
  return {
    element: make('div', { className: 'choices' }, yesLabel, noLabel),
    inputs: [yes, no],
    grouped: true,
    read: () => (yes.checked ? true : no.checked ? false : undefined),
    write: (value) => {
      yes.checked = value === true;
      no.checked = value === false;
    },
  };
}

/** Three boxes, as people write dates; the value is the ISO date of what stands in them. */
function date(field, id) {
  const birthday = field.autocomplete === 'bday';
  const box = (part, text, at) => {
    const input = make('input', {
      id: at,
      type: 'text',
      inputMode: 'numeric',
      autocomplete: birthday ? `bday-${part}` : 'off',
      maxLength: part === 'year' ? 4 : 2,
    });
    return [input, make('label', { className: `date-part ${part}` }, text, input)];
  };
  const [day, dayLabel] = box('day', 'Day', id);
  const [month, monthLabel] = box('month', 'Month', `${id}-month`);
  const [year, yearLabel] = box('year', 'Year', `${id}-year`);
  const boxes = [day, month, year];
  return {
    element: make('div', { className: 'date' }, dayLabel, monthLabel, yearLabel),
    inputs: boxes,
    grouped: true,
    read: () => {
      if (boxes.every((input) => input.value.trim() === '')) return undefined;
      const pad = (text, width) => text.trim().padStart(width, '0');
      return `${pad(year.value, 4)}-${pad(month.value, 2)}-${pad(day.value, 2)}`;
    },
    write: (value) => {
      const [, y = '', m = '', d = ''] = /^(\d+)-(\d+)-(\d+)$/.exec(value ?? '') ?? [];
      [year.value, month.value, day.value] = [y, m.replace(/^0/, ''), d.replace(/^0/, '')];
    },
    /** Marks the wrong part where the rules name one, else all of them. */
    point: (part) => {
      for (const [label, name] of [[dayLabel, 'day'], [monthLabel, 'month'], [yearLabel, 'year']]) {
        label.classList.toggle('is-wrong', part === undefined || part === name);
      }
    },
  };
}

function controlOf(field, id) {
  if (field.control === 'flag') return flag(field, id);
  if (field.values) return single(select(field, id, field.values.map((value) => [value, words(value)])));
  if (field.rule === 'country') return single(select(field, id, countries()));
  if (DATES.has(field.rule)) return date(field, id);
  const control = make('input', { id, type: 'text', autocomplete: field.autocomplete, inputMode: field.inputMode || 'text' });
  control.maxLength = field.maxLength + 50;
  if (/name/i.test(field.path)) control.spellcheck = false;
  return single(control);
}

const WIDE = new Set(['https_url', 'address_line']);

/**
 * A field with its label, hint and room for what is said of it.
 * @returns {{element: HTMLElement, path: string, read: () => unknown, write: (value: unknown) => void, say: (issue?: object) => void}}
 */
export function fieldOf(field, path, changed) {
  const id = idOf(path);
  const control = controlOf(field, id);
  const label = make(control.grouped ? 'legend' : 'label', { className: 'label' }, field.label);
  if (!control.grouped) label.htmlFor = id;
  if (field.presence === 'optional') label.append(make('span', { className: 'optional' }, ' (optional)'));
  const element = make(control.grouped ? 'fieldset' : 'div', { className: `field${WIDE.has(field.rule) ? ' wide' : ''}` }, label);
  const described = [];
  if (field.control === 'text' || field.control === 'image') {
    const example = DATES.has(field.rule) ? field.example.split('-').map(Number).reverse().join(' ') : field.example;
    element.append(make('p', { className: 'hint', id: `${id}-hint` }, `For example, ${example}`));
    described.push(`${id}-hint`);
  }
  const said = make('p', { id: `${id}-said`, hidden: true });
  element.append(said, control.element);
  const describe = (ids) => {
    const target = control.grouped ? element : control.inputs[0];
    if (ids.length > 0) target.setAttribute('aria-describedby', ids.join(' '));
    else target.removeAttribute('aria-describedby');
  };
  describe(described);
  element.addEventListener('input', () => changed(path, control.read(), 'input'));
  element.addEventListener('change', () => changed(path, control.read(), 'change'));
  return {
    element,
    path,
    read: control.read,
    write: control.write,
    say: (issue) => {
      const blocks = issue !== undefined && issue.severity !== 'warning';
      said.hidden = issue === undefined;
      said.className = `say ${issue?.severity ?? ''}`;
      said.textContent = issue?.message ?? '';
      if (blocks) said.prepend(make('span', { className: 'visually-hidden' }, 'Error: '));
      element.classList.toggle('has-error', blocks);
      for (const input of control.inputs) {
        if (blocks) input.setAttribute('aria-invalid', 'true');
        else input.removeAttribute('aria-invalid');
      }
      control.point?.(blocks ? issue.params.part : undefined);
      describe(issue === undefined ? described : [...described, said.id]);
    },
  };
}
