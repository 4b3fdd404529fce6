// The sandbox server as a process of its own, with an empty memory, on a free port of this machine. It must be built.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../target/debug/kyc-sandbox', import.meta.url));

/** Starts it, and waits until it listens. */
export async function sandbox(...options) {
  const args = ['--memory', '--quiet', '--key', 'k', '--listen', '127.0.0.1:0', ...options];
  const child = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill());
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes('\ncurl')) break;
  }
  const [, url] = /Listening on (\S+)\/api\/v1/.exec(said);
  return { url, key: 'k', close: () => child.kill() };
}
