// The page as Rollup bundles it.
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';

const plugins = [resolve({ browser: true }), commonjs(), json()];

export default [
  { input: 'page.plain.mjs', output: { file: 'out/rollup/page.js' }, plugins },
  { input: 'page.require.mjs', output: { file: 'out/rollup/require.js' }, plugins },
];
