// What tsc must accept of the packed package, and what it must refuse. Run by `tsc --project tests/types`.
import {
  type Code,
  type Customer,
  customerSchema,
  type Field,
  field as fieldSchema,
  fields,
  init,
  type Issue,
  KycInternalError,
  type KycData,
  type KycDocument,
  type KycPatch,
  type Locale,
  normalize,
  normalizeField,
  pageSchema,
  patchSchema,
  pick,
  type Report,
  type SchemaIssue,
  schema,
  validate,
  validateCustomer,
  validateField,
  validatePatch,
  version,
} from '../../dist/npm/kyc-rules/index.js';
import { es } from '../../dist/npm/kyc-rules/locales/es.js';

/** Compiles only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

// The guide's sample.
const kycData: KycData = {
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

// Results.
const report = validate(kycData, { today: '2026-01-31', policy: 'guide' });
same<typeof report, Report>(true);
same<Report['verdict'], 'ready' | 'incomplete' | 'invalid'>(true);
same<Issue['severity'], 'error' | 'missing' | 'warning'>(true);
const code: Code = 'phone.not_e164';
// @ts-expect-error No such code.
const noCode: Code = 'phone.e164';
// @ts-expect-error A code that does not exist can be no issue's.
report.issues.some((issue) => issue.code === 'phone.wrong');

// Options.
validate(kycData, { today: new Date(), policy: { minimumAge: 21, phone: 'valid', limits: { documents: 5 } } });
validate(kycData, { messages: { form: { 'phone.not_e164': 'Telefon' }, labels: { 'documents[].number': 'Nummer' }, ask: { text: '' } } });
// @ts-expect-error No such policy.
validate(kycData, { policy: 'strict' });
// @ts-expect-error No such key of a policy.
validate(kycData, { policy: { minimalAge: 21 } });
// @ts-expect-error `stored` is for patches.
validate(kycData, { stored: kycData });
validate(undefined);

// Patches.
const patch: KycPatch = { address: { city: 'Oakland' }, legalMiddleName: null };
validatePatch(patch, { stored: kycData });

// Create-customer.
const customer: Customer = { type: 'INDIVIDUAL', email: 'jane.smith@example.com', firstName: 'Jane', lastName: 'Smith' };
validateCustomer(customer);

// Paths.
const issues = validateField('documents[0].number', 'P12345678', { data: kycData });
same<typeof issues, Issue[]>(true);
validateField('address.postalCode', '94102', { data: { address: { country: 'US' } } });
validateField('documents.0.number', 'P12345678');
validateField('email', 'jane.smith@example.com');
// @ts-expect-error No such field.
validateField('address.zip', '94102');
// @ts-expect-error No such field of a document.
validateField('documents[0].numbr', 'P12345678');

// A text stays a text, anything else what it was.
same<ReturnType<typeof normalizeField<string>>, string>(true);
const flag: boolean = normalizeField('isIntermediary', true);

// A canonical copy has the type of what it was made from.
const normalized = normalize(kycData, { today: '2026-01-31' });
same<typeof normalized.value, KycData>(true);
same<(typeof normalized.changes)[number]['kind'], 'trimmed' | 'letterCase' | 'separators' | 'format' | 'unicode'>(true);

// Pages.
pick(['legalFirstName', 'address', 'documents[].type']).validate(kycData).issues.at(0)?.params['max'];
// @ts-expect-error No such field.
pick(['zip']);

// Schemas, as Standard Schema v1 and Standard JSON Schema v1 declare them (vendored from their specification).
interface StandardTyped<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
interface Standard<Input, Output> extends StandardTyped<Input, Output> {
  readonly '~standard': StandardTyped<Input, Output>['~standard'] & {
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
    ) => Result<Output> | Promise<Result<Output>>;
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}
type Result<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined }[] };
const standard: Standard<KycData, KycData> = schema;
const standards: Standard<Customer, Customer> = customerSchema({ normalize: true, today: '2026-01-31' });
const standardPatch: Standard<KycPatch, KycPatch> = patchSchema({ stored: kycData });
const result = schema['~standard'].validate(kycData);
if (result.issues === undefined) same<typeof result.value, KycData>(true);
else same<(typeof result.issues)[number], SchemaIssue>(true);
const phoneSchema: Standard<string, string> = fieldSchema('phoneNumber', { normalize: true });
const flagSchema: Standard<boolean, boolean> = fieldSchema('isIntermediary');
const documentSchema: Standard<KycDocument, KycDocument> = fieldSchema('documents[0]');
const page: Standard<{ phoneNumber: string }, { phoneNumber: string }> = pageSchema<{ phoneNumber: string }>(['phoneNumber']);
const formSchema: Standard<{ legalFirstName: string }, KycData> = schema<{ legalFirstName: string }>();
// @ts-expect-error `stored` is for patches.
schema({ stored: kycData });
// @ts-expect-error No such field.
fieldSchema('zip');

// Documents are told apart by their type.
function needsBack(document: KycDocument): boolean {
  switch (document.type) {
    case 'PASSPORT':
      same<typeof document.number, string>(true);
      return false;
    case 'DRIVERS_LICENSE':
    case 'NATIONAL_ID':
    case 'RESIDENCE_PERMIT':
    case 'STATE_ID':
      same<typeof document.backImageUrl, string>(true);
      return true;
    case 'UTILITY_BILL':
    case 'BANK_STATEMENT':
    case 'LEASE_AGREEMENT':
      same<typeof document.issueDate, string>(true);
      return false;
  }
}
// @ts-expect-error A driver's license has a back.
const license: KycDocument = { type: 'DRIVERS_LICENSE', number: 'A1', issuingCountry: 'US', expirationDate: '2030-12-31', frontImageUrl: 'https://example.com/a.jpg' };
// @ts-expect-error No such status.
const status: KycData['employmentStatus'] = 'FREELANCE';

// The table.
const field: Field | undefined = fields.find(({ path }) => path === 'address.postalCode');
// @ts-expect-error The table is not to be written to.
fields[0] = field;
same<ReturnType<typeof init>, Promise<void>>(true);
same<ReturnType<typeof version>['data'], string>(true);
const error: Error = new KycInternalError();

export { documentSchema, flagSchema, formSchema, page, phoneSchema, standard, standardPatch, standards };
export { code, customer, error, flag, license, needsBack, noCode, status };

// Locales are whole catalogues, and a part of one is a catalogue too.
validate({}, { messages: es, voice: 'api' });
validate({}, { messages: { ...es, labels: { ...es.labels, dateOfBirth: 'Cumpleaños' } } });
validate({}, { messages: { form: { 'date.format': '{Label}: 1990-05-15' } } });
// @ts-expect-error: no such voice
validate({}, { voice: 'shout' });
same<typeof es, Locale>(true);
same<typeof es.direction, 'ltr' | 'rtl'>(true);
