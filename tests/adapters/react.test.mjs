// React Hook Form, Mantine, Formik and TanStack Form, each rendered by React.
import './dom.mjs';
import assert from 'node:assert/strict';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { schemaResolver, useForm as useMantine } from '@mantine/form';
import { useForm as useTanStack } from '@tanstack/react-form';
import { useFormik } from 'formik';
import { fromApiError, toFieldErrors } from 'kyc-rules/errors';
import { act, createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm as useHookForm } from 'react-hook-form';
import { casual, forms, NUMBER, PHONE, slips } from './shared.mjs';

const SERVER = fromApiError({ message: 'Validation failed: phoneNumber is taken', statusCode: 400 });

/** Renders a form whose hook is `use`; what the hook last gave, and a way to send the form. */
async function render(use) {
  const form = { current: undefined };
  function Form() {
    form.current = use();
    return h('form', { onSubmit: form.current.onSubmit }, form.current.children);
  }
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(() => root.render(h(Form)));
  const settled = () => act(() => new Promise((done) => setTimeout(done, 20)));
  return {
    form,
    settled,
    text: () => place.textContent,
    send: async () => {
      await act(() =>
        place.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
      );
      await settled();
    },
  };
}

export async function reactHookForm() {
  const sent = [];
  const { form, send, text, settled } = await render(() => {
    const control = useHookForm({ resolver: standardSchemaResolver(forms), defaultValues: slips() });
    const { errors } = control.formState;
    return {
      ...control,
      onSubmit: control.handleSubmit((data) => sent.push(data)),
      children: [
        h('input', { key: 1, ...control.register('phoneNumber') }),
        h('p', { key: 2 }, errors.phoneNumber?.message),
        h('input', { key: 3, ...control.register('documents.0.number') }),
        h('p', { key: 4 }, errors.documents?.[0]?.number?.message),
      ],
    };
  });
  await send();
  assert.equal(text(), PHONE + NUMBER);
  assert.equal(document.activeElement.name, 'phoneNumber', 'the first has the focus');
  await act(() => form.current.reset(casual()));
  await send();
  assert.equal(sent[0].phoneNumber, '+14155551234', 'the canonical copy is handed on');
  for (const { path, message } of SERVER.issues) await act(() => form.current.setError(path, { message }));
  await settled();
  assert.match(text(), /phoneNumber is taken/);
}

export async function mantine() {
  const sent = [];
  const { form, send } = await render(() => {
    const control = useMantine({ initialValues: slips(), validate: schemaResolver(forms, { sync: true }) });
    return { ...control, onSubmit: control.onSubmit((values) => sent.push(values)) };
  });
  await send();
  assert.deepEqual(form.current.errors, { phoneNumber: PHONE, 'documents.0.number': NUMBER });
  await act(() => form.current.setValues(casual()));
  await send();
  assert.equal(sent.length, 1);
  await act(() => form.current.setErrors(toFieldErrors(SERVER, { keys: 'dots' })));
  assert.deepEqual(form.current.errors, { phoneNumber: 'phoneNumber is taken' });
}

export async function formik() {
  const sent = [];
  const { form, send } = await render(() => {
    const control = useFormik({
      initialValues: slips(),
      validate: (values) => toFieldErrors(forms['~standard'].validate(values), { keys: 'nested' }),
      onSubmit: (values) => void sent.push(values),
    });
    return { ...control, onSubmit: control.handleSubmit };
  });
  await send();
  const { errors, touched } = form.current;
  assert.equal(errors.phoneNumber, PHONE);
  assert.equal(errors.documents[0].number, NUMBER);
  assert.equal(touched.documents[0].number, true);
  await act(() => form.current.setValues(casual()));
  await send();
  assert.equal(sent.length, 1);
  await act(() => form.current.setErrors(toFieldErrors(SERVER, { keys: 'nested' })));
  assert.equal(form.current.errors.phoneNumber, 'phoneNumber is taken');
}

export async function tanStackForm() {
  const sent = [];
  const { form, send, text } = await render(() => {
    const control = useTanStack({
      defaultValues: slips(),
      validators: { onSubmit: forms },
      onSubmit: ({ value }) => void sent.push(value),
    });
    const field = (name) =>
      h(control.Field, { key: name, name, children: ({ state }) => h('p', null, state.meta.errors[0]?.message) });
    return {
      control,
      onSubmit: (event) => {
        event.preventDefault();
        control.handleSubmit();
      },
      children: [field('phoneNumber'), field('documents[0].number')],
    };
  });
  await send();
  assert.equal(text(), PHONE + NUMBER);
  const { control } = form.current;
  assert.equal(control.getFieldMeta('phoneNumber').errors[0].code, 'phone.not_e164', 'the code comes through');
  await act(() => control.setFieldValue('phoneNumber', casual().phoneNumber));
  await act(() => control.setFieldValue('documents[0].number', casual().documents[0].number));
  await send();
  assert.equal(sent.length, 1);
}
