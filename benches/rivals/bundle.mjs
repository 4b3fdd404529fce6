// Every rival as a form would ship it: bundled and minified by esbuild.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import formats from './ajv-formats.mjs';
import schema from './ajv-schema.mjs';

const HERE = import.meta.dirname;
const OUT = join(HERE, '../target/rivals');

/** A row a rival: its name, its file. Ours comes first. */
const RIVALS = [
  ['kyc-rules', 'kyc-rules'],
  ['zod', 'zod'],
  ['zod/mini', 'zod-mini'],
  ['valibot', 'valibot'],
  ['ajv standalone', 'ajv'],
  ['arktype', 'arktype'],
  ['yup', 'yup'],
  ['hand-written', 'hand'],
  ['hand-written, loose phones', 'lean'],
];

/** Compiles the JSON Schema ahead, as `ajv compile` does. */
const compiled = {
  name: 'compiled',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^compiled:ajv$/ }, ({ path }) => ({ path, namespace: 'compiled' }));
    onLoad({ filter: /.*/, namespace: 'compiled' }, () => {
      const ajv = new Ajv2020({
        allErrors: true,
        discriminator: true,
        strictTypes: false,
        strictRequired: false,
        unicodeRegExp: true,
        formats,
        code: { source: true, esm: true, formats: _`formats` },
      });
      const code = standalone.default(ajv, ajv.compile(schema));
      return { contents: `import formats from './ajv-formats.mjs';\n${code}`, resolveDir: HERE };
    });
  },
};

/** Bundles all of them; `phones` is libphonenumber-js's metadata, `max` or the looser `min`. Their files, in order. */
export async function bundle(phones = 'max') {
  const folder = join(OUT, phones);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: RIVALS.map(([, file]) => join(HERE, `${file}.mjs`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // Where the alias is looked up.
    absWorkingDir: HERE,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
    alias: { 'libphonenumber-js/max': `libphonenumber-js/${phones}` },
    plugins: [compiled],
  });
  return RIVALS.map(([name, file]) => ({ name, file: join(folder, `${file}.mjs`) }));
}
