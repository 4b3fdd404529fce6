// How a run of the matrix is shown.
import { readFileSync, writeFileSync } from 'node:fs';

const HEAD = '| environment | version | shape, entries asked |\n|---|---|---|';
const PAGE = new URL('../../docs/environments.md', import.meta.url);

/** An environment as a line: what came out, by shape. */
function line({ name, version, shapes }) {
  const cells = Object.entries(shapes).map(([shape, { wants, wrong }]) =>
    wrong.length === 0 ? `${shape} ✓ ${wants.length}` : `${shape} ✗ ${wrong.length}`,
  );
  return `| ${name} | ${version} | ${cells.join(', ')} |`;
}

export const table = (rows) => [HEAD, ...rows.map(line)].join('\n');

/**
 * Writes a cell's line into docs/environments.md; the others keep theirs. The words around are kept beside this file.
 * @param {{name: string}} row what ran
 * @param {string[]} names of all cells, in order
 */
export function write(row, names) {
  const words = readFileSync(new URL('environments.md', import.meta.url), 'utf8');
  const before = linesOf(PAGE);
  const lines = names.map((name) =>
    name === row.name ? line(row) : before.find((one) => one.startsWith(`| ${name} |`)),
  );
  writeFileSync(
    PAGE,
    words.replace('{table}', () => [HEAD, ...lines.filter(Boolean)].join('\n')),
  );
}

function linesOf(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
