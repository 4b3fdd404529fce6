// What is wrong with a payload, and where: everybody must refuse SAME; MORE is what mistakes and frauds look like beyond the
// shape, where it shows what a rule knows. GOOD must be accepted by everybody.
import { readFileSync } from 'node:fs';

export const SAMPLE = JSON.parse(readFileSync(new URL('../../tests/sample.json', import.meta.url), 'utf8'));

/** The sample with these values at these paths; `undefined` takes one away. */
function changed(changes, base = SAMPLE) {
  const payload = structuredClone(base);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop();
    const into = keys.reduce((object, key) => object[key], payload);
    if (value === undefined) delete into[last];
    else into[last] = value;
  }
  return payload;
}

/** The day that many years and days ago, as YYYY-MM-DD of the local calendar. */
function ago(years, days = 0) {
  const now = new Date();
  const day = new Date(now.getFullYear() - years, now.getMonth(), now.getDate() - days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
}

const LICENCE = {
  type: 'DRIVERS_LICENSE',
  number: 'D1234567',
  issuingCountry: 'US',
  expirationDate: '2099-05-15',
  frontImageUrl: 'https://your-storage.com/license-front.jpg',
  backImageUrl: 'https://your-storage.com/license-back.jpg',
};
const BILL = {
  type: 'UTILITY_BILL',
  issueDate: ago(0, 30),
  frontImageUrl: 'https://your-storage.com/utility-bill.jpg',
};

/** A row a payload: what it is, the payload. */
export const GOOD = [
  ["the guide's sample", SAMPLE],
  ['with a middle name', changed({ legalMiddleName: 'Marie' })],
  ['without a second address line', changed({ 'address.addressLine2': undefined })],
  ["the guide's answer to a request", changed({ documents: [LICENCE, BILL] })],
  ['an accent and an apostrophe', changed({ legalFirstName: 'Zoë', legalLastName: "O'Neill-Łukasz" })],
  ['18 today', changed({ dateOfBirth: ago(18) })],
  [
    'from Brazil',
    changed({
      phoneNumber: '+5511961234567',
      nationality: 'BR',
      address: {
        addressLine1: 'Avenida Paulista 1000',
        city: 'São Paulo',
        state: 'São Paulo',
        stateCode: 'SP',
        postalCode: '01310-100',
        country: 'BR',
        locale: 'pt-BR',
      },
      nationalIdType: 'NATIONAL_ID',
      nationalIdNumber: '529.982.247-25',
      nationalIdIssuingCountry: 'BR',
      'documents[0].issuingCountry': 'BR',
      'documents[0].number': 'FZ123456',
    }),
  ],
];

/** A row a mutation: what is wrong, the exact path, the payload; the path is that of the one change unless told. */
const row = (what, path, value) => [what, path, changed({ [path]: value })];

export const SAME = [
  ...[
    'legalFirstName',
    'legalLastName',
    'phoneNumber',
    'dateOfBirth',
    'nationality',
    'address',
    'address.addressLine1',
    'address.city',
    'address.stateCode',
    'address.postalCode',
    'address.country',
    'address.locale',
    'nationalIdType',
    'nationalIdNumber',
    'nationalIdIssuingCountry',
    'employmentStatus',
    'mostRecentOccupation',
    'isIntermediary',
    'documents',
    'documents[0].type',
    'documents[0].number',
    'documents[0].issuingCountry',
    'documents[0].expirationDate',
    'documents[0].frontImageUrl',
  ].map((path) => row(`no ${path}`, path, undefined)),
  row('a blank name', 'legalLastName', ''),
  row('a name of one digit', 'legalFirstName', '7777'),
  row('a name too long', 'legalFirstName', 'Jane'.repeat(80)),
  row('a number for a name', 'legalFirstName', 41555123),
  row('a phone number without its country code', 'phoneNumber', '4155551234'),
  row('a phone number with brackets', 'phoneNumber', '+1 (415) 555-1234'),
  row('a phone number of letters', 'phoneNumber', '+1415555CALL'),
  row('a phone number with a 0 after the +', 'phoneNumber', '+04155551234'),
  row('an American date', 'dateOfBirth', '05/15/1990'),
  row('30 February', 'dateOfBirth', '1990-02-30'),
  row('29 February of no leap year', 'dateOfBirth', '1990-02-29'),
  row('month 13', 'dateOfBirth', '1990-13-01'),
  row('a week short of 18', 'dateOfBirth', ago(18, -7)),
  row('born in the future', 'dateOfBirth', '2999-01-01'),
  row('alpha-3', 'nationality', 'USA'),
  row('lower case', 'nationality', 'us'),
  row('a code of no country', 'address.country', 'XX'),
  row('UK for GB', 'nationalIdIssuingCountry', 'UK'),
  row('a ZIP code of four digits', 'address.postalCode', '9410'),
  row('a ZIP code of letters', 'address.postalCode', 'ABCDE'),
  row('a language by its name', 'address.locale', 'english'),
  row('an unknown ID type', 'nationalIdType', 'SSSN'),
  row('a short SSN', 'nationalIdNumber', '123-45-678'),
  row('an SSN of area 000', 'nationalIdNumber', '000-45-6789'),
  row('a misspelt choice', 'employmentStatus', 'EMPLOYD'),
  row('a choice in lower case', 'sourceOfFunds', 'employment'),
  row('a choice of nothing', 'accountPurpose', 'FUN_AND_GAMES'),
  row('an amount for a band', 'expectedMonthlyPaymentsUsd', '12500'),
  row('a text for a boolean', 'isIntermediary', 'false'),
  row('no documents', 'documents', []),
  row('only a proof of address', 'documents', [BILL]),
  row('an object for a list', 'documents', { type: 'PASSPORT' }),
  row('an unknown document', 'documents[0].type', 'LIBRARY_CARD'),
  row('an expired passport', 'documents[0].expirationDate', '2019-12-31'),
  row('an expiry that is no date', 'documents[0].expirationDate', '2030-02-31'),
  [
    'a bill of tomorrow',
    'documents[1].issueDate',
    changed({ documents: [LICENCE, { ...BILL, issueDate: ago(0, -2) }] }),
  ],
  row('an image by http', 'documents[0].frontImageUrl', 'http://your-storage.com/passport-front.jpg'),
  row('an image that is no link', 'documents[0].frontImageUrl', 'passport-front.jpg'),
];

export const MORE = [
  row('a phone number of five digits', 'phoneNumber', '+14155'),
  row('an Indian number nobody has', 'phoneNumber', '+911111111111'),
  row('a Chinese number nobody has', 'phoneNumber', '+861234567890'),
  row('a calling code nobody has', 'phoneNumber', '+99912345678'),
  row('a British number one digit short', 'phoneNumber', '+4420794609'),
  row('a name with a hidden text-direction character', 'legalFirstName', 'Jane\u202e'),
  row('a name in two alphabets that look alike', 'legalLastName', 'Smi\u0442h'),
  row('a placeholder for a name', 'legalLastName', 'Test'),
  row('a state that is none of the country', 'address.stateCode', 'ZZ'),
  row('a state beside the code of another', 'address.state', 'Texas'),
  row('a ZIP code of another state', 'address.postalCode', '10001'),
  row('a post office box', 'address.addressLine1', 'PO Box 123'),
  row('a language of no region', 'address.locale', 'en-ZZ'),
  row('an SSN of area 666', 'nationalIdNumber', '666-45-6789'),
  [
    'a CPF with a wrong check digit',
    'nationalIdNumber',
    changed({ nationalIdNumber: '529.982.247-26' }, GOOD.at(-1)[1]),
  ],
  [
    'a Spanish DNI with a wrong letter',
    'nationalIdNumber',
    changed({ nationalIdType: 'NATIONAL_ID', nationalIdIssuingCountry: 'ES', nationalIdNumber: '12345678A' }),
  ],
  ['an SSN of another country', 'nationalIdType', changed({ nationalIdIssuingCountry: 'BR' })],
  row('one character repeated for a passport', 'documents[0].number', 'AAAAAAAAA'),
  row('the SSN for a passport', 'documents[0].number', '123456789'),
  row('a passport valid for a century', 'documents[0].expirationDate', '2130-01-01'),
  [
    'a licence without its back',
    'documents[0].backImageUrl',
    changed({ documents: [{ ...LICENCE, backImageUrl: undefined }] }),
  ],
  [
    'one image for both sides',
    'documents[0].backImageUrl',
    changed({ documents: [{ ...LICENCE, backImageUrl: LICENCE.frontImageUrl }] }),
  ],
  ['one document twice', 'documents[1]', changed({ documents: [LICENCE, LICENCE] })],
  ['a bill of last year', 'documents[1].issueDate', changed({ documents: [LICENCE, { ...BILL, issueDate: ago(1) }] })],
  row(
    'an image with a password in its link',
    'documents[0].frontImageUrl',
    'https://jane:secret@your-storage.com/front.jpg',
  ),
  row('an image inside the network', 'documents[0].frontImageUrl', 'https://10.0.0.1/front.jpg'),
];

/** The sample with five mistakes. */
export const FIVE = changed({
  phoneNumber: '4155551234',
  dateOfBirth: '1990-02-30',
  employmentStatus: 'EMPLOYD',
  nationality: 'usa',
  'address.postalCode': '9410',
});

/** People who differ in what is theirs alone, so that no cache helps. */
export const people = (payload, count = 16) =>
  Array.from({ length: count }, (_, at) => {
    const two = `${at + 10}`;
    const person = structuredClone(payload);
    person.legalFirstName = `Jane${'abcdefghijklmnop'[at % 16]}`;
    person.phoneNumber = person.phoneNumber.replace(/\d\d$/, two);
    person.dateOfBirth = person.dateOfBirth.replace('1990', `${1960 + at}`);
    person.nationalIdNumber = person.nationalIdNumber.replace(/\d\d$/, two);
    person.documents[0].number = `P123456${two}`;
    return person;
  });
