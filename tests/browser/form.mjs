// kyc-rules/form in Chromium, under the strict content security policy. `node tests/browser/form.mjs`; the package must be packed.
import assert from 'node:assert/strict';
import { tests } from '../js/tests.mjs';
import { close, fill, heard, open, origin } from './pages/form.mjs';
import { clean } from './pages/site.mjs';

const { test, end } = tests();
const summary = (page) => page.locator('.kyc-summary li').allTextContents();
const focused = (page) => page.evaluate(() => document.activeElement.name ?? document.activeElement.className);

test('controls are told what they are for', async () => {
  const page = await open();
  const attributes = await page.$$eval('[name]', (controls) =>
    controls.map(({ name, type, inputMode, spellcheck, autocomplete }) =>
      [name, type, inputMode, spellcheck, autocomplete].join(),
    ),
  );
  assert.deepEqual(attributes.slice(0, 7), [
    'legalFirstName,text,text,false,given-name',
    'phoneNumber,tel,tel,false,tel',
    'dateOfBirth.day,text,numeric,false,bday-day',
    'dateOfBirth.month,text,numeric,false,bday-month',
    'dateOfBirth.year,text,numeric,false,bday-year',
    'address.country,select-one,,true,country',
    'address.postalCode,text,text,false,postal-code',
  ]);
  await page.close();
});

test('nothing is said before it is sent; then all, with the summary in focus', async () => {
  const page = await open();
  await page.fill('[name=phoneNumber]', '5');
  await page.press('[name=phoneNumber]', 'Tab');
  await page.selectOption('select', 'US');
  assert.equal(await page.locator('[aria-invalid]').count(), 0);
  await page.click('button >> nth=0');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(await focused(page), 'kyc-summary');
  assert.equal(await page.title(), 'Error: About you');
  const lines = await summary(page);
  assert.deepEqual(lines.slice(0, 3), [
    'Enter the legal first name',
    'Enter a phone number with its country code, like +1 415 555 1234',
    'Enter the date of birth',
  ]);
  assert.deepEqual(lines.slice(-2), ['Select yes or no: acting on behalf of others', 'Enter the document number']);
  const phone = page.locator('[name=phoneNumber]');
  assert.equal(await phone.evaluate((input) => input.validationMessage), lines[1]);
  assert.equal(await phone.getAttribute('aria-invalid'), 'true');
  const described = await phone.getAttribute('aria-describedby');
  assert.equal(await page.textContent(`#${described}`), lines[1]);
  assert.equal(await page.locator('[name="dateOfBirth.month"]').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getAttribute('#code', 'aria-describedby'), 'hint kyc-address-postalCode-error');
  assert.equal(await page.locator('label .kyc-error').count(), 0, 'no message is part of a name');
  await clean(page);
  await page.close();
});

test('a line of the summary leads to its control', async () => {
  const page = await open();
  await fill(page, { 'dateOfBirth.month': '', phoneNumber: '' });
  await page.click('button >> nth=0');
  assert.equal((await summary(page)).length, 2);
  await page.click('.kyc-summary a >> nth=1');
  assert.equal(await focused(page), 'dateOfBirth.month', 'the first part that is empty');
  await page.click('.kyc-summary a >> nth=0');
  assert.equal(await focused(page), 'phoneNumber');
  assert.equal(new URL(page.url()).hash, '');
  await page.close();
});

test('live from then on: gone while typing, there again on leaving', async () => {
  const page = await open();
  await fill(page, { phoneNumber: '5' });
  await page.click('button >> nth=0');
  assert.equal((await summary(page)).length, 1);
  await page.fill('[name=phoneNumber]', '+14155551234');
  assert.deepEqual(await summary(page), []);
  assert.equal(await page.isVisible('.kyc-summary'), false);
  assert.equal(await page.title(), 'About you');
  assert.equal(await page.$eval('form', (form) => form.checkValidity()), true);
  await page.fill('[name=phoneNumber]', '+1');
  assert.deepEqual(await summary(page), [], 'not while typing');
  await page.press('[name=phoneNumber]', 'Tab');
  assert.equal((await summary(page)).length, 1);
  // What depends on another field is judged with it.
  await page.fill('[name=phoneNumber]', '+14155551234');
  await page.selectOption('select', 'GB');
  assert.equal((await summary(page)).length, 1);
  assert.match(await page.textContent('[data-kyc-error="address.postalCode"]'), /postal code/i);
  await page.close();
});

test('it is sent as the rules write it', async () => {
  const page = await open();
  await fill(page);
  await page.click('button >> nth=0');
  await page.waitForURL(/sent/);
  const sent = Object.fromEntries(new URL(page.url()).searchParams);
  assert.equal(sent.phoneNumber, '+14155551234');
  assert.equal(sent.legalFirstName, 'Jane');
  assert.equal(sent['documents.0.number'], 'P12345678');
  assert.equal(sent['dateOfBirth.month'], 'May');
  await page.close();
});

test('for later, as it is', async () => {
  const page = await open();
  await page.fill('[name=phoneNumber]', '5');
  await page.click('button >> nth=1');
  await page.waitForURL(/sent/);
  assert.equal(new URL(page.url()).searchParams.get('phoneNumber'), '5');
  await page.close();
});

test("to the program's own hands", async () => {
  const page = await open('#own');
  await fill(page);
  await page.click('button >> nth=0');
  const [{ data, verdict }] = await page.evaluate(() => window.sent);
  assert.equal(verdict, 'ready');
  assert.deepEqual(data, {
    legalFirstName: 'Jane',
    phoneNumber: '+14155551234',
    dateOfBirth: '1990-05-05',
    address: { country: 'US', postalCode: '94102' },
    isIntermediary: false,
    documents: [{ type: 'PASSPORT', number: 'P12345678' }, { type: 'UTILITY_BILL' }],
  });
  await page.close();
});

test('what a server said stays until its field changes', async () => {
  const page = await open('#own');
  await fill(page);
  await page.evaluate(() =>
    window.bound.show(window.fromApiError({ message: 'Validation failed: phoneNumber is taken', statusCode: 400 })),
  );
  assert.deepEqual(await summary(page), ['phoneNumber is taken']);
  assert.equal(await focused(page), 'kyc-summary');
  await page.fill('#given', 'Joan');
  assert.equal((await summary(page)).length, 1);
  await page.fill('[name=phoneNumber]', '+14155551235');
  assert.equal(await page.$eval('[name=phoneNumber]', (input) => input.validationMessage), '');
  await page.close();
});

test('what is about no field stands in the summary, in words for people', async () => {
  const page = await open('#own');
  await fill(page);
  const said = [
    ['{"error":"INTERNAL","message":"Try again later"}', 500],
    ['<html>Bad gateway</html>', 502],
    ['{"error":"PATCH_NOT_ALLOWED","message":"Cannot update KYC data: customer status is ACTIVE"}', 400],
  ];
  for (const [body, status] of said) {
    await page.evaluate(([body, status]) => window.bound.show(window.fromApiError(body, status)), [body, status]);
    assert.deepEqual(await summary(page), ['Your answers could not be saved']);
    assert.equal(await focused(page), 'kyc-summary');
    await page.fill('#given', `Joan ${status}`);
    assert.deepEqual(await summary(page), [], 'what is sent next is another matter');
  }
  await page.evaluate(() =>
    window.bound.show(window.fromApiError({ message: 'Validation failed: kycData must be an object' }, 400)),
  );
  assert.equal((await summary(page)).length, 1);
  await page.evaluate(() => window.bound.show([]));
  assert.deepEqual(await summary(page), []);
  await page.close();
});

/** Another form in the page, bound; what is sent, and what was said meanwhile. */
const bindAnother = (page, html, options) =>
  page.evaluate(
    ([html, options]) => {
      document
        .querySelector('main')
        .insertAdjacentHTML('beforeend', `<form id="another">${html}<button>Go</button></form>`);
      const form = document.getElementById('another');
      window.another = window.bindForm(form, {
        today: '2026-01-31',
        ...options,
        onSubmit: ({ data }) => window.sent.push(data),
      });
    },
    [html, options],
  );

test('what is set wrong is refused at once, and nothing is bound', async () => {
  const page = await open();
  const phone = '<label>Phone <input name="phoneNumber"></label>';
  const wrong = [
    [phone, { policy: { minimumage: 21 } }],
    [phone, { today: '2026-02-30' }],
    [phone, { voice: 'api' }],
    [phone, { paths: ['phone'] }],
    [`${phone}<input name="email">`, {}],
  ];
  for (const [html, options] of wrong) {
    await assert.rejects(bindAnother(page, html, options), /TypeError/);
    assert.equal(await page.locator('#another .kyc-summary').count(), 0);
    await page.evaluate(() => document.getElementById('another').remove());
  }
  // What else a form asks for is let be where the page says what is judged.
  await bindAnother(page, `${phone}<input name="email">`, { paths: ['phoneNumber'] });
  await page.close();
});

test('what could not be judged is not sent', async () => {
  const page = await open();
  await fill(page);
  await page.evaluate(() => {
    window.bound.unbind();
    const data = () => {
      throw new Error('of the page');
    };
    window.bound = window.bindForm(document.forms[0], { data });
  });
  await page.click('button >> nth=0');
  await page.waitForTimeout(100);
  assert.equal(page.url(), `${origin}/`);
  assert.deepEqual(heard.splice(0), ['of the page']);
  await page.close();
});

test('rows that were taken out leave no gap', async () => {
  const page = await open();
  const row = (at, number) =>
    `<div id="row${at}"><select name="documents[${at}].type"><option>PASSPORT</option></select><input name="documents[${at}].number" value="${number}"></div>`;
  await bindAnother(page, row(0, 'P12345678') + row(1, 'P12345679') + row(3, ''));
  await page.evaluate(() => document.getElementById('row0').remove());
  await page.click('#another button');
  assert.deepEqual(await page.locator('#another .kyc-summary li').allTextContents(), ['Enter the document number']);
  await page.click('#another .kyc-summary a');
  assert.equal(await focused(page), 'documents[3].number');
  await page.fill('[name="documents[3].number"]', ' P12345670 ');
  await page.click('#another button');
  assert.deepEqual(await page.evaluate(() => window.sent), [
    {
      documents: [
        { type: 'PASSPORT', number: 'P12345679' },
        { type: 'PASSPORT', number: 'P12345670' },
      ],
    },
  ]);
  const sent = await page.evaluate(() => [...new FormData(document.getElementById('another'))]);
  assert.deepEqual(sent.at(-1), ['documents[3].number', 'P12345670']);
  // A server knows the rows that were sent.
  await page.evaluate(() =>
    window.another.show([{ path: 'documents[0].number', message: 'It is known', severity: 'error' }]),
  );
  await page.click('#another .kyc-summary a');
  assert.equal(await focused(page), 'documents[1].number');
  await page.close();
});

test("the page's title stays the page's", async () => {
  const page = await open();
  await bindAnother(page, '<label>Phone <input name="phoneNumber"></label>');
  await page.click('#another button');
  await page.click('button >> nth=0');
  assert.equal(await page.title(), 'Error: About you');
  await page.evaluate(() => document.getElementById('another').reset());
  assert.equal(await page.title(), 'Error: About you', 'the other form is still wrong');
  await page.evaluate(() => document.forms[0].reset());
  assert.equal(await page.title(), 'About you');
  await page.evaluate(() => {
    document.title = 'Step 2';
    window.bound.unbind();
    window.another.unbind();
  });
  assert.equal(await page.title(), 'Step 2');
  await page.close();
});

test('reset, and let go', async () => {
  const page = await open();
  await page.click('button >> nth=0');
  await page.evaluate(() => document.forms[0].reset());
  assert.equal(await page.locator('[aria-invalid], .kyc-error').count(), 0);
  await page.click('button >> nth=0');
  await page.evaluate(() => window.bound.unbind());
  assert.equal(await page.locator('[aria-invalid], .kyc-error, .kyc-summary').count(), 0);
  assert.equal(await page.getAttribute('#code', 'aria-describedby'), 'hint');
  assert.equal(await page.title(), 'About you');
  assert.equal(await page.$eval('form', (form) => form.noValidate), false);
  await page.close();
});

test('nothing was said on the console', () => assert.deepEqual(heard, []));

await end();
await close();
