#!/usr/bin/env node
// Firefox ESR as Playwright can drive it. Playwright tells a browser of screens, downloads and bodies of answers by commands that came
// with Firefox 143 and later, and gives up where one is unknown. This starts Firefox (`FIREFOX`) with what it is given, stands between
// the two, and takes "unknown command" for done: a test that depends on one fails by itself. To be deleted with Debian's next ESR.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';

const child = spawn(process.env.FIREFOX ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['inherit', 'inherit', 'pipe'],
});
child.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));

/** What a server's WebSocket sends, as it comes: the handshake, then frames, whole and without a mask. */
function frames(send) {
  let [held, isOpen] = [Buffer.alloc(0), false];
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    if (!isOpen) {
      const end = held.indexOf('\r\n\r\n');
      if (end < 0) return;
      send(held.subarray(0, end + 4), '');
      [held, isOpen] = [held.subarray(end + 4), true];
    }
    while (held.length >= 2) {
      const wide = { 126: 2, 127: 8 }[held[1]] ?? 0;
      const start = 2 + wide;
      if (held.length < start) return;
      const length = { 0: () => held[1], 2: () => held.readUInt16BE(2), 8: () => Number(held.readBigUInt64BE(2)) }[
        wide
      ]();
      const end = start + length;
      if (held.length < end) return;
      send(held.subarray(0, end), held.subarray(start, end).toString());
      held = held.subarray(end);
    }
  };
}

/** A short text as a frame of a server. */
const framed = (text) => Buffer.concat([Buffer.from([0x81, Buffer.byteLength(text)]), Buffer.from(text)]);

/** Stands between; where it listens. */
function between(port) {
  const server = createServer((client) => {
    const browser = connect(port, '127.0.0.1');
    // The browser takes no call that is meant for another port.
    client.once('data', (head) => {
      browser.write(head.toString('latin1').replace(/^Host: .*$/im, `Host: 127.0.0.1:${port}`), 'latin1');
      client.on('data', (chunk) => browser.write(chunk));
    });
    browser.on(
      'data',
      frames((frame, text) => {
        const isUnknown = text.startsWith('{"type":"error"') && text.includes('"error":"unknown command"');
        client.write(
          isUnknown
            ? framed(JSON.stringify({ type: 'success', id: JSON.parse(text).id, result: { collector: '' } }))
            : frame,
        );
      }),
    );
    for (const [one, other] of [
      [client, browser],
      [browser, client],
    ]) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));
}

let line = '';
child.stderr.on('data', async (chunk) => {
  const lines = (line + chunk).split('\n');
  line = lines.pop();
  for (const text of lines) {
    const [address, port] = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(text) ?? [];
    const told = address === undefined ? text : text.replace(address, `ws://127.0.0.1:${await between(Number(port))}`);
    process.stderr.write(`${told}\n`);
  }
});
