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

import { links } from './links.mjs';

const [program = 'target/debug/kyc', count = '1000000', seed = '1'] = process.argv.slice(2);

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

for (const text of links(Number(count), seed)) {
  waiting.push(text);
  const row = JSON.stringify({ path: 'documents[0].frontImageUrl', value: text, today: '2026-01-31' });
  if (!kyc.stdin.write(`${row}\n`)) await new Promise((done) => kyc.stdin.once('drain', done));
}
kyc.stdin.end();
await judged;
console.log(JSON.stringify({ ...seen, examples }, null, 1));
console.log(`${seen.links - seen.differences} passed, ${seen.differences} failed`);
process.exitCode = seen.differences || seen.links === 0 ? 1 : 0;
