// Conform and Superforms.
import assert from 'node:assert/strict';
import { parseSubmission, report } from '@conform-to/dom/future';
// By their files: the package's own index wants every library that it has an adapter for.
import { standard } from './node_modules/sveltekit-superforms/dist/adapters/standard.js';
import { superValidate } from './node_modules/sveltekit-superforms/dist/superValidate.js';
import { casual, forms, NUMBER, PHONE, sample, slips } from './shared.mjs';

export function conform() {
  const read = (data) => {
    const body = new FormData();
    body.set('phoneNumber', data.phoneNumber);
    body.set('documents[0].number', data.documents[0].number);
    const submission = parseSubmission(body);
    const { documents, ...payload } = submission.payload;
    const whole = { ...sample(), ...payload, documents: [{ ...sample().documents[0], ...documents[0] }] };
    return { submission, result: forms['~standard'].validate(whole) };
  };
  const { submission, result } = read(slips());
  const { error } = report(submission, { error: { issues: result.issues } });
  assert.deepEqual(error.fieldErrors, { phoneNumber: [PHONE], 'documents[0].number': [NUMBER] });
  assert.equal(read(casual()).result.value.phoneNumber, '+14155551234');
}

export async function superforms() {
  const adapter = standard(forms, {
    defaults: sample(),
    jsonSchema: forms['~standard'].jsonSchema.input({ target: 'draft-07' }),
  });
  const refused = await superValidate(slips(), adapter);
  assert.equal(refused.valid, false);
  assert.deepEqual(refused.errors.phoneNumber, [PHONE]);
  assert.deepEqual(refused.errors.documents[0].number, [NUMBER]);
  const taken = await superValidate(casual(), adapter);
  assert.equal(taken.valid, true);
  assert.equal(taken.data.phoneNumber, '+14155551234');
}
