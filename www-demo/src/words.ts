// Sentences of the catalogue filled in as the package does, for views that show a code without an issue: limits get a likely value.
import type { Field, Locale } from 'kyc-rules';
import type { CodeRow } from './data.js';
import { language } from './language.js';
import { labelOf } from './locale.js';

/** A likely value for each limit a sentence may name. */
const LIKELY: Record<string, string> = {
  min: '18',
  max: '120',
  days: '30',
  count: '2',
  expected: 'text',
  suggestion: 'GB',
  example: '94102',
  at: '12',
  country: 'US',
  allowed: 'PASSPORT',
};

const NAMES: Record<string, string> = {
  text: 'Enter the {label}',
  choice: 'Select the {label}',
  image: 'Upload the {label}',
};

/** A label within a sentence: `Postal code` becomes `postal code`, `ZIP code` stays. */
function lowerFirst(label: string): string {
  const second = label.charAt(1);
  return second !== second.toLowerCase() ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The arguments of a template, of whatever case: a brace within an argument opens a case, and one within a case an argument. */
export function namesIn(template: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (let at = 0; at < template.length; at += 1) {
    if (template[at] === '}') depth -= 1;
    if (template[at] !== '{') continue;
    if (depth % 2 === 0) names.push(/^\s*(\w*)/.exec(template.slice(at + 1))?.[1] ?? '');
    depth += 1;
  }
  return names;
}

/** A sentence with the field's label and likely limits, as a language fills it. */
export function filled(
  template: string,
  label: string,
  of: Locale | undefined = undefined,
  limits: Record<string, string> = {},
): string {
  if (of?.format !== undefined) {
    const values = Object.entries(LIKELY).map(([name, value]) => [
      name,
      /^\d{1,3}$/.test(value) ? Number(value) : value,
    ]);
    return of.format(template, label, { ...Object.fromEntries(values), expected: 'string' }, of, 'employmentStatus');
  }
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'Label') return label;
    if (name === 'label') return lowerFirst(label);
    return limits[name] ?? LIKELY[name] ?? name;
  });
}

/** What a code says at a field. */
export function saidOf(row: CodeRow, field: Field): string {
  const { locale } = language;
  if (locale !== undefined) {
    const asked = locale.ask[field.path] ?? locale.ask[field.control];
    const template =
      row.code === 'required' && asked !== undefined
        ? asked
        : (locale.form[row.code as keyof Locale['form']] ?? row.form);
    return filled(template, labelOf(field.path, locale), locale);
  }
  const template = row.code === 'required' ? (NAMES[field.control] ?? row.form) : row.form;
  return filled(template, field.label, undefined, { example: field.example, max: String(field.maxLength ?? 120) });
}

const LETTERS: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  E: 'Ë',
  I: 'Ï',
  O: 'Ø',
  U: 'Ü',
  Y: 'Ÿ',
};

/** A sentence in no language: accents on every letter and two fifths longer, between brackets, its placeholders whole. */
function pseudo(template: string): string {
  const accented = template.replace(/\{\w+\}|[A-Za-z]/g, (part) => (part.length > 1 ? part : (LETTERS[part] ?? part)));
  return `[${accented}${' ·'.repeat(Math.ceil(template.length / 5))}]`;
}

/** The same in mirrored letters' company: a sentence that runs from right to left, its placeholders isolated. */
export function mirrored(template: string): string {
  return `\u2067${pseudo(template).replace(/\{\w+\}/g, (part) => `\u2068${part}\u2069`)}\u2069`;
}
