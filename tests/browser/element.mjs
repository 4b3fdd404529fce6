// <kyc-field> in Chromium, under the strict content security policy. `node tests/browser/element.mjs`; the package must be packed.
import assert from 'node:assert/strict';
import { de } from '../../dist/npm/kyc-rules/locales/de.js';
import { en } from '../../dist/npm/kyc-rules/locales/en.js';
import { tests } from '../js/tests.mjs';
import { at, close, fill, heard, open, state } from './pages/element.mjs';
import { clean } from './pages/site.mjs';

const { test, end } = tests();

test('a label, a hint, the tokens of autofill', async () => {
  const page = await open();
  const input = page.getByLabel('Mobile number');
  const attributes = await input.evaluate(({ type, autocomplete, spellcheck }) => [type, autocomplete, spellcheck]);
  assert.deepEqual(attributes, ['tel', 'tel', false]);
  assert.equal(await page.getByLabel('Day').getAttribute('autocomplete'), 'bday-day');
  assert.equal(
    await at(page, 'legalFirstName').evaluate((field) => field.shadowRoot.getElementById('hint').textContent),
    'As on your ID',
  );
  assert.equal(await at(page, 'no.such').evaluate((field) => field.shadowRoot.childElementCount), 0);
  assert.equal(await page.getByLabel('Employment status').locator('option').count(), 6);
  await page.close();
});

test('nothing shows before it is sent, but the form knows', async () => {
  const page = await open();
  assert.deepEqual(await state(page, 'legalFirstName'), {
    valid: false,
    message: 'Enter the legal first name',
    shown: '',
  });
  assert.equal(await page.locator('kyc-field:invalid').count(), 6);
  assert.equal(await page.$eval('form', (form) => form.elements.phoneNumber.localName), 'kyc-field');
  await page.close();
});

test('sent with gaps: each says so, the first has the focus, nothing leaves', async () => {
  const page = await open();
  await page.click('button');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal((await state(page, 'dateOfBirth')).shown, 'Enter the date of birth');
  assert.equal(await page.evaluate(() => document.activeElement.path), 'legalFirstName');
  await page.getByLabel('Legal first name').fill('Jane');
  assert.deepEqual(await state(page, 'legalFirstName'), { valid: true, message: '', shown: '' });
  await clean(page);
  await page.close();
});

test('it is sent as the rules write it', async () => {
  const page = await open();
  await fill(page);
  await page.click('button');
  await page.waitForURL(/sent/);
  assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), {
    legalFirstName: 'Jane',
    phoneNumber: '+14155551234',
    dateOfBirth: '1990-05-05',
    'address.country': 'US',
    'address.postalCode': '94102',
    employmentStatus: 'SELF_EMPLOYED',
    isIntermediary: 'false',
  });
  await page.close();
});

test('what another field says counts', async () => {
  const page = await open();
  await fill(page);
  assert.equal((await state(page, 'address.postalCode')).valid, true);
  await page.getByLabel('Country').selectOption('GB');
  assert.equal((await state(page, 'address.postalCode')).valid, false);
  await page.close();
});

test('reset, disabled, set from a program', async () => {
  const page = await open();
  await page.click('button');
  await page.getByLabel('Postal code').fill('1');
  await page.evaluate(() => document.forms[0].reset());
  assert.equal(await page.getByLabel('Postal code').inputValue(), '94102');
  assert.equal((await state(page, 'dateOfBirth')).shown, '');
  await at(page, 'dateOfBirth').evaluate((field) => {
    field.value = '1990-05-05';
  });
  assert.equal(await page.getByLabel('Month').inputValue(), '05');
  assert.equal((await state(page, 'dateOfBirth')).valid, true);
  await at(page, 'dateOfBirth').evaluate((field) => {
    field.toggleAttribute('disabled', true);
  });
  assert.equal(await page.getByLabel('Year').isDisabled(), true);
  await at(page, 'phoneNumber').evaluate((field) => field.setCustomValidity('It is taken'));
  assert.equal((await state(page, 'phoneNumber')).shown, 'It is taken');
  await page.getByLabel('Mobile number').fill('+14155551234');
  assert.deepEqual(await state(page, 'phoneNumber'), { valid: true, message: '', shown: '' });
  await page.close();
});

test('what a person typed stays, and the focus, when something around it changes', async () => {
  const page = await open();
  await page.getByLabel('Mobile number').click();
  await page.keyboard.type('+1415555');
  await at(page, 'phoneNumber').evaluate((field) => {
    field.options = { today: '2026-01-31', policy: 'guide' };
    field.setAttribute('hint', 'With its country code');
    field.setAttribute('label', 'Your number');
  });
  await page.keyboard.type('1234');
  assert.equal(await page.getByLabel('Your number').inputValue(), '+14155551234');
  assert.equal(await at(page, 'phoneNumber').evaluate((field) => field.value), '+14155551234');
  const parts = { Day: '5', Month: 'May', Year: '1990' };
  for (const [label, value] of Object.entries(parts)) await page.getByLabel(label).fill(value);
  await at(page, 'dateOfBirth').evaluate((field) => {
    field.options = { today: '2026-01-31' };
    document.forms[0].append(field);
  });
  for (const [label, value] of Object.entries(parts)) assert.equal(await page.getByLabel(label).inputValue(), value);
  await at(page, 'dateOfBirth').evaluate((field) => {
    field.value = '6 June 1991';
  });
  assert.equal(await page.getByLabel('Month').inputValue(), 'June');
  // What was cleared stays so.
  await page.getByLabel('Postal code').fill('');
  await at(page, 'address.postalCode').evaluate((field) => {
    field.options = { today: '2026-01-31' };
  });
  assert.equal(await page.getByLabel('Postal code').inputValue(), '');
  // Another field of it, while the old control has the focus and something to say.
  await page.getByLabel('Your number').pressSequentially('9');
  await at(page, 'phoneNumber').evaluate((field) => {
    field.path = 'legalLastName';
  });
  assert.equal(await page.getByLabel('Your number').getAttribute('autocomplete'), 'family-name');
  await page.close();
});

test('what is disabled stays so', async () => {
  const page = await open();
  const said = await at(page, 'phoneNumber').evaluate((field) => {
    const group = document.createElement('fieldset');
    group.disabled = true;
    field.replaceWith(group);
    group.append(field);
    field.path = 'legalMiddleName';
    const before = field.shadowRoot.querySelector('input').disabled;
    field.options = {};
    group.disabled = false;
    return [before, field.shadowRoot.querySelector('input').disabled];
  });
  assert.deepEqual(said, [true, false]);
  await page.close();
});

test('a form that is only asked leaves the person alone; one that reports says all of it', async () => {
  const page = await open();
  await page.evaluate(() => {
    document.forms[0].addEventListener('input', () => {
      document.querySelector('button').disabled = !document.forms[0].checkValidity();
    });
  });
  await page.getByLabel('Mobile number').click();
  await page.keyboard.type('+1415');
  assert.equal(await page.getByLabel('Mobile number').inputValue(), '+1415');
  assert.equal((await state(page, 'phoneNumber')).shown, '');
  assert.equal(await at(page, 'legalFirstName').evaluate((field) => field.checkValidity()), false);
  assert.equal((await state(page, 'legalFirstName')).shown, '');
  assert.equal(await page.evaluate(() => document.forms[0].reportValidity()), false);
  assert.equal((await state(page, 'dateOfBirth')).shown, 'Enter the date of birth');
  assert.equal(await page.evaluate(() => document.activeElement.path), 'legalFirstName');
  await page.close();
});

test('one that reports itself says so', async () => {
  const page = await open();
  assert.equal(await at(page, 'dateOfBirth').evaluate((field) => field.reportValidity()), false);
  assert.equal((await state(page, 'dateOfBirth')).shown, 'Enter the date of birth');
  assert.equal((await state(page, 'legalFirstName')).shown, '');
  await page.close();
});

test('it is known by its path, whatever it is sent as', async () => {
  const page = await open('#bound');
  await fill(page);
  await at(page, 'address.country').evaluate((field) => {
    field.name = 'country';
  });
  await page.getByLabel('Country').selectOption('GB');
  assert.equal((await state(page, 'address.postalCode')).valid, false);
  await page.click('button');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.match(await page.locator('.kyc-summary').textContent(), /postal code/);
  assert.equal(await page.evaluate(() => window.bound.data().address.country), 'GB');
  await page.getByLabel('Country').selectOption('US');
  await page.click('button');
  await page.waitForURL(/sent/);
  assert.equal(new URL(page.url()).searchParams.get('country'), 'US');
  await page.close();
});

test('choices as people read them, and in the words of a catalogue', async () => {
  const page = await open();
  const options = (path, messages) =>
    page
      .locator('kyc-field')
      .nth(1)
      .evaluate(
        (field, [path, messages]) => {
          field.path = path;
          field.options = { messages };
          return [...field.shadowRoot.querySelectorAll('option')].map(({ textContent }) => textContent).slice(1);
        },
        [path, messages],
      );
  // What the element says by itself is what the English catalogue says.
  for (const [path, said] of Object.entries(en.choices)) {
    assert.deepEqual(await options(path.replace('[]', '[0]')), Object.values(said), path);
  }
  const { choices } = de;
  assert.deepEqual(await options('employmentStatus', { choices }), Object.values(de.choices.employmentStatus));
  // One value, two words: the document is a card, the kind of number is none.
  assert.equal((await options('documents[0].type', { choices }))[2], 'Personalausweis');
  assert.equal((await options('nationalIdType', { choices }))[2], 'Nationale ID-Nummer');
  assert.deepEqual(await options('isIntermediary', { words: de.words, choices }), ['Ja', 'Nein']);
  const own = (word) => options('employmentStatus', { choices: { employmentStatus: { SELF_EMPLOYED: word } } });
  assert.deepEqual((await own('Selbstständig')).slice(0, 2), ['Employed', 'Selbstständig']);
  // What was chosen stays in other words.
  await page.locator('kyc-field').nth(1).locator('select').selectOption('SELF_EMPLOYED');
  await own('Freiberuflich');
  assert.equal(await page.locator('kyc-field').nth(1).locator('select').inputValue(), 'SELF_EMPLOYED');
  await page.close();
});

test('a choice of the page in radios is read too', async () => {
  const page = await open();
  const valid = await page.evaluate(() => {
    document.forms[0].insertAdjacentHTML(
      'beforeend',
      '<input type="radio" name="nationalIdType" value="SSN" checked><input type="radio" name="nationalIdType" value="TIN">' +
        '<input name="nationalIdIssuingCountry" value="US"><kyc-field path="nationalIdNumber" value="000-12-3456"></kyc-field>',
    );
    return document.forms[0].lastElementChild.validity.valid;
  });
  assert.equal(valid, false);
  await page.close();
});

test('with bindForm: in the summary, and no message twice', async () => {
  const page = await open('#bound');
  await page.click('button');
  assert.equal(await page.locator('.kyc-summary li').count(), 6);
  assert.equal(await page.locator('.kyc-error').count(), 0);
  await page.click('.kyc-summary a >> nth=1');
  assert.equal(await page.evaluate(() => document.activeElement.path), 'phoneNumber');
  await fill(page);
  await page.click('button');
  await page.waitForURL(/sent/);
  assert.equal(new URL(page.url()).searchParams.get('dateOfBirth'), '1990-05-05');
  await page.close();
});

test('a language says the label, the parts of a date and yes and no', async () => {
  const page = await open();
  await page.evaluate(async () => {
    const { de } = await import('/kyc-rules/locales/de.js');
    for (const field of document.querySelectorAll('kyc-field')) field.options = { today: '2026-01-31', messages: de };
  });
  const text = (path) => at(page, path).evaluate((field) => field.shadowRoot.textContent.replace(/\s+/g, ' ').trim());
  assert.match(await text('dateOfBirth'), /Geburtsdatum.*Tag.*Monat.*Jahr/);
  assert.match(await text('isIntermediary'), /Handeln im Namen anderer.*Ja.*Nein/);
  assert.equal((await state(page, 'legalFirstName')).message, 'Geben Sie den amtlichen Vornamen ein');
  await page.close();
});

test('nothing was said on the console', () => assert.deepEqual(heard, []));

await end();
await close();
