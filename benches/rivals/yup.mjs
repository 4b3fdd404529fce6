// yup 1.
import { array, boolean, object, string, ValidationError } from 'yup';
import * as rules from './rules.mjs';

const { SAY } = rules;
const text = string().trim().max(100, SAY.text);
const must = (schema) => schema.required(SAY.required);
const test = (schema, rule, message) =>
  schema.test({ test: (value) => value === undefined || value === '' || rule(value), message });
const name = text.matches(rules.NAME, { message: SAY.name, excludeEmptyString: true });
const country = must(test(string(), rules.isCountry, SAY.country));
const date = test(string(), rules.isDate, SAY.date);
const url = test(string(), rules.isHttps, SAY.https);
const choice = (list) => string().oneOf(list, SAY.choice);
const shape = (regex, message) => must(string().matches(regex, { message, excludeEmptyString: true }));

const isPhotoId = (type) => rules.PHOTO_IDS.includes(type);
const isProof = (type) => rules.PROOFS.includes(type);
const whenPhotoId = (schema) => schema.when('type', { is: isPhotoId, then: must });

const address = object({
  addressLine1: must(text),
  addressLine2: text,
  city: must(text),
  state: must(text),
  stateCode: shape(rules.STATE, SAY.state),
  postalCode: shape(rules.POSTAL, SAY.postal).when('country', {
    is: 'US',
    then: (schema) => schema.matches(rules.ZIP, { message: SAY.zip, excludeEmptyString: true }),
  }),
  country,
  locale: shape(rules.LOCALE, SAY.locale),
})
  .default(undefined)
  .required(SAY.required);

const document = object({
  type: must(choice([...rules.PHOTO_IDS, ...rules.PROOFS])),
  number: whenPhotoId(string().matches(rules.DOCUMENT_NUMBER, { message: SAY.number, excludeEmptyString: true })),
  issuingCountry: whenPhotoId(test(string(), rules.isCountry, SAY.country)),
  expirationDate: whenPhotoId(test(date, (value) => !rules.isDate(value) || rules.isUnexpired(value), SAY.expired)),
  issueDate: test(date, (value) => !rules.isDate(value) || rules.isPast(value), SAY.future).when('type', {
    is: isProof,
    then: must,
  }),
  frontImageUrl: must(url),
  backImageUrl: url,
});

const schema = object({
  legalFirstName: must(name),
  legalLastName: must(name),
  legalMiddleName: name,
  phoneNumber: must(test(string(), rules.isPhone, SAY.phone)),
  dateOfBirth: must(test(date, (value) => !rules.isDate(value) || rules.isAdult(value), SAY.adult)),
  nationality: country,
  address,
  nationalIdType: must(choice(rules.ID_TYPES)),
  nationalIdNumber: shape(rules.NATIONAL_ID, SAY.nationalId).when('nationalIdType', {
    is: 'SSN',
    then: (schema) => schema.matches(rules.SSN, { message: SAY.ssn, excludeEmptyString: true }),
  }),
  nationalIdIssuingCountry: country,
  employmentStatus: must(choice(rules.EMPLOYMENT)),
  mostRecentOccupation: must(text),
  sourceOfFunds: must(choice(rules.FUNDS)),
  accountPurpose: must(choice(rules.PURPOSES)),
  expectedMonthlyPaymentsUsd: must(choice(rules.VOLUMES)),
  isIntermediary: boolean().required(SAY.flag),
  documents: test(must(array().of(document)), (list) => list.some(rules.isPhotoId), SAY.photoId),
});

export function validate(payload) {
  try {
    // Strict: as the API reads JSON, `"false"` is no boolean.
    schema.validateSync(payload, { abortEarly: false, strict: true });
    return { valid: true, issues: [] };
  } catch (own) {
    if (!(own instanceof ValidationError)) throw own;
    const issues = own.inner.map(({ path, message }) => ({ path, message }));
    return { valid: false, issues, own };
  }
}
