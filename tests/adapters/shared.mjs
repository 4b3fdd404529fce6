// What every adapter's test asks: the sample with two slips, and the same put right.
import { readFileSync } from 'node:fs';
import { schema } from 'kyc-rules';

export const TODAY = { today: '2026-01-31' };
export const sample = () => JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));

/** A phone number that is none, and a document without its number. */
export function slips() {
  const data = sample();
  data.phoneNumber = '555';
  data.documents[0].number = '';
  return data;
}

/** Written as people write: canonical only once it is normalized. */
export function casual() {
  return { ...sample(), phoneNumber: '+1 (415) 555-1234' };
}

export const strict = schema(TODAY);
export const forms = schema({ ...TODAY, normalize: true });

const words = new Map(
  strict['~standard'].validate(slips()).issues.map(({ path, message }) => [path.join('.'), message]),
);
export const PHONE = words.get('phoneNumber');
export const NUMBER = words.get('documents.0.number');
