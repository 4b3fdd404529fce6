// The other views: what each is for, done once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { at, next, reportOf, title } from './shared.mjs';

async function gallery(page) {
  const count = await page.locator('.cell').count();
  assert.ok(count > 10, `${count} states`);
  for (const width of ['320', '1280']) {
    await page.selectOption('#width', width);
    assert.equal(await page.locator(`.frame.width-${width}`).count(), count);
    const [inner] = await page.$$eval('.frame-inner', (list) => list.map(({ offsetWidth }) => offsetWidth));
    assert.equal(inner, Number(width));
  }
  await page.selectOption('#direction', 'rtl');
  assert.equal(await page.locator('.frame[dir="rtl"]').count(), count);
  await page.selectOption('#field', 'every');
  await page.waitForFunction(() => document.querySelectorAll('.cell').length > 60);
}

async function words(page) {
  await page.fill('#search', 'phone.too_short');
  assert.equal(await page.locator('.words tbody tr').count(), 1);
  await page.fill('.words textarea', 'Zu kurz');
  assert.match(await page.textContent('.view-words > .hint'), /1 changed here/);
  for (const kind of ['json', 'csv', 'xlf']) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(`#export-${kind}`)]);
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(text, /Zu kurz/);
    if (kind === 'json') assert.equal(JSON.parse(text).form['phone.too_short'], 'Zu kurz');
    if (kind === 'csv') assert.match(text, /^"phone\.too_short","error",.*"Zu kurz"$/m);
    if (kind === 'xlf') {
      const read = await page.evaluate((xml) => {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        const unit = document.querySelector('unit[name="phone.too_short"]');
        return [document.querySelector('parsererror') === null, unit?.querySelector('target')?.textContent];
      }, text);
      assert.deepEqual(read, [true, 'Zu kurz']);
    }
  }
  await page.fill('.words textarea', '');
  assert.match(await page.textContent('.view-words > .hint'), /1 missing/);
}

async function languages(page) {
  const tags = await page.locator('#locale option').evaluateAll((options) => options.map(({ value }) => value));
  assert.ok(tags.length >= 27, `${tags.length} languages`);
  for (const tag of tags) {
    await page.selectOption('#locale', tag);
    await page.waitForSelector(`.words textarea[lang="${tag}"]`);
    const dir = ['ar', 'he', 'en-XB'].includes(tag) ? 'rtl' : 'ltr';
    const rows = await page.locator('.words textarea').count();
    assert.ok(rows > 150, `${rows} rows`);
    assert.equal(await page.locator(`.words textarea[dir="${dir}"]`).count(), rows, tag);
    const said = await page.textContent('.view-words > .hint');
    assert.match(said, new RegExp(`^${rows} of .* 0 missing, 0 changed`), tag);
    assert.equal(/reviewed/.test(said), !tag.startsWith('en-'), tag);
    assert.equal(await page.locator('.words .say.error:visible').count(), 0, tag);
    assert.doesNotMatch(await page.textContent('.preview'), /[{}#]/, tag);
  }
  await page.selectOption('#locale', 'es');
  await page.selectOption('#only', 'api');
  await page.waitForSelector('.words textarea[lang="es"]');
  assert.equal(await page.inputValue('.words textarea >> nth=0'), 'es obligatorio');
}

async function rules(page) {
  await page.waitForSelector('#find-country');
  await page.fill('#find-country', 'ireland');
  assert.match(await page.textContent('#rules-countries tbody'), /Eircode/);
  await page.fill('#find-country', 'atlantis');
  assert.equal(await page.isVisible('#rules-countries .none'), true);
  await page.click('#tab-rules-schemes');
  assert.match(page.url(), /#\/rules\/schemes$/);
  await page.fill('#find-scheme', 'BR.cpf');
  assert.match(await page.textContent('#rules-schemes tbody'), /111\.444\.777-35/);
  const unsourced = await page.locator('#rules-schemes tbody td[data-head="Source"].is-empty').count();
  assert.equal(unsourced, 0, 'every scheme names its source');
  await page.fill('#find-scheme', '');
  const short = await page.$$eval('#rules-schemes tbody td[data-head="Source"] [lang="en"]', (list) =>
    list.map((it) => it.textContent).filter((text) => /(^|; )(own(;|$)|(ps|idn|2nd|js|vj) )/.test(text)),
  );
  assert.deepEqual(short, [], 'in words, not in shorthand');
  const [read, not] = await Promise.all(
    ['ready', 'warning'].map((kind) => page.locator(`#rules-schemes .pill.${kind}`).count()),
  );
  assert.ok(read > 160 && not > 0, `${read} read, ${not} unverified`);
  const fields = await page.$$eval('#rules-table tbody tr', (rows) =>
    rows.filter((row) => row.querySelector('details') === null).map((row) => row.querySelector('code').textContent),
  );
  assert.deepEqual(fields.sort(), ['address', 'documents', 'isIntermediary'], 'all but groups and a yes or no');
}

/** Every word of a form, in the page's language: what stands around the messages, and what stands within them. */
async function wordsAround(page) {
  await page.selectOption('#language', 'de');
  await page.waitForSelector('.words textarea[lang="de"]');
  assert.equal(await page.inputValue('#locale'), 'de', 'it follows the page');
  await page.fill('#search', 'Es gibt ein Problem');
  assert.equal(await page.locator('.words tbody tr').count(), 1);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#export-json')]);
  const own = JSON.parse(readFileSync(new URL('../../../data/locales/de.json', import.meta.url), 'utf8'));
  const { whole, words, ask, labels, phrases, form, api } = own;
  const taken = JSON.parse(readFileSync(await file.path(), 'utf8'));
  assert.deepEqual(taken, { whole, words, ask, labels, phrases, form, api });
}

/** A switch of the policy holds for the form at once. */
async function policy(page) {
  await page.waitForSelector('#policy-minimumAge');
  await page.focus('#policy-minimumAge');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('99');
  await page.press('#policy-minimumAge', 'Tab');
  assert.match(await page.textContent('#rules-policy'), /policy: \{ minimumAge: 99 \}/);
  await page.selectOption('#policy-address', 'guide');
  await page.click('#rules-policy a[href="#/try"]');
  await at(page, 'account');
  await page.selectOption('#sample', '0');
  const { issues } = await reportOf(page);
  assert.ok(issues.some(({ code }) => code === 'date_of_birth.under_age'));
  assert.equal(await page.inputValue('#policy'), 'guide');
  await page.click('.nav a[href="#/rules"]');
  await page.click('#tab-rules-policy');
  await page.click('#policy-default');
  assert.equal(await page.inputValue('#policy-minimumAge'), '18');
}

async function images(page) {
  await page.click('#use-blurred');
  await page.waitForSelector('.image-report .verdict.invalid');
  const share = async (layer) => {
    await page.selectOption('#layer', layer);
    await page.waitForSelector('.layer');
    return page.evaluate(() => {
      const canvas = document.querySelector('.layer');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let marked = 0;
      for (let at = 3; at < data.length; at += 4) marked += data[at] > 40 ? 1 : 0;
      return marked / (data.length / 4);
    });
  };
  const blurred = await share('blur');
  await share('border');
  await share('glare');
  await page.selectOption('#attempt', '3');
  await page.waitForSelector('.image-report .verdict.warning');
  await page.selectOption('#attempt', '1');
  await page.waitForSelector('.image-report .verdict.invalid');
  await page.selectOption('#layer', 'none');
  await page.click('#use-specimen');
  await page.waitForSelector('.image-report .verdict.ready');
  const sharp = await share('blur');
  assert.ok(blurred > 0.15 && blurred > 4 * sharp, `marked: ${blurred} of the blurred, ${sharp} of the sharp`);
}

async function theme(page) {
  assert.equal(await page.locator('.contrast .invalid').count(), 0);
  await page.fill('#token-accent', '#9999ff');
  assert.ok((await page.locator('.contrast .invalid').count()) > 0);
  const [tokens] = await Promise.all([page.waitForEvent('download'), page.click('#export-dtcg')]);
  const { color, 'color-dark': dark } = JSON.parse(readFileSync(await tokens.path(), 'utf8'));
  assert.equal(color.accent.$value.hex, '#9999ff');
  assert.equal(dark.accent.$value.hex, '#6fd3bf', 'a colour set in light stays as it was in dark');
  const names = await page.evaluate(async () => {
    const text = await (await fetch('css/tokens.css')).text();
    return [...text.split('}')[0].matchAll(/--([\w-]+): light-dark/g)].map(([, name]) => name);
  });
  assert.deepEqual(Object.keys(color).sort(), names.sort(), 'every colour of the style sheet');
  assert.deepEqual(Object.keys(color.ink.$value), ['colorSpace', 'components', 'hex']);
  const [css] = await Promise.all([page.waitForEvent('download'), page.click('#export-css')]);
  assert.match(
    readFileSync(await css.path(), 'utf8'),
    /--accent: light-dark\(#9999ff, #\w+\);[^]*--radius: 0\.\d+rem;[^]*\.kyc-error/,
  );
}

async function pieces(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.piece code')].every((it) => it.textContent !== 'Loading'),
  );
  const empty = await page.$$eval('.piece pre', (list) => list.filter((it) => it.textContent.length < 80).length);
  assert.equal(empty, 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'title-vue');
}

/** On paper: what was answered, and nothing to press. */
async function paper(page) {
  await page.selectOption('#sample', '0');
  await next(page);
  await title(page, 'About you');
  await page.evaluate(() => {
    location.hash = '#/try/review';
  });
  await at(page, 'review');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await page.$$eval('button, .bar, .wire, .toolbar, .steps', (list) =>
    list.filter((it) => it.checkVisibility()).map((it) => it.className || it.textContent),
  );
  assert.deepEqual(seen, []);
  assert.equal(await page.isVisible('.answers'), true);
  const ink = await page.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector('.answers dd'));
    return [color, getComputedStyle(document.body).backgroundColor];
  });
  assert.match(ink[0], /^rgb\((\d|[1-5]\d), /, 'dark ink on white paper, whatever the screen has');
}

export const EVERYWHERE = [
  ['the gallery shows every state of a field at every width', gallery, { view: 'fields/phoneNumber' }],
  ['rules lead by an address to countries and schemes', rules, { view: 'rules/countries' }],
  ['a switch of the policy holds for the form', policy, { view: 'rules/policy' }],
  ['a blurred picture is sent back, and marked where it is blurred', images, { view: 'images' }],
  ['an address leads to a piece of code', pieces, { view: 'code/vue' }],
];

export const MORE = [
  ['words are searched, changed and taken away', words, { view: 'words' }],
  ['words hold what stands around the messages, in the language of the page', wordsAround, { view: 'words' }],
  ['every language of the package is whole, and runs its own way', languages, { view: 'words' }],
  ['the theme tells contrast and exports tokens', theme, { view: 'theme' }],
  ['on paper', paper],
];
