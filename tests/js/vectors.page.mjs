// What the page of tests/vectors.browser.mjs runs.
import * as errors from '/kyc-rules/errors.js';
import * as kyc from '/kyc-rules/index.js';
import { answer } from '/vectors.mjs';

const suites = await fetch('/suites').then((response) => response.json());
await fetch('/outcome', { method: 'POST', body: JSON.stringify(answer({ ...kyc, ...errors }, suites)) });
