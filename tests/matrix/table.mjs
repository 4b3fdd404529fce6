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
 * Writes docs/environments.md: a cell that did not run this time keeps its line. The words around are kept beside this file.
 * @param {{name: string}[]} rows what ran
 * @param {string[]} names of all cells, in order
 */
export function write(rows, names) {
  const words = readFileSync(new URL('environments.md', import.meta.url), 'utf8');
  const before = linesOf(PAGE);
  const now = new Map(rows.map((row) => [row.name, line(row)]));
  const lines = names.map((name) => now.get(name) ?? before.find((one) => one.startsWith(`| ${name} |`)));
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
