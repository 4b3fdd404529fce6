// The table as a form needs it.
import { LABELS } from './generated/en.js';
import { CUSTOMER_FIELDS, FIELDS } from './generated/tables.js';

const TYPES = { flag: 'boolean', object: 'object', list: 'array' };

function describe([path, control, rule, presence, holds, autocomplete, inputMode, example, documentTypes], at) {
  const field = {
    path,
    form: at < CUSTOMER_FIELDS ? 'customer' : 'kyc',
    label: LABELS[at],
    type: TYPES[control] ?? 'string',
    control,
    presence,
  };
  if (documentTypes !== undefined) field.documentTypes = documentTypes;
  if (Array.isArray(holds)) field.values = holds;
  else if (holds > 0) Object.assign(field, { rule, maxLength: holds });
  return Object.freeze(Object.assign(field, { autocomplete, inputMode, example }));
}

/** Every field, in form order. */
export const fields = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ FIELDS.map(describe));

const places = /* @__PURE__ */ new Map(/* @__PURE__ */ FIELDS.map(([path], at) => [path, at]));

/**
 * The field at a path: its place, and the document's index (-1 where the path has none).
 * `documents[0].number`, `documents.0.number` and `documents[].number` are read; `kycData.` may stand before.
 * @param {string} path
 */
export function find(path) {
  const parts = /^(?:kycData\.)?(.*)$/s.exec(String(path))?.[1] ?? '';
  const within = /^documents(?:\[(\d{0,5})\]|\.(\d{1,5}))(?:\.(\w+))?$/.exec(parts);
  const index = within === null ? undefined : (within[1] ?? within[2]);
  const name = within === null ? parts : within[3] === undefined ? 'documents' : `documents[].${within[3]}`;
  const place = places.get(name);
  if (place === undefined) throw new TypeError('there is no field of that path');
  return { place, index: index === undefined || index === '' ? -1 : +index };
}
