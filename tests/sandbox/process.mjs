// The sandbox server as the tests of all that is not the guide's start it: with any arguments, through a shell, on a disk of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { greeting } from '../js/server.mjs';

process.setMaxListeners(0);
const program = process.argv[2] ?? 'target/debug/kyc-sandbox';
export const sample = JSON.parse(readFileSync(new URL('../sample.json', import.meta.url), 'utf8'));
export const folder = mkdtempSync(join(tmpdir(), 'kyc-api-'));
export const customer = { type: 'INDIVIDUAL', email: 'jane.smith@example.com', firstName: 'Jane', lastName: 'Smith' };

/** Starts a server, by itself, through a shell, or by another program; with what it logs, and its end. */
export async function start(args, shell, through) {
  const all = ['--listen', '127.0.0.1:0', ...args];
  const line = through ? `exec ${through} "$0" "$@"` : `${shell}; exec "$0" "$@"`;
  const child = shell || through ? spawn('bash', ['-c', line, program, ...all]) : spawn(program, all);
  process.on('exit', () => child.kill());
  const server = { child, log: '' };
  child.stderr.on('data', (chunk) => {
    server.log += chunk;
  });
  server.ended = new Promise((resolve) => child.on('close', resolve));
  Object.assign(server, await greeting(child));
  server.call = async (method, path, body, headers = {}) => {
    const response = await fetch(
      path.startsWith('/api') || path.startsWith('/_') ? server.root + path : server.base + path,
      {
        method,
        headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json', ...headers },
        body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
        redirect: 'manual',
      },
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return server;
}

export const bearer = (token) => ({ Authorization: `Bearer ${token}` });
