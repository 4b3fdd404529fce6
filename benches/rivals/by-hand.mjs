// The guide's payload by hand: `rules` are those of rules.mjs, or the lean ones.
import * as words from './words.mjs';

const { SAY } = words;

export function validator(rules) {
  const blank = (value) => value === undefined || value === null || value === '';
  const text = (value) => (typeof value === 'string' && value.trim() !== '' && value.length <= 100 ? '' : SAY.text);
  const matches = (regex, message) => (value) => (typeof value === 'string' && regex.test(value) ? '' : message);
  const passes = (rule, message) => (value) => (typeof value === 'string' && rule(value) ? '' : message);
  const choice = (list) => (value) => (list.includes(value) ? '' : SAY.choice);
  const name = (value) => text(value) || (words.NAME.test(value) ? '' : SAY.name);
  const country = passes(rules.isCountry, SAY.country);
  const date = passes(rules.isDate, SAY.date);
  const url = passes(rules.isHttps, SAY.https);
  const postal = matches(words.POSTAL, SAY.postal);
  const nationalId = matches(words.NATIONAL_ID, SAY.nationalId);
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  /** Field, its check (the value, the object it is in), whether it may be absent. */
  const ADDRESS = [
    ['addressLine1', text],
    ['addressLine2', text, true],
    ['city', text],
    ['state', text],
    ['stateCode', matches(words.STATE, SAY.state)],
    ['postalCode', (value, { country }) => (country === 'US' ? matches(words.ZIP, SAY.zip)(value) : postal(value))],
    ['country', country],
    ['locale', matches(words.LOCALE, SAY.locale)],
  ];
  const IMAGES = [
    ['frontImageUrl', url],
    ['backImageUrl', url, true],
  ];
  const PHOTO_ID = [
    ['number', matches(words.DOCUMENT_NUMBER, SAY.number)],
    ['issuingCountry', country],
    ['expirationDate', (value) => date(value) || (rules.isUnexpired(value) ? '' : SAY.expired)],
    ...IMAGES,
  ];
  const PROOF = [['issueDate', (value) => date(value) || (rules.isPast(value) ? '' : SAY.future)], ...IMAGES];
  const CUSTOMER = [
    ['legalFirstName', name],
    ['legalLastName', name],
    ['legalMiddleName', name, true],
    ['phoneNumber', passes(rules.isPhone, SAY.phone)],
    ['dateOfBirth', (value) => date(value) || (rules.isAdult(value) ? '' : SAY.adult)],
    ['nationality', country],
    ['nationalIdType', choice(words.ID_TYPES)],
    [
      'nationalIdNumber',
      (value, { nationalIdType }) =>
        nationalId(value) || (nationalIdType !== 'SSN' || words.SSN.test(value) ? '' : SAY.ssn),
    ],
    ['nationalIdIssuingCountry', country],
    ['employmentStatus', choice(words.EMPLOYMENT)],
    ['mostRecentOccupation', text],
    ['sourceOfFunds', choice(words.FUNDS)],
    ['accountPurpose', choice(words.PURPOSES)],
    ['expectedMonthlyPaymentsUsd', choice(words.VOLUMES)],
    ['isIntermediary', (value) => (typeof value === 'boolean' ? '' : SAY.flag)],
  ];

  function walk(fields, data, before, issues) {
    for (const [key, check, optional] of fields) {
      const value = data[key];
      if (blank(value)) {
        if (!optional) issues.push({ path: before + key, message: SAY.required });
        continue;
      }
      const message = check(value, data);
      if (message !== '') issues.push({ path: before + key, message });
    }
  }

  return function validate(payload) {
    const issues = [];
    if (!isObject(payload)) return { valid: false, issues: [{ path: '', message: SAY.required }] };
    walk(CUSTOMER, payload, '', issues);
    const { address, documents } = payload;
    if (isObject(address)) walk(ADDRESS, address, 'address.', issues);
    else issues.push({ path: 'address', message: SAY.required });
    if (!Array.isArray(documents)) {
      issues.push({ path: 'documents', message: SAY.required });
    } else {
      for (const [at, document] of documents.entries()) {
        const path = `documents[${at}]`;
        if (!isObject(document)) issues.push({ path, message: SAY.required });
        else if (words.PHOTO_IDS.includes(document.type)) walk(PHOTO_ID, document, `${path}.`, issues);
        else if (words.PROOFS.includes(document.type)) walk(PROOF, document, `${path}.`, issues);
        else issues.push({ path: `${path}.type`, message: SAY.choice });
      }
      if (!documents.some((document) => words.PHOTO_IDS.includes(document?.type))) {
        issues.push({ path: 'documents', message: SAY.photoId });
      }
    }
    return { valid: issues.length === 0, issues };
  };
}
