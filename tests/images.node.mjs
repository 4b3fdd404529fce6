// kyc-rules/image as it is packed: in Node, whose reports must be those of `kyc image --headers`, and in Chromium, where pictures are
// decoded, in a worker and without. node tests/images.node.mjs: `dist/npm` must be packed; KYC names the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { assess, fingerprint, inspectImage } from '../dist/npm/kyc-rules/image.js';
import { launch, serve } from './js/browser.mjs';
import { tests } from './js/tests.mjs';

const small = new URL('images/small/', import.meta.url);
const names = readdirSync(small).filter((name) => name !== 'truth.tsv');
const read = (name) => new Uint8Array(readFileSync(new URL(name, small)));
const codes = (report) => report.issues.map((issue) => issue.code);
const policy = { preset: 'guide', minBytes: 0 };

/** A PNG that claims 32,768 pixels a side, four gigabytes, and holds a few bytes of them. */
function claim() {
  const chunk = (kind, body) => {
    const summed = Buffer.concat([Buffer.from(kind), body]);
    const ends = [Buffer.alloc(4), Buffer.alloc(4)];
    ends[0].writeUInt32BE(body.length);
    ends[1].writeUInt32BE((crc32 ?? crc)(summed));
    return Buffer.concat([ends[0], summed, ends[1]]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(32768, 0);
  header.writeUInt32BE(32768, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(900))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Node 20 has none of its own. */
function crc(data) {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

const { test, end } = tests();

test('reports are those of the command line, file by file', () => {
  const command = process.env.KYC ?? fileURLToPath(new URL('../target/debug/kyc', import.meta.url));
  const paths = names.map((name) => fileURLToPath(new URL(name, small)));
  let lines;
  try {
    lines = execFileSync(command, ['image', '--json', '--headers', ...paths], { encoding: 'utf8' });
  } catch (error) {
    // Files with errors are among them.
    assert.equal(error.status, 1);
    lines = error.stdout;
  }
  const reports = lines.trim().split('\n');
  assert.equal(reports.length, names.length);
  for (const [at, name] of names.entries()) {
    const { file, ...theirs } = JSON.parse(reports[at]);
    assert.equal(JSON.stringify(inspectImage(read(name), { name })), JSON.stringify(theirs), name);
  }
});
test('bytes, a buffer, a part of one and a Blob are the same file', async () => {
  const bytes = read('card00-good.jpg');
  const report = inspectImage(bytes);
  const padded = new Uint8Array(bytes.length + 20);
  padded.set(bytes, 7);
  assert.deepEqual(inspectImage(bytes.slice().buffer), report);
  assert.deepEqual(inspectImage(padded.subarray(7, 7 + bytes.length)), report);
  assert.deepEqual(await inspectImage(new Blob([bytes])), report);
  const named = await inspectImage(new File([bytes], 'a.png', { type: 'application/pdf' }));
  assert.deepEqual(codes(named).slice(-2), ['image.name_mismatch', 'image.type_mismatch']);
  for (const wrong of [undefined, null, 'text', 7, {}, []]) assert.throws(() => inspectImage(wrong), TypeError);
});
test('a policy is a name, a text or an object; one that nobody knows throws', () => {
  const bytes = read('card00-good.jpg');
  assert.deepEqual(codes(inspectImage(bytes)), ['image.too_small']);
  assert.deepEqual(codes(inspectImage(bytes, { policy: 'guide minBytes=0' })), []);
  assert.deepEqual(codes(inspectImage(bytes, { policy })), []);
  for (const wrong of ['nobody', { minBytse: 1 }, { colour: 3 }, 'guide minBytes=-1', 'guide minBytes=99999999999'])
    assert.throws(() => inspectImage(bytes, { policy: wrong }), RangeError);
});
test('a password is told from a restriction', () => {
  const said = (name) => codes(inspectImage(read(name), { policy }));
  assert.deepEqual(said('reportlab-seven-user128.pdf'), ['image.pdf_password']);
  assert.deepEqual(said('reportlab-seven-owner128.pdf'), []);
  assert.deepEqual(said('reportlab-seven-user256.pdf'), ['image.pdf_encrypted']);
});
test('where nothing decodes, pixels are unverified', async () => {
  const report = await assess(new Blob([read('card00-good.jpg')]), { policy });
  assert.equal(report.quality, undefined);
  assert.ok(report.unverified.includes('sharpness'));
});
test('a claimed gigabyte takes no memory', async () => {
  const before = process.memoryUsage().rss;
  const report = await assess(new Blob([claim()]), { policy });
  assert.equal(report.facts.width, 32768);
  assert.ok(process.memoryUsage().rss - before < 50e6);
});
test('no megabyte is walked more than a few times', () => {
  const text = new TextEncoder();
  const scrambled = Array.from({ length: 55_000 }, (_, at) => `${(at * 7919) % 65536} 0 obj<<>>endobj\n`).join('');
  for (const file of [
    '1 0 obj<<'.repeat(1 << 17),
    scrambled,
    '['.repeat(1 << 20),
    '('.repeat(1 << 20),
    'stream\n'.repeat(1 << 17),
  ]) {
    const bytes = text.encode(`%PDF-1.7\n${file}`);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      inspectImage(bytes);
      best = Math.min(best, performance.now() - start);
    }
    // Ten milliseconds where nobody else computes; what is quadratic takes minutes.
    assert.ok(best < 300, `${file.slice(0, 20)}: ${best.toFixed(1)} ms`);
  }
});
test('the same file twice has one fingerprint', () => {
  assert.equal(fingerprint(new Uint8Array(0)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(fingerprint(read('a.gif')), fingerprint(read('a.gif').buffer));
});

const page = '<!doctype html><html lang="en"><title>images</title></html>';
const served = { claim: claim() };
const server = await serve((path) => {
  if (path === '/') return { text: page, type: 'text/html; charset=utf-8' };
  if (path === '/claim') return { text: served.claim, type: 'image/png' };
  if (path.startsWith('/small/')) return { file: new URL(path.slice(7), small) };
  return { file: new URL(`../dist/npm/kyc-rules${path}`, import.meta.url) };
});
const browser = await launch();
const tab = await browser.newPage();
const workers = [];
tab.on('worker', (worker) => workers.push(worker.url()));
await tab.goto(server.origin);
/** Each call's reports: of the bytes, of a Blob, of the pixels in a worker and without one. */
const judged = (path, options) =>
  tab.evaluate(
    async ([from, given]) => {
      const { assess, inspectImage } = await import('/image.js');
      const blob = await (await fetch(from)).blob();
      const inWorker = await assess(blob, given);
      const here = await assess(blob, { ...given, worker: false });
      const bytes = inspectImage(new Uint8Array(await blob.arrayBuffer()), { ...given, mediaType: blob.type });
      return { bytes, blob: await inspectImage(blob, given), inWorker, here };
    },
    [path, options],
  );
for (const name of [
  'card00-good.jpg',
  'card00-blur3.jpg',
  'card00-scan.png',
  'turned6.jpg',
  'reportlab-seven.pdf',
  'text.jpg',
  'a.webp',
])
  test(`in Chromium: ${name}`, async () => {
    const { bytes, blob, inWorker, here } = await judged(`/small/${name}`, { policy });
    assert.deepEqual(blob, bytes);
    assert.deepEqual(inWorker, here);
    const isDecoded = /card|turned|webp/.test(name);
    assert.equal(inWorker.quality !== undefined, isDecoded);
    assert.equal(codes(inWorker).includes('image.blurred'), name.includes('blur3'));
    assert.deepEqual(inWorker.facts, blob.facts);
  });
test('in Chromium: attempts make a measure an error, twice', async () => {
  for (const [attempt, acceptable] of [
    [1, false],
    [2, false],
    [3, true],
  ]) {
    const { inWorker } = await judged('/small/card00-blur4.jpg', { policy, attempt });
    assert.equal(inWorker.acceptable, acceptable, String(attempt));
  }
});
test('in Chromium: a claimed gigabyte is not decoded', async () => {
  const { inWorker } = await judged('/claim', { policy });
  assert.equal(inWorker.quality, undefined);
  assert.ok(inWorker.unverified.includes('sharpness'));
});
test('in Chromium: one worker did it all', () => {
  assert.equal(workers.length, 1);
  assert.match(workers[0], /image\.worker\.js$/);
});

await end();
await browser.close();
server.close();
