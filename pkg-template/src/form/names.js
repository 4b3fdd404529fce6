// What a control's name says: which field it holds, of which document, and which part of a date.
import { fields } from '#kyc';

const table = /* @__PURE__ */ new Map(/* @__PURE__ */ fields.map((field) => [field.path, field]));
const PARTS = ['day', 'month', 'year'];

/**
 * `documents[0].number`, `documents.0.number`, `kycData.phoneNumber`, `dateOfBirth.day`, `dateOfBirth-day`.
 * @param {string} name
 * @returns {{path: string, keys: (string | number)[], field: import('../../index.js').Field, part?: string} | undefined} nothing where
 * it names no field
 */
export function read(name) {
  const [, plain, part] = /^(?:kycData\.)?(.*?)(?:[-.](day|month|year))?$/s.exec(name) ?? [];
  const within = /^documents(?:\[(\d{1,5})\]|\.(\d{1,5}))\.(\w+)$/.exec(plain ?? '');
  const index = within === null ? undefined : +(within[1] ?? within[2]);
  const field = table.get(within === null ? plain : `documents[].${within[3]}`);
  if (field === undefined || (within === null && plain.includes('[]'))) return undefined;
  const [path, keys] =
    within === null ? [plain, plain.split('.')] : [`documents[${index}].${within[3]}`, ['documents', index, within[3]]];
  return { path, keys, field, part };
}

/** What a control holds: an element of ours may be named otherwise than by its path. */
export function fieldOf({ path, name } = {}) {
  const said = typeof path === 'string' ? path : name;
  return typeof said === 'string' ? read(said) : undefined;
}

/** The value in an object, by keys. */
export const at = (data, keys) => keys.reduce((holder, key) => holder?.[key], data);

/** Puts a value into an object, with what must stand around it. */
export function put(data, keys, value) {
  let holder = data;
  for (const [depth, key] of keys.slice(0, -1).entries()) {
    holder[key] ??= typeof keys[depth + 1] === 'number' ? [] : {};
    holder = holder[key];
  }
  holder[keys[keys.length - 1]] = value;
}

/**
 * A date out of its parts: as the rules want it where the month is a number, else as people write it; `normalize` reads both.
 * @param {Record<string, string>} parts
 */
export function dateOf(parts) {
  const [day, month, year] = PARTS.map((part) => (parts[part] ?? '').trim());
  if (day === '' && month === '' && year === '') return '';
  const two = (text) => text.padStart(2, '0');
  return /^\d*$/.test(month) ? `${year}-${two(month)}-${two(day)}` : `${day} ${month} ${year}`;
}

/** The parts of a date, as `dateOf` writes it. */
export function partsOf(date) {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year !== '') return { day, month, year };
  const [, first = '', second = '', last = ''] = /^(\S*) (.+) (\S*)$/.exec(date) ?? [];
  return { day: first, month: second, year: last };
}

/** What a browser and its autofill should know of a text control. */
export function attributesOf(field, part) {
  const { autocomplete, rule = '' } = field;
  return {
    // Only a date of birth has tokens for its parts.
    autocomplete: part === undefined || autocomplete === 'off' ? autocomplete : `${autocomplete}-${part}`,
    ...(field.inputMode !== '' && {
      inputmode: part === undefined && rule.endsWith('_date') ? 'text' : field.inputMode,
    }),
    ...(rule !== 'free_text' && { spellcheck: 'false' }),
    ...(part === undefined && rule === 'phone' && { type: 'tel' }),
    ...(rule === 'email' && { type: 'email' }),
  };
}
