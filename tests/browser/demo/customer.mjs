// The way of a customer through "Try it".
import assert from 'node:assert/strict';
import { active, at, dataOf, decide, go, next, reportOf, SAMPLE, sent, status, TODAY, tab, title } from './shared.mjs';

async function summary(page) {
  assert.equal(await page.locator('.say:visible').count(), 0);
  await next(page);
  assert.equal(await active(page), 'summary');
  assert.match(await page.title(), /^Error: /);
  await page.click('#summary a:has-text("email")');
  assert.equal(await active(page), 'f-email');
}

async function byHand(page) {
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
  await decide(page, 'Skip 30 seconds');
  await status(page, 'ACTIVE');
  await tab(page, 'webhooks');
  assert.equal(await page.locator('#webhooks .exchange').count(), 2);
  await tab(page, 'requests');
  assert.equal(await page.locator('#requests .exchange').count(), 2);
}

/** What is sent is what the package makes of what was typed, and the note goes by that. */
async function typed(page) {
  await page.selectOption('#sample', '0');
  await go(page, 'personal');
  const note = () => page.textContent('#f-phoneNumber-note');
  await page.fill('#f-phoneNumber', '+44 (0)20 7946 0958');
  assert.equal((await dataOf(page)).phoneNumber, '+442079460958');
  assert.match(await note(), /complete number/);
  for (const text of ['+1 415 555 1234 ext. 5', '+1 800 FLOWERS']) {
    await page.fill('#f-phoneNumber', text);
    assert.doesNotMatch((await dataOf(page)).phoneNumber, /^\+\d+$/, text);
    assert.doesNotMatch(await note(), /complete/, text);
  }
  await page.fill('#f-phoneNumber', '+14155551234');
  await page.fill('#f-dateOfBirth-year', '90');
  assert.equal((await dataOf(page)).dateOfBirth, '90-05-15');
  await next(page);
  assert.equal(await active(page), 'summary', 'a year of two digits is not made one of four');
  assert.equal(await page.locator('.date-part.year.is-wrong').count(), 1);
  for (const date of [
    ['٥', '٥', '١٩٩٠'],
    ['5', 'May', '1990'],
  ]) {
    for (const [at, part] of ['', '-month', '-year'].entries()) await page.fill(`#f-dateOfBirth${part}`, date[at]);
    assert.equal((await dataOf(page)).dateOfBirth, '1990-05-05', date.join(' '));
  }
}

async function askedAgain(page) {
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
  await decide(page, 'Approve');
  await status(page, 'ACTIVE');
}

/** A request that is answered with nothing is not sent; the page it opens is reached by the browser's own buttons. */
async function nothingAdded(page) {
  await sent(page, 1);
  await decide(page, 'Skip 30 seconds');
  await status(page, 'NEEDS_ADDITIONAL_INFORMATION');
  await page.click('#answer');
  await title(page, 'What we still need');
  await next(page);
  assert.equal(await active(page), 'summary');
  assert.match(await page.textContent('#summary'), /address/);
  await page.goBack();
  await status(page, 'NEEDS_ADDITIONAL_INFORMATION');
  await page.goForward();
  await title(page, 'What we still need');
}

async function proofOfAddress(page) {
  await sent(page, 1);
  await decide(page, 'Skip 30 seconds');
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
  await decide(page, 'Skip 30 seconds');
  await status(page, 'ACTIVE');
}

async function rejection(page) {
  await sent(page, 2);
  await decide(page, 'Skip 30 seconds');
  await status(page, 'REJECTED');
  assert.equal(await page.isVisible('#again'), true);
  await decide(page, 'Close the account');
  await status(page, 'DEACTIVATED');
  assert.equal(await page.isVisible('#again'), false);
}

/** The desk keeps the focus, whatever was decided. */
async function desk(page) {
  await sent(page);
  const on = () => page.evaluate(() => document.activeElement.textContent);
  for (const [name, after] of [
    ['Approve', 'ACTIVE'],
    ['Ask', 'NEEDS_ADDITIONAL_INFORMATION'],
    ['Close the account', 'DEACTIVATED'],
  ]) {
    await page.focus(`.desk button:text-is("${name}")`);
    await page.keyboard.press('Enter');
    await status(page, after);
    assert.equal(await on(), name);
  }
  assert.equal(await page.getAttribute('.desk button:text-is("Approve")', 'aria-disabled'), 'true');
}

/** Which end well in any browser, and without WebAssembly. */
export const EVERYWHERE = [
  ['nothing is said before it is asked, and the summary leads to the fields', summary],
  ['a whole way by hand: create, answer, check, send, be approved', byHand],
  ['a request for information opens what it names, and nothing else', askedAgain],
  ['the guide’s test address asks for a proof of address, and takes one', proofOfAddress],
  ['a rejection, and a closed account', rejection],
  ['what is sent is what was typed, as the package reads it', typed],
  ['a request that is answered with nothing is not sent', nothingAdded],
];

export const MORE = [['the desk keeps the focus', desk]];
