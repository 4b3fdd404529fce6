// The answers: a plain kycData object, read and written by path; and the tables beside the package.

import type { ChoiceWords } from 'kyc-rules';
import { language } from './language.js';

export type Data = Record<string, unknown>;

/** `documents[0].number` as its parts: `documents`, `0`, `number`. */
const parts = (path: string) => path.split(/[.[\]]+/).filter(Boolean);

/** What stands at a path. */
export function get(data: unknown, path: string): unknown {
  return parts(path).reduce<unknown>((holder, key) => (holder as Data | undefined)?.[key], data);
}

/** Puts a value at a path, or takes it away where it is `undefined`; an object with nothing left in it goes too. */
export function set(data: Data, path: string, value: unknown): void {
  const keys = parts(path);
  const last = keys.pop();
  if (last === undefined) return;
  const holders: [Data, string][] = [];
  let holder = data;
  for (const key of keys) {
    holders.push([holder, key]);
    holder[key] ??= {};
    holder = holder[key] as Data;
  }
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  for (const [outer, key] of holders.reverse()) {
    if (!Array.isArray(outer) && Object.keys(outer[key] as Data).length === 0) delete outer[key];
  }
}

export interface CountryRow {
  code: string;
  /** The lines of an address: A lines, D district, C city, S subdivision, Z postal code; `A/C S/Z` without the blanks. */
  lines: string;
  required: string;
  city: string;
  subdivision: string;
  postal?: string;
  postalExample?: string;
  /** By `nationalIdType`: what the number is called, an example, the input mode. */
  ids: Record<string, [label: string, example: string, inputMode: string]>;
  subdivisions?: [code: string, name: string][];
}

export interface SchemeRow {
  name: string;
  country: string;
  label: string;
  title: string;
  issuer: string;
  mask: string;
  example: string;
  strength: string;
  birthDate: boolean;
  /** Whether a page of the issuer or a law was read; else the source says what it agrees with. */
  verified: boolean;
  source: string;
}

export interface CodeRow {
  code: string;
  severity: 'error' | 'missing' | 'warning';
  form: string;
  api: string;
}

export interface RuleRow {
  rule: string;
  says: string;
  source: string;
  notChecked: string;
  codes: string[];
}

interface Tables {
  countries: CountryRow;
  schemes: SchemeRow;
  codes: CodeRow;
  rules: RuleRow;
}

const loaded = new Map<string, Promise<unknown>>();

/** A table of `data/`, fetched once. */
export function table<K extends keyof Tables>(name: K): Promise<Tables[K][]> {
  let rows = loaded.get(name);
  if (rows === undefined) {
    rows = fetch(new URL(`../data/${name}.json`, import.meta.url))
      .then((answer) => answer.json())
      .then((read: { rows: unknown[] }) => read.rows);
    loaded.set(name, rows);
  }
  return rows as Promise<Tables[K][]>;
}

/** What `names` calls a country; its code where that has no name for it. */
function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const namesIn = (tag: string): Intl.DisplayNames => new Intl.DisplayNames([tag], { type: 'region' });
const ENGLISH = namesIn('en');

/** The country's name in the reader's language. */
export const countryName = (() => {
  let [names, tag] = [ENGLISH, 'en'];
  return (code: string): string => {
    if (tag !== language.tag) [names, tag] = [namesIn(language.tag), language.tag];
    return named(names, code);
  };
})();

/** All that a country is looked for by: its code, and its name in the reader's language and in English. */
export const countryWords = (code: string): string => `${code} ${countryName(code)} ${named(ENGLISH, code)}`;

/** Values whose words are not their letters in lower case, as the package's English has them. */
const WORDS: Record<string, string> = {
  SSN: 'Social Security number',
  TIN: 'Taxpayer number',
  NATIONAL_ID: 'National ID',
  STATE_ID: 'State ID card',
  DRIVERS_LICENSE: 'Driver’s license',
  UNDER_10K: 'Under $10,000',
  '10K_TO_50K': '$10,000 to $50,000',
  '50K_TO_100K': '$50,000 to $100,000',
  OVER_100K: 'Over $100,000',
  UTILITY_BILL: 'Utility bill',
};

/** `SELF_EMPLOYED` as people read it, in English. */
export function wordsOf(value: string): string {
  const text = value.toLowerCase().replaceAll('_', ' ');
  return WORDS[value] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field's value as people read it, in the package's language: for the field itself. */
export function choiceOf(path: string, value: string): string {
  const said: Readonly<Record<string, string>> | undefined = language.locale?.choices[path as keyof ChoiceWords];
  return said?.[value] ?? wordsOf(value);
}

/** The same around the fields, where the form may be in English. */
export const answerIn = (path: string, value: string): string =>
  language.spoken === language.tag ? choiceOf(path, value) : wordsOf(value);
