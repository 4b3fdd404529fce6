// The guide's complete sample, and mistakes to make in it.

export const SAMPLE = {
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

/** What it is, where, and what is put there. */
export const MISTAKES = [
  ['A phone number without its country code', 'phoneNumber', '4155551234'],
  ['A phone number one digit short', 'phoneNumber', '+1415555123'],
  ['30 February', 'dateOfBirth', '1990-02-30'],
  ['Seventeen years old', 'dateOfBirth', 'seventeen'],
  ['A name without a letter', 'legalFirstName', '---'],
  ['A name with letters that look alike', 'legalFirstName', 'J\u0430ne'],
  ['A ZIP code of another state', 'address.postalCode', '10001'],
  ['A ZIP code with four digits', 'address.postalCode', '9410'],
  ['A PO box', 'address.addressLine1', 'PO Box 123'],
  ['A number the SSA never issues', 'nationalIdNumber', '666-45-6789'],
  ['A passport that has expired', 'documents[0].expirationDate', '2020-12-31'],
  ['A picture on an inner network', 'documents[0].frontImageUrl', 'https://192.168.0.1/passport.jpg'],
];
