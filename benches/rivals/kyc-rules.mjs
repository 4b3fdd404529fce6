// This package, behind the same interface. A missing value is an issue, a warning is none: as the Standard Schema of the
// package has it.
import { validate as judge } from '../../dist/npm/kyc-rules/index.js';

export function validate(payload) {
  const own = judge(payload);
  return { valid: own.verdict === 'ready', issues: own.issues.filter(({ severity }) => severity !== 'warning'), own };
}

/** Whether it is ready; nobody reads the issues. */
export const isReady = (payload) => judge(payload).verdict === 'ready';

/** The paths that get a warning. */
export const warned = (payload) =>
  judge(payload)
    .issues.filter(({ severity }) => severity === 'warning')
    .map(({ path }) => path);
