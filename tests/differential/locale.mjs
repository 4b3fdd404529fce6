// Locales against ICU, as Node's `Intl` has it: whether a tag is well formed, and whether its region is one. Every difference must be of a
// kind named below, and every kind must show itself, so that none outlives its reason.
//
//   cargo build --features cli && node tests/differential/locale.mjs target/debug/kyc [COUNT] [SEED]

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { choices } from './random.mjs';

const [program = 'target/debug/kyc', count = '200000', seed = '1'] = process.argv.slice(2);

const { random, below, pick } = choices(seed);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letters = (n) => Array.from({ length: n }, () => pick(LETTERS)).join('');
const either = (n) => Array.from({ length: n }, () => pick(`${LETTERS}0123456789`)).join('');
const digits = (n) => Array.from({ length: n }, () => below(10)).join('');

const PARTS = [
  () => letters(2).toUpperCase(),
  () => pick(['US', 'GB', 'DE', 'BR', '419', '001', 'UK', 'XK', 'ZZ', 'AA']),
  () => digits(3),
  () => pick(['Latn', 'Hans', 'Cyrl', letters(4)]),
  () => pick(['1996', 'valencia', 'oxendict', `${below(10)}${either(3)}`, either(5), either(8)]),
  () =>
    `${pick(['u', 't', 'a', '0', 'z'])}-${pick(['ca-gregory', 'nu-latn', 'en-us', either(2), either(3), either(8)])}`,
  () => `x-${either(1 + below(9))}`,
  () => letters(3),
  () => either(below(10)),
];
const tag = () => {
  const language = pick([
    'en',
    'de',
    'pt',
    'zh',
    'sgn',
    'yue',
    letters(2),
    letters(3),
    letters(2 + below(8)),
    either(2),
    'x',
    'i',
    '',
  ]);
  const parts = Array.from({ length: below(4) }, () => pick(PARTS)());
  const text = [language, ...parts].join('-');
  const roll = random();
  if (roll < 0.1) return text.toUpperCase();
  if (roll < 0.15) return text.replaceAll('-', '_');
  if (roll < 0.2) return text.replace(/./, () => pick([' ', 'ı', '٣', '\0', '--', '*']));
  return text;
};
const pairs = [...LETTERS].flatMap((a) => [...LETTERS].map((b) => `en-${(a + b).toUpperCase()}`));
const areas = Array.from({ length: 1000 }, (_, at) => `en-${String(at).padStart(3, '0')}`);
const IRREGULAR = ['en-GB-oed', 'sgn-BE-FR', 'sgn-BE-NL', 'sgn-CH-DE'];
const all = [...pairs, ...areas, ...IRREGULAR, ...Array.from({ length: Number(count) }, tag)];

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const icu = (text) => {
  try {
    const { region } = new Intl.Locale(text);
    return { region: region === undefined ? 'none' : names.of(region) === undefined ? 'unknown' : 'known' };
  } catch {
    return { refused: true };
  }
};

/** Why the two may differ: a name, and the tags it holds for. */
const FORM = [
  ['a language of more than three letters, of which none is registered', (text) => /^[a-z]{5,8}(-|$)/i.test(text)],
  ['an extended language, which BCP 47 has and ECMA-402 has not', (text) => /^[a-z]{2,3}-[a-z]{3}(-|$)/i.test(text)],
  ['an irregular tag of the registry', (text) => IRREGULAR.some((one) => one.toLowerCase() === text.toLowerCase())],
  ['what stands in an extension, where BCP 47 asks for less than Unicode does', (text) => /-[ut]-/i.test(text)],
];
const REGION = [
  [
    'groupings and codes that ICU names and ISO 3166 does not assign',
    (text) => /^en-(AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UK|UN|XA|XB|ZZ)$/.test(text),
  ],
  [
    'old codes that ICU replaces',
    (text) => icu(text).region === 'known' && new Intl.Locale(text).region !== text.slice(3),
  ],
];

const child = spawn(program, ['value', '--ndjson'], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: child.stdout });
const kinds = new Map([...FORM, ...REGION].map(([name]) => [name, 0]));
const wrong = [];
let at = 0;
let same = 0;
const judge = (text, codes, kindsOf) => {
  const kind = kindsOf.find(([, holds]) => holds(text));
  if (kind === undefined) wrong.push(`${JSON.stringify(text)}: ${codes} but ${JSON.stringify(icu(text))}`);
  else kinds.set(kind[0], kinds.get(kind[0]) + 1);
};
answers.on('line', (line) => {
  const text = all[at++];
  const { issues } = JSON.parse(line);
  const codes = issues.map(({ code }) => code);
  const refused = issues.some(({ severity }) => severity !== 'warning');
  // An underscore is a slip we know; the rest of the tag is compared.
  const mended = text.replaceAll('_', '-');
  const theirs = icu(mended);
  if (refused !== (theirs.refused === true)) return judge(mended, codes, FORM);
  const ours = codes.includes('locale.unknown_region') ? 'unknown' : 'known';
  const says = !refused && /^en-([A-Z]{2}|\d{3})$/.test(text);
  if (says && ours !== theirs.region) return judge(text, codes, REGION);
  same += 1;
});
answers.on('close', () => {
  for (const [name, times] of kinds) {
    console.log(`${times}: ${name}`);
    if (times === 0) wrong.push(`no tag any more for: ${name}`);
  }
  if (at !== all.length) wrong.push(`${at} answers to ${all.length} tags`);
  for (const line of wrong.slice(0, 20)) console.log(line);
  console.log(`${all.length} tags, ${same} read alike, ${wrong.length} of no known kind`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
});
const row = (value) => `${JSON.stringify({ path: 'address.locale', value, today: '2026-01-31' })}\n`;
child.stdin.end(all.map(row).join(''));
