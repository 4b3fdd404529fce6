// node tests/locales.node.mjs: the package's locales. Every code, voice and label is there; placeholders are those of English;
// plurals are those of the language; no sentence blames, pleads or holds a value. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fields, validate, validateField } from '../dist/npm/kyc-rules/index.js';
import { CODES } from '../pkg-template/src/generated/tables.js';
import { format as icu } from '../pkg-template/src/icu.js';
import { choiceWords } from './js/choice_words.mjs';
import { argumentsOf, evaluate, parse } from './js/icu.mjs';
import { icuSubset } from './js/icu_subset.mjs';
import { tests } from './js/tests.mjs';

const require = createRequire(import.meta.url);
const PACKAGE = new URL('../dist/npm/kyc-rules/', import.meta.url);
const DATA = new URL('../data/locales/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

const TAGS = readdirSync(DATA)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));
const RTL = ['ar', 'he', 'fa', 'ur'];
/** Scripts other than Latin: a sentence of these has a letter of theirs. */
const SCRIPTS = {
  ar: 'Arabic',
  el: 'Greek',
  he: 'Hebrew',
  hi: 'Devanagari',
  ja: 'Hiragana',
  ko: 'Hangul',
  th: 'Thai',
  uk: 'Cyrillic',
  'zh-Hans': 'Han',
};
/** Labels stand for one placeholder: how a language writes them in a sentence is its own affair. */
const LABELS = ['Label', 'label', 'The'];
const WORDS = ['heading', 'failed', 'titlePrefix', 'day', 'month', 'year', 'yes', 'no'];
const NUMBERS = ['min', 'max', 'days', 'count', 'at'];
const LIKELY = {
  min: 18,
  max: 120,
  days: 30,
  count: 2,
  at: 12,
  expected: 'string',
  suggestion: 'GB',
  example: '94102',
  allowed: 'PASSPORT',
};

const { test, end } = tests();
/** One test for many sentences: all that is wrong, a line each. */
function each(name, pairs, check) {
  test(name, () => {
    const wrong = [];
    for (const [key, said] of pairs) {
      try {
        check(said, key);
      } catch (error) {
        wrong.push(`${key}: ${error.message}`);
      }
    }
    assert.equal(wrong.length, 0, `\n  ${wrong.join('\n  ')}`);
  });
}

const { en } = await import(new URL('locales/en.js', PACKAGE));
const { enXA } = await import(new URL('locales/en-XA.js', PACKAGE));
const PATHS = fields.map(({ path }) => path);
const placeholders = (said) => {
  const names = argumentsOf(parse(said)).map(({ name }) => (LABELS.includes(name) ? 'label' : name));
  return [...new Set(names)].sort().join(' ');
};
const sentences = ({ ask, form, api }) =>
  Object.entries({ ask, form, api }).flatMap(([voice, said]) =>
    Object.entries(said).map(([key, words]) => [`${voice} ${key}`, words]),
  );

/** A payload with something wrong nearly everywhere; what a person typed is all `zq`. */
const BAD = {
  legalFirstName: 'zqzq1',
  legalLastName: '<zq>',
  phoneNumber: 'zq555',
  dateOfBirth: 'zq-1990',
  nationality: 'zqz',
  address: {
    addressLine1: 'PO Box 771199',
    city: '771199',
    state: ['zq'],
    stateCode: 'zq',
    postalCode: 'zq1',
    country: 'US',
    locale: 'zqzqzqzq',
  },
  nationalIdType: 'ZQ',
  nationalIdNumber: '771199zq',
  nationalIdIssuingCountry: 'zq',
  isIntermediary: 'zq',
  zqzq: 1,
  documents: [
    {
      type: 'PASSPORT',
      number: 'zq',
      issuingCountry: 'uk',
      expirationDate: '1999-01-01',
      frontImageUrl: 'http://zq:zq@127.0.0.1:771199/zq',
    },
  ],
};
const TODAY = { today: '2026-01-31' };

test('English says what the main entry and the crate say', () => {
  for (const data of [BAD, {}, { documents: [] }, null]) {
    assert.deepEqual(validate(data, { ...TODAY, messages: en }), validate(data, TODAY));
  }
  const { issues } = validate(BAD, { ...TODAY, messages: en, voice: 'api' });
  const said = issues.find(({ path }) => path === 'phoneNumber').message;
  assert.equal(said, 'phoneNumber must be in E.164 format');
});
test('the API voice asks for words', () => {
  assert.throws(() => validate(BAD, { ...TODAY, voice: 'api' }), /locales\/en/);
});
test('the pseudo-locale leaves nothing plain and every placeholder whole', () => {
  for (const [key, said] of sentences(enXA)) {
    const [voice, code] = key.split(' ');
    assert.equal(placeholders(said), placeholders(en[voice][code]), key);
    assert.match(said, /^\[.*\]$/);
    assert.ok(said.length > en[voice][code].length * 1.15, `${key} is no longer than English`);
  }
  for (const { message } of validate(BAD, { ...TODAY, messages: enXA }).issues) assert.match(message, /^\[.*\]$/);
});
test('English neither pleads nor blames', () => {
  for (const [key, said] of sentences(en)) assert.doesNotMatch(said, /please|invalid|sorry|illegal|oops/i, key);
});

for (const tag of TAGS) {
  const source = read(new URL(`${tag}.json`, DATA));
  const { default: locale } = await import(new URL(`locales/${tag}.js`, PACKAGE));
  const said = sentences(locale);

  test(`${tag}: import and require give the same words`, () => {
    const required = require(new URL(`locales/${tag}.cjs`, PACKAGE).pathname).default;
    assert.deepEqual({ ...required, format: 0 }, { ...locale, format: 0 });
  });
  test(`${tag}: its head`, () => {
    assert.equal(new Intl.Locale(tag).toString(), tag);
    assert.equal(locale.locale, tag);
    assert.equal(locale.direction, RTL.includes(new Intl.Locale(tag).language) ? 'rtl' : 'ltr');
    assert.equal(typeof source.reviewed, 'boolean');
    assert.ok(source.note.length > 20 && source.avoid.length > 0 && source.name && source.whole);
    if (source.reviewed) assert.ok(source.reviewer, 'a reviewed locale names who reviewed it');
    const keys = [
      'locale',
      'name',
      'direction',
      'reviewed',
      'reviewer',
      'note',
      'avoid',
      'whole',
      'words',
      'ask',
      'choices',
      'labels',
      'phrases',
      'form',
      'api',
    ];
    for (const key of Object.keys(source)) assert.ok(keys.includes(key), `unknown key ${key}`);
  });
  test(`${tag}: complete, and nothing more`, () => {
    for (const voice of ['form', 'api']) {
      assert.deepEqual(
        CODES.filter((code) => !source[voice][code]),
        [],
        voice,
      );
      assert.deepEqual(
        Object.keys(source[voice]).filter((code) => !CODES.includes(code)),
        [],
        voice,
      );
    }
    assert.deepEqual(
      PATHS.filter((path) => !source.labels[path]),
      [],
      'labels',
    );
    for (const key of ['labels', 'phrases']) {
      assert.deepEqual(
        Object.keys(source[key] ?? {}).filter((path) => !PATHS.includes(path)),
        [],
        key,
      );
    }
    assert.deepEqual(
      Object.keys(source.words),
      Object.keys(en.words).sort((a, b) => WORDS.indexOf(a) - WORDS.indexOf(b)),
    );
    assert.ok(
      Object.values(source.words).every((word) => word !== ''),
      'words',
    );
    for (const kind of Object.keys(en.ask)) assert.ok(source.ask[kind], `ask ${kind}`);
    const labels = Object.values(source.labels);
    // First name and legal first name must differ, and so on: an error summary names fields by these.
    assert.equal(new Set(labels).size, labels.length, 'two fields have the same label');
  });
  const script = SCRIPTS[tag] && new RegExp(`\\p{Script=${SCRIPTS[tag]}}|\\p{Script=Han}|\\p{Script=Katakana}`, 'u');
  test(`${tag}: a word for every value of every choice`, () => {
    assert.deepEqual(locale.choices, source.choices);
    choiceWords(source.choices, en.choices, script, locale.direction);
  });
  each(`${tag}: placeholders are those of English`, said, (words, key) => {
    const [voice, code] = key.split(' ');
    const English = voice === 'ask' && en.ask[code] === undefined ? en.form.required : en[voice][code];
    const [has, wants] = [placeholders(words), placeholders(English)];
    // A field that is asked for by its own sentence may well be named in it.
    if (voice !== 'ask' || has !== '') assert.equal(has, wants);
  });
  const rules = new Intl.PluralRules(tag);
  const { pluralCategories } = rules.resolvedOptions();
  const met = new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
  each(`${tag}: plurals are those of the language`, said, (words) => {
    const trees = argumentsOf(parse(words));
    for (const { name, kind, cases } of trees) {
      if (kind === 'select') assert.ok(name === 'expected', `select by ${name}`);
      if (kind !== 'plural') continue;
      assert.ok(NUMBERS.includes(name), `plural of ${name}`);
      const said = [...cases.keys()];
      for (const category of said)
        assert.ok(/^=/.test(category) || pluralCategories.includes(category), `${category} is not of ${tag}`);
      for (const category of met) assert.ok(said.includes(category), `${name} lacks ${category}`);
    }
  });
  each(`${tag}: says it plainly`, said, (words, key) => {
    const flat = words.toLowerCase();
    for (const avoid of key.startsWith('api') ? [] : [...source.avoid, 'please', 'invalid']) {
      assert.ok(!flat.includes(avoid.toLowerCase()), `"${avoid}"`);
    }
    const bare = words.replace(/\u2066[^\u2066\u2069]+\u2069/g, 'x');
    assert.doesNotMatch(bare, /!|！|\s{2}|^\s|\s$|[.。।]$|\p{Cf}|\p{Cc}/u);
    // From right to left, an example that is more than a word keeps its own direction.
    if (locale.direction === 'rtl') assert.doesNotMatch(bare, /\+\d|\d-\d|:\/\/|@|[A-Za-z]-[A-Za-z]/);
  });
  each(`${tag}: is translated`, said, (words, key) => {
    const [voice, code] = key.split(' ');
    assert.notEqual(words, en[voice][code]);
    if (script) assert.match(words, script);
  });
  each(`${tag}: filled as a second reader of ICU fills it`, said, (words) => {
    const tree = parse(words);
    for (const number of [
      0, 1, 2, 3, 4, 5, 7, 10, 11, 12, 20, 21, 22, 25, 100, 101, 111, 1000, 2000, 64_000, 65_536, 1_000_000,
    ]) {
      for (const expected of ['string', 'boolean', 'array', 'object', 'number']) {
        const values = { ...LIKELY, expected, Label: 'L', label: 'l', The: 'T' };
        for (const name of NUMBERS) values[name] = number;
        const shown = (name) => evaluate([{ name }], values, tag);
        assert.equal(
          icu(words, shown, (name) => values[name], tag),
          evaluate(tree, values, tag),
        );
        const { Label: _, label, The: __, ...params } = values;
        const whole = locale.format(words, 'Label', params, { locale: tag, direction: locale.direction });
        assert.doesNotMatch(whole, /[{}]|undefined|NaN/);
      }
    }
  });
  test(`${tag}: no message holds a value`, () => {
    for (const voice of ['form', 'api']) {
      const { issues } = validate(BAD, { ...TODAY, messages: locale, voice });
      assert.ok(issues.length > 15);
      for (const { message, path } of issues) {
        assert.doesNotMatch(message.replace(path, ''), /zq|771199|undefined/i);
        if (voice === 'api') assert.ok(message.startsWith(`${path || 'kycData'} `));
      }
    }
    const empty = validate({}, { ...TODAY, messages: locale });
    for (const { message } of empty.issues) assert.match(message, /^[^{}]+$/);
    assert.equal(validateField('isIntermediary', '', { ...TODAY, messages: locale })[0].message.includes('{'), false);
  });
}

test('the subset of ICU', icuSubset);

await end();
