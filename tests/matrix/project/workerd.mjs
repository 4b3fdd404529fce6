// node workerd.mjs: bundles the worker as wrangler does and runs it in workerd.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

const out = 'out/workerd';
await build({
  entryPoints: ['worker.mjs'],
  bundle: true,
  format: 'esm',
  outdir: out,
  conditions: ['workerd', 'worker', 'browser'],
  loader: { '.wasm': 'copy' },
  target: 'es2024',
  logLevel: 'error',
});
const modules = readdirSync(out)
  .sort()
  .map((file) => ({ type: file.endsWith('.wasm') ? 'CompiledWasm' : 'ESModule', path: `${out}/${file}` }));
const first = modules.findIndex(({ type }) => type === 'ESModule');
const workerd = new Miniflare({
  modules: [modules[first], ...modules.filter((_, at) => at !== first)],
  modulesRoot: out,
  compatibilityDate: '2026-01-01',
});
const response = await workerd.dispatchFetch('http://localhost/');
console.log(await response.text());
await workerd.dispose();
