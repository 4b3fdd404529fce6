// The sandbox server as a process of its own, with an empty memory, on a free port of this machine. It must be built.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../target/debug/kyc-sandbox', import.meta.url));

/**
 * Hears what a server says as it starts, until it listens: its address and its key. Of one that ends instead there is neither.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function greeting({ stdout }) {
  let said = '';
  stdout.setEncoding('utf8');
  await new Promise((resolve) => {
    stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\ncurl')) resolve();
    });
    stdout.on('close', resolve);
  });
  const base = /Listening on (\S+)/.exec(said)?.[1];
  return { base, root: base?.replace('/api/v1', ''), key: /API key (\S+)/.exec(said)?.[1] };
}

/** Starts it, or another build of it, and waits until it listens. */
export async function sandbox(options = [], program = PROGRAM) {
  const args = ['--memory', '--quiet', '--key', 'k', '--listen', '127.0.0.1:0', ...options];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill());
  const { root } = await greeting(child);
  if (root === undefined) throw new Error('the sandbox server does not start');
  return { url: root, key: 'k', close: () => child.kill() };
}
