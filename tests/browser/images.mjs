// The demo's document images in a browser: a good picture, a blurred one, a text that calls itself a picture, under the page's own policy.
// node tests/browser/images.mjs: `dist/demo` must be assembled. Pictures are drawn by the browser itself.
import assert from 'node:assert/strict';
import { launch, serve } from '../js/browser.mjs';
import { tests } from '../js/tests.mjs';

const root = new URL('../../dist/demo/', import.meta.url);
const server = await serve((path) => ({ file: new URL(`.${path === '/' ? '/index.html' : path}`, root) }));
const browser = await launch();
const { test, end } = tests();

/** A card as a picture: text on a coloured ground, blurred by so many pixels. */
async function drawn(page, blur) {
  const url = await page.evaluate(async (pixels) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1400, height: 900 });
    const context = canvas.getContext('2d');
    context.filter = pixels > 0 ? `blur(${pixels}px)` : 'none';
    context.fillStyle = '#466';
    context.fillRect(0, 0, 1400, 900);
    context.fillStyle = '#cde';
    context.fillRect(90, 80, 1220, 740);
    context.fillStyle = '#112';
    context.font = '38px monospace';
    for (let row = 0; row < 15; row++) context.fillText('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<', 140, 160 + row * 44);
    return canvas.toDataURL('image/png');
  }, blur);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

const page = await browser.newPage();
const errors = [];
page.on('pageerror', (error) => errors.push(error.message));
page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
const workers = [];
page.on('worker', (worker) => workers.push(worker.url()));
await page.goto(`${server.origin}/#/images`);
await page.waitForSelector('body[data-ready="images"]');
const report = page.locator('.image-report');
const give = async (name, mimeType, buffer, wanted) => {
  await page.locator('#file').setInputFiles({ name, mimeType, buffer });
  await report.getByText(wanted).first().waitFor({ timeout: 10_000 });
  return report.innerText();
};
test('a sharp picture is measured in a worker', async () => {
  const said = await give('sharp.png', 'image/png', await drawn(page, 0), '1400 × 900');
  assert.match(said, /Blur\s+0\.[0-4]/);
  assert.doesNotMatch(said, /blurred/);
  assert.match(said, /Nobody can tell from here: .*corners/);
  assert.equal(workers.length, 1);
  assert.match(workers[0], /image\.worker\.js$/);
});
test('a blurred one is said to be blurred', async () => {
  const said = await give('soft.png', 'image/png', await drawn(page, 9), 'The picture is blurred');
  assert.match(said, /image\.blurred/);
});
test('a text is no picture, whatever its name', async () => {
  await give('a.jpg', 'image/jpeg', Buffer.from('nothing of the kind'), 'The file must be a JPG, PNG or PDF');
});
test('the page asks for nothing else and says no error', () => assert.deepEqual(errors, []));

await end();
await browser.close();
server.close();
