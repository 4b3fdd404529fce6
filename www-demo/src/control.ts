// The controls: one line of text, a choice, yes or no, a date in three boxes, a phone number that is laid out as it is typed.
import { type Field, type FormWord, normalizeField, validateField } from 'kyc-rules';
import { phone, phoneAsYouType } from 'kyc-rules/phone';
import { choiceOf, countryName } from './data.js';
import { h, say } from './dom.js';
import { language, said } from './language.js';

export interface Control {
  element: HTMLElement;
  inputs: (HTMLInputElement | HTMLSelectElement)[];
  /** Whether it is several inputs under one legend. */
  grouped?: boolean;
  /** What is to be read beside it. */
  note?: HTMLElement;
  read(): unknown;
  write(value: unknown): void;
  /** Marks the wrong part of several. */
  point?(part: string | undefined): void;
}

export interface Extra {
  /** A list in place of free text: subdivisions of the country. */
  choices?: readonly (readonly [value: string, text: string])[];
  /** The country a phone number is read in where it has none of its own. */
  country?: string | undefined;
  inputMode?: string;
}

const DATES = new Set(['birth_date', 'expiration_date', 'issue_date']);

/** Countries by name: the codes that the rules take, named by the browser. */
export const countries = (() => {
  let [list, tag]: [[string, string][], string] = [[], ''];
  return (): [string, string][] => {
    if (tag === language.tag) return list;
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b));
    const taken = codes.filter(
      (code) => !validateField('address.country', code).some(({ severity }) => severity === 'error'),
    );
    const compare = new Intl.Collator(language.tag).compare;
    list = taken.map((code): [string, string] => [code, countryName(code)]).sort(([, a], [, b]) => compare(a, b));
    tag = language.tag;
    return list;
  };
})();

/** A word of the package's language, where it is not English. */
const word = (name: FormWord, english: string) => language.locale?.words[name] ?? english;

const stringOf = (value: unknown) => (typeof value === 'string' ? value : '');

function select(field: Field, id: string, options: readonly (readonly [string, string])[]): Control {
  const control = h(
    'select',
    { id, autocomplete: field.autocomplete },
    h('option', { value: '' }, 'Choose one'),
    options.map(([value, text]) => h('option', { value }, text)),
  );
  return {
    element: control,
    inputs: [control],
    read: () => (control.value === '' ? undefined : control.value),
    write: (value) => {
      const text = stringOf(value);
      // A value that a select does not offer is shown as such, not lost.
      const offered = [...control.options].some((option) => option.value === text);
      if (!offered) control.append(h('option', { value: text }, text));
      control.value = text;
    },
  };
}

/** A choice among a few, all in sight. */
function radios(id: string, options: readonly (readonly [value: string, text: string])[], row = false): Control {
  const inputs = options.map(([value], index) =>
    h('input', { type: 'radio', name: id, id: index === 0 ? id : `${id}-${index}`, value: undefined }),
  );
  options.forEach(([value], index) => {
    const input = inputs[index];
    if (input) input.value = value;
  });
  const labels = options.map(([, text], index) => h('label', { class: 'radio' }, inputs[index], h('span', {}, text)));
  return {
    element: h('div', { class: row ? 'choices row' : 'choices' }, labels),
    inputs,
    grouped: true,
    read: () => inputs.find((input) => input.checked)?.value,
    write: (value) => {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

function flag(id: string): Control {
  const control = radios(
    id,
    [
      ['true', word('yes', 'Yes')],
      ['false', word('no', 'No')],
    ],
    true,
  );
  return {
    ...control,
    read: () => ({ true: true, false: false })[String(control.read())],
    write: (value) => control.write(typeof value === 'boolean' ? String(value) : undefined),
  };
}

/** Three boxes, as people write dates; the value is a date as `bindForm` puts it together: a year stays as short as it was typed. */
function date(field: Field, id: string): Control {
  const birthday = field.autocomplete === 'bday';
  const box = (part: 'day' | 'month' | 'year', text: string, at: string) => {
    const input = h('input', {
      id: at,
      type: 'text',
      inputmode: 'numeric',
      autocomplete: birthday ? `bday-${part}` : 'off',
      // Room for a month’s name, and for a slip that is to be seen.
      maxlength: 12,
    });
    return { part, input, label: h('label', { class: `date-part ${part}` }, h('span', {}, text), input) };
  };
  const day = box('day', word('day', 'Day'), id);
  const month = box('month', word('month', 'Month'), `${id}-month`);
  const year = box('year', word('year', 'Year'), `${id}-year`);
  const boxes = [day, month, year];
  return {
    element: h(
      'div',
      { class: 'date' },
      boxes.map(({ label }) => label),
    ),
    inputs: boxes.map(({ input }) => input),
    grouped: true,
    read: () => {
      const [d = '', m = '', y = ''] = boxes.map(({ input }) => input.value.trim());
      if (d + m + y === '') return undefined;
      const two = (text: string) => text.padStart(2, '0');
      return /^\d*$/.test(m) ? `${y}-${two(m)}-${two(d)}` : `${d} ${m} ${y}`;
    },
    write: (value) => {
      const text = stringOf(value);
      const [, y = '', m = '', d = ''] = /^(\d*)-(\d*)-(.*)$/.exec(text) ?? [];
      const [, dd = d, mm = m, yy = y] = /^(\S*) (\S*) (\S*)$/.exec(text) ?? [];
      year.input.value = yy;
      month.input.value = mm.replace(/^0+/, '');
      day.input.value = dd.replace(/^0+/, '');
    },
    point: (wrong) => {
      // Where nobody said which: what is empty, or a year that is none yet.
      const isUnfit = ({ part, input: { value } }: typeof day) =>
        value.trim() === '' || (part === 'year' && value.trim().length !== 4);
      const some = wrong === undefined && boxes.some(isUnfit);
      for (const box of boxes) {
        const isWrong = wrong === undefined ? !some || isUnfit(box) : wrong === box.part;
        box.label.classList.toggle('is-wrong', isWrong);
      }
    },
  };
}

/** What is known so far of a number as it would be sent, in a few words: what would be refused is not called complete. */
function phoneNote(value: string): string {
  if (!value.startsWith('+')) return '';
  const { valid, region, possible } = phone(value);
  const place = region === undefined || region === '001' ? '' : countryName(region);
  if (valid && /^\+\d+$/.test(value)) {
    return place === '' ? 'A complete number' : said('{0}, a complete number', place);
  }
  return place === '' || valid || possible ? '' : said('{0}: go on', place);
}

/** Laid out as it is typed; the value is what stands there, which `normalizeField` makes E.164 as soon as it is a number. */
function phoneControl(field: Field, id: string, { country }: Extra): Control {
  const control = h('input', {
    id,
    type: 'tel',
    inputmode: 'tel',
    autocomplete: field.autocomplete,
    maxlength: 60,
    class: 'phone',
    dir: 'ltr',
  });
  const note = h('p', { class: 'note' });
  const tell = () => say(note, phoneNote(normalizeField('phoneNumber', control.value)));
  const layOut = phoneAsYouType(country);
  control.addEventListener('input', () => {
    const caret = control.selectionStart ?? control.value.length;
    const laid = layOut(control.value, caret);
    if (laid.text !== control.value) {
      control.value = laid.text;
      control.setSelectionRange(laid.caret, laid.caret);
    }
    tell();
  });
  return {
    element: control,
    inputs: [control],
    note,
    read: () => (control.value === '' ? undefined : control.value),
    write: (value) => {
      const text = stringOf(value);
      control.value = /^\+\d+$/.test(text) ? layOut(text, text.length).text : text;
      tell();
    },
  };
}

function line(field: Field, id: string, { inputMode }: Extra): Control {
  const control = h('input', {
    id,
    type: 'text',
    autocomplete: field.autocomplete,
    // A street of one script in a form of another runs its own way.
    dir: 'auto',
    inputmode: inputMode ?? (field.inputMode || 'text'),
    maxlength: (field.maxLength ?? 200) + 50,
    spellcheck: 'false',
  });
  return {
    element: control,
    inputs: [control],
    read: () => (control.value === '' ? undefined : control.value),
    write: (value) => {
      control.value = stringOf(value);
    },
  };
}

/** A choice of more than this many goes into a list. */
const MOST_RADIOS = 5;

export function controlOf(field: Field, id: string, extra: Extra): Control {
  if (extra.choices !== undefined) return select(field, id, extra.choices);
  if (field.control === 'flag') return flag(id);
  if (field.values !== undefined) {
    const options = field.values.map((value) => [value, choiceOf(field.path, value)] as const);
    return options.length > MOST_RADIOS ? select(field, id, options) : radios(id, options);
  }
  if (field.control === 'choice') return select(field, id, countries());
  if (DATES.has(field.rule ?? '')) return date(field, id);
  if (field.rule === 'phone') return phoneControl(field, id, extra);
  return line(field, id, extra);
}
