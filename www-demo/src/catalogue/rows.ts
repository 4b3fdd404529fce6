// The catalogue of a language: its words by key, the rows they stand in beside English, and what a translation must keep.
import { fields, type Locale } from 'kyc-rules';
import type { CodeRow } from '../data.js';
import { mirrored, namesIn } from '../words.js';

export interface Row {
  key: string;
  kind: string;
  english: string;
}

export type Catalogue = Map<string, string>;

export const NATIVE: Record<string, string> = { 'en-XA': 'Pseudo, longer', 'en-XB': 'Pseudo, right to left' };

export const nameOf = (locale: string): string => {
  if (NATIVE[locale] !== undefined) return NATIVE[locale];
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale;
};

/** The languages that the package has. */
export async function packaged(): Promise<string[]> {
  const answer = await fetch(new URL('../../data/locales.json', import.meta.url));
  const { rows } = (await answer.json()) as { rows: string[] };
  return rows.filter((name) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(name) && name !== 'en');
}

/** A language of the package; none for the mirrored one, which is made here. */
export async function languageOf(locale: string): Promise<Locale | undefined> {
  if (locale === 'en-XB') return undefined;
  return ((await import(`kyc-rules/locales/${locale}.js`)) as { default: Locale }).default;
}

/** A language's own words, by key. */
export function wordsOf(language: Locale | undefined, rows: readonly Row[]): Catalogue {
  if (language === undefined) return new Map(rows.map(({ key, english }) => [key, mirrored(english)]));
  return new Map<string, string>([
    ...Object.entries(language.form),
    ...around(language),
    ...Object.entries(language.api).map(([code, text]): [string, string] => [`api:${code}`, text]),
    ...Object.entries(language.labels).map(([path, text]): [string, string] => [`label:${path}`, text]),
  ]);
}

/** What a language has around the sentences: what the summary and the boxes are called, how it asks, how a label stands in a sentence. */
const around = ({ whole, words, ask, phrases = {} }: Locale): [key: string, text: string][] => [
  ['whole', whole],
  ...Object.entries(words).map(([name, text]): [string, string] => [`word:${name}`, text]),
  ...Object.entries(ask).map(([name, text]): [string, string] => [`ask:${name}`, text]),
  ...Object.entries(phrases).flatMap(([path, text]): [string, string][] =>
    typeof text === 'string' ? [[`phrase:${path}`, text]] : text.map((one, at) => [`phrase:${path}#${at}`, one]),
  ),
];

/** The kinds of those, by what stands before the colon. */
const KINDS: Record<string, string> = { word: 'word', ask: 'asks', phrase: 'phrase', whole: 'word' };

/** Their rows: English has all but the phrases, which are its labels with a small letter. */
function aroundRows(english: Locale, other: Locale | undefined): Row[] {
  const own = new Map(around(english));
  const both = new Map([...own, ...(other === undefined ? [] : around(other))]);
  return [...both.keys()].map((key) => {
    const [kind = '', name = ''] = key.split(':');
    const label = english.labels[name as keyof Locale['labels']] ?? english.ask[name as never] ?? '';
    return { key, kind: KINDS[kind] ?? kind, english: own.get(key) ?? label };
  });
}

export const rowsOf = (codes: readonly CodeRow[], english: Locale, other: Locale | undefined): Row[] => [
  ...codes.map(({ code, severity, form }) => ({ key: code, kind: severity, english: form })),
  ...aroundRows(english, other),
  ...fields.map(({ path, label }) => ({ key: `label:${path}`, kind: 'label', english: label })),
  ...codes.map(({ code, api }) => ({ key: `api:${code}`, kind: 'api', english: api })),
];

/** The placeholders a translation must keep. `{Label}` and `{label}` are one. */
const placeholders = (text: string) =>
  new Set(namesIn(text).map((name) => (name === 'The' ? 'label' : name.toLowerCase())));

export function faultOf(english: string, text: string): string {
  const lost = [...placeholders(english)].filter((name) => name !== 'label' && !placeholders(text).has(name));
  const strange = [...placeholders(text)].filter((name) => !placeholders(english).has(name) && name !== 'label');
  if (lost.length > 0) return `{${lost[0]}} is missing`;
  return strange.length > 0 ? `{${strange[0]}} is not filled in here` : '';
}
