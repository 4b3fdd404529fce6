// node run.mjs: the adapters' tests beside the packed package. `npm ci` first. Ends with `N passed, N failed`.
import { existsSync, symlinkSync } from 'node:fs';
import { tests } from '../js/tests.mjs';

// The package under the name it is published by.
const link = new URL('node_modules/kyc-rules', import.meta.url);
if (!existsSync(link)) symlinkSync('../../../dist/npm/kyc-rules', link, 'junction');

// Those that want a page come last: tRPC refuses to serve in one.
for (const file of ['server', 'others', 'react', 'vue', 'angular', 'readme']) {
  const { test, end } = tests();
  for (const [name, run] of Object.entries(await import(`./${file}.test.mjs`))) test(name, run);
  await end();
  if (process.exitCode !== 0) break;
}
// Some of them leave timers behind.
process.exit();
