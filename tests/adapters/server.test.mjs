// tRPC and Hono.
import assert from 'node:assert/strict';
import { sValidator } from '@hono/standard-validator';
import { initTRPC } from '@trpc/server';
import { Hono } from 'hono';
import { patchSchema } from 'kyc-rules';
import { toApiError, toProblemJson } from 'kyc-rules/errors';
import { casual, forms, slips, TODAY } from './shared.mjs';

export async function tRPC() {
  const t = initTRPC.create();
  const router = t.router({ submit: t.procedure.input(forms).mutation(({ input }) => input.phoneNumber) });
  const caller = t.createCallerFactory(router)({});
  assert.equal(await caller.submit(casual()), '+14155551234');
  await assert.rejects(caller.submit(slips()), ({ code, cause }) => {
    assert.equal(code, 'BAD_REQUEST');
    assert.equal(cause.issues[0].code, 'phone.not_e164');
    assert.match(toApiError(cause.issues).message, /^Validation failed: phoneNumber /);
    return true;
  });
}

export async function hono() {
  const app = new Hono();
  app.patch(
    '/customers/:id',
    sValidator('json', patchSchema({ ...TODAY, normalize: true }), (result, c) => {
      if (!result.success) return c.json(toApiError(result.error), 400);
    }),
    (c) => c.json(c.req.valid('json')),
  );
  app.post(
    '/problem',
    sValidator('json', forms, (result, c) => {
      if (!result.success) return c.json(toProblemJson(result.error, { missing: true, instance: c.req.path }), 400);
    }),
  );
  const send = (method, path, body) =>
    app.request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const refused = await send('PATCH', '/customers/1', { phoneNumber: '555' });
  assert.equal(refused.status, 400);
  assert.equal(
    await refused.text(),
    '{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber must be in E.164 format","statusCode":400}',
  );
  const taken = await send('PATCH', '/customers/1', { phoneNumber: '+1 415 555 1234' });
  assert.deepEqual(await taken.json(), { phoneNumber: '+14155551234' });
  const problem = await (await send('POST', '/problem', slips())).json();
  assert.equal(problem.errors.length, 2);
  assert.equal(problem.instance, '/problem');
}
