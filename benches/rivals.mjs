// node rivals.mjs: the npm package beside what a web developer would use instead, in one process, turn by turn. Prints a JSON
// line a row: { what, ours, rival, theirs, ratio } in calls a second, and the bytes of the rivals' bundles.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { z } from 'zod';
import { validate } from '../dist/npm/kyc-rules/index.js';
import { isValidPhone, phone } from '../dist/npm/kyc-rules/phone.js';

const SAMPLE = JSON.parse(readFileSync(new URL('../tests/sample.json', import.meta.url), 'utf8'));
const OPTIONS = { today: '2026-01-31' };
const NUMBERS = [
  '+442079460958',
  '+12025550173',
  '+4930123456',
  '+33123456789',
  '+393123456789',
  '+34612345678',
  '+5511912345678',
  '+919876543210',
  '+8613123456789',
  '+819012345678',
  '+61412345678',
  '+420999123456',
  '+4420794609',
];

const text = (max) => z.string().trim().min(1).max(max);
const country = z.string().regex(/^[A-Z]{2}$/);
const url = z.url({ protocol: /^https$/ });
const date = z.iso.date();
/** The guide's payload as a careful developer would write it down in zod. */
const SCHEMA = z.object({
  legalFirstName: text(100),
  legalLastName: text(100),
  legalMiddleName: text(100).optional(),
  phoneNumber: z.string().refine((number) => isValidPhoneNumber(number)),
  dateOfBirth: date.refine((born) => born <= '2008-01-31'),
  nationality: country,
  address: z.object({
    addressLine1: text(100),
    addressLine2: text(100).optional(),
    city: text(100),
    state: text(100),
    stateCode: z.string().regex(/^[A-Z0-9]{1,3}$/),
    postalCode: z.string().regex(/^[A-Z0-9 -]{3,10}$/),
    country,
    locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/),
  }),
  nationalIdType: z.enum(['SSN', 'TIN', 'NATIONAL_ID']),
  nationalIdNumber: z.string().regex(/^\d{3}-?\d{2}-?\d{4}$/),
  nationalIdIssuingCountry: country,
  employmentStatus: z.enum(['EMPLOYED', 'SELF_EMPLOYED', 'UNEMPLOYED', 'RETIRED', 'STUDENT']),
  mostRecentOccupation: text(100),
  sourceOfFunds: z.enum(['EMPLOYMENT', 'BUSINESS', 'INVESTMENTS', 'INHERITANCE', 'SAVINGS']),
  accountPurpose: z.enum(['PERSONAL_USE', 'BUSINESS_USE', 'INVESTMENT']),
  expectedMonthlyPaymentsUsd: z.enum(['UNDER_10K', '10K_TO_50K', '50K_TO_100K', 'OVER_100K']),
  isIntermediary: z.boolean(),
  documents: z
    .array(
      z.object({
        type: z.string(),
        number: z.string().optional(),
        issuingCountry: country.optional(),
        expirationDate: date.optional(),
        issueDate: date.optional(),
        frontImageUrl: url,
        backImageUrl: url.optional(),
      }),
    )
    .min(1),
});

const WRONG = {
  ...SAMPLE,
  phoneNumber: '4155551234',
  dateOfBirth: '1990-02-30',
  employmentStatus: 'EMPLOYD',
  nationality: 'usa',
  address: { ...SAMPLE.address, postalCode: '9410' },
};

let at = 0;
const next = () => NUMBERS[at++ % NUMBERS.length];

const ROWS = [
  ['E.164 check', () => isValidPhone(next()), 'libphonenumber-js max', () => isValidPhoneNumber(next())],
  ['number parsed and formatted', () => phone(next()).valid, 'libphonenumber-js max', () => isValidPhoneNumber(next())],
  [
    "the guide's sample",
    () => validate(SAMPLE, OPTIONS).verdict,
    'zod + libphonenumber-js',
    () => SCHEMA.safeParse(SAMPLE).success,
  ],
  [
    'with five mistakes',
    () => validate(WRONG, OPTIONS).verdict,
    'zod + libphonenumber-js',
    () => SCHEMA.safeParse(WRONG).success,
  ],
];

/** Calls a second over so many milliseconds. */
function rate(call, milliseconds) {
  const end = performance.now() + milliseconds;
  const start = performance.now();
  let calls = 0;
  while (performance.now() < end) {
    for (let i = 0; i < 64; i++) call();
    calls += 64;
  }
  return (calls / (performance.now() - start)) * 1000;
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

for (const [what, ours, rival, theirs] of ROWS) {
  rate(ours, 200);
  rate(theirs, 200);
  const rounds = Array.from({ length: 9 }, () => [rate(ours, 100), rate(theirs, 100)]);
  const ratio = median(rounds.map(([a, b]) => a / b));
  const say = (of) => Math.round(median(rounds.map((round) => round[of])));
  console.log(JSON.stringify({ what, ours: say(0), rival, theirs: say(1), ratio: +ratio.toFixed(1) }));
}

const BUNDLES = {
  'libphonenumber-js min': "export { parsePhoneNumber, AsYouType } from 'libphonenumber-js/min'",
  'libphonenumber-js mobile': "export { parsePhoneNumber, AsYouType } from 'libphonenumber-js/mobile'",
  'libphonenumber-js max': "export { parsePhoneNumber, AsYouType } from 'libphonenumber-js/max'",
  zod: "export { z } from 'zod'",
};
for (const [rival, contents] of Object.entries(BUNDLES)) {
  const built = buildSync({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const bytes = built.outputFiles[0].contents;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  console.log(
    JSON.stringify({ rival, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length }),
  );
}
