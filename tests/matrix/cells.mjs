// The cells of the matrix: each an environment, what it takes to run there, and the entries that it must have. A run gives answers
// by shape, that is by how the package came in.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersAt, answersIn, answersOf, answersOfPage, chromium, serving, sh, STRICT } from './tools.mjs';

const HEADLESS = [
  '.',
  'js',
  'errors',
  'locales/es',
  'phone',
  'mrz',
  'national-id',
  'image',
  'lifecycle',
  'sandbox',
  'schema.json',
];
const WITH_SLIM = [...HEADLESS, 'slim'];
const IN_PAGE = [...HEADLESS, 'form', 'element', 'assess'];
const WHOLE_PAGE = [...IN_PAGE, 'slim'];
const SCRIPT_ALONE = ['js', 'errors', 'locales/es'];

/** A tool's version, as its own package.json has it. */
const version = (name) => (project) =>
  JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8')).version;
const inChromium = (name) => async (project) => `${version(name)(project)}, Chromium ${(await chromium()).version()}`;

/** A runtime that is a program: modules and `require`. */
const runtime = (name, program, args = []) => ({
  name,
  version: async (project) =>
    (await sh(program(project), ['--version'])).split('\n')[0].replace(/^(v|deno )?(\S+).*$/, '$2'),
  wants: { import: WITH_SLIM, require: WITH_SLIM },
  run: async (project) => ({
    import: await answersOf(program(project), [...args, 'node.mjs'], { cwd: project }),
    require: await answersOf(program(project), [...args, 'node.cjs'], { cwd: project }),
  }),
});
const inModules = (path) => (project) => join(project, 'node_modules', path);
const node = (major) => runtime(`Node ${major}`, inModules(`node${major}/bin/node`));

/** What a bundler made, in Chromium: its page of modules and its page of `require`. */
const bundled = async (project, out) => ({
  import: await answersOfPage([join(project, out), join(project, 'node_modules/kyc-rules')], { script: '/page.js' }),
  require: await answersOfPage([join(project, out)], { script: '/require.js' }),
});
const BUNDLED = { import: WHOLE_PAGE, require: HEADLESS };

const pack = (name, bundler, args) => ({
  name,
  version: inChromium(bundler === 'rspack' ? '@rspack/core' : bundler),
  wants: BUNDLED,
  async run(project) {
    const out = `out/${args.join('-')}`;
    await sh(process.execPath, ['webpack.mjs', bundler, out, ...args.slice(1)], { cwd: project });
    return bundled(project, out);
  },
});

const vitest = (environment, wants) => ({
  name: `Vitest, ${environment}`,
  version: async (project) =>
    [version('vitest')(project), environment === 'node' ? '' : version(environment)(project)].filter(Boolean).join(', '),
  wants: { import: wants },
  async run(project) {
    const file = join(project, 'out', `vitest-${environment}.json`);
    const args = [inModules('vitest/vitest.mjs')(project), 'run', '--environment', environment];
    await sh(process.execPath, args, { cwd: project, env: { ANSWERS: file } });
    return { import: JSON.parse(readFileSync(file, 'utf8')) };
  },
});

/** What a page of Next holds in its `<pre>`. */
const shown = async (address) => {
  const [, text] = /<pre[^>]*>(.*?)<\/pre>/s.exec(await (await fetch(address)).text()) ?? [];
  return JSON.parse(text.replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
};
const next = (bundler) => ({
  name: `Next, ${bundler}`,
  version: inChromium('next'),
  wants: {
    'built page': HEADLESS,
    'page at request': HEADLESS,
    'node route': HEADLESS,
    'edge route': WITH_SLIM,
    'client component': IN_PAGE,
  },
  async run(project) {
    const cwd = join(project, 'next');
    const env = { DIST: `.next-${bundler}`, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    const program = inModules('next/dist/bin/next')(project);
    await sh(process.execPath, [program, 'build', `--${bundler}`], { cwd, env, minutes: 10 });
    return serving(process.execPath, [program, 'start', '--port', '0'], { cwd, env }, async (address) => ({
      'built page': await shown(address),
      'page at request': await shown(`${address}/dynamic`),
      'node route': await (await fetch(`${address}/node`)).json(),
      'edge route': await (await fetch(`${address}/edge`)).json(),
      'client component': await answersAt(address),
    }));
  },
});

/** With every change. */
export const CORE = [
  {
    ...runtime('Node, this machine’s', () => process.execPath),
    wants: { import: WITH_SLIM, require: WITH_SLIM },
  },
  {
    name: 'esbuild',
    version: inChromium('esbuild'),
    wants: BUNDLED,
    async run(project) {
      const build = (page, name, ...more) =>
        sh(
          inModules('.bin/esbuild')(project),
          [page, '--bundle', '--minify', `--outfile=out/esbuild/${name}.js`, '--log-level=error', ...more],
          { cwd: project },
        );
      await build('page.esbuild.mjs', 'page', '--format=esm', '--loader:.wasm=file', '--public-path=/');
      // A classic script, and not as old as to know `import.meta`.
      await build('page.require.mjs', 'require', '--log-override:empty-import-meta=silent');
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
      await sh(process.execPath, [inModules('vite/bin/vite.js')(project), 'build', '--logLevel', 'error'], { cwd: project });
      const out = join(project, 'out/vite');
      const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(readFileSync(join(out, 'index.html'), 'utf8'));
      return { import: await answersOfPage([out], { script }) };
    },
  },
  {
    name: 'Vite, dev',
    version: inChromium('vite'),
    wants: { import: WHOLE_PAGE },
    run: (project) =>
      serving(
        process.execPath,
        [inModules('vite/bin/vite.js')(project), '--host', '127.0.0.1', '--port', '0'],
        { cwd: project, env: { NO_COLOR: '1' } },
        async (address) => ({ import: await answersAt(address) }),
      ),
  },
  vitest('node', HEADLESS),
  {
    name: 'no bundler, import map',
    version: async () => `Chromium ${(await chromium()).version()}`,
    wants: { import: WHOLE_PAGE },
    run: async (project) => ({ import: await answersOfPage([project, join(project, 'node_modules/kyc-rules')], MAPPED) }),
  },
  {
    name: "script-src 'self'",
    version: async () => `Chromium ${(await chromium()).version()}`,
    wants: { import: SCRIPT_ALONE },
    run: async (project) => ({ import: await answersOfPage([project], STRICTLY) }),
  },
];

/** The package as it lies in node_modules, found by a map. Browsers take no JSON under that policy's map but as a module. */
const MAPPED = {
  script: '/page.plain.mjs',
  map: {
    imports: {
      'kyc-rules': '/node_modules/kyc-rules/index.js',
      'kyc-rules/schema.json': '/node_modules/kyc-rules/schema.json',
      ...Object.fromEntries(
        'element errors form image js lifecycle locales/es mrz national-id phone sandbox slim'
          .split(' ')
          .map((name) => [`kyc-rules/${name}`, `/node_modules/kyc-rules/${name}.js`]),
      ),
    },
  },
};

const STRICTLY = { ...MAPPED, script: '/page.js.mjs', policy: STRICT };

/** Another browser than Chromium: the import map, and the strict policy. */
const browser = (name, program) => ({
  name,
  version: async () => (await sh(program, ['--version'])).split('\n')[0].replace(/^\D*/, ''),
  wants: { 'import map': WHOLE_PAGE, "script-src 'self'": SCRIPT_ALONE },
  run: async (project) => ({
    'import map': await answersOfPage([project, join(project, 'node_modules/kyc-rules')], MAPPED, answersIn(program)),
    "script-src 'self'": await answersOfPage([project], STRICTLY, answersIn(program)),
  }),
});

/** By hand besides. */
export const MORE = [
  browser('Firefox', 'firefox'),
  browser('WPE WebKit', 'cog'),
  node(20),
  node(22),
  node(24),
  node(26),
  runtime('Deno', inModules('@deno/linux-x64-glibc/deno'), ['run', '--allow-all', '--node-modules-dir=manual']),
  runtime('Bun', inModules('@oven/bun-linux-x64/bin/bun'), ['run']),
  pack('webpack', 'webpack', ['webpack']),
  pack('webpack, asyncWebAssembly', 'webpack', ['webpack', 'async']),
  pack('Rspack', 'rspack', ['rspack']),
  next('turbopack'),
  next('webpack'),
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
    wants: { import: SCRIPT_ALONE },
    run: async (project) => ({
      import: await answersOf(inModules('node24/bin/node')(project), ['hermes.mjs'], { cwd: project }),
    }),
  },
  vitest('jsdom', [...HEADLESS, 'form']),
  vitest('happy-dom', [...HEADLESS, 'form']),
];
