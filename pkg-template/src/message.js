// The words of a report: a template of the catalogue, filled with the field's label and the limits. Never a value.
import { ASK, FORM, LABELS, WHOLE } from './generated/en.js';
import { CODES, FIELDS, REQUIRED } from './generated/tables.js';
import { lowerFirst } from './lower.js';

/** No catalogue: the words that are built in. */
export const ENGLISH = {};

/**
 * What a form shows.
 * @param {number} field the field's place, or -1 for the payload itself
 * @param {number} code the code's place
 * @param {Record<string, unknown>} params the limits
 * @param {import('../index.js').Messages} [messages]
 */
export function formMessage(field, code, params, messages = ENGLISH) {
  const row = FIELDS[field];
  const label = row === undefined ? (messages.whole ?? WHOLE) : (messages.labels?.[row[0]] ?? LABELS[field]);
  return (messages.format ?? fill)(template(row, code, messages), label, params, messages, row?.[0]);
}

/**
 * What an API answers: the field's path and the reason.
 * @param {string} path
 * @param {number} code the code's place
 * @param {Record<string, unknown>} params
 * @param {import('../index.js').Messages} [messages]
 */
export function apiMessage(path, code, params, messages) {
  const words = messages?.api?.[CODES[code]];
  // English in this voice is no part of this entry: a server that wants it brings it.
  if (words === undefined) throw new TypeError("voice 'api': pass messages, of 'kyc-rules/locales/en' say");
  return `${path || 'kycData'} ${(messages.format ?? fill)(words, '', params, messages)}`;
}

function template(row, code, messages) {
  if (code === REQUIRED && row !== undefined) {
    const { ask } = messages;
    const said =
      ask?.[row[0]] ?? ask?.[row[1]] ?? (messages.form?.[CODES[code]] === undefined ? ASK[row[1]] : undefined);
    if (said !== undefined) return said;
  }
  return messages.form?.[CODES[code]] ?? FORM[code];
}

function fill(template, label, params) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    if (name === 'Label') return label;
    if (name === 'label') return lowerFirst(label);
    const param = params[name];
    return Array.isArray(param) ? param.join(', ') : String(param ?? '');
  });
}
