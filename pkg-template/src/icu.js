// The part of ICU MessageFormat that catalogues are written in: `{name}`, `{name, plural, =0 {…} one {… # …} other {…}}`,
// `{name, select, a {…} other {…}}`, and apostrophes that quote braces. docs/locales.md says it to translators.

import { byLocale } from './by_locale.js';

const ARGUMENT = /\s*(\w+)\s*(?:,\s*(plural|select)\s*,)?\s*/y;
const CASE = /\s*(=\d+|\w+)\s*\{/y;

/**
 * @param {string} pattern
 * @param {(name: string) => string} shown what stands for an argument
 * @param {(name: string) => unknown} value the argument itself, to choose by
 * @param {string} [locale] whose plurals
 */
export function format(pattern, shown, value, locale) {
  let at = 0;

  /** @param {RegExp} part */
  function match(part) {
    part.lastIndex = at;
    const found = part.exec(pattern);
    if (found !== null) at = part.lastIndex;
    return found;
  }

  /** Text up to the brace that ends it. @param {string} [number] the argument that `#` stands for */
  function text(number) {
    let out = '';
    while (at < pattern.length && pattern[at] !== '}') {
      const sign = pattern[at++];
      if (sign === '{') out += argument(number);
      else if (sign === '#' && number !== undefined) out += shown(number);
      else if (sign !== "'") out += sign;
      else if (pattern[at] === "'") out += pattern[at++];
      else if (pattern[at] === '{' || pattern[at] === '}') {
        const end = pattern.indexOf("'", at);
        out += pattern.slice(at, end < 0 ? undefined : end);
        at = end < 0 ? pattern.length : end + 1;
      } else out += sign;
    }
    return out;
  }

  /** @param {string} [number] */
  function argument(number) {
    const [, name, kind] = match(ARGUMENT) ?? [];
    let out = kind === undefined ? shown(name) : '';
    if (kind !== undefined) {
      const chosen = String(value(name));
      const plural = kind === 'plural';
      const category = plural ? categoryOf(+chosen, locale) : chosen;
      let rank = 0;
      for (let of = match(CASE); of !== null; of = match(CASE)) {
        const said = text(plural ? name : number);
        at++;
        const fits = plural && of[1] === `=${+chosen}` ? 3 : of[1] === category ? 2 : of[1] === 'other' ? 1 : 0;
        if (fits > rank) {
          rank = fits;
          out = said;
        }
      }
      match(/\s*/y);
    }
    at++;
    return out;
  }

  return text();
}

const rulesOf = /* @__PURE__ */ byLocale((locale) => new Intl.PluralRules(locale));

/** The plural category of a number; a runtime without Intl (an older React Native) has every language say `other`. */
function categoryOf(number, locale) {
  return globalThis.Intl?.PluralRules ? rulesOf(locale).select(number) : 'other';
}
