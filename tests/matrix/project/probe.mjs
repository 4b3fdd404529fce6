// What is asked of each entry of kyc-rules, the same everywhere. Answers are JSON, to be compared byte for byte.
import { customer, OPTIONS, PASSPORT, PICTURE, PIXEL, sample, slips, WEBHOOK } from './data.mjs';

/** The whole of the main entry, in any of its wrappings. */
const rules = (kyc) => [
  kyc.validate(sample, OPTIONS),
  kyc.validate(slips, OPTIONS),
  kyc.validateField('address.postalCode', '9410', { ...OPTIONS, data: slips }),
  kyc.validatePatch({ address: { city: null } }, { ...OPTIONS, stored: sample }),
  kyc.validateCustomer(customer, OPTIONS),
  kyc.pick(['phoneNumber', 'address']).validate(slips, OPTIONS),
  kyc.normalize({ phoneNumber: '+1 (415) 555-1234', nationality: 'usa' }, OPTIONS),
  kyc.schema(OPTIONS)['~standard'].validate(slips),
  kyc.schema['~standard'].jsonSchema.input({ target: 'draft-07' }),
  kyc.fields.length,
  kyc.version(),
];

/** Each entry's questions, by its name; `all` are the entries that are there. */
const QUESTIONS = {
  '.': rules,
  js: rules,
  slim: rules,
  errors: (errors, all) => {
    const report = (all['.'] ?? all.js).validate(slips, OPTIONS);
    return [errors.toApiError(report), errors.toProblemJson(report), errors.toFieldErrors(report, { keys: 'nested' })];
  },
  'locales/es': ({ es }, all) => {
    const { validate } = all['.'] ?? all.js;
    return ['form', 'api'].map((voice) => validate(slips, { ...OPTIONS, messages: es, voice }).issues);
  },
  phone: ({ isValidPhone, phone, phoneAsYouType }) => [
    isValidPhone('+442079460958'),
    phone('020 7946 0958', { country: 'GB' }),
    phoneAsYouType('US')('4155551234', 10),
  ],
  mrz: ({ mrz }) => mrz(PASSPORT, OPTIONS),
  'national-id': ({ checkScheme, nationalId }) => [nationalId('BR', 'TIN'), checkScheme('BR.cpf', '1')],
  image: ({ fingerprint, inspectImage }) => [fingerprint(PIXEL), inspectImage(PIXEL, { name: 'a.png' })],
  // With the browser's own decoder, in a worker where one can be had.
  assess: async ({ assess }) => {
    const { facts, quality } = await assess(new Blob([PICTURE], { type: 'image/png' }));
    return [facts, typeof quality?.mean];
  },
  lifecycle: ({ requirements, SCHEMES, verifyWebhook }) => [
    requirements(['DOCUMENT_MISSING_BACK']),
    verifyWebhook({ ...WEBHOOK, scheme: SCHEMES.standard }),
    verifyWebhook({ ...WEBHOOK, scheme: SCHEMES.standard, body: '{}' }),
  ],
  sandbox: ({ createSandbox }) => {
    const sandbox = createSandbox({ clock: () => 1_769_853_600_000, seed: 'a' });
    const { body } = sandbox.create(customer);
    const answers = [slips, sample].map((kycData) => sandbox.patch(body.id, { kycData }));
    sandbox.advance(30_000);
    return [body, answers, sandbox.get(body.id), sandbox.events()];
  },
  'schema.json': (schema) => schema.default ?? schema,
  form: async ({ bindForm }) => {
    document.body.innerHTML =
      '<form><label for="p">Phone</label><input id="p" name="phoneNumber"><button>Go</button></form>';
    const form = document.querySelector('form');
    const sent = [];
    const bound = bindForm(form, { ...OPTIONS, onSubmit: ({ data }) => void sent.push(data) });
    const said = [];
    for (const value of ['', '555', '+1 415 555 1234']) {
      form.elements.phoneNumber.value = value;
      form.dispatchEvent(new Event('submit', { cancelable: true }));
      await new Promise((done) => setTimeout(done, 20));
      said.push(form.querySelector('.kyc-error')?.textContent ?? '');
    }
    bound.unbind();
    return [said, sent];
  },
  element: ({ defineKycField }) => {
    defineKycField();
    const form = document.createElement('form');
    form.innerHTML = '<kyc-field path="phoneNumber"></kyc-field>';
    document.body.append(form);
    const [field] = form.children;
    const valid = ['555', '+14155551234'].map((value) => {
      field.value = value;
      return field.checkValidity();
    });
    return [valid, form.elements.length];
  },
};

/**
 * @param {Record<string, any>} entries the entries that this environment has, by name
 * @returns {Promise<Record<string, string>>} an answer an entry: JSON, or what went wrong behind an exclamation mark
 */
export async function probe(entries) {
  const answers = {};
  for (const [name, entry] of Object.entries(entries)) {
    try {
      answers[name] = JSON.stringify(await QUESTIONS[name](entry, entries));
    } catch (error) {
      answers[name] = `!${error?.stack ?? error}`;
    }
  }
  return answers;
}
