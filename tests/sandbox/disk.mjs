// What the server does when the disk is full.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { customer, folder, sample, start } from './process.mjs';

/** Creates customers until the disk is full; those that were acknowledged. It says so, changes nothing, and goes on reading. */
async function fill(full, wanted) {
  const created = (await full.call('GET', '/customers')).body.data.map(({ id }) => id);
  let refusal;
  for (let time = 0; time < 3_000 && !refusal; time++) {
    const answer = await full.call('POST', '/customers', { ...customer, firstName: 'x'.repeat(99) });
    if (answer.status === 201) created.push(answer.body.id);
    else refusal = answer;
  }
  assert.ok(wanted.includes(refusal?.status), JSON.stringify(refusal?.body));
  assert.match(refusal.body.error, /^STORAGE_/);
  assert.match(full.log, /cannot write/);
  assert.ok(created.length > 0);
  for (const id of created) assert.equal((await full.call('GET', `/customers/${id}`)).status, 200);
  const all = (await full.call('GET', '/customers?limit=100')).body.data;
  assert.equal(all.length, Math.min(created.length, 100), 'what was refused is not there');
  return created;
}

/** A limit on the size of files, which the system calls an error of input and output; the file is whole afterwards. How many it took. */
export async function limitedFiles() {
  const limited = await start(['--file', join(folder, 'full.db'), '--quiet'], "trap '' XFSZ; ulimit -f 400");
  const created = await fill(limited, [503, 507]);
  limited.child.kill('SIGKILL');
  await limited.ended;
  const after = await start(['--file', join(folder, 'full.db'), '--quiet', '--key', limited.key]);
  for (const id of created)
    assert.equal((await after.call('GET', `/customers/${id}`)).status, 200, 'what was acknowledged is there');
  assert.equal((await after.call('POST', '/customers', customer)).status, 201, 'with room again it writes again');
  after.child.kill();
  return created.length;
}

/** A disk of its own, of 600 KB, where the system lets one mount it. */
export async function ownDisk() {
  const mount = `unshare -rm bash -c 'mount -t tmpfs -o size=600k none ${folder} && exec "$0" "$@"'`;
  if (spawnSync('bash', ['-c', `${mount} true`]).status === 0) {
    const small = await start(['--file', join(folder, 'small.db'), '--quiet'], undefined, mount);
    // A webhook arrives, and the disk is full when its receiver has answered.
    let attempts = 0;
    const receiver = createServer((_, response) => setTimeout(() => response.end(), ++attempts === 1 ? 1_500 : 0));
    await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    await small.call('POST', '/webhooks', { url: `http://127.0.0.1:${receiver.address().port}/` });
    const { id } = (await small.call('POST', '/customers', customer)).body;
    await small.call('PATCH', `/customers/${id}`, { kycData: sample });
    await fill(small, [507]);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.equal(attempts, 1, 'it is not sent again and again');
    assert.equal((await small.call('GET', `/customers/${id}`)).body.status, 'UNDER_REVIEW');
    assert.equal(small.log.trim().split('\n').length, 1, 'it complains once');
    receiver.close();
    small.child.kill();
  } else {
    console.log('sandbox api: a disk of its own skipped: no mount');
  }
}
