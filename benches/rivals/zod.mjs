// zod 4.
import * as z from 'zod';
import * as rules from './rules.mjs';

const { SAY } = rules;
const text = z.string(SAY.required).trim().min(1, { error: SAY.text, abort: true }).max(100, SAY.text);
const name = text.regex(rules.NAME, SAY.name);
const country = z.string(SAY.required).refine(rules.isCountry, SAY.country);
const date = z.iso.date({ error: SAY.date, abort: true });
const url = z.url({ protocol: /^https$/, error: SAY.https });
const choice = (list) => z.enum(list, SAY.choice);

const address = z
  .object(
    {
      addressLine1: text,
      addressLine2: text.optional(),
      city: text,
      state: text,
      stateCode: z.string(SAY.required).regex(rules.STATE, SAY.state),
      postalCode: z.string(SAY.required).regex(rules.POSTAL, SAY.postal),
      country,
      locale: z.string(SAY.required).regex(rules.LOCALE, SAY.locale),
    },
    SAY.required,
  )
  .refine((it) => it.country !== 'US' || rules.isZip(it.postalCode), {
    path: ['postalCode'],
    error: SAY.zip,
    // Also where another part of the address is wrong.
    when: ({ value }) => value?.country === 'US' && typeof value.postalCode === 'string',
  });

const images = { frontImageUrl: url, backImageUrl: url.optional() };
const document = z.discriminatedUnion(
  'type',
  [
    z.object({
      type: choice(rules.PHOTO_IDS),
      number: z.string(SAY.required).regex(rules.DOCUMENT_NUMBER, SAY.number),
      issuingCountry: country,
      expirationDate: date.refine(rules.isUnexpired, SAY.expired),
      ...images,
    }),
    z.object({ type: choice(rules.PROOFS), issueDate: date.refine(rules.isPast, SAY.future), ...images }),
  ],
  SAY.choice,
);

const schema = z
  .object({
    legalFirstName: name,
    legalLastName: name,
    legalMiddleName: name.optional(),
    phoneNumber: z.string(SAY.required).refine(rules.isPhone, SAY.phone),
    dateOfBirth: date.refine(rules.isAdult, SAY.adult),
    nationality: country,
    address,
    nationalIdType: choice(rules.ID_TYPES),
    nationalIdNumber: z.string(SAY.required).regex(rules.NATIONAL_ID, SAY.nationalId),
    nationalIdIssuingCountry: country,
    employmentStatus: choice(rules.EMPLOYMENT),
    mostRecentOccupation: text,
    sourceOfFunds: choice(rules.FUNDS),
    accountPurpose: choice(rules.PURPOSES),
    expectedMonthlyPaymentsUsd: choice(rules.VOLUMES),
    isIntermediary: z.boolean(SAY.flag),
    documents: z.array(document, SAY.required).refine((list) => list.some(rules.isPhotoId), SAY.photoId),
  })
  .refine((it) => rules.isSsn(it.nationalIdNumber), {
    path: ['nationalIdNumber'],
    error: SAY.ssn,
    when: ({ value }) => value?.nationalIdType === 'SSN' && typeof value.nationalIdNumber === 'string',
  });

export function validate(payload) {
  const { success, error } = schema.safeParse(payload);
  if (success) return { valid: true, issues: [] };
  const issues = error.issues.map((issue) => ({ path: rules.pathOf(issue.path), message: issue.message }));
  return { valid: false, issues, own: error };
}
