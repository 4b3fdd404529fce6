// The same package for `require`.
import kyc = require('../../dist/npm/kyc-rules/index.cjs');

const verdict: 'ready' | 'incomplete' | 'invalid' = kyc.validate({}, { today: '2026-01-31' }).verdict;
const code: kyc.Code = 'phone.not_e164';

export = { verdict, code };
