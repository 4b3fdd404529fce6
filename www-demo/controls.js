// A control for each field, made from the table. A control reads and writes one value; what is said of it is shown beneath it.
import { make, say } from './dom.js';
import { validateField } from './kyc-rules/index.js';

/** The id of a field's first control, so that the error summary can lead to it. */
export const idOf = (path) => `f-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`;

const DATES = new Set(['birth_date', 'expiration_date', 'issue_date']);

/** Countries by name, in the reader's language: the codes that the rules take, named by the browser. */
const countries = (() => {
  let list;
  return () => {
    if (list) return list;
    const names = new Intl.DisplayNames([document.documentElement.lang], { type: 'region' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b));
    const taken = codes.filter(
      (code) => !validateField('address.country', code).some(({ severity }) => severity === 'error'),
    );
    list = taken.map((code) => [code, names.of(code)]).sort(([, a], [, b]) => a.localeCompare(b));
    return list;
  };
})();

/** Values whose words are not their letters in lower case. */
const WORDS = {
  SSN: 'Social Security number (SSN)',
  TIN: 'Taxpayer identification number (TIN)',
  NATIONAL_ID: 'National ID',
  STATE_ID: 'State ID card',
  DRIVERS_LICENSE: 'Driver’s license',
  UNDER_10K: 'Under $10,000',
  '10K_TO_50K': '$10,000 to $50,000',
  '50K_TO_100K': '$50,000 to $100,000',
  OVER_100K: 'Over $100,000',
};

/** `SELF_EMPLOYED` as people read it. */
function wordsOf(value) {
  const text = value.toLowerCase().replaceAll('_', ' ');
  return WORDS[value] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

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
      if (
        control.tagName === 'SELECT' &&
        text !== '' &&
        ![...control.options].some((option) => option.value === text)
      ) {
        control.append(make('option', { value: text, textContent: text }));
      }
      control.value = text;
    },
  };
}

function flag(id) {
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
      for (const [label, name] of [
        [dayLabel, 'day'],
        [monthLabel, 'month'],
        [yearLabel, 'year'],
      ]) {
        label.classList.toggle('is-wrong', part === undefined || part === name);
      }
    },
  };
}

function controlOf(field, id) {
  if (field.control === 'flag') return flag(id);
  if (field.values)
    return single(
      select(
        field,
        id,
        field.values.map((value) => [value, wordsOf(value)]),
      ),
    );
  if (field.control === 'choice') return single(select(field, id, countries()));
  if (DATES.has(field.rule)) return date(field, id);
  const control = make('input', {
    id,
    type: 'text',
    autocomplete: field.autocomplete,
    inputMode: field.inputMode || 'text',
  });
  control.maxLength = field.maxLength + 50;
  if (/name/i.test(field.path)) control.spellcheck = false;
  return single(control);
}

/** How much of a row a field takes: what it holds says how long it is. */
const WIDE = new Set(['https_url', 'address_line', 'mrz']);
const NARROW = new Set(['subdivision', 'postal_code']);
const widthOf = ({ rule }) => (WIDE.has(rule) ? ' wide' : NARROW.has(rule) ? ' narrow' : '');

/** What a field holds, for people: the table's example, a date as its three boxes take it. */
const exampleOf = ({ rule, example }) =>
  DATES.has(rule) ? example.split('-').map(Number).reverse().join(' ') : example;

/**
 * A field with its label, hint and room for what is said of it.
 * @param {object} field a row of the table
 * @param {string} path its path, with the document's index
 * @param {(value: unknown, event: string) => void} changed
 */
export function fieldOf(field, path, changed) {
  const id = idOf(path);
  const control = controlOf(field, id);
  const label = make(control.grouped ? 'legend' : 'label', { className: 'label' }, field.label);
  if (!control.grouped) label.htmlFor = id;
  if (field.presence === 'optional') label.append(make('span', { className: 'optional' }, ' (optional)'));
  // Whoever hears the words does not see their colour.
  const kind = make('span', { className: 'visually-hidden' });
  const words = make('span');
  const said = make('p', { id: `${id}-said`, hidden: true }, kind, words);
  const answer = make('div', { className: 'answer' }, control.element);
  const element = make(
    control.grouped ? 'fieldset' : 'div',
    { className: `field${widthOf(field)}` },
    label,
    said,
    answer,
  );
  const described = [];
  if (field.control === 'text' || field.control === 'image') {
    label.after(make('p', { className: 'hint', id: `${id}-hint` }, `For example, ${exampleOf(field)}`));
    described.push(`${id}-hint`);
  }
  const describe = (ids) => {
    const target = control.grouped ? element : control.inputs[0];
    if (ids.length > 0) target.setAttribute('aria-describedby', ids.join(' '));
    else target.removeAttribute('aria-describedby');
  };
  describe(described);
  for (const event of ['input', 'change']) {
    element.addEventListener(event, () => changed(control.read(), event));
  }
  return {
    element,
    path,
    write: control.write,
    /** Shows an issue beneath the label, or none. */
    say: (issue) => {
      const blocks = issue !== undefined && issue.severity !== 'warning';
      said.hidden = issue === undefined;
      said.className = `say ${issue?.severity ?? ''}`;
      say(kind, blocks ? 'Error: ' : '');
      say(words, issue?.message ?? '');
      element.classList.toggle('has-error', blocks);
      element.classList.toggle('has-warning', issue !== undefined && !blocks);
      for (const input of control.inputs) {
        if (blocks) input.setAttribute('aria-invalid', 'true');
        else input.removeAttribute('aria-invalid');
      }
      control.point?.(blocks ? issue.params.part : undefined);
      describe(issue === undefined ? described : [...described, said.id]);
    },
  };
}
