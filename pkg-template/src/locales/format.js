// How a locale's templates are filled: labels as the language has them within a sentence, limits by its plurals.
import { byLocale } from '../by_locale.js';
import { format as icu } from '../icu.js';
import { lowerFirst } from '../lower.js';

/**
 * @param {string} template
 * @param {string} label the field's, alone
 * @param {Record<string, unknown>} params
 * @param {import('../../index.js').Messages} messages
 * @param {string} [path] the field's
 */
export function format(template, label, params, messages, path = '') {
  const { locale, direction, phrases } = messages;
  const [within = lowerFirst(label), first = upperFirst(within, locale)] = [phrases?.[path] ?? []].flat();
  const words = { Label: label, label: within, The: first };
  const shown = (name) => {
    const param = params[name] ?? '';
    return (
      words[name] ??
      (typeof param === 'number' ? written(param, locale) : isolated([param].flat().join(', '), direction))
    );
  };
  return icu(template, shown, (name) => params[name], locale);
}

const numbersOf = /* @__PURE__ */ byLocale((locale) => new Intl.NumberFormat(locale, { numberingSystem: 'latn' }));

/** A number with the language's separators; its digits are those the person types into the form, 0 to 9. */
function written(number, locale) {
  return globalThis.Intl ? numbersOf(locale).format(number) : String(number);
}

/** Latin text within a sentence that runs from right to left keeps its own direction. */
function isolated(text, direction) {
  return direction === 'rtl' && /[A-Za-z]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** A phrase that begins a sentence. */
function upperFirst(phrase, locale) {
  return phrase.charAt(0).toLocaleUpperCase(locale) + phrase.slice(1);
}
