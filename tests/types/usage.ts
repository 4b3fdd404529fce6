// What the public types take and refuse; `tsc` runs it.
import {
  type Code,
  type FieldPath,
  fields,
  type Issue,
  type KycPatch,
  normalizeField,
  pick,
  type Report,
  validate,
  validateCustomer,
  validateField,
  validatePatch,
  version,
} from 'kyc-rules';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(fact: T): T => fact;

const data: KycPatch = { legalFirstName: 'Jane', isIntermediary: false, employmentStatus: 'EMPLOYED' };
const report: Report = validate(data, { today: '2026-01-31', policy: { minimumAge: 21, phone: 'valid' } });
holds<Equal<typeof report.verdict, 'ready' | 'incomplete' | 'invalid'>>(true);

const issues: Issue[] = validateField('documents[0].number', 'P12345678', { data });
const codes: Code[] = issues.map((issue) => issue.code);
holds<Equal<(typeof codes)[number], Code>>(true);
const paths: readonly FieldPath[] = fields.map((field) => field.path);

validate(JSON.parse('null'));
validatePatch({ phoneNumber: null }, { stored: data, policy: 'guide' });
validateCustomer({ type: 'INDIVIDUAL' }, { today: new Date(0) });
pick(['phoneNumber', 'address.postalCode']).validate(data);
holds<Equal<ReturnType<typeof normalizeField<string>>, string>>(true);
const rules: string = version().rules;
[paths, rules];

// @ts-expect-error no such path
validateField('phone', '1');
// @ts-expect-error no such policy
validate(data, { policy: 'strict' });
// @ts-expect-error no such value
const wrong: KycPatch = { employmentStatus: 'EMPLOYD' };
// @ts-expect-error no such code
const noCode: Code = 'phone.invalid';
[wrong, noCode];
