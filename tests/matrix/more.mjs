// The cells that run by hand besides, on Linux x64.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  browser,
  esbuild,
  HEADLESS,
  inModules,
  next,
  node,
  pack,
  runtime,
  SCRIPT_ALONE,
  version,
  vitest,
  WHOLE_PAGE,
  WITH_SLIM,
} from './kinds.mjs';
import { answersIn, answersOf, answersOfPage, MINI_BROWSER, sh } from './tools.mjs';

/** By hand besides. */
export const MORE = [
  browser('Firefox', 'firefox', ['firefox']),
  // Its WebAssembly heeds no policy yet.
  browser('WebKitGTK', 'webkit', ['xvfb-run', '--auto-servernum', MINI_BROWSER], SCRIPT_ALONE),
  {
    name: 'WebKit of 2022 (that of Safari 16.0), esbuild',
    version: async () => /WebKit ([\d.]+)/.exec(await sh('cog', ['--version']))[1],
    // Elements that are part of a form came with Safari 16.4.
    wants: { import: WHOLE_PAGE.filter((name) => name !== 'element') },
    async run(project) {
      await esbuild(project);
      return { import: await answersOfPage([join(project, 'out/esbuild')], { script: '/page.js' }, answersIn('cog')) };
    },
  },
  {
    name: 'V8 of 2021 (that of Chrome 94), in Node 16',
    version: async (project) => /\d.*/.exec(await sh(inModules('node16/bin/node')(project), ['--version']))[0],
    wants: { require: WITH_SLIM },
    run: async (project) => ({
      require: await answersOf(inModules('node16/bin/node')(project), ['node.cjs'], { cwd: project }),
    }),
  },
  node(20),
  node(22),
  node(24),
  node(26),
  runtime('Deno', inModules('@deno/linux-x64-glibc/deno'), ['run', '--allow-all', '--node-modules-dir=manual']),
  runtime('Bun', inModules('@oven/bun-linux-x64/bin/bun'), ['run']),
  pack('webpack', 'webpack', ['webpack']),
  pack('webpack, asyncWebAssembly', 'webpack', ['webpack', 'async']),
  pack('Rspack', 'rspack', ['rspack']),
  next('turbopack', true),
  next('webpack', false),
  {
    name: 'workerd',
    version: version('workerd'),
    wants: { import: WITH_SLIM },
    run: async (project) => {
      rmSync(join(project, 'out/workerd'), { recursive: true, force: true });
      return { import: await answersOf(inModules('node24/bin/node')(project), ['workerd.mjs'], { cwd: project }) };
    },
  },
  {
    name: 'Hermes',
    version: async (project) =>
      `${version('hermes-engine-cli')(project)}, compiler ${version('hermes-compiler')(project)}, preset ${version('@react-native/babel-preset')(project)}`,
    // It has no Intl, so a locale's plurals are all `other` there.
    wants: { import: ['js', 'errors'] },
    run: async (project) => ({
      import: await answersOf(inModules('node24/bin/node')(project), ['hermes.mjs'], { cwd: project }),
    }),
  },
  vitest('jsdom', [...HEADLESS, 'form']),
  vitest('happy-dom', [...HEADLESS, 'form']),
];
