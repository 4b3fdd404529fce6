// The way of a customer through "Try it".
import assert from 'node:assert/strict';
import {
  active,
  at,
  dataOf,
  decide,
  go,
  next,
  open,
  reach,
  reportOf,
  SAMPLE,
  sent,
  status,
  TODAY,
  tab,
  title,
} from './shared.mjs';

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

async function samples(page) {
  const words = { 1: 'CEP', 2: 'PLZ', 3: 'PIN code', 4: 'Eircode', 6: 'Postcode' };
  const count = (await page.locator('#sample option').count()) - 1;
  for (let sample = 0; sample < count; sample += 1) {
    await page.selectOption('#sample', String(sample));
    const { verdict, issues } = await reportOf(page);
    const stops = issues.filter(({ severity }) => severity !== 'warning').map(({ path, code }) => `${path} ${code}`);
    assert.deepEqual([verdict, stops], ['ready', []], `sample ${sample}`);
    const own = issues.filter(({ path }) => path.startsWith('documents'));
    assert.deepEqual(own, [], 'nothing is said of numbers that are ours');
    await go(page, 'address');
    await title(page, 'Where you live');
    if (words[sample]) {
      assert.equal(await page.locator(`label:has-text("${words[sample]}")`).count(), 1, words[sample]);
    } else if (sample === 5)
      assert.equal(await page.locator('#f-address-postalCode').count(), 0, 'no postal codes there');
  }
}

async function mistakes(page) {
  const count = await page.locator('#mistake option').count();
  assert.ok(count > 10);
  for (let mistake = 0; mistake < count - 1; mistake += 1) {
    await page.selectOption('#mistake', String(mistake));
    assert.ok((await page.locator('.form .say:visible').count()) > 0, `mistake ${mistake} is not said`);
  }
}

async function savedForLater(page) {
  await page.selectOption('#sample', '0');
  await next(page);
  await at(page, 'personal');
  await page.fill('#f-legalFirstName', 'Joan');
  await page.click('#save');
  await title(page, 'Your answers are saved');
  assert.equal(await active(page), 'step-title');
  await page.click('.nav a[href="#/words"]');
  await page.waitForSelector('body[data-ready="words"]');
  await page.click('.nav a[href="#/try"]');
  await at(page, 'saved');
  await page.click('#resume');
  await title(page, 'About you');
  assert.equal(await page.inputValue('#f-legalFirstName'), 'Joan');
  assert.doesNotMatch(page.url(), /Joan|Smith|4155/);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepEqual(kept, [0, 0, ''], 'nothing is kept but in memory');
}

async function addresses(page) {
  await page.selectOption('#sample', '4');
  assert.match(page.url(), /#\/try\/account\?sample=ireland$/);
  await go(page, 'address?sample=ireland');
  assert.equal(await page.inputValue('#f-address-postalCode'), 'A65 F4E2');
  // What was typed since stays: the address asks for a sample that is there already.
  await page.fill('#f-address-city', 'Navan');
  await go(page, 'personal?sample=ireland');
  await page.goBack();
  await at(page, 'address');
  assert.equal(await page.inputValue('#f-address-city'), 'Navan');
  // Another page, by the address alone.
  await page.goto('about:blank');
  await open(page, 'try/identity?sample=brazil');
  assert.equal(await page.inputValue('#f-nationalIdNumber'), '111.444.777-35');
  await page.goto('about:blank');
  await open(page, 'try?mistake=30-february');
  await page.waitForSelector('.say:visible:has-text("real date")');
}

async function keyboard(page) {
  await page.focus('.skip');
  await page.keyboard.press('Enter');
  await reach(page, 'f-email');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'f-email', 'a line of the summary leads to its field');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('test-success@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Jane');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Smith');
  await page.keyboard.press('Enter');
  await at(page, 'personal');
  assert.equal(await active(page), 'step-title', 'a new page takes the focus');
  await reach(page, 'f-legalFirstName');
  await page.keyboard.type('Jane');
  // A page is left by its link in the steps, and its focus with it.
  await reach(page, 'save');
  await page.keyboard.press('Enter');
  await at(page, 'saved');
  await reach(page, 'resume');
  await page.keyboard.press('Enter');
  await at(page, 'personal');
  await reach(page, 'tab-requests');
  await page.keyboard.press('ArrowRight');
  assert.equal(await active(page), 'tab-webhooks');
  await page.keyboard.press('End');
  assert.equal(await active(page), 'tab-data');
}

async function spoken(page) {
  await page.selectOption('#sample', '0');
  await go(page, 'personal');
  await page.fill('#f-legalFirstName', 'Janet');
  await page.selectOption('#language', 'ar');
  await page.waitForSelector('html[lang="ar"][dir="rtl"]');
  await title(page, 'نبذة عنك');
  assert.equal(await page.inputValue('#f-legalFirstName'), 'Janet', 'answers stay');
  await page.fill('#f-phoneNumber', '');
  await next(page);
  assert.match(await page.textContent('#summary-title'), /مشكلة/);
  assert.match(await page.textContent('#summary'), /هاتف/);
  assert.equal(await active(page), 'summary');
  await page.selectOption('#language', 'de');
  await page.waitForSelector('html[dir="ltr"]');
  await page.waitForSelector('label[lang="de"]:has-text("Telefonnummer")');
  await page.selectOption('#language', 'en');
  await title(page, 'About you');
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

/** The menus lead to the same again, and what is only a warning is seen before it is sent. */
async function again(page) {
  await page.selectOption('#sample', '0');
  assert.equal(await page.inputValue('#sample'), '');
  await page.click('#clear');
  assert.equal(await page.inputValue('#f-firstName'), '');
  await page.selectOption('#sample', '0');
  assert.equal(await page.inputValue('#f-firstName'), 'Jane');
  await go(page, 'review');
  assert.match(await page.textContent('#verdict'), /Ready/);
  assert.match(await page.textContent('.warned'), /sample number/);
}

/** In a small window a new page is seen to be one, and in a low one nothing stays in the way. */
async function small(page) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.selectOption('#sample', '0');
  await next(page);
  await at(page, 'personal');
  const { top, bottom } = await page.evaluate(() => {
    const { top, bottom } = document.getElementById('step-title').getBoundingClientRect();
    return { top, bottom };
  });
  const bar = await page.evaluate(() => document.querySelector('.bar').getBoundingClientRect().bottom);
  assert.ok(top >= bar && bottom < 740 / 2 + 40, `the heading is at ${top}, the bar ends at ${bar}`);
  await page.setViewportSize({ width: 320, height: 256 });
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.bar')).position), 'static');
}

/** The language is part of the address: a link leads to it, and a reload keeps it. What is not translated is not said to be. */
async function addressed(page) {
  await page.selectOption('#language', 'de');
  await page.waitForSelector('.stage[lang="de"] button:has-text("Weiter")');
  assert.match(page.url(), /\?lang=de#\/try/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en', 'the page around the form');
  await page.reload();
  await page.waitForSelector('.stage[lang="de"] button:has-text("Weiter")');
  assert.equal(await page.inputValue('#language'), 'de');
  await page.selectOption('#sample', '0');
  await go(page, 'money');
  await page.waitForSelector('.stage .eyebrow:has-text("Schritt 5 von 7")');
  assert.match(await page.textContent('.stage form'), /Angestellt[^]*Unter 10\.000 \$/);
  await page.selectOption('#language', 'he');
  await page.waitForSelector('label[lang="he"], legend[lang="he"]');
  const spoken = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  assert.deepEqual(spoken, ['en', 'ltr'], 'a page in English runs as English does');
  assert.equal(await page.locator('.stage .field:not([dir="rtl"])').count(), 0, 'its fields run as their labels do');
  await page.selectOption('#language', 'en');
  await page.waitForFunction(() => !location.search.includes('lang'));
}

/** Which end well in any browser, and without WebAssembly. */
export const EVERYWHERE = [
  ['nothing is said before it is asked, and the summary leads to the fields', summary],
  ['a whole way by hand: create, answer, check, send, be approved', byHand],
  ['a request for information opens what it names, and nothing else', askedAgain],
  ['the guide’s test address asks for a proof of address, and takes one', proofOfAddress],
  ['a rejection, and a closed account', rejection],
  ['put aside, and gone on with; in memory alone', savedForLater],
  ['in Arabic, from right to left, and back', spoken],
  ['what is sent is what was typed, as the package reads it', typed],
  ['a request that is answered with nothing is not sent', nothingAdded],
];

export const MORE = [
  ['every sample is ready, under its country’s own words', samples],
  ['every mistake in the menu is said at its field', mistakes],
  ['addresses lead to a step and a sample, and hold nothing that was answered', addresses],
  ['by keyboard alone', keyboard],
  ['the desk keeps the focus', desk],
  ['a sample is loaded twice, and warnings are seen before sending', again],
  ['in a small window a new page begins where it is seen', small],
  ['a language stands in the address, and outlives a reload', addressed],
];
