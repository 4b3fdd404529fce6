// The ways into "Try it" and about in it: the menus, addresses, what was put aside, languages, the keyboard, a small window.
import assert from 'node:assert/strict';
import { active, at, go, next, open, reach, reportOf, title } from './shared.mjs';

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
  assert.match(await page.textContent('.stage form'), /Angestellt[^]*Unter 10\.000\s\$/);
  const around = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  await page.selectOption('#language', 'he');
  await page.waitForSelector('.stage[lang="he"][dir="rtl"] .eyebrow:has-text("שלב 5 מתוך 7")');
  assert.deepEqual(await around(), ['en', 'ltr'], 'a page in English runs as English does');
  assert.equal(await page.locator('.stage .field:not([dir="rtl"])').count(), 0, 'its fields run as their labels do');
  await page.selectOption('#language', 'sv');
  await page.waitForSelector('.stage:not([lang], [dir]) .eyebrow:has-text("Step 5 of 7")');
  assert.deepEqual(await around(), ['en', 'ltr'], 'without words of its own, the form’s are English');
  assert.equal(await page.locator('.stage .field > .label:not([lang="sv"])').count(), 0, 'but for its labels');
  await page.selectOption('#language', 'en');
  await page.waitForFunction(() => !location.search.includes('lang'));
}

/** Which end well in any browser, and without WebAssembly. */
export const EVERYWHERE = [
  ['put aside, and gone on with; in memory alone', savedForLater],
  ['in Arabic, from right to left, and back', spoken],
];

export const MORE = [
  ['every sample is ready, under its country’s own words', samples],
  ['every mistake in the menu is said at its field', mistakes],
  ['addresses lead to a step and a sample, and hold nothing that was answered', addresses],
  ['by keyboard alone', keyboard],
  ['a sample is loaded twice, and warnings are seen before sending', again],
  ['in a small window a new page begins where it is seen', small],
  ['a language stands in the address, and outlives a reload', addressed],
];
