// The files of the shared vectors, in the order in which every runtime answers them.
import { readdirSync, readFileSync } from 'node:fs';
import { FOLDERS } from './vectors.mjs';

const root = new URL('../vectors/', import.meta.url);

export function suites() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      .sort()
      .map((file) => ({
        file: `${folder}/${file}`,
        cases: JSON.parse(readFileSync(new URL(`${folder}/${file}`, root), 'utf8')),
      })),
  );
}
