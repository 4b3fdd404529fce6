// What Intl makes for a locale, made once: making it takes longer than writing many messages.

/**
 * @template T
 * @param {(locale?: string) => T} make
 * @returns {(locale?: string) => T} the same, which keeps what it made last
 */
export function byLocale(make) {
  let made;
  let language;
  return (locale) => {
    if (made === undefined || language !== locale) {
      made = make(locale);
      language = locale;
    }
    return made;
  };
}
