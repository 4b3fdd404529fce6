// The guide's Python and Go blocks, read from its own text, run against the server: given only a base URL, a key, the id of the
// customer where they have a made-up one, and what they leave out. `node tests/guide_languages.node.mjs GUIDE [PATH OF kyc-sandbox]`;
// PYTHON names a Python that has `requests`. Go is left out where it is not installed.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandbox } from './js/server.mjs';

const [guide, program] = process.argv.slice(2);
const { url: root, key: API_KEY, close } = await sandbox([], program);
const folder = mkdtempSync(join(tmpdir(), 'kyc-guide-'));
const text = readFileSync(guide, 'utf8').replaceAll('https://api.example.com', root);
const blocks = (language) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block);
const run = (command, args, env = {}) =>
  execFileSync(command, args, { env: { ...process.env, ...env, API_KEY }, encoding: 'utf8', cwd: folder })
    .trim()
    .split('\n');
const REFUSED = 'Validation failed: phoneNumber must be in E.164 format';
const LOCKED = 'Cannot update KYC data: verification is currently in progress';

// Python: both blocks whole, usage and all; the second one's made-up id is the first one's customer.
const [create, submit] = blocks('python');
assert.ok(create.includes('def create_individual_customer') && submit.includes('def submit_kyc_data'));
const python = `${create}
${submit.replace("'customer_abc123'", "customer['id']")}
try:
    submit_kyc_data(customer['id'], {})
except ValueError as error:
    print(f'locked: {error}')
other = create_individual_customer('test-rfi@example.com', 'Test', 'RFI')
try:
    submit_kyc_data(other['id'], {'phoneNumber': '4155551234'})
except Exception as error:
    print(f'refused: {error}')
print('incomplete:', submit_kyc_data(other['id'], {'phoneNumber': '+14155551234'})['status'])
print('complete:', submit_kyc_data(other['id'], kyc_data)['status'])
os.environ['API_KEY'] = 'nobody'
try:
    create_individual_customer('jane.smith@example.com', 'Jane', 'Smith')
except requests.HTTPError as error:
    print('stranger:', error.response.status_code, error.response.text)
`;
writeFileSync(join(folder, 'guide.py'), python);
const printed = run(process.env.PYTHON ?? 'python3', ['guide.py']);
assert.deepEqual(
  printed.filter((line) => !line.startsWith('Customer created: ')),
  [
    'Status: CREATED',
    'KYC data submitted',
    'New status: UNDER_REVIEW',
    'Cannot update: verification in progress',
    'Current status: UNDER_REVIEW',
    'locked: Customer data locked during verification',
    'Status: CREATED',
    `refused: Failed to submit KYC data: ${REFUSED}`,
    'KYC data submitted',
    'New status: NEEDS_ADDITIONAL_INFORMATION',
    'incomplete: NEEDS_ADDITIONAL_INFORMATION',
    'KYC data submitted',
    'New status: UNDER_REVIEW',
    'complete: UNDER_REVIEW',
    'stranger: 401 {"error":"UNAUTHORIZED","message":"Invalid or expired API key","statusCode":401}',
  ],
);
console.log('guide blocks, Python: ok');

// Go: its usage declares a customer and does not use it, which Go does not compile; everything above it is taken as it stands.
if (spawnSync('go', ['version']).status === 0) {
  const [createGo, submitGo] = blocks('go');
  writeFileSync(join(folder, 'usage.go'), createGo);
  const asItStands = spawnSync('go', ['vet', 'usage.go'], { cwd: folder, encoding: 'utf8' });
  assert.match(asItStands.stderr, /customer declared/, 'the usage still does not compile: else take it whole');
  const go = `${createGo.split('// Usage')[0]}
${submitGo}
func main() {
	customer, err := createIndividualCustomer("jane.smith@example.com", "Jane", "Smith")
	if err != nil {
		panic(err)
	}
	var kycData KycData
	if err := json.Unmarshal([]byte(os.Getenv("SAMPLE")), &kycData); err != nil {
		panic(err)
	}
	refused := kycData
	refused.PhoneNumber = "4155551234"
	_, err = submitKycData(customer.ID, refused)
	fmt.Println(err)
	if _, err = submitKycData(customer.ID, kycData); err != nil {
		panic(err)
	}
	_, err = submitKycData(customer.ID, kycData)
	fmt.Println(err)
	os.Setenv("API_KEY", "nobody")
	_, err = createIndividualCustomer("jane.smith@example.com", "Jane", "Smith")
	fmt.Println(err)
}
`;
  writeFileSync(join(folder, 'main.go'), go);
  const SAMPLE = readFileSync(new URL('sample.json', import.meta.url), 'utf8');
  const printed = run('go', ['run', 'main.go'], { SAMPLE, GO111MODULE: 'off' });
  assert.deepEqual(printed.slice(1), [
    'Status: CREATED',
    `failed to submit KYC data: {"error":"BAD_REQUEST","message":"${REFUSED}","statusCode":400}`,
    'KYC data submitted. New status: UNDER_REVIEW',
    `failed to submit KYC data: {"error":"PATCH_NOT_ALLOWED","message":"${LOCKED}","statusCode":400,"customerStatus":"UNDER_REVIEW"}`,
    'failed to create customer: {"error":"UNAUTHORIZED","message":"Invalid or expired API key","statusCode":401}',
  ]);
  console.log('guide blocks, Go: ok');
}
close();
