// Writes the answers where they are wanted, says how it went, and ends.
import { writeFileSync } from 'node:fs';

/**
 * @param {{answers: string[], wrong: string[]}} outcome
 * @param {string | undefined} out
 */
export function say({ answers, wrong }, out) {
  if (out !== undefined) writeFileSync(out, answers.map((answer) => `${answer}\n`).join(''));
  for (const line of wrong.slice(0, 40)) console.log(line);
  console.log(`${answers.length} cases`);
  if (wrong.length > 0) {
    console.log(`${wrong.length} differ`);
    process.exitCode = 1;
  }
}
