// The guide's lists, its shapes as a careful developer would write them, and the words of each mistake.
export const ID_TYPES = ['SSN', 'TIN', 'NATIONAL_ID'];
export const EMPLOYMENT = ['EMPLOYED', 'SELF_EMPLOYED', 'UNEMPLOYED', 'RETIRED', 'STUDENT'];
export const FUNDS = ['EMPLOYMENT', 'BUSINESS', 'INVESTMENTS', 'INHERITANCE', 'SAVINGS'];
export const PURPOSES = ['PERSONAL_USE', 'BUSINESS_USE', 'INVESTMENT'];
export const VOLUMES = ['UNDER_10K', '10K_TO_50K', '50K_TO_100K', 'OVER_100K'];
export const PHOTO_IDS = ['PASSPORT', 'DRIVERS_LICENSE', 'NATIONAL_ID', 'RESIDENCE_PERMIT', 'STATE_ID'];
export const PROOFS = ['UTILITY_BILL', 'BANK_STATEMENT', 'LEASE_AGREEMENT'];

export const E164 = /^\+[1-9]\d{1,14}$/;
export const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
export const HTTPS = /^https:\/\//;
export const SSN = /^(?!000|666|9)\d{3}-?(?!00)\d{2}-?(?!0000)\d{4}$/;
export const ZIP = /^\d{5}(-\d{4})?$/;
export const POSTAL = /^[A-Z0-9][A-Z0-9 -]{1,9}$/i;
export const STATE = /^[A-Z0-9]{1,3}$/;
export const LOCALE = /^[a-z]{2,3}(-[A-Z]{2})?$/;
export const NAME = /^(?=.*\p{L})[\p{L}\p{M} .'’-]+$/u;
export const DOCUMENT_NUMBER = /^[A-Z0-9 -]{4,24}$/i;
export const NATIONAL_ID = /^[A-Z0-9 ./-]{4,24}$/i;

export const SAY = {
  required: 'Enter this',
  text: 'Enter between 1 and 100 characters',
  name: 'Enter letters, spaces, hyphens and apostrophes',
  phone: 'Enter a phone number with its country code, like +44 20 7946 0958',
  date: 'Enter a real date, like 1985-07-24',
  adult: 'You must be at least 18 years old',
  country: 'Enter a 2-letter country code, like FR',
  state: 'Enter the state code, like NY',
  zip: 'Enter a ZIP code, like 60601',
  postal: 'Enter a postal code',
  locale: 'Enter a language and region, like fr-CA',
  ssn: 'Enter a Social Security number, of nine digits',
  nationalId: 'Enter the number on your ID',
  choice: 'Choose one from the list',
  flag: 'Choose yes or no',
  number: 'Enter the number on the document',
  expired: 'This document has expired',
  future: 'This date must be in the past',
  https: 'Enter a link that starts with https://',
  photoId: 'Add at least one photo ID',
};

/** `documents[0].type` of `['documents', 0, 'type']`. */
export const pathOf = (keys) =>
  keys.reduce((path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : `${key}`), '');
