// The worker of `kyc-rules/image`: decodes and measures away from the page. A failure is answered with nothing, and the page then
// does the work itself and meets the failure there.
import { measure } from './image.core.js';

addEventListener('message', async ({ data: { id, blob, options } }) => {
  const report = await measure(blob, options).catch(() => undefined);
  postMessage({ id, report });
});
