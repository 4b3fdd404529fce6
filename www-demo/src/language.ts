// The language the page speaks. The form's labels and messages are the package's; the page's own words stand in the code in English,
// and words/LANGUAGE.json has what they become. What a catalogue lacks stays English.
import type { Locale } from 'kyc-rules';

export const language: {
  tag: string;
  dir: 'ltr' | 'rtl';
  /** The package's words; none for English, which it speaks by itself. */
  locale: Locale | undefined;
} = { tag: 'en', dir: 'ltr', locale: undefined };

let own: Readonly<Record<string, string>> = {};

/** The page's own catalogues. */
const CATALOGUES = ['ar'];

/** A text of the page in its language. */
export const t = (text: string): string => own[text] ?? text;

/** A text with values in it: `said('Step {0} of {1}', 2, 7)`. */
export const said = (text: string, ...values: readonly (string | number)[]): string =>
  t(text).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));

/** The languages of the package, English first, then by their own names. */
export async function languages(): Promise<[tag: string, name: string][]> {
  const answer = await fetch(new URL('../data/locales.json', import.meta.url));
  const { rows } = (await answer.json()) as { rows: string[] };
  const others = rows
    .filter((tag) => tag !== 'en' && /^[a-z]{2}(-[A-Za-z]+)*$/.test(tag))
    .map((tag): [string, string] => [tag, nativeName(tag)])
    .sort(([, a], [, b]) => a.localeCompare(b));
  return [['en', 'English'], ...others];
}

function nativeName(tag: string): string {
  if (tag === 'en-XA') return 'Pseudo, longer';
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** Speaks another language from now on; what is on the page has to be drawn again. */
export async function speak(tag: string): Promise<void> {
  const [locale, words] = await Promise.all([
    tag === 'en' ? undefined : (import(`kyc-rules/locales/${tag}.js`) as Promise<{ default: Locale }>),
    CATALOGUES.includes(tag)
      ? (fetch(new URL(`../words/${tag}.json`, import.meta.url)).then((it) => it.json()) as Promise<typeof own>)
      : {},
  ]);
  own = words;
  Object.assign(language, { tag, locale: locale?.default, dir: locale?.default.direction ?? 'ltr' });
  const root = document.documentElement;
  root.lang = CATALOGUES.includes(tag) ? tag : 'en';
  root.dir = language.dir;
}
