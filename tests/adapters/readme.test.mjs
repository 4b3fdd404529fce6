// The pieces of code in the package's README, run as they stand there.
import './dom.mjs';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { act, createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { casual, NUMBER, PHONE, sample, slips } from './shared.mjs';

const README = readFileSync(new URL('../../pkg-template/README.md', import.meta.url), 'utf8');
const folder = new URL('node_modules/.readme/', import.meta.url);
mkdirSync(folder, { recursive: true });

/** The module that a piece of code is: the one that says this. */
async function piece(words) {
  const found = [...README.matchAll(/^```js\n(.*?)^```$/gms)]
    .map(([, code]) => code)
    .filter((code) => code.includes(words));
  assert.equal(found.length, 1, words);
  const file = new URL(`${words.replace(/\W+/g, '-')}.mjs`, folder);
  writeFileSync(file, found[0]);
  return import(file.href);
}

export async function aStandardSchema() {
  const { read } = await piece('// Any library that takes a Standard Schema');
  assert.equal(read(casual()).phoneNumber, '+14155551234');
  assert.deepEqual(read(slips()), [`phoneNumber: ${PHONE}`, `documents.0.number: ${NUMBER}`]);
}

export async function reactHookForm() {
  const { useKycForm } = await piece('// React Hook Form.');
  let form;
  const Form = () => {
    form = useKycForm(slips());
    return h('p', null, form.formState.errors.phoneNumber?.message);
  };
  const place = document.createElement('div');
  await act(() => createRoot(place).render(h(Form)));
  await act(() => form.trigger());
  assert.equal(place.textContent, PHONE);
}

export async function hono() {
  const { app } = await piece('// Hono, ');
  const send = (body) =>
    app.request('/customers/1', { method: 'PATCH', body, headers: { 'content-type': 'application/json' } });
  const refused = await send('{"phoneNumber":"555"}');
  assert.deepEqual(await refused.json(), {
    error: 'BAD_REQUEST',
    message: 'Validation failed: phoneNumber must be in E.164 format',
    statusCode: 400,
  });
  assert.equal((await send('{"phoneNumber":"+14155551234"}')).status, 200);
}

export async function aNativeForm() {
  const { start } = await piece('// Controls named by their paths');
  document.body.innerHTML =
    '<form><label for="p">Phone</label><input id="p" name="phoneNumber"><button>Go</button></form>';
  const [form] = document.forms;
  const sent = [];
  start(form, async (data) => {
    sent.push(data);
    return new Response('{"message":"Validation failed: phoneNumber is taken","statusCode":400}', { status: 400 });
  });
  const send = async () => {
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((done) => setTimeout(done, 20));
    return form.querySelector('.kyc-error')?.textContent;
  };
  assert.equal(await send(), 'Enter the phone number');
  form.phoneNumber.value = '+1 415 555 1234';
  assert.equal(await send(), 'phoneNumber is taken');
  assert.deepEqual(sent, [{ phoneNumber: '+14155551234' }]);
  assert.equal(sample().phoneNumber, '+14155551234');
}

export async function anElement() {
  const { defineKycField } = await piece('kyc-rules/element');
  assert.equal(typeof defineKycField, 'function');
}
