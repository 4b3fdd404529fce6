// Whether a text is Unicode: no half of a surrogate pair stands alone.

/** Without `\p{Cs}` and `u`: WebKit before Safari 16.4 finds halves in whole pairs by it, and Hermes knows neither. */
const ALONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;

export const isWellFormed =
  typeof String.prototype.isWellFormed === 'function' ? (text) => text.isWellFormed() : (text) => !ALONE.test(text);
