// The demo's pieces of code, each as it stands: type-checked, bundled with the library it is for, and used in Chromium under the strict
// policy. `dist/demo` must be assembled and the libraries of tests/adapters installed. The axum piece is an example that cargo compiles.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CSP, launch, serve } from '../js/browser.mjs';
import { tests } from '../js/tests.mjs';

const ROOT = new URL('../../', import.meta.url);
const CODE = new URL('dist/demo/code/', ROOT);
const PACKAGE = new URL('dist/npm/kyc-rules/', ROOT);
const LIBRARIES = fileURLToPath(new URL('tests/adapters/node_modules', ROOT));
const WORK = new URL('target/code/', ROOT);
const needs = createRequire(new URL('tests/adapters/package.json', ROOT));
const { parse, compileScript } = needs('vue/compiler-sfc');
const { compile } = needs('svelte/compiler');
const piece = (name) => readFileSync(new URL(name, CODE), 'utf8');
const PHONE = 'Enter a phone number with its country code, like +1 415 555 1234';
mkdirSync(WORK, { recursive: true });

/** A Vue component as TypeScript, its template a function of it. */
const vue = () => compileScript(parse(piece('vue.vue')).descriptor, { id: 'vue', inlineTemplate: true }).content;
/** What a framework's own compiler makes of a file, for the bundler. */
const compilers = {
  name: 'compilers',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, () => ({ contents: vue(), loader: 'ts', resolveDir: fileURLToPath(CODE) }));
    onLoad({ filter: /\.svelte$/ }, () => ({
      contents: compile(piece('svelte.svelte'), { filename: 'svelte.svelte' }).js.code,
      loader: 'js',
      resolveDir: fileURLToPath(CODE),
    }));
  },
};

/** What puts a piece on a page: whatever it hands on goes to `sent`. */
const HOSTS = {
  'react-hook-form.tsx': `import { createRoot } from 'react-dom/client'; import { createElement } from 'react';
    import { Personal } from './react-hook-form.tsx'; createRoot(place).render(createElement(Personal, { onNext: hand }));`,
  'tanstack-form.tsx': `import { createRoot } from 'react-dom/client'; import { createElement } from 'react';
    import { Personal } from './tanstack-form.tsx'; createRoot(place).render(createElement(Personal, { onNext: hand }));`,
  'vue.vue': `import { createApp } from 'vue'; import Personal from './vue.vue'; createApp(Personal, { onReady: hand }).mount(place);`,
  'svelte.svelte': `import { mount } from 'svelte'; import Personal from './svelte.svelte';
    mount(Personal, { target: place, props: { onready: hand } });`,
  'angular.ts': `import '@angular/compiler'; import { bootstrapApplication } from '@angular/platform-browser';
    import { provideZonelessChangeDetection } from '@angular/core'; import { Personal } from './angular.ts';
    place.append(document.createElement('app-personal'));
    bootstrapApplication(Personal, { providers: [provideZonelessChangeDetection()] }).then((app) => app.components[0].instance.ready.subscribe(hand));`,
};

async function bundle(name) {
  const { outputFiles } = await build({
    stdin: {
      contents: `window.sent = []; const hand = (answers) => window.sent.push({ ...answers });
        const place = document.querySelector('main'); ${HOSTS[name]}`,
      resolveDir: fileURLToPath(CODE),
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"', ngDevMode: 'false' },
    jsx: 'automatic',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    alias: { 'kyc-rules': fileURLToPath(PACKAGE).replace(/\/$/, '') },
    nodePaths: [LIBRARIES],
    plugins: [compilers],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** Pages by path, and what the server says of a form that is sent to it: first the guide's error, then that it is well. */
const pages = new Map();
const posted = [];
const { origin, close } = await serve((path, body) => {
  if (path === '/kyc') {
    if (body !== '') posted.push(JSON.parse(body));
    return { text: '{}', type: 'application/json' };
  }
  if (pages.has(path)) return { text: pages.get(path), type: path.endsWith('.js') ? 'text/javascript' : 'text/html' };
  if (path.startsWith('/kyc-rules/')) return { file: new URL(path.slice('/kyc-rules/'.length), PACKAGE) };
  return { file: new URL(path.slice(1), CODE) };
});
const browser = await launch();
const { test, end } = tests();
const MAP = /<script type="importmap">.*?<\/script>/s.exec(
  readFileSync(new URL('www-demo/index.html', ROOT), 'utf8'),
)[0];
const pageWith = (body) =>
  `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${MAP}</head><body>${body}</body></html>`;

/** Opens a page; what its console says is part of the verdict. */
async function open(path, walk, options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(origin + path);
  await walk(page);
  assert.deepEqual(said, []);
  await context.close();
}

test('the policy the pieces run under is strict', () => assert.doesNotMatch(CSP, /'unsafe-|\*/));

test('TypeScript takes every piece', () => {
  writeFileSync(new URL('vue.ts', WORK), vue());
  const compilerOptions = {
    ...{
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
    },
    ...{ jsx: 'react-jsx', experimentalDecorators: true, lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
    paths: {
      'kyc-rules': [fileURLToPath(new URL('index.d.ts', PACKAGE))],
      'kyc-rules/*': [fileURLToPath(new URL('*.d.ts', PACKAGE))],
      '*': [`${LIBRARIES}/@types/*`, `${LIBRARIES}/*`],
    },
  };
  const pieces = readdirSync(CODE).filter((name) => /\.tsx?$/.test(name));
  const files = [...pieces.map((name) => fileURLToPath(new URL(name, CODE))), './vue.ts'];
  writeFileSync(new URL('tsconfig.json', WORK), JSON.stringify({ compilerOptions, files }));
  const tsc = fileURLToPath(new URL('node_modules/.bin/tsc', ROOT));
  const { stdout, status } = spawnSync(tsc, ['--project', fileURLToPath(WORK)], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

for (const name of Object.keys(HOSTS)) {
  test(`${name}: refuses, says why at the field, then hands the answers on`, async () => {
    pages.set(`/${name}.js`, await bundle(name));
    pages.set(`/${name}.html`, pageWith(`<main></main><script src="/${name}.js"></script>`));
    // Angular's templates are compiled when an application is built; here, in the page, which takes `eval`.
    const options = name === 'angular.ts' ? { bypassCSP: true } : {};
    await open(
      `/${name}.html`,
      async (page) => {
        await page.getByLabel('Phone number').fill('4155551234');
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.waitForFunction((text) => document.body.textContent.includes(text), PHONE);
        assert.match(await page.textContent('main'), /nationality/i);
        assert.deepEqual(await page.evaluate('sent'), []);
        await page.getByLabel('Phone number').fill('+14155551234');
        await page.getByLabel('Nationality').fill('US');
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.waitForFunction('sent.length > 0');
        assert.deepEqual(await page.evaluate('sent[0]'), { phoneNumber: '+14155551234', nationality: 'US' });
      },
      options,
    );
  });
}

test('form.html: refuses, then sends the canonical copy', async () => {
  pages.set('/native', pageWith(piece('form.html')));
  await open('/native', async (page) => {
    await page.getByLabel('Phone number').fill('415');
    await page.getByRole('button').click();
    await page.waitForSelector('.kyc-summary');
    assert.match(await page.textContent('.kyc-summary'), /country code[^]*date of birth/);
    assert.equal(posted.length, 0);
    await page.getByLabel('Phone number').fill('+1 (415) 555-1234');
    await page.getByLabel('Day').fill('15');
    await page.getByLabel('Month').fill('May');
    await page.getByLabel('Year').fill('1990');
    await Promise.all([page.waitForResponse(/\/kyc$/), page.getByRole('button').click()]);
    assert.deepEqual(posted.pop(), { phoneNumber: '+14155551234', dateOfBirth: '1990-05-15' });
  });
});

test('form.html: what the server found stands at its field', async () => {
  await open('/native', async (page) => {
    await page.route('**/kyc', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/json',
        body: '{"error":"BAD_REQUEST","message":"Validation failed: phoneNumber is taken","statusCode":400}',
      }),
    );
    // A browser notes every answer of 400 by itself.
    page.removeAllListeners('console');
    await page.getByLabel('Phone number').fill('+14155551234');
    await page.getByLabel('Day').fill('15');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('1990');
    await page.getByRole('button').click();
    await page.waitForSelector('.kyc-summary');
    assert.match(await page.textContent('.kyc-summary'), /is taken/);
  });
});

test('element.html: refuses, then sends', async () => {
  pages.set('/element', pageWith(piece('element.html')));
  await open('/element', async (page) => {
    await page.getByRole('button').click();
    await page.waitForSelector('.kyc-summary');
    await page.getByLabel('Phone number').fill('+14155551234');
    await page.getByLabel('Day').fill('15');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('1990');
    await page.getByLabel('Country').selectOption('GB');
    await Promise.all([page.waitForURL(/phoneNumber=%2B14155551234/), page.getByRole('button').click()]).catch(
      async (error) => {
        throw new Error(`${await page.textContent('.kyc-summary')} ${error.message}`);
      },
    );
    const sent = Object.fromEntries(new URL(page.url()).searchParams);
    assert.deepEqual(sent, { phoneNumber: '+14155551234', dateOfBirth: '1990-05-15', 'address.country': 'GB' });
  });
});

test('sandbox.js: a whole life', async () => {
  pages.set('/life', pageWith('<main></main>'));
  await open('/life', async (page) => {
    const sample = JSON.parse(readFileSync(new URL('tests/sample.json', ROOT), 'utf8'));
    const life = await page.evaluate(async (data) => (await import('/sandbox.js')).lifeOf(data), sample);
    assert.deepEqual(life, ['UNDER_REVIEW', 'ACTIVE']);
  });
});

test('curl.sh: against the sandbox server', async () => {
  const { sandbox } = await import('../js/server.mjs');
  const server = await sandbox();
  try {
    const env = { ...process.env, KYC_URL: server.url, KYC_KEY: server.key };
    const said = execFileSync('sh', [fileURLToPath(new URL('curl.sh', CODE))], { encoding: 'utf8', env });
    assert.equal(JSON.parse(said).status, 'NEEDS_ADDITIONAL_INFORMATION');
  } finally {
    server.close();
  }
});

await end();
await browser.close();
close();
