// Invented people to fill the form with: published specimens and reserved numbers, nobody's data. And slips to make.
import type { Data } from './data.js';

const GUIDE: Data = {
  legalFirstName: 'Jane',
  legalLastName: 'Smith',
  phoneNumber: '+14155551234',
  dateOfBirth: '1990-05-15',
  nationality: 'US',
  address: {
    addressLine1: '123 Main Street',
    addressLine2: 'Apt 4B',
    city: 'San Francisco',
    state: 'California',
    stateCode: 'CA',
    postalCode: '94102',
    country: 'US',
    locale: 'en-US',
  },
  nationalIdType: 'SSN',
  nationalIdNumber: '123-45-6789',
  nationalIdIssuingCountry: 'US',
  employmentStatus: 'EMPLOYED',
  mostRecentOccupation: 'Software Engineer',
  sourceOfFunds: 'EMPLOYMENT',
  accountPurpose: 'PERSONAL_USE',
  expectedMonthlyPaymentsUsd: 'UNDER_10K',
  isIntermediary: false,
  documents: [
    {
      type: 'PASSPORT',
      number: 'P12345678',
      issuingCountry: 'US',
      expirationDate: '2030-12-31',
      frontImageUrl: 'https://your-storage.com/passport-front.jpg',
    },
  ],
};

/** The guide's sample, moved to another country; its passport's number in the shape of that country's published specimens. */
function moved(
  country: string,
  own: Data,
  address: Data,
  id: [type: string, number: string],
  passport = 'X1234567',
): Data {
  const [document] = GUIDE.documents as Data[];
  return {
    ...GUIDE,
    ...own,
    nationality: country,
    address: { ...address, country },
    nationalIdType: id[0],
    nationalIdNumber: id[1],
    nationalIdIssuingCountry: country,
    documents: [{ ...document, issuingCountry: country, number: passport }],
  };
}

const line = (addressLine1: string, city: string, rest: Data): Data => ({ addressLine1, city, ...rest });

/** Name and answers. The first is the guide's own. */
export const SAMPLES: readonly (readonly [name: string, data: Data])[] = [
  ['United States', GUIDE],
  [
    'Brazil',
    moved(
      'BR',
      { legalFirstName: 'Ana', legalLastName: 'Souza', phoneNumber: '+5511961234567' },
      line('Rua Exemplo 100', 'São Paulo', {
        state: 'São Paulo',
        stateCode: 'SP',
        postalCode: '01310-100',
        locale: 'pt-BR',
      }),
      ['TIN', '111.444.777-35'],
      'YA123456',
    ),
  ],
  [
    'Germany',
    moved(
      'DE',
      { legalFirstName: 'Jörg', legalLastName: 'Müller', phoneNumber: '+4930123456' },
      line('Beispielweg 5', 'Oldenburg', { postalCode: '26133', locale: 'de-DE' }),
      ['TIN', '86 095 742 719'],
      'C01X00T47',
    ),
  ],
  [
    'India',
    moved(
      'IN',
      { legalFirstName: 'Asha', legalLastName: 'Rao', phoneNumber: '+918123456789' },
      line('12 Sample Marg', 'New Delhi', { state: 'Delhi', stateCode: 'DL', postalCode: '110034', locale: 'en-IN' }),
      ['NATIONAL_ID', '2341 2341 2346'],
    ),
  ],
  [
    'Ireland',
    moved(
      'IE',
      { legalFirstName: 'Seán', legalLastName: 'Ó Briain', phoneNumber: '+353850123456' },
      line('1 Sample Road', 'Ashbourne', { postalCode: 'A65 F4E2', locale: 'en-IE' }),
      ['NATIONAL_ID', '1234567T'],
      'PD1234567',
    ),
  ],
  [
    'United Arab Emirates',
    moved(
      'AE',
      { legalFirstName: 'Layla', legalLastName: 'Haddad', phoneNumber: '+971501234567' },
      line('Sample Tower 7', 'Dubai', { state: 'Dubayy', stateCode: 'DU', locale: 'ar-AE' }),
      ['NATIONAL_ID', '784-1980-1234567-8'],
    ),
  ],
  [
    'United Kingdom',
    moved(
      'GB',
      { legalFirstName: 'Niamh', legalLastName: 'O’Connor-Lloyd', phoneNumber: '+447400123456' },
      line('10 Sample Street', 'London', { postalCode: 'SW1A 1AA', locale: 'en-GB' }),
      ['NATIONAL_ID', 'AB 12 34 56 C'],
      '925665416',
    ),
  ],
];

interface Mistake {
  text: string;
  path: string;
  step: 'personal' | 'address' | 'identity' | 'documents';
  value: unknown;
}

const mistake = (step: Mistake['step'], text: string, path: string, value: unknown): Mistake => ({
  step,
  text,
  path,
  value,
});

export const MISTAKES: readonly Mistake[] = [
  mistake('personal', 'A phone number without its country code', 'phoneNumber', '4155551234'),
  mistake('personal', 'A phone number one digit short', 'phoneNumber', '+1415555123'),
  mistake('personal', '30 February', 'dateOfBirth', '1990-02-30'),
  mistake('personal', 'Seventeen years old', 'dateOfBirth', 'seventeen'),
  mistake('personal', 'A name without a letter', 'legalFirstName', '---'),
  mistake('personal', 'A name with letters that look alike', 'legalFirstName', 'J\u0430ne'),
  mistake('address', 'A ZIP code of another state', 'address.postalCode', '10001'),
  mistake('address', 'A ZIP code with four digits', 'address.postalCode', '9410'),
  mistake('address', 'A PO box', 'address.addressLine1', 'PO Box 123'),
  mistake('identity', 'A number the SSA never issues', 'nationalIdNumber', '666-45-6789'),
  mistake('documents', 'A passport that has expired', 'documents[0].expirationDate', '2020-12-31'),
  mistake(
    'documents',
    'A picture on an inner network',
    'documents[0].frontImageUrl',
    'https://192.168.0.1/passport.jpg',
  ),
];

/** The guide's test addresses: what the review does. */
export const OUTCOMES: readonly (readonly [email: string, text: string])[] = [
  ['test-success@example.com', 'Approves after 30 s'],
  ['test-rfi@example.com', 'Asks for a proof of address'],
  ['test-rejected@example.com', 'Rejects after 30 s'],
  ['test-delay@example.com', 'Takes 5 minutes'],
];
