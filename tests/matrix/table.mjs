// How a run of the matrix is shown.
import { readFileSync } from 'node:fs';

/** An environment a line: what came out, by shape. */
export function table(rows) {
  const lines = rows.map(({ name, version, shapes }) => {
    const cells = Object.entries(shapes).map(([shape, { wants, wrong }]) =>
      wrong.length === 0 ? `${shape} ✓ ${wants.length}` : `${shape} ✗ ${wrong.length}`,
    );
    return `| ${name} | ${version} | ${cells.join(', ')} |`;
  });
  return ['| environment | version | shape, entries asked |', '|---|---|---|', ...lines].join('\n');
}

/** docs/environments.md: the words around the table are kept beside this file. */
export function page(rows) {
  const words = readFileSync(new URL('environments.md', import.meta.url), 'utf8');
  return words.replace('{table}', () => table(rows));
}
