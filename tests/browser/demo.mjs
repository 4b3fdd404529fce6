// Journeys over the demo in Chromium, as a person makes them: under its security policy, with nothing on the console, no request
// to anywhere else, and no finding of axe in any view, light, dark and from right to left. `dist/demo` must be assembled.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transform } from 'esbuild';
import { launch, serve } from '../js/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SAMPLE = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
const TODAY = '2026-01-31';
const VIEWS = ['try', 'fields', 'words', 'rules', 'images', 'code', 'theme'];
const ROOT = new URL('../../dist/demo/', import.meta.url);
const { origin, close } = await serve((path) => ({ file: new URL(path === '/' ? 'index.html' : path.slice(1), ROOT) }));
const browser = await launch();
let passed = 0;
let failed = 0;

/** Opens a view and walks a journey; what the console says and what is asked of other hosts is part of the verdict. */
async function journey(name, walk, { view = 'try', width = 1280, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    bypassCSP: false,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith(`blob:${origin}`)) said.push(`request: ${new URL(url).host}`);
  });
  try {
    await page.goto(`${origin}/#/${view}`);
    await page.waitForSelector(`body[data-ready="${view.split('/')[0]}"]`);
    if (view.startsWith('try')) {
      await page.waitForSelector('.page[data-ready]');
      await page.evaluate(() => {
        document.querySelector('.toolbar').open = true;
      });
      await page.fill('#today', TODAY);
    }
    await walk(page);
    assert.deepEqual(said, []);
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.message}`);
  }
  await context.close();
}

const tab = (page, id) => page.click(`#tab-${id}`);
const dataOf = async (page) => {
  await tab(page, 'data');
  return JSON.parse(await page.textContent('#data'));
};
const reportOf = async (page) => {
  await tab(page, 'report');
  return JSON.parse(await page.textContent('#report'));
};
const go = (page, step) =>
  page.evaluate((to) => {
    location.hash = `#/try/${to}`;
  }, step);
const title = (page, text) => page.waitForSelector(`#step-title:has-text("${text}")`);
const next = (page) => page.click('form button[type=submit]');
const status = (page, wanted) => page.waitForSelector(`.status-badge:has-text("${wanted}")`);
const button = (page, text) => page.click(`.desk button:has-text("${text}")`);
const active = (page) => page.evaluate(() => document.activeElement.id);

/** The sample, sent for review. */
async function sent(page, outcome) {
  await page.selectOption('#sample', '0');
  if (outcome !== undefined) await page.selectOption('#outcome', String(outcome));
  await next(page);
  await title(page, 'About you');
  await go(page, 'review');
  await title(page, 'Check your answers');
  await next(page);
  await status(page, 'UNDER_REVIEW');
}

await journey('nothing is said before it is asked, and the summary leads to the fields', async (page) => {
  assert.equal(await page.locator('.say:visible').count(), 0);
  await next(page);
  assert.equal(await active(page), 'summary');
  assert.match(await page.title(), /^Error: /);
  await page.click('#summary a:has-text("email")');
  assert.equal(await active(page), 'f-email');
});

await journey('a whole way by hand: create, answer, check, send, be approved', async (page) => {
  const { address, documents, ...top } = SAMPLE;
  const put = (path, value) => page.fill(`#f-${path}`, value);
  const pickOne = (path, value) => page.selectOption(`#f-${path}`, value);
  const radio = (path, value) => page.check(`input[name="f-${path}"][value="${value}"]`);
  const date = async (path, value) => {
    const [year, month, day] = value.split('-');
    await put(path, day);
    await put(`${path}-month`, month);
    await put(`${path}-year`, year);
  };
  await put('email', 'test-success@example.com');
  await put('firstName', 'Jane');
  await put('lastName', 'Smith');
  await next(page);
  await title(page, 'About you');
  await put('legalFirstName', top.legalFirstName);
  await put('legalLastName', top.legalLastName);
  await page.locator('#f-phoneNumber').pressSequentially('+14155551234');
  assert.equal(await page.inputValue('#f-phoneNumber'), '+1 415-555-1234');
  await date('dateOfBirth', top.dateOfBirth);
  await pickOne('nationality', 'US');
  await next(page);
  await title(page, 'Where you live');
  await pickOne('address-country', 'US');
  await page.waitForSelector('label:has-text("ZIP code")');
  await put('address-addressLine1', address.addressLine1);
  await put('address-addressLine2', address.addressLine2);
  await put('address-city', address.city);
  await pickOne('address-stateCode', 'CA');
  await put('address-postalCode', address.postalCode);
  await next(page);
  await title(page, 'Your national ID');
  await page.click('button:has-text("your nationality")');
  await radio('nationalIdType', 'SSN');
  await put('nationalIdNumber', top.nationalIdNumber);
  await next(page);
  await title(page, 'Work and money');
  await radio('employmentStatus', top.employmentStatus);
  await put('mostRecentOccupation', top.mostRecentOccupation);
  await radio('sourceOfFunds', top.sourceOfFunds);
  await radio('accountPurpose', top.accountPurpose);
  await radio('expectedMonthlyPaymentsUsd', top.expectedMonthlyPaymentsUsd);
  await radio('isIntermediary', 'false');
  await next(page);
  await title(page, 'Your documents');
  await page.click('#add-PASSPORT');
  await put('documents-0-number', documents[0].number);
  await pickOne('documents-0-issuingCountry', 'US');
  await date('documents-0-expirationDate', documents[0].expirationDate);
  await next(page);
  assert.equal(await active(page), 'summary', 'a document wants its picture');
  await page.click('[aria-label^="Use a blurred specimen"]');
  await page.waitForSelector('.shot-verdict.invalid');
  await page.click('[aria-label^="Use a specimen"]');
  await page.waitForSelector('.shot-verdict.ready');
  await next(page);
  await title(page, 'Check your answers');
  const data = await dataOf(page);
  assert.match(data.documents[0].frontImageUrl, /^https:\/\/your-storage\.com\/[0-9a-f]{12}\.jpg$/);
  data.documents[0].frontImageUrl = documents[0].frontImageUrl;
  assert.deepEqual(data, SAMPLE);
  const { verdict, issues, asOf } = await reportOf(page);
  assert.deepEqual([verdict, issues.map(({ code }) => code), asOf], ['ready', ['national_id.placeholder'], TODAY]);
  await next(page);
  await status(page, 'UNDER_REVIEW');
  await button(page, 'Skip 30 seconds');
  await status(page, 'ACTIVE');
  await tab(page, 'webhooks');
  assert.equal(await page.locator('#webhooks .exchange').count(), 2);
  await tab(page, 'requests');
  assert.equal(await page.locator('#requests .exchange').count(), 2);
});

await journey('a request for information opens what it names, and nothing else', async (page) => {
  await sent(page);
  await page.selectOption('#request', 'NAME_MISMATCH');
  await page.click('.desk button:text-is("Ask")');
  await status(page, 'NEEDS_ADDITIONAL_INFORMATION');
  await page.click('#answer');
  await title(page, 'What we still need');
  const fields = await page.$$eval('.form .field input', (inputs) => inputs.map(({ id }) => id));
  assert.deepEqual(fields.sort(), ['f-legalFirstName', 'f-legalLastName', 'f-legalMiddleName']);
  await page.fill('#f-legalFirstName', 'Janet');
  await next(page);
  await status(page, 'UNDER_REVIEW');
  await tab(page, 'requests');
  const request = await page.locator('#requests .exchange pre').first().textContent();
  assert.deepEqual(JSON.parse(request), { kycData: { legalFirstName: 'Janet', legalLastName: 'Smith' } });
  await button(page, 'Approve');
  await status(page, 'ACTIVE');
});

await journey('the guide’s test address asks for a proof of address, and takes one', async (page) => {
  await sent(page, 1);
  await button(page, 'Skip 30 seconds');
  await status(page, 'NEEDS_ADDITIONAL_INFORMATION');
  await page.click('#answer');
  await page.click('#add-UTILITY_BILL');
  for (const [box, value] of [
    ['', '1'],
    ['-month', '12'],
    ['-year', '2025'],
  ]) {
    await page.fill(`#f-documents-1-issueDate${box}`, value);
  }
  await page.click('[aria-label^="Use a specimen"][aria-label$="document 2"]');
  await page.waitForSelector('.shot-verdict');
  await next(page);
  await status(page, 'UNDER_REVIEW');
  await button(page, 'Skip 30 seconds');
  await status(page, 'ACTIVE');
});

await journey('a rejection, and a closed account', async (page) => {
  await sent(page, 2);
  await button(page, 'Skip 30 seconds');
  await status(page, 'REJECTED');
  assert.equal(await page.isVisible('#again'), true);
  await button(page, 'Close the account');
  await status(page, 'DEACTIVATED');
  assert.equal(await page.isVisible('#again'), false);
});

await journey('every sample is ready, under its country’s own words', async (page) => {
  const words = { 1: 'CEP', 2: 'PLZ', 3: 'PIN code', 4: 'Eircode', 6: 'Postcode' };
  const count = (await page.locator('#sample option').count()) - 1;
  for (let at = 0; at < count; at += 1) {
    await page.selectOption('#sample', String(at));
    const { verdict, issues } = await reportOf(page);
    const stops = issues.filter(({ severity }) => severity !== 'warning').map(({ path, code }) => `${path} ${code}`);
    assert.deepEqual([verdict, stops], ['ready', []], `sample ${at}`);
    await go(page, 'address');
    await title(page, 'Where you live');
    if (words[at]) assert.equal(await page.locator(`label:has-text("${words[at]}")`).count(), 1, words[at]);
    else if (at === 5) assert.equal(await page.locator('#f-address-postalCode').count(), 0, 'no postal codes there');
  }
});

await journey('every mistake in the menu is said at its field', async (page) => {
  const mistakes = await page.locator('#mistake option').count();
  assert.ok(mistakes > 10);
  for (let at = 0; at < mistakes - 1; at += 1) {
    await page.selectOption('#mistake', String(at));
    assert.ok((await page.locator('.form .say:visible').count()) > 0, `mistake ${at} is not said`);
  }
});

await journey('answers outlive a look at another view, and are in no address', async (page) => {
  await page.selectOption('#sample', '0');
  await page.click('.nav a[href="#/words"]');
  await page.waitForSelector('body[data-ready="words"]');
  await page.click('.nav a[href="#/try"]');
  await page.waitForSelector('body[data-ready="try"]');
  await go(page, 'personal');
  await title(page, 'About you');
  assert.equal(await page.inputValue('#f-legalFirstName'), 'Jane');
  assert.doesNotMatch(page.url(), /Jane|Smith|4155/);
});

await journey('by keyboard alone: skip, fill in, send, and the summary has the focus', async (page) => {
  await page.focus('.skip');
  await page.keyboard.press('Enter');
  await page.focus('#f-email');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'summary');
  await page.focus('#tab-requests');
  await page.keyboard.press('ArrowRight');
  assert.equal(await active(page), 'tab-webhooks');
});

await journey(
  'the gallery shows every code of a field at every width',
  async (page) => {
    const count = await page.locator('.cell').count();
    assert.ok(count > 10, `${count} states`);
    for (const width of ['320', '1280']) {
      await page.selectOption('#width', width);
      assert.equal(await page.locator(`.frame.width-${width}`).count(), count);
    }
    await page.selectOption('#field', 'every');
    await page.waitForFunction(() => document.querySelectorAll('.cell').length > 60);
  },
  { view: 'fields/phoneNumber' },
);

await journey(
  'words are searched, changed and taken away',
  async (page) => {
    await page.fill('#search', 'phone.too_short');
    assert.equal(await page.locator('.words tbody tr').count(), 1);
    await page.fill('.words textarea', 'Zu kurz');
    assert.match(await page.textContent('.view-words > .hint'), /1 changed here/);
    for (const kind of ['json', 'csv', 'xlf']) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(`#export-${kind}`)]);
      const text = readFileSync(await file.path(), 'utf8');
      assert.match(text, /Zu kurz/);
      if (kind === 'json') assert.equal(JSON.parse(text).form['phone.too_short'], 'Zu kurz');
    }
  },
  { view: 'words' },
);

await journey(
  'every language of the package is whole, and runs its own way',
  async (page) => {
    const tags = await page.locator('#locale option').evaluateAll((options) => options.map(({ value }) => value));
    assert.ok(tags.length >= 27, `${tags.length} languages`);
    for (const tag of tags) {
      await page.selectOption('#locale', tag);
      await page.waitForSelector(`.words textarea[lang="${tag}"]`);
      const dir = ['ar', 'he', 'en-XB'].includes(tag) ? 'rtl' : 'ltr';
      assert.equal(await page.locator(`.words textarea[dir="${dir}"]`).count(), 142, tag);
      const said = await page.textContent('.view-words > .hint');
      assert.match(said, / 0 missing, 0 changed/, tag);
      assert.equal(/reviewed/.test(said), !tag.startsWith('en-'), tag);
      assert.equal(await page.locator('.words .say.error:visible').count(), 0, tag);
      assert.doesNotMatch(await page.textContent('.preview'), /[{}#]/, tag);
    }
    await page.selectOption('#locale', 'es');
    await page.selectOption('#only', 'api');
    await page.waitForSelector('.words textarea[lang="es"]');
    assert.equal(await page.inputValue('.words textarea >> nth=0'), 'es obligatorio');
  },
  { view: 'words' },
);

await journey(
  'rules lead by an address to countries and schemes',
  async (page) => {
    await page.waitForSelector('#find-country');
    await page.fill('#find-country', 'ireland');
    assert.match(await page.textContent('#rules-countries tbody'), /Eircode/);
    await page.click('#tab-rules-schemes');
    await page.fill('#find-scheme', 'BR.cpf');
    assert.match(await page.textContent('#rules-schemes tbody'), /111\.444\.777-35/);
  },
  { view: 'rules/countries' },
);

await journey(
  'the theme tells contrast and exports tokens',
  async (page) => {
    assert.equal(await page.locator('.contrast .invalid').count(), 0);
    await page.fill('#token-accent', '#9999ff');
    assert.ok((await page.locator('.contrast .invalid').count()) > 0);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#export-dtcg')]);
    const { color } = JSON.parse(readFileSync(await file.path(), 'utf8'));
    assert.equal(color.accent.$value.hex, '#9999ff');
  },
  { view: 'theme' },
);

await journey(
  'the pieces of code run',
  async (page) => {
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.piece code')].every((it) => it.textContent !== 'Loading'),
    );
    const said = await page.evaluate(async (sample) => {
      const { lifeOf } = await import('/code/sandbox.js');
      await import('/code/element.js');
      const field = document.createElement('kyc-field');
      field.setAttribute('path', 'phoneNumber');
      const form = document.createElement('form');
      form.append(field);
      document.body.append(form);
      const empty = form.checkValidity();
      field.shadowRoot.querySelector('input').value = '+14155551234';
      field.shadowRoot.querySelector('input').dispatchEvent(new Event('input'));
      const full = form.checkValidity();
      form.remove();
      const html = await (await fetch('/code/form.html')).text();
      const holder = document.createElement('div');
      holder.innerHTML = html.replace(/<script[^]*/, '');
      document.body.append(holder);
      await import('/code/form.js');
      holder.querySelector('form').requestSubmit();
      const message = holder.querySelector('#phoneNumber-said').textContent;
      holder.remove();
      return { events: lifeOf(sample), empty, full, message };
    }, SAMPLE);
    assert.deepEqual(said, {
      events: ['UNDER_REVIEW', 'ACTIVE'],
      empty: false,
      full: true,
      message: 'Enter the phone number',
    });
  },
  { view: 'code' },
);

/** What axe finds. A security policy keeps scripts out of the page; the tester's own comes by the debugger. */
async function axe(page) {
  await page.evaluate(`${AXE}; void 0`);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    [],
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.equal(wide, true, 'it scrolls sideways');
}

for (const [look, width, colorScheme, dir] of [
  ['light', 390, 'light', 'ltr'],
  ['dark', 1280, 'dark', 'ltr'],
  ['right to left', 1280, 'light', 'rtl'],
]) {
  for (const view of VIEWS) {
    await journey(
      `axe finds nothing in ${view}, ${look}`,
      async (page) => {
        if (dir === 'rtl') await page.selectOption('#dir', 'rtl');
        await page.waitForTimeout(150);
        await axe(page);
        if (view !== 'try') return;
        await page.selectOption('#mistake', '2');
        await next(page);
        await axe(page);
        await page.selectOption('#sample', '0');
        await go(page, 'documents');
        await title(page, 'Your documents');
        await axe(page);
        await sent(page);
        await axe(page);
      },
      { view, width, colorScheme },
    );
  }
}

// The policy in the page names the import map by its hash: a map that changed would be refused.
const html = readFileSync(new URL('index.html', ROOT), 'utf8');
const [, map = ''] = /<script type="importmap">(.*?)<\/script>/s.exec(html) ?? [];
assert.ok(html.includes(`'sha256-${createHash('sha256').update(map).digest('base64')}'`), 'the import map’s hash');

// The pieces for frameworks are read by a compiler; their libraries are not at hand, so their types are not checked.
for (const file of ['react-hook-form.tsx', 'tanstack-form.tsx', 'angular.ts', 'vue.vue', 'svelte.svelte']) {
  const text = readFileSync(new URL(`code/${file}`, ROOT), 'utf8');
  const [, script] = /<script[^>]*>(.*?)<\/script>/s.exec(text) ?? [];
  const made = await transform(script ?? text, { loader: file.endsWith('tsx') ? 'tsx' : 'ts' });
  assert.match(made.code, /kyc-rules/, file);
}

// What the first view weighs, as a server that compresses nothing sends it.
let weight = 0;
const weigh = async (page) => {
  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname;
    weight += statSync(new URL(path === '/' ? 'index.html' : path.slice(1), ROOT)).size;
  });
  await page.reload();
  await page.waitForSelector('.page[data-ready]');
};
await journey('the page is weighed', weigh);
const whole = readdirSync(ROOT, { recursive: true }).length;
console.log(`\nfirst view: ${weight} bytes uncompressed; ${whole} files in all`);

await browser.close();
close();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
