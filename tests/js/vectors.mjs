// The shared vectors, asked of the package: the same in Node and in a browser. tests/vectors.rs asks them natively.

/** The folders under tests/vectors, in the order in which every runtime answers them. */
export const FOLDERS = ['payload', 'rules'];

/**
 * Asks every case.
 * @param {Record<string, Function>} kyc the package: its main entry and `kyc-rules/errors`
 * @param {{file: string, cases: object[]}[]} suites in order
 * @returns {{answers: string[], wrong: string[]}} an answer a case, and a line for each that is not as its vector says
 */
export function answer(kyc, suites) {
  const answers = [];
  const wrong = [];
  for (const { file, cases } of suites) {
    cases.forEach((one, at) => {
      const { expected, got, said } = one.path === undefined ? ofPayload(kyc, one) : ofField(kyc, one);
      answers.push(JSON.stringify(said));
      if (JSON.stringify(expected) !== JSON.stringify(got)) {
        wrong.push(`${file}[${at}] ${one.name ?? one.path}: expected ${expected}, got ${got}`);
      }
    });
  }
  return { answers, wrong };
}

function ofField(kyc, { path, value = null, data, codes, today = '2026-01-31', policy }) {
  const issues = kyc.validateField(path, value, { data, today, policy });
  // A vector is about its own field; what it does to others is in the answer all the same.
  const own = path.replace('[]', '[0]').replace(/\.(\d+)/, '[$1]');
  return {
    expected: codes,
    got: issues.filter((issue) => issue.path === own).map((issue) => issue.code),
    said: {
      issues: issues.map(({ pointer, ...rest }) => rest),
      api: issues.map(kyc.apiMessage),
      normalized: asText(kyc.normalizeField(path, value, { data, today, policy })),
    },
  };
}

/** A value as far as an answer shows it. */
const asText = (value) =>
  typeof value === 'string' && value.isWellFormed() ? value : typeof value === 'boolean' ? value : null;

function ofPayload(
  kyc,
  { mode = 'whole', payload = null, stored, verdict, issues = [], today = '2026-01-31', policy },
) {
  const options = { today, policy };
  const judge = {
    whole: () => kyc.validate(payload, options),
    customer: () => kyc.validateCustomer(payload, options),
    patch: () => kyc.validatePatch(payload, { ...options, stored }),
  };
  const said = judge[mode]();
  const { changes } = mode === 'customer' ? kyc.normalizeCustomer(payload, options) : kyc.normalize(payload, options);
  return {
    expected: [verdict, ...issues],
    got: [said.verdict, ...said.issues.map((issue) => `${issue.path} ${issue.code}`.trim())],
    said: {
      ...said,
      changes: changes.map(({ path, kind }) => `${path} ${kind}`),
      error: kyc.toApiError(said) ?? null,
      problem: kyc.toProblemJson(said, { instance: '/1' }) ?? null,
    },
  };
}
