// Image links against WHATWG URL: whatever the rule accepts, Node's `URL` must read as the same host, on https, without
// credentials, on the same port, and that host must be public. 0 differences are allowed; links that `URL` refuses are counted.
//
//   cargo build --features cli && node tests/differential/url.mjs target/debug/kyc [COUNT] [SEED]
//
// Feeds COUNT generated links and, for every code point (every 101st where COUNT is below a million), one link with it in the host, to `kyc value --ndjson`.

import { spawn } from 'node:child_process';
import { BlockList, isIPv4 } from 'node:net';
import { createInterface } from 'node:readline';
import { domainToUnicode } from 'node:url';

import { choices } from './random.mjs';

const [program = 'target/debug/kyc', count = '1000000', seed = '1'] = process.argv.slice(2);

const { random, below, pick } = choices(seed);
const maybe = (chance, make) => (random() < chance ? make() : '');

const HOSTS = [
  'example.com',
  'EXAMPLE.org',
  'your-storage.com',
  'bucket.s3.eu-west-1.amazonaws.com',
  'my_bucket.s3.amazonaws.com',
  'storage.googleapis.com',
  'acct.blob.core.windows.net',
  'bücher.de',
  '例え.jp',
  'почта.рф',
  'xn--bcher-kva.de',
  'xn--80ak6aa92e.com',
  '8.8.8.8',
  '1.1.1.1',
  '[2606:4700:4700::1111]',
  '[2001:4860:4860:0:0:0:0:8888]',
  'a.b.c.d.example.co.uk',
  '3com.com',
  'g--a.com',
];
const PRIVATE = [
  'localhost',
  'foo.localhost',
  'printer.local',
  'metadata.google.internal',
  'router.lan',
  'nas.home.arpa',
  'a.test',
  'intranet',
  '127.0.0.1',
  '10.0.0.1',
  '192.168.1.1',
  '172.16.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.1',
  '127.0.1',
  '3232235777',
  '0xc0a80101',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00::1%25eth0]',
  '[2002:7f00:1::]',
  '127.0.0.1.nip.io',
  '127.0.0.1.',
  'localhost.',
];
const NASTY = [
  '\t',
  '\n',
  '\r',
  ' ',
  '\\',
  '/',
  '//',
  '@',
  ':',
  ';',
  '?',
  '#',
  '%',
  '%2e',
  '%2f',
  '%00',
  '%40',
  '%5c',
  '[',
  ']',
  '<',
  '>',
  '|',
  '^',
  '`',
  '"',
  '{',
  '}',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u202e',
  '\u2060',
  '\ufeff',
  '\u3000',
  '。',
  '．',
  '｡',
  '／',
  '＠',
  '：',
  '？',
  '＃',
  '％',
  '０',
  '１',
  'ａ',
  'ｌ',
  '①',
  'ⓛ',
  'ß',
  'ẞ',
  'ſ',
  'K',
  'ﬁ',
  'ª',
  '²',
  '℀',
  '⁄',
  '∕',
  '\u0301',
  '\u0338',
  '\ufe0f',
  '\u0000',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ud7ff',
  '\u{e0061}',
  '\u{1d41a}',
  '_',
  '-',
  '.',
  '..',
  '0',
  '0x',
  'xn--',
  'x',
  '1',
];
const EXTRA = "abcxyz019.-_/:@?#%[]\\&=+~!$'()*,;";

const full = (text) =>
  [...text].map((c) => (c > ' ' && c <= '~' ? String.fromCodePoint(c.codePointAt(0) + 0xfee0) : c)).join('');
const percent = (text) => [...Buffer.from(text)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('');
const number = () =>
  pick([(n) => String(n), (n) => `0x${n.toString(16)}`, (n) => `0${n.toString(8)}`, (n) => `00${n.toString(8)}`])(
    pick([0, 1, 8, 10, 127, 169, 192, 254, 255, 256, 65535, 16777215, 2130706433, 4294967295, below(2 ** 32)]),
  );
const host = () => {
  const name =
    random() < 0.6
      ? pick(HOSTS)
      : random() < 0.7
        ? pick(PRIVATE)
        : Array.from({ length: 1 + below(5) }, number).join('.');
  const roll = random();
  if (roll < 0.7) return name;
  if (roll < 0.75) return full(name);
  if (roll < 0.8) return percent(name);
  if (roll < 0.85) return name.replace(/./u, full);
  if (roll < 0.9) return name.toUpperCase();
  if (roll < 0.95) return `${name}.`;
  return name.replaceAll('.', pick(['。', '．', '｡', '..', '%2e']));
};
const anyChar = () => {
  const at = random() < 0.7 ? below(0x3000) : below(0x110000);
  return at >= 0xd800 && at < 0xe000 ? '\u{10330}' : String.fromCodePoint(at);
};
const mutate = (text) => {
  const chars = [...text];
  for (let n = 1 + below(3); n > 0; n -= 1) {
    const at = below(chars.length + 1);
    const what = random() < 0.5 ? pick(NASTY) : random() < 0.5 ? pick([...EXTRA]) : anyChar();
    chars.splice(at, below(3) === 0 ? 1 : 0, what);
    if (below(4) === 0) chars.splice(below(chars.length), 1);
  }
  return chars.join('');
};
const link = () => {
  const scheme = pick([
    'https',
    'https',
    'https',
    'https',
    'HTTPS',
    'hTTps',
    'http',
    'ftp',
    'javascript',
    'data',
    'https ',
    ' https',
    'https\t',
  ]);
  const slashes = pick(['://', '://', '://', '://', '://', ':/', ':', ':///', ':\\\\', ':/\\', '//', '://\t/']);
  const user = maybe(0.06, () => pick(['user@', 'user:pass@', '@', ':@', 'example.com@', 'a%40b@']));
  const port = maybe(
    0.12,
    () => `:${pick(['443', '0443', '80', '8443', '65535', '65536', '0', '', '99999', '-1', ' 443', '4４3'])}`,
  );
  const path = maybe(0.9, () =>
    pick([
      '/',
      '/a.jpg',
      '/passport front.png',
      '/a/b/../c.pdf',
      '/x%2fy.jpg',
      '\\a.jpg',
      '/фото.jpg',
      '/@evil.com/',
      '/a.heic',
      '//b.com/c.png',
    ]),
  );
  const query = maybe(0.3, () =>
    pick(['?a=b', '?X-Amz-Date=20260130T000000Z&X-Amz-Expires=604800', '?url=https://127.0.0.1/', '?', '?a@b', '?\\']),
  );
  const hash = maybe(0.1, () => pick(['#', '#page=1', '#@evil.com', '#\\']));
  const text = scheme + slashes + user + host() + port + path + query + hash;
  return (random() < 0.4 ? mutate(text) : text).toWellFormed();
};

function* links() {
  for (let n = Number(count); n > 0; n -= 1) yield link();
  const step = Number(count) < 1_000_000 ? 101 : 1;
  for (let at = 0; at < 0x110000; at += step) {
    if (at < 0xd800 || at > 0xdfff) yield `https://a${String.fromCodePoint(at)}b.example.com/a.jpg`;
  }
}

// Which hosts are private, said once more in other words than the rule's.
const [reserved4, reserved6] = [new BlockList(), new BlockList()];
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]) {
  reserved4.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
]) {
  reserved6.addSubnet(network, prefix, 'ipv6');
}
const isPrivate = (hostname) => {
  if (hostname.startsWith('[')) return reserved6.check(hostname.slice(1, -1), 'ipv6');
  if (isIPv4(hostname)) return reserved4.check(hostname, 'ipv4');
  const name = hostname.replace(/\.$/, '');
  return (
    !name.includes('.') ||
    /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid|example|localdomain|nip\.io)$/.test(name)
  );
};

/** A path with every character percent-encoded that a reader may encode. */
const plain = (path) =>
  path
    .replace(/[^\x21-\x7e]+|['^{}|]/gu, (text) => [...Buffer.from(text)].map((b) => `%${b.toString(16)}`).join(''))
    .replace(/%[0-9a-f]{2}/gi, (hex) => hex.toLowerCase());

/** What is wrong with accepting a link, or `null`; `refused` where `URL` refuses it. */
const difference = (text) => {
  let url;
  try {
    url = new URL(text);
  } catch {
    return 'refused';
  }
  const [, authority, rest] = /^https:\/\/([^/?#]*)(.*)$/isu.exec(text.replace(/^ +| +$/g, '')) ?? [];
  if (authority === undefined) return 'form';
  const [, name, port] = /^(\[[^\]]*\]|[^:]*):?(.*)$/su.exec(authority);
  if (url.protocol !== 'https:') return 'scheme';
  if (url.username || url.password) return 'credentials';
  if (isPrivate(url.hostname)) return 'private';
  if (Number(url.port || 443) !== Number(port || 443)) return 'port';
  const same = name.startsWith('[')
    ? url.hostname === new URL(`https://${name}`).hostname
    : url.hostname === name.toLowerCase() ||
      domainToUnicode(url.hostname) === domainToUnicode(name.normalize('NFC').toLowerCase());
  if (!same || (/^[\x21-\x7e]+$/.test(name) && !name.startsWith('[') && url.hostname !== name.toLowerCase()))
    return 'host';
  // The rest is the same but for percent signs, unless dots in the path climb.
  if (!/\/(\.|%2e)/i.test(rest)) {
    const read = url.href.slice(url.href.indexOf('/', 'https://'.length));
    if (plain(read) !== plain(rest.startsWith('/') ? rest : `/${rest}`)) return 'path';
  }
  return null;
};

const kyc = spawn(program, ['value', '--ndjson'], { stdio: ['pipe', 'pipe', 'inherit'] });
const waiting = [];
const seen = { links: 0, accepted: 0, refusedByUrl: 0, differences: 0, strict: {} };
const examples = { refused: [], strict: {} };

const judged = (async () => {
  for await (const line of createInterface({ input: kyc.stdout })) {
    const text = waiting[seen.links];
    waiting[seen.links] = undefined;
    seen.links += 1;
    const { issues } = JSON.parse(line);
    const error = issues.find(({ severity }) => severity !== 'warning');
    const found = difference(text);
    if (error) {
      if (found !== null) continue;
      seen.strict[error.code] = (seen.strict[error.code] ?? 0) + 1;
      examples.strict[error.code] ??= [];
      if (examples.strict[error.code].length < 6) examples.strict[error.code].push(text);
      continue;
    }
    seen.accepted += 1;
    if (found === 'refused') {
      seen.refusedByUrl += 1;
      if (examples.refused.length < 12) examples.refused.push(text);
    } else if (found) {
      seen.differences += 1;
      if (seen.differences <= 40) console.log(found, JSON.stringify(text));
    }
  }
})();

for (const text of links()) {
  waiting.push(text);
  const row = JSON.stringify({ path: 'documents[0].frontImageUrl', value: text, today: '2026-01-31' });
  if (!kyc.stdin.write(`${row}\n`)) await new Promise((done) => kyc.stdin.once('drain', done));
}
kyc.stdin.end();
await judged;
console.log(JSON.stringify({ ...seen, examples }, null, 1));
console.log(`${seen.links - seen.differences} passed, ${seen.differences} failed`);
process.exitCode = seen.differences || seen.links === 0 ? 1 : 0;
