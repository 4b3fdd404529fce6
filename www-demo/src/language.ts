// The language the page speaks. The form's labels and messages are the package's; the words of the page stand in the code in English,
// and words/LANGUAGE.json has what they become: all of them, or those that a customer meets in the form and no others. What a catalogue
// lacks stays English, and is marked as such.
import type { Locale } from 'kyc-rules';

export const language: {
  tag: string;
  dir: 'ltr' | 'rtl';
  /** The package's words; none for English, which it speaks by itself. */
  locale: Locale | undefined;
  /** The language of the form's own words: its buttons, its steps, its choices. */
  spoken: string;
  /** Whether the catalogue has the form's words alone, so that the page around it stays English. */
  isPart: boolean;
} = { tag: 'en', dir: 'ltr', locale: undefined, spoken: 'en', isPart: false };

interface Catalogue {
  /** All the words of the page, or those of the customer's form alone. */
  part: 'page' | 'form';
  words: Readonly<Record<string, string>>;
}

let own: Catalogue['words'] = {};

/** The page's own catalogues: none has been reviewed by anybody fluent. */
const CATALOGUES = ['ar', 'de', 'es', 'fr', 'he', 'it', 'nl', 'pl', 'pt-BR'];

/** A text of the page in its language. */
export const t = (text: string): string => own[text] ?? text;

/** The language a text of the page is in, where its surroundings are the form's. */
export const langOf = (text: string): string | undefined => (own[text] === undefined ? 'en' : undefined);

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
  const [locale, catalogue] = await Promise.all([
    tag === 'en' ? undefined : (import(`kyc-rules/locales/${tag}.js`) as Promise<{ default: Locale }>),
    CATALOGUES.includes(tag)
      ? (fetch(new URL(`../words/${tag}.json`, import.meta.url)).then((it) => it.json()) as Promise<Catalogue>)
      : undefined,
  ]);
  own = catalogue?.words ?? {};
  const spoken = catalogue === undefined ? 'en' : tag;
  const isPart = catalogue?.part === 'form';
  Object.assign(language, { tag, locale: locale?.default, dir: locale?.default.direction ?? 'ltr', spoken, isPart });
  // What the page itself speaks: where its words are English, it runs their way, and only the form runs the other.
  const root = document.documentElement;
  root.lang = isPart ? 'en' : spoken;
  root.dir = catalogue?.part === 'page' ? language.dir : 'ltr';
}

/** The language an address asks for: `?lang=de`. */
export const wanted = (): string => new URLSearchParams(location.search).get('lang') ?? 'en';

/** Puts the language into the address, so that it is kept over a reload and goes with a link. */
export function keep(): void {
  const address = new URL(location.href);
  if (language.tag === 'en') address.searchParams.delete('lang');
  else address.searchParams.set('lang', language.tag);
  history.replaceState(history.state, '', address);
}
