// What the page weighs, how soon it can be used, and what its policies let through.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from './shared.mjs';

/** Milliseconds until the form can be answered, at a quarter of the processor's speed. */
const AIM = 1000;
/** Bytes of the first view, by brotli 5 as servers compress on the fly. */
const MOST_WEIGHT = 700_000;
const SLOWER = 4;

/**
 * How soon the form can be answered: by the clock, as somebody waits for it, and by what the page's thread works until then, which other
 * programs on the machine do not lengthen. The best of some loads: what disturbs makes both longer, never shorter.
 */
async function usable(page) {
  const paths = new Set();
  page.on('response', (response) => paths.add(new URL(response.url()).pathname));
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('.page[data-ready] #f-email')) globalThis.usableAt ??= performance.now();
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const session = await page.context().newCDPSession(page);
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const best = async (rate) => {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    let [clock, work] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let load = 0; load < 5; load += 1) {
      await page.goto('about:blank');
      const before = await worked();
      await page.goto(`${location}`, { waitUntil: 'commit' });
      await page.waitForSelector('.page[data-ready] #f-email');
      work = Math.min(work, (await worked()) - before);
      clock = Math.min(clock, await page.evaluate(() => globalThis.usableAt));
    }
    return [Math.round(clock), Math.round(work)];
  };
  const location = page.url();
  const [, work] = await best(1);
  const [clock] = await best(SLOWER);
  let [raw, packed] = [0, 0];
  for (const path of paths) {
    const bytes = readFileSync(new URL(path === '/' ? 'index.html' : path.slice(1), ROOT));
    raw += bytes.length;
    packed += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  }
  console.log(
    `     first usable at a quarter of the speed: ${clock} ms by the clock, ${work * SLOWER} ms of work (aim ${AIM}); ${paths.size} requests, ${raw} bytes, ${packed} by brotli 5`,
  );
  assert.ok(work * SLOWER < AIM || clock < AIM, 'it can be used too late');
  assert.ok(packed < MOST_WEIGHT, `the first view weighs ${packed} bytes`);
}

/** No WebAssembly gets through, and the page says so of itself. */
async function refusesWasm(page) {
  const thrown = await page.evaluate(async () => {
    try {
      await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      return '';
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(thrown, 'CompileError');
  // The browser reports what its policy refused: that is what was asked for.
  page.removeAllListeners('console');
  assert.match(await page.textContent('#foot'), /With WebAssembly/);
}

export const CHROMIUM = [['the page is weighed, and timed', usable]];
export const WITHOUT_WASM = [['its policy refuses WebAssembly', refusesWasm]];

/** What stands in the files: the policy names the import map by its hash, and both pages have the same map. */
export function files() {
  const mapOf = (page) => /<script type="importmap">(.*?)<\/script>/s.exec(page)[1];
  const pages = ['index.html', 'without-wasm/index.html'].map((name) => readFileSync(new URL(name, ROOT), 'utf8'));
  for (const page of pages) {
    const hash = createHash('sha256').update(mapOf(page)).digest('base64');
    assert.ok(page.includes(`'sha256-${hash}'`), 'the import map’s hash');
  }
  assert.equal(mapOf(pages[0]), mapOf(pages[1]));
  assert.match(pages[0], /wasm-unsafe-eval/);
  assert.doesNotMatch(pages[1], /unsafe/);
  // A browser shows the policy's own text to no one: what the page is made of must not need more.
  for (const name of readdirSync(ROOT, { recursive: true })) {
    if (!/\.(js|css|html)$/.test(name) || name.includes('kyc-rules') || name.startsWith('code')) continue;
    if (!statSync(new URL(name, ROOT)).isFile()) continue;
    assert.doesNotMatch(readFileSync(new URL(name, ROOT), 'utf8'), /(?:src|href|url)\s*[=(]\s*["']?https?:/, name);
  }
}
