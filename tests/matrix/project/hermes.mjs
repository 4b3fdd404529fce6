// node hermes.mjs: what React Native makes of a bundle (its preset of Babel, for Hermes), run by Hermes. The newest compiler of Hermes,
// which is on npm without its machine, must take the bundle too.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { transformFileSync } from '@babel/core';
import { buildSync } from 'esbuild';

const bundle = 'out/hermes/bundle.js';
buildSync({
  entryPoints: ['hermes.entry.mjs'],
  bundle: true,
  format: 'iife',
  platform: 'neutral',
  conditions: ['react-native'],
  target: 'es2022',
  outfile: bundle,
  logLevel: 'error',
});
const { code } = transformFileSync(bundle, {
  // For any engine: the one that npm has is older than React Native's own, and knows no classes.
  presets: [['@react-native/babel-preset', { unstable_transformProfile: 'default', enableBabelRuntime: false }]],
  babelrc: false,
  configFile: false,
  compact: true,
});
writeFileSync('out/hermes/native.js', code);
execFileSync('node_modules/hermes-compiler/hermesc/linux64-bin/hermesc', [
  '-emit-binary',
  '-O',
  '-out',
  'out/hermes/native.hbc',
  bundle,
]);
process.stdout.write(
  execFileSync('node_modules/hermes-engine-cli/linux64-bin/hermes', ['-O', 'out/hermes/native.js'], {
    maxBuffer: 1 << 26,
  }),
);
