// The kinds of cells: an environment, its version, the entries that it must have by shape (that is by how the package came in), and a run
// that gives answers.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersAt, answersIn, answersOf, answersOfPage, chromium, STRICT, serving, sh } from './tools.mjs';

export const HEADLESS = [
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
export const WITH_SLIM = [...HEADLESS, 'slim'];
const IN_PAGE = [...HEADLESS, 'form', 'element', 'assess'];
export const WHOLE_PAGE = [...IN_PAGE, 'slim'];
export const SCRIPT_ALONE = ['js', 'errors', 'locales/es'];
/** Where the policy keeps WebAssembly out. */
export const UNDER_POLICY = [...SCRIPT_ALONE, 'policy'];

/** A tool's version, as its own package.json has it. */
export const version = (name) => (project) =>
  JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8')).version;
export const inChromium = (name) => async (project) =>
  `${version(name)(project)}, Chromium ${(await chromium()).version()}`;

/** A runtime that is a program: modules and `require`. */
export const runtime = (name, program, args = []) => ({
  name,
  version: async (project) =>
    (await sh(program(project), ['--version'])).split('\n')[0].replace(/^(v|deno )?(\S+).*$/, '$2'),
  wants: { import: WITH_SLIM, require: WITH_SLIM },
  run: async (project) => ({
    import: await answersOf(program(project), [...args, 'node.mjs'], { cwd: project }),
    require: await answersOf(program(project), [...args, 'node.cjs'], { cwd: project }),
  }),
});
export const inModules = (path) => (project) => join(project, 'node_modules', path);
export const node = (major) => runtime(`Node ${major}`, inModules(`node${major}/bin/node`));

/** What a bundler made, in Chromium: its page of modules and its page of `require`. */
export const bundled = async (project, out) => ({
  import: await answersOfPage([join(project, out), join(project, 'node_modules/kyc-rules')], { script: '/page.js' }),
  require: await answersOfPage([join(project, out)], { script: '/require.js' }),
});
export const BUNDLED = { import: WHOLE_PAGE, require: HEADLESS };

/** What esbuild makes of the two pages, in `out/esbuild`. */
export async function esbuild(project) {
  const build = (page, name, ...more) =>
    sh(
      inModules('.bin/esbuild')(project),
      [page, '--bundle', '--minify', `--outfile=out/esbuild/${name}.js`, '--log-level=error', ...more],
      { cwd: project },
    );
  await build('page.esbuild.mjs', 'page', '--format=esm', '--loader:.wasm=file', '--public-path=/');
  // A classic script, which does not know `import.meta`.
  await build('page.require.mjs', 'require', '--log-override:empty-import-meta=silent');
}

export const pack = (name, bundler, args) => ({
  name,
  version: inChromium(bundler === 'rspack' ? '@rspack/core' : bundler),
  wants: BUNDLED,
  async run(project) {
    const out = `out/${args.join('-')}`;
    await sh(process.execPath, ['webpack.mjs', bundler, out, ...args.slice(1)], { cwd: project });
    return bundled(project, out);
  },
});

export const vitest = (environment, wants) => ({
  name: `Vitest, ${environment}`,
  version: async (project) =>
    [version('vitest')(project), environment === 'node' ? '' : version(environment)(project)]
      .filter(Boolean)
      .join(', '),
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
  return JSON.parse(
    text
      .replace(/&quot;/g, '"')
      .replace(/&#x27;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  );
};

/** `hasEdge`: Next 16.4 builds no edge route by webpack, not even one that imports nothing. */
export const next = (bundler, hasEdge) => ({
  name: `Next, ${bundler}`,
  version: inChromium('next'),
  wants: {
    'built page': HEADLESS,
    'page at request': HEADLESS,
    'node route': HEADLESS,
    ...(hasEdge ? { 'edge route': WITH_SLIM } : {}),
    'client component': IN_PAGE,
  },
  async run(project) {
    const cwd = join(project, `next-${bundler}`);
    rmSync(cwd, { recursive: true, force: true });
    cpSync(join(project, 'next'), cwd, { recursive: true });
    if (!hasEdge) rmSync(join(cwd, 'app/edge'), { recursive: true });
    const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    const program = inModules('next/dist/bin/next')(project);
    await sh(process.execPath, [program, 'build', `--${bundler}`], { cwd, env, minutes: 10 });
    return serving(process.execPath, [program, 'start', '--port', '0'], { cwd, env }, async (address) => ({
      'built page': await shown(address),
      'page at request': await shown(`${address}/dynamic`),
      'node route': await (await fetch(`${address}/node`)).json(),
      ...(hasEdge ? { 'edge route': await (await fetch(`${address}/edge`)).json() } : {}),
      'client component': await answersAt(address),
    }));
  },
});

/** The package as it lies in node_modules, found by a map. Browsers take no JSON under that policy's map but as a module. */
export const MAPPED = {
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

export const STRICTLY = { ...MAPPED, script: '/page.js.mjs', policy: STRICT };

/** Another browser than Chromium: the import map, and the strict policy. */
export const browser = (name, program, told, strictly = UNDER_POLICY) => ({
  name,
  version: async () => /[\d.]{3,}/.exec(await sh(told[0], [...told.slice(1), '--version']))[0],
  wants: { 'import map': WHOLE_PAGE, "script-src 'self'": strictly },
  run: async (project) => ({
    'import map': await answersOfPage([project, join(project, 'node_modules/kyc-rules')], MAPPED, answersIn(program)),
    "script-src 'self'": await answersOfPage([project], STRICTLY, answersIn(program)),
  }),
});
