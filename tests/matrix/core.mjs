// The cells that run with every change.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  BUNDLED,
  bundled,
  esbuild,
  HEADLESS,
  inChromium,
  inModules,
  MAPPED,
  runtime,
  STRICTLY,
  UNDER_POLICY,
  vitest,
  WHOLE_PAGE,
} from './kinds.mjs';
import { answersAt, answersOfPage, chromium, serving, sh } from './tools.mjs';

/** With every change. */
export const CORE = [
  runtime('Node, this machine’s', () => process.execPath),
  {
    name: 'esbuild',
    version: inChromium('esbuild'),
    wants: BUNDLED,
    async run(project) {
      await esbuild(project);
      return bundled(project, 'out/esbuild');
    },
  },
  {
    name: 'Rollup',
    version: inChromium('rollup'),
    wants: BUNDLED,
    async run(project) {
      await sh(process.execPath, [inModules('rollup/dist/bin/rollup')(project), '-c', '--silent'], { cwd: project });
      return bundled(project, 'out/rollup');
    },
  },
  {
    name: 'Vite, build',
    version: inChromium('vite'),
    wants: { import: WHOLE_PAGE },
    async run(project) {
      await sh(process.execPath, [inModules('vite/bin/vite.js')(project), 'build', '--logLevel', 'error'], {
        cwd: project,
      });
      const out = join(project, 'out/vite');
      const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(readFileSync(join(out, 'index.html'), 'utf8'));
      return { import: await answersOfPage([out], { script }) };
    },
  },
  {
    name: 'Vite, dev',
    version: inChromium('vite'),
    wants: { import: WHOLE_PAGE },
    run: (project) => {
      // What it made of the package of another day, whose version is the same.
      rmSync(join(project, 'out/vite-cache'), { recursive: true, force: true });
      return serving(
        process.execPath,
        [inModules('vite/bin/vite.js')(project), '--host', '127.0.0.1', '--port', '0'],
        { cwd: project, env: { NO_COLOR: '1' } },
        async (address) => ({ import: await answersAt(address) }),
      );
    },
  },
  vitest('node', HEADLESS),
  {
    name: 'no bundler, import map',
    version: async () => `Chromium ${(await chromium()).version()}`,
    wants: { import: WHOLE_PAGE },
    run: async (project) => ({
      import: await answersOfPage([project, join(project, 'node_modules/kyc-rules')], MAPPED),
    }),
  },
  {
    name: "script-src 'self'",
    version: async () => `Chromium ${(await chromium()).version()}`,
    wants: { import: UNDER_POLICY },
    run: async (project) => ({ import: await answersOfPage([project], STRICTLY) }),
  },
];
