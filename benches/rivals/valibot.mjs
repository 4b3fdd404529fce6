// valibot 1.
import * as v from 'valibot';
import * as rules from './rules.mjs';

const { SAY } = rules;
const length = [v.trim(), v.minLength(1, SAY.text), v.maxLength(100, SAY.text)];
const string = v.string(SAY.required);
const text = v.pipe(string, ...length);
const name = v.pipe(string, ...length, v.regex(rules.NAME, SAY.name));
const country = v.pipe(string, v.check(rules.isCountry, SAY.country));
const date = v.pipe(string, v.check(rules.isDate, SAY.date));
const url = v.pipe(string, v.check(rules.isHttps, SAY.https));
const choice = (list) => v.picklist(list, SAY.choice);

const address = v.pipe(
  v.object(
    {
      addressLine1: text,
      addressLine2: v.optional(text),
      city: text,
      state: text,
      stateCode: v.pipe(string, v.regex(rules.STATE, SAY.state)),
      postalCode: v.pipe(string, v.regex(rules.POSTAL, SAY.postal)),
      country,
      locale: v.pipe(string, v.regex(rules.LOCALE, SAY.locale)),
    },
    SAY.required,
  ),
  v.forward(
    v.partialCheck([['country'], ['postalCode']], (it) => it.country !== 'US' || rules.isZip(it.postalCode), SAY.zip),
    ['postalCode'],
  ),
);

const images = { frontImageUrl: url, backImageUrl: v.optional(url) };
const document = v.variant(
  'type',
  [
    v.object({
      type: choice(rules.PHOTO_IDS),
      number: v.pipe(string, v.regex(rules.DOCUMENT_NUMBER, SAY.number)),
      issuingCountry: country,
      expirationDate: v.pipe(date, v.check(rules.isUnexpired, SAY.expired)),
      ...images,
    }),
    v.object({ type: choice(rules.PROOFS), issueDate: v.pipe(date, v.check(rules.isPast, SAY.future)), ...images }),
  ],
  SAY.choice,
);

const schema = v.pipe(
  v.object(
    {
      legalFirstName: name,
      legalLastName: name,
      legalMiddleName: v.optional(name),
      phoneNumber: v.pipe(string, v.check(rules.isPhone, SAY.phone)),
      dateOfBirth: v.pipe(date, v.check(rules.isAdult, SAY.adult)),
      nationality: country,
      address,
      nationalIdType: choice(rules.ID_TYPES),
      nationalIdNumber: v.pipe(string, v.regex(rules.NATIONAL_ID, SAY.nationalId)),
      nationalIdIssuingCountry: country,
      employmentStatus: choice(rules.EMPLOYMENT),
      mostRecentOccupation: text,
      sourceOfFunds: choice(rules.FUNDS),
      accountPurpose: choice(rules.PURPOSES),
      expectedMonthlyPaymentsUsd: choice(rules.VOLUMES),
      isIntermediary: v.boolean(SAY.flag),
      documents: v.pipe(
        v.array(document, SAY.required),
        v.check((list) => list.some(rules.isPhotoId), SAY.photoId),
      ),
    },
    SAY.required,
  ),
  v.forward(
    v.partialCheck(
      [['nationalIdType'], ['nationalIdNumber']],
      (it) => it.nationalIdType !== 'SSN' || rules.isSsn(it.nationalIdNumber),
      SAY.ssn,
    ),
    ['nationalIdNumber'],
  ),
);

export function validate(payload) {
  // A pipe stops at its first mistake, so that one value has one issue.
  const { success, issues: own } = v.safeParse(schema, payload, { abortPipeEarly: true });
  if (success) return { valid: true, issues: [] };
  const issues = own.map(({ path = [], message }) => ({ path: rules.pathOf(path.map(({ key }) => key)), message }));
  return { valid: false, issues, own };
}
