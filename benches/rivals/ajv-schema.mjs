// The JSON Schema that bundle.mjs compiles ahead with ajv; its formats are ajv-formats' and those of ajv-formats.mjs beside this.
import * as words from './words.mjs';

const text = { type: 'string', minLength: 1, maxLength: 100, pattern: '\\S' };
const matching = (regex) => ({ type: 'string', pattern: regex.source });
const format = (name) => ({ type: 'string', format: name });
const choice = (list) => ({ enum: list });
const name = { ...text, pattern: words.NAME.source };
const country = format('country');
const url = format('https');

const object = (properties, optional = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});
const images = { frontImageUrl: url, backImageUrl: url };

export default {
  ...object(
    {
      legalFirstName: name,
      legalLastName: name,
      legalMiddleName: name,
      phoneNumber: format('phone'),
      dateOfBirth: { type: 'string', format: 'birth-date' },
      nationality: country,
      address: {
        ...object(
          {
            addressLine1: text,
            addressLine2: text,
            city: text,
            state: text,
            stateCode: matching(words.STATE),
            postalCode: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9 -]{1,9}$' },
            country,
            locale: matching(words.LOCALE),
          },
          ['addressLine2'],
        ),
        if: { properties: { country: { const: 'US' } } },
        then: { properties: { postalCode: matching(words.ZIP) } },
      },
      nationalIdType: choice(words.ID_TYPES),
      nationalIdNumber: { type: 'string', pattern: '^[A-Za-z0-9 ./-]{4,24}$' },
      nationalIdIssuingCountry: country,
      employmentStatus: choice(words.EMPLOYMENT),
      mostRecentOccupation: text,
      sourceOfFunds: choice(words.FUNDS),
      accountPurpose: choice(words.PURPOSES),
      expectedMonthlyPaymentsUsd: choice(words.VOLUMES),
      isIntermediary: { type: 'boolean' },
      documents: {
        type: 'array',
        contains: { type: 'object', properties: { type: choice(words.PHOTO_IDS) }, required: ['type'] },
        items: {
          type: 'object',
          discriminator: { propertyName: 'type' },
          required: ['type'],
          oneOf: [
            object(
              {
                type: choice(words.PHOTO_IDS),
                number: { type: 'string', pattern: '^[A-Za-z0-9 -]{4,24}$' },
                issuingCountry: country,
                expirationDate: format('unexpired'),
                ...images,
              },
              ['backImageUrl'],
            ),
            object({ type: choice(words.PROOFS), issueDate: format('past'), ...images }, ['backImageUrl']),
          ],
        },
      },
    },
    ['legalMiddleName'],
  ),
  if: { properties: { nationalIdType: { const: 'SSN' } } },
  then: { properties: { nationalIdNumber: matching(words.SSN) } },
};
