// VeeValidate, in a component of Vue.
import './dom.mjs';
import assert from 'node:assert/strict';
import { toFieldErrors } from 'kyc-rules/errors';
import { useForm } from 'vee-validate';
import { createApp, h } from 'vue';
import { casual, forms, NUMBER, PHONE, slips } from './shared.mjs';

export async function veeValidate() {
  // What its typed schemas are; its own are for three libraries.
  const typed = {
    __type: 'VVTypedSchema',
    parse: async (values) => {
      const result = forms['~standard'].validate(values);
      const errors = Object.entries(toFieldErrors(result)).map(([path, message]) => ({ path, errors: [message] }));
      return { value: result.value, errors };
    },
  };
  const sent = [];
  let control;
  const setup = () => {
    control = useForm({ validationSchema: typed, initialValues: slips() });
    return () => h('p', control.errors.value.phoneNumber);
  };
  const place = document.createElement('div');
  createApp({ setup }).mount(place);
  const send = control.handleSubmit((values) => sent.push(values));
  await send();
  assert.deepEqual({ ...control.errors.value }, { phoneNumber: PHONE, 'documents[0].number': NUMBER });
  assert.equal(place.textContent, PHONE);
  control.setValues(casual());
  await send();
  assert.equal(sent[0].phoneNumber, '+14155551234');
}
