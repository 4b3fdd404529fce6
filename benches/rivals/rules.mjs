// What a careful developer imports and shares between forms, whichever schema library is on top: phones by libphonenumber-js,
// dates by date-fns, countries by i18n-iso-countries. Only lean.mjs goes without.
import { differenceInYears, isBefore, isFuture, isValid, parseISO, startOfToday } from 'date-fns';
import countries from 'i18n-iso-countries';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { E164, HTTPS, ISO_DATE, PHOTO_IDS, SSN, ZIP } from './words.mjs';

export * from './words.mjs';

const CODES = new Set(Object.keys(countries.getAlpha2Codes()));

export const isCountry = (code) => CODES.has(code);
export const isPhone = (number) => E164.test(number) && isValidPhoneNumber(number);
export const isDate = (text) => ISO_DATE.test(text) && isValid(parseISO(text));
export const isAdult = (born) => {
  const age = differenceInYears(new Date(), parseISO(born));
  return age >= 18 && age <= 120;
};
export const isUnexpired = (date) => !isBefore(parseISO(date), startOfToday());
export const isPast = (date) => !isFuture(parseISO(date));
export const isHttps = (text) => HTTPS.test(text) && URL.canParse(text);
export const isSsn = (text) => SSN.test(text);
export const isZip = (text) => ZIP.test(text);
export const isPhotoId = (document) => PHOTO_IDS.includes(document?.type);
