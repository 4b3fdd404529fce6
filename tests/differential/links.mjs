// Links of every kind: good, private, and with something in them that one reader of URLs takes for another thing than the next.

import { choices } from './random.mjs';

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

/** Makes one after another. */
function maker({ random, below, pick }) {
  const maybe = (chance, make) => (random() < chance ? make() : '');
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
      pick([
        '?a=b',
        '?X-Amz-Date=20260130T000000Z&X-Amz-Expires=604800',
        '?url=https://127.0.0.1/',
        '?',
        '?a@b',
        '?\\',
      ]),
    );
    const hash = maybe(0.1, () => pick(['#', '#page=1', '#@evil.com', '#\\']));
    const text = scheme + slashes + user + host() + port + path + query + hash;
    return (random() < 0.4 ? mutate(text) : text).toWellFormed();
  };
  return link;
}

/** `count` of them and, for every code point (every 101st where `count` is below a million), one with it in the host. */
export function* links(count, seed) {
  const link = maker(choices(seed));
  for (let n = count; n > 0; n -= 1) yield link();
  const step = count < 1_000_000 ? 101 : 1;
  for (let at = 0; at < 0x110000; at += step) {
    if (at < 0xd800 || at > 0xdfff) yield `https://a${String.fromCodePoint(at)}b.example.com/a.jpg`;
  }
}
