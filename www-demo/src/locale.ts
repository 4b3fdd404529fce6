// What a country calls the parts of an address and its national ID, as labels of the form and of its messages.
import { type Field, fields, type Messages } from 'kyc-rules';
import type { CountryRow } from './data.js';
import { language } from './language.js';

const known = new Map<string, Messages>();
const NONE: Messages = {};

/** The labels a form uses for someone in that country. A catalogue must not change once it was used, so each is made once. */
export function messagesFor(
  country: CountryRow | undefined,
  idKind: string | undefined,
  issuer: CountryRow | undefined,
): Messages {
  // What a country calls its parts is known in English alone.
  if (language.locale !== undefined) return language.locale;
  const key = `${country?.code} ${issuer?.code} ${idKind}`;
  let messages = known.get(key);
  if (messages !== undefined) return messages;
  const labels: Record<string, string> = {};
  if (country !== undefined) {
    labels['address.city'] = country.city;
    labels['address.state'] = country.subdivision;
    labels['address.stateCode'] = country.subdivision;
    if (country.postal !== undefined) labels['address.postalCode'] = country.postal;
    if (country.lines.includes('D')) labels['address.addressLine2'] = 'District';
  }
  const id = issuer?.ids[idKind ?? 'NATIONAL_ID'];
  if (id !== undefined) labels.nationalIdNumber = id[0];
  messages = Object.keys(labels).length === 0 ? NONE : { labels };
  known.set(key, messages);
  return messages;
}

const byPath = new Map<string, Field>(fields.map((field) => [field.path, field]));

/** The row of the table for a path, with or without a document's index. */
export function fieldAt(path: string): Field {
  const field = byPath.get(path.replace(/\[\d+\]/, '[]'));
  if (field === undefined) throw new TypeError(`no field ${path}`);
  return field;
}

/** What a path is called in the form. */
export function labelOf(path: string, messages: Messages): string {
  const field = fieldAt(path);
  return messages.labels?.[field.path] ?? language.locale?.labels[field.path] ?? field.label;
}
