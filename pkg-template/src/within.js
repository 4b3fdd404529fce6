// One object, list or document of the payload, judged with all it holds.
import { FIELDS } from './generated/tables.js';
import { pick } from './index.js';

/** Whether a field of that place holds fields. */
export const holds = (place) => /object|list/.test(FIELDS[place][1]);

/** The data with a value in its place; a document stands alone. What throws on reading does so where the data is read. */
export const around = (place, index, value, data) => ({
  toJSON() {
    const own = { [FIELDS[place][0]]: index < 0 ? value : [value] };
    // It comes first, since of a key said twice the first one stands.
    return { ...own, ...data, ...own };
  },
});

/**
 * @param {number} place the field's
 * @param {number} index the document's, or -1
 * @param {unknown} value
 * @param {import('../index.js').FieldOptions} options
 */
export function within(place, index, value, options) {
  const report = pick([FIELDS[place][0]]).validate(around(place, index, value, options.data), options);
  if (index >= 0) {
    // The one that was judged stood first.
    const at = (text) => text.replace('0', String(index));
    report.issues = report.issues
      // What the list lacks is no fault of one document, nor what else the data has.
      .filter(({ pointer, severity }) => (pointer === '' ? severity === 'error' : pointer !== '/documents'))
      .map((issue) => ({ ...issue, path: at(issue.path), pointer: at(issue.pointer) }));
  }
  return report;
}
