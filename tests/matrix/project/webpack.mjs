// node webpack.mjs webpack|rspack OUT [async]: the same configuration for both.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [, , which, out, experiment] = process.argv;
const require = createRequire(import.meta.url);
const bundler = which === 'rspack' ? require('@rspack/core').rspack : require('webpack');

const done = (error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString({ all: false, errors: true }));
    process.exitCode = 1;
  }
};
bundler(
  {
    mode: 'production',
    target: ['web', 'es2020'],
    entry: { page: './page.webpack.mjs', require: './page.require.mjs' },
    output: { path: resolve(out), filename: '[name].js', publicPath: 'auto' },
    experiments: experiment === 'async' ? { asyncWebAssembly: true } : {},
    performance: { hints: false },
  },
  done,
);
