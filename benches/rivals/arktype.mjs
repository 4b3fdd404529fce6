// arktype 2.
import { type } from 'arktype';
import * as rules from './rules.mjs';

const { SAY } = rules;
const text = type('1 <= string <= 100').narrow((it, ctx) => it.trim() !== '' || ctx.mustBe('not blank'));
const name = text.and(rules.NAME);
const narrowed = (rule, expected) => type('string').narrow((it, ctx) => rule(it) || ctx.mustBe(expected));
const country = narrowed(rules.isCountry, 'a 2-letter country code');
const date = narrowed(rules.isDate, 'a real date (YYYY-MM-DD)');
const url = narrowed(rules.isHttps, 'an https URL');
const choice = (list) => type.enumerated(...list);

const address = type({
  addressLine1: text,
  'addressLine2?': text,
  city: text,
  state: text,
  stateCode: rules.STATE,
  postalCode: rules.POSTAL,
  country,
  locale: rules.LOCALE,
}).narrow(
  (it, ctx) =>
    it.country !== 'US' || rules.isZip(it.postalCode) || ctx.reject({ relativePath: ['postalCode'], problem: SAY.zip }),
);

const images = { frontImageUrl: url, 'backImageUrl?': url };
const document = type({
  type: choice(rules.PHOTO_IDS),
  number: rules.DOCUMENT_NUMBER,
  issuingCountry: country,
  expirationDate: date.narrow((it, ctx) => rules.isUnexpired(it) || ctx.mustBe('unexpired')),
  ...images,
}).or({
  type: choice(rules.PROOFS),
  issueDate: date.narrow((it, ctx) => rules.isPast(it) || ctx.mustBe('in the past')),
  ...images,
});

const schema = type({
  legalFirstName: name,
  legalLastName: name,
  'legalMiddleName?': name,
  phoneNumber: narrowed(rules.isPhone, 'a phone number with its country code'),
  dateOfBirth: date.narrow((it, ctx) => rules.isAdult(it) || ctx.mustBe('at least 18 years ago')),
  nationality: country,
  address,
  nationalIdType: choice(rules.ID_TYPES),
  nationalIdNumber: rules.NATIONAL_ID,
  nationalIdIssuingCountry: country,
  employmentStatus: choice(rules.EMPLOYMENT),
  mostRecentOccupation: text,
  sourceOfFunds: choice(rules.FUNDS),
  accountPurpose: choice(rules.PURPOSES),
  expectedMonthlyPaymentsUsd: choice(rules.VOLUMES),
  isIntermediary: 'boolean',
  documents: document.array().narrow((list, ctx) => list.some(rules.isPhotoId) || ctx.reject({ problem: SAY.photoId })),
}).narrow(
  (it, ctx) =>
    it.nationalIdType !== 'SSN' ||
    rules.isSsn(it.nationalIdNumber) ||
    ctx.reject({ relativePath: ['nationalIdNumber'], problem: SAY.ssn }),
);

export function validate(payload) {
  const own = schema(payload);
  if (!(own instanceof type.errors)) return { valid: true, issues: [] };
  const issues = own.map(({ path, message }) => ({ path: rules.pathOf([...path]), message }));
  return { valid: false, issues, own };
}
