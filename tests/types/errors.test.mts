// What tsc must accept of kyc-rules/errors, and what it must refuse.
import { apiMessage, fromApiError, toApiError, toFieldErrors, toProblemJson } from '../../dist/npm/kyc-rules/errors.js';
import { schema, validate } from '../../dist/npm/kyc-rules/index.js';

const report = validate({});
const failed = schema['~standard'].validate({});
const said: 'BAD_REQUEST' | undefined = toApiError(report)?.error;
toApiError(failed, { missing: true });
toApiError(failed.issues ?? []);
toProblemJson(report, { status: 422, instance: '/1' })?.errors.map(({ pointer }) => pointer);
const flat: Record<string, string> = toFieldErrors(report, { keys: 'dots' });
const nested = toFieldErrors(fromApiError({}), { keys: 'nested' });
const words: string[] = report.issues.map(apiMessage);
// @ts-expect-error messages within messages are no text
const text: string = nested['address'];
// @ts-expect-error no such keys
toFieldErrors(report, { keys: 'tree' });

export { flat, said, text, words };
